#include "checker/regions/universal_regions.hpp"

namespace lien {

UniversalRegions::UniversalRegions(Program &program, DefId owner, RegionTemplates &templates) {
  written_.push_back(Region::statik());
  names_.emplace_back("'static");
  addParameters(program, owner);
  const DefKind kind = program.def(owner).kind;
  is_fn_ = isFunction(kind);
  if (is_fn_) {
    const Generics &generics = program.generics(owner);
    const std::uint32_t late = program.fn(owner).sig.bound_regions;
    for (std::uint32_t i = 0; i < late; ++i) {
      written_.push_back(Region::late(i));
      names_.push_back(i < generics.late_bound.size() ? program.resolver().symbols().text(program.def(generics.late_bound[i]).name) : llvm::StringRef());
    }
  }
  written_.push_back(Region::erased()); // the body's own
  names_.emplace_back();
  addSignature(program, owner, templates);
  addKnown(program, owner, templates);
}

/// Early-bound lifetimes, the parent's first.
void UniversalRegions::addParameters(Program &program, DefId item) {
  const Generics &generics = program.generics(item);
  if (generics.parent.isValid())
    addParameters(program, generics.parent);
  for (const GenericParamDef &param : generics.params) {
    if (param.kind != GenericArg::Kind::Region)
      continue;
    written_.push_back(Region::early(param.index));
    names_.push_back(program.resolver().symbols().text(param.name));
  }
}

RegionVid UniversalRegions::of(Region region) const {
  if (region.kind() == Region::Kind::Static)
    return static_region;
  if (region.kind() == Region::Kind::EarlyParam || region.kind() == Region::Kind::LateParam)
    for (std::size_t i = 0; i < written_.size(); ++i)
      if (written_[i] == region)
        return RegionVid(i);
  return {};
}

void UniversalRegions::addSignature(Program &program, DefId owner, RegionTemplates &templates) {
  RegionProver &prover = templates.prover();
  prover.start(0);
  if (is_fn_) {
    const FnSig sig = program.signatureInBody(owner);
    for (const Ty input : sig.inputs)
      inputs_.push_back(prover.normalize(input));
    output_ = prover.normalize(sig.output);
  } else {
    output_ = prover.normalize(program.typeOf(owner));
  }
  // A projection whose value has lifetimes of its own would need variables in the signature.
  if (prover.declined != nullptr || prover.variableCount() != 0) {
    TypeStore &types = program.types();
    bool has_variables = types.has(output_, TypeFlags::HasInferRegion);
    for (const Ty input : inputs_)
      has_variables |= types.has(input, TypeFlags::HasInferRegion);
    if (prover.declined != nullptr || has_variables)
      declined_ = prover.declined != nullptr ? prover.declined : "lifetimes of an associated type in a signature";
  }
}

void UniversalRegions::addKnown(Program &program, DefId owner, RegionTemplates &templates) {
  TypeStore &types = program.types();
  RegionProver &prover = templates.prover();
  prover.start(0);
  prover.assume_only = true;
  for (const Predicate &predicate : templates.env().predicates)
    if (predicate.kind == Predicate::Kind::RegionOutlives || predicate.kind == Predicate::Kind::TypeOutlives)
      prover.prove(predicate);
  if (is_fn_) {
    const FnSig sig = program.signatureInBody(owner);
    for (const Ty input : sig.inputs)
      prover.wellFormed(input);
    prover.wellFormed(sig.output);
    for (const Ty input : inputs_)
      prover.wellFormed(input);
    prover.wellFormed(output_);
  }
  // A method may assume what its impl's header needs.
  if (const DefId parent = program.def(owner).parent; parent.isValid() && program.def(parent).kind == DefKind::Impl) {
    const ImplInfo &impl = program.impl(parent);
    prover.wellFormed(impl.self_type);
    if (impl.trait)
      for (const GenericArg &arg : impl.trait->args)
        if (arg.isType())
          prover.wellFormed(arg.type());
  }
  prover.assume_only = false;
  if (declined_ == nullptr && prover.declined != nullptr)
    declined_ = prover.declined;
  // Nodes: the universal regions, then variables made by normalising.
  const std::size_t size = count() + prover.variableCount();
  const auto node = [&](Region region) { return region.kind() == Region::Kind::Var ? count() + region.index() : std::size_t{of(region).value}; };
  constexpr std::size_t limit = 512; // the closure is cubic
  if (size > limit) {
    declined_ = "a signature with this many lifetimes";
    return;
  }
  std::vector<bool> outlives(size * size, false);
  for (std::size_t i = 0; i < size; ++i) {
    outlives[(i * size) + i] = true;
    outlives[i] = true;                           // 'static: 'x
    outlives[(i * size) + body().index()] = true; // 'x: the body
  }
  for (const RegionPair &pair : prover.pairs) {
    const std::size_t a = node(pair.sup);
    const std::size_t b = node(pair.sub);
    if (a < size && b < size)
      outlives[(a * size) + b] = true;
  }
  for (std::size_t k = 0; k < size; ++k)
    for (std::size_t i = 0; i < size; ++i)
      if (outlives[(i * size) + k])
        for (std::size_t j = 0; j < size; ++j)
          if (outlives[(k * size) + j])
            outlives[(i * size) + j] = true;
  known_.resize(std::size_t{count()} * count());
  for (std::size_t i = 0; i < count(); ++i)
    for (std::size_t j = 0; j < count(); ++j)
      known_[(i * count()) + j] = outlives[(i * size) + j];
  for (const TypeOutlives &bound : prover.type_outlives)
    if (const RegionVid region = of(bound.region); region.isValid())
      type_bounds_.push_back({eraseRegions(types, bound.type), region});
}

} // namespace lien
