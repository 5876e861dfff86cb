// The finished graph: reverse post-order, plain jumps merged away, unreachable blocks gone, jumps that carry an exit kept. And the drop tree: what shares
// blocks and what does not.
#include "checker/lower/drop_tree.hpp"

#include <doctest/doctest.h>

using namespace lien;
using namespace lien::lower;
using mir::TerminatorKind;

namespace {

mir::Statement statementAt(std::uint32_t offset) {
  mir::Statement statement;
  statement.kind = mir::StatementKind::Nop;
  statement.span = Span(offset, offset + 1);
  return statement;
}

std::vector<std::uint32_t> offsets(const mir::BasicBlock &block) {
  std::vector<std::uint32_t> list;
  for (const mir::Statement &statement : block.statements)
    list.push_back(statement.span.lo());
  return list;
}

ScheduledDrop dropOf(std::size_t local, bool is_value) {
  ScheduledDrop drop;
  drop.local = Local(local);
  drop.is_value = is_value;
  return drop;
}

struct TreeFixture {
  Cfg cfg;
  DropTree tree;
  mir::Places places;
  std::vector<Place> locals;
  Block root = cfg.start();
  TreeFixture() {
    for (std::size_t local = 0; local < 4; ++local)
      locals.push_back(places.local(Local(local), Ty(1)));
    cfg.terminate(root, TerminatorKind::Return, Span());
  }
  Block jumpInto(std::uint32_t node) {
    const Block block = cfg.start();
    cfg.terminate(block, TerminatorKind::Goto, Span()).exit = mir::ExitKind::Break;
    tree.enter(node, block);
    return block;
  }
};

} // namespace

TEST_CASE("a block with one predecessor that jumps to it is merged, an unreachable one left out") {
  Cfg cfg;
  const Block entry = cfg.start();
  const Block dead = cfg.start();
  const Block second = cfg.start();
  const Block empty = cfg.start();
  const Block last = cfg.start();
  cfg.push(entry, statementAt(1));
  cfg.jump(entry, second, Span());
  cfg.push(dead, statementAt(9));
  cfg.jump(dead, last, Span());
  cfg.push(second, statementAt(2));
  cfg.jump(second, empty, Span());
  cfg.jump(empty, last, Span());
  cfg.push(last, statementAt(3));
  cfg.terminate(last, TerminatorKind::Return, Span());
  mir::Body body;
  cfg.finish(body);
  REQUIRE(body.blocks.size() == 1);
  CHECK(offsets(body.blocks[Block(0)]) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(body.blocks[Block(0)].terminator.kind == TerminatorKind::Return);
}

TEST_CASE("a jump that is an exit keeps its block") {
  Cfg cfg;
  const Block entry = cfg.start();
  const Block last = cfg.start();
  cfg.jump(entry, last, Span());
  cfg.terminator(entry).exit = mir::ExitKind::Return;
  cfg.terminate(last, TerminatorKind::Return, Span());
  mir::Body body;
  cfg.finish(body);
  REQUIRE(body.blocks.size() == 2);
  CHECK(body.blocks[Block(0)].terminator.exit == mir::ExitKind::Return);
}

TEST_CASE("blocks come in reverse post-order: a join after all that reach it, a loop's body after its head") {
  Cfg cfg;
  const Block entry = cfg.start();
  const Block join = cfg.start();
  const Block left = cfg.start();
  const Block right = cfg.start();
  cfg.terminate(entry, TerminatorKind::SwitchInt, Span()).targets = {left, right};
  cfg.push(left, statementAt(1));
  cfg.jump(left, join, Span());
  cfg.push(right, statementAt(2));
  cfg.jump(right, join, Span());
  cfg.terminate(join, TerminatorKind::Return, Span());
  mir::Body body;
  cfg.finish(body);
  REQUIRE(body.blocks.size() == 4);
  CHECK(offsets(body.blocks[Block(1)]) == std::vector<std::uint32_t>{1});
  CHECK(offsets(body.blocks[Block(2)]) == std::vector<std::uint32_t>{2});
  CHECK(body.blocks[Block(1)].terminator.targets.front() == Block(3));
  CHECK(body.blocks[Block(2)].terminator.targets.front() == Block(3));
}

TEST_CASE_FIXTURE(TreeFixture, "equal ways out share their drops") {
  const std::uint32_t outer = tree.add(dropOf(1, true), mir::ScopeId(), DropTree::root);
  const std::uint32_t inner = tree.add(dropOf(2, true), mir::ScopeId(), outer);
  CHECK(tree.add(dropOf(2, true), mir::ScopeId(), outer) == inner);
  CHECK(tree.add(dropOf(2, false), mir::ScopeId(), outer) != inner);
  const Block deep = jumpInto(inner);
  const Block shallow = jumpInto(outer);
  const auto blocks = tree.build(cfg, DropTree::Flavour::Jump, mir::ExitKind::Break, root, locals);
  CHECK(cfg.terminator(deep).targets.front() == blocks[inner]);
  CHECK(cfg.terminator(shallow).targets.front() == blocks[outer]);
  CHECK(cfg.terminator(blocks[inner]).kind == TerminatorKind::Drop);
  CHECK(cfg.terminator(blocks[inner]).exit == mir::ExitKind::Break);
  CHECK(cfg.terminator(blocks[inner]).targets.front() == blocks[outer]);
  CHECK(cfg.terminator(blocks[outer]).targets.front() == root);
}

TEST_CASE_FIXTURE(TreeFixture, "ends of storage share the block of the drop before them") {
  const std::uint32_t storage = tree.add(dropOf(1, false), mir::ScopeId(), DropTree::root);
  const std::uint32_t value = tree.add(dropOf(1, true), mir::ScopeId(), storage);
  const std::uint32_t later_storage = tree.add(dropOf(2, false), mir::ScopeId(), value);
  jumpInto(later_storage);
  const auto blocks = tree.build(cfg, DropTree::Flavour::Jump, mir::ExitKind::Break, root, locals);
  CHECK(blocks[later_storage] != blocks[storage]);
  CHECK(cfg.terminator(blocks[value]).kind == TerminatorKind::Drop);
  CHECK(cfg.terminator(blocks[storage]).kind == TerminatorKind::Goto);
}

TEST_CASE_FIXTURE(TreeFixture, "a cleanup entry gets its unwind edge, an assignment's drop goes through the write") {
  const std::uint32_t node = tree.add(dropOf(1, true), mir::ScopeId(), DropTree::root);
  const Block call = cfg.start();
  cfg.terminate(call, TerminatorKind::Call, Span());
  const Block write = cfg.start(true);
  const Block replace = cfg.start();
  cfg.terminate(replace, TerminatorKind::Drop, Span()).unwind = write;
  tree.enter(node, call);
  tree.enter(node, replace);
  const auto blocks = tree.build(cfg, DropTree::Flavour::Unwind, mir::ExitKind::None, Block(), locals);
  CHECK(cfg.terminator(call).unwind == blocks[node]);
  CHECK(cfg.terminator(replace).unwind == write);
  CHECK(cfg.terminator(write).targets.front() == blocks[node]);
  CHECK(blocks[DropTree::root].isValid());
}
