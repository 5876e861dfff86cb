#include "checker/drops/summary.hpp"

#include "checker/moves/initialisation.hpp"

#include <map>

namespace lien {

namespace {

enum class Leaf : std::uint8_t { Always, Maybe, Moved, Uninitialised };

/// Locals that may have been written to, in part or whole, before a block's terminator.
class EverWritten {
public:
  explicit EverWritten(const ControlFlow &flow) : flow_(flow) {
    const mir::Body &body = flow.body();
    analysis_.reset(flow, Direction::Forward, static_cast<std::uint32_t>(body.locals.size()));
    for (std::uint32_t i = 1; i <= body.param_count; ++i)
      setBit(analysis_.boundary(), i);
    for (const mir::BlockId block : flow.order()) {
      for (const mir::Statement &statement : body.blocks[block].statements)
        if (statement.kind == mir::StatementKind::Assign)
          analysis_.gen(block, body.places[statement.place].local.value);
      if (const mir::Terminator &end = body.blocks[block].terminator; end.kind == mir::TerminatorKind::Call && !end.targets.empty())
        analysis_.genOnEdge(block, 0, body.places[end.place].local.value);
    }
    analysis_.solve();
  }
  [[nodiscard]] bool before(mir::BlockId block, mir::LocalId local) const {
    if (testBit(analysis_.at(block), local.value))
      return true;
    return llvm::any_of(flow_.body().blocks[block].statements, [&](const mir::Statement &statement) {
      return statement.kind == mir::StatementKind::Assign && flow_.body().places[statement.place].local == local;
    });
  }

private:
  const ControlFlow &flow_;
  GenKill analysis_;
};

bool startsPart(llvm::StringRef whole, llvm::StringRef part) {
  return part.starts_with(whole) && part.size() > whole.size() && (part[whole.size()] == '.' || part[whole.size()] == '[' || part[whole.size()] == ' ');
}

} // namespace

std::vector<DropSummaryEntry> summarizeDrops(Program &program, const ControlFlow &flow, const MoveData &moves, const DropSchedule &schedule) {
  const mir::Body &body = flow.body();
  const DropNames names(program, body);
  const EverWritten written(flow);
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
  std::vector<DropSummaryEntry> entries;
  for (const auto &[key, slots] : groups) {
    const mir::Terminator &first = body.blocks[slots.front()->block].terminator;
    const DropName base = names.name(first.place);
    const bool any = llvm::any_of(slots, [](const DropSchedule::Slot *slot) { return !slot->pieces.empty(); });
    if ((base.owner == DropOwner::Temporary || key.replaces) && !any)
      continue;
    const mir::LocalId local(std::size_t{key.local});
    std::vector<std::pair<Span, std::string>> moved;
    for (const MoveOut &move : moves.moves())
      if (moves.localOf(move.path) == local)
        moved.emplace_back(flow.spanAt(move.at), names.name(moves[move.path].place).projection);
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
      for (const auto &[span, projection] : moved)
        if (!projection.empty() && projection != base.projection && llvm::StringRef(projection).starts_with(base.projection))
          leaves.push_back(projection);
    } else {
      leaves = {base.projection};
    }
    llvm::sort(leaves);
    leaves.erase(std::unique(leaves.begin(), leaves.end()), leaves.end());
    if (partial) {
      const std::vector<std::string> all = leaves;
      llvm::erase_if(leaves, [&](const std::string &leaf) {
        return llvm::any_of(all, [&](const std::string &other) { return other.find('{') == std::string::npos && startsPart(leaf, other); });
      });
    }
    for (const std::string &leaf : leaves) {
      bool always = true;
      bool some = false;
      bool any_moved = false;
      for (std::size_t i = 0; i < slots.size(); ++i) {
        std::optional<Leaf> state;
        if (const auto found = ways[i].find(leaf); found != ways[i].end())
          state = found->second;
        std::size_t longest = 0;
        if (!state)
          for (const auto &[projection, known] : ways[i])
            if (projection.find('{') == std::string::npos && llvm::StringRef(leaf).starts_with(projection) && projection.size() >= longest) {
              longest = projection.size();
              state = known;
            }
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
        for (const auto &move : moved)
          if (!partial || llvm::StringRef(leaf).starts_with(move.second) || llvm::StringRef(move.second).starts_with(leaf))
            entry.moved_at.push_back(move);
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

} // namespace lien
