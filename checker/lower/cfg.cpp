#include "checker/lower/cfg.hpp"

#include "diagnostics/internal_error.hpp"

namespace lien::lower {

using mir::Terminator;
using mir::TerminatorKind;

void Cfg::reset() {
  blocks_.clear();
  pool_.clear();
}

Block Cfg::start(bool is_cleanup) {
  const Block block = blocks_.push({});
  blocks_[block].is_cleanup = is_cleanup;
  return block;
}

void Cfg::push(Block block, const mir::Statement &statement) {
  const auto index = static_cast<std::uint32_t>(pool_.size());
  pool_.push_back({statement, UINT32_MAX});
  Growing &growing = blocks_[block];
  if (growing.first == UINT32_MAX)
    growing.first = index;
  else
    pool_[growing.last].next = index;
  growing.last = index;
}

Terminator &Cfg::terminate(Block block, TerminatorKind kind, Span span) {
  Growing &growing = blocks_[block];
  growing.terminated = true;
  growing.terminator = Terminator();
  growing.terminator.kind = kind;
  growing.terminator.span = span;
  return growing.terminator;
}

void Cfg::jump(Block from, Block to, Span span) { terminate(from, TerminatorKind::Goto, span).targets.push_back(to); }

bool Cfg::isPlainJump(const Growing &block) const { return block.terminator.kind == TerminatorKind::Goto && block.terminator.exit == mir::ExitKind::None; }

Block Cfg::skipEmpty(Block block) const {
  // A cycle of empty jumps cannot be built (every loop has a FalseUnwind); the bound is for safety only.
  for (std::size_t steps = 0; steps < blocks_.size(); ++steps) {
    const Growing &growing = blocks_[block];
    if (growing.first != UINT32_MAX || !isPlainJump(growing))
      return block;
    block = growing.terminator.targets[0];
  }
  return block;
}

/// Every block in post-order, without recursion: an entry on the stack is a block and how many of its edges were followed.
std::vector<Block> Cfg::reversePostOrder() {
  std::vector<Block> order;
  std::vector<std::pair<Block, std::uint32_t>> stack;
  const auto enter = [&](Block block) {
    Growing &growing = blocks_[block];
    ++growing.predecessors;
    if (growing.seen)
      return;
    growing.seen = true;
    for (Block &target : growing.terminator.targets)
      target = skipEmpty(target);
    if (growing.terminator.unwind.isValid())
      growing.terminator.unwind = skipEmpty(growing.terminator.unwind);
    stack.emplace_back(block, 0);
  };
  enter(Block(0));
  while (!stack.empty()) {
    const Block block = stack.back().first;
    const std::uint32_t followed = stack.back().second++;
    const Terminator &terminator = blocks_[block].terminator;
    const auto count = static_cast<std::uint32_t>(terminator.targets.size());
    // The unwind edge first, then the targets from the last to the first: so the first target comes next in reverse post-order.
    const std::uint32_t unwinds = terminator.unwind.isValid() ? 1 : 0;
    if (followed < unwinds)
      enter(terminator.unwind);
    else if (followed - unwinds < count)
      enter(terminator.targets[count - 1 - (followed - unwinds)]);
    else {
      order.push_back(block);
      stack.pop_back();
    }
  }
  std::reverse(order.begin(), order.end());
  return order;
}

/// Numbers the finished blocks in rustc's order, of which `survivors_` tells for each the block of rustc that holds it. Exits that are kept divide such a
/// block: its parts follow each other as they are.
void Cfg::numberAges(mir::Body &body) {
  std::vector<std::uint32_t> &next = next_age_;
  next.assign(blocks_.size() + 1, 0);
  for (const std::uint32_t survivor : survivors_)
    ++next[survivor + 1];
  for (std::size_t i = 1; i < next.size(); ++i)
    next[i] += next[i - 1];
  for (std::size_t i = 0; i < survivors_.size(); ++i)
    body.blocks[Block(i)].made = next[survivors_[i]]++;
}

void Cfg::finish(mir::Body &body) {
  ages_.reset(blocks_.size());
  for (const Growing &block : blocks_)
    ages_.add(block.first == UINT32_MAX, block.terminator.kind == TerminatorKind::Goto && block.terminated, block.terminator.targets, block.terminator.unwind);
  ages_.simplify();
  survivors_.clear();
  const std::vector<Block> order = reversePostOrder();
  const auto mergesWith = [&](const Growing &block) {
    if (!isPlainJump(block))
      return false;
    const Block target = block.terminator.targets[0];
    return blocks_[target].predecessors == 1 && blocks_[target].is_cleanup == block.is_cleanup && target.index() != 0;
  };
  merged_.assign(blocks_.size(), false);
  for (const Block block : order)
    if (mergesWith(blocks_[block]))
      merged_[blocks_[block].terminator.targets[0].index()] = true;

  std::uint32_t count = 0;
  std::size_t statements = 0;
  for (const Block block : order) {
    if (!merged_[block.index()])
      blocks_[block].number = Block(count++);
    for (std::uint32_t node = blocks_[block].first; node != UINT32_MAX; node = pool_[node].next)
      ++statements;
  }
  body.statements.reserve(statements);
  body.blocks.reserve(count);
  for (const Block head : order) {
    if (merged_[head.index()])
      continue;
    mir::BasicBlock &finished = body.blocks[body.blocks.push({})];
    finished.is_cleanup = blocks_[head].is_cleanup;
    survivors_.push_back(ages_.survivorOf(head));
    const std::size_t first = body.statements.size();
    Block block = head;
    while (true) {
      for (std::uint32_t node = blocks_[block].first; node != UINT32_MAX; node = pool_[node].next)
        body.statements.push_back(pool_[node].statement);
      if (!mergesWith(blocks_[block]))
        break;
      block = blocks_[block].terminator.targets[0];
    }
    finished.statements = llvm::ArrayRef(body.statements).slice(first);
    require(blocks_[block].terminated, "a reachable block lacks its terminator");
    finished.terminator = blocks_[block].terminator;
    for (Block &target : finished.terminator.targets)
      target = blocks_[target].number;
    if (finished.terminator.unwind.isValid())
      finished.terminator.unwind = blocks_[finished.terminator.unwind].number;
  }
  body.is_ordered = true;
  numberAges(body);
}

} // namespace lien::lower
