#include "checker/drops/summary.hpp"

#include <map>

namespace lien {

namespace {

enum class Leaf : std::uint8_t { Always, Maybe, Moved, Uninitialised };

/// Locals that may have been written to, in part or whole, before a block's terminator. Asked about drops only.
class EverWritten {
public:
  EverWritten(const DropSchedule &schedule, const mir::Body &body) : graph_(schedule.states().graph()) {
    const IdVector<mir::LocalId, RunGraph::Node> first = findFirstWrites(body);
    values_ = IdVector<mir::LocalId, std::uint32_t>(body.locals.size(), always);
    std::uint32_t count = 0;
    for (const DropSchedule::Slot &slot : schedule.slots()) {
      const mir::LocalId local = body.places[body.blocks[slot.block].terminator.place].local;
      const bool is_certain = first[local] != RunGraph::none && graph_.dominates(first[local], graph_.nodeOf(slot.block));
      if (values_[local] == always && !is_certain)
        values_[local] = count++;
    }
    written_.emplace(graph_, count);
    for (std::uint32_t i = 1; i <= body.param_count; ++i)
      if (values_[mir::LocalId(i)] != always)
        written_->holdAtEntry(values_[mir::LocalId(i)]);
    forEachWrite(body, [&](mir::LocalId local, RunGraph::Node node, bool at_end) {
      if (values_[local] == always)
        return;
      if (at_end)
        written_->changeAtEnd(values_[local], node, node, PresenceChange::arrives());
      else
        written_->change(values_[local], node, node, PresenceChange::arrives());
    });
    written_->solve();
  }
  [[nodiscard]] bool before(mir::BlockId block, mir::LocalId local) const {
    return values_[local] == always || written_->beforeEnd(values_[local], graph_.nodeOf(block)).mayHold();
  }

private:
  static constexpr std::uint32_t always = UINT32_MAX; ///< a write dominates all drops
  template <typename Each> void forEachWrite(const mir::Body &body, Each each) const {
    for (RunGraph::Node node = 0; node < graph_.size(); ++node) {
      const mir::BasicBlock &block = body.blocks[graph_.block(node)];
      for (const mir::Statement &statement : block.statements)
        if (statement.kind == mir::StatementKind::Assign)
          each(body.places[statement.place].local, node, false);
      if (block.terminator.kind == mir::TerminatorKind::Call)
        each(body.places[block.terminator.place].local, node, true);
    }
  }
  /// By local: the first node that writes it before its end; what a call writes is left out.
  [[nodiscard]] IdVector<mir::LocalId, RunGraph::Node> findFirstWrites(const mir::Body &body) const {
    IdVector<mir::LocalId, RunGraph::Node> first(body.locals.size(), RunGraph::none);
    forEachWrite(body, [&](mir::LocalId local, RunGraph::Node node, bool at_end) { first[local] = at_end ? first[local] : std::min(first[local], node); });
    for (std::uint32_t i = 1; i <= body.param_count; ++i)
      first[mir::LocalId(i)] = 0;
    return first;
  }

  const RunGraph &graph_;
  IdVector<mir::LocalId, std::uint32_t> values_;
  std::optional<SparsePresence> written_;
};

bool startsPart(char next) { return next == '.' || next == '[' || next == ' '; }

/// Is `part` the projection `whole`, or something in it? (`.f10` is not in `.f1`.)
bool includes(llvm::StringRef whole, llvm::StringRef part) {
  return part.starts_with(whole) && (whole.empty() || part.size() == whole.size() || startsPart(part[whole.size()]));
}

/// Calls `each` with `leaf` and all that it is in, the longest first, until it says false.
template <typename Each> void forEachWhole(llvm::StringRef leaf, Each each) {
  for (std::size_t size = leaf.size() + 1; size-- > 0;)
    if (includes(leaf.take_front(size), leaf) && !each(leaf.take_front(size)))
      return;
}

/// The moves of one local, by projection.
class MovesOfLocal {
public:
  void add(Span span, std::string projection) {
    by_projection_[projection].push_back(static_cast<std::uint32_t>(moves_.size()));
    moves_.emplace_back(span, std::move(projection));
  }
  [[nodiscard]] llvm::ArrayRef<std::pair<Span, std::string>> all() const { return moves_; }
  /// Of `leaf`, of what it is in and of what is in it, in the order in which they were added.
  [[nodiscard]] std::vector<std::pair<Span, std::string>> touching(const std::string &leaf) const {
    std::vector<std::uint32_t> found;
    forEachWhole(leaf, [&](llvm::StringRef whole) {
      if (const auto at = by_projection_.find(whole.str()); at != by_projection_.end())
        found.insert(found.end(), at->second.begin(), at->second.end());
      return true;
    });
    for (auto at = by_projection_.upper_bound(leaf); at != by_projection_.end() && llvm::StringRef(at->first).starts_with(leaf); ++at)
      if (includes(leaf, at->first))
        found.insert(found.end(), at->second.begin(), at->second.end());
    llvm::sort(found);
    std::vector<std::pair<Span, std::string>> result;
    for (const std::uint32_t i : found)
      result.push_back(moves_[i]);
    return result;
  }

private:
  std::vector<std::pair<Span, std::string>> moves_;
  std::map<std::string, std::vector<std::uint32_t>> by_projection_;
};

/// Does the sorted list `leaves` have a part of `leaf`, all of whose variants are meant?
bool hasParts(const std::vector<std::string> &leaves, const std::string &leaf) {
  for (auto at = llvm::upper_bound(leaves, leaf); at != leaves.end() && llvm::StringRef(*at).starts_with(leaf); ++at)
    if (at->find('{') == std::string::npos && includes(leaf, *at))
      return true;
  return false;
}

} // namespace

std::vector<DropSummaryEntry> summarizeDrops(Program &program, const ControlFlow &flow, const MoveData &moves, const DropSchedule &schedule) {
  const mir::Body &body = flow.body();
  const DropNames names(program, body);
  const EverWritten written(schedule, body);
  struct Key {
    std::uint32_t local;
    std::string projection;
    std::uint32_t at_lo, at_hi;
    bool replaces;
    auto operator<=>(const Key &) const = default;
  };
  std::map<Key, std::vector<const DropSchedule::Slot *>> groups;
  for (const DropSchedule::Slot &slot : schedule.slots()) {
    const mir::Terminator &drop = body.blocks[slot.block].terminator;
    groups[{body.places[drop.place].local.value, names.name(drop.place).projection, drop.span.lo(), drop.span.hi(), drop.replace}].push_back(&slot);
  }
  std::map<std::uint32_t, MovesOfLocal> moves_of;
  for (const MoveOut &move : moves.moves())
    if (!endsStorage(flow, move.at))
      moves_of[moves.localOf(move.path).value].add(flow.spanAt(move.at), names.name(moves[move.path].place).projection);
  std::vector<DropSummaryEntry> entries;
  for (const auto &[key, slots] : groups) {
    const mir::Terminator &first = body.blocks[slots.front()->block].terminator;
    const DropName base = names.name(first.place);
    const bool any = llvm::any_of(slots, [](const DropSchedule::Slot *slot) { return !slot->pieces.empty(); });
    if ((base.owner == DropOwner::Temporary || key.replaces) && !any)
      continue;
    const mir::LocalId local(std::size_t{key.local});
    const MovesOfLocal &moved = moves_of[key.local];
    std::vector<std::map<std::string, Leaf>> ways;
    std::vector<std::string> leaves;
    bool partial = false;
    for (const DropSchedule::Slot *slot : slots) {
      std::map<std::string, Leaf> way;
      for (const DropPiece &piece : slot->pieces) {
        const std::string projection = names.name(piece).projection;
        way[projection] = piece.guard.isValid() ? Leaf::Maybe : Leaf::Always;
        partial |= projection != base.projection;
        leaves.push_back(projection);
      }
      ways.push_back(std::move(way));
    }
    if (partial) {
      llvm::erase(leaves, base.projection);
      for (const auto &[span, projection] : moved.all())
        if (!projection.empty() && projection != base.projection && includes(base.projection, projection))
          leaves.push_back(projection);
    } else {
      leaves = {base.projection};
    }
    llvm::sort(leaves);
    leaves.erase(std::unique(leaves.begin(), leaves.end()), leaves.end());
    if (partial) {
      const std::vector<std::string> all = leaves;
      llvm::erase_if(leaves, [&](const std::string &leaf) { return hasParts(all, leaf); });
    }
    for (const std::string &leaf : leaves) {
      bool always = true;
      bool some = false;
      bool any_moved = false;
      for (std::size_t i = 0; i < slots.size(); ++i) {
        std::optional<Leaf> state;
        forEachWhole(leaf, [&](llvm::StringRef whole) {
          if (const auto found = ways[i].find(whole.str()); found != ways[i].end() && (whole == leaf || !whole.contains('{')))
            state = found->second;
          return !state;
        });
        if (!state)
          state = written.before(slots[i]->block, local) ? Leaf::Moved : Leaf::Uninitialised;
        always &= *state == Leaf::Always;
        some |= *state == Leaf::Always || *state == Leaf::Maybe;
        any_moved |= *state == Leaf::Moved;
      }
      DropFate fate = always ? DropFate::Static : some ? DropFate::Conditional : any_moved ? DropFate::Moved : DropFate::Uninitialised;
      if (base.owner == DropOwner::Temporary && !some)
        continue;
      if (key.replaces && some)
        fate = always ? DropFate::Replaced : DropFate::ReplacedConditional;
      DropSummaryEntry entry{base, first.span, fate, {}};
      entry.name.projection = leaf;
      if (fate == DropFate::Moved)
        entry.moved_at = partial ? moved.touching(leaf) : std::vector(moved.all().begin(), moved.all().end());
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

} // namespace lien
