// Calls of macros. The standard ones are built in: their arguments are parsed here, as the patterns of their definitions say; of others only the extent is
// known.
#include "frontend/syntax/grammar.hpp"

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

bool failInMacro(TokenInput &in, MacroKind kind) {
  if (in.panicking())
    return false;
  if (in.index() == 0 || !isByRules(kind))
    return in.failExpected(ExpectedSet{Expect::Comma});
  if (isClose(in.kind()))
    return in.fail(in.span(), "unexpected end of macro invocation", "missing tokens in macro arguments");
  return in.fail(in.span(), "no rules expected " + in.found(), "no rules expected this token in macro call");
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

/// Arguments up to the closing delimiter, which is not eaten.
bool parseMacroArgs(TokenInput &in, ast::MacroCallExpr &call) {
  ListBuilder<ast::MacroArg> args(in);
  while (!isClose(in.kind())) {
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
  if (!isClose(in.kind()))
    return failInMacro(in, call.macro);
  call.args = args.take();
  return true;
}

// matches!(Expr, Pattern ("if" Expr)? ","?)
bool parseMatchesArgs(TokenInput &in, ast::MacroCallExpr &call) {
  ast::MacroArg scrutinee;
  if (!parseExpr(in, scrutinee.value))
    return false;
  if (!in.eat(Tok::Comma))
    return failInMacro(in, call.macro);
  if (!parsePattern(in, call.pat))
    return false;
  if (in.eat(Tok::KwIf) && !parseGuard(in, call.guard))
    return false;
  (void)in.eat(Tok::Comma);
  if (!isClose(in.kind()))
    return failInMacro(in, call.macro);
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
  if (!parseBuiltinArgs(in, call))
    return false;
  call.args_span = in.spanFrom(lo);
  call.span = in.spanFrom(path.span.lo());
  out = in.make(call);
  return true;
}

} // namespace lien::grammar
