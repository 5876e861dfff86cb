#include "checker/drops/describe.hpp"

namespace lien {

std::string DropNames::variantName(Ty ty, std::uint32_t variant) const {
  const TyData &data = program_.types().data(ty);
  if (data.kind != TyKind::Adt || variant >= program_.adt(data.def).variants.size())
    return std::to_string(variant);
  return program_.resolver().symbols().text(program_.adt(data.def).variants[variant].name).str();
}

std::string DropNames::fieldName(Ty ty, std::optional<std::uint32_t> variant, std::uint32_t field) const {
  const TyData &data = program_.types().data(ty);
  if (data.kind != TyKind::Adt)
    return std::to_string(field);
  const AdtInfo &adt = program_.adt(data.def);
  const std::uint32_t index = variant.value_or(0);
  if (index >= adt.variants.size() || field >= adt.variants[index].fields.size() || adt.variants[index].fields[field].name.empty())
    return std::to_string(field);
  return program_.resolver().symbols().text(adt.variants[index].fields[field].name).str();
}

void DropNames::addStep(std::string &text, Ty &ty, std::optional<std::uint32_t> &variant, const mir::Projection &step, Ty after) const {
  switch (step.kind) {
  case mir::ProjectionKind::Deref:
    text += ".*";
    break;
  case mir::ProjectionKind::Field:
    text += "." + fieldName(ty, variant, step.a);
    break;
  case mir::ProjectionKind::Downcast:
    text += " as " + variantName(ty, step.a);
    variant = step.a;
    return;
  case mir::ProjectionKind::Index:
    text += "[]";
    break;
  case mir::ProjectionKind::ConstantIndex:
    text += "[" + (step.from_end ? "-" + std::to_string(step.a) : std::to_string(step.a)) + "]";
    break;
  case mir::ProjectionKind::Subslice:
    text += "[" + std::to_string(step.a) + ".." + (step.from_end ? "-" : "") + std::to_string(step.b) + "]";
    break;
  }
  variant.reset();
  ty = after;
}

DropName DropNames::name(mir::PlaceId place) const {
  const mir::LocalId local = body_.places[place].local;
  const mir::LocalDecl &decl = body_.locals[local];
  DropName result;
  const bool is_param = local.value != mir::return_local && local.value <= body_.param_count;
  if (!decl.name.empty()) {
    result.owner = is_param ? DropOwner::Parameter : DropOwner::Variable;
    result.variable = program_.resolver().symbols().text(decl.name).str();
    result.declared = decl.span;
  } else if (is_param) {
    result.owner = DropOwner::Parameter;
    result.variable = "param#" + std::to_string(local.value);
  } else {
    result.owner = DropOwner::Temporary;
    result.variable = "temp";
    result.declared = decl.span;
  }
  llvm::SmallVector<mir::PlaceId, 8> chain;
  for (mir::PlaceId at = place; body_.places[at].base.isValid(); at = body_.places[at].base)
    chain.push_back(at);
  Ty ty = decl.ty;
  std::optional<std::uint32_t> variant;
  for (const mir::PlaceId at : llvm::reverse(chain))
    addStep(result.projection, ty, variant, body_.places[at].step, body_.places[at].ty);
  return result;
}

DropName DropNames::name(const DropPiece &piece) const {
  DropName result = name(piece.base);
  const mir::PlaceData &base = body_.places[piece.base];
  Ty ty = base.ty;
  std::optional<std::uint32_t> variant;
  if (base.base.isValid() && base.step.kind == mir::ProjectionKind::Downcast)
    variant = base.step.a;
  for (const mir::Projection &step : piece.steps)
    addStep(result.projection, ty, variant, step, piece.ty);
  if (piece.range)
    result.projection += "[" + std::to_string(piece.range->first) + ".." + std::to_string(piece.range->second) + "]";
  if (piece.allocation_only)
    result.projection += "{box}";
  if (!piece.other_than.empty())
    result.projection += "{other variants}";
  return result;
}

std::string withSingleBlanks(llvm::StringRef text) {
  std::string result;
  for (const char c : text.trim()) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank || (!result.empty() && result.back() != ' '))
      result += blank ? ' ' : c;
  }
  return result;
}

namespace {

/// A place in the source's words: fields are found through boxes without a star.
std::string placeText(llvm::StringRef place) {
  std::string text = place.str();
  for (std::size_t at = 0; (at = text.find(".*.", at)) != std::string::npos;)
    text.erase(at, 2);
  llvm::StringRef rest = text;
  std::string stars;
  while (rest.consume_back(".*"))
    stars += '*';
  return stars + rest.str();
}

constexpr llvm::StringLiteral allocation = "{box}";
constexpr llvm::StringLiteral as_variant = " as ";
constexpr std::size_t longest_text = 40;

} // namespace

std::string displayName(const DropName &name, llvm::function_ref<llvm::StringRef(Span)> source) {
  llvm::StringRef projection = name.projection;
  const bool is_allocation = projection.consume_back(allocation);
  std::string text;
  if (name.owner == DropOwner::Temporary) {
    std::string expression = name.declared ? withSingleBlanks(source(*name.declared)) : std::string();
    if (expression.size() > longest_text)
      expression = llvm::StringRef(expression).take_front(longest_text).str() + "…";
    if (!projection.empty())
      text.append("`").append(projection.ltrim('.')).append("` of ");
    text.append("the temporary `").append(expression).append("`");
  } else {
    const std::string place = name.variable + projection.str();
    const auto [enumeration, part] = llvm::StringRef(place).rsplit(as_variant);
    if (!part.empty())
      text.append("`").append(part).append("` in ");
    text.append("`").append(placeText(enumeration)).append("`");
  }
  return is_allocation ? "the box of " + text : text;
}

std::string functionPath(Program &program, DefId function, llvm::function_ref<llvm::StringRef(Span)> source) {
  llvm::SmallVector<std::string, 4> parts;
  for (DefId at = function; at.isValid(); at = program.def(at).parent) {
    const Def &def = program.def(at);
    if (def.kind == DefKind::Impl && !def.derived_for.isValid()) {
      const auto *impl = def.as<ast::ImplItem>();
      const std::string self = withSingleBlanks(source(impl->self_type->span));
      if (impl->trait_path != nullptr)
        parts.push_back("<" + self + " as " + withSingleBlanks(source(impl->trait_path->span)) + ">");
      else
        parts.push_back(self.substr(0, self.find('<')));
      continue;
    }
    if (def.kind == DefKind::Block || (def.kind == DefKind::Mod && !def.parent.isValid()))
      continue;
    parts.push_back(program.resolver().symbols().text(def.name).str());
  }
  std::string path;
  for (const std::string &part : llvm::reverse(parts))
    path += (path.empty() ? "" : "::") + part;
  return path;
}

} // namespace lien
