#include "checker/moves/tracked_paths.hpp"

#include "checker/dataflow/bit_matrix.hpp"
#include "checker/moves/accesses.hpp"

namespace lien {

namespace {

/// What is known of one local after a walk in reverse post-order.
struct LocalFacts {
  HomeChain home;
  bool is_moved = false;    ///< some path of it, by a move that somebody wrote
  bool is_dominated = true; ///< every use so far comes after the first initialisation, on every way
  bool has_init = false;
  bool is_param = false;
  Location init;               ///< the first initialisation takes effect before this location …
  bool init_is_before = false; ///< … or (false) at it
};

class Classifier {
public:
  Classifier(const ControlFlow &flow, const MoveData &data, const Chains &chains)
      : flow_(flow), body_(flow.body()), data_(data), chains_(chains), facts_(body_.locals.size()) {
    for (std::uint32_t i = 0; i < data.argumentCount(); ++i) {
      LocalFacts &facts = facts_[data.localOf(data.inits()[i].path)];
      facts.has_init = facts.is_param = true;
      facts.home.spread();
    }
    for (mir::BlockId block : flow.order())
      for (Location at{block, 0}; at.statement <= flow.terminatorOf(block).statement; ++at.statement)
        look(at);
  }
  [[nodiscard]] const LocalFacts &operator[](mir::LocalId local) const { return facts_[local]; }

private:
  void look(Location at) {
    const mir::Statement *statement = flow_.statementAt(at);
    if (statement == nullptr || statement->kind != mir::StatementKind::StorageDead) {
      auto [first, last] = data_.movesAt(at);
      for (std::uint32_t i = first; i < last; ++i)
        facts_[data_.localOf(data_.moves()[i].path)].is_moved = true;
    }
    visitLocation(flow_, at, [&](Access access) {
      if (access.kind != AccessKind::StorageDead && access.kind != AccessKind::Drop)
        lookAtAccess(at, access);
    });
  }

  void lookAtAccess(Location at, Access access) {
    const mir::PlaceData &place = body_.places[access.place];
    LocalFacts &facts = facts_[place.local];
    facts.home.note(chains_.of(at.block));
    if (access.kind == AccessKind::Write && !place.base.isValid())
      return lookAtInit(at, facts);
    if (facts.is_param)
      return;
    facts.is_dominated = facts.is_dominated && facts.has_init && !body_.blocks[at.block].is_cleanup && isAfterInit(facts, at);
  }

  [[nodiscard]] bool isAfterInit(const LocalFacts &facts, Location at) const {
    if (facts.init.block == at.block)
      return facts.init_is_before ? facts.init.statement <= at.statement : facts.init.statement < at.statement;
    return flow_.dominatesNormally(facts.init.block, at.block);
  }

  void lookAtInit(Location at, LocalFacts &facts) {
    if (flow_.statementAt(at) != nullptr) {
      if (!facts.has_init)
        facts.init = at;
    } else {
      // A call's result is there once the call has returned.
      const mir::Terminator &call = body_.blocks[at.block].terminator;
      if (call.targets.empty())
        return;
      mir::BlockId next = call.targets.front();
      if (chains_.of(next) != chains_.of(at.block))
        facts.home.spread();
      if (!facts.has_init) {
        facts.init = {next, 0};
        facts.init_is_before = true;
        facts.is_dominated = facts.is_dominated && flow_.predecessors(next).size() == 1;
      }
    }
    facts.is_dominated = facts.is_dominated && !(body_.blocks[at.block].is_cleanup && !facts.has_init);
    facts.has_init = true;
  }

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveData &data_;
  const Chains &chains_;
  IdVector<mir::LocalId, LocalFacts> facts_;
};

} // namespace

TrackedPaths::TrackedPaths(const MoveData &data) : bits_(data.size(), 0), row_bits_(static_cast<std::uint32_t>(data.size())), walk_bits_(row_bits_) {
  for (std::uint32_t path = 0; path < data.size(); ++path)
    bits_[MovePathId(std::size_t{path})] = path;
}

TrackedPaths::TrackedPaths(const MoveData &data, llvm::ArrayRef<mir::LocalId> locals) : bits_(data.size(), untracked) {
  for (const mir::LocalId local : locals)
    bits_[data.ofLocal(local)] = row_bits_++;
  for (const mir::LocalId local : locals)
    data.forEachBelow(data.ofLocal(local), [&](MovePathId path) {
      if (path != data.ofLocal(local))
        bits_[path] = row_bits_++;
    });
  walk_bits_ = row_bits_;
}

TrackedPaths::TrackedPaths(const ControlFlow &flow, const MoveData &data, const Chains &chains) : bits_(data.size(), untracked) {
  Classifier facts(flow, data, chains);
  auto needsTracking = [&](MovePathId path) {
    const LocalFacts &of = facts[data.localOf(path)];
    return of.is_moved || !of.is_dominated;
  };
  std::uint32_t next = 0;
  auto number = [&](bool in_chain) {
    for (std::uint32_t i = 0; i < data.size(); ++i) {
      MovePathId path{std::size_t{i}};
      if (data[path].place.isValid() && facts[data.localOf(path)].home.isOne() == in_chain && needsTracking(path))
        bits_[path] = next++;
    }
  };
  number(false);
  row_bits_ = next;
  next = (next + bits_per_word - 1) / bits_per_word * bits_per_word;
  number(true);
  walk_bits_ = next;
}

} // namespace lien
