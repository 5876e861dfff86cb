#include "checker/explain/borrow_wording.hpp"

namespace lien {

namespace {

bool overlap(Span a, Span b) { return a.lo() < b.hi() && b.lo() < a.hi(); }
bool isSamePlace(Span a, Span b) { return a.lo() == b.lo() && a.hi() == b.hi(); }

/// What is said at the primary position stands there.
void addLabel(Diagnostic &finding, Span span, std::string text) {
  if (!isSamePlace(finding.primary.front().span, span)) {
    finding.label(span, std::move(text));
    return;
  }
  if (finding.primary.front().text.empty())
    finding.primary.front().text = std::move(text);
  else
    finding.primary.push_back({span, std::move(text)});
}

bool isShared(mir::BorrowKind kind) { return kind == mir::BorrowKind::Shared; }

} // namespace

Span BorrowWording::endSpan(const BorrowConflict &conflict) const {
  Span span = spanAt(conflict.at);
  if (!conflict.at_exit)
    return span;
  // A function returns behind its `}`; a panic leaves it there.
  return body_.blocks[conflict.at.block].terminator.kind == mir::TerminatorKind::Return ? span.shrinkToHi() : span.lastByte();
}

Diagnostic BorrowWording::word(const BorrowCause &cause) {
  switch (cause.kind) {
  case BorrowCause::Kind::Use:
    return wordUse(cause);
  case BorrowCause::Kind::Borrow:
    return wordBorrow(cause);
  case BorrowCause::Kind::Assignment:
    return wordAssignment(cause);
  case BorrowCause::Kind::GuardAssignment:
    return wordGuardAssignment(cause);
  case BorrowCause::Kind::Move:
    return wordMove(cause);
  case BorrowCause::Kind::EndOfVariable:
    return wordEndOfVariable(cause);
  case BorrowCause::Kind::EndOfTemporary:
    return wordEndOfTemporary(cause);
  case BorrowCause::Kind::ReturnOfReference:
    return wordReturnOfReference(cause);
  case BorrowCause::Kind::Destructor:
    return wordDestructor(cause);
  }
  return wordUse(cause);
}

// ------------------------------------------------------------------------------------------------------------ E0503 … E0510

Diagnostic BorrowWording::wordUse(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  std::string borrowed = names_.quoted(loan.borrowed);
  Diagnostic finding(DiagnosticKind::E0503, "cannot use " + names_.quoted(cause.conflict.accessed) + " because it was mutably borrowed",
                     absolute(cause.conflict.span), "use of borrowed " + borrowed);
  finding.label(spanAt(loan.at), borrowed + " is borrowed here");
  labelExtent(finding, cause, {"", std::nullopt, std::nullopt, names_.name(loan.borrowed)});
  return finding;
}

Diagnostic BorrowWording::wordBorrow(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  Span old_span = spanAt(loan.at), new_span = absolute(cause.conflict.span);
  std::string place = names_.quoted(cause.conflict.accessed);
  bool new_is_shared = cause.conflict.kind != ConflictKind::MutBorrow, old_is_shared = isShared(loan.kind);
  Diagnostic finding;
  std::string first;
  if (!new_is_shared && !old_is_shared) {
    first = "first ";
    std::string message = "cannot borrow " + place + " as mutable more than once at a time";
    if (isSamePlace(old_span, new_span)) {
      finding = Diagnostic(DiagnosticKind::E0499, message, new_span, place + " was mutably borrowed here in the previous iteration of the loop");
    } else {
      finding = Diagnostic(DiagnosticKind::E0499, message, new_span, "second mutable borrow occurs here");
      finding.label(old_span, "first mutable borrow occurs here");
    }
  } else {
    std::string new_word = new_is_shared ? "immutable" : "mutable", old_word = new_is_shared ? "mutable" : "immutable";
    first = old_word + " ";
    finding = Diagnostic(DiagnosticKind::E0502, "cannot borrow " + place + " as " + new_word + " because it is also borrowed as " + old_word, new_span,
                         new_word + " borrow occurs here");
    finding.label(old_span, old_word + " borrow occurs here");
  }
  labelExtent(finding, cause, {first, std::nullopt, new_span, names_.name(loan.borrowed)});
  return finding;
}

Diagnostic BorrowWording::wordAssignment(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  std::string place = names_.quoted(cause.conflict.accessed);
  Diagnostic finding(DiagnosticKind::E0506, "cannot assign to " + place + " because it is borrowed", absolute(cause.conflict.span),
                     place + " is assigned to here but it was already borrowed");
  finding.label(spanAt(loan.at), place + " is borrowed here");
  labelExtent(finding, cause, {"", std::nullopt, std::nullopt, names_.name(loan.borrowed)});
  return finding;
}

Diagnostic BorrowWording::wordGuardAssignment(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  std::string action = cause.conflict.kind == ConflictKind::MutBorrow ? "mutably borrow" : "assign";
  bool is_index = llvm::any_of(body_.statements, [&](const mir::Statement &statement) {
    return statement.kind == mir::StatementKind::FakeRead && statement.cause == mir::FakeReadCause::ForIndex && statement.place == loan.assigned;
  });
  std::string section = is_index ? "indexing expression" : "match guard";
  Diagnostic finding(DiagnosticKind::E0510, "cannot " + action + " " + names_.quoted(cause.conflict.accessed) + " in " + section, absolute(cause.conflict.span),
                     "cannot " + action);
  finding.label(spanAt(loan.at), "value is immutable in " + section);
  return finding;
}

Diagnostic BorrowWording::wordMove(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  std::string moved = names_.quoted(cause.conflict.accessed);
  Diagnostic finding(DiagnosticKind::E0505, "cannot move out of " + moved + " because it is borrowed", absolute(cause.conflict.span),
                     "move out of " + moved + " occurs here");
  finding.label(spanAt(loan.at), "borrow of " + names_.quoted(loan.borrowed) + " occurs here");
  labelBinding(finding, body_.places[loan.borrowed].local);
  labelExtent(finding, cause, {"", spanAt(loan.at), std::nullopt, names_.name(loan.borrowed)});
  suggestCloningBorrowed(finding, loan);
  return finding;
}

// ------------------------------------------------------------------------------------------------ E0597, E0716, E0515, E0713

Diagnostic BorrowWording::wordEndOfVariable(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  std::string place = names_.quoted(loan.borrowed);
  Diagnostic finding(DiagnosticKind::E0597, place + " does not live long enough", spanAt(loan.at), "borrowed value does not live long enough");
  finding.label(endSpan(cause.conflict), place + " dropped here while still borrowed");
  labelBinding(finding, body_.places[loan.borrowed].local);
  labelExtent(finding, cause, {"", spanAt(loan.at), std::nullopt, names_.name(loan.borrowed)});
  if (std::holds_alternative<UsedLater>(cause.extent))
    labelCollection(finding, place);
  return finding;
}

/// A vector of references among the variables: what it holds has to live as long as it does.
void BorrowWording::labelCollection(Diagnostic &finding, const std::string &place) {
  for (std::size_t i = 0; i < body_.locals.size(); ++i) {
    mir::LocalId local(i);
    const TyData &ty = judged_.types.data(body_.locals[local].ty);
    bool is_vector = ty.kind == TyKind::Adt && judged_.program.isLang(ty.def, LangItem::VecStruct) && !ty.args.empty() && ty.args.front().isType();
    if (!is_vector || judged_.types.data(ty.args.front().type()).kind != TyKind::Ref || !isNamedByUser(body_, local))
      continue;
    std::string name = names_.localName(local).str();
    finding.label(absolute(body_.locals[local].span), "variable `" + name + "` declared here");
    finding.note("`" + name + "` is a collection that stores borrowed references, but " + place + " does not live long enough to be stored in it");
    finding.help("buffer reuse with borrowed references requires unsafe code or restructuring");
    return;
  }
}

Diagnostic BorrowWording::wordEndOfTemporary(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  Span made = body_.locals[body_.places[loan.borrowed].local].span;
  Diagnostic finding(DiagnosticKind::E0716, "temporary value dropped while borrowed", absolute(made),
                     "creates a temporary value which is freed while still in use");
  finding.label(endSpan(cause.conflict), "temporary value is freed at the end of this statement");
  if (!std::holds_alternative<MustOutlive>(cause.extent))
    finding.note("consider using a `let` binding to create a longer lived value");
  labelExtent(finding, cause, {"", std::nullopt, std::nullopt, std::nullopt});
  return finding;
}

Diagnostic BorrowWording::wordReturnOfReference(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  const mir::PlaceData &borrowed = body_.places[loan.borrowed];
  mir::LocalKind root = body_.locals[borrowed.local].kind;
  Span return_span = absolute(std::get<MustOutlive>(cause.extent).blame.step.span);
  std::optional<std::string> name = names_.name(loan.borrowed);
  Span made = spanAt(loan.at);
  std::string what, note;
  if (name) {
    std::string owner = "local data ";
    if (!borrowed.base.isValid())
      owner = root == mir::LocalKind::Param ? "function parameter " : "local variable ";
    what = owner + "`" + *name + "`";
    note = "`" + *name + "` is borrowed here";
  } else {
    made = absolute(body_.locals[borrowed.local].span);
    what = root == mir::LocalKind::Param ? "function parameter" : "temporary value";
    note = root == mir::LocalKind::Param ? "function parameter borrowed here" : "temporary value created here";
  }
  std::string reference = isSamePlace(return_span, spanAt(loan.at)) ? "reference to" : "value referencing";
  Diagnostic finding(DiagnosticKind::E0515, "cannot return " + reference + " " + what, return_span,
                     "returns a " + reference + " data owned by the current function");
  if (!isSamePlace(return_span, made)) {
    finding.label(made, note);
    suggestCollecting(finding, return_span);
  }
  return finding;
}

Diagnostic BorrowWording::wordDestructor(const BorrowCause &cause) {
  const Loan &loan = loanOf(cause);
  Diagnostic finding(DiagnosticKind::E0713, "borrow may still be in use when destructor runs", spanAt(loan.at));
  std::optional<std::string> dropped = names_.name(cause.conflict.accessed), borrowed = names_.name(loan.borrowed);
  std::string what = dropped ? "`" + *dropped + "`" : "temporary value";
  std::string type = "`" + printType(cause.destructor_of) + "`";
  finding.label(endSpan(cause.conflict),
                borrowed ? "here, drop of " + what + " needs exclusive access to `" + *borrowed + "`, because the type " + type + " implements the `Drop` trait"
                         : "here is drop of " + what + "; whose type " + type + " implements the `Drop` trait");
  if (!std::holds_alternative<MustOutlive>(cause.extent) && !std::holds_alternative<Unexplained>(cause.extent))
    finding.note("consider using a `let` binding to create a longer lived value");
  labelExtent(finding, cause, {"", std::nullopt, std::nullopt, borrowed});
  return finding;
}

void BorrowWording::labelBinding(Diagnostic &finding, mir::LocalId local) {
  llvm::StringRef name = names_.localName(local);
  if (!name.empty())
    finding.label(absolute(body_.locals[local].span), "binding `" + name.str() + "` declared here");
}

// ------------------------------------------------------------------------------------------- why the loan is still alive

void BorrowWording::labelExtent(Diagnostic &finding, const BorrowCause &cause, const ExtentWords &words) {
  if (const auto *use = std::get_if<UsedLater>(&cause.extent))
    return labelLaterUse(finding, *use, words);
  if (const auto *drop = std::get_if<DroppedLater>(&cause.extent))
    return labelLaterDrop(finding, cause, *drop, words);
  if (const auto *required = std::get_if<MustOutlive>(&cause.extent))
    return labelRequirement(finding, *required, words);
}

void BorrowWording::labelLaterUse(Diagnostic &finding, const UsedLater &use, const ExtentWords &words) {
  llvm::StringRef how;
  switch (use.kind) {
  case UsedLater::Kind::TraitObject:
    how = use.in_next_iteration ? "captured here by trait object, in later iteration of loop" : "captured here by trait object";
    break;
  case UsedLater::Kind::Call:
    how = use.in_next_iteration ? "used by call, in later iteration of loop" : "used by call";
    break;
  case UsedLater::Kind::Stored:
    how = "stored here";
    break;
  case UsedLater::Kind::Use:
    how = use.in_next_iteration ? "used here, in later iteration of loop" : "used here";
    break;
  }
  Span span = absolute(use.span);
  if (!use.in_next_iteration && words.borrow_span && overlap(*words.borrow_span, span))
    return;
  bool says_later = !use.in_next_iteration || use.kind == UsedLater::Kind::Stored;
  addLabel(finding, span, words.borrow + "borrow " + (says_later ? "later " : "") + how.str());
}

void BorrowWording::labelLaterDrop(Diagnostic &finding, const BorrowCause &cause, const DroppedLater &drop, const ExtentWords &words) {
  const mir::LocalDecl &decl = body_.locals[drop.dropped];
  const TyData &ty = judged_.types.data(decl.ty);
  bool is_own_destructor = ty.kind == TyKind::Adt && judged_.types.hasDestructor(decl.ty) && !judged_.types.isBox(decl.ty);
  std::string code =
      is_own_destructor ? "`Drop` code for type `" + judged_.program.resolver().pathOf(ty.def) + "`" : "destructor for type `" + printType(decl.ty) + "`";
  Span end = spanAt(drop.at);
  if (isNamedByUser(body_, drop.dropped)) {
    finding.label(end, words.borrow + "borrow might be used here, when `" + names_.localName(drop.dropped).str() + "` is dropped and runs the " + code);
    if (drop.is_about_order)
      finding.note("values in a scope are dropped in the opposite order they are defined");
    return;
  }
  finding.label(absolute(decl.span), "a temporary with access to the " + words.borrow + "borrow is created here ...");
  finding.label(end, "... and the " + words.borrow + "borrow might be used here, when that temporary is dropped and runs the " + code);
  suggestEndingTail(finding, cause, drop, words.second_borrow);
}

void BorrowWording::labelRequirement(Diagnostic &finding, const MustOutlive &required, const ExtentWords &words) {
  std::optional<RegionName> lifetime = region_names_.name(required.lifetime);
  if (!lifetime)
    return;
  RegionNames::label(finding, *lifetime);
  std::string what = words.place ? "`" + *words.place + "` is borrowed" : words.borrow + "borrow lasts";
  const Blame &blame = required.blame;
  addLabel(finding, absolute(blame.step.span), describeStep(body_, blame.step).str() + "requires that " + what + " for `" + lifetime->text + "`");
  if (!blame.bound.empty())
    finding.noteAt(blame.bound, "requirement that the value outlives `" + lifetime->text + "` introduced here");
}

} // namespace lien
