// The solver: liveness and constraints to the least value of every region, and what the signature does not allow.
//
// One pass over the strongly connected components of the outlives graph: Tarjan's algorithm finishes a component when all it must outlive is finished, so
// each value is computed once, as a union.
#include "checker/regions/region_liveness.hpp"

#include "checker/dataflow/bit_matrix.hpp"

namespace lien {

/// What a statement mentions itself must hold at it.
static bool isOfStatement(const RegionOrigin &origin) { return origin.kind == RegionOrigin::Kind::Borrow || origin.kind == RegionOrigin::Kind::Field; }

struct Regions::Impl {
  Impl(Program &owner, const ControlFlow &flow, const MoveData &moves, std::optional<llvm::ArrayRef<std::uint32_t>> loans, RegionDetail detail);

  [[nodiscard]] std::vector<bool> findAsked(std::optional<llvm::ArrayRef<std::uint32_t>> loans) const;
  void linkConstraints();
  void findComponents();
  void finishComponent(std::uint32_t component, llvm::ArrayRef<RegionVid> members);
  [[nodiscard]] static PointSet unite(llvm::ArrayRef<const PointSet *> parts);
  void checkUniversals();
  void checkUniversal(RegionVid longer);
  void checkTests();
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> from(RegionVid sup) const {
    return llvm::ArrayRef(outgoing).slice(first_outgoing[sup.index()], first_outgoing[sup.index() + 1] - first_outgoing[sup.index()]);
  }
  [[nodiscard]] bool hasEnd(RegionVid region, RegionVid universal) const { return testBit(ends[component_of[region.index()]], universal.value); }

  Program &program;
  const ControlFlow &flow;
  const mir::Body &body;
  RegionTemplates templates;
  UniversalRegions universals;
  RegionGraph graph;
  IdVector<mir::LocalId, LocalLiveness> liveness;
  std::vector<std::uint32_t> outgoing, first_outgoing;
  /// Liveness by region: the local whose type it stands in and which of its sets counts.
  struct Holder {
    mir::LocalId local;
    bool dropped = false;
  };
  std::vector<Holder> holder_of;
  std::vector<std::uint32_t> component_of;
  std::vector<PointSet> values;          ///< by component
  BitMatrix ends;                        ///< by component: universal regions
  std::vector<RegionVid> representative; ///< by component
  std::vector<UniversalRegionError> universal_errors;
  std::vector<TypeTestError> test_errors;
  std::vector<std::uint32_t> merged_into; ///< by component: the last one that took its value
};

Regions::Impl::Impl(Program &owner, const ControlFlow &control_flow, const MoveData &moves, std::optional<llvm::ArrayRef<std::uint32_t>> loans,
                    RegionDetail detail)
    : program(owner), flow(control_flow), body(flow.body()), templates(program, body.owner), universals(program, body.owner, templates) {
  checkRegionTypes(program, flow, templates, universals, detail, graph);
  if (graph.declined)
    return;
  linkConstraints();
  liveness = computeLocalLiveness(flow, moves, templates, graph, findAsked(loans));
  holder_of.resize(graph.origins.size());
  for (std::size_t i = 0; i < body.locals.size(); ++i) {
    const mir::LocalId local(i);
    const llvm::ArrayRef<RegionVid> slots = graph.slots(graph.local_slots[local]);
    for (const RegionVid region : graph.ownRegions(local))
      if (region.value >= universals.count())
        holder_of[region.index()].local = local;
    if (!liveness[local].drops.empty())
      for (const std::uint32_t slot : templates.dropSlots(body.locals[local].ty))
        if (slots[slot].value >= universals.count())
          holder_of[slots[slot].index()].dropped = true;
  }
  findComponents();
  checkUniversals();
  checkTests();
}

/// The regions whose points some loan's depend on: all that its own must outlive. Universal regions hold everywhere without being asked.
std::vector<bool> Regions::Impl::findAsked(std::optional<llvm::ArrayRef<std::uint32_t>> loans) const {
  std::vector<bool> asked(graph.origins.size(), !loans);
  std::fill_n(asked.begin(), universals.count(), false);
  if (!loans)
    return asked;
  llvm::SmallVector<RegionVid, 16> todo;
  const auto ask = [&](RegionVid region) {
    if (region.value < universals.count() || asked[region.index()])
      return;
    asked[region.index()] = true;
    todo.push_back(region);
  };
  for (const std::uint32_t loan : *loans)
    if (const auto found = graph.borrow_regions.find(loan); found != graph.borrow_regions.end())
      ask(found->second);
  while (!todo.empty())
    for (const std::uint32_t edge : from(todo.pop_back_val()))
      ask(graph.constraints[edge].sub);
  return asked;
}

void Regions::Impl::linkConstraints() {
  first_outgoing.assign(graph.origins.size() + 1, 0);
  for (const OutlivesConstraint &constraint : graph.constraints)
    ++first_outgoing[constraint.sup.index() + 1];
  for (std::size_t i = 1; i < first_outgoing.size(); ++i)
    first_outgoing[i] += first_outgoing[i - 1];
  outgoing.resize(graph.constraints.size());
  std::vector<std::uint32_t> next(first_outgoing.begin(), first_outgoing.end() - 1);
  for (std::uint32_t i = 0; i < graph.constraints.size(); ++i)
    outgoing[next[graph.constraints[i].sup.index()]++] = i;
}

/// Tarjan 1972, with a stack of its own.
void Regions::Impl::findComponents() {
  constexpr std::uint32_t unvisited = 0;
  constexpr std::uint32_t none = UINT32_MAX;
  const std::size_t count = graph.origins.size();
  component_of.assign(count, none);
  ends.reset(static_cast<std::uint32_t>(count), universals.count());
  values.reserve(count);
  std::vector<std::uint32_t> number(count, unvisited);
  std::vector<std::uint32_t> low(count, 0);
  std::vector<RegionVid> open;
  struct Frame {
    RegionVid region;
    std::uint32_t next;
  };
  std::vector<Frame> frames;
  std::uint32_t counter = 0;
  for (std::size_t start = 0; start < count; ++start) {
    if (number[start] != unvisited)
      continue;
    frames.push_back({RegionVid(start), 0});
    while (!frames.empty()) {
      Frame &frame = frames.back();
      const std::size_t at = frame.region.index();
      if (number[at] == unvisited) {
        number[at] = low[at] = ++counter;
        open.push_back(frame.region);
      }
      const llvm::ArrayRef<std::uint32_t> edges = from(frame.region);
      if (frame.next < edges.size()) {
        const RegionVid to = graph.constraints[edges[frame.next++]].sub;
        if (number[to.index()] == unvisited)
          frames.push_back({to, 0});
        else if (component_of[to.index()] == none)
          low[at] = std::min(low[at], number[to.index()]);
        continue;
      }
      if (low[at] == number[at]) {
        const auto component = static_cast<std::uint32_t>(values.size());
        std::size_t first = open.size();
        do
          component_of[open[--first].index()] = component;
        while (open[first] != frame.region);
        finishComponent(component, llvm::ArrayRef(open).drop_front(first));
        open.resize(first);
      }
      frames.pop_back();
      if (!frames.empty())
        low[frames.back().region.index()] = std::min(low[frames.back().region.index()], low[at]);
    }
  }
}

/// All that its members must outlive is known.
void Regions::Impl::finishComponent(std::uint32_t component, llvm::ArrayRef<RegionVid> members) {
  values.emplace_back();
  merged_into.push_back(UINT32_MAX);
  representative.push_back(*std::min_element(members.begin(), members.end()));
  const BitRow own_ends = ends[component];
  bool everywhere = false;
  for (const RegionVid member : members)
    if (member.value < universals.count()) {
      setBit(own_ends, member.value);
      everywhere = true;
    }
  PointSet value;
  llvm::SmallVector<const PointSet *, 16> parts;
  for (const RegionVid member : members) {
    if (const Holder &holder = holder_of[member.index()]; holder.local.isValid()) {
      parts.push_back(&liveness[holder.local].uses);
      if (holder.dropped)
        parts.push_back(&liveness[holder.local].drops);
    }
    for (const std::uint32_t edge : from(member)) {
      const std::uint32_t other = component_of[graph.constraints[edge].sub.index()];
      if (other == component || merged_into[other] == component)
        continue;
      merged_into[other] = component;
      parts.push_back(&values[other]);
      for (std::size_t word = 0; word < own_ends.size(); ++word)
        own_ends[word] |= ends[other][word];
    }
  }
  if (everywhere) {
    value.addRun(0, flow.statementCount());
  } else {
    value = unite(parts);
    for (const RegionVid member : members)
      if (const RegionOrigin &origin = graph.origins[member.index()]; isOfStatement(origin))
        value.add(flow.statementIndex(origin.at));
  }
  values[component] = std::move(value); // stays where it is: others may lean on it
}

/// The union. Where a part lives in many pieces it is not copied but leant on, as long as what comes to it is little beside it.
PointSet Regions::Impl::unite(llvm::ArrayRef<const PointSet *> parts) {
  constexpr std::size_t many = 16;
  const PointSet *base = nullptr;
  for (const PointSet *part : parts) {
    const PointSet *candidate = part->base() != nullptr ? part->base() : part;
    if (candidate->ownRuns().size() >= many && (base == nullptr || candidate->ownRuns().size() > base->ownRuns().size()))
      base = candidate;
  }
  PointSet value;
  if (base != nullptr)
    value.leanOn(*base);
  for (const PointSet *part : parts) {
    if (part != base)
      value.addOwn(*part);
    if (part->base() != nullptr && part->base() != base)
      value.addOwn(*part->base());
  }
  if (base == nullptr || value.ownRuns().size() < many || value.ownRuns().size() * 2 < base->ownRuns().size())
    return value;
  PointSet flat;
  flat.addAll(value);
  return flat;
}

void Regions::Impl::checkUniversals() {
  for (std::uint32_t i = 0; i < universals.count(); ++i)
    checkUniversal(RegionVid(std::size_t{i}));
}

/// Rule: a lifetime of the signature must not have to outlive another unless it is known to. As rustc, one finding for each longer one, and where two are
/// always equal the first speaks for both. One that outlives `'static` equals it, as that outlives all.
void Regions::Impl::checkUniversal(RegionVid longer) {
  const std::uint32_t component = component_of[longer.index()];
  const RegionVid first = hasEnd(longer, static_region) ? static_region : representative[component];
  if (first != longer) {
    if (!universals.outlives(longer, first))
      universal_errors.push_back({longer, first, longer});
    return;
  }
  bool reported = false;
  forEachBit(ends[component], [&](std::uint32_t bit) {
    const RegionVid shorter{std::size_t{bit}};
    if (reported || universals.outlives(longer, shorter))
      return;
    universal_errors.push_back({longer, shorter, longer});
    reported = true;
  });
}

/// `T: 'r` holds if every lifetime of the signature in 'r is outlived by one that T is known to outlive, or by one that this one had to outlive: where it
/// should not have, that is the finding. (Any T outlives the body itself.)
void Regions::Impl::checkTests() {
  const auto reaches = [&](RegionVid known, RegionVid wanted) {
    if (universals.outlives(known, wanted))
      return true;
    bool found = false;
    forEachBit(ends[component_of[known.index()]], [&](std::uint32_t end) { found |= universals.outlives(RegionVid(std::size_t{end}), wanted); });
    return found;
  };
  for (const RegionTest &test : graph.tests) {
    std::optional<RegionVid> failed;
    forEachBit(ends[component_of[test.bound.index()]], [&](std::uint32_t bit) {
      const RegionVid wanted{std::size_t{bit}};
      if (failed || wanted == universals.body())
        return;
      for (const UniversalRegions::TypeBound &bound : universals.typeBounds())
        if (bound.type == test.type && reaches(bound.region, wanted))
          return;
      // A rigid projection outlives what all its parts outlive.
      const TyData &type = program.types().data(test.type);
      if (type.kind != TyKind::Param) {
        bool parts = !type.has(TypeFlags::HasParam) || llvm::all_of(type.args, [&](GenericArg arg) {
          return !arg.isType() || !program.types().has(arg.type(), TypeFlags::HasParam) ||
                 llvm::any_of(universals.typeBounds(),
                              [&](const UniversalRegions::TypeBound &bound) { return bound.type == arg.type() && reaches(bound.region, wanted); });
        });
        parts &= llvm::all_of(test.regions, [&](RegionVid region) { return hasEnd(region, wanted); });
        if (parts)
          return;
      }
      failed = wanted;
    });
    if (!failed)
      continue;
    // A late-bound one is told by its name, whatever else it had to outlive; an early-bound one is not.
    if (test.bound.index() < universals.count() && universals.written(test.bound).kind() == Region::Kind::LateParam)
      failed = test.bound;
    const auto same = [&](const TypeTestError &old) { return old.type == test.type && old.span == test.span && old.universal == *failed; };
    if (llvm::none_of(test_errors, same))
      test_errors.push_back({test.type, test.bound, *failed, test.span, test.category, test.at});
  }
}

Regions::Regions(Program &program, const ControlFlow &flow, const MoveData &moves, const MoveTypes & /*types*/,
                 std::optional<llvm::ArrayRef<std::uint32_t>> loans, RegionDetail detail)
    : impl_(std::make_unique<Impl>(program, flow, moves, loans, detail)) {}
Regions::~Regions() = default;

const std::optional<RegionDecline> &Regions::declined() const { return impl_->graph.declined; }
std::size_t Regions::size() const { return impl_->graph.origins.size(); }
RegionOrigin Regions::origin(RegionVid region) const { return impl_->graph.origins[region.index()]; }
std::uint32_t Regions::universalCount() const { return impl_->universals.count(); }
Region Regions::written(RegionVid universal) const { return impl_->universals.written(universal); }
llvm::StringRef Regions::name(RegionVid universal) const { return impl_->universals.name(universal); }
llvm::ArrayRef<RegionVid> Regions::ofLocal(mir::LocalId local) const { return impl_->graph.slots(impl_->graph.local_slots[local]); }
llvm::ArrayRef<RegionVid> Regions::ownOf(mir::LocalId local) const { return impl_->graph.ownRegions(local); }
RegionVid Regions::ofBorrow(Location at) const {
  const auto found = impl_->graph.borrow_regions.find(impl_->flow.statementIndex(at));
  return found == impl_->graph.borrow_regions.end() ? RegionVid() : found->second;
}
llvm::ArrayRef<OutlivesConstraint> Regions::constraints() const { return impl_->graph.constraints; }
llvm::ArrayRef<std::uint32_t> Regions::constraintsFrom(RegionVid sup) const { return impl_->from(sup); }
bool Regions::contains(RegionVid region, std::uint32_t point) const { return points(region).contains(point); }
const PointSet &Regions::points(RegionVid region) const { return impl_->values[impl_->component_of[region.index()]]; }
bool Regions::containsEnd(RegionVid region, RegionVid universal) const { return impl_->hasEnd(region, universal); }
bool Regions::isKnownToOutlive(RegionVid longer, RegionVid shorter) const { return impl_->universals.outlives(longer, shorter); }
bool Regions::isLiveAt(RegionVid region, std::uint32_t point) const {
  if (isUniversal(region))
    return true;
  const Impl::Holder &holder = impl_->holder_of[region.index()];
  if (holder.local.isValid() && (impl_->liveness[holder.local].uses.contains(point) || (holder.dropped && impl_->liveness[holder.local].drops.contains(point))))
    return true;
  const RegionOrigin &origin = impl_->graph.origins[region.index()];
  return isOfStatement(origin) && impl_->flow.statementIndex(origin.at) == point;
}
llvm::ArrayRef<Span> Regions::generalityErrors() const { return impl_->graph.less_general; }
llvm::ArrayRef<UniversalRegionError> Regions::universalErrors() const { return impl_->universal_errors; }
llvm::ArrayRef<TypeTestError> Regions::typeTestErrors() const { return impl_->test_errors; }

} // namespace lien
