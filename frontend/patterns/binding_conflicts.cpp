// Names around a pattern and names inside of it: `x @ P` where both bind the same value.
//
// Rule (Reference, "Identifier patterns"; RFC 2294, "bindings after @"): what `x` borrows may be borrowed again below, both shared, or copied, but not
// borrowed mutably or moved; what `x` borrows mutably may not be borrowed at all; what `x` moves may be copied, but not borrowed. (What both move is a use
// after move, found with the moves.) These errors have no code, and stand at the whole pattern; of several kinds the first is told.
#include "frontend/patterns/binding_conflicts.hpp"

#include "diagnostics/stack_guard.hpp"

namespace lien {

namespace {

using typed::BindingMode;
using typed::Pat;
using typed::PatId;
using typed::PatKind;

class BindingConflicts {
public:
  BindingConflicts(Program &program, const typed::TypedBody &body, DiagnosticSink &sink)
      : program_(program), body_(body), sink_(sink), facts_(program, paramEnvOf(program, body.owner)) {}

  void judge(const Pat &outer) {
    for (auto &list : {&shared_, &mutable_, &moved_})
      list->clear();
    collect(outer.sub);
    switch (outer.mode) {
    case BindingMode::Move:
      if (!(shared_.empty() && mutable_.empty()) && isMoved(outer))
        report(outer, "borrow of moved value", "value moved into");
      return;
    case BindingMode::Ref:
      if (!mutable_.empty())
        report(outer, "cannot borrow value as mutable because it is also borrowed as immutable", "value is borrowed by");
      else if (!moved_.empty())
        report(outer, "cannot move out of value because it is borrowed", "value is borrowed by");
      return;
    case BindingMode::RefMut:
      if (!mutable_.empty())
        report(outer, "cannot borrow value as mutable more than once at a time", "value is mutably borrowed by");
      else if (!shared_.empty())
        report(outer, "cannot borrow value as immutable because it is also borrowed as mutable", "value is mutably borrowed by");
      else if (!moved_.empty())
        report(outer, "cannot move out of value because it is borrowed", "value is mutably borrowed by");
      return;
    }
  }

private:
  /// The bindings below, by what they do to the value.
  void collect(PatId id) {
    const Pat &pat = body_.pats[id];
    if (StackGuard::exhausted())
      return;
    if (pat.kind == PatKind::Binding) {
      if (pat.mode != BindingMode::Move)
        (pat.mode == BindingMode::Ref ? shared_ : mutable_).push_back(&pat);
      else if (isMoved(pat))
        moved_.push_back(&pat);
    }
    if (pat.sub.isValid())
      collect(pat.sub);
    for (const typed::FieldPattern &field : pat.fields)
      collect(field.pat);
    for (const PatId part : pat.prefix)
      collect(part);
    if (pat.rest.isValid())
      collect(pat.rest);
    for (const PatId part : pat.suffix)
      collect(part);
  }

  /// Binds by value what is not `Copy`. Where that is not known, the lowering declines the body.
  bool isMoved(const Pat &binding) { return facts_.isCopy(body_.locals[binding.local].ty) == Answer::No; }

  [[nodiscard]] std::string nameOf(const Pat &binding) const { return "`" + program_.resolver().symbols().text(body_.locals[binding.local].name).str() + "`"; }
  [[nodiscard]] Span absolute(Span span) const { return span.absoluteFrom(body_.base); }

  void report(const Pat &outer, const char *message, const std::string &what_outer_does) {
    Diagnostic diagnostic(DiagnosticKind::BindingConflict, message, absolute(outer.span), what_outer_does + " " + nameOf(outer) + " here");
    for (const Pat *inner : shared_)
      diagnostic.label(absolute(inner->span), "value is borrowed by " + nameOf(*inner) + " here");
    for (const Pat *inner : mutable_)
      diagnostic.label(absolute(inner->span), "value is mutably borrowed by " + nameOf(*inner) + " here");
    for (const Pat *inner : moved_)
      diagnostic.label(absolute(inner->span), "value is moved into " + nameOf(*inner) + " here");
    sink_.report(std::move(diagnostic));
  }

  Program &program_;
  const typed::TypedBody &body_;
  DiagnosticSink &sink_;
  TypeFacts facts_;
  llvm::SmallVector<const Pat *, 4> shared_, mutable_, moved_;
};

} // namespace

void checkBindingConflicts(Program &program, const typed::TypedBody &body, DiagnosticSink &sink) {
  const auto holdsPattern = [](const Pat &pat) { return pat.kind == PatKind::Binding && pat.sub.isValid(); };
  if (!llvm::any_of(body.pats, holdsPattern))
    return;
  BindingConflicts conflicts(program, body, sink);
  for (const Pat &pat : body.pats)
    if (holdsPattern(pat))
      conflicts.judge(pat);
}

} // namespace lien
