#include "checker/moves/call_regions.hpp"

namespace lien {

namespace {
constexpr std::uint64_t param_key = 1ULL << 40U;
}

CallRegions::CallRegions(Program &program, TypeRegions &regions, const mir::Body &body, const mir::Terminator &call) : program_(program), regions_(regions) {
  parent_.push_back(static_atom);
  auto hasRegions = [&](const mir::Operand &operand) {
    return regions.hasRegions(operand.kind == mir::Operand::Kind::Constant ? body.constants[operand.constant].ty : body.places[operand.place].ty);
  };
  bool any_regions = regions.hasRegions(body.places[call.place].ty) || llvm::any_of(call.arguments, hasRegions);
  if (call.operand.kind != mir::Operand::Kind::Constant || body.constants[call.operand.constant].kind != mir::Constant::Kind::FnItem) {
    understood_ = !any_regions;
    return;
  }
  const mir::Constant &callee = body.constants[call.operand.constant];
  args_ = callee.args;
  bool any_params = (program.types().flagsOf(args_) & (TypeFlags::HasParam | TypeFlags::HasProjection)) != 0;
  bool region_args = (program.types().flagsOf(args_) & TypeFlags::HasRegions) != 0;
  if (!any_regions && !any_params && !region_args)
    return;
  if (callee.user_type.isValid() && body.typed != nullptr) {
    Ty written = body.typed->user_types[callee.user_type].ty;
    understood_ = !regions.mentionsNamed(written) && !regions.mentionsStatic(written);
  }
  const FnInfo &fn = program.fn(callee.def);
  if (fn.poisoned || fn.sig.inputs.size() != call.arguments.size()) {
    understood_ = false;
    return;
  }
  readSignature(fn.sig, call, body);
  readPredicates(callee.def);
  number();
}

bool CallRegions::isInteresting(std::uint32_t param) const {
  return param >= args_.size() || (args_[param].kind() == GenericArg::Kind::Type && regions_.hasRegions(args_[param].type()));
}

bool CallRegions::hasParams(std::uint32_t param) const {
  return param >= args_.size() ||
         (args_[param].kind() == GenericArg::Kind::Type && program_.types().has(args_[param].type(), TypeFlags::HasParam | TypeFlags::HasProjection));
}

CallRegions::Atom CallRegions::atomOf(Region region) {
  if (region.kind() == Region::Kind::Static)
    return static_atom;
  std::uint64_t key = region.bits();
  for (auto [known, atom] : atoms_)
    if (known == key)
      return atom;
  auto atom = static_cast<Atom>(parent_.size());
  parent_.push_back(atom);
  atoms_.emplace_back(key, atom);
  return atom;
}

CallRegions::Atom CallRegions::atomOfParam(std::uint32_t index) {
  std::uint64_t key = param_key + index;
  for (auto [known, atom] : atoms_)
    if (known == key)
      return atom;
  auto atom = static_cast<Atom>(parent_.size());
  parent_.push_back(atom);
  atoms_.emplace_back(key, atom);
  return atom;
}

void CallRegions::atomsOf(Ty ty, llvm::SmallVectorImpl<Atom> &atoms) {
  regions_.forEachRegion(ty, [&](Region region) { atoms.push_back(atomOf(region)); });
  regions_.forEachParam(ty, [&](std::uint32_t param) {
    if (isInteresting(param))
      atoms.push_back(atomOfParam(param));
  });
}

CallRegions::Atom CallRegions::find(Atom atom) {
  while (parent_[atom] != atom)
    atom = parent_[atom] = parent_[parent_[atom]];
  return atom;
}

void CallRegions::unite(Atom a, Atom b) {
  a = find(a), b = find(b);
  parent_[std::max(a, b)] = std::min(a, b); // 'static stays the root of its class
}

// ------------------------------------------------------------------------------------------------------------------ signature

void CallRegions::readSignature(const FnSig &sig, const mir::Terminator &call, const mir::Body &body) {
  for (std::uint32_t i = 0; i < sig.inputs.size(); ++i)
    readPosition(i, sig.inputs[i]);
  if (regions_.hasRegions(body.places[call.place].ty))
    readPosition(result, sig.output);
}

void CallRegions::readPosition(std::uint32_t position, Ty declared) {
  const TyData &data = program_.types().data(declared);
  llvm::SmallVector<Atom, 4> atoms;
  bool is_ref = data.kind == TyKind::Ref;
  if (is_ref)
    uses_.push_back({position, true, atomOf(data.region)});
  atomsOf(is_ref ? data.element() : declared, atoms);
  for (Atom atom : atoms) {
    // A parameter may stand for a reference: then its outermost region is meant as well.
    uses_.push_back({position, false, atom});
    if (!is_ref)
      uses_.push_back({position, true, atom});
  }
}

// ----------------------------------------------------------------------------------------------------------------- conditions

void CallRegions::readPredicates(DefId callee) {
  for (const Predicate &predicate : program_.predicates(callee)) {
    llvm::SmallVector<Atom, 4> atoms;
    switch (predicate.kind) {
    case Predicate::Kind::RegionOutlives:
      unite(atomOf(predicate.a), atomOf(predicate.b));
      continue;
    case Predicate::Kind::TypeOutlives: {
      bool about_params = false;
      regions_.forEachParam(predicate.type, [&](std::uint32_t param) { about_params |= hasParams(param); });
      if (about_params) // `T: 'static` for a parameter of our own
        understood_ = false;
      atomsOf(predicate.type, atoms);
      for (Atom atom : atoms)
        unite(atom, atomOf(predicate.b));
      continue;
    }
    case Predicate::Kind::Projection:
      atomsOf(predicate.type, atoms);
      break;
    case Predicate::Kind::Trait:
      break;
    }
    for (GenericArg arg : predicate.trait.args) {
      if (arg.kind() == GenericArg::Kind::Type)
        atomsOf(arg.type(), atoms);
      if (arg.kind() == GenericArg::Kind::Region)
        atoms.push_back(atomOf(arg.region()));
    }
    for (std::size_t i = 1; i < atoms.size(); ++i)
      unite(atoms[0], atoms[i]);
    if (atoms.empty())
      continue;
    // An impl could ask for more than its trait shows (`impl Trait for &'static str`). The library's do not, but for supertraits like `Any: 'static`.
    if (program_.def(predicate.trait.trait).crate == CrateKind::User)
      understood_ = false;
    for (const Predicate &of_trait : program_.predicates(predicate.trait.trait))
      if (of_trait.kind == Predicate::Kind::TypeOutlives && of_trait.b.kind() == Region::Kind::Static)
        unite(atoms[0], static_atom);
  }
}

void CallRegions::number() {
  llvm::SmallVector<std::uint32_t, 8> class_of(parent_.size(), UINT32_MAX);
  bool static_input = false;
  for (Use &use : uses_) {
    Atom root = find(use.region_class);
    // A result that lives forever asks for nothing.
    if (root == static_atom && use.position == result)
      continue;
    static_input |= root == static_atom;
    if (class_of[root] == UINT32_MAX)
      class_of[root] = class_count_++;
  }
  llvm::SmallVector<Use, 8> kept;
  for (const Use &use : uses_) {
    Atom root = find(use.region_class);
    if (class_of[root] != UINT32_MAX)
      kept.push_back({use.position, use.is_outer, class_of[root]});
  }
  uses_ = std::move(kept);
  if (static_input)
    static_classes_.push_back(class_of[static_atom]);
}

} // namespace lien
