#include "driver/drops/flow_nodes.hpp"

namespace lien {

namespace {

constexpr std::uint32_t no_node = UINT32_MAX;

class NodeBuilder {
public:
  explicit NodeBuilder(const JudgedSchedule &function)
      : function_(function), body_(function.body()), predecessors_(body_.blocks.size(), 0), node_of_(body_.blocks.size(), no_node) {}

  std::vector<FlowNode> run() {
    findReached();
    for (const mir::BlockId block : order_)
      for (const mir::BlockId target : targets(block))
        ++predecessors_[target.index()];
    for (const mir::BlockId block : order_)
      if (node_of_[block.index()] == no_node)
        addChain(block);
    for (FlowNode &node : nodes_)
      addEdges(node);
    return std::move(nodes_);
  }

private:
  /// What the lowering puts where no run gets: the branch of a switch that has all its values.
  [[nodiscard]] bool isDeadEnd(mir::BlockId block) const {
    const mir::BasicBlock &data = body_.blocks[block];
    return data.terminator.kind == mir::TerminatorKind::Unreachable &&
           llvm::none_of(data.statements, [](const mir::Statement &statement) { return statement.kind == mir::StatementKind::Assign; });
  }

  /// Where control goes from a block when nothing unwinds.
  [[nodiscard]] llvm::SmallVector<mir::BlockId, 4> targets(mir::BlockId block) const {
    if (const DropExit *jump = function_.analyses().jumpFrom(block))
      return {jump->to};
    const mir::Terminator &end = body_.blocks[block].terminator;
    llvm::SmallVector<mir::BlockId, 4> found(end.targets.begin(), end.targets.end());
    if (end.kind == mir::TerminatorKind::FalseEdge)
      found.truncate(1);
    llvm::erase_if(found, [&](mir::BlockId target) { return isDeadEnd(target); });
    return found;
  }

  void findReached() {
    std::vector<bool> reached(body_.blocks.size(), false);
    const llvm::ArrayRef<mir::BlockId> order = function_.analyses().flow.order();
    reached[order.front().index()] = true;
    // One pass is enough: only loops go back in this order, to what was reached before.
    for (const mir::BlockId block : order) {
      if (!reached[block.index()])
        continue;
      order_.push_back(block);
      for (const mir::BlockId target : targets(block))
        reached[target.index()] = true;
    }
  }

  void addChain(mir::BlockId first) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    FlowNode node;
    for (mir::BlockId block = first;;) {
      node.blocks.push_back(block);
      node_of_[block.index()] = index;
      const llvm::SmallVector<mir::BlockId, 4> next = targets(block);
      if (next.size() != 1 || predecessors_[next.front().index()] != 1 || node_of_[next.front().index()] != no_node || next.front() == order_.front())
        break;
      block = next.front();
    }
    nodes_.push_back(std::move(node));
  }

  void addEdges(FlowNode &node) {
    const mir::Terminator &end = body_.blocks[node.blocks.back()].terminator;
    if (end.kind != mir::TerminatorKind::SwitchInt) {
      for (const mir::BlockId target : targets(node.blocks.back()))
        node.edges.push_back({node_of_[target.index()], {}});
      return;
    }
    for (std::size_t i = 0; i < end.targets.size(); ++i)
      if (!isDeadEnd(end.targets[i]))
        node.edges.push_back({node_of_[end.targets[i].index()], branchName(end, i)});
  }

  [[nodiscard]] std::string branchName(const mir::Terminator &end, std::size_t index) const {
    const bool of_bool = !end.values.empty() && end.values.front().kind == typed::ConstantValue::Kind::Bool;
    if (index == end.values.size())
      return of_bool && index == 1 ? (end.values.front().lo == 0 ? "true" : "false") : "_";
    const typed::ConstantValue &value = end.values[index];
    if (end.place.isValid())
      return function_.analyses().names.variantName(body_.places[end.place].ty, static_cast<std::uint32_t>(value.lo));
    switch (value.kind) {
    case typed::ConstantValue::Kind::Bool:
      return value.lo != 0 ? "true" : "false";
    case typed::ConstantValue::Kind::Int:
      return std::to_string(static_cast<std::int64_t>(value.lo));
    case typed::ConstantValue::Kind::Char:
      return "character " + std::to_string(value.lo);
    case typed::ConstantValue::Kind::Float:
    case typed::ConstantValue::Kind::Str:
    case typed::ConstantValue::Kind::ByteStr:
    case typed::ConstantValue::Kind::Opaque:
      return "constant";
    }
    return {};
  }

  const JudgedSchedule &function_;
  const mir::Body &body_;
  std::vector<mir::BlockId> order_;
  std::vector<std::uint32_t> predecessors_, node_of_; ///< by block
  std::vector<FlowNode> nodes_;
};

} // namespace

std::vector<FlowNode> flowNodes(const JudgedSchedule &function) { return NodeBuilder(function).run(); }

} // namespace lien
