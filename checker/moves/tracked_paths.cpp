#include "checker/moves/tracked_paths.hpp"

#include "checker/dataflow/bit_matrix.hpp"

namespace lien {

namespace {

/// What is known of one local after a walk in reverse post-order.
struct LocalFacts {
  HomeChain home;
  bool is_dominated = true; ///< every use so far comes after an initialisation, on every way
  bool has_init = false;
  bool is_param = false;
  bool is_given = false;       ///< a parameter or a temporary: nobody can name it before it is given its value
  bool is_ignored = false;     ///< and nothing is ever moved out of it
  Location init;               ///< the first initialisation takes effect before this location …
  bool init_is_before = false; ///< … or (false) at it
};

constexpr std::uint32_t never = UINT32_MAX;

/// By rank: the greatest rank of a block that an edge leads back to from this block or a later one, at or before this block; `never` where none does. Whoever
/// comes from the block to one that is not later comes through a block of that rank or a lesser one.
std::vector<std::uint32_t> findLoopStarts(const ControlFlow &flow) {
  const llvm::ArrayRef<mir::BlockId> order = flow.order();
  std::vector<std::uint32_t> last_source(order.size(), never);
  for (std::uint32_t rank = 0; rank < order.size(); ++rank)
    for (const mir::BlockId successor : flow.successors(order[rank]))
      if (flow.rank(successor) <= rank)
        last_source[flow.rank(successor)] = rank;
  std::vector<std::uint32_t> starts(order.size(), never);
  llvm::SmallVector<std::uint32_t, 8> open;
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
    if (last_source[rank] != never)
      open.push_back(rank);
    while (!open.empty() && last_source[open.back()] < rank)
      open.pop_back();
    if (!open.empty())
      starts[rank] = open.back();
  }
  return starts;
}

/// When a path is emptied by moves that somebody wrote, and when it is asked about; locations in the order of blocks.
struct PathFacts {
  std::uint32_t first_move = never; ///< of it or of what it lies in
  std::uint32_t loop_start = 0;     ///< one more than the greatest of `findLoopStarts` at these moves
  std::uint32_t last_ask = 0;       ///< for it, for what it lies in or for what lies in it: one more than the location
};

class Classifier {
public:
  Classifier(const ControlFlow &flow, const MoveData &data, const Chains &chains)
      : flow_(flow), body_(flow.body()), data_(data), chains_(chains), loop_starts_(findLoopStarts(flow)), facts_(body_.locals.size()), paths_(data.size()) {
    for (std::size_t i = 0; i < body_.locals.size(); ++i)
      if (const mir::LocalId local(i); body_.locals[local].kind == mir::LocalKind::Temporary)
        facts_[local].is_given = facts_[local].is_ignored = true;
    for (std::uint32_t i = 0; i < data.argumentCount(); ++i) {
      LocalFacts &facts = facts_[data.localOf(data.inits()[i].path)];
      facts.has_init = facts.is_param = facts.is_given = true;
      facts.home.spread();
    }
    for (const MoveOut &move : data.moves())
      noteMove(move);
    for (const mir::BlockId block : flow.order())
      lookAtBlock(block);
    spreadOverPaths();
  }
  [[nodiscard]] bool asksInCleanup() const { return asks_in_cleanup_; }
  [[nodiscard]] bool hasHome(MovePathId path) const { return facts_[data_.localOf(path)].home.isOne(); }

  /// Rule: a path of a local whose initialisations dominate all its uses is empty at one of them only if a move of it leads there and the initialisation does
  /// not come in between. From a move to a use that is not later in the order of blocks, a way goes over an edge back, to a block at or before the move's. If
  /// each such block is before the initialisation's, that one does not dominate it; but it dominates the use, so the way goes through it.
  [[nodiscard]] bool needsTracking(MovePathId path) const {
    const LocalFacts &local = facts_[data_.localOf(path)];
    if (!local.is_dominated)
      return true;
    const PathFacts &facts = paths_[path];
    if (facts.first_move == never)
      return false;
    // A parameter is there before the first block.
    const std::uint32_t init = local.is_param || !local.has_init ? 0 : flow_.rank(local.init.block);
    return facts.last_ask > facts.first_move + 1 || facts.loop_start > init;
  }

private:
  void noteMove(const MoveOut &move) {
    // The end of storage is listed among the moves; nobody wrote it.
    if (const mir::Statement *statement = flow_.statementAt(move.at); statement != nullptr && statement->kind == mir::StatementKind::StorageDead)
      return;
    facts_[data_.localOf(move.path)].is_ignored = false;
    PathFacts &path = paths_[move.path];
    if (path.first_move == never)
      path.first_move = flow_.statementIndex(move.at);
    if (const std::uint32_t start = loop_starts_[flow_.rank(move.at.block)]; start != never)
      path.loop_start = std::max(path.loop_start, start + 1);
  }

  void lookAtBlock(mir::BlockId block) {
    block_ = block;
    chain_ = chains_.of(block);
    is_cleanup_ = body_.blocks[block].is_cleanup;
    first_point_ = flow_.statementIndex({block, 0});
    for (const PlacedAccess &access : flow_.accessesOf(block))
      if (isUse(access.kind))
        lookAtAccess(access);
  }

  static bool isUse(AccessKind kind) {
    return kind != AccessKind::StorageDead && kind != AccessKind::Drop && kind != AccessKind::StorageLive && kind != AccessKind::Mention;
  }

  /// An access asks for the longest part of its place that has a path, and for what is above and below; a write to a part of a value, for any part of it.
  void noteAsk(const PlacedAccess &access) {
    const bool is_write = access.kind == AccessKind::Write;
    if (is_write && access.is_whole)
      return;
    asks_in_cleanup_ |= is_cleanup_;
    const MovePathId path = is_write || access.is_whole ? data_.ofLocal(access.local) : data_.find(access.place).path;
    paths_[path].last_ask = access.point + 1;
  }

  /// Parents have lesser numbers than what is below them.
  void spreadOverPaths() {
    std::vector<std::uint32_t> below(paths_.size());
    for (std::size_t i = paths_.size(); i-- > 0;) {
      below[i] = std::max(below[i], paths_[MovePathId(i)].last_ask);
      if (const MovePathId parent = data_[MovePathId(i)].parent; parent.isValid())
        below[parent.index()] = std::max(below[parent.index()], below[i]);
    }
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      const MovePathId parent = data_[MovePathId(i)].parent;
      if (!parent.isValid())
        continue;
      PathFacts &path = paths_[MovePathId(i)];
      path.first_move = std::min(path.first_move, paths_[parent].first_move);
      path.loop_start = std::max(path.loop_start, paths_[parent].loop_start);
      path.last_ask = std::max(path.last_ask, paths_[parent].last_ask);
    }
    for (std::size_t i = 0; i < paths_.size(); ++i)
      paths_[MovePathId(i)].last_ask = std::max(paths_[MovePathId(i)].last_ask, below[i]);
  }

  void lookAtAccess(const PlacedAccess &access) {
    LocalFacts &facts = facts_[access.local];
    if (facts.is_ignored)
      return;
    facts.home.note(chain_);
    noteAsk(access);
    if (access.kind == AccessKind::Write && access.is_whole)
      return lookAtInit({block_, access.point - first_point_}, facts);
    if (!facts.is_given && facts.is_dominated)
      facts.is_dominated = facts.has_init && !is_cleanup_ && isAfterInit(facts, access.point - first_point_);
  }

  /// Of a statement of the block under way.
  [[nodiscard]] bool isAfterInit(const LocalFacts &facts, std::uint32_t statement) const {
    if (facts.init.block == block_)
      return facts.init_is_before ? facts.init.statement <= statement : facts.init.statement < statement;
    return flow_.dominatesNormally(facts.init.block, block_);
  }

  void lookAtInit(Location at, LocalFacts &facts) {
    if (flow_.statementAt(at) != nullptr) {
      if (!facts.has_init)
        facts.init = at;
    } else {
      // A call's result is there once the call has returned.
      const mir::Terminator &call = body_.blocks[at.block].terminator;
      if (call.targets.empty())
        return;
      mir::BlockId next = call.targets.front();
      if (chains_.of(next) != chain_)
        facts.home.spread();
      if (!facts.has_init) {
        facts.init = {next, 0};
        facts.init_is_before = true;
        facts.is_dominated = facts.is_dominated && (facts.is_given || flow_.predecessors(next).size() == 1);
      }
    }
    facts.is_dominated = facts.is_dominated && (facts.is_given || !is_cleanup_ || facts.has_init);
    facts.has_init = true;
  }

  const ControlFlow &flow_;
  const mir::Body &body_;
  const MoveData &data_;
  const Chains &chains_;
  std::vector<std::uint32_t> loop_starts_;
  IdVector<mir::LocalId, LocalFacts> facts_;
  IdVector<MovePathId, PathFacts> paths_;
  // The block under way.
  mir::BlockId block_;
  std::uint32_t chain_ = 0, first_point_ = 0;
  bool is_cleanup_ = false;
  bool asks_in_cleanup_ = false; ///< of any block so far
};

} // namespace

TrackedPaths::TrackedPaths(const MoveData &data) : bits_(data.size(), 0), row_bits_(static_cast<std::uint32_t>(data.size())), walk_bits_(row_bits_) {
  for (std::uint32_t path = 0; path < data.size(); ++path)
    bits_[MovePathId(std::size_t{path})] = path;
  markLocals(data);
}

TrackedPaths::TrackedPaths(const MoveData &data, llvm::ArrayRef<mir::LocalId> locals) : bits_(data.size(), untracked) {
  for (const mir::LocalId local : locals)
    bits_[data.ofLocal(local)] = row_bits_++;
  for (const mir::LocalId local : locals)
    data.forEachBelow(data.ofLocal(local), [&](MovePathId path) {
      if (path != data.ofLocal(local))
        bits_[path] = row_bits_++;
    });
  walk_bits_ = row_bits_;
  markLocals(data);
}

TrackedPaths::TrackedPaths(const ControlFlow &flow, const MoveData &data, const Chains &chains) : bits_(data.size(), untracked) {
  const Classifier facts(flow, data, chains);
  asks_in_cleanup_ = facts.asksInCleanup();
  llvm::SmallVector<MovePathId, 16> of_rows, of_chains;
  for (std::size_t i = 0; i < data.size(); ++i)
    if (const MovePathId path(i); data[path].place.isValid() && facts.needsTracking(path))
      (facts.hasHome(path) ? of_chains : of_rows).push_back(path);
  std::uint32_t next = 0;
  for (const MovePathId path : of_rows)
    bits_[path] = next++;
  row_bits_ = next;
  next = (next + bits_per_word - 1) / bits_per_word * bits_per_word;
  for (const MovePathId path : of_chains)
    bits_[path] = next++;
  walk_bits_ = of_chains.empty() ? row_bits_ : next;
  markLocals(data);
}

void TrackedPaths::markLocals(const MoveData &data) {
  locals_.resize(data.localCount(), false);
  for (std::size_t i = 0; i < data.size(); ++i)
    if (const MovePathId path(i); bits_[path] != untracked)
      locals_[data.localOf(path).index()] = true;
}

} // namespace lien
