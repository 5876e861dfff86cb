// Functions and constants: `main`, receivers, visibility that may not stand, values of constants.
#include "frontend/types/item_checks.hpp"

#include "frontend/types/const_eval.hpp"
#include "frontend/types/const_panic.hpp"
#include "frontend/types/infer.hpp"
#include "frontend/types/unsatisfied.hpp"

namespace lien {

/// Reference, "Main functions": no parameters of any kind, no where clause, a return type that is a Termination.
void ItemChecker::checkMain(DefId fn) {
  const Def &data = program_.def(fn);
  if (data.kind != DefKind::Fn || data.parent != resolver_.userRoot() || !(data.name == sym::main))
    return;
  const auto *node = data.as<ast::FnItem>();
  if (!node->generics.params.empty()) {
    report(fn, DiagnosticKind::E0131, "`main` function is not allowed to have generic parameters", node->generics.span,
           "`main` cannot have generic parameters");
    return;
  }
  if (!node->generics.where_predicates.empty()) {
    report(fn, DiagnosticKind::E0646, "`main` function is not allowed to have a `where` clause", node->generics.where_span,
           "`main` cannot have a `where` clause");
    return;
  }
  const FnInfo &info = program_.fn(fn);
  if (node->output != nullptr && !types_.has(info.sig.output, TypeFlags::HasError | TypeFlags::HasUnknown)) {
    const DefId termination = program_.lang(LangItem::TerminationTrait);
    if (!termination.isValid()) {
      queries_.sinkOf(fn).declineLibrary(node->output->span, "`Termination`");
      return;
    }
    InferContext infer(program_, {});
    Obligation obligation;
    const GenericArg self[] = {eraseRegions(types_, program_.signatureInBody(fn).output)};
    obligation.predicate = traitPredicate({termination, types_.args(self)}, node->output->span);
    obligation.span = node->output->span;
    obligation.cause = ObligationCause::MainReturn;
    infer.require(obligation);
    infer.selectAll();
    for (const FailedObligation &failure : infer.takeFailures()) {
      if (failure.answer == Answer::Unknown)
        queries_.sinkOf(fn).declineLibrary(node->output->span, "`" + program_.print(failure.leaf) + "`");
      if (failure.answer != Answer::No)
        continue;
      const bool direct = failure.leaf.trait == obligation.predicate.trait;
      UnsatisfiedText text = describeUnsatisfied(program_, failure.leaf);
      if (direct)
        text = {"`main` has invalid return type `" + program_.print(info.sig.output) + "`", "`main` can only return types that implement `Termination`"};
      report(fn, DiagnosticKind::E0277, text.message, node->output->span, text.label);
      return;
    }
  }
  if (!node->params.empty())
    report(fn, DiagnosticKind::E0580, "`main` function has wrong type", headSpan(fn), "incorrect number of function parameters");
}

/// E0307: the receiver's type dereferences to Self through references, Box and the library's other pointers. E0801: it is not a parameter of the method.
/// Reference, "Methods".
void ItemChecker::checkReceiver(DefId fn) {
  const Def &data = program_.def(fn);
  if (data.kind != DefKind::AssocFn)
    return;
  const auto *node = data.as<ast::FnItem>();
  if (!node->self_param.present || node->self_param.type == nullptr)
    return;
  const Ty self = eraseRegions(types_, program_.typeOf(data.parent));
  const Ty receiver = eraseRegions(types_, program_.signatureInBody(fn).inputs.front());
  if (types_.has(receiver, TypeFlags::HasError | TypeFlags::HasUnknown) || types_.has(self, TypeFlags::HasError | TypeFlags::HasUnknown) || receiver == self)
    return;
  const TyData &receiver_data = types_.data(receiver);
  if (receiver_data.kind == TyKind::Param && receiver_data.index >= program_.generics(fn).parent_count) {
    report(fn, DiagnosticKind::E0801, "invalid generic `self` parameter type: `" + program_.print(receiver) + "`", node->self_param.type->span);
    return;
  }
  InferContext infer(program_, paramEnvOf(program_, fn));
  bool reached_unknown = false;
  for (const InferContext::DerefStep &step : infer.autoderef(receiver, reached_unknown, node->self_param.type->span)) {
    if (infer.resolve(infer.normalize(infer.resolve(step.ty), node->self_param.type->span)) != self)
      continue;
    if (!isReceiverChain(receiver, self))
      report(fn, DiagnosticKind::E0658,
             "`" + program_.print(receiver, fn) + "` cannot be used as the type of `self` without the `arbitrary_self_types` feature",
             node->self_param.type->span);
    return;
  }
  if (reached_unknown) {
    queries_.sinkOf(fn).declineLibrary(node->self_param.type->span, "`Deref` for `" + program_.print(receiver) + "`");
    return;
  }
  report(fn, DiagnosticKind::E0307, "invalid `self` parameter type: `" + program_.print(receiver, fn) + "`", node->self_param.type->span)
      .note("type of `self` must be `Self` or a type that dereferences to it")
      .help("consider changing to `self`, `&self`, `&mut self`, or a type implementing `Receiver` such as `self: Box<Self>`, `self: Rc<Self>`, or `self: "
            "Arc<Self>`");
}

/// Every pointer on the way from the receiver to Self is one that the library marks as a receiver.
bool ItemChecker::isReceiverChain(Ty receiver, Ty self) {
  InferContext infer(program_, {});
  const DefId marker = program_.lang(LangItem::ReceiverTrait);
  for (Ty at = receiver; at != self;) {
    const TyData &data = types_.data(at);
    if (data.kind != TyKind::Ref) {
      if (!marker.isValid() || infer.implements(at, marker) != Answer::Yes)
        return false;
    }
    const auto next = infer.derefOnce(at, {});
    if (!next)
      return false;
    at = infer.resolve(infer.normalize(infer.resolve(next->ty), {}));
  }
  return true;
}

/// E0449: items of trait impls, impls themselves, variants and their fields have no visibility of their own.
void ItemChecker::checkVisibility(DefId item) {
  const Def &data = program_.def(item);
  const auto reject = [&](const ast::Visibility &visibility) {
    if (visibility.kind != ast::Visibility::Kind::Inherited)
      report(item, DiagnosticKind::E0449, "visibility qualifiers are not permitted here", visibility.span);
  };
  if (data.kind == DefKind::Impl && !data.derived_for.isValid())
    reject(data.item->visibility);
  if (data.kind == DefKind::Enum)
    for (const ast::VariantDef &variant : data.as<ast::EnumItem>()->variants)
      for (const ast::FieldDef &field : variant.fields)
        reject(field.visibility);
  if (data.kind != DefKind::AssocFn && data.kind != DefKind::AssocConst && data.kind != DefKind::AssocType)
    return;
  const Def &parent = program_.def(data.parent);
  const bool in_trait_impl = parent.kind == DefKind::Impl && llvm::cast<ast::ImplItem>(parent.item)->trait_path != nullptr;
  if (!in_trait_impl && parent.kind != DefKind::Trait)
    return;
  reject(data.item->visibility);
  if (const auto *fn = llvm::dyn_cast<ast::FnItem>(data.item); fn != nullptr && fn->is_const)
    report(item, DiagnosticKind::E0379, in_trait_impl ? "functions in trait impls cannot be declared const" : "functions in traits cannot be declared const",
           constKeyword(*fn), in_trait_impl ? "functions in trait impls cannot be const" : "functions in traits cannot be const");
}

/// The `const` of a function is its first word but for the visibility.
Span ItemChecker::constKeyword(const ast::FnItem &fn) const {
  std::uint32_t at = fn.span.lo();
  if (fn.visibility.kind != ast::Visibility::Kind::Inherited)
    at = fn.visibility.span.hi() + 1;
  return {at, at + 5};
}

/// Constants and statics are evaluated wherever they are not generic (E0080). One whose value is not computed here is accepted only when its expression
/// cannot fail; otherwise it is declined.
void ItemChecker::checkConstant(DefId item) {
  const Def &data = program_.def(item);
  const ast::Expr *value = nullptr;
  if (data.kind == DefKind::Const)
    value = data.as<ast::ConstItem>()->value;
  else if (data.kind == DefKind::Static)
    value = data.as<ast::StaticItem>()->value;
  if (value == nullptr || program_.signatureIsDeclined(item))
    return;
  const Const result = program_.evaluate(item, {});
  if (types_.data(result).kind != ConstKind::Unknown)
    return;
  if (const ast::Expr *risky = firstThatMayFail(program_, *value, item))
    queries_.sinkOf(item).declineFeature(risky->span, "constant evaluation of this expression");
}

} // namespace lien
