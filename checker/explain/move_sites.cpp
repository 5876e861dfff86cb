#include "checker/explain/move_sites.hpp"

namespace lien {

namespace {

class BackwardSearch {
public:
  BackwardSearch(const JudgedBody &judged, MovePathId path) : flow_(judged.flow), data_(judged.data) {
    for (MovePathId at = path; at.isValid(); at = data_[at].parent)
      wanted_.push_back(at);
    visited_.assign(flow_.statementCount(), false);
    touched_.assign(flow_.body().blocks.size(), false);
    const mir::LocalId local = data_.localOf(path);
    for (const std::uint32_t move : data_.movesOf(local))
      if (isWanted(data_.moves()[move].path))
        touched_[data_.moves()[move].at.block.index()] = true;
    for (const std::uint32_t init : data_.initsOf(local))
      if (init >= data_.argumentCount() && isWanted(data_.inits()[init].path))
        touched_[data_.inits()[init].at.block.index()] = true;
  }

  MoveHistory run(Location from) {
    bool reached_start = false;
    expand(from);
    while (!stack_.empty()) {
      Location at = stack_.pop_back_val();
      if (stopsAt(at, false))
        continue;
      if (!expand(at))
        reached_start = true;
    }
    history_.never_given = reached_start && !isArgument();
    // Moves in an earlier round of a loop count only where the place certainly held a value when the loop began.
    if ((isArgument() || !reached_start) && history_.sites.empty()) {
      while (!back_edges_.empty()) {
        Location at = back_edges_.pop_back_val();
        if (!stopsAt(at, true))
          forEachPredecessor(at, [&](Location before) { back_edges_.push_back(before); });
      }
    }
    std::erase_if(history_.refills, [&](Location refill) { return !comesAfterMove(refill); });
    return std::move(history_);
  }

private:
  template <typename Each> bool forEachPredecessor(Location at, Each each) {
    if (at.statement > 0) {
      // Nothing happens to the path in a block that does not touch it: on to its start.
      each(Location{at.block, touched_[at.block.index()] ? at.statement - 1 : 0});
      return true;
    }
    llvm::ArrayRef<mir::BlockId> predecessors = flow_.predecessors(at.block);
    for (mir::BlockId predecessor : predecessors)
      each(flow_.terminatorOf(predecessor));
    return !predecessors.empty();
  }

  /// What dominates a block stands in front of it in the order.
  [[nodiscard]] bool isBackEdge(Location from, Location to) const { return flow_.rank(to.block) <= flow_.rank(from.block) && flow_.dominates(to, from); }

  /// Puts the predecessors on their stack; false when there are none.
  bool expand(Location at) {
    return forEachPredecessor(at, [&](Location before) { (isBackEdge(before, at) ? back_edges_ : stack_).push_back(before); });
  }

  [[nodiscard]] bool isWanted(MovePathId path) const { return llvm::is_contained(wanted_, path); }

  [[nodiscard]] bool isArgument() const {
    for (std::uint32_t i = 0; i < data_.argumentCount(); ++i)
      if (isWanted(data_.inits()[i].path))
        return true;
    return false;
  }

  /// True where the search goes no further: seen before, a move, or an initialisation.
  bool stopsAt(Location at, bool over_back_edge) {
    std::uint32_t index = flow_.statementIndex(at);
    if (visited_[index])
      return true;
    visited_[index] = true;
    const mir::Statement *statement = flow_.statementAt(at);
    // The end of storage is no move that anyone wrote.
    if (statement == nullptr || statement->kind != mir::StatementKind::StorageDead) {
      auto [first, last] = data_.movesAt(at);
      for (std::uint32_t i = first; i < last; ++i) {
        if (!isWanted(data_.moves()[i].path))
          continue;
        history_.sites.push_back({i, over_back_edge});
        move_locations_.push_back(at);
        return true;
      }
    }
    auto [first, last] = data_.initsAt(at);
    for (std::uint32_t i = first; i < last; ++i) {
      if (!isWanted(data_.inits()[i].path))
        continue;
      history_.refills.push_back(at);
      return true;
    }
    return false;
  }

  bool comesAfterMove(Location from) {
    std::vector<bool> seen(flow_.statementCount(), false);
    llvm::SmallVector<Location, 16> stack{from};
    while (!stack.empty()) {
      Location at = stack.pop_back_val();
      if (seen[flow_.statementIndex(at)])
        continue;
      seen[flow_.statementIndex(at)] = true;
      if (llvm::is_contained(move_locations_, at))
        return true;
      forEachPredecessor(at, [&](Location before) { stack.push_back(before); });
    }
    return false;
  }

  const ControlFlow &flow_;
  const MoveData &data_;
  llvm::SmallVector<MovePathId, 4> wanted_; ///< the path and what it stands in
  std::vector<bool> visited_;
  std::vector<bool> touched_; ///< by block: something is moved out of or put into what is wanted
  llvm::SmallVector<Location, 16> stack_, back_edges_, move_locations_;
  MoveHistory history_;
};

} // namespace

MoveHistory historyOf(const JudgedBody &judged, Location at, MovePathId path) { return BackwardSearch(judged, path).run(at); }

} // namespace lien
