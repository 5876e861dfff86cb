#include "checker/regions/region_liveness.hpp"

#include "checker/regions/live_ranges.hpp"

namespace lien {

namespace {

/// A point and the rank of its block.
struct Place {
  std::uint32_t point, rank;
};

class LivenessBuilder {
public:
  LivenessBuilder(const ControlFlow &flow, const MoveData &moves, RegionTemplates &templates, const RegionGraph &graph, const std::vector<bool> &asked)
      : flow_(flow), body_(flow.body()), moves_(moves), templates_(templates), graph_(graph), asked_(asked) {}

  IdVector<mir::LocalId, LocalLiveness> run();

private:
  [[nodiscard]] bool isAsked(mir::LocalId local) const {
    return llvm::any_of(graph_.ownRegions(local), [&](RegionVid region) { return asked_[region.index()]; });
  }
  void gatherEvents();
  void findChains();
  [[nodiscard]] std::vector<mir::LocalId> dropped();
  bool walk(mir::LocalId local, LocalLiveness &live);
  bool walkUses(LocalLiveness &live);
  bool walkDrops(mir::LocalId local, LocalLiveness &live);
  const InitialisedAtEnds &initialised() {
    if (!initialised_)
      initialised_.emplace(flow_, moves_, dropped());
    return *initialised_;
  }
  /// The last definition of the local under way in [first, before); none: `UINT32_MAX`.
  [[nodiscard]] std::uint32_t lastDefinition(std::uint32_t first, std::uint32_t before) const {
    const auto *after = llvm::lower_bound(definitions_, before);
    return after != definitions_.begin() && *(after - 1) >= first ? *(after - 1) : UINT32_MAX;
  }
  [[nodiscard]] bool isDefinition(std::uint32_t point) const { return std::binary_search(definitions_.begin(), definitions_.end(), point); }
  [[nodiscard]] std::uint32_t lastPoint(std::uint32_t rank) const { return first_point_[rank + 1] - 1; }

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveData &moves_;
  RegionTemplates &templates_;
  const RegionGraph &graph_;
  const std::vector<bool> &asked_;
  std::vector<bool> tracked_;
  std::vector<LivenessEvent> events_;
  llvm::SmallVector<Place, 8> uses_, drops_;        ///< of the local under way, ascending
  llvm::SmallVector<std::uint32_t, 8> definitions_; ///< points, ascending
  std::vector<std::uint32_t> first_point_;          ///< by rank; one more at the end
  std::vector<std::uint32_t> chain_first_;          ///< by rank: the rank at which the block's chain begins
  std::optional<InitialisedAtEnds> initialised_;
  std::vector<LivenessEvent> long_events_; ///< of the locals whose walks were given up
  std::size_t steps_left_ = 0;             ///< of the walk under way
};

static LivenessEventKind eventOf(const PlacedAccess &access) {
  switch (access.kind) {
  case AccessKind::StorageLive:
  case AccessKind::StorageDead:
    return LivenessEventKind::Definition; // what came before has no say in what follows
  case AccessKind::Write:
    return access.is_whole ? LivenessEventKind::Definition : LivenessEventKind::Use;
  case AccessKind::Drop:
    return LivenessEventKind::Drop;
  case AccessKind::Copy:
  case AccessKind::Move:
  case AccessKind::Inspect:
  case AccessKind::FakeRead:
  case AccessKind::SharedBorrow:
  case AccessKind::FakeBorrow:
  case AccessKind::FakeBorrowShallow:
  case AccessKind::MutBorrow:
  case AccessKind::Mention:
    return LivenessEventKind::Use;
  }
  return LivenessEventKind::Use;
}

void LivenessBuilder::gatherEvents() {
  tracked_.assign(body_.locals.size(), false);
  for (std::size_t i = 0; i < body_.locals.size(); ++i)
    tracked_[i] = isAsked(mir::LocalId(i));
  if (llvm::none_of(tracked_, [](bool tracked) { return tracked; }))
    return;
  const mir::LocalId result(std::size_t{mir::return_local});
  for (const mir::BlockId block : flow_.order()) {
    const std::uint32_t rank = flow_.rank(block);
    for (const PlacedAccess &access : flow_.accessesOf(block))
      if (tracked_[access.local.index()])
        events_.push_back({access.local, access.point, rank, eventOf(access)});
    if (tracked_[result.index()] && body_.blocks[block].terminator.kind == mir::TerminatorKind::Return)
      events_.push_back({result, flow_.statementIndex(flow_.terminatorOf(block)), rank, LivenessEventKind::Use});
  }
  llvm::stable_sort(events_, [](const LivenessEvent &a, const LivenessEvent &b) { return a.local < b.local; });
}

IdVector<mir::LocalId, LocalLiveness> LivenessBuilder::run() {
  IdVector<mir::LocalId, LocalLiveness> result(body_.locals.size());
  gatherEvents();
  if (events_.empty())
    return result;
  findChains();
  bool any_drops = false;
  for (std::size_t i = 0; i < events_.size();) {
    const mir::LocalId local = events_[i].local;
    const std::size_t first = i;
    uses_.clear();
    definitions_.clear();
    drops_.clear();
    for (; i < events_.size() && events_[i].local == local; ++i) {
      const LivenessEvent &event = events_[i];
      if (event.kind == LivenessEventKind::Definition) {
        definitions_.push_back(event.point);
        continue;
      }
      auto &list = event.kind == LivenessEventKind::Use ? uses_ : drops_;
      if (list.empty() || list.back().point != event.point)
        list.push_back({event.point, event.rank});
    }
    if (!drops_.empty() && templates_.dropSlots(body_.locals[local].ty).empty())
      drops_.clear();
    if (walk(local, result[local]))
      continue;
    result[local] = {};
    any_drops |= !drops_.empty();
    std::copy_if(events_.begin() + first, events_.begin() + i, std::back_inserter(long_events_),
                 [&](const LivenessEvent &event) { return !drops_.empty() || event.kind != LivenessEventKind::Drop; });
  }
  addLongRanges(flow_, any_drops ? &initialised() : nullptr, long_events_, result);
  return result;
}

/// The locals with drops that matter.
std::vector<mir::LocalId> LivenessBuilder::dropped() {
  std::vector<mir::LocalId> locals;
  for (const LivenessEvent &event : events_)
    if (event.kind == LivenessEventKind::Drop && (locals.empty() || locals.back() != event.local) &&
        !templates_.dropSlots(body_.locals[event.local].ty).empty())
      locals.push_back(event.local);
  return locals;
}

/// False when the local is live in too many places for a walk from each.
bool LivenessBuilder::walk(mir::LocalId local, LocalLiveness &live) {
  constexpr std::size_t steps = 32;
  steps_left_ = steps + uses_.size() + drops_.size();
  return walkUses(live) && walkDrops(local, live);
}

/// Blocks of one chain are entered only from the one before and stand side by side: a walk crosses them in one step.
void LivenessBuilder::findChains() {
  chain_first_.resize(flow_.order().size());
  first_point_.reserve(flow_.order().size() + 1);
  for (const mir::BlockId block : flow_.order())
    first_point_.push_back(flow_.statementIndex({block, 0}));
  first_point_.push_back(flow_.statementCount());
  for (std::uint32_t rank = 0; rank < chain_first_.size(); ++rank) {
    const llvm::ArrayRef<mir::BlockId> before = flow_.predecessors(flow_.order()[rank]);
    const bool continues = rank > 0 && before.size() == 1 && flow_.rank(before.front()) + 1 == rank;
    chain_first_[rank] = continues ? chain_first_[rank - 1] : rank;
  }
}

bool LivenessBuilder::walkUses(LocalLiveness &live) {
  llvm::SmallVector<Place, 16> todo(uses_.rbegin(), uses_.rend());
  while (!todo.empty()) {
    const Place at = todo.pop_back_val(); // live on entry to it
    if (live.uses.contains(at.point))
      continue; // and so is all that leads to it
    if (steps_left_-- == 0)
      return false;
    const std::uint32_t head = chain_first_[at.rank];
    const std::uint32_t first = first_point_[head];
    const std::uint32_t definition = lastDefinition(first, at.point);
    live.uses.addRun(definition == UINT32_MAX ? first : definition + 1, at.point + 1);
    if (definition != UINT32_MAX)
      continue;
    for (const mir::BlockId block : flow_.predecessors(flow_.order()[head])) {
      const std::uint32_t before = flow_.rank(block);
      if (const std::uint32_t last = lastPoint(before); !isDefinition(last))
        todo.push_back({last, before});
    }
  }
  return true;
}

/// Within a chain, what may be initialised at a point may be so at every point before it, back to its definition: only a definition initialises.
bool LivenessBuilder::walkDrops(mir::LocalId local, LocalLiveness &live) {
  if (drops_.empty())
    return true;
  const InitialisedAtEnds &initialised = this->initialised();
  llvm::SmallVector<Place, 16> todo;
  for (const Place drop : llvm::reverse(drops_))
    if (initialised.atTerminator(drop.rank, local))
      todo.push_back(drop);
  while (!todo.empty()) {
    const Place at = todo.pop_back_val();
    if (live.drops.contains(at.point))
      continue;
    if (steps_left_-- == 0)
      return false;
    const std::uint32_t head = chain_first_[at.rank];
    std::uint32_t first = first_point_[head];
    bool reaches_start = true;
    if (const std::uint32_t definition = lastDefinition(first, at.point); definition != UINT32_MAX) {
      first = definition + 1;
      reaches_start = false;
    }
    // Where it is used later anyhow, more than its drop holds its regions.
    for (const PointSet::Run &run : live.uses.ownRuns())
      if (run.first <= at.point && run.end > first) {
        first = std::min(run.end, at.point);
        reaches_start = false;
      }
    live.drops.addRun(first, at.point + 1);
    if (!reaches_start)
      continue;
    for (const mir::BlockId block : flow_.predecessors(flow_.order()[head])) {
      const std::uint32_t before = flow_.rank(block);
      const std::uint32_t last = lastPoint(before);
      if (!isDefinition(last) && !live.uses.contains(last) && !live.drops.contains(last) && initialised.afterTerminator(before, local))
        todo.push_back({last, before});
    }
  }
  return true;
}

} // namespace

IdVector<mir::LocalId, LocalLiveness> computeLocalLiveness(const ControlFlow &flow, const MoveData &moves, RegionTemplates &templates, const RegionGraph &graph,
                                                           const std::vector<bool> &asked) {
  return LivenessBuilder(flow, moves, templates, graph, asked).run();
}

} // namespace lien
