// Lists of generic parameters: their order, and what constant parameters may be. Errors without codes. Reference, "Generic parameters".
#include "frontend/types/item_checks.hpp"

namespace lien {

void ItemChecker::checkGenerics(DefId item) {
  const ast::Generics *written = queries_.writtenGenerics(item);
  if (written == nullptr || written->params.empty())
    return;
  // Lifetimes first.
  bool seen_other = false;
  llvm::SmallVector<Span, 2> late_lifetimes;
  for (const ast::GenericParam &param : written->params) {
    if (param.kind != ast::GenericParam::Kind::Lifetime)
      seen_other = true;
    else if (seen_other)
      late_lifetimes.push_back(param.name.span);
  }
  if (!late_lifetimes.empty()) {
    Diagnostic &diagnostic =
        report(item, DiagnosticKind::GenericsOrder, "lifetime parameters must be declared prior to type and const parameters", late_lifetimes.front());
    for (Span other : llvm::drop_begin(late_lifetimes))
      diagnostic.primary.push_back({other, {}});
  }
  // Defaults last.
  const ast::GenericParam *defaulted = nullptr;
  for (const ast::GenericParam &param : written->params) {
    if (param.kind == ast::GenericParam::Kind::Lifetime)
      continue;
    const bool has_default = param.kind == ast::GenericParam::Kind::Type ? param.type != nullptr : param.default_expr != nullptr;
    if (has_default && defaulted == nullptr)
      defaulted = &param;
    if (!has_default && defaulted != nullptr) {
      report(item, DiagnosticKind::GenericsOrder, "generic parameters with a default must be trailing", defaulted->name.span);
      break;
    }
  }
  // Constants are integers, bool or char.
  for (const GenericParamDef &param : program_.generics(item).params) {
    if (param.kind != GenericArg::Kind::Const)
      continue;
    const TyKind kind = types_.kind(param.const_type);
    if (kind == TyKind::Int || kind == TyKind::Bool || kind == TyKind::Char || types_.has(param.const_type, TypeFlags::HasError | TypeFlags::HasUnknown))
      continue;
    const ast::GenericParam *node = program_.def(param.def).param;
    report(item, DiagnosticKind::ConstParamType, "`" + program_.print(param.const_type, item) + "` is forbidden as the type of a const generic parameter",
           node->type->span)
        .note("the only supported types are integers, `bool`, and `char`");
  }
}

} // namespace lien
