// What is known inside an item: its predicates, with everything their traits imply.
//
// Reference, "Supertraits" and "Where clauses". Regions stay as written here (the region checks read them); inference erases its own copy.
#include "diagnostics/stack_guard.hpp"
#include "frontend/types/infer.hpp"

namespace lien {
namespace {

bool same(const Predicate &a, const Predicate &b) {
  return a.kind == b.kind && a.bound_regions == b.bound_regions && a.trait == b.trait && a.assoc == b.assoc && a.type == b.type && a.a == b.a && a.b == b.b;
}

/// A trait's predicate on Self, said of the type that `bound` speaks of.
Predicate instantiate(TypeStore &types, const Predicate &super, const Predicate &bound) {
  Predicate result = super;
  result.span = bound.span;
  result.trait.args = substitute(types, super.trait.args, bound.trait.args);
  if (super.kind == Predicate::Kind::Projection || super.kind == Predicate::Kind::TypeOutlives)
    result.type = substitute(types, super.type, bound.trait.args);
  // One binder serves both; bounds that bind regions on both sides (`for<'a> T: Trait<'a>` with `trait Trait<'b>: for<'c> …`) are told apart by erasing.
  result.bound_regions = std::max(super.bound_regions, bound.bound_regions);
  if (super.bound_regions != 0 && bound.bound_regions != 0) {
    result.trait.args = instantiateBinder(types, result.trait.args, [](std::uint32_t) { return Region::erased(); });
    if (super.kind == Predicate::Kind::Projection)
      result.type = instantiateBinder(types, result.type, [](std::uint32_t) { return Region::erased(); });
    result.bound_regions = 0;
  }
  return result;
}

} // namespace

ParamEnv paramEnvOf(Program &program, DefId item) {
  TypeStore &types = program.types();
  ParamEnv env;
  const auto add = [&](const Predicate &predicate) {
    if (llvm::none_of(env.predicates, [&](const Predicate &old) { return same(old, predicate); }))
      env.predicates.push_back(predicate);
  };
  for (const Predicate &predicate : program.predicates(item))
    add(predicate);
  // The list grows while it is walked; each trait and argument list enters once, so this ends.
  constexpr std::size_t limit = 4096;
  for (std::size_t at = 0; at < env.predicates.size() && env.predicates.size() < limit; ++at) {
    const Predicate bound = env.predicates[at];
    if (bound.kind != Predicate::Kind::Trait)
      continue;
    for (const Predicate &super : program.predicates(bound.trait.trait)) {
      const bool outlives = super.kind == Predicate::Kind::TypeOutlives;
      if (super.kind == Predicate::Kind::RegionOutlives || (!outlives && super.trait.args.empty()))
        continue;
      const TyData &self = types.data(outlives ? super.type : super.trait.self());
      if (self.kind == TyKind::Param && self.index == 0 && !(super.kind == Predicate::Kind::Trait && super.trait.trait == bound.trait.trait))
        add(instantiate(types, super, bound));
    }
  }
  return env;
}

} // namespace lien
