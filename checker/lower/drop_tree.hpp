// Drops to be run on the way out of scopes, as a tree that jumps share.
//
// Each node is one scheduled drop; its parent is the drop that comes after it. A jump (or a call that may unwind) enters at a node and runs everything
// from there to the root. Equal ways out are the same node, so the blocks built from a tree are as few as possible, and a function with n guards and n
// early returns stays linear. Same shape as rustc's, because the join points of drops decide verdicts.
#pragma once

#include "checker/lower/cfg.hpp"

namespace lien::lower {

/// What a scope does at its end with a local: run its destructor, or end its storage.
struct ScheduledDrop {
  Local local;
  bool is_value = false; ///< else storage
  Span span;             ///< the place shown: the last character of the scope
};

class DropTree {
public:
  static constexpr std::uint32_t root = 0;

  DropTree() { reset(0); }
  /// Forgets all but the memory. `serial` tells the trees of a body apart.
  void reset(std::uint32_t serial);
  [[nodiscard]] std::uint32_t serial() const { return serial_; }
  /// The node of `drop` with `next` after it.
  std::uint32_t add(const ScheduledDrop &drop, mir::ScopeId scope, std::uint32_t next);
  /// `block` enters the tree at `node`; its terminator is made (or, when unwinding, completed) by `build`.
  void enter(std::uint32_t node, Block block) { entries_.push_back({node, block}); }

  struct Node {
    ScheduledDrop drop;
    mir::ScopeId scope;
    std::uint32_t next = root;
  };
  [[nodiscard]] llvm::ArrayRef<Node> nodes() const { return nodes_; }
  [[nodiscard]] bool hasEntries() const { return !entries_.empty(); }

  /// How the blocks of the tree join the graph: entries of a jump get a Goto, entries of a cleanup get their unwind edge.
  enum class Flavour : std::uint8_t { Jump, Unwind };
  /// Makes the blocks. `root_block` may be invalid; then one is made if something reaches the root. Returns the block of each node (invalid: unreached).
  llvm::ArrayRef<Block> build(Cfg &cfg, Flavour flavour, mir::ExitKind exit, Block root_block, llvm::ArrayRef<Place> local_places);

private:
  struct Entry {
    std::uint32_t node;
    Block block;
  };
  void assignBlocks(Cfg &cfg, Flavour flavour, Block root_block);
  static void linkEntry(Cfg &cfg, Flavour flavour, Block from, Block to);

  std::uint32_t serial_ = 0;
  std::vector<Node> nodes_;
  std::vector<Entry> entries_;
  std::vector<Block> blocks_;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known_; ///< (next, local and kind) to node
};

} // namespace lien::lower
