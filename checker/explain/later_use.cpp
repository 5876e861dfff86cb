#include "checker/explain/later_use.hpp"

#include "checker/explain/call_sites.hpp"

namespace lien {

namespace {

enum class Touch : std::uint8_t { Nothing, Define, Use, Drop };

/// How a statement or terminator touches the locals whose types mention a region. Where it does so twice, the later one in rustc's order counts: a
/// statement's operands after its target, a call's target after its operands.
class TouchFinder {
public:
  TouchFinder(const BorrowContext &context, RegionVid region) : body_(context.mir()), mentions_(body_.locals.size(), false) {
    for (std::size_t i = 0; i < body_.locals.size(); ++i)
      mentions_[i] = llvm::is_contained(context.regions.ofLocal(mir::LocalId(i)), region);
  }

  struct Found {
    Touch touch = Touch::Nothing;
    mir::LocalId local;
  };

  Found find(const ControlFlow &flow, Location at) {
    found_ = {};
    if (const mir::Statement *statement = flow.statementAt(at))
      visit(*statement);
    else
      visit(body_.blocks[at.block].terminator);
    return found_;
  }

private:
  void touch(mir::LocalId local, Touch touch) {
    if (mentions_[local.index()])
      found_ = {touch, local};
  }
  /// Reading or changing a part of a place uses its local, whatever is done with the part.
  void place(mir::PlaceId place, Touch whole) {
    if (!place.isValid())
      return;
    const mir::PlaceData &data = body_.places[place];
    touch(data.local, data.base.isValid() ? Touch::Use : whole);
    for (mir::PlaceId step = place; body_.places[step].base.isValid(); step = body_.places[step].base)
      if (body_.places[step].step.kind == mir::ProjectionKind::Index)
        touch(mir::LocalId(std::size_t{body_.places[step].step.a}), Touch::Use);
  }
  void operand(const mir::Operand &operand) {
    if (operand.kind != mir::Operand::Kind::Constant)
      place(operand.place, Touch::Use);
  }

  void visit(const mir::Statement &statement) {
    switch (statement.kind) {
    case mir::StatementKind::Assign:
      place(statement.place, Touch::Define);
      place(statement.rvalue.place, Touch::Use);
      for (const mir::Operand &each : statement.rvalue.operands)
        operand(each);
      return;
    case mir::StatementKind::FakeRead:
    case mir::StatementKind::AscribeUserType:
    case mir::StatementKind::PlaceMention:
      return place(statement.place, Touch::Use);
    case mir::StatementKind::StorageLive:
    case mir::StatementKind::StorageDead:
      return place(statement.place, Touch::Define);
    case mir::StatementKind::Nop:
      return;
    }
  }

  void visit(const mir::Terminator &terminator) {
    switch (terminator.kind) {
    case mir::TerminatorKind::SwitchInt:
    case mir::TerminatorKind::Assert:
      return operand(terminator.operand);
    case mir::TerminatorKind::Drop:
      return place(terminator.place, Touch::Drop);
    case mir::TerminatorKind::Call:
      operand(terminator.operand);
      for (const mir::Operand &argument : terminator.arguments)
        operand(argument);
      return place(terminator.place, Touch::Define);
    case mir::TerminatorKind::Return:
      return touch(mir::LocalId(std::size_t{mir::return_local}), Touch::Use);
    case mir::TerminatorKind::Goto:
    case mir::TerminatorKind::Unreachable:
    case mir::TerminatorKind::Resume:
    case mir::TerminatorKind::FalseEdge:
    case mir::TerminatorKind::FalseUnwind:
      return;
    }
  }

  const mir::Body &body_;
  std::vector<bool> mentions_;
  Found found_;
};

class LoanExplainer {
public:
  LoanExplainer(const BorrowContext &context, const Loan &loan, const std::vector<bool> &is_tracked)
      : context_(context), body_(context.mir()), flow_(context.flow()), regions_(context.regions), loan_(loan), is_tracked_(is_tracked) {}

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

  /// Breadth first over the points of the region, cleanup left out, to the first that uses or drops a local whose type mentions it.
  std::optional<LoanExtent> findUse(RegionVid region, Location from, mir::PlaceId ended, bool in_next_iteration) {
    TouchFinder touches(context_, region);
    std::vector<bool> visited(flow_.statementCount(), false);
    std::vector<Location> queue{from};
    for (std::size_t next = 0; next < queue.size(); ++next) {
      Location at = queue[next];
      std::uint32_t point = flow_.statementIndex(at);
      if (!regions_.contains(region, point) || visited[point])
        continue;
      visited[point] = true;
      TouchFinder::Found found = touches.find(flow_, at);
      switch (found.touch) {
      case Touch::Use:
        return describeUse(found.local, at, in_next_iteration ? from : at, in_next_iteration);
      case Touch::Drop:
        return DroppedLater{found.local, at, isAboutOrder(found.local, ended)};
      case Touch::Define:
        break;
      case Touch::Nothing:
        pushSuccessors(queue, at);
        break;
      }
    }
    return std::nullopt;
  }

  void pushSuccessors(std::vector<Location> &queue, Location at) const {
    if (flow_.statementAt(at) != nullptr) {
      queue.push_back({at.block, at.statement + 1});
      return;
    }
    mir::BlockId unwind = body_.blocks[at.block].terminator.unwind;
    for (mir::BlockId successor : flow_.successors(at.block))
      if (successor != unwind)
        queue.push_back({successor, 0});
  }

  [[nodiscard]] bool isAboutOrder(mir::LocalId dropped, mir::PlaceId ended) const {
    if (!ended.isValid() || body_.places[ended].base.isValid())
      return false;
    mir::LocalId borrowed = body_.places[ended].local;
    return isNamedByUser(body_, dropped) && isNamedByUser(body_, borrowed) && dropped != borrowed;
  }

  /// `judged_at` decides the kind of use; `at` is where it is.
  LoanExtent describeUse(mir::LocalId local, Location at, Location judged_at, bool in_next_iteration) const {
    (void)local;
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
    std::vector<bool> seen(body_.blocks.size(), false);
    while (!seen[at.block.index()]) {
      seen[at.block.index()] = true;
      for (; const mir::Statement *statement = flow_.statementAt(at); ++at.statement) {
        if (statement->kind != mir::StatementKind::Assign || body_.places[statement->place].base.isValid() || statement->rvalue.operands.size() != 1)
          continue;
        const mir::Operand &operand = statement->rvalue.operands.front();
        if (operand.kind == mir::Operand::Kind::Constant || body_.places[operand.place].base.isValid() || body_.places[operand.place].local != holder)
          continue;
        if (statement->rvalue.kind == mir::RvalueKind::Cast && statement->rvalue.cast == mir::CastKind::Unsize)
          return isTraitObject(statement->rvalue.ty);
        if (statement->rvalue.kind == mir::RvalueKind::Use)
          holder = body_.places[statement->place].local;
      }
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
LoanExtents::LoanExtents(const BorrowContext &context) : context_(context), is_tracked_(context.regions.size(), true) {
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
    for (RegionVid region : of_local)
      is_tracked_[region.index()] = false;
  }
}

LoanExtent LoanExtents::explain(Location at, const Loan &loan, mir::PlaceId ended) const {
  return LoanExplainer(context_, loan, is_tracked_).explain(at, ended);
}

} // namespace lien
