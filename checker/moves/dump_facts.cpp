// Shows the sets of `initialisation.hpp` and the events of `move_paths.hpp` beside the MIR that they are about.
//
// The rows at the start of a block are the analyses' own, so this is also the quickest way to see why a verdict fell. Temporaries are left out of the
// sets, where they are noise, and kept in the events.
#include "checker/moves/dump_facts.hpp"

#include "checker/mir/annotate.hpp"
#include "checker/moves/initialisation.hpp"

namespace lien {

namespace {

class MoveRemarks : public mir::Remarks {
public:
  MoveRemarks(const ControlFlow &flow, const MoveData &data)
      : flow_(flow), data_(data), uninitialised_(flow, data), initialised_(flow, data), ever_(flow, data) {
    uninitialised_.solve();
    initialised_.solve();
    ever_.solve();
  }

  std::vector<std::string> atStart(mir::BlockId block, PlaceName name) override {
    if (!flow_.isReachable(block))
      return {"cannot be reached"};
    std::vector<std::string> lines;
    add(lines, "maybe uninitialised: ", name, [&](MovePathId path) { return uninitialised_.maybeEmpty(uninitialised_.atStart(block), path); });
    add(lines, "maybe initialised: ", name, [&](MovePathId path) { return testBit(initialised_.atStart(block), path.index()); });
    add(lines, "ever initialised: ", name,
        [&](MovePathId path) { return !data_[path].parent.isValid() && ever_.initOf(data_.localOf(path), ever_.atStart(block)).has_value(); });
    return lines;
  }

  std::string behind(mir::BlockId block, std::uint32_t statement, PlaceName name) override {
    if (!flow_.isReachable(block))
      return {};
    const Location at{block, statement};
    std::string moved;
    const mir::Statement *here = flow_.statementAt(at);
    if (here != nullptr && here->kind == mir::StatementKind::StorageDead)
      return {}; // says itself that nothing is left
    const auto [first_move, last_move] = data_.movesAt(at);
    for (std::uint32_t i = first_move; i < last_move; ++i)
      moved += (moved.empty() ? "moves out of " : ", ") + name(data_[data_.moves()[i].path].place);
    std::string filled;
    const auto [first_init, last_init] = data_.initsAt(at);
    for (std::uint32_t i = first_init; i < last_init; ++i)
      filled += (filled.empty() ? "initialises " : ", ") + name(data_[data_.inits()[i].path].place) +
                (data_.inits()[i].kind == InitKind::OnReturn ? " on return" : "");
    return moved + (moved.empty() || filled.empty() ? "" : "; ") + filled;
  }

private:
  template <typename Holds> void add(std::vector<std::string> &lines, const char *title, PlaceName name, Holds holds) const {
    std::string list;
    for (std::size_t i = 0; i < data_.size(); ++i) {
      const MovePathId path(i);
      if (isOfVariable(path) && holds(path))
        list += (list.empty() ? "" : ", ") + name(data_[path].place);
    }
    if (!list.empty())
      lines.push_back(title + list);
  }
  [[nodiscard]] bool isOfVariable(MovePathId path) const {
    switch (flow_.body().locals[data_.localOf(path)].kind) {
    case mir::LocalKind::Param:
    case mir::LocalKind::Variable:
      return true;
    case mir::LocalKind::Return:
    case mir::LocalKind::Temporary:
      return false;
    }
    return false;
  }

  const ControlFlow &flow_;
  const MoveData &data_;
  MaybeUninitialised uninitialised_;
  MaybeInitialised initialised_;
  EverInitialised ever_;
};

} // namespace

std::string printMoveFacts(Program &program, const mir::Body &body) {
  const ControlFlow flow(body);
  const ProgramMoveTypes types(program);
  const MoveData data(flow, types);
  MoveRemarks remarks(flow, data);
  return mir::print(body, program, remarks);
}

} // namespace lien
