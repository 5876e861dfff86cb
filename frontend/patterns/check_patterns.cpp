// Which patterns of a body must be exhaustive or irrefutable, and what to say when one is not (E0004, E0005).
//
// `match` must cover every value; patterns of `let` without `else`, of parameters and of `for` must cover every value alone. Reference, "Patterns:
// refutability".
#include "diagnostics/diagnostic.hpp"
#include "frontend/patterns/constructor.hpp"
#include "frontend/typeck/check_body.hpp"

namespace lien {

namespace {

using namespace patterns;

/// "`A`", "`A` and `B`", "`A`, `B` and `C`", "`A`, `B`, `C` and 2 more".
std::string joinWitnesses(llvm::ArrayRef<std::string> texts) {
  constexpr std::size_t limit = 3;
  const auto quoted = [](const std::string &text) { return "`" + text + "`"; };
  if (texts.size() == 1)
    return quoted(texts.front());
  std::string result;
  const bool cut = texts.size() > limit;
  const std::size_t shown = cut ? limit : texts.size() - 1;
  for (std::size_t i = 0; i < shown; ++i)
    result += (i > 0 ? ", " : "") + quoted(texts[i]);
  return result + (cut ? " and " + std::to_string(texts.size() - limit) + " more" : " and " + quoted(texts.back()));
}

class PatternChecker {
public:
  PatternChecker(Program &program, const typed::TypedBody &body, DiagnosticSink &sink)
      : program_(program), body_(body), sink_(sink), context_(program, body.owner) {}

  void run() {
    for (const typed::Param &param : body_.params)
      checkIrrefutable(param.pat, Place::Param, {});
    for (const typed::Block &block : body_.blocks)
      for (const typed::Stmt &stmt : block.stmts)
        if (stmt.kind == typed::Stmt::Kind::Let && !stmt.else_block.isValid())
          checkIrrefutable(stmt.pat, Place::Let, stmt.expr);
    for (const typed::Expr &expr : body_.exprs)
      if (expr.kind == typed::ExprKind::Match)
        checkMatch(expr);
  }

private:
  enum class Place : std::uint8_t { Let, Param, For };

  [[nodiscard]] Span absolute(Span span) const { return span.absoluteFrom(body_.base); }

  /// Does the scrutinee hold a valid value for certain: not something reached through a reference?
  bool isKnownValid(typed::ExprId id) const {
    while (id.isValid()) {
      const typed::Expr &expr = body_.exprs[id];
      if (expr.kind == typed::ExprKind::Deref)
        return false;
      if (expr.kind != typed::ExprKind::Field && expr.kind != typed::ExprKind::Index && expr.kind != typed::ExprKind::PlaceMention &&
          expr.kind != typed::ExprKind::Ascribe)
        return true;
      id = expr.a;
    }
    return true;
  }

  /// Patterns that cannot fail by their form need no matrix.
  bool isTriviallyIrrefutable(typed::PatId id) const {
    const typed::Pat &pat = body_.pats[id];
    switch (pat.kind) {
    case typed::PatKind::Wild:
      return true;
    case typed::PatKind::Binding:
      return !pat.sub.isValid() || isTriviallyIrrefutable(pat.sub);
    case typed::PatKind::Deref:
      return isTriviallyIrrefutable(pat.sub);
    case typed::PatKind::Leaf:
      return llvm::all_of(pat.fields, [&](const typed::FieldPattern &field) { return isTriviallyIrrefutable(field.pat); });
    default:
      return false;
    }
  }

  void checkIrrefutable(typed::PatId id, Place place, typed::ExprId scrutinee) {
    if (isTriviallyIrrefutable(id))
      return;
    const typed::Pat &pat = body_.pats[id];
    context_.uncertain = false;
    const MatchRow row{takeApart(context_, body_, id), false};
    const Exhaustiveness answer = checkExhaustive(context_, row, pat.ty, isKnownValid(scrutinee));
    if (!mayConclude(answer, absolute(pat.span)))
      return;
    const std::vector<std::string> texts = print(answer);
    const char *where = place == Place::Let ? "local binding" : place == Place::Param ? "function argument" : "`for` loop binding";
    const std::string joined = joinWitnesses(texts);
    Diagnostic diagnostic(DiagnosticKind::E0005, std::string("refutable pattern in ") + where, absolute(pat.span), notCovered(texts.size(), joined));
    if (place == Place::Let) {
      diagnostic.note("`let` bindings require an \"irrefutable pattern\", like a `struct` or an `enum` with only one variant");
      diagnostic.note("for more information, visit https://doc.rust-lang.org/book/ch19-02-refutability.html");
    }
    diagnostic.note("the matched value is of type `" + program_.print(pat.ty) + "`");
    sink_.report(std::move(diagnostic));
  }

  void checkMatch(const typed::Expr &match) {
    if (match.desugar == typed::Desugar::ForNextMatch) {
      checkForPattern(match);
      return;
    }
    if (match.desugar != typed::Desugar::None)
      return;
    const typed::Expr &scrutinee = body_.exprs[match.a];
    context_.uncertain = false;
    std::vector<MatchRow> rows;
    bool any_guard = false;
    for (const typed::Arm &arm : match.arms) {
      rows.push_back({takeApart(context_, body_, arm.pat), arm.guard.isValid()});
      any_guard |= arm.guard.isValid();
    }
    const Exhaustiveness answer = checkExhaustive(context_, rows, scrutinee.ty, isKnownValid(match.a));
    if (!mayConclude(answer, absolute(scrutinee.span)))
      return;
    const std::string type = program_.print(scrutinee.ty);
    if (rows.empty() && isNonEmptyByType(scrutinee.ty)) {
      sink_.report(Diagnostic(DiagnosticKind::E0004, "non-exhaustive patterns: type `" + type + "` is non-empty", absolute(scrutinee.span)))
          .note("the matched value is of type `" + type + "`")
          .help("ensure that all possible cases are being handled by adding a match arm with a wildcard pattern as shown");
      return;
    }
    const std::vector<std::string> texts = print(answer);
    const std::string joined = joinWitnesses(texts);
    Diagnostic &diagnostic = sink_.report(
        Diagnostic(DiagnosticKind::E0004, "non-exhaustive patterns: " + joined + " not covered", absolute(scrutinee.span), notCovered(texts.size(), joined)));
    diagnostic.note("the matched value is of type `" + type + "`");
    if (any_guard)
      diagnostic.note("match arms with guards don't count towards exhaustivity");
    diagnostic.help(texts.size() == 1
                        ? "ensure that all possible cases are being handled by adding a match arm with a wildcard pattern or an explicit pattern as shown"
                    : texts.size() <= 3
                        ? "ensure that all possible cases are being handled by adding a match arm with a wildcard pattern, a match arm with multiple "
                          "or-patterns as shown, or multiple match arms"
                        : "ensure that all possible cases are being handled by adding a match arm with a wildcard pattern as shown, or multiple match arms");
  }

  /// `for p in e`: the second arm of the desugared match is `Some(p)`.
  void checkForPattern(const typed::Expr &match) {
    for (const typed::Arm &arm : match.arms) {
      const typed::Pat &pat = body_.pats[arm.pat];
      if (pat.kind == typed::PatKind::Variant && pat.fields.size() == 1)
        checkIrrefutable(pat.fields.front().pat, Place::For, {});
    }
  }

  /// A match without arms on a type that is not an enum with variants is explained by the type alone.
  bool isNonEmptyByType(Ty ty) {
    const TyData &data = program_.types().data(ty);
    return data.kind != TyKind::Adt || !program_.adt(data.def).is_enum || program_.adt(data.def).variants.empty();
  }

  /// False where all is matched, or where the answer is not certain (then that is declined).
  bool mayConclude(const Exhaustiveness &answer, Span span) {
    if (answer.too_complex) {
      sink_.declineLimit(span, "patterns too complex to judge");
      return false;
    }
    if (answer.witnesses.empty())
      return false;
    if (context_.uncertain) {
      sink_.declineFeature(span, "patterns whose exhaustiveness rests on a constant or type that is not evaluated");
      return false;
    }
    return true;
  }

  std::vector<std::string> print(const Exhaustiveness &answer) {
    std::vector<std::string> texts;
    texts.reserve(answer.witnesses.size());
    for (const DPat *witness : answer.witnesses)
      texts.push_back(printWitness(context_, *witness));
    return texts;
  }

  static std::string notCovered(std::size_t count, const std::string &joined) { return (count == 1 ? "pattern " : "patterns ") + joined + " not covered"; }

  Program &program_;
  const typed::TypedBody &body_;
  DiagnosticSink &sink_;
  PatternContext context_;
};

} // namespace

void checkPatterns(Program &program, const typed::TypedBody &body, DiagnosticSink &sink) { PatternChecker(program, body, sink).run(); }

} // namespace lien
