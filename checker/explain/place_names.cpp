#include "checker/explain/place_names.hpp"

namespace lien {

PlaceNames::PlaceNames(const JudgedBody &judged) : judged_(judged) {
  const mir::Body &body = judged.mir();
  for (const mir::Statement &statement : body.statements) {
    if (statement.kind != mir::StatementKind::Assign || statement.rvalue.kind != mir::RvalueKind::Use)
      continue;
    const mir::Operand &operand = statement.rvalue.operands.front();
    if (operand.kind == mir::Operand::Kind::Constant && body.constants[operand.constant].kind == mir::Constant::Kind::Static)
      statics_[body.places[statement.place].local.value] = body.constants[operand.constant].def;
  }
}

llvm::StringRef PlaceNames::localName(mir::LocalId local) const {
  const mir::LocalDecl &decl = judged_.mir().locals[local];
  return decl.name.empty() ? llvm::StringRef() : judged_.program.resolver().symbols().text(decl.name);
}

DefId PlaceNames::staticIn(mir::LocalId local) const {
  auto found = statics_.find(local.value);
  return found == statics_.end() ? DefId() : found->second;
}

/// The struct, or the variant that the place was cast to; null for tuples.
const VariantInfo *PlaceNames::variantOf(mir::PlaceId base) const {
  const mir::PlaceData &data = judged_.mir().places[base];
  const TyData &ty = judged_.types.data(data.ty);
  if (ty.kind != TyKind::Adt)
    return nullptr;
  std::uint32_t variant = data.base.isValid() && data.step.kind == mir::ProjectionKind::Downcast ? data.step.a : 0;
  const AdtInfo &adt = judged_.program.adt(ty.def);
  return variant < adt.variants.size() ? &adt.variants[variant] : nullptr;
}

std::string PlaceNames::fieldName(mir::PlaceId base, std::uint32_t field) const {
  const VariantInfo *variant = variantOf(base);
  if (variant == nullptr || field >= variant->fields.size() || variant->fields[field].name.empty())
    return std::to_string(field);
  return judged_.program.resolver().symbols().text(variant->fields[field].name).str();
}

std::string PlaceNames::variantName(mir::PlaceId place) const {
  const mir::Body &body = judged_.mir();
  mir::PlaceId first;
  for (mir::PlaceId at = place; body.places[at].base.isValid(); at = body.places[at].base)
    if (body.places[at].step.kind == mir::ProjectionKind::Downcast)
      first = at;
  const VariantInfo *variant = first.isValid() ? variantOf(first) : nullptr;
  return variant != nullptr ? judged_.program.resolver().symbols().text(variant->name).str() : std::string();
}

std::string PlaceNames::sharedOwnerName(Ty ty) const {
  const TyData &data = judged_.types.data(ty);
  Program &program = judged_.program;
  if (data.kind != TyKind::Adt || !(program.isLang(data.def, LangItem::RcStruct) || program.isLang(data.def, LangItem::ArcStruct)))
    return {};
  return program.resolver().symbols().text(program.def(data.def).name).str();
}

/// Dereferences in the middle of a place are not written (`r.a`, not `(*r).a`); those at its end are.
std::optional<std::string> PlaceNames::name(mir::PlaceId place, Variants variants) const {
  const mir::Body &body = judged_.mir();
  mir::LocalId local = body.places[place].local;
  DefId static_item = staticIn(local);
  std::string text = localName(local).str();
  if (static_item.isValid())
    text = judged_.program.resolver().symbols().text(judged_.program.def(static_item).name).str();
  if (text.empty())
    return std::nullopt;

  llvm::SmallVector<mir::PlaceId, 8> chain;
  for (mir::PlaceId at = place; body.places[at].base.isValid(); at = body.places[at].base)
    chain.push_back(at);
  bool at_end = true; // walking from the end inwards: only dereferences and downcasts so far
  llvm::SmallVector<bool, 8> written(chain.size(), false);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    mir::ProjectionKind kind = body.places[chain[i]].step.kind;
    written[i] = at_end;
    at_end = at_end && (kind == mir::ProjectionKind::Deref || kind == mir::ProjectionKind::Downcast);
  }
  std::string stars;
  for (std::size_t i = chain.size(); i-- > 0;) {
    const mir::PlaceData &data = body.places[chain[i]];
    bool first = i + 1 == chain.size();
    switch (data.step.kind) {
    case mir::ProjectionKind::Deref:
      if (first && (static_item.isValid() || body.locals[local].guard_ref))
        break;
      if (written[i])
        stars += '*';
      break;
    case mir::ProjectionKind::Downcast:
      if (variants == Variants::Hidden)
        return std::nullopt;
      break;
    case mir::ProjectionKind::Field:
      if (variants == Variants::PayloadHidden && variantOf(data.base) != nullptr && variantOf(data.base)->shape == ast::VariantShape::Tuple)
        break;
      text += "." + fieldName(data.base, data.step.a);
      break;
    case mir::ProjectionKind::Index: {
      llvm::StringRef index = localName(mir::LocalId(std::size_t{data.step.a}));
      text += "[" + (index.empty() ? std::string("_") : index.str()) + "]";
      break;
    }
    case mir::ProjectionKind::ConstantIndex:
    case mir::ProjectionKind::Subslice:
      text += "[..]";
      break;
    }
  }
  return stars + text;
}

std::string PlaceNames::quoted(mir::PlaceId place, Variants variants) const {
  std::optional<std::string> text = name(place, variants);
  return text ? "`" + *text + "`" : "value";
}

} // namespace lien
