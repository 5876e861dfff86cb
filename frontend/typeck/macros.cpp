// The built-in macros, as the standard library defines them: each becomes the expressions its expansion stands for. Documentation of `std`, "Macros".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using ast::MacroKind;
using typed::ExprKind;

ExprId BodyChecker::checkMacro(const ast::MacroCallExpr &call, const Expectation &expected) {
  const Symbol name = call.path.segments.empty() ? Symbol() : call.path.segments.back().ident.name;
  if (resolver_.isUserMacro(name))
    return declineFeature(call.span, ("call of the macro `" + text(name) + "!`").str());
  switch (call.macro) {
  case MacroKind::Unknown: {
    sink_.declineLibrary(call.path.span, ("macro `" + text(name) + "!`").str());
    ExprId expr = makeError(call.span);
    node(expr).ty = types_.unknown;
    return expr;
  }
  case MacroKind::Print:
  case MacroKind::Println:
  case MacroKind::Eprint:
  case MacroKind::Eprintln:
    return checkPrint(call);
  case MacroKind::Format:
    return callMacroFn(LangItem::MacroFormat, {checkFormat(call, call.args)}, call.span, Desugar::MacroStatement);
  case MacroKind::FormatArgs:
    // A value of its own holds a temporary that the source does not show, and that dies with the block around (Reference, "Super operands").
    checkFormat(call, call.args);
    return declineFeature(call.span, "`format_args!`");
  case MacroKind::Write:
  case MacroKind::Writeln:
    return checkWrite(call);
  case MacroKind::Panic:
  case MacroKind::Todo:
  case MacroKind::Unimplemented:
  case MacroKind::Unreachable:
    return checkPanic(call, call.args);
  case MacroKind::Assert:
  case MacroKind::DebugAssert:
    return checkAssert(call);
  case MacroKind::AssertEq:
  case MacroKind::AssertNe:
  case MacroKind::DebugAssertEq:
  case MacroKind::DebugAssertNe:
    return checkAssertEq(call);
  case MacroKind::Vec:
    return checkVec(call, expected);
  case MacroKind::Matches:
    return checkMatches(call);
  case MacroKind::Dbg:
    return checkDbg(call);
  case MacroKind::Stringify:
  case MacroKind::Concat:
  case MacroKind::File:
  case MacroKind::ModulePath:
    return makeStr({}, call.span); // the text itself means nothing to a checker
  case MacroKind::Line:
  case MacroKind::Column:
    return makeInt(0, types_.integer(IntKind::U32), call.span);
  case MacroKind::Cfg:
    return makeBool(false, call.span);
  case MacroKind::Env:
  case MacroKind::OptionEnv:
    return declineFeature(call.span, "environment variable at compile time");
  }
  return declineFeature(call.span, "macro");
}

Diagnostic &BodyChecker::macroError(std::string message, Span span, std::string label) {
  return expansion_sink_.report(Diagnostic(DiagnosticKind::Format, std::move(message), span, std::move(label)));
}

/// Calls one of the library's functions that exist for the macros.
ExprId BodyChecker::callMacroFn(LangItem item, llvm::ArrayRef<ExprId> values, Span span, Desugar desugar) {
  DefId def = program_.lang(item);
  if (!def.isValid())
    return declineFeature(span, "macro");
  Args args = infer_.freshArgs(def, {}, span);
  FnSig sig = instantiate(program_.fn(def).sig, args, span);
  infer_.requirePredicates(def, args, span, ObligationCause::Format);
  llvm::SmallVector<ExprId, 4> coerced;
  for (std::size_t i = 0; i < values.size(); ++i)
    coerced.push_back(i < sig.inputs.size() ? coerceOrReport(values[i], sig.inputs[i]) : values[i]);
  return makeCall(makeFnItem(def, args, span), coerced, sig.output, span, desugar);
}

ExprId BodyChecker::checkPrint(const ast::MacroCallExpr &call) {
  const bool line = call.macro == MacroKind::Println || call.macro == MacroKind::Eprintln;
  if (call.args.empty() && !line) {
    macroError("requires at least a format string argument", call.span);
    return makeUnit(call.span);
  }
  return callMacroFn(LangItem::MacroPrint, {checkFormat(call, call.args)}, call.span, Desugar::MacroStatement);
}

ExprId BodyChecker::checkWrite(const ast::MacroCallExpr &call) {
  if (call.args.empty()) {
    macroError("requires a destination and format arguments, like `write!(dest, \"format string\", args...)`", call.span);
    return makeError(call.span);
  }
  ExprId destination = checkExpr(call.args.front().value);
  if (call.args.size() == 1 && call.macro == MacroKind::Write) {
    macroError("requires a destination and format arguments, like `write!(dest, \"format string\", args...)`", call.span);
    return makeError(call.span);
  }
  ExprId arguments = checkFormat(call, call.args.drop_front());
  const ExprId written = callMethodByName(destination, symbolOf(sym::write_fmt), {arguments}, call.span);
  if (node(written).kind == ExprKind::Call)
    node(written).desugar = Desugar::MacroBlock;
  return written;
}

// `panic!` with its relatives: without arguments a fixed message.
ExprId BodyChecker::checkPanic(const ast::MacroCallExpr &call, ast::List<ast::MacroArg> args) {
  return callMacroFn(LangItem::MacroPanic, {checkFormat(call, args)}, call.span);
}

// assert!(c, …) is `if !c { panic!(…) }`.
ExprId BodyChecker::checkAssert(const ast::MacroCallExpr &call) {
  if (call.args.empty()) {
    macroError("macro requires a boolean expression as an argument", call.span, "boolean expression required");
    return makeUnit(call.span);
  }
  ExprId condition = checkExpr(call.args.front().value, Expectation::hasType(types_.boolean));
  const bool diverged = diverges_;
  Ty type = resolved(typeOf(condition));
  if (is(type, TyKind::Never)) {
    condition = coerceNever(condition, types_.boolean);
  } else if (!isSilent(type) && !unify(types_.boolean, type)) {
    if (isIntegral(type))
      reportMismatch(call.span, types_.boolean, type);
    else
      error(DiagnosticKind::E0600, "cannot apply unary operator `!` to type `" + printOperand(condition) + "`", call.span, "cannot apply unary operator `!`");
  }
  ExprId negated = make(ExprKind::Unary, types_.boolean, call.span);
  node(negated).a = condition;
  node(negated).unary = ast::UnaryOp::Not;
  if (call.macro == MacroKind::DebugAssert)
    node(negated).desugar = Desugar::MacroBlock;
  ExprId fail = coerceNever(checkPanic(call, call.args.drop_front()), types_.unit);
  diverges_ = diverged;
  ExprId result = make(ExprKind::If, types_.unit, call.span);
  node(result).a = negated;
  node(result).b = makeBlock({}, fail, types_.unit, call.span);
  node(result).desugar = Desugar::AssertMacro;
  return result;
}

// assert_eq!(a, b, …) is `match (&a, &b) { (left, right) => if !(*left == *right) { assert_failed(&*left, &*right, …) } }`.
ExprId BodyChecker::checkAssertEq(const ast::MacroCallExpr &call) {
  if (call.args.size() < 2) {
    macroError("unexpected end of macro invocation", call.args_span.lastByte(), "missing tokens in macro arguments");
    return makeUnit(call.span);
  }
  if (lacksLang(LangItem::OptionSome, call.span) || lacksLang(LangItem::OptionNone, call.span) || lacksLang(LangItem::DebugTrait, call.span))
    return declineFeature(call.span, "macro");
  const bool negate = call.macro == MacroKind::AssertNe || call.macro == MacroKind::DebugAssertNe;
  llvm::SmallVector<ExprId, 2> borrows;
  llvm::SmallVector<Ty, 2> pointees;
  for (std::size_t i = 0; i < 2; ++i) {
    ExprId value = checkExpr(call.args[i].value);
    pointees.push_back(typeOf(value));
    borrows.push_back(makeBorrow(value, Mutability::Not, BorrowKind::Written, call.args[i].value->span));
  }
  const bool diverged = diverges_;
  ExprId scrutinee = makeTuple(borrows, call.span);
  llvm::SmallVector<LocalId, 2> locals;
  llvm::SmallVector<typed::FieldPattern, 2> fields;
  for (std::uint32_t i = 0; i < 2; ++i) {
    locals.push_back(makeLocalDecl({}, call.span, typeOf(borrows[i]), typed::Local::Source::Desugar));
    fields.push_back({i, makeBindingPat(locals[i], BindingMode::Move, typeOf(borrows[i]), call.span)});
  }
  PatId pattern = makePat(typed::PatKind::Leaf, typeOf(scrutinee), call.span);
  body_->pats[pattern].fields = body_->keep(llvm::ArrayRef<typed::FieldPattern>(fields));

  // The comparison is an operator as if written; its operands keep the places of the arguments.
  ast::BinaryExpr comparison(call.span);
  comparison.op = ast::BinaryOp::Eq;
  comparison.op_span = call.span;
  comparison.lhs = call.args[0].value;
  comparison.rhs = call.args[1].value;
  auto operand = [&](std::size_t i) { return makeDeref(makeLocal(locals[i], call.args[i].value->span), pointees[i], call.args[i].value->span, false); };
  ExprId equal = compareChecked(operand(0), operand(1), comparison);
  ExprId condition = equal;
  if (!negate) {
    condition = make(ExprKind::Unary, types_.boolean, call.span);
    node(condition).a = equal;
    node(condition).unary = ast::UnaryOp::Not;
  }
  llvm::SmallVector<ExprId, 3> failed;
  for (std::size_t i = 0; i < 2; ++i) {
    failed.push_back(makeBorrow(operand(i), Mutability::Not, BorrowKind::Written, call.span));
  }
  ExprId message;
  if (call.args.size() > 2) {
    ExprId arguments = checkFormat(call, call.args.drop_front(2));
    message = callMacroFn(LangItem::OptionSome, {arguments}, call.span);
  } else {
    DefId none = program_.lang(LangItem::OptionNone);
    DefId option = program_.lang(LangItem::OptionEnum);
    Args args = infer_.freshArgs(option, {}, call.span);
    message = make(ExprKind::Adt, types_.adt(option, args), call.span);
    node(message).def = option;
    node(message).args = args;
    node(message).index = program_.def(none).index;
  }
  failed.push_back(message);
  ExprId fail = coerceNever(callMacroFn(LangItem::MacroAssertFailed, failed, call.span), types_.unit);
  diverges_ = diverged;
  ExprId branch = make(ExprKind::If, types_.unit, call.span);
  node(branch).a = condition;
  node(branch).b = makeBlock({}, fail, types_.unit, call.span);
  node(branch).desugar = Desugar::AssertMacro;
  Arm arm;
  arm.pat = pattern;
  arm.body = branch;
  arm.span = rel(call.span);
  return makeMatch(scrutinee, {arm}, types_.unit, call.span, Desugar::AssertMacro);
}

// vec![a, b] moves its elements out of an array; vec![x; n] clones.
ExprId BodyChecker::checkVec(const ast::MacroCallExpr &call, const Expectation &expected) {
  if (const_context_ && !call.args.empty())
    return declineFeature(call.span, "`vec!` in a constant");
  const LangItem item = call.is_repeat ? LangItem::VecFromElem : LangItem::MacroVecFrom;
  DefId def = program_.lang(item);
  if (!def.isValid())
    return declineFeature(call.span, "macro");
  llvm::SmallVector<const ast::Expr *, 16> elements;
  for (const ast::MacroArg &arg : call.args)
    elements.push_back(arg.value);
  llvm::SmallVector<const ast::Expr *, 2> values(elements.begin(), elements.end());
  if (!call.is_repeat) {
    auto *array = new (syntax_.Allocate<ast::ArrayExpr>()) ast::ArrayExpr(call.span);
    array->elements = llvm::ArrayRef<const ast::Expr *>(elements).copy(syntax_);
    values.assign({array});
  }
  Args args = infer_.freshArgs(def, {}, call.span);
  FnSig sig = instantiate(program_.fn(def).sig, args, call.span);
  CallSite site;
  site.span = call.span;
  site.callee_span = call.span;
  site.def = def;
  llvm::SmallVector<ExprId, 8> checked = checkArguments(site, sig, 0, values, expected);
  infer_.requirePredicates(def, args, call.is_repeat && !values.empty() ? values.front()->span : call.span, ObligationCause::Call);
  return makeCall(makeFnItem(def, args, call.span), checked, sig.output, call.span, Desugar::MacroBlock);
}

// matches!(e, p if g) is `match e { p if g => true, _ => false }`.
ExprId BodyChecker::checkMatches(const ast::MacroCallExpr &call) {
  if (call.args.empty() || call.pat == nullptr)
    return makeError(call.span);
  auto literal = [&](bool value) {
    auto *made = new (syntax_.Allocate<ast::LiteralExpr>()) ast::LiteralExpr(call.span);
    made->literal = ast::LiteralKind::Bool;
    made->value_lo = value ? 1 : 0;
    return made;
  };
  ast::MatchArm arms[2];
  arms[0].span = call.pat->span;
  arms[0].pat = call.pat;
  arms[0].guard = call.guard;
  arms[0].body = literal(true);
  arms[1].span = call.span;
  arms[1].pat = new (syntax_.Allocate<ast::WildPat>()) ast::WildPat(call.span);
  arms[1].body = literal(false);
  ast::MatchExpr match(call.span);
  match.scrutinee = call.args.front().value;
  match.arms = llvm::ArrayRef<ast::MatchArm>(arms).copy(syntax_);
  match.match_span = call.span;
  ExprId result = checkMatch(match, Expectation::none());
  if (node(result).kind == ExprKind::Match)
    node(result).desugar = Desugar::MatchesMacro;
  return result;
}

// dbg!(x) is `match x { tmp => { eprint!(&tmp); tmp } }`; of several arguments a tuple.
ExprId BodyChecker::checkDbg(const ast::MacroCallExpr &call) {
  if (call.args.empty())
    return callMacroFn(LangItem::MacroPrint, {makeArguments({}, call.span)}, call.span);
  llvm::SmallVector<ExprId, 4> results;
  for (const ast::MacroArg &arg : call.args) {
    ExprId value = checkExpr(arg.value);
    Ty type = typeOf(value);
    requireTrait(infer_.shallow(type), program_.lang(LangItem::DebugTrait), call.span, ObligationCause::Format);
    LocalId local = makeLocalDecl({}, call.span, type, typed::Local::Source::Desugar);
    ExprId borrow = makeBorrow(makeLocal(local, call.span), Mutability::Not, BorrowKind::Written, call.span);
    typed::Stmt print;
    print.kind = typed::Stmt::Kind::Expr;
    print.span = rel(call.span);
    print.expr = callMacroFn(LangItem::MacroPrint, {makeArguments({borrow}, call.span)}, call.span);
    Arm arm;
    arm.pat = makeBindingPat(local, BindingMode::Move, type, call.span);
    arm.body = makeBlock({print}, makeLocal(local, call.span), type, call.span);
    arm.span = rel(call.span);
    results.push_back(makeMatch(value, {arm}, type, call.span, Desugar::MacroBlock));
  }
  return results.size() == 1 ? results.front() : makeTuple(results, call.span);
}

} // namespace lien::typeck
