#include "checker/explain/wording.hpp"

#include "checker/explain/call_sites.hpp"
#include "checker/explain/loop_heads.hpp"
#include "checker/explain/suggestions.hpp"
#include "checker/explain/unassigned_branches.hpp"

namespace lien {

namespace {

llvm::StringRef noun(UseKind use) {
  switch (use) {
  case UseKind::Use:
  case UseKind::MatchOn:
    return "use";
  case UseKind::Borrow:
    return "borrow";
  case UseKind::Assignment:
    return "assign";
  case UseKind::PartialAssignment:
    return "assign to part";
  }
  return "use";
}

llvm::StringRef pastTense(UseKind use) {
  switch (use) {
  case UseKind::Use:
    return "used";
  case UseKind::MatchOn:
    return "matched on";
  case UseKind::Borrow:
    return "borrowed";
  case UseKind::Assignment:
    return "assigned";
  case UseKind::PartialAssignment:
    return "partially assigned";
  }
  return "used";
}

bool isAssignment(UseKind use) { return use == UseKind::Assignment || use == UseKind::PartialAssignment; }

llvm::StringRef generalPastTense(UseKind use) { return isAssignment(use) ? pastTense(use) : "used"; }

std::string in(llvm::StringRef text, bool in_loop) { return text.str() + (in_loop ? ", in previous iteration of loop" : ""); }

} // namespace

Diagnostic Wording::word(const Cause &cause) {
  return std::visit([&](const auto &which) { return wordCause(which); }, cause);
}

std::string Wording::noCopy(const std::string &place, Ty ty, bool is_partial) {
  return std::string(is_partial ? "partial move" : "move") + " occurs because " + place + " has type " + print(ty) +
         ", which does not implement the `Copy` trait";
}

// ---------------------------------------------------------------------------------------------------------------------- E0381

Diagnostic Wording::wordCause(const NeverInitialised &cause) {
  const EmptyUse &use = cause.use;
  mir::LocalId local = body_.places[use.used].local;
  Span span = judged_.flow.spanAt(use.at);
  std::optional<std::string> blamed = names_.name(use.blamed, PlaceNames::Variants::Hidden);
  std::string used = names_.quoted(use.used, PlaceNames::Variants::Hidden);

  UnassignedBranches branches = findUnassignedBranches(judged_, use);
  std::string state = "isn't initialized";
  if (isAssignment(use.use))
    state = "isn't fully initialized";
  else if (branches.is_assigned_elsewhere)
    state = "is possibly-uninitialized";

  std::string verb = generalPastTense(use.use).str();
  Diagnostic finding(DiagnosticKind::E0381, verb + " binding " + (blamed ? "`" + *blamed + "` " : "") + state, absolute(span),
                     used + " " + verb + " here but it " + state);
  if (isAssignment(use.use))
    finding.help("partial initialization isn't supported, fully initialize the binding with a default value and mutate it, or use `std::mem::MaybeUninit`");
  for (const UnassignedBranches::Way &way : branches.ways)
    finding.label(absolute(way.span),
                  way.names_variable ? way.before_name + (blamed ? "`" + *blamed + "`" : "the variable") + way.after_name : way.before_name);
  finding.label(absolute(body_.locals[local].span), "binding declared here but left uninitialized");
  if (state == "isn't initialized")
    suggestInitialValue(judged_, finding, local);
  return finding;
}

// ---------------------------------------------------------------------------------------------------------------------- E0382

Diagnostic Wording::wordCause(const MovedBefore &cause) {
  const EmptyUse &use = cause.use;
  std::optional<std::string> blamed = names_.name(use.blamed, PlaceNames::Variants::Hidden);
  bool in_loop = llvm::any_of(cause.history.sites, [&](const MoveSite &site) { return judged_.data.moves()[site.move].at == use.at; });
  std::string message = noun(use.use).str() + " of " + (cause.is_partial ? "partially " : "") + "moved value" + (blamed ? ": `" + *blamed + "`" : "");
  std::string label = in_loop ? "" : "value " + pastTense(use.use).str() + " here after " + (cause.is_partial ? "partial move" : "move");
  Diagnostic finding(DiagnosticKind::E0382, message, spanAt(use.at), label);

  labelRefills(finding, cause.history);
  llvm::SmallVector<Span, 4> seen;
  for (const MoveSite &site : cause.history.sites) {
    Span span = judged_.flow.spanAt(judged_.data.moves()[site.move].at);
    if (llvm::is_contained(seen, span))
      continue;
    seen.push_back(span);
    labelMoveSite(finding, cause, site);
  }
  labelMovedType(finding, cause);
  return finding;
}

void Wording::labelRefills(Diagnostic &finding, const MoveHistory &history) {
  if (history.refills.size() == 1)
    finding.label(spanAt(history.refills.front()), "this reinitialization might get skipped");
  if (history.refills.size() <= 1)
    return;
  SubDiagnostic note{Level::Note, "these " + std::to_string(history.refills.size()) + " reinitializations might get skipped", {}};
  for (Location refill : history.refills)
    note.spans.push_back({spanAt(refill), {}});
  finding.children.push_back(std::move(note));
}

/// Which loops run the move again, where it takes a whole variable that is declared outside of them.
void Wording::labelLoops(Diagnostic &finding, const MovedBefore &cause, const MoveOut &move) {
  const mir::PlaceData &moved = body_.places[judged_.data[move.path].place];
  const mir::LocalDecl &decl = body_.locals[moved.local];
  if (cause.is_partial || moved.base.isValid() || decl.name.empty())
    return;
  for (Span head : loopHeadsAround(judged_, judged_.flow.spanAt(move.at), decl.span))
    finding.label(absolute(head), "inside of this loop");
}

void Wording::labelMoveSite(Diagnostic &finding, const MovedBefore &cause, const MoveSite &site) {
  const MoveOut &move = judged_.data.moves()[site.move];
  mir::PlaceId moved = judged_.data[move.path].place;
  bool in_loop = move.at == cause.use.at || site.over_back_edge;
  std::string partially = cause.is_partial ? "partially " : "";
  Span move_span = spanAt(move.at), use_span = finding.primary.front().span;
  suggestForMove(judged_, names_, finding, cause, move);
  labelLoops(finding, cause, move);
  if (labelReceiver(finding, move.at, moved, partially, in_loop))
    return;
  if (move_span == use_span) {
    if (in_loop && finding.primary.front().text.empty())
      finding.primary.front().text = in("value " + partially + "moved here", true);
    return;
  }
  finding.label(move_span, in("value " + partially + "moved here", in_loop));
}

bool Wording::labelReceiver(Diagnostic &finding, Location move, mir::PlaceId moved, const std::string &partially, bool in_loop) {
  const mir::Terminator *call = receiverCall(judged_, move);
  if (call == nullptr)
    return false;
  std::string place = names_.quoted(moved);
  std::string start = place + " " + partially + "moved due to ";
  Span span = absolute(call->fn_span);
  auto label = [&](const std::string &text) {
    if (span == finding.primary.front().span && finding.primary.front().text.empty())
      finding.primary.front().text = text;
    else
      finding.label(span, text);
  };
  if (call->desugar == typed::Desugar::Operator) {
    label(in(start + "usage in operator", in_loop));
    bool is_unary = call->arguments.size() == 1;
    finding.note(is_unary ? "calling this operator moves the value" : "calling this operator moves the left-hand side");
    return true;
  }
  DefId callee = calleeOf(body_, *call);
  std::string note = "`" + methodName(judged_.program, callee) + "` takes ownership of the receiver `self`, which moves " + place;
  const Def &def = judged_.program.def(callee);
  if (def.crate == CrateKind::User && !def.as<ast::FnItem>()->self_param.span.empty())
    finding.noteAt(def.as<ast::FnItem>()->self_param.span, note);
  else
    finding.note(note);
  label(in(start + (call->desugar == typed::Desugar::ForInto ? "this implicit call to `.into_iter()`" : "this method call"), in_loop));
  return true;
}

void Wording::labelMovedType(Diagnostic &finding, const MovedBefore &cause) {
  const MoveOut &move = judged_.data.moves()[cause.history.sites.front().move];
  const mir::PlaceData &moved = body_.places[judged_.data[move.path].place];
  std::string text = noCopy(names_.quoted(judged_.data[move.path].place, PlaceNames::Variants::Hidden), moved.ty, cause.is_partial);
  if (!moved.base.isValid())
    finding.label(absolute(body_.locals[moved.local].span), text);
  else
    finding.note(text);
}

// ---------------------------------------------------------------------------------------------------- E0507, E0508, E0509

Diagnostic Wording::wordCause(const CannotMove &cause) {
  const IllegalMove &move = cause.first;
  Span span = absolute(cause.span);
  const TyData &container = judged_.types.data(body_.places[move.why.at].ty);
  DiagnosticKind kind = DiagnosticKind::E0507;
  std::string message, label;
  if (move.why.obstacle == MoveObstacle::Destructor) {
    kind = DiagnosticKind::E0509;
    message = "cannot move out of type " + print(body_.places[move.why.at].ty) + ", which implements the `Drop` trait";
    label = "cannot move out of here";
  } else if (container.kind == TyKind::Array || container.kind == TyKind::Slice) {
    kind = DiagnosticKind::E0508;
    message = "cannot move out of type " + print(body_.places[move.why.at].ty) + ", a non-copy " + (container.kind == TyKind::Array ? "array" : "slice");
    label = "cannot move out of here";
  } else {
    message = "cannot move out of " + describeObstacle(cause);
  }
  Diagnostic finding(kind, message, span, label);

  if (!cause.bindings.empty()) {
    labelBindings(finding, cause);
  } else {
    std::string text = noCopy(names_.quoted(move.place), body_.places[move.place].ty);
    if (finding.primary.front().text.empty())
      finding.primary.front().text = text;
    else
      finding.label(span, text);
    labelReceiver(finding, move.at, move.place, "", false);
  }
  suggestForIllegalMove(judged_, names_, finding, cause);
  return finding;
}

void Wording::labelBindings(Diagnostic &finding, const CannotMove &cause) {
  llvm::SmallVector<mir::LocalId, 2> bindings = cause.bindings;
  llvm::sort(bindings);
  bindings.erase(std::unique(bindings.begin(), bindings.end()), bindings.end());
  bool first = true;
  for (mir::LocalId binding : bindings) {
    finding.label(absolute(body_.locals[binding].span), first ? "data moved here" : "...and here");
    first = false;
  }
  if (bindings.size() == 1) {
    const mir::LocalDecl &decl = body_.locals[bindings.front()];
    finding.label(absolute(decl.span), noCopy("`" + names_.localName(bindings.front()).str() + "`", decl.ty));
  } else {
    finding.note("move occurs because these variables have types that don't implement the `Copy` trait");
  }
}

/// `` `*r` which is behind a shared reference ``, `` index of `Vec<String>` ``, `` static item `S` `` …
std::string Wording::describeObstacle(const CannotMove &cause) {
  const IllegalMove &move = cause.first;
  const mir::PlaceData &behind = body_.places[move.why.at];
  DefId static_item = body_.places[behind.base].base.isValid() ? DefId() : names_.staticIn(behind.local);
  if (static_item.isValid()) {
    if (move.place == move.why.at)
      return "static item " + names_.quoted(move.place);
    return names_.quoted(move.place) + " as " + names_.quoted(move.why.at) + " is a static item";
  }
  ReferenceSource source = sourceOfReference(judged_, behind.base);
  std::optional<std::string> name = names_.name(move.place, PlaceNames::Variants::PayloadHidden);
  switch (source.kind) {
  case ReferenceSource::Kind::OverloadedDeref: {
    std::string shared_owner = names_.sharedOwnerName(source.container);
    return shared_owner.empty() ? "dereference of " + print(source.container) : "an `" + shared_owner + "`";
  }
  case ReferenceSource::Kind::OverloadedIndex:
    return "index of " + print(source.container);
  case ReferenceSource::Kind::SharedReference:
  case ReferenceSource::Kind::MutableReference:
    break;
  }
  std::string reference = source.kind == ReferenceSource::Kind::SharedReference ? "a shared reference" : "a mutable reference";
  if (!name)
    return reference;
  std::string variant = names_.variantName(move.place);
  return "`" + *name + "`" + (variant.empty() ? "" : " as enum variant `" + variant + "`") + " which is behind " + reference;
}

// ---------------------------------------------------------------------------------------------------------------------- E0384

Diagnostic Wording::wordCause(const AssignedTwice &cause) {
  mir::LocalId local = body_.places[cause.again.place].local;
  const mir::LocalDecl &decl = body_.locals[local];
  bool is_argument = decl.kind == mir::LocalKind::Param;
  std::string name = names_.quoted(cause.again.place);
  Span span = spanAt(cause.again.at);
  std::string words = is_argument ? "cannot assign to immutable argument" : "cannot assign twice to immutable variable";
  Diagnostic finding(DiagnosticKind::E0384, words + " " + name, span, words);
  Span first = absolute(firstAssignmentSpan(judged_, cause.again));
  if (first != span && !is_argument)
    finding.label(first, "first assignment to " + name);
  suggestMutBinding(judged_, finding, local, "consider making this binding mutable");
  return finding;
}

// --------------------------------------------------------------------------------------------------------------- E0594, E0596

Wording::Refusal Wording::describeRefusal(const NotMutable &violation) {
  const mir::PlaceData &blamed = body_.places[violation.blamed];
  std::string place = names_.quoted(violation.place);
  bool is_whole = violation.place == violation.blamed;
  if (!blamed.base.isValid()) {
    std::string owner = is_whole ? "it" : "`" + names_.localName(blamed.local).str() + "`";
    return {place, ", as " + owner + " is not declared as mutable", {}};
  }
  bool of_local = !body_.places[blamed.base].base.isValid();
  if (of_local && body_.locals[blamed.local].guard_ref)
    return {place, ", as it is immutable for the pattern guard", {}};
  DefId static_item = of_local ? names_.staticIn(blamed.local) : DefId();
  if (static_item.isValid()) {
    if (is_whole)
      return {"immutable static item " + place, "", {}};
    return {place, ", as " + names_.quoted(violation.blamed) + " is an immutable static item", {}};
  }
  ReferenceSource source = sourceOfReference(judged_, blamed.base);
  std::string pointer = "a `&` reference";
  if (source.kind == ReferenceSource::Kind::OverloadedDeref) {
    std::string shared_owner = names_.sharedOwnerName(source.container);
    pointer = shared_owner.empty() ? "a dereference of " + print(source.container) : "an `" + shared_owner + "`";
  }
  if (source.kind == ReferenceSource::Kind::OverloadedIndex)
    pointer = "an index of " + print(source.container);
  if (!names_.name(violation.place))
    return {"data in " + pointer, "", pointer};
  return {place, (violation.is_borrow ? ", as it is behind " : ", which is behind ") + pointer, pointer};
}

Diagnostic Wording::wordCause(const NeedsMut &cause) {
  const NotMutable &first = cause.first;
  Refusal refusal = describeRefusal(first);
  const mir::PlaceData &blamed = body_.places[first.blamed];
  bool is_local = !blamed.base.isValid();
  std::string message =
      first.is_borrow ? "cannot borrow " + refusal.item + " as mutable" + refusal.reason : "cannot assign to " + refusal.item + refusal.reason;
  DiagnosticKind kind = first.is_borrow ? DiagnosticKind::E0596 : DiagnosticKind::E0594;
  std::string label = first.is_borrow ? "cannot borrow as mutable" : "cannot assign";
  // Behind a variable that holds a reference, the label names the variable.
  std::optional<std::string> pointer = is_local || refusal.pointer.empty() ? std::nullopt : names_.name(blamed.base);
  bool is_plain_reference = refusal.pointer == "a `&` reference";
  if (pointer && is_plain_reference && !body_.places[blamed.base].base.isValid())
    label = "`" + *pointer + "` is a `&` reference, so it cannot be " + (first.is_borrow ? "borrowed as mutable" : "written to");

  if (cause.others.empty()) {
    Diagnostic finding(kind, message, spanAt(first.at), label);
    suggestMutability(judged_, finding, first);
    return finding;
  }
  Diagnostic finding(kind, message, absolute(body_.locals[blamed.local].span), "not mutable");
  finding.label(spanAt(first.at), label);
  for (Location other : cause.others)
    finding.label(spanAt(other), label);
  suggestMutability(judged_, finding, first);
  return finding;
}

} // namespace lien
