#include "checker/explain/later_use.hpp"

#include "checker/explain/call_sites.hpp"

#include "llvm/ADT/DenseSet.h"

namespace lien {

namespace {

class LoanExplainer {
public:
  LoanExplainer(const BorrowContext &context, const LocalTouches &touches, const Loan &loan, const std::vector<bool> &is_tracked)
      : context_(context), body_(context.mir()), flow_(context.flow()), regions_(context.regions), touches_(touches), loan_(loan), is_tracked_(is_tracked) {}

  LoanExtent explain(Location at, mir::PlaceId ended) {
    RegionVid live = findLiveRegion(at);
    bool in_next_iteration = false;
    // Live only because it is made here: the access is the borrow itself, in an earlier round of a loop. What keeps it alive is found at the loop's end.
    if (live == loan_.region) {
      if (std::optional<Location> loop = findLoopTerminator()) {
        live = findLiveRegion(*loop);
        at = *loop;
        in_next_iteration = true;
      }
    }
    if (live.isValid() && !regions_.isUniversal(live)) {
      if (std::optional<LoanExtent> use = findUse(live, at, ended, in_next_iteration))
        return *use;
    }
    return requiredLifetime();
  }

private:
  /// The first region on the ways from the loan's that is live at the access. Those of the signature are live everywhere.
  [[nodiscard]] RegionVid findLiveRegion(Location at) const {
    std::uint32_t point = flow_.statementIndex(at);
    std::optional<ConstraintPath> path = findConstraintPath(regions_, loan_.region, [&](RegionVid region) {
      return regions_.isUniversal(region) || (is_tracked_[region.index()] && regions_.isLiveAt(region, point));
    });
    return path ? path->reached : RegionVid();
  }

  [[nodiscard]] std::optional<Location> findLoopTerminator() const {
    PointSet points;
    points.addAll(regions_.points(loan_.region));
    for (PointSet::Run run : points.ownRuns()) {
      for (std::uint32_t point = run.first; point < run.end; ++point) {
        Location at = flow_.locationOf(point);
        if (body_.blocks[at.block].terminator.kind == mir::TerminatorKind::FalseUnwind)
          return at;
      }
    }
    return std::nullopt;
  }

  /// A search on its way through a block.
  struct Walker {
    std::uint32_t level; ///< steps from the start of the search to `stop`
    std::uint32_t stop;  ///< the point at which something happens next
    mir::BlockId block;
    const LocalTouches::Entry *touched = nullptr; ///< what happens there; null: the block ends
  };

  /// Breadth first over the points of the region, cleanup left out, to the first that uses or drops the local whose type mentions it. A block is crossed in
  /// one step; of ways of the same length the one that comes first where they part is ahead, as if each point were visited.
  std::optional<LoanExtent> findUse(RegionVid region, Location from, mir::PlaceId ended, bool in_next_iteration) {
    const RegionOrigin origin = regions_.origin(region);
    if (origin.kind != RegionOrigin::Kind::LocalType)
      return std::nullopt;
    llvm::SmallVector<Walker, 8> walkers;
    llvm::DenseSet<std::uint32_t> entered;
    enter(walkers, region, origin.local, from, 0);
    while (!walkers.empty()) {
      const std::uint32_t level = std::min_element(walkers.begin(), walkers.end(), [](const Walker &a, const Walker &b) { return a.level < b.level; })->level;
      llvm::SmallVector<Walker, 8> next;
      for (const Walker &walker : walkers) {
        if (walker.level != level) {
          next.push_back(walker);
          continue;
        }
        if (walker.touched == nullptr) {
          const mir::BlockId unwind = body_.blocks[walker.block].terminator.unwind;
          for (const mir::BlockId successor : flow_.successors(walker.block))
            if (successor != unwind && entered.insert(successor.value).second)
              enter(next, region, origin.local, {successor, 0}, level + 1);
          continue;
        }
        const Location at = flow_.locationOf(walker.stop);
        switch (walker.touched->touch) {
        case Touch::Use:
          return describeUse(at, in_next_iteration ? from : at, in_next_iteration);
        case Touch::Drop:
          return DroppedLater{origin.local, at, isAboutOrder(origin.local, ended)};
        case Touch::Define:
          break;
        }
      }
      walkers = std::move(next);
    }
    return std::nullopt;
  }

  /// Adds the walk from a location on, unless the region ends before anything happens.
  void enter(llvm::SmallVectorImpl<Walker> &walkers, RegionVid region, mir::LocalId local, Location from, std::uint32_t level) const {
    const std::uint32_t first = flow_.statementIndex(from);
    const std::uint32_t last = flow_.statementIndex(flow_.terminatorOf(from.block));
    const llvm::ArrayRef<LocalTouches::Entry> touches = touches_.from(local, first);
    const bool is_touched = !touches.empty() && touches.front().point <= last;
    const std::uint32_t stop = is_touched ? touches.front().point : last;
    if (regions_.points(region).endOfRun(first) > stop)
      walkers.push_back({level + stop - first, stop, from.block, is_touched ? touches.data() : nullptr});
  }

  [[nodiscard]] bool isAboutOrder(mir::LocalId dropped, mir::PlaceId ended) const {
    if (!ended.isValid() || body_.places[ended].base.isValid())
      return false;
    mir::LocalId borrowed = body_.places[ended].local;
    return isNamedByUser(body_, dropped) && isNamedByUser(body_, borrowed) && dropped != borrowed;
  }

  /// `judged_at` decides the kind of use; `at` is where it is.
  LoanExtent describeUse(Location at, Location judged_at, bool in_next_iteration) const {
    Span span = flow_.spanAt(at);
    const mir::Statement *statement = flow_.statementAt(judged_at);
    const mir::Terminator &terminator = body_.blocks[judged_at.block].terminator;
    if (statement != nullptr && flow_.statementAt(at) != nullptr) {
      // Where the borrow is (within) the receiver of a method, the method is shown, not the receiver.
      const mir::Terminator *call = receiverCall(context_.judged, at);
      mir::LocalId target = body_.places[loan_.assigned].local;
      if (call != nullptr && call->desugar == typed::Desugar::MethodCall && overlap(span, body_.locals[target].span))
        return UsedLater{UsedLater::Kind::Call, call->fn_span, in_next_iteration};
    }
    if (statement != nullptr && statement->kind == mir::StatementKind::FakeRead && statement->cause == mir::FakeReadCause::ForLet)
      return UsedLater{UsedLater::Kind::Stored, span, in_next_iteration};
    if (becomesTraitObject())
      return UsedLater{UsedLater::Kind::TraitObject, span, in_next_iteration};
    if (statement == nullptr && terminator.desugar == typed::Desugar::OverloadedIndex && !terminator.argument_spans.empty())
      span = Span(terminator.argument_spans.front().hi(), span.hi()); // `[i]` is the call, what stands before it the argument
    if (statement == nullptr && terminator.kind == mir::TerminatorKind::Call && !terminator.overloaded)
      return UsedLater{UsedLater::Kind::Call, calleeSpan(terminator, span), in_next_iteration};
    return UsedLater{UsedLater::Kind::Use, span, in_next_iteration};
  }

  static bool overlap(Span a, Span b) { return a.lo() < b.hi() && b.lo() < a.hi(); }

  [[nodiscard]] Span calleeSpan(const mir::Terminator &call, Span whole) const {
    if (call.operand.kind == mir::Operand::Kind::Constant)
      return body_.constants[call.operand.constant].span;
    const mir::PlaceData &callee = body_.places[call.operand.place];
    if (callee.base.isValid() || isNamedByUser(body_, callee.local))
      return whole;
    return body_.locals[callee.local].span;
  }

  /// Follows the reference through the temporaries of its block (and of the blocks behind its calls) to a coercion into a trait object.
  [[nodiscard]] bool becomesTraitObject() const {
    const mir::PlaceData &assigned = body_.places[loan_.assigned];
    if (assigned.base.isValid())
      return false;
    mir::LocalId holder = assigned.local;
    Location at{loan_.at.block, loan_.at.statement + 1};
    llvm::DenseSet<std::uint32_t> seen;
    const mir::Rvalue *found = nullptr;
    while (seen.insert(at.block.value).second) {
      holder = followInBlock(at, holder, found);
      if (found)
        return isTraitObject(found->ty);
      const mir::Terminator &call = body_.blocks[at.block].terminator;
      if (call.kind != mir::TerminatorKind::Call || call.targets.empty() || body_.places[call.place].base.isValid())
        return false;
      bool takes_holder = llvm::any_of(call.arguments, [&](const mir::Operand &argument) {
        return argument.kind != mir::Operand::Kind::Constant && !body_.places[argument.place].base.isValid() && body_.places[argument.place].local == holder;
      });
      if (!takes_holder)
        return false;
      holder = body_.places[call.place].local;
      at = {call.targets.front(), 0};
    }
    return false;
  }

  /// The local that holds the reference at the end of the block; `unsized_by` is set where it is coerced on the way.
  mir::LocalId followInBlock(Location from, mir::LocalId holder, const mir::Rvalue *&unsized_by) const {
    const std::uint32_t end = flow_.statementIndex(flow_.terminatorOf(from.block));
    llvm::ArrayRef<LocalTouches::Entry> touches = touches_.from(holder, flow_.statementIndex(from));
    for (; !touches.empty() && touches.front().point < end; touches = touches.drop_front()) {
      const mir::Statement &statement = *flow_.statementAt(flow_.locationOf(touches.front().point));
      if (statement.kind != mir::StatementKind::Assign || body_.places[statement.place].base.isValid() || statement.rvalue.operands.size() != 1)
        continue;
      const mir::Operand &operand = statement.rvalue.operands.front();
      if (operand.kind == mir::Operand::Kind::Constant || body_.places[operand.place].base.isValid() || body_.places[operand.place].local != holder)
        continue;
      if (statement.rvalue.kind == mir::RvalueKind::Cast && statement.rvalue.cast == mir::CastKind::Unsize) {
        unsized_by = &statement.rvalue;
        return holder;
      }
      if (statement.rvalue.kind == mir::RvalueKind::Use) {
        holder = body_.places[statement.place].local;
        touches = touches_.from(holder, touches.front().point); // the assignment itself comes first
      }
    }
    return holder;
  }

  [[nodiscard]] bool isTraitObject(Ty ty) const {
    const MoveTypes &types = context_.judged.types;
    const TyData &data = types.data(ty);
    if (data.kind == TyKind::Dynamic)
      return true;
    if (data.kind == TyKind::Ref)
      return types.data(data.element()).kind == TyKind::Dynamic;
    return types.isBox(ty) && !data.args.empty() && data.args.front().isType() && types.data(data.args.front().type()).kind == TyKind::Dynamic;
  }

  [[nodiscard]] LoanExtent requiredLifetime() const {
    std::optional<RegionVid> lifetime = findUniversalBound(regions_, loan_.region);
    if (!lifetime)
      return Unexplained{};
    std::optional<Blame> blame = findBlame(body_, regions_, loan_.region, *lifetime);
    if (!blame)
      return Unexplained{};
    return MustOutlive{*blame, *lifetime};
  }

  const BorrowContext &context_;
  const mir::Body &body_;
  const ControlFlow &flow_;
  const Regions &regions_;
  const LocalTouches &touches_;
  const Loan &loan_;
  const std::vector<bool> &is_tracked_;
};

} // namespace

bool isNamedByUser(const mir::Body &body, mir::LocalId local) {
  const mir::LocalDecl &decl = body.locals[local];
  return (decl.kind == mir::LocalKind::Variable || decl.kind == mir::LocalKind::Param) && !decl.name.empty();
}

/// Uses of a variable do not matter when every region in its type must outlive a lifetime of the signature: the loan lasts to the end of the function
/// anyway, and it is the signature that asks for it. As rustc's "boring" locals.
LoanExtents::LoanExtents(const BorrowContext &context) : context_(context), touches_(context.flow()), is_tracked_(context.regions.size(), true) {
  const Regions &regions = context.regions;
  auto outlivesSignature = [&](RegionVid region) {
    for (std::uint32_t i = 0; i < regions.universalCount(); ++i)
      if (regions.containsEnd(region, RegionVid(std::size_t{i})))
        return true;
    return false;
  };
  for (std::size_t i = 0; i < context.mir().locals.size(); ++i) {
    llvm::ArrayRef<RegionVid> of_local = regions.ofLocal(mir::LocalId(i));
    if (!llvm::all_of(of_local, outlivesSignature))
      continue;
    for (RegionVid region : regions.ownOf(mir::LocalId(i)))
      is_tracked_[region.index()] = false;
  }
}

LoanExtent LoanExtents::explain(Location at, const Loan &loan, mir::PlaceId ended) const {
  return LoanExplainer(context_, touches_, loan, is_tracked_).explain(at, ended);
}

} // namespace lien
