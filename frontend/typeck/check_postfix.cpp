// Fields, indices and the walk along a chain of postfix operators. Reference, "Field access expressions", "Array and slice indexing expressions".
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

namespace {

/// What a postfix operator is applied to; null at the root of the chain. A call's callee is part of the chain too.
const ast::Expr *operandOf(const ast::Expr *expr) {
  switch (expr->kind) {
  case ast::ExprKind::Call:
    return llvm::cast<ast::CallExpr>(expr)->callee;
  case ast::ExprKind::MethodCall:
    return llvm::cast<ast::MethodCallExpr>(expr)->receiver;
  case ast::ExprKind::Field:
    return llvm::cast<ast::FieldExpr>(expr)->base;
  case ast::ExprKind::Index:
    return llvm::cast<ast::IndexExpr>(expr)->base;
  case ast::ExprKind::Try:
    return llvm::cast<ast::TryExpr>(expr)->operand;
  default: // the root
    return nullptr;
  }
}

} // namespace

ExprId BodyChecker::checkPostfix(const ast::Expr *expr, const Expectation &expected) {
  llvm::SmallVector<const ast::Expr *, 8> chain;
  const ast::Expr *root = expr;
  while (const ast::Expr *operand = operandOf(root)) {
    chain.push_back(root);
    root = operand;
  }
  const auto *root_path = llvm::dyn_cast<ast::PathExpr>(root);
  const bool called = root_path != nullptr && llvm::isa<ast::CallExpr>(chain.back());
  ExprId value = called ? checkPath(root_path->path, root->span, PathUse::Callee) : checkExpr(root);
  for (const ast::Expr *step : llvm::reverse(chain)) {
    const Expectation wanted = step == expr ? expected : Expectation::none();
    switch (step->kind) {
    case ast::ExprKind::Call:
      value = checkCall(value, *llvm::cast<ast::CallExpr>(step), wanted);
      break;
    case ast::ExprKind::MethodCall:
      value = checkMethodCall(value, *llvm::cast<ast::MethodCallExpr>(step), wanted);
      break;
    case ast::ExprKind::Field:
      value = checkField(value, *llvm::cast<ast::FieldExpr>(step));
      break;
    case ast::ExprKind::Index:
      value = checkIndex(value, *llvm::cast<ast::IndexExpr>(step));
      break;
    case ast::ExprKind::Try:
      value = checkTry(value, *llvm::cast<ast::TryExpr>(step));
      break;
    default: // `operandOf` put nothing else into the chain
      break;
    }
    if (is(infer_.shallow(typeOf(value)), TyKind::Never))
      diverges_ = true;
  }
  return value;
}

ExprId BodyChecker::overloadedDeref(ExprId place, Ty target, Mutability mutability, Span span, bool implicit) {
  const LangItem item = mutability == Mutability::Mut ? LangItem::DerefMutMethod : LangItem::DerefMethod;
  ExprId receiver = makeBorrow(place, mutability, BorrowKind::Autoref, span);
  ExprId method = makeFnItem(program_.lang(item), types_.args({GenericArg(typeOf(place))}), span);
  ExprId call = makeCall(method, {receiver}, types_.ref(Region::erased(), target, mutability), span, Desugar::OverloadedDeref);
  node(call).overloaded = true;
  node(call).implicit = implicit;
  return makeDeref(call, target, span, implicit);
}

ExprId BodyChecker::applyDerefs(ExprId expr, llvm::ArrayRef<InferContext::DerefStep> steps, std::uint32_t count) {
  const Span span = adjustmentSpan(expr);
  for (std::uint32_t i = 1; i <= count; ++i)
    expr = steps[i].overloaded ? overloadedDeref(expr, steps[i].ty, Mutability::Not, span, true) : makeDeref(expr, steps[i].ty, span, true);
  return expr;
}

// Reference, "Automatic dereferencing": the first step of the autoderef that has the field and may name it. The library declares all public fields, and
// private ones are no obstacle on the way; but which private fields a library type has, and so what to say where nothing is found, is not known.
ExprId BodyChecker::checkField(ExprId base, const ast::FieldExpr &expr) {
  Ty base_type = known(typeOf(base), spanOf(base));
  ExprId silent = makeError(expr.span);
  if (isSilent(base_type)) {
    node(silent).ty = base_type;
    return silent;
  }
  bool reached_unknown = false;
  auto steps = infer_.autoderef(base_type, reached_unknown, spanOf(base));
  const FieldInfo *private_field = nullptr;
  DefId private_owner;
  DefId partial;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    Ty ty = infer_.shallow(steps[i].ty);
    const TyData &step = data(ty);
    if (step.kind == TyKind::Tuple) {
      std::uint32_t index = 0;
      const llvm::StringRef digits = text(expr.field.name); // `01` names no field
      if (digits.getAsInteger(10, index) || index >= step.args.size() || (digits.size() > 1 && digits.front() == '0'))
        continue;
      return makeField(applyDerefs(base, steps, i), index, step.args[index].type(), expr.span);
    }
    if (step.kind == TyKind::Unknown) {
      node(silent).ty = types_.unknown;
      return silent;
    }
    if (step.kind != TyKind::Adt)
      continue;
    const AdtInfo &adt = program_.adt(step.def);
    if (adt.is_enum)
      continue;
    const bool is_library = program_.def(step.def).crate == CrateKind::Library;
    if (const std::optional<std::uint32_t> index = adt.variants.front().fieldNamed(expr.field.name)) {
      const FieldInfo &field = adt.variants.front().fields[*index];
      if (resolver_.isVisibleFrom(field.def, scopes_.module())) {
        Ty type = normalize(erased(substitute(types_, field.type, step.args)), expr.span);
        return makeField(applyDerefs(base, steps, i), *index, type, expr.span);
      }
      if (!is_library) {
        private_field = &field;
        private_owner = step.def;
      }
    }
    if (!adt.complete && is_library && !program_.isComplete(step.def) && !partial.isValid())
      partial = step.def;
  }
  if (partial.isValid() && private_field == nullptr) {
    sink_.declineLibrary(expr.field.span, ("field `" + text(expr.field.name) + "` of `" + resolver_.pathOf(partial) + "`").str());
    node(silent).ty = types_.unknown;
    return silent;
  }
  if (reached_unknown) {
    Ty last = infer_.shallow(steps.back().ty);
    if (isGeneralVar(last)) {
      annotationsNeeded(spanOf(base), last);
    } else if (private_field == nullptr) {
      sink_.declineFeature(expr.field.span, ("field `" + text(expr.field.name) + "` of a type that is not fully known").str());
      node(silent).ty = types_.unknown;
      return silent;
    }
  }
  reportNoField(base, base_type, expr, private_field, private_owner);
  return silent;
}

// Built-in indexing of arrays and slices by usize, else `Index`; each step of the autoderef, and an array as the slice it is.
ExprId BodyChecker::checkIndex(ExprId base, const ast::IndexExpr &expr) {
  const bool diverged = diverges_;
  diverges_ = false;
  ExprId index = checkExpr(expr.index);
  diverges_ |= diverged;
  Ty base_type = resolved(typeOf(base));
  Ty index_type = resolved(typeOf(index));
  ExprId silent = makeError(expr.span);
  if (isSilent(base_type) || isSilent(index_type)) {
    node(silent).ty = isSilent(base_type) ? base_type : index_type;
    return silent;
  }
  base_type = known(base_type, spanOf(base));
  if (isSilent(base_type))
    return silent;
  bool reached_unknown = false;
  auto steps = infer_.autoderef(base_type, reached_unknown, spanOf(base));
  const Ty usize = types_.integer(IntKind::Usize);
  // An index that never comes has the type that fallback gives it: too late for rustc to blame the index for what this type lacks.
  const Span blamed = is(index_type, TyKind::Never) ? expr.span : expr.index->span;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    Ty ty = infer_.shallow(steps[i].ty);
    const bool is_array = is(ty, TyKind::Array);
    if ((is_array || is(ty, TyKind::Slice)) && (index_type == usize || isIntVar(index_type))) {
      unify(index_type, usize);
      ExprId result = make(ExprKind::Index, data(ty).element(), expr.span);
      ExprId place = applyDerefs(base, steps, i);
      node(result).a = place;
      node(result).b = index;
      return result;
    }
    for (bool unsize : {false, true}) {
      if (unsize && !is_array)
        break;
      Ty self = unsize ? types_.slice(data(ty).element()) : ty;
      Ty input = newVar(expr.index->span);
      OperatorMethod method = lookupOperator(self, input, LangItem::IndexTrait, blamed, ObligationCause::Misc);
      if (method.answer == Answer::No)
        continue;
      if (method.answer == Answer::Unknown) {
        sink_.declineFeature(expr.span, "indexing of `" + print(self) + "`");
        node(silent).ty = types_.unknown;
        return silent;
      }
      ExprId place = applyDerefs(base, steps, i);
      ExprId receiver = makeBorrow(place, Mutability::Not, BorrowKind::Autoref, spanOf(base));
      if (unsize)
        receiver = makeCoerce(receiver, types_.ref(Region::erased(), self, Mutability::Not), CoercionKind::Unsize);
      ExprId argument = coerceOrReport(index, input);
      select();
      Ty output = method.sig.output;
      ExprId call = makeCall(makeFnItem(method.method, method.args, expr.span), {receiver, argument}, output, expr.brackets, Desugar::OverloadedIndex);
      node(call).overloaded = true;
      output = infer_.shallow(output);
      return makeDeref(call, is(output, TyKind::Ref) ? data(output).element() : types_.error, expr.span, false);
    }
  }
  if (reached_unknown) {
    sink_.declineFeature(expr.span, "indexing of a type that is not fully known");
    node(silent).ty = types_.unknown;
    return silent;
  }
  error(DiagnosticKind::E0608, "cannot index into a value of type `" + print(base_type) + "`", Span(expr.base->span.hi(), expr.span.hi()));
  return silent;
}

} // namespace lien::typeck
