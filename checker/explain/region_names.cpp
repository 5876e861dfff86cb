#include "checker/explain/region_names.hpp"

#include "checker/moves/type_regions.hpp"

namespace lien {

RegionNames::RegionNames(const JudgedBody &judged, const Regions &regions) : judged_(judged), regions_(regions) {
  const Def &owner = judged.program.def(judged.mir().owner);
  if (!isFunction(owner.kind))
    return;
  fn_ = owner.as<ast::FnItem>();
  signature_ = judged.program.signatureInBody(judged.mir().owner);
}

bool RegionNames::mentions(Ty ty, RegionVid universal) const {
  bool found = false;
  Region wanted = regions_.written(universal);
  forEachRegion(judged_.program.types(), ty, [&](Region region) { found |= region == wanted; });
  return found;
}

DefId RegionNames::declaration(RegionVid universal) const {
  Region region = regions_.written(universal);
  Program &program = judged_.program;
  DefId owner = judged_.mir().owner;
  if (region.kind() == Region::Kind::LateParam) {
    const std::vector<DefId> &late = program.generics(owner).late_bound;
    return region.index() < late.size() ? late[region.index()] : DefId();
  }
  if (region.kind() != Region::Kind::EarlyParam)
    return {};
  for (DefId at = owner; at.isValid(); at = program.generics(at).parent)
    for (const GenericParamDef &param : program.generics(at).params)
      if (param.index == region.index() && param.kind == GenericArg::Kind::Region)
        return param.def;
  return {};
}

std::optional<RegionName> RegionNames::name(RegionVid universal) {
  auto [entry, is_new] = known_.try_emplace(universal.value, names_.size());
  if (!is_new)
    return names_[entry->second];
  std::optional<RegionName> made;
  DefId declared = declaration(universal);
  if (universal == static_region) {
    made = RegionName{RegionName::Kind::Static, "'static", {}, {}};
  } else if (declared.isValid()) {
    const Def &def = judged_.program.def(declared);
    made = RegionName{RegionName::Kind::Named, judged_.program.resolver().symbols().text(def.name).str(), def.name_span, {}};
  } else if (std::optional<RegionName> of_parameter = nameOfParameterType(universal)) {
    made = std::move(of_parameter);
    ++next_number_;
  } else if (regions_.written(universal).kind() == Region::Kind::EarlyParam) {
    DefId parent = judged_.program.def(judged_.mir().owner).parent;
    if (parent.isValid() && judged_.program.def(parent).kind == DefKind::Impl)
      made = RegionName{RegionName::Kind::InImpl, "'" + std::to_string(next_number_++), judged_.program.def(parent).as<ast::ImplItem>()->self_type->span, {}};
  }
  names_.push_back(made);
  return made;
}

const ast::Type *RegionNames::writtenType(std::size_t parameter) const {
  if (fn_ == nullptr)
    return nullptr;
  if (fn_->self_param.present) {
    if (parameter == 0)
      return fn_->self_param.type;
    --parameter;
  }
  return parameter < fn_->params.size() ? fn_->params[parameter].type : nullptr;
}

std::optional<RegionParameter> RegionNames::parameterWith(RegionVid universal) const {
  for (std::size_t i = 0; i < signature_.inputs.size(); ++i) {
    if (!mentions(signature_.inputs[i], universal))
      continue;
    const mir::LocalDecl &decl = judged_.mir().locals[mir::LocalId(i + 1)];
    RegionParameter found{i, {}, decl.span.absoluteFrom(judged_.mir().base)};
    if (!decl.name.empty())
      found.name = judged_.program.resolver().symbols().text(decl.name).str();
    const bool is_self = fn_->self_param.present && i == 0;
    if (is_self)
      found.span = fn_->self_param.span;
    else if (std::size_t param = i - (fn_->self_param.present ? 1 : 0); param < fn_->params.size())
      found.span = fn_->params[param].pat->span;
    return found;
  }
  return std::nullopt;
}

std::optional<RegionName> RegionNames::nameOfParameterType(RegionVid universal) const {
  std::optional<RegionParameter> parameter = parameterWith(universal);
  if (!parameter)
    return std::nullopt;
  Ty ty = signature_.inputs[parameter->index];
  const bool is_reference_self = fn_->self_param.present && parameter->index == 0 && fn_->self_param.is_ref;
  if (is_reference_self && judged_.types.data(ty).kind == TyKind::Ref && judged_.types.data(ty).region == regions_.written(universal))
    return RegionName{RegionName::Kind::Reference, nextNumber(), Span(fn_->self_param.span.lo(), fn_->self_param.span.lo() + 1), {}};
  if (std::optional<Span> reference = matchReference(ty, writtenType(parameter->index), universal))
    return RegionName{RegionName::Kind::Reference, nextNumber(), *reference, {}};
  std::string type = printWith(ty, universal, nextNumber(), false);
  RegionName::Kind kind = type.find(nextNumber()) != std::string::npos ? RegionName::Kind::InType : RegionName::Kind::Hidden;
  return RegionName{kind, nextNumber(), parameter->span, type};
}

/// The `&` in a written type that has the lifetime: references, tuples, slices, arrays and type arguments are looked into, the last one first.
std::optional<Span> RegionNames::matchReference(Ty ty, const ast::Type *written, RegionVid universal) const {
  llvm::SmallVector<std::pair<Ty, const ast::Type *>, 8> todo{{ty, written}};
  while (!todo.empty()) {
    auto [at, type] = todo.pop_back_val();
    while (const auto *paren = llvm::dyn_cast_or_null<ast::ParenType>(type))
      type = paren->inner;
    if (type == nullptr)
      continue;
    const TyData &data = judged_.types.data(at);
    if (const auto *reference = llvm::dyn_cast<ast::RefType>(type); reference != nullptr && data.kind == TyKind::Ref) {
      if (data.region == regions_.written(universal))
        return Span(type->span.lo(), type->span.lo() + 1);
      todo.push_back({data.element(), reference->pointee});
    } else if (const auto *tuple = llvm::dyn_cast<ast::TupleType>(type); tuple != nullptr && data.kind == TyKind::Tuple) {
      for (std::size_t i = 0; i < std::min(data.args.size(), tuple->elements.size()); ++i)
        todo.push_back({data.args[i].type(), tuple->elements[i]});
    } else if (const auto *slice = llvm::dyn_cast<ast::SliceType>(type); slice != nullptr && data.kind == TyKind::Slice) {
      todo.push_back({data.element(), slice->element});
    } else if (const auto *array = llvm::dyn_cast<ast::ArrayType>(type); array != nullptr && data.kind == TyKind::Array) {
      todo.push_back({data.element(), array->element});
    } else if (const auto *path = llvm::dyn_cast<ast::PathType>(type); path != nullptr && data.kind == TyKind::Adt && !path->path.segments.empty()) {
      const ast::PathSegment &last = path->path.segments.back();
      if (last.args == nullptr || judged_.program.def(data.def).name != last.ident.name)
        continue;
      // Lifetimes may be left out where they are written nowhere: the type arguments then align from their own start.
      llvm::SmallVector<Ty, 4> types;
      for (const GenericArg &arg : data.args)
        if (arg.isType())
          types.push_back(arg.type());
      std::size_t next = 0;
      for (const ast::GenericArg &arg : last.args->args)
        if (arg.kind == ast::GenericArg::Kind::Type && next < types.size())
          todo.push_back({types[next++], arg.type});
    }
  }
  return std::nullopt;
}

std::string RegionNames::printWith(Ty ty, RegionVid universal, const std::string &text, bool with_declared) const {
  Region wanted = regions_.written(universal);
  return judged_.program.printNaming(ty, [&](Region region) {
    if (region == wanted)
      return text;
    if (region.kind() == Region::Kind::Static)
      return std::string("'static");
    if (!with_declared || (region.kind() != Region::Kind::EarlyParam && region.kind() != Region::Kind::LateParam))
      return std::string("'_");
    for (std::uint32_t i = 0; i < regions_.universalCount(); ++i)
      if (RegionVid other{std::size_t{i}}; regions_.written(other) == region && declaration(other).isValid())
        return judged_.program.resolver().symbols().text(judged_.program.def(declaration(other)).name).str();
    return std::string("'_");
  });
}

void RegionNames::label(Diagnostic &finding, const RegionName &name) {
  switch (name.kind) {
  case RegionName::Kind::Static:
    return;
  case RegionName::Kind::Named:
    finding.label(name.span, "lifetime `" + name.text + "` defined here");
    return;
  case RegionName::Kind::Reference:
    finding.label(name.span, "let's call the lifetime of this reference `" + name.text + "`");
    return;
  case RegionName::Kind::InType:
    finding.label(name.span, "has type `" + name.type + "`");
    return;
  case RegionName::Kind::Hidden:
    finding.label(name.span, "lifetime `" + name.text + "` appears in the type " + name.type);
    return;
  case RegionName::Kind::InImpl:
    finding.label(name.span, "lifetime `" + name.text + "` appears in the `impl`'s self type");
    return;
  }
}

} // namespace lien
