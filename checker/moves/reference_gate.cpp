#include "checker/moves/reference_gate.hpp"

#include "checker/dataflow/chains.hpp"
#include "checker/dataflow/gen_kill.hpp"
#include "checker/moves/accesses.hpp"
#include "checker/moves/place_overlap.hpp"
#include "checker/moves/region_flow.hpp"

namespace lien {

namespace {

/// Past this many steps a body is declined: the gate is a stand-in, not worth more.
constexpr std::uint64_t step_budget = 1U << 24U;

struct Loan {
  Location at;
  mir::PlaceId place;
  mir::BorrowKind kind{};
  RegionFlow::Node node = RegionFlow::no_node;
  mir::LocalId holder;     ///< the local that the reference is first put in
  bool two_phase = false;  ///< used exactly once: until then it only reserves
  bool everywhere = false; ///< reaches a lifetime of the signature: alive to the end
};

class ReferenceGate {
public:
  ReferenceGate(Program &program, const ControlFlow &flow)
      : program_(program), flow_(flow), body_(flow.body()), types_(program), regions_(program), region_flow_(program, regions_, flow) {}

  std::optional<Span> judge() {
    refused_ = region_flow_.notUnderstood();
    if (refused_)
      return refused_;
    checkLifetimes();
    collectLoans();
    if (refused_ || loans_.empty())
      return refused_;
    solveLiveness();
    for (mir::BlockId block : llvm::reverse(flow_.order())) // from the end of each chain to its start
      checkBlock(block);
    return refused_;
  }

private:
  void refuse(Span span) {
    if (!refused_ || span.lo() < refused_->lo())
      refused_ = span;
  }

  /// Calls `each` with every node that `from` flows into, itself included.
  template <typename Each> void forEachReached(RegionFlow::Node from, Each each) {
    if (seen_.size() < region_flow_.nodeCount())
      seen_.resize(region_flow_.nodeCount(), 0);
    ++round_;
    llvm::SmallVector<RegionFlow::Node, 16> todo{from};
    seen_[from] = round_;
    while (!todo.empty()) {
      RegionFlow::Node node = todo.pop_back_val();
      each(node);
      for (RegionFlow::Node next : region_flow_.targets(node)) {
        ++steps_;
        if (seen_[next] == round_)
          continue;
        seen_[next] = round_;
        todo.push_back(next);
      }
    }
  }

  /// Rule: a lifetime of the signature flows only into lifetimes that it is known to outlive.
  void checkLifetimes() {
    for (RegionFlow::Node node : region_flow_.labelled()) {
      llvm::ArrayRef<Region> labels = region_flow_.labels(node);
      mir::LocalId local = region_flow_.localOf(node);
      Span span = body_.locals[local].span;
      bool flows = llvm::any_of(region_flow_.targets(node), [&](RegionFlow::Node to) { return to != region_flow_.outer(local); });
      if (labels.size() > 1 && flows)
        return refuse(span);
      forEachReached(node, [&](RegionFlow::Node reached) {
        if (reached == RegionFlow::static_node)
          return refuse(span);
        if (reached == node)
          return;
        for (Region from : labels)
          for (Region to : region_flow_.labels(reached))
            if (!region_flow_.isKnownToOutlive(from, to))
              refuse(span);
      });
    }
  }

  // ------------------------------------------------------------------------------------------------------------------ loans

  /// What lies behind a shared reference cannot be written to while anyone looks: loans of it need no watching.
  [[nodiscard]] bool isBehindSharedReference(mir::PlaceId place) const {
    for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base) {
      const TyData &base = program_.types().data(body_.places[body_.places[at].base].ty);
      if (body_.places[at].step.kind == mir::ProjectionKind::Deref && base.kind == TyKind::Ref && base.mutability == Mutability::Not)
        return true;
    }
    return false;
  }
  [[nodiscard]] bool isBehindReference(mir::PlaceId place) const {
    for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base)
      if (body_.places[at].step.kind == mir::ProjectionKind::Deref && regions_.isRef(body_.places[body_.places[at].base].ty))
        return true;
    return false;
  }

  static bool isMutable(const Loan &loan) { return accessOf(loan.kind) == AccessKind::MutBorrow; }

  void collectLoans() {
    loans_on_.assign(body_.locals.size(), false);
    for (mir::BlockId block : flow_.order()) {
      const mir::BasicBlock &data = body_.blocks[block];
      for (std::uint32_t i = 0; i < data.statements.size() && !refused_; ++i) {
        const mir::Statement &statement = data.statements[i];
        if (statement.kind == mir::StatementKind::Assign && statement.rvalue.kind == mir::RvalueKind::Ref && !isBehindSharedReference(statement.rvalue.place))
          collectLoan({block, i}, statement);
      }
    }
    if (loans_.empty() || refused_)
      return;
    llvm::SmallVector<std::uint32_t, 16> uses(body_.locals.size(), 0);
    for (mir::BlockId block : flow_.order())
      for (Location at{block, 0}; at.statement <= flow_.terminatorOf(block).statement; ++at.statement)
        visitLocation(flow_, at, [&](Access access) {
          if (access.kind != AccessKind::StorageDead && access.kind != AccessKind::Write)
            ++uses[body_.places[access.place].local.index()];
        });
    for (Loan &loan : loans_)
      loan.two_phase = loan.kind == mir::BorrowKind::TwoPhaseMut && uses[loan.holder.index()] == 1;
  }

  void collectLoan(Location at, const mir::Statement &statement) {
    Loan loan{at, statement.rvalue.place, statement.rvalue.borrow, region_flow_.loanNode(statement.place), body_.places[statement.place].local, false, false};
    if (loan.node == RegionFlow::no_node)
      return refuse(statement.span);
    auto index = static_cast<std::uint32_t>(loans_.size());
    bool behind_reference = isBehindReference(loan.place);
    forEachReached(loan.node, [&](RegionFlow::Node node) {
      loan.everywhere |= node == RegionFlow::static_node || !region_flow_.labels(node).empty();
      if (region_flow_.localOf(node).isValid())
        reach_.emplace_back(region_flow_.localOf(node), index);
    });
    // A temporary of a constant lives as long as the constant.
    bool lives_forever = behind_reference || (region_flow_.isConstantBody() && !isMutable(loan) && regions_.isPlain(body_.places[loan.place].ty));
    if ((loan.everywhere && !lives_forever) || steps_ > step_budget)
      return refuse(statement.span);
    loans_on_[body_.places[loan.place].local.index()] = true;
    if (loan.everywhere)
      always_alive_.push_back(index);
    loans_.push_back(loan);
  }

  // --------------------------------------------------------------------------------------------------------------- liveness

  /// Only locals that a loan may have reached are tracked; a use and a drop keep a loan alive alike. A local that begins and ends in one chain of blocks
  /// needs no row: its bit is in the walk only.
  void solveLiveness() {
    llvm::sort(reach_);
    reach_.erase(std::unique(reach_.begin(), reach_.end()), reach_.end());
    std::vector<bool> in_chain = findLocalsOfOneChain();
    tracked_of_.assign(body_.locals.size(), UINT32_MAX);
    std::uint32_t rows = numberTracked(in_chain, false);
    while (first_reach_.size() % bits_per_word != 0) // a word of their own
      first_reach_.push_back({0, 0});
    numberTracked(in_chain, true);
    live_.assign((first_reach_.size() + bits_per_word - 1) / bits_per_word, 0);

    liveness_.reset(flow_, Direction::Backward, rows);
    if (rows == 0)
      return;
    for (mir::BlockId block : flow_.order())
      for (std::uint32_t left = flow_.terminatorOf(block).statement + 1; left > 0; --left)
        liveBefore(
            {block, left - 1},
            [&](std::uint32_t bit) {
              if (bit < rows)
                liveness_.gen(block, bit);
            },
            [&](std::uint32_t bit) {
              if (bit < rows)
                liveness_.kill(block, bit);
            });
    liveness_.solve();
  }

  /// Gives numbers to the reached locals that are (not) of one chain; says how many numbers there are now.
  std::uint32_t numberTracked(const std::vector<bool> &in_chain, bool wanted) {
    for (std::uint32_t i = 0; i < reach_.size();) {
      std::uint32_t end = i;
      while (end < reach_.size() && reach_[end].first == reach_[i].first)
        ++end;
      if (in_chain[reach_[i].first.index()] == wanted) {
        tracked_of_[reach_[i].first.index()] = static_cast<std::uint32_t>(first_reach_.size());
        first_reach_.push_back({i, end});
      }
      i = end;
    }
    return static_cast<std::uint32_t>(first_reach_.size());
  }

  /// Locals that are mentioned in one chain only, first by being written as a whole.
  std::vector<bool> findLocalsOfOneChain() {
    Chains chains(flow_);
    std::vector<HomeChain> homes(body_.locals.size());
    std::vector<bool> seen(body_.locals.size(), false);
    for (std::uint32_t fixed = 0; fixed <= body_.param_count; ++fixed) // the return place and parameters live outside of the body, too
      homes[fixed].spread();
    for (mir::BlockId block : flow_.order())
      for (Location at{block, 0}; at.statement <= flow_.terminatorOf(block).statement; ++at.statement)
        visitLocation(flow_, at, [&](Access access) {
          const mir::PlaceData &place = body_.places[access.place];
          std::size_t local = place.local.index();
          if (access.kind == AccessKind::StorageDead)
            return;
          homes[local].note(chains.of(block));
          if (!seen[local] && (access.kind != AccessKind::Write || place.base.isValid()))
            homes[local].spread();
          seen[local] = true;
        });
    std::vector<bool> in_chain(body_.locals.size());
    for (std::size_t local = 0; local < in_chain.size(); ++local)
      in_chain[local] = homes[local].isOne();
    return in_chain;
  }

  template <typename Gen, typename Kill> void liveBefore(Location at, Gen gen, Kill kill) {
    auto each = [&](bool definitions) {
      visitLocation(flow_, at, [&](Access access) {
        const mir::PlaceData &place = body_.places[access.place];
        std::uint32_t bit = tracked_of_[place.local.index()];
        bool defines = access.kind == AccessKind::Write && !place.base.isValid();
        if (bit == UINT32_MAX || access.kind == AccessKind::StorageDead || defines != definitions)
          return;
        defines ? kill(bit) : gen(bit);
      });
    };
    each(true);
    each(false);
    if (flow_.statementAt(at) == nullptr && body_.blocks[at.block].terminator.kind == mir::TerminatorKind::Return &&
        tracked_of_[mir::return_local] != UINT32_MAX)
      gen(tracked_of_[mir::return_local]);
  }

  // -------------------------------------------------------------------------------------------------------------- conflicts

  void checkBlock(mir::BlockId block) {
    ConstBitRow end = liveness_.at(block);
    std::copy(end.begin(), end.end(), live_.begin());
    for (std::uint32_t left = flow_.terminatorOf(block).statement + 1; left > 0 && steps_ <= step_budget; --left) {
      Location at{block, left - 1};
      liveBefore(at, [&](std::uint32_t bit) { setBit(live_, bit); }, [&](std::uint32_t bit) { clearBit(live_, bit); });
      visitLocation(flow_, at, [&](Access access) {
        if (loans_on_[body_.places[access.place].local.index()])
          checkAccess(at, access, UINT32_MAX);
        checkActivation(at, access);
      });
    }
    if (steps_ > step_budget)
      refuse(body_.span);
  }

  /// The one use of a two-phase reference is where it starts to exclude others.
  void checkActivation(Location at, Access access) {
    if (access.kind != AccessKind::Move && access.kind != AccessKind::Copy)
      return;
    std::uint32_t tracked = tracked_of_[body_.places[access.place].local.index()];
    if (tracked == UINT32_MAX)
      return;
    for (std::uint32_t i = first_reach_[tracked].first; i < first_reach_[tracked].second; ++i) {
      const Loan &loan = loans_[reach_[i].second];
      ++steps_;
      if (loan.two_phase && loan.holder == reach_[i].first)
        checkAccess(at, {AccessKind::Move, loan.place}, reach_[i].second);
    }
  }

  void checkAccess(Location at, Access access, std::uint32_t activated) {
    forEachBit(live_, [&](std::uint32_t tracked) {
      for (std::uint32_t i = first_reach_[tracked].first; i < first_reach_[tracked].second; ++i) {
        ++steps_;
        if (reach_[i].second != activated)
          checkAgainst(at, access, loans_[reach_[i].second], reach_[i].first);
      }
    });
    for (std::uint32_t index : always_alive_) {
      ++steps_;
      if (index != activated)
        checkAgainst(at, access, loans_[index], {});
    }
  }

  /// RFC 2094, "Access legality", with two-phase borrows (RFC 2025): a reservation reads.
  void checkAgainst(Location at, Access access, const Loan &loan, mir::LocalId through) {
    if (body_.places[loan.place].local != body_.places[access.place].local)
      return;
    bool is_mut = isMutable(loan);
    bool only_reserved = loan.two_phase && through == loan.holder && !usesLocal(at, loan.holder);
    AccessDepth depth = AccessDepth::Deep;
    switch (access.kind) {
    case AccessKind::Copy:
    case AccessKind::Inspect:
    case AccessKind::SharedBorrow:
    case AccessKind::FakeBorrow:
      if (!is_mut || only_reserved)
        return;
      break;
    case AccessKind::FakeRead:
    case AccessKind::FakeBorrowShallow:
      return;
    case AccessKind::MutBorrow:
      if (!is_mut && isReservation(at))
        return;
      break;
    case AccessKind::Move:
      break;
    case AccessKind::Write:
    case AccessKind::StorageDead:
      depth = AccessDepth::Shallow;
      break;
    case AccessKind::Drop:
      depth = AccessDepth::Drop;
      break;
    }
    if (mayOverlap(body_, types_, {loan.place}, access.place, depth))
      refuse(flow_.spanAt(loan.at));
  }

  [[nodiscard]] bool isReservation(Location at) const {
    const mir::Statement *statement = flow_.statementAt(at);
    return statement != nullptr && statement->kind == mir::StatementKind::Assign && statement->rvalue.kind == mir::RvalueKind::Ref &&
           statement->rvalue.borrow == mir::BorrowKind::TwoPhaseMut;
  }

  [[nodiscard]] bool usesLocal(Location at, mir::LocalId local) const {
    bool uses = false;
    visitLocation(flow_, at, [&](Access access) { uses |= body_.places[access.place].local == local; });
    return uses;
  }

  Program &program_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  ProgramMoveTypes types_;
  TypeRegions regions_;
  RegionFlow region_flow_;
  std::optional<Span> refused_;
  std::vector<Loan> loans_;
  std::vector<bool> loans_on_; ///< by root local
  std::vector<std::uint32_t> always_alive_;
  std::vector<std::pair<mir::LocalId, std::uint32_t>> reach_;        ///< local and a loan that may have reached it; sorted
  std::vector<std::pair<std::uint32_t, std::uint32_t>> first_reach_; ///< by number of a tracked local: its part of `reach_`
  std::vector<std::uint32_t> tracked_of_;                            ///< by local
  GenKill liveness_;
  llvm::SmallVector<BitWord, 8> live_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t round_ = 0;
  std::uint64_t steps_ = 0;
};

} // namespace

std::optional<Span> findUnjudgedBorrow(Program &program, const ControlFlow &flow) { return ReferenceGate(program, flow).judge(); }

} // namespace lien
