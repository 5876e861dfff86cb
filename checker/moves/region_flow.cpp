#include "checker/moves/region_flow.hpp"

#include "checker/moves/call_regions.hpp"

namespace lien {

RegionFlow::RegionFlow(Program &program, TypeRegions &regions, const ControlFlow &flow)
    : program_(program), regions_(regions), flow_(flow), body_(flow.body()) {
  addNode({}); // static_node
  numberLocals();
  labelSignature();
  for (mir::BlockId block : flow.order()) {
    if (not_understood_)
      break;
    for (const mir::Statement &statement : body_.blocks[block].statements)
      addStatement(statement);
    if (body_.blocks[block].terminator.kind == mir::TerminatorKind::Call)
      addCall(body_.blocks[block].terminator);
  }
  finish();
}

RegionFlow::Node RegionFlow::addNode(mir::LocalId local) {
  local_of_.push_back(local);
  labels_.emplace_back();
  return static_cast<Node>(local_of_.size() - 1);
}

void RegionFlow::refuse(Span span) {
  if (!not_understood_ || span.lo() < not_understood_->lo())
    not_understood_ = span;
}

void RegionFlow::link(Node from, Node to) {
  if (from != no_node && to != no_node && from != to)
    edges_.emplace_back(from, to);
}

void RegionFlow::linkBoth(Node a, Node b) {
  link(a, b);
  link(b, a);
}

void RegionFlow::numberLocals() {
  outer_.resize(body_.locals.size());
  inner_.resize(body_.locals.size());
  for (std::size_t i = 0; i < body_.locals.size(); ++i) {
    mir::LocalId local(i);
    const mir::LocalDecl &decl = body_.locals[local];
    outer_[local] = inner_[local] = no_node;
    if (regions_.isExotic(decl.ty))
      refuse(decl.span);
    if (!regions_.hasRegions(decl.ty))
      continue;
    if (regions_.hasInnerRegions(decl.ty))
      inner_[local] = addNode(local);
    outer_[local] = regions_.isRef(decl.ty) ? addNode(local) : inner_[local];
    link(inner_[local], outer_[local]);                                 // what a reference leads to outlives it
    if (decl.user_type.isValid() && decl.kind != mir::LocalKind::Param) // a parameter's is the signature's
      addUserType({outer_[local], inner_[local]}, decl.user_type, decl.span);
  }
}

// ------------------------------------------------------------------------------------------------------------------ signature

void RegionFlow::labelSignature() {
  const typed::TypedBody *typed = body_.typed;
  if (typed == nullptr)
    return;
  DefKind kind = program_.def(body_.owner).kind;
  if (kind != DefKind::Fn && kind != DefKind::AssocFn) {
    // Constants and statics live forever, and so does what they refer to.
    is_constant_body_ = true;
    demandStatic({outer_[mir::LocalId(std::size_t{0})], inner_[mir::LocalId(std::size_t{0})]});
    return;
  }
  labelLocal(mir::LocalId(std::size_t{mir::return_local}), typed->signature.output);
  for (std::size_t i = 0; i < typed->signature.inputs.size() && i < body_.param_count; ++i)
    labelLocal(mir::LocalId(i + 1), typed->signature.inputs[i]);
  for (const Predicate &predicate : program_.predicates(body_.owner))
    if (predicate.kind == Predicate::Kind::RegionOutlives)
      outlives_.emplace_back(predicate.a, predicate.b);
}

void RegionFlow::addImpliedBounds(Ty signature_type) {
  while (regions_.isRef(signature_type)) {
    const TyData &ref = program_.types().data(signature_type);
    regions_.forEachRegion(ref.element(), [&](Region inside) { outlives_.emplace_back(inside, ref.region); });
    signature_type = ref.element();
  }
}

bool RegionFlow::isKnownToOutlive(Region longer, Region shorter) const {
  llvm::SmallVector<Region, 4> known{longer};
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i] == shorter)
      return true;
    for (auto [a, b] : outlives_)
      if (a == known[i] && !llvm::is_contained(known, b))
        known.push_back(b);
  }
  return false;
}

void RegionFlow::labelLocal(mir::LocalId local, Ty signature_type) {
  if (outer_[local] == no_node)
    return;
  addImpliedBounds(signature_type);
  label({outer_[local], inner_[local]}, signature_type);
}

void RegionFlow::label(const Ends &ends, Ty ty) {
  auto labelNode = [&](Node node, Region region) {
    if (region.kind() == Region::Kind::Erased)
      return;
    if (region.kind() == Region::Kind::Static)
      return link(node, static_node);
    if (llvm::is_contained(labels_[node], region))
      return;
    if (labels_[node].empty())
      labelled_.push_back(node);
    labels_[node].push_back(region);
  };
  if (!regions_.isRef(ty)) {
    regions_.forEachRegion(ty, [&](Region region) { labelNode(ends.outer, region); });
    return;
  }
  const TyData &ref = program_.types().data(ty);
  labelNode(ends.outer, ref.region);
  if (ends.inner != no_node)
    regions_.forEachRegion(ref.element(), [&](Region region) { labelNode(ends.inner, region); });
}

// ----------------------------------------------------------------------------------------------------------------- statements

/// The nodes of a place's type: its own where the place is a local; all inside of the local where it is a part of it.
RegionFlow::Ends RegionFlow::endsOf(mir::PlaceId place) const {
  const mir::PlaceData &data = body_.places[place];
  if (!data.base.isValid())
    return {outer_[data.local], inner_[data.local]};
  Node inside = inner_[data.local];
  return {inside, inside};
}

void RegionFlow::demandStatic(const Ends &ends) {
  link(ends.outer, static_node);
  link(ends.inner, static_node);
}

/// Some field on the way to the place is declared with a `'static` inside.
bool RegionFlow::fieldDemandsStatic(mir::PlaceId place) const {
  for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base) {
    const mir::PlaceData &data = body_.places[at];
    if (data.step.kind != mir::ProjectionKind::Field)
      continue;
    const mir::PlaceData &base = body_.places[data.base];
    const TyData &adt = program_.types().data(base.ty);
    if (adt.kind != TyKind::Adt)
      continue;
    std::uint32_t variant = base.base.isValid() && base.step.kind == mir::ProjectionKind::Downcast ? base.step.a : 0;
    const AdtInfo &info = program_.adt(adt.def);
    if (variant >= info.variants.size() || data.step.a >= info.variants[variant].fields.size())
      return true;
    if (regions_.mentionsStatic(info.variants[variant].fields[data.step.a].type))
      return true;
  }
  return false;
}

/// `to = from`, or `from` becomes a part of `to`.
void RegionFlow::addFlow(mir::PlaceId to, const mir::Operand &from, bool into_part) {
  if (from.kind == mir::Operand::Kind::Constant) {
    const mir::Constant &constant = body_.constants[from.constant];
    // A constant's lifetimes are all `'static`, which fits wherever the type is covariant.
    bool is_covariant = regions_.isPlain(constant.ty) || (regions_.isRef(constant.ty) && !regions_.hasInnerRegions(constant.ty));
    if (regions_.hasRegions(constant.ty) && constant.kind != mir::Constant::Kind::FnItem && !is_covariant)
      refuse(constant.span);
    return;
  }
  Ty ty = body_.places[from.place].ty;
  if (!regions_.hasRegions(ty))
    return;
  Ends source = endsOf(from.place), target = endsOf(to);
  if (into_part)
    target.outer = target.inner;
  if (target.outer == no_node) // the type of `to` has no room for a region: a `'static` field
    return demandStatic(source);
  link(source.outer, target.outer);
  if (regions_.hasInnerRegions(ty))
    linkBoth(source.inner, target.inner);
}

void RegionFlow::addBorrow(const mir::Statement &statement) {
  const mir::Rvalue &borrow = statement.rvalue;
  Ends target = endsOf(statement.place);
  bool is_mut = borrow.borrow == mir::BorrowKind::Mut || borrow.borrow == mir::BorrowKind::TwoPhaseMut || borrow.borrow == mir::BorrowKind::UniqueInClosure;
  // RFC 2094, "Reborrow constraints": whatever reference the place goes through lives at least as long.
  for (mir::PlaceId at = borrow.place; body_.places[at].base.isValid(); at = body_.places[at].base) {
    mir::PlaceId base = body_.places[at].base;
    if (body_.places[at].step.kind == mir::ProjectionKind::Deref && regions_.isRef(body_.places[base].ty))
      link(endsOf(base).outer, target.outer);
  }
  if (!regions_.hasRegions(body_.places[borrow.place].ty))
    return;
  Ends source = endsOf(borrow.place);
  if (source.outer == no_node) {
    if (is_mut)
      link(target.inner, static_node);
    return;
  }
  is_mut ? linkBoth(source.outer, target.inner) : link(source.outer, target.inner);
  linkBoth(source.inner, target.inner);
  if (is_mut && fieldDemandsStatic(borrow.place))
    link(target.inner, static_node);
}

void RegionFlow::addStatement(const mir::Statement &statement) {
  if (statement.kind == mir::StatementKind::AscribeUserType && statement.user_type.isValid())
    return addUserType(endsOf(statement.place), statement.user_type, statement.span);
  if (statement.kind != mir::StatementKind::Assign)
    return;
  if (statement.user_type.isValid())
    addUserType(endsOf(statement.place), statement.user_type, statement.span);
  const mir::Rvalue &rvalue = statement.rvalue;
  switch (rvalue.kind) {
  case mir::RvalueKind::Ref:
    return addBorrow(statement);
  case mir::RvalueKind::Use:
  case mir::RvalueKind::Cast:
    addFlow(statement.place, rvalue.operands.front(), false);
    if (rvalue.operands.front().kind != mir::Operand::Kind::Constant && regions_.hasRegions(body_.places[statement.place].ty) &&
        fieldDemandsStatic(statement.place))
      demandStatic(endsOf(rvalue.operands.front().place));
    return;
  case mir::RvalueKind::Repeat:
    return addFlow(statement.place, rvalue.operands.front(), true);
  case mir::RvalueKind::Aggregate: {
    const AdtInfo *adt = rvalue.aggregate == mir::AggregateKind::Adt ? &program_.adt(rvalue.def) : nullptr;
    for (std::size_t i = 0; i < rvalue.operands.size(); ++i) {
      const mir::Operand &operand = rvalue.operands[i];
      addFlow(statement.place, operand, true);
      if (adt == nullptr || operand.kind == mir::Operand::Kind::Constant || !regions_.hasRegions(body_.places[operand.place].ty))
        continue;
      bool known = rvalue.variant < adt->variants.size() && i < adt->variants[rvalue.variant].fields.size();
      if (!known || regions_.mentionsStatic(adt->variants[rvalue.variant].fields[i].type))
        demandStatic(endsOf(operand.place));
    }
    return;
  }
  case mir::RvalueKind::Binary:
  case mir::RvalueKind::CheckedBinary:
  case mir::RvalueKind::Unary:
  case mir::RvalueKind::Discriminant:
  case mir::RvalueKind::Len:
    return;
  }
}

/// A type written by the user may name lifetimes: the place's regions are then those of the signature.
void RegionFlow::addUserType(const Ends &ends, typed::UserTypeId user_type, Span span) {
  if (body_.typed == nullptr)
    return;
  Ty ty = body_.typed->user_types[user_type].ty;
  if (!regions_.hasRegions(ty))
    return;
  if (ends.outer == no_node)
    return refuse(span);
  label(ends, ty);
}

void RegionFlow::addCall(const mir::Terminator &call) {
  CallRegions regions(program_, regions_, body_, call);
  if (!regions.isUnderstood())
    return refuse(call.span);
  if (regions.classCount() == 0)
    return;
  Node first = nodeCount();
  for (std::uint32_t i = 0; i < regions.classCount(); ++i)
    addNode({});
  for (const CallRegions::Use &use : regions.uses()) {
    bool is_result = use.position == CallRegions::result;
    if (!is_result && call.arguments[use.position].kind == mir::Operand::Kind::Constant)
      continue;
    Ends ends = endsOf(is_result ? call.place : call.arguments[use.position].place);
    Node node = use.is_outer ? ends.outer : ends.inner, meeting = first + use.region_class;
    if (!use.is_outer)
      linkBoth(node, meeting);
    else
      is_result ? link(meeting, node) : link(node, meeting);
  }
  for (std::uint32_t demanded : regions.staticClasses())
    link(first + demanded, static_node);
}

// --------------------------------------------------------------------------------------------------------------------- finish

RegionFlow::Node RegionFlow::loanNode(mir::PlaceId place) const { return endsOf(place).outer; }

void RegionFlow::finish() {
  first_target_.assign(nodeCount() + 1, 0);
  for (auto [from, to] : edges_)
    ++first_target_[from + 1];
  for (std::size_t i = 1; i < first_target_.size(); ++i)
    first_target_[i] += first_target_[i - 1];
  targets_.resize(edges_.size());
  std::vector<std::uint32_t> next(first_target_.begin(), first_target_.end() - 1);
  for (auto [from, to] : edges_)
    targets_[next[from]++] = to;
}

} // namespace lien
