#include "checker/regions/region_templates.hpp"

#include "llvm/ADT/EquivalenceClasses.h"

namespace lien {

namespace {
enum class What : std::uint64_t { Call, Field, Item, Predicates, WellFormed };
} // namespace

std::shared_ptr<RegionTemplates::Shared> RegionTemplates::sharedOf(Program &program) {
  if (!program.checker_cache)
    program.checker_cache = std::make_shared<Shared>(program);
  return std::static_pointer_cast<Shared>(program.checker_cache);
}

RegionTemplates::RegionTemplates(Program &program, DefId owner)
    : program_(program), types_(program.types()), env_(paramEnvOf(program, owner)), solver_(program, env_), shared_(sharedOf(program)),
      prover_(program, shared_->slots, env_, solver_) {}

SlottedType RegionTemplates::slotted(Ty ty) {
  SlottedType result;
  shared_->slots.collect(ty, result.regions);
  result.erased = eraseRegions(types_, ty);
  return result;
}

/// Variables that always have the same value are one; constraints that say nothing new are dropped.
void RegionTemplates::finish(RegionTemplate &made, std::uint32_t inputs) {
  made.declined = prover_.declined == nullptr && prover_.less_general ? "higher-ranked function pointer of another shape" : prover_.declined;
  made.variables = prover_.variableCount();
  if (made.declined != nullptr)
    return;
  const auto isVar = [](Region region) { return region.kind() == Region::Kind::Var; };
  // Only what was made on the way may melt into something else: errors are told along the constraints between the key's own regions.
  std::vector<std::uint32_t> parent(made.variables);
  for (std::uint32_t i = 0; i < made.variables; ++i)
    parent[i] = i;
  const auto root = [&](std::uint32_t i) {
    while (parent[i] != i)
      i = parent[i] = parent[parent[i]];
    return i;
  };
  llvm::DenseSet<std::pair<std::uint32_t, std::uint32_t>> known;
  for (const RegionPair &pair : prover_.pairs) {
    if (known.contains({pair.sub.bits(), pair.sup.bits()}) && isVar(pair.sup) && isVar(pair.sub)) {
      std::uint32_t a = root(pair.sup.index());
      std::uint32_t b = root(pair.sub.index());
      if (a > b)
        std::swap(a, b);
      if (b >= inputs)
        parent[b] = a;
    }
    known.insert({pair.sup.bits(), pair.sub.bits()});
  }
  std::vector<std::uint32_t> number(made.variables, UINT32_MAX);
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < made.variables; ++i)
    if (root(i) == i)
      number[i] = next++;
  const auto rename = [&](Region region) { return isVar(region) ? Region::var(number[root(region.index())]) : region; };
  known.clear();
  for (RegionPair pair : prover_.pairs) {
    pair.sup = rename(pair.sup);
    pair.sub = rename(pair.sub);
    if (pair.sup != pair.sub && pair.sup != Region::statik() && known.insert({pair.sup.bits(), pair.sub.bits()}).second)
      made.pairs.push_back(pair);
  }
  for (const TypeOutlives &test : prover_.type_outlives)
    made.tests.push_back({slotted(test.type), rename(test.region), test.bound});
  for (RegionTemplate::Test &test : made.tests)
    for (Region &region : test.type.regions)
      region = rename(region);
  for (SlottedType &type : made.types)
    for (Region &region : type.regions)
      region = rename(region);
  made.variables = next;
  made.asks_nothing = next == 0 && made.pairs.empty() && made.tests.empty() &&
                      llvm::none_of(made.types, [&](const SlottedType &type) { return types_.has(type.erased, TypeFlags::HasRegions); });
}

template <typename Make> const RegionTemplate &RegionTemplates::find(std::uint64_t what, Ty key, std::uint64_t detail, Make make) {
  const bool closed = !types_.has(key, TypeFlags::HasParam) && env_.predicates.empty();
  Table &table = closed ? shared_->templates : own_;
  const Key id{(what << 32U) | key.id(), detail};
  if (const auto found = table.find(id); found != table.end())
    return *found->second;
  auto made = std::make_unique<RegionTemplate>();
  const std::uint32_t inputs = shared_->slots.count(key);
  prover_.start(inputs);
  make(*made, shared_->slots.fill(key, [](std::uint32_t slot) { return Region::var(slot); }));
  finish(*made, inputs);
  return *(table[id] = std::move(made));
}

const RegionTemplate &RegionTemplates::call(Ty callee) {
  return find(static_cast<std::uint64_t>(What::Call), callee, 0, [&](RegionTemplate &made, Ty filled) {
    const TyData &data = types_.data(filled);
    FnSig sig;
    if (data.kind == TyKind::FnDef) {
      const FnInfo &fn = program_.fn(data.def);
      if (fn.poisoned) {
        prover_.declined = "a function whose signature is not known";
        return;
      }
      sig = substitute(types_, fn.sig, data.args);
    } else if (data.kind == TyKind::FnPtr) {
      sig = types_.fnPtrSig(filled);
    } else {
      prover_.declined = "a call through this value";
      return;
    }
    llvm::SmallVector<Region, 4> late;
    for (std::uint32_t i = 0; i < sig.bound_regions; ++i)
      late.push_back(prover_.fresh());
    sig = instantiateBinder(types_, sig, [&](std::uint32_t index) { return late[index]; });
    if (data.kind == TyKind::FnDef)
      for (const Predicate &written : program_.predicates(data.def)) {
        // The bound is named where it is the user's.
        prover_.in_predicate = true;
        prover_.current_bound = program_.def(data.def).crate == CrateKind::User ? written.span : Span();
        Predicate predicate = prover_.instantiate(written, data.args);
        prover_.prove(predicate);
      }
    prover_.current_bound = {};
    prover_.in_predicate = false;
    for (const Ty input : sig.inputs) {
      const Ty normal = prover_.normalize(input);
      prover_.wellFormed(normal);
      made.types.push_back(slotted(normal));
    }
    const Ty output = prover_.normalize(sig.output);
    prover_.wellFormed(output);
    made.types.push_back(slotted(output));
  });
}

const RegionTemplate &RegionTemplates::field(Ty adt, std::uint32_t variant, std::uint32_t field) {
  return find(static_cast<std::uint64_t>(What::Field), adt, (std::uint64_t{variant} << 32U) | field, [&](RegionTemplate &made, Ty filled) {
    const TyData &data = types_.data(filled);
    const AdtInfo &info = program_.adt(data.def);
    if (variant >= info.variants.size() || field >= info.variants[variant].fields.size()) {
      prover_.declined = "a field that is not declared";
      return;
    }
    made.types.push_back(slotted(prover_.normalize(substitute(types_, info.variants[variant].fields[field].type, data.args))));
  });
}

const RegionTemplate &RegionTemplates::item(DefId def, Args args) {
  return find(static_cast<std::uint64_t>(What::Item), types_.fnDef(def, args), 0, [&](RegionTemplate &made, Ty filled) {
    made.types.push_back(slotted(prover_.normalize(substitute(types_, program_.typeOf(def), types_.data(filled).args))));
    prover_.provePredicates(def, types_.data(filled).args);
  });
}

const RegionTemplate &RegionTemplates::predicates(Ty adt) {
  return find(static_cast<std::uint64_t>(What::Predicates), adt, 0, [&](RegionTemplate &, Ty filled) { prover_.wellFormedHead(filled); });
}

const RegionTemplate &RegionTemplates::wellFormed(Ty ty) {
  return find(static_cast<std::uint64_t>(What::WellFormed), ty, 0, [&](RegionTemplate &, Ty filled) { prover_.wellFormed(filled); });
}

// -------------------------------------------------------------------------------------------------------------------- drops

bool RegionTemplates::mayDangle(DefId drop_impl, std::uint32_t param) {
  const auto *node = program_.def(drop_impl).as<ast::ImplItem>();
  Symbol name;
  for (const GenericParamDef &own : program_.generics(drop_impl).params)
    if (own.index == param)
      name = own.name;
  const auto marks = [](const ast::Attribute &attribute) {
    return !attribute.is_doc && attribute.meta.path.isSingle() && attribute.meta.path.segments.front().ident.name == sym::may_dangle;
  };
  return node != nullptr &&
         llvm::any_of(node->generics.params, [&](const ast::GenericParam &own) { return own.name.name == name && llvm::any_of(own.attributes, marks); });
}

/// Rule: the regions that a destructor may look at. An own `impl Drop` looks at all arguments but those marked `may_dangle`; otherwise what the fields'
/// destructors look at. References are never looked at. Nomicon "Drop Check"; rustc's `dropck_outlives`.
void RegionTemplates::addDropRegions(Ty ty, llvm::SmallVectorImpl<Region> &out, llvm::SmallVectorImpl<Ty> &open, unsigned depth) {
  const TyData &data = types_.data(ty);
  if (!data.has(TypeFlags::HasRegions) || StackGuard::exhausted())
    return;
  switch (data.kind) {
  case TyKind::Tuple:
  case TyKind::Array:
  case TyKind::Slice:
    for (const GenericArg &arg : data.args)
      addDropRegions(arg.type(), out, open, depth);
    return;
  case TyKind::Adt:
    break;
  case TyKind::Dynamic:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Closure:
    return shared_->slots.collect(ty, out);
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Param:
  case TyKind::Infer:
    return;
  }
  const SolverCache &lang = solver_.cache;
  if (data.def == lang.manually_drop || llvm::is_contained(open, ty))
    return;
  if (data.def == lang.phantom_data || data.def == lang.box) {
    for (const GenericArg &arg : data.args)
      if (arg.isType())
        addDropRegions(arg.type(), out, open, depth);
    return;
  }
  // A type that grows with each level (`S<Option<S<…>>>`) is cut off; rustc reports an overflow (E0320).
  if (depth > 32)
    return shared_->slots.collect(ty, out);
  open.push_back(ty);
  if (const DefId drop = program_.dropImpl(data.def); drop.isValid()) {
    // The impl's parameters are the type's, in whatever order: E0366 sees to that.
    const TyData &self = types_.data(program_.impl(drop).self_type);
    for (std::size_t i = 0; i < data.args.size() && i < self.args.size(); ++i) {
      if (data.args[i].kind() == GenericArg::Kind::Region)
        out.push_back(data.args[i].region());
      if (!data.args[i].isType())
        continue;
      const TyData &param = types_.data(self.args[i].type());
      if (param.kind != TyKind::Param || !mayDangle(drop, param.index))
        shared_->slots.collect(data.args[i].type(), out);
    }
  }
  const AdtInfo &info = program_.adt(data.def);
  for (const VariantInfo &variant : info.variants)
    for (const FieldInfo &field : variant.fields)
      addDropRegions(prover_.normalize(substitute(types_, field.type, data.args)), out, open, depth + 1);
  open.pop_back();
}

llvm::ArrayRef<std::uint32_t> RegionTemplates::dropSlots(Ty ty) {
  if (!types_.has(ty, TypeFlags::HasRegions))
    return {};
  const bool closed = !types_.has(ty, TypeFlags::HasParam) && env_.predicates.empty();
  auto &table = closed ? shared_->drops : own_drops_;
  if (const auto found = table.find(ty.id()); found != table.end())
    return *found->second;
  prover_.start(shared_->slots.count(ty));
  const Ty filled = shared_->slots.fill(ty, [](std::uint32_t slot) { return Region::var(slot); });
  llvm::SmallVector<Region, 8> regions;
  llvm::SmallVector<Ty, 8> open;
  addDropRegions(filled, regions, open, 0);
  // What normalisation made on the way stands for one of the type's own.
  auto made = std::make_unique<std::vector<std::uint32_t>>();
  const std::uint32_t count = shared_->slots.count(ty);
  llvm::SmallVector<bool, 16> wanted(prover_.variableCount(), false);
  for (const Region region : regions)
    if (region.kind() == Region::Kind::Var)
      wanted[region.index()] = true;
  for (bool changed = true; changed;) {
    changed = false;
    for (const RegionPair &pair : prover_.pairs)
      if (pair.sup.kind() == Region::Kind::Var && pair.sub.kind() == Region::Kind::Var && wanted[pair.sup.index()] != wanted[pair.sub.index()])
        changed = wanted[pair.sup.index()] = wanted[pair.sub.index()] = true;
  }
  for (std::uint32_t slot = 0; slot < count; ++slot)
    if (wanted[slot])
      made->push_back(slot);
  return *(table[ty.id()] = std::move(made));
}

} // namespace lien
