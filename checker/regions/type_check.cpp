// The MIR type check: what each statement asks of regions (RFC 2094 "Subtyping", "Reborrow constraints"; rustc dev guide, "MIR type check").
//
// Types were checked by inference; here every occurrence of a lifetime is a variable of its own, and a value that flows from one place to another
// relates them by variance. Reads each statement once, in the order of the body.
#include "checker/regions/region_graph.hpp"
#include "frontend/types/binders.hpp"

namespace lien {

namespace {

using Slots = llvm::SmallVector<RegionVid, 8>;
using SlotView = llvm::ArrayRef<RegionVid>;

/// For what reason and where a constraint arises.
struct Cause {
  Location at;
  bool everywhere = false;
  ConstraintCategory category{};
  Span span;
  std::uint32_t argument = UINT32_MAX;
  [[nodiscard]] Cause because(ConstraintCategory other) const {
    Cause cause = *this;
    cause.category = other;
    return cause;
  }
};

class RegionTypeCheck {
public:
  RegionTypeCheck(Program &program, const ControlFlow &flow, RegionTemplates &templates, const UniversalRegions &universals, RegionDetail detail,
                  RegionGraph &out)
      : program_(program), types_(program.types()), flow_(flow), body_(flow.body()), templates_(templates), slots_(templates.slots()), universals_(universals),
        detailed_(detail == RegionDetail::Detailed), out_(out) {}

  void run();

private:
  void decline(Span span, const char *what) {
    if (!out_.declined)
      out_.declined = RegionDecline{span, what};
  }
  /// Types as deep as the function is long take regions, memory and time in the square of it.
  void checkLimit(Span span) {
    if (out_.origins.size() > most_regions && !out_.declined)
      out_.declined = RegionDecline{span, "more than 1,048,576 lifetimes in one function", true};
  }
  RegionVid fresh(const RegionOrigin &origin) { return out_.newRegion(origin); }
  RegionVid freshAt(const Cause &cause) { return fresh({cause.everywhere ? RegionOrigin::Kind::Other : RegionOrigin::Kind::Call, {}, cause.at}); }
  Slots freshSlots(Ty ty, const Cause &cause) {
    Slots result;
    for (std::uint32_t i = slots_.count(ty); i > 0; --i)
      result.push_back(freshAt(cause));
    return result;
  }

  // Constraints.
  void require(RegionVid sup, RegionVid sub, const Cause &cause, Span bound = {}) {
    if (sup == sub || sup == static_region)
      return;
    out_.constraints.push_back({sup, sub, cause.category, cause.everywhere, cause.at, cause.span, cause.argument, bound});
  }
  void relateSlot(RegionVid a, RegionVid b, Variance variance, const Cause &cause) {
    if (variance == Variance::Covariant || variance == Variance::Invariant)
      require(a, b, cause);
    if (variance == Variance::Contravariant || variance == Variance::Invariant)
      require(b, a, cause);
  }
  void relate(Ty a_type, SlotView a, Ty b_type, SlotView b, const Cause &cause, Variance variance = Variance::Covariant);
  Slots instantiate(const RegionTemplate &pattern, SlotView key, const Cause &cause);
  Slots slotsOf(const SlottedType &type, SlotView variables, const Cause &cause);
  RegionVid toVid(Region region, SlotView variables);

  // The slow way: types with variables in them.
  Ty fill(Ty erased, SlotView slots) {
    return slots_.fill(erased, [&](std::uint32_t slot) { return Region::var(slots[slot].value); });
  }
  Ty withVariables(Ty written);
  RegionProver &startProver() {
    templates_.prover().start(static_cast<std::uint32_t>(out_.origins.size()));
    return templates_.prover();
  }
  void absorb(const Cause &cause);

  // Places and operands.
  using Range = std::pair<std::uint32_t, std::uint32_t>;
  Range keep(SlotView slots) {
    const Range range(out_.slot_pool.size(), slots.size());
    out_.slot_pool.append(slots.begin(), slots.end());
    return range;
  }
  void declareLocals();
  static constexpr std::size_t most_regions = 1U << 20U;
  static constexpr std::uint32_t shared_from = 8; ///< regions in a type; with fewer, sharing gains nothing
  void declareLocal(mir::LocalId local);
  [[nodiscard]] llvm::DenseMap<std::uint32_t, mir::LocalId> findSharing();
  void shareRegions(const llvm::DenseMap<std::uint32_t, mir::LocalId> &candidates);
  void storeShared(llvm::ArrayRef<std::pair<mir::LocalId, mir::LocalId>> sharing);
  void shareRegions(mir::LocalId local, mir::LocalId borrowed, const Cause &cause);
  void checkWrittenArguments();
  [[nodiscard]] bool isCheckedAsWritten(const typed::UserType &written) const {
    return types_.is(written.ty, TyKind::FnDef) && types_.has(written.ty, TypeFlags::HasParam | TypeFlags::HasFreeRegion);
  }
  /// No lifetime of the callee's arguments was left out.
  [[nodiscard]] bool hasWrittenArguments(const mir::Operand &callee);
  void ascribeVariables();
  void declareSigned(mir::LocalId local, Ty written);
  void equateSigned();
  Range placeRange(mir::PlaceId place, const Cause &cause);
  Range stepRange(Range base, mir::PlaceId place, const Cause &cause);
  Range fieldRange(Range base, mir::PlaceId place, const Cause &cause);
  Range mentionedField(Range range, mir::PlaceId place, const Cause &cause);
  void forgetFields();
  Slots place(mir::PlaceId place, const Cause &cause, Variance use = Variance::Covariant) {
    use_ = use;
    const Range range = placeRange(place, cause);
    const SlotView view = out_.slots(range);
    return {view.begin(), view.end()};
  }
  Slots operand(const mir::Operand &operand, const Cause &cause);
  Slots constant(const mir::Constant &constant, const Cause &cause);
  [[nodiscard]] Ty typeOf(const mir::Operand &operand) const {
    return operand.kind == mir::Operand::Kind::Constant ? body_.constants[operand.constant].ty : body_.places[operand.place].ty;
  }
  [[nodiscard]] Ty typeOf(mir::PlaceId place) const { return body_.places[place].ty; }

  // Statements.
  [[nodiscard]] bool hasRegions(mir::PlaceId place) const { return types_.has(typeOf(place), TypeFlags::HasRegions); }
  [[nodiscard]] bool asksOfRegions(const mir::Statement &statement) const;
  [[nodiscard]] bool asksOfRegions(const mir::Operand &operand) const;
  void checkStatement(Location at, const mir::Statement &statement);
  [[nodiscard]] ConstraintCategory categoryOf(mir::PlaceId destination, bool is_call = false) const;
  void assign(const mir::Statement &statement, const Cause &cause);
  void assignRef(const mir::Statement &statement, const Cause &cause);
  void assignAggregate(const mir::Statement &statement, const Cause &cause);
  void assignCast(const mir::Statement &statement, const Cause &cause);
  void reborrow(mir::PlaceId borrowed, RegionVid region, const Cause &cause);
  void checkCall(const mir::Terminator &call, const Cause &cause);
  [[nodiscard]] bool isVecMacro(const mir::Terminator &call) const;
  void findBoxedArrays();
  Slots unboxed(const mir::Operand &array, const Cause &cause);
  void ascribe(Ty type, SlotView slots, typed::UserTypeId user_type, const Cause &cause, Variance variance = Variance::Invariant);
  void annotateCallee(const mir::Constant &callee, SlotView slots, const Cause &cause);

  Program &program_;
  TypeStore &types_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  RegionTemplates &templates_;
  RegionSlots &slots_;
  const UniversalRegions &universals_;
  const bool detailed_;
  RegionGraph &out_;
  std::vector<Range> place_ranges_;
  // Only when detailed:
  Variance use_ = Variance::Covariant;                     ///< how the place is used whose fields are looked at
  llvm::SmallVector<mir::PlaceId, 8> mentioned_;           ///< places with a field, in the statement under way
  std::vector<std::pair<RegionVid, RegionVid>> annotated_; ///< a lifetime of the signature, the variable that stands for it in a written type
  /// A lifetime of the signature, the variable that stands for it in the type of a local, and where the local is.
  std::vector<std::pair<std::pair<RegionVid, RegionVid>, Span>> signature_;
  llvm::SmallDenseSet<std::uint32_t, 8> boxed_arrays_; ///< locals that hold what rustc writes into a box: the elements of `vec![…]`
  static constexpr std::uint32_t unknown_range = UINT32_MAX;
};

// -------------------------------------------------------------------------------------------------------------- constraints

void RegionTypeCheck::relate(Ty a_type, SlotView a, Ty b_type, SlotView b, const Cause &cause, Variance variance) {
  if (out_.declined || (a.empty() && b.empty() && (a_type == b_type || !types_.has(a_type, TypeFlags::HasRegions))))
    return; // without lifetimes, but for what function pointers bind
  if (a_type == b_type && a.size() == b.size()) {
    const llvm::ArrayRef<Variance> variances = slots_.variances(a_type);
    for (std::size_t i = 0; i < a.size(); ++i)
      relateSlot(a[i], b[i], composeVariance(variance, variances[i]), cause);
    return;
  }
  if (types_.is(a_type, TyKind::Never) || types_.is(b_type, TyKind::Never))
    return;
  RegionProver &prover = startProver();
  prover.relate(fill(a_type, a), fill(b_type, b), variance);
  absorb(cause);
}

RegionVid RegionTypeCheck::toVid(Region region, SlotView variables) {
  return region.kind() == Region::Kind::Var ? variables[region.index()] : universals_.of(region);
}

Slots RegionTypeCheck::slotsOf(const SlottedType &type, SlotView variables, const Cause &cause) {
  Slots result;
  for (const Region region : type.regions) {
    RegionVid vid = toVid(region, variables);
    if (!vid.isValid())
      vid = freshAt(cause); // erased: nothing is said of it
    result.push_back(vid);
  }
  return result;
}

/// The variables of one use of a template; what it asks for becomes constraints.
Slots RegionTypeCheck::instantiate(const RegionTemplate &pattern, SlotView key, const Cause &cause) {
  Slots variables(key.begin(), key.end());
  if (pattern.declined != nullptr) {
    decline(cause.span, pattern.declined);
    return variables;
  }
  while (variables.size() < pattern.variables)
    variables.push_back(freshAt(cause));
  for (const RegionPair &pair : pattern.pairs) {
    const RegionVid sup = toVid(pair.sup, variables);
    const RegionVid sub = toVid(pair.sub, variables);
    if (!sup.isValid() || !sub.isValid()) {
      decline(cause.span, "lifetimes of this construct");
      continue;
    }
    require(sup, sub, pair.predicate ? cause.because(ConstraintCategory::Predicate) : cause.because(ConstraintCategory::Boring), pair.bound);
  }
  for (const RegionTemplate::Test &test : pattern.tests) {
    const RegionVid bound = toVid(test.region, variables);
    if (!bound.isValid())
      continue;
    RegionTest made{test.type.erased, {}, bound, cause.span, ConstraintCategory::Predicate, cause.at};
    for (const RegionVid region : slotsOf(test.type, variables, cause))
      made.regions.push_back(region);
    out_.tests.push_back(std::move(made));
  }
  return variables;
}

/// A type as the user or a signature wrote it: the item's lifetimes become their variables, what was left out a fresh one.
Ty RegionTypeCheck::withVariables(Ty written) {
  llvm::SmallVector<Region, 8> regions;
  slots_.collect(written, regions);
  return slots_.fill(written, [&](std::uint32_t slot) {
    RegionVid vid = regions[slot].kind() == Region::Kind::Var ? RegionVid(std::size_t{regions[slot].index()}) : universals_.of(regions[slot]);
    if (detailed_ || !vid.isValid()) {
      const RegionVid own = fresh({RegionOrigin::Kind::Annotation, {}, {}});
      if (vid.isValid() && regions[slot].kind() != Region::Kind::Var)
        annotated_.emplace_back(vid, own);
      vid = vid.isValid() && regions[slot].kind() == Region::Kind::Var ? vid : own;
    }
    return Region::var(vid.value);
  });
}

void RegionTypeCheck::absorb(const Cause &cause) {
  RegionProver &prover = templates_.prover();
  if (prover.declined != nullptr)
    return decline(cause.span, prover.declined);
  if (prover.less_general && !llvm::is_contained(out_.less_general, cause.span))
    out_.less_general.push_back(cause.span);
  while (out_.origins.size() < prover.variableCount())
    freshAt(cause);
  const auto vid = [&](Region region) { return region.kind() == Region::Kind::Var ? RegionVid(std::size_t{region.index()}) : universals_.of(region); };
  for (const RegionPair &pair : prover.pairs) {
    if (!vid(pair.sup).isValid() || !vid(pair.sub).isValid())
      return decline(cause.span, "lifetimes of this construct");
    require(vid(pair.sup), vid(pair.sub), cause, pair.bound);
  }
  for (const TypeOutlives &test : prover.type_outlives) {
    if (!vid(test.region).isValid())
      continue;
    RegionTest made{eraseRegions(types_, test.type), {}, vid(test.region), cause.span, cause.category, cause.at};
    llvm::SmallVector<Region, 4> regions;
    slots_.collect(test.type, regions);
    for (const Region region : regions)
      if (vid(region).isValid())
        made.regions.push_back(vid(region));
    out_.tests.push_back(std::move(made));
  }
}

// --------------------------------------------------------------------------------------------------------- locals and places

/// The return place and the parameters have the signature's own lifetimes.
void RegionTypeCheck::declareSigned(mir::LocalId local, Ty written) {
  llvm::SmallVector<Region, 8> regions;
  slots_.collect(written, regions);
  if (regions.size() != slots_.count(body_.locals[local].ty))
    return decline(body_.locals[local].span, "lifetimes of this type");
  Slots slots;
  for (const Region region : regions) {
    RegionVid vid = universals_.of(region);
    if (detailed_ || !vid.isValid()) {
      const RegionVid own = fresh({RegionOrigin::Kind::LocalType, local, {}});
      if (vid.isValid())
        signature_.push_back({{vid, own}, body_.locals[local].span});
      vid = own;
    }
    slots.push_back(vid);
  }
  out_.local_slots[local] = keep(slots);
}

/// Written types mention lifetimes of the signature by variables of their own. The types of parameters and of the return place are those of the signature,
/// the result's last.
void RegionTypeCheck::equateSigned() {
  for (const auto &[lifetime, own] : annotated_)
    relateSlot(lifetime, own, Variance::Invariant, Cause{{}, true, ConstraintCategory::BoringNoLocation, body_.span});
  for (const auto &[pair, span] : signature_) {
    const Cause cause{{}, true, ConstraintCategory::BoringNoLocation, span};
    relateSlot(pair.first, pair.second, Variance::Invariant, cause);
  }
}

void RegionTypeCheck::declareLocals() {
  out_.local_slots.resize(body_.locals.size());
  for (std::uint32_t i = 0; i < body_.param_count && i < universals_.inputs().size(); ++i)
    declareSigned(mir::LocalId(std::size_t{i} + 1), universals_.inputs()[i]);
  declareSigned(mir::LocalId(std::size_t{mir::return_local}), universals_.output());
  llvm::DenseMap<std::uint32_t, mir::LocalId> candidates;
  if (!detailed_)
    candidates = findSharing();
  for (std::size_t i = std::size_t{body_.param_count} + 1; i < body_.locals.size(); ++i)
    if (!out_.declined && (candidates.empty() || !candidates.contains(static_cast<std::uint32_t>(i))))
      declareLocal(mir::LocalId(i));
  if (candidates.empty() || out_.declined)
    return;
  shareRegions(candidates);
  for (std::size_t i = std::size_t{body_.param_count} + 1; i < body_.locals.size(); ++i)
    if (!out_.declined && candidates.contains(static_cast<std::uint32_t>(i)) && !out_.sharing.contains(static_cast<std::uint32_t>(i)))
      declareLocal(mir::LocalId(i));
}

void RegionTypeCheck::declareLocal(mir::LocalId local) {
  const std::uint32_t count = slots_.count(body_.locals[local].ty);
  if (count == 0)
    return;
  const auto start = static_cast<std::uint32_t>(out_.slot_pool.size());
  for (std::uint32_t slot = 0; slot < count; ++slot)
    out_.slot_pool.push_back(fresh({RegionOrigin::Kind::LocalType, local, {}}));
  out_.local_slots[local] = {start, count};
  checkLimit(body_.locals[local].span);
}

/// The temporaries with types of many regions that do nothing but hold a shared borrow of another whole local, with that local: all their regions are
/// covariant, they are written once, and they are only borrowed and read in ways in which a value of one type flows into a place of the same type.
llvm::DenseMap<std::uint32_t, mir::LocalId> RegionTypeCheck::findSharing() {
  llvm::DenseMap<std::uint32_t, mir::LocalId> result;
  for (std::size_t i = std::size_t{body_.param_count} + 1; i < body_.locals.size(); ++i) {
    const mir::LocalDecl &decl = body_.locals[mir::LocalId(i)];
    if (decl.kind == mir::LocalKind::Temporary && types_.is(decl.ty, TyKind::Ref) && !decl.user_type.isValid() && slots_.count(decl.ty) >= shared_from &&
        slots_.isCovariant(decl.ty))
      result.try_emplace(static_cast<std::uint32_t>(i));
  }
  if (result.empty())
    return result;
  const auto spoil = [&](mir::PlaceId place) { result.erase(body_.places[place].local.value); };
  const auto read = [&](const mir::Operand &operand, Ty into) {
    if (operand.kind != mir::Operand::Kind::Constant && typeOf(operand) != into && slots_.count(typeOf(operand)) != 0)
      spoil(operand.place);
  };
  const auto visit = [&](const mir::Statement &statement) {
    if (statement.kind == mir::StatementKind::AscribeUserType)
      spoil(statement.place);
    if (statement.kind != mir::StatementKind::Assign)
      return;
    const mir::Rvalue &value = statement.rvalue;
    const Ty to = typeOf(statement.place);
    for (const mir::Operand &operand : value.operands)
      read(operand, value.kind == mir::RvalueKind::Use ? to : Ty());
    bool is_plain_borrow = false;
    if (value.kind == mir::RvalueKind::Ref) {
      is_plain_borrow = value.borrow == mir::BorrowKind::Shared && types_.is(to, TyKind::Ref) && types_.data(to).element() == typeOf(value.place);
      if (!is_plain_borrow)
        spoil(value.place);
    }
    const auto found = result.find(body_.places[statement.place].local.value);
    if (found == result.end())
      return;
    if (is_plain_borrow && !body_.places[statement.place].base.isValid() && !body_.places[value.place].base.isValid() && !found->second.isValid())
      found->second = body_.places[value.place].local;
    else
      result.erase(found);
  };
  for (const mir::BlockId block : flow_.order()) {
    for (const mir::Statement &statement : body_.blocks[block].statements)
      visit(statement);
    const mir::Terminator &terminator = body_.blocks[block].terminator;
    if (terminator.kind == mir::TerminatorKind::Drop)
      spoil(terminator.place);
    if (terminator.kind != mir::TerminatorKind::Call)
      continue;
    read(terminator.operand, Ty());
    for (const mir::Operand &argument : terminator.arguments)
      read(argument, Ty());
    spoil(terminator.place);
  }
  return result;
}

/// `&&&…&x` makes a temporary for each `&`, and the type of the n-th has n regions: as many constraints as the square of what is written. But what flows into
/// the regions behind the outermost reference of such a temporary comes from one place only, so that they may as well be that place's own:
///
///   let t2 = &t1;      t1: &'1 &'2 i32         t2: &'3 &'1 &'2 i32
///
/// What they had to hold is then asked of the place's regions: where t2 is live. A region L2 says so: `'1: L2`, `'2: L2`; and where t1 shares its regions, too,
/// all of them outlive its own L1, and `L1: L2` says it for all.
void RegionTypeCheck::shareRegions(const llvm::DenseMap<std::uint32_t, mir::LocalId> &candidates) {
  llvm::SmallVector<std::pair<mir::LocalId, mir::LocalId>, 8> sharing;
  // In the order of flow, so that what is borrowed comes first.
  for (const mir::BlockId block : flow_.order())
    for (std::uint32_t i = 0; i < body_.blocks[block].statements.size(); ++i) {
      const mir::Statement &statement = body_.blocks[block].statements[i];
      if (statement.kind != mir::StatementKind::Assign)
        continue;
      const mir::LocalId local = body_.places[statement.place].local;
      const auto found = candidates.find(local.value);
      if (found == candidates.end() || !found->second.isValid() || (candidates.contains(found->second.value) && !out_.sharing.contains(found->second.value)))
        continue;
      shareRegions(local, found->second, {{block, i}, false, categoryOf(statement.place), statement.span});
      sharing.push_back({local, found->second});
    }
  storeShared(sharing);
}

void RegionTypeCheck::shareRegions(mir::LocalId local, mir::LocalId borrowed, const Cause &cause) {
  const RegionOrigin origin{RegionOrigin::Kind::LocalType, local, {}};
  const RegionVid outermost = fresh(origin);
  const RegionVid live = fresh(origin);
  for (const RegionVid region : out_.ownRegions(borrowed))
    if (region.value >= universals_.count())
      require(region, live, cause);
  out_.sharing[local.value] = {outermost, live};
}

/// The last of a chain has the longest list, and the list of each before it is an end of that one: one list is stored for all.
void RegionTypeCheck::storeShared(llvm::ArrayRef<std::pair<mir::LocalId, mir::LocalId>> sharing) {
  llvm::DenseMap<std::uint32_t, mir::LocalId> borrowed_by;
  for (const auto &[local, borrowed] : sharing)
    borrowed_by[local.value] = borrowed;
  llvm::SmallVector<mir::LocalId, 8> chain;
  for (const auto &[last, unused] : llvm::reverse(sharing)) {
    chain.clear();
    mir::LocalId at = last;
    for (auto next = borrowed_by.find(at.value); next != borrowed_by.end(); next = borrowed_by.find(at.value)) {
      chain.push_back(at);
      at = next->second;
      borrowed_by.erase(next); // stored from here on
    }
    if (chain.empty())
      continue;
    Slots slots;
    for (const mir::LocalId local : chain)
      slots.push_back(out_.sharing[local.value][0]);
    const SlotView behind = out_.slots(out_.local_slots[at]);
    slots.append(behind.begin(), behind.end());
    Range range = keep(slots);
    for (const mir::LocalId local : chain) {
      out_.local_slots[local] = range;
      range = {range.first + 1, range.second - 1};
    }
  }
}

RegionTypeCheck::Range RegionTypeCheck::placeRange(mir::PlaceId place, const Cause &cause) {
  if (slots_.count(typeOf(place)) == 0)
    return {0, 0};
  llvm::SmallVector<mir::PlaceId, 8> todo;
  mir::PlaceId at = place;
  while (place_ranges_[at.index()].first == unknown_range) {
    todo.push_back(at);
    if (!body_.places[at].base.isValid())
      break;
    at = body_.places[at].base;
  }
  while (!todo.empty()) {
    const mir::PlaceId next = todo.pop_back_val();
    const mir::PlaceData &data = body_.places[next];
    const Range range = data.base.isValid() ? stepRange(place_ranges_[data.base.index()], next, cause) : out_.local_slots[data.local];
    if (range.second != slots_.count(data.ty))
      decline(cause.span, "lifetimes of this type");
    place_ranges_[next.index()] = range;
    if (detailed_ && data.base.isValid())
      mentioned_.push_back(next);
    if (out_.declined)
      return {0, 0};
  }
  return place_ranges_[place.index()];
}

RegionTypeCheck::Range RegionTypeCheck::stepRange(Range base, mir::PlaceId place, const Cause &cause) {
  const mir::PlaceData &data = body_.places[place];
  switch (data.step.kind) {
  case mir::ProjectionKind::Deref: {
    const TyData &pointer = types_.data(typeOf(data.base));
    if (pointer.kind == TyKind::Ref)
      return {base.first + 1, base.second - 1};
    return {base.first, slots_.count(data.ty)}; // the content of a Box is its first argument
  }
  case mir::ProjectionKind::Field:
    return fieldRange(base, place, cause);
  case mir::ProjectionKind::Downcast:
  case mir::ProjectionKind::Index:
  case mir::ProjectionKind::ConstantIndex:
  case mir::ProjectionKind::Subslice:
    return base;
  }
  return base;
}

RegionTypeCheck::Range RegionTypeCheck::fieldRange(Range base, mir::PlaceId place, const Cause &cause) {
  const mir::PlaceData &data = body_.places[place];
  const mir::PlaceData &whole = body_.places[data.base];
  const TyData &type = types_.data(whole.ty);
  if (slots_.count(data.ty) == 0)
    return {0, 0};
  if (type.kind == TyKind::Tuple)
    return mentionedField({base.first + slots_.offsetOfArg(type, data.step.a), slots_.count(data.ty)}, place, cause);
  if (type.kind != TyKind::Adt) {
    decline(cause.span, "lifetimes of this type");
    return {0, 0};
  }
  const std::uint32_t variant = whole.base.isValid() && whole.step.kind == mir::ProjectionKind::Downcast ? whole.step.a : 0;
  const RegionTemplate &field = templates_.field(whole.ty, variant, data.step.a);
  const SlotView base_slots = out_.slots(base);
  const Slots key(base_slots.begin(), base_slots.end());
  const Slots variables = instantiate(field, key, cause);
  if (out_.declined || field.types.empty())
    return {0, 0};
  if (field.types.front().erased != data.ty) {
    decline(cause.span, "lifetimes of this type");
    return {0, 0};
  }
  return mentionedField(keep(slotsOf(field.types.front(), variables, cause)), place, cause);
}

/// Each mention of a field has a type of its own, as rustc's places carry the types of their fields.
RegionTypeCheck::Range RegionTypeCheck::mentionedField(Range range, mir::PlaceId place, const Cause &cause) {
  if (!detailed_)
    return range;
  Slots own;
  for (std::uint32_t i = 0; i < range.second; ++i)
    own.push_back(fresh({RegionOrigin::Kind::Field, {}, cause.at}));
  const SlotView view = out_.slots(range);
  const Slots declared(view.begin(), view.end());
  relate(typeOf(place), declared, typeOf(place), own, cause.because(ConstraintCategory::Boring), use_);
  return keep(own);
}

/// Before each statement.
void RegionTypeCheck::forgetFields() {
  for (const mir::PlaceId place : mentioned_)
    place_ranges_[place.index()].first = unknown_range;
  mentioned_.clear();
}

// ------------------------------------------------------------------------------------------------------------------ operands

Slots RegionTypeCheck::operand(const mir::Operand &operand, const Cause &cause) {
  return operand.kind == mir::Operand::Kind::Constant ? constant(body_.constants[operand.constant], cause) : place(operand.place, cause);
}

Slots RegionTypeCheck::constant(const mir::Constant &constant, const Cause &cause) {
  switch (constant.kind) {
  case mir::Constant::Kind::Literal:
  case mir::Constant::Kind::Unit:
    return freshSlots(constant.ty, cause);
  case mir::Constant::Kind::FnItem: {
    const Slots slots = freshSlots(constant.ty, cause);
    annotateCallee(constant, slots, cause);
    instantiate(templates_.call(constant.ty), slots, cause);
    return slots;
  }
  case mir::Constant::Kind::Item: {
    if (slots_.count(constant.ty) == 0 && (types_.flagsOf(constant.args) & TypeFlags::HasRegions) == 0)
      return {};
    const Ty key = types_.fnDef(constant.def, constant.args);
    const Slots key_slots = freshSlots(key, cause);
    const RegionTemplate &item = templates_.item(constant.def, constant.args);
    annotateCallee(constant, key_slots, cause);
    const Slots variables = instantiate(item, key_slots, cause);
    const Slots slots = freshSlots(constant.ty, cause);
    if (!out_.declined && !item.types.empty())
      relate(item.types.front().erased, slotsOf(item.types.front(), variables, cause), constant.ty, slots, cause.because(ConstraintCategory::Boring),
             Variance::Invariant);
    return slots;
  }
  case mir::Constant::Kind::Static: {
    const Slots slots = freshSlots(constant.ty, cause);
    if (slots.size() <= 1)
      return slots;
    const RegionTemplate &item = templates_.item(constant.def, constant.args);
    const Slots variables = instantiate(item, {}, cause);
    if (!out_.declined && !item.types.empty())
      relate(item.types.front().erased, slotsOf(item.types.front(), variables, cause), types_.data(constant.ty).element(), SlotView(slots).drop_front(),
             cause.because(ConstraintCategory::Boring), Variance::Invariant);
    return slots;
  }
  }
  return {};
}

/// `f::<&'static str>`, `Type::<'a>::new`: the arguments that the user wrote.
void RegionTypeCheck::annotateCallee(const mir::Constant &callee, SlotView slots, const Cause &cause) {
  if (!callee.user_type.isValid() || body_.typed == nullptr || slots.empty())
    return;
  const Ty written = body_.typed->user_types[callee.user_type].ty;
  if (!types_.has(written, TypeFlags::HasFreeRegion))
    return;
  const TyData &data = types_.data(written);
  const Cause because = cause.because(ConstraintCategory::TypeAnnotation);
  const Ty key = types_.fnDef(callee.def, callee.args);
  if (data.kind == TyKind::FnDef && data.def == callee.def) {
    const Ty with = withVariables(written);
    RegionProver &prover = startProver();
    prover.relate(prover.normalize(with), fill(key, slots), Variance::Invariant);
    return absorb(because);
  }
  // The type in front of `::`: the impl's self type with its arguments.
  const DefId parent = program_.def(callee.def).parent;
  Ty self;
  if (parent.isValid() && program_.def(parent).kind == DefKind::Impl)
    self = program_.impl(parent).self_type;
  else if (parent.isValid() && program_.def(parent).kind == DefKind::Trait)
    self = program_.identityArgs(parent).front().type();
  else
    return;
  const Ty with = withVariables(written);
  const Ty filled = fill(key, slots);
  RegionProver &prover = startProver();
  prover.relate(prover.normalize(with), prover.normalize(substitute(types_, self, types_.data(filled).args)), Variance::Invariant);
  absorb(because);
}

// ---------------------------------------------------------------------------------------------------------------- statements

void RegionTypeCheck::run() {
  if (universals_.declined() != nullptr)
    return decline(body_.span, universals_.declined());
  out_.origins.assign(universals_.count(), {RegionOrigin::Kind::Universal, {}, {}});
  place_ranges_.assign(body_.places.size(), {unknown_range, 0});
  if (detailed_)
    findBoxedArrays();
  declareLocals();
  checkWrittenArguments();
  if (out_.declined)
    return;
  // In the order in which the blocks were made, as rustc: of ways of the same length through the constraints the first is blamed.
  for (const mir::BlockId block : flow_.byAge()) {
    const mir::BasicBlock &data = body_.blocks[block];
    for (std::uint32_t i = 0; i < data.statements.size() && !out_.declined; ++i)
      if (asksOfRegions(data.statements[i]))
        checkStatement({block, i}, data.statements[i]);
    checkLimit(data.terminator.span);
    if (out_.declined)
      return;
    if (data.terminator.kind == mir::TerminatorKind::Call)
      checkCall(data.terminator, {flow_.terminatorOf(block), false, ConstraintCategory::Boring, data.terminator.span});
  }
  ascribeVariables();
  equateSigned();
}

bool RegionTypeCheck::hasWrittenArguments(const mir::Operand &callee) {
  if (callee.kind != mir::Operand::Kind::Constant || body_.typed == nullptr)
    return false;
  const typed::UserTypeId id = body_.constants[callee.constant].user_type;
  if (!id.isValid() || !isCheckedAsWritten(body_.typed->user_types[id]))
    return false;
  llvm::SmallVector<Region, 8> regions;
  slots_.collect(body_.typed->user_types[id].ty, regions);
  return llvm::all_of(regions, [&](Region region) { return region.kind() != Region::Kind::Var && universals_.of(region).isValid(); });
}

/// Rule: the generic arguments that the user wrote for a function (`f::<'a, &'b T>`) meet its bounds, wherever it stands and whether that is reached or not.
void RegionTypeCheck::checkWrittenArguments() {
  if (body_.typed == nullptr)
    return;
  for (const typed::UserType &written : body_.typed->user_types) {
    if (out_.declined)
      return;
    if (!isCheckedAsWritten(written))
      continue;
    llvm::SmallVector<Region, 8> regions;
    slots_.collect(written.ty, regions);
    const Ty ty = slots_.fill(written.ty, [&](std::uint32_t slot) {
      const RegionVid named = regions[slot].kind() == Region::Kind::Var ? RegionVid() : universals_.of(regions[slot]);
      return Region::var((named.isValid() ? named : fresh({RegionOrigin::Kind::Annotation, {}, {}})).value);
    });
    RegionProver &prover = startProver();
    const TyData &data = types_.data(ty);
    prover.provePredicates(data.def, data.args);
    absorb(Cause{{}, true, ConstraintCategory::Predicate, written.span});
    for (const GenericArg argument : data.args)
      if (argument.isType()) {
        startProver().wellFormed(argument.type());
        absorb(Cause{{}, true, ConstraintCategory::BoringNoLocation, written.span});
      }
  }
}

/// A variable with a written type has it throughout, wherever it gets its value (`let x: T;`). The type of a pattern is not that of its variables.
void RegionTypeCheck::ascribeVariables() {
  if (body_.typed == nullptr)
    return;
  for (std::size_t i = std::size_t{body_.param_count} + 1; i < body_.locals.size() && !out_.declined; ++i) {
    const mir::LocalDecl &decl = body_.locals[mir::LocalId(i)];
    if (decl.kind != mir::LocalKind::Variable || !decl.user_type.isValid())
      continue;
    const typed::UserType &written = body_.typed->user_types[decl.user_type];
    if (!types_.has(written.ty, TypeFlags::HasFreeRegion) || eraseRegions(types_, written.ty) != decl.ty)
      continue;
    const SlotView view = out_.slots(out_.local_slots[mir::LocalId(i)]);
    const Slots slots(view.begin(), view.end());
    ascribe(decl.ty, slots, decl.user_type, Cause{{}, true, ConstraintCategory::TypeAnnotation, written.span});
  }
}

/// Most values have no regions in their types, and most statements do nothing but move such values about.
bool RegionTypeCheck::asksOfRegions(const mir::Statement &statement) const {
  if (statement.kind == mir::StatementKind::AscribeUserType)
    return true;
  if (statement.kind != mir::StatementKind::Assign)
    return false;
  switch (statement.rvalue.kind) {
  case mir::RvalueKind::Use:
  case mir::RvalueKind::Repeat:
  case mir::RvalueKind::Binary:
  case mir::RvalueKind::CheckedBinary:
  case mir::RvalueKind::Unary:
    return hasRegions(statement.place) || llvm::any_of(statement.rvalue.operands, [&](const mir::Operand &operand) { return asksOfRegions(operand); });
  case mir::RvalueKind::Cast:
    return statement.rvalue.cast != mir::CastKind::Numeric || asksOfRegions(statement.rvalue.operands.front());
  case mir::RvalueKind::Ref:
  case mir::RvalueKind::Aggregate:
    return true;
  case mir::RvalueKind::Discriminant:
  case mir::RvalueKind::Len:
    return false;
  }
  return true;
}

/// Functions and constants of others may ask something of types without regions, too.
bool RegionTypeCheck::asksOfRegions(const mir::Operand &operand) const {
  if (operand.kind != mir::Operand::Kind::Constant)
    return hasRegions(operand.place);
  const mir::Constant &constant = body_.constants[operand.constant];
  return (constant.kind != mir::Constant::Kind::Literal && constant.kind != mir::Constant::Kind::Unit) || types_.has(constant.ty, TypeFlags::HasRegions);
}

void RegionTypeCheck::checkStatement(Location at, const mir::Statement &statement) {
  forgetFields();
  const Cause cause{at, false, ConstraintCategory::Boring, statement.span};
  switch (statement.kind) {
  case mir::StatementKind::Assign:
    return assign(statement, cause);
  case mir::StatementKind::AscribeUserType:
    if (const Variance variance = statement.may_widen ? Variance::Covariant : Variance::Invariant; statement.user_type.isValid())
      ascribe(typeOf(statement.place), place(statement.place, cause, variance), statement.user_type, cause, variance);
    return;
  case mir::StatementKind::FakeRead:
  case mir::StatementKind::StorageLive:
  case mir::StatementKind::StorageDead:
  case mir::StatementKind::PlaceMention:
  case mir::StatementKind::Nop:
    return;
  }
}

/// Rule: what a variable or a place in it is assigned is worth telling, and so is what becomes a field of a struct, unless a call gives it; what another
/// temporary holds is not. Source: rustc, `StatementKind::Assign` and `check_call_dest`.
ConstraintCategory RegionTypeCheck::categoryOf(mir::PlaceId destination, bool is_call) const {
  const mir::PlaceData &data = body_.places[destination];
  if (data.base.isValid())
    return ConstraintCategory::Assignment;
  if (data.local.value == mir::return_local) {
    const DefKind kind = program_.def(body_.owner).kind;
    if (isFunction(kind))
      return ConstraintCategory::Return;
    return kind == DefKind::Static ? ConstraintCategory::UseAsStatic : ConstraintCategory::UseAsConst;
  }
  const mir::LocalDecl &local = body_.locals[data.local];
  if (local.is_field && !is_call)
    return ConstraintCategory::Usage;
  if (boxed_arrays_.contains(data.local.value))
    return ConstraintCategory::Assignment;
  return local.kind == mir::LocalKind::Temporary ? ConstraintCategory::Boring : ConstraintCategory::Assignment;
}

void RegionTypeCheck::assign(const mir::Statement &statement, const Cause &cause) {
  const mir::Rvalue &value = statement.rvalue;
  const Ty to = typeOf(statement.place);
  switch (value.kind) {
  case mir::RvalueKind::Ref:
    return assignRef(statement, cause);
  case mir::RvalueKind::Aggregate:
    return assignAggregate(statement, cause);
  case mir::RvalueKind::Cast:
    return assignCast(statement, cause);
  case mir::RvalueKind::Use: {
    const Ty from = typeOf(value.operands.front());
    const Slots slots = operand(value.operands.front(), cause);
    return relate(from, slots, to, place(statement.place, cause, Variance::Invariant), cause.because(categoryOf(statement.place)));
  }
  case mir::RvalueKind::Repeat: {
    const Slots slots = operand(value.operands.front(), cause);
    if (types_.is(to, TyKind::Array))
      relate(typeOf(value.operands.front()), slots, types_.data(to).element(), place(statement.place, cause, Variance::Invariant),
             cause.because(categoryOf(statement.place)));
    return;
  }
  case mir::RvalueKind::Binary:
  case mir::RvalueKind::CheckedBinary:
  case mir::RvalueKind::Unary:
    for (const mir::Operand &part : value.operands)
      (void)operand(part, cause);
    return;
  case mir::RvalueKind::Discriminant:
  case mir::RvalueKind::Len:
    return;
  }
}

void RegionTypeCheck::assignRef(const mir::Statement &statement, const Cause &cause) {
  const mir::Rvalue &value = statement.rvalue;
  const RegionVid region = fresh({RegionOrigin::Kind::Borrow, {}, cause.at});
  out_.borrow_regions[flow_.statementIndex(cause.at)] = region;
  const bool is_mutable = value.borrow == mir::BorrowKind::Mut || value.borrow == mir::BorrowKind::TwoPhaseMut;
  use_ = is_mutable ? Variance::Invariant : Variance::Covariant;
  const Range inner = placeRange(value.place, cause);
  reborrow(value.place, region, cause);
  if (const auto shares = out_.sharing.find(body_.places[statement.place].local.value); shares != out_.sharing.end())
    return require(region, shares->second[0], cause.because(categoryOf(statement.place))); // what lies behind it is the same
  Slots slots{region};
  const SlotView behind = out_.slots(inner);
  slots.append(behind.begin(), behind.end());
  const Ty to = typeOf(statement.place);
  const TyData &target = types_.data(to);
  Ty from = to;
  if (target.kind != TyKind::Ref || target.element() != typeOf(value.place))
    from = types_.ref(Region::erased(), typeOf(value.place), target.kind == TyKind::Ref ? target.mutability : Mutability::Not);
  relate(from, slots, to, place(statement.place, cause, Variance::Invariant), cause.because(categoryOf(statement.place)));
}

/// RFC 2094, "Reborrow constraints": what is borrowed through must live as long as the new borrow, up to the first shared reference.
void RegionTypeCheck::reborrow(mir::PlaceId borrowed, RegionVid region, const Cause &cause) {
  for (mir::PlaceId at = borrowed; body_.places[at].base.isValid(); at = body_.places[at].base) {
    const mir::PlaceData &data = body_.places[at];
    if (data.step.kind != mir::ProjectionKind::Deref)
      continue;
    const TyData &pointer = types_.data(typeOf(data.base));
    if (pointer.kind != TyKind::Ref)
      continue; // a Box
    const Range range = placeRange(data.base, cause);
    if (range.second == 0)
      return;
    require(out_.slot_pool[range.first], region, cause);
    if (pointer.mutability == Mutability::Not)
      return;
  }
}

void RegionTypeCheck::assignAggregate(const mir::Statement &statement, const Cause &cause) {
  const mir::Rvalue &value = statement.rvalue;
  const Ty to = typeOf(statement.place);
  Slots slots;
  switch (value.aggregate) {
  case mir::AggregateKind::Tuple: {
    const TyData &tuple = types_.data(value.ty);
    for (std::uint32_t i = 0; i < value.operands.size(); ++i) {
      Slots part_slots = operand(value.operands[i], cause);
      const Ty part = typeOf(value.operands[i]);
      const Ty wanted = i < tuple.args.size() && tuple.args[i].isType() ? tuple.args[i].type() : part;
      if (part != wanted) { // a function pointer that binds something else
        const Slots made = freshSlots(wanted, cause);
        relate(part, part_slots, wanted, made, cause);
        part_slots = made;
      }
      slots.append(part_slots.begin(), part_slots.end());
    }
    break;
  }
  case mir::AggregateKind::Array: {
    slots = freshSlots(value.ty, cause);
    const TyData &array = types_.data(value.ty);
    for (const mir::Operand &part : value.operands)
      if (array.kind == TyKind::Array)
        relate(typeOf(part), operand(part, cause), array.element(), slots, cause);
    break;
  }
  case mir::AggregateKind::Adt: {
    if (!types_.is(value.ty, TyKind::Adt))
      return decline(cause.span, "lifetimes of this type");
    slots = freshSlots(value.ty, cause);
    instantiate(templates_.predicates(value.ty), slots, cause);
    for (std::uint32_t i = 0; i < value.operands.size() && !out_.declined; ++i) {
      const mir::Operand &part = value.operands[i];
      if (slots.empty() && !types_.has(typeOf(part), TypeFlags::HasRegions)) {
        (void)operand(part, cause);
        continue;
      }
      const RegionTemplate &field = templates_.field(value.ty, value.variant, i);
      const Slots variables = instantiate(field, slots, cause);
      if (out_.declined || field.types.empty())
        return;
      relate(typeOf(part), operand(part, cause), field.types.front().erased, slotsOf(field.types.front(), variables, cause), cause);
    }
    break;
  }
  case mir::AggregateKind::Closure:
    return decline(cause.span, "closure");
  }
  relate(value.ty, slots, to, place(statement.place, cause, Variance::Invariant), cause.because(categoryOf(statement.place)));
  // The written type last, as in rustc (`visit_statement`): of ways of the same length the one into the place comes first.
  if (value.aggregate == mir::AggregateKind::Adt && statement.user_type.isValid())
    ascribe(value.ty, slots, statement.user_type, cause);
}

void RegionTypeCheck::assignCast(const mir::Statement &statement, const Cause &cause) {
  const mir::Rvalue &value = statement.rvalue;
  const mir::Operand &from = value.operands.front();
  const Ty from_type = typeOf(from);
  const Ty to = typeOf(statement.place);
  const Cause because = cause.because(ConstraintCategory::Cast);
  const Slots from_slots = operand(from, cause);
  const Slots to_slots = place(statement.place, cause, Variance::Invariant);
  switch (value.cast) {
  case mir::CastKind::Numeric:
    return;
  case mir::CastKind::Other:
    return relate(from_type, from_slots, to, to_slots, because);
  case mir::CastKind::ClosureToFn:
    return decline(cause.span, "closure");
  case mir::CastKind::Unsize: {
    if (from_slots.empty() && to_slots.empty() && !types_.has(to, TypeFlags::HasParam))
      return;
    // Built for the cast's own type, so that the assignment relates it to the place.
    const Slots made = freshSlots(value.ty, cause);
    const Ty source = fill(from_type, from_slots);
    const Ty target = fill(value.ty, made);
    RegionProver &prover = startProver();
    prover.unsize(source, target);
    absorb(because);
    return relate(value.ty, made, to, to_slots, cause.because(categoryOf(statement.place)));
  }
  case mir::CastKind::ReifyFn: {
    const TyData &fn = types_.data(from_type);
    if (fn.kind != TyKind::FnDef)
      return decline(cause.span, "lifetimes of this construct");
    const Ty filled = fill(from_type, from_slots);
    const Ty target = fill(to, to_slots);
    RegionProver &prover = startProver();
    FnSig sig = substitute(types_, program_.fn(fn.def).sig, types_.data(filled).args);
    // What the function may take for granted of its lifetimes has to hold where nothing is left to choose for the caller. rustc does the same, and nothing
    // where the pointer binds lifetimes of its own (rust-lang/rust#25860).
    if (sig.bound_regions != 0 && types_.fnPtrSig(target).bound_regions == 0) {
      const std::uint32_t first = prover.variableCount();
      for (std::uint32_t i = 0; i < sig.bound_regions; ++i)
        (void)prover.fresh();
      sig = instantiateBinder(types_, sig, [&](std::uint32_t index) { return Region::var(first + index); });
      for (const Ty input : sig.inputs)
        prover.wellFormed(prover.normalize(input));
      prover.wellFormed(prover.normalize(sig.output));
      sig.bound_regions = 0;
    }
    prover.relate(prover.normalize(types_.fnPtr(sig)), target, Variance::Covariant);
    return absorb(because);
  }
  }
}

/// A type that the user wrote for a place or a value. All of it must be as written; what was left out may be anything.
void RegionTypeCheck::ascribe(Ty type, SlotView slots, typed::UserTypeId user_type, const Cause &cause, Variance variance) {
  if (body_.typed == nullptr)
    return;
  const typed::UserType &written = body_.typed->user_types[user_type];
  if (slots.empty() && !types_.has(written.ty, TypeFlags::HasParam | TypeFlags::HasFreeRegion))
    return;
  Cause because = cause.because(ConstraintCategory::TypeAnnotation);
  // `None::<&'static str>`: a constructor with its arguments stands for the type that it makes.
  const TyData &data = types_.data(written.ty);
  const bool is_constructor = data.kind == TyKind::FnDef && types_.is(type, TyKind::Adt);
  const Ty with = withVariables(is_constructor ? types_.adt(types_.data(type).def, data.args) : written.ty);
  const Ty filled = fill(type, slots);
  RegionProver &prover = startProver();
  const Ty normal = prover.normalize(with);
  prover.relate(filled, normal, variance);
  absorb(because);
  // What the type itself asks for is no matter of this place: it is asked everywhere, and is the last to be blamed.
  startProver().wellFormed(normal);
  absorb(Cause{{}, true, ConstraintCategory::Boring, written.span});
}

// ---------------------------------------------------------------------------------------------------------------- terminators

/// The function to which `vec![a, b]` gives an array.
bool RegionTypeCheck::isVecMacro(const mir::Terminator &call) const {
  if (call.kind != mir::TerminatorKind::Call || call.arguments.size() != 1 || call.operand.kind != mir::Operand::Kind::Constant)
    return false;
  const TyData &callee = types_.data(body_.constants[call.operand.constant].ty);
  return callee.kind == TyKind::FnDef && callee.def == program_.lang(LangItem::MacroVecFrom);
}

void RegionTypeCheck::findBoxedArrays() {
  for (const mir::BlockId block : flow_.order())
    if (const mir::Terminator &call = body_.blocks[block].terminator; isVecMacro(call) && call.arguments.front().kind != mir::Operand::Kind::Constant)
      boxed_arrays_.insert(body_.places[call.arguments.front().place].local.value);
}

/// Rule: `vec![a, b]` writes `[a, b]` into the innermost field of a box that is not initialised yet, and makes a `Vec` of the box:
///
///   b = Box::<[T; 2]>::new_uninit();   (*b).value.value.value = [a, b];   c = b;   box_assume_init_into_vec_unsafe(c)
///
/// Here the array stands for the innermost field. Out of it lead its two outer fields and the box itself, used for writing and so the same type as the array's,
/// and the box once it is moved. Each counts as a step of the ways of which the shortest is blamed. Source: the library's `vec!`; rustc's MIR of it.
Slots RegionTypeCheck::unboxed(const mir::Operand &array, const Cause &cause) {
  const Ty ty = typeOf(array);
  Slots slots = operand(array, cause);
  for (const Variance variance : {Variance::Invariant, Variance::Invariant, Variance::Invariant, Variance::Covariant}) {
    const Slots outer = freshSlots(ty, cause);
    relate(ty, slots, ty, outer, cause, variance);
    slots = outer;
  }
  return slots;
}

void RegionTypeCheck::checkCall(const mir::Terminator &call, const Cause &cause) {
  forgetFields();
  const Ty callee = typeOf(call.operand);
  const RegionTemplate &signature = templates_.call(callee);
  if (signature.asks_nothing && signature.types.size() == call.arguments.size() + 1 && !hasRegions(call.place) &&
      llvm::none_of(call.arguments, [&](const mir::Operand &each) { return asksOfRegions(each); }))
    return;
  Slots key;
  if (call.operand.kind != mir::Operand::Kind::Constant) {
    key = place(call.operand.place, cause);
  } else if (const mir::Constant &constant = body_.constants[call.operand.constant]; constant.kind != mir::Constant::Kind::FnItem) {
    key = this->constant(constant, cause); // `const F: fn(&'static i32)`
  } else {
    key = freshSlots(callee, cause);
    annotateCallee(constant, key, cause);
  }
  const std::size_t first_test = out_.tests.size();
  const Slots variables = instantiate(signature, key, cause);
  if (out_.declined)
    return;
  if (hasWrittenArguments(call.operand))
    out_.tests.resize(first_test); // asked of what was written
  if (signature.types.size() != call.arguments.size() + 1)
    return decline(cause.span, "lifetimes of this call");
  // The result first, as in rustc: of ways of the same length through the constraints the first is blamed.
  const SlottedType &output = signature.types.back();
  relate(output.erased, slotsOf(output, variables, cause), typeOf(call.place), place(call.place, cause, Variance::Invariant),
         cause.because(categoryOf(call.place, true)));
  for (std::uint32_t i = 0; i < call.arguments.size(); ++i) {
    const Ty from = typeOf(call.arguments[i]);
    const SlottedType &wanted = signature.types[i];
    const Slots slots = detailed_ && isVecMacro(call) ? unboxed(call.arguments[i], cause) : operand(call.arguments[i], cause);
    Cause because = cause.because(call.overloaded ? ConstraintCategory::Boring : ConstraintCategory::CallArgument);
    because.argument = i;
    relate(from, slots, wanted.erased, slotsOf(wanted, variables, cause), because);
  }
}

} // namespace

void checkRegionTypes(Program &program, const ControlFlow &flow, RegionTemplates &templates, const UniversalRegions &universals, RegionDetail detail,
                      RegionGraph &out) {
  RegionTypeCheck(program, flow, templates, universals, detail, out).run();
}

} // namespace lien
