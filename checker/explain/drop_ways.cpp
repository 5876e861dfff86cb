#include "checker/explain/drop_ways.hpp"

#include "checker/moves/initialisation.hpp"

namespace lien {

namespace {

class WayFinder {
public:
  WayFinder(const JudgedBody &judged, const DropStates &states, const AmbiguousDrop &drop)
      : judged_(judged), body_(judged.mir()), flow_(judged.flow), data_(judged.data), drop_(drop), states_(states) {
    for (MovePathId at = drop.value; at.isValid(); at = data_[at].parent)
      holders_.push_back(at);
    findTouched();
  }

  DropWays find() && {
    DropWays ways;
    ways.gone = historyOf(judged_, flow_.terminatorOf(drop_.from), drop_.value);
    std::vector<mir::BlockId> turning;
    if (ways.isNeverInitialised()) {
      for (const Init &init : data_.inits())
        if (holds(init.path) && init.kind != InitKind::Argument)
          turning.push_back(init.at.block);
      ways.branch = branchOf(wayWith(/*value=*/false, nullptr), turning);
      return ways;
    }
    for (const MoveSite &site : ways.gone.sites)
      turning.push_back(data_.moves()[site.move].at.block);
    std::optional<Location> start;
    ways.branch = branchOf(wayWith(/*value=*/true, &start), turning);
    if (!ways.branch)
      ways.refill = start;
    return ways;
  }

private:
  [[nodiscard]] bool holds(MovePathId path) const { return llvm::is_contained(holders_, path); }

  /// Only in these blocks something happens to the value; a search goes through the others in one step.
  void findTouched() {
    touched_.assign(body_.blocks.size(), false);
    for (const MoveOut &move : data_.moves())
      if (holds(move.path))
        touched_[move.at.block.index()] = true;
    for (const Init &init : data_.inits().drop_front(data_.argumentCount()))
      if (holds(init.path))
        touched_[init.at.block.index()] = true;
    const auto isBorrowed = [&](const mir::Statement &statement) {
      if (statement.kind != mir::StatementKind::Assign || statement.rvalue.kind != mir::RvalueKind::Ref)
        return false;
      const PathLookup borrowed = data_.find(statement.rvalue.place);
      return borrowed.exact && holds(borrowed.path);
    };
    for (const mir::BlockId block : flow_.order())
      if (!touched_[block.index()])
        touched_[block.index()] = llvm::any_of(body_.blocks[block].statements, isBorrowed);
  }

  /// Where the value comes in last in a block, if it does.
  [[nodiscard]] std::optional<Location> initIn(mir::BlockId block) const {
    if (!touched_[block.index()])
      return std::nullopt;
    const Location end = flow_.terminatorOf(block);
    for (std::uint32_t statement = end.statement; statement > 0; --statement) {
      const Location at{block, statement - 1};
      const auto [first, last] = data_.initsAt(at);
      for (std::uint32_t i = first; i < last; ++i)
        if (holds(data_.inits()[i].path))
          return at;
    }
    return std::nullopt;
  }
  /// A call's result comes in on the call's way back.
  [[nodiscard]] bool initialisesOnReturn(mir::BlockId block) const {
    const auto [first, last] = data_.initsAt(flow_.terminatorOf(block));
    for (std::uint32_t i = first; i < last; ++i)
      if (data_.inits()[i].kind == InitKind::OnReturn && holds(data_.inits()[i].path))
        return true;
    return false;
  }

  [[nodiscard]] bool isSo(mir::BlockId block, bool value) const {
    const Presence presence = states_.beforeTerminator(block, drop_.value);
    return value ? presence.mayHold() : presence.mayBeGone();
  }

  /// The blocks of a shortest way to the exit on which the value is there (or is not), from where it came in or from the start.
  [[nodiscard]] std::vector<mir::BlockId> wayWith(bool value, std::optional<Location> *start) const {
    std::vector<mir::BlockId> next(body_.blocks.size());
    std::vector<bool> seen(body_.blocks.size(), false);
    llvm::SmallVector<mir::BlockId, 16> todo{drop_.from};
    seen[drop_.from.index()] = true;
    for (std::size_t i = 0; i < todo.size(); ++i) {
      const mir::BlockId block = todo[i];
      std::optional<Location> came_in = value ? initIn(block) : std::nullopt;
      bool is_start = came_in.has_value() || flow_.predecessors(block).empty();
      if (!is_start)
        for (const mir::BlockId before : flow_.predecessors(block)) {
          if (seen[before.index()] || body_.blocks[before].is_cleanup || !llvm::is_contained(RunGraph::targets(body_.blocks[before].terminator), block))
            continue;
          if (value && initialisesOnReturn(before)) {
            came_in = flow_.terminatorOf(before);
            is_start = true;
            break;
          }
          if (!isSo(before, value))
            continue;
          seen[before.index()] = true;
          next[before.index()] = block;
          todo.push_back(before);
        }
      if (!is_start)
        continue;
      if (start != nullptr)
        *start = came_in;
      std::vector<mir::BlockId> way;
      for (mir::BlockId at = block; at.isValid(); at = next[at.index()])
        way.push_back(at);
      return way;
    }
    return {};
  }

  /// The last switch of the way from which one of the other blocks could still have been reached, without passing the exit or the way's start again.
  [[nodiscard]] std::optional<BranchTaken> branchOf(const std::vector<mir::BlockId> &way, llvm::ArrayRef<mir::BlockId> others) const {
    if (way.empty())
      return std::nullopt;
    std::vector<bool> leads(body_.blocks.size(), false);
    llvm::SmallVector<mir::BlockId, 16> todo;
    for (const mir::BlockId other : others)
      if (!leads[other.index()]) {
        leads[other.index()] = true;
        todo.push_back(other);
      }
    while (!todo.empty()) {
      const mir::BlockId block = todo.pop_back_val();
      if (block == way.front())
        continue;
      for (const mir::BlockId before : flow_.predecessors(block)) {
        if (leads[before.index()] || before == way.back() || !llvm::is_contained(RunGraph::targets(body_.blocks[before].terminator), block))
          continue;
        leads[before.index()] = true;
        todo.push_back(before);
      }
    }
    for (std::size_t i = way.size() - 1; i > 0; --i) {
      const mir::Terminator &end = body_.blocks[way[i - 1]].terminator;
      if (!leads[way[i - 1].index()] || leads[way[i].index()] || end.kind != mir::TerminatorKind::SwitchInt)
        continue;
      const auto *const target = llvm::find(end.targets, way[i]);
      return BranchTaken{way[i - 1], static_cast<std::uint32_t>(target - end.targets.begin())};
    }
    return std::nullopt;
  }

  const JudgedBody &judged_;
  const mir::Body &body_;
  const ControlFlow &flow_;
  const MoveData &data_;
  const AmbiguousDrop &drop_;
  const DropStates &states_;
  llvm::SmallVector<MovePathId, 4> holders_; ///< the value and what it stands in
  std::vector<bool> touched_;                ///< by block
};

} // namespace

DropWays waysOf(const JudgedBody &judged, const DropStates &states, const AmbiguousDrop &drop) { return WayFinder(judged, states, drop).find(); }

} // namespace lien
