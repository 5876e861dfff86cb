#include "checker/lower/drop_tree.hpp"

namespace lien::lower {

using mir::TerminatorKind;

void DropTree::reset(std::uint32_t serial) {
  serial_ = serial;
  nodes_.clear();
  nodes_.emplace_back();
  entries_.clear();
  blocks_.clear();
  if (!known_.empty())
    known_.clear();
}

std::uint32_t DropTree::add(const ScheduledDrop &drop, mir::ScopeId scope, std::uint32_t next) {
  const std::uint32_t what = drop.local.value << 1U | static_cast<std::uint32_t>(drop.is_value);
  const auto [entry, fresh] = known_.try_emplace({next, what}, static_cast<std::uint32_t>(nodes_.size()));
  if (fresh)
    nodes_.push_back({drop, scope, next});
  return entry->second;
}

void DropTree::linkEntry(Cfg &cfg, Flavour flavour, Block from, Block to) {
  mir::Terminator &terminator = cfg.terminator(from);
  switch (flavour) {
  case Flavour::Jump:
    terminator.targets.push_back(to); // a Goto made by the jump, still without its target
    return;
  case Flavour::Unwind:
    // The drop of an assignment unwinds into its own cleanup block, which writes the new value and goes on from there.
    if (terminator.kind == TerminatorKind::Drop && terminator.unwind.isValid())
      cfg.jump(terminator.unwind, to, terminator.span);
    else
      terminator.unwind = to;
    return;
  }
}

/// Which nodes need a block: those entered from outside, those after a destructor, and those where ways join. Ends of storage share a block with what
/// comes before them. A node's successor has a smaller index, so one walk from the back decides all.
void DropTree::assignBlocks(Cfg &cfg, Flavour flavour, Block root_block) {
  enum class Need : std::uint8_t { None, Shared, Own };
  const bool is_cleanup = flavour == Flavour::Unwind;
  std::vector<Need> need(nodes_.size(), Need::None);
  std::vector<std::uint32_t> sharer(nodes_.size(), root);
  blocks_.assign(nodes_.size(), Block());
  if (root_block.isValid()) {
    blocks_[root] = root_block;
    need[root] = Need::Own;
  }
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry &a, const Entry &b) { return a.node < b.node; });
  std::size_t unlinked = entries_.size();
  for (std::size_t node = nodes_.size(); node-- > 0;) {
    const auto ownBlock = [&] {
      if (!blocks_[node].isValid())
        blocks_[node] = cfg.start(is_cleanup);
      return blocks_[node];
    };
    for (; unlinked > 0 && entries_[unlinked - 1].node == node; --unlinked) {
      need[node] = Need::Own;
      linkEntry(cfg, flavour, entries_[unlinked - 1].block, ownBlock());
    }
    if (need[node] == Need::None)
      continue;
    if (need[node] == Need::Own)
      ownBlock();
    else
      blocks_[node] = blocks_[sharer[node]];
    if (node == root)
      continue;
    const std::uint32_t next = nodes_[node].next;
    if (nodes_[node].drop.is_value || need[next] != Need::None) {
      need[next] = Need::Own;
    } else {
      need[next] = Need::Shared;
      sharer[next] = static_cast<std::uint32_t>(node);
    }
  }
}

llvm::ArrayRef<Block> DropTree::build(Cfg &cfg, Flavour flavour, mir::ExitKind exit, Block root_block, llvm::ArrayRef<Place> local_places) {
  assignBlocks(cfg, flavour, root_block);
  for (std::size_t index = nodes_.size(); index-- > 1;) {
    const Block block = blocks_[index];
    if (!block.isValid())
      continue;
    const Node &node = nodes_[index];
    const Place place = local_places[node.drop.local.index()];
    if (node.drop.is_value) {
      mir::Terminator &terminator = cfg.terminate(block, TerminatorKind::Drop, node.drop.span);
      terminator.place = place;
      terminator.exit = flavour == Flavour::Jump ? exit : mir::ExitKind::None;
      terminator.scope = node.scope;
      terminator.targets.push_back(blocks_[node.next]);
      continue;
    }
    mir::Statement dead;
    dead.kind = mir::StatementKind::StorageDead;
    dead.span = node.drop.span;
    dead.place = place;
    cfg.push(block, dead);
    if (blocks_[node.next] != block)
      cfg.jump(block, blocks_[node.next], node.drop.span);
  }
  return blocks_;
}

} // namespace lien::lower
