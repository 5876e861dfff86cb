// Calls of macros. The standard ones are built in: their arguments are parsed here, as the patterns of their definitions say; of others only the extent is
// known.
#include "frontend/syntax/grammar.hpp"

#include "llvm/Support/SaveAndRestore.h"

namespace lien::grammar {

namespace {

using ast::MacroKind;

static_assert(sym::cfg - sym::mac_print == static_cast<unsigned>(MacroKind::Cfg) - static_cast<unsigned>(MacroKind::Print));

/// `name!` or `std::name!` (`core`, `alloc`, with or without a leading `::`).
MacroKind builtinMacro(const ast::Path &path) {
  const auto &segments = path.segments;
  if (segments.size() > 2 || path.qself != nullptr || (path.global && segments.size() == 1))
    return MacroKind::Unknown;
  const Symbol crate = segments.front().ident.name;
  if (segments.size() == 2 && crate != sym::std_crate && crate != sym::core_crate && crate != sym::alloc_crate)
    return MacroKind::Unknown;
  const Symbol name = segments.back().ident.name;
  if (name.value < sym::mac_print || name.value > sym::cfg)
    return MacroKind::Unknown;
  return static_cast<MacroKind>(static_cast<unsigned>(MacroKind::Print) + name.value - sym::mac_print);
}

/// The macros whose errors speak of macro rules.
bool isByRules(MacroKind kind) {
  switch (kind) {
  case MacroKind::Vec:
  case MacroKind::Matches:
  case MacroKind::AssertEq:
  case MacroKind::AssertNe:
  case MacroKind::DebugAssertEq:
  case MacroKind::DebugAssertNe:
  case MacroKind::Dbg:
    return true;
  default: // the others are built into rustc or pass their tokens on to such a one
    return false;
  }
}

/// Formatting macros: what follows the format string is checked by a parser of its own.
bool isFormatting(MacroKind kind) {
  switch (kind) {
  case MacroKind::Print:
  case MacroKind::Println:
  case MacroKind::Eprint:
  case MacroKind::Eprintln:
  case MacroKind::Format:
  case MacroKind::FormatArgs:
  case MacroKind::Panic:
  case MacroKind::Todo:
  case MacroKind::Unimplemented:
  case MacroKind::Unreachable:
    return true;
  default: // their first argument is no format string
    return false;
  }
}

/// An argument is followed by something else than a comma. `count`: arguments so far.
bool failInMacro(TokenInput &in, MacroKind kind, std::size_t count) {
  if (in.panicking())
    return false;
  if (isByRules(kind) && isClose(in.kind()))
    return in.fail(Span(in.previousEnd(), in.previousEnd()), "unexpected end of macro invocation", "missing tokens in macro arguments");
  const bool in_rules = kind == MacroKind::AssertEq || kind == MacroKind::AssertNe ? count <= 2 : isByRules(kind);
  if (in_rules)
    return in.fail(in.span(), "no rules expected " + in.found(), "no rules expected this token in macro call");
  if (isFormatting(kind) && count == 1)
    return in.failExpected("`,`");
  return in.failExpected(ExpectedSet{Expect::Comma});
}

// MacroArg = (Name "=")? Expr
bool parseMacroArg(TokenInput &in, ast::MacroArg &out) {
  const bool is_name = in.at(Tok::Ident) || in.at(Tok::RawIdent) || isKeyword(in.kind());
  if (is_name && in.kindAt(1) == Tok::Eq) {
    out.name = {in.current()->symbol(), in.span()};
    in.bump();
    in.bump();
  }
  return parseExpr(in, out.value);
}

/// How many arguments the patterns of a macro's definition demand.
std::size_t requiredArgs(MacroKind kind) {
  switch (kind) {
  case MacroKind::AssertEq:
  case MacroKind::AssertNe:
  case MacroKind::DebugAssertEq:
  case MacroKind::DebugAssertNe:
    return 2;
  default: // others complain in their own words, or demand nothing
    return 0;
  }
}

/// Arguments up to the closing delimiter, which is not eaten.
bool parseMacroArgs(TokenInput &in, ast::MacroCallExpr &call) {
  ListBuilder<ast::MacroArg> args(in);
  while (!in.atMacroEnd()) {
    if (in.at(Tok::Comma) && isByRules(call.macro))
      return failInMacro(in, call.macro, args.size());
    ast::MacroArg arg;
    if (!parseMacroArg(in, arg))
      return false;
    args.push(arg);
    if (call.macro == MacroKind::Vec && args.size() == 1 && in.eat(Tok::Semi)) {
      call.is_repeat = true;
      ast::MacroArg count;
      if (!parseExpr(in, count.value))
        return false;
      args.push(count);
      break;
    }
    if (!in.eat(Tok::Comma))
      break;
  }
  if (!in.atMacroEnd() || args.size() < requiredArgs(call.macro))
    return failInMacro(in, call.macro, args.size());
  call.args = args.take();
  return true;
}

// matches!(Expr, Pattern ("if" Expr)? ","?)
bool parseMatchesArgs(TokenInput &in, ast::MacroCallExpr &call) {
  ast::MacroArg scrutinee;
  if (in.atMacroEnd())
    return failInMacro(in, call.macro, 0);
  if (!parseExpr(in, scrutinee.value))
    return false;
  if (!in.eat(Tok::Comma) || in.atMacroEnd())
    return failInMacro(in, call.macro, 1);
  if (!parsePattern(in, call.pat))
    return false;
  // The guard is an expression to the macro: no `let` chain.
  if (in.eat(Tok::KwIf) && (in.atMacroEnd() ? !failInMacro(in, call.macro, 1) : !parseExpr(in, call.guard)))
    return false;
  (void)in.eat(Tok::Comma);
  if (!in.atMacroEnd())
    return failInMacro(in, call.macro, 1);
  call.args = in.copyList(llvm::ArrayRef<ast::MacroArg>(scrutinee));
  return true;
}

bool parseBuiltinArgs(TokenInput &in, ast::MacroCallExpr &call) {
  switch (call.macro) {
  case MacroKind::Unknown:
  case MacroKind::Stringify:
  case MacroKind::Cfg:
    return in.skipGroup(), true;
  case MacroKind::Matches:
    in.bump();
    return parseMatchesArgs(in, call) && (in.bump(), true);
  default: // all others take expressions
    in.bump();
    return parseMacroArgs(in, call) && (in.bump(), true);
  }
}

} // namespace

// MacroInvocation = Path "!" DelimTokenTree
bool parseMacroCall(TokenInput &in, const ast::Path &path, const ast::Expr *&out) {
  in.bump();
  if (!isOpen(in.kind()))
    return in.failExpected("one of `(`, `[`, or `{`");
  const Nesting nesting(in);
  if (in.tooDeep())
    return false;
  ast::MacroCallExpr call{Span{}};
  call.path = path;
  call.macro = builtinMacro(path);
  call.delimiter = in.text(*in.current()).front();
  const std::uint32_t lo = in.lo();
  const WithRestrictions none(in, no_restriction);
  const llvm::SaveAndRestore macro_end(in.macro_close, in.current()->value);
  if (!parseBuiltinArgs(in, call))
    return false;
  call.args_span = in.spanFrom(lo);
  call.span = in.spanFrom(path.span.lo());
  const bool asserts = call.macro == MacroKind::Assert || call.macro == MacroKind::DebugAssert;
  if (asserts && call.args.empty())
    in.reportLate(call.span, "macro requires a boolean expression as an argument", "boolean expression required");
  out = in.make(call);
  return true;
}

} // namespace lien::grammar
