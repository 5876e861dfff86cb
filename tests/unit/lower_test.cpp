// Lowered functions: what is dropped where, on which way out, what is moved, and what exits say of themselves. (That whole graphs equal rustc's is
// tests/oracle/compare_mir.py.)
#include "lower_fixture.hpp"

#include <doctest/doctest.h>

using namespace lien;
using namespace lien::test;
using mir::BlockId;
using mir::ExitKind;
using mir::TerminatorKind;

namespace {

const char *prelude =
    "struct D(u8);\nimpl Drop for D { fn drop(&mut self) {} }\nfn mk() -> D { D(1) }\nfn eat(_: D) {}\nfn c() -> bool { true }\nenum E { A(D, D), B }\n";

/// A function named `f` behind the prelude.
class Function {
public:
  explicit Function(const std::string &text) : lowered_(prelude + text), body_(lowered_.lower("f")) { CHECK_MESSAGE(body_ != nullptr, lowered_.problems()); }
  [[nodiscard]] const mir::Body &body() const { return *body_; }
  [[nodiscard]] bool exists() const { return body_ != nullptr; }

  std::string nameOf(mir::PlaceId place) {
    const mir::PlaceData &data = body_->places[place];
    if (data.base.isValid())
      return nameOf(data.base) + (data.step.kind == mir::ProjectionKind::Deref ? ".*" : "." + std::to_string(data.step.a));
    const mir::LocalDecl &local = body_->locals[data.local];
    return local.name.empty() ? "_" : lowered_.program().resolver().symbols().text(local.name).str();
  }

  /// The named places dropped from a block on, along first targets (the normal way), up to the end.
  std::string dropsFrom(BlockId block) {
    std::string drops;
    for (std::size_t steps = 0; steps < body_->blocks.size(); ++steps) {
      const mir::Terminator &terminator = body_->blocks[block].terminator;
      if (terminator.kind == TerminatorKind::Drop && nameOf(terminator.place) != "_")
        drops += (drops.empty() ? "" : " ") + nameOf(terminator.place);
      if (terminator.targets.empty())
        break;
      block = terminator.targets.front();
    }
    return drops;
  }
  /// The first block with a drop from a block on, along first targets.
  BlockId nextDrop(BlockId block) {
    while (body_->blocks[block].terminator.kind != TerminatorKind::Drop && !body_->blocks[block].terminator.targets.empty())
      block = body_->blocks[block].terminator.targets.front();
    return block;
  }
  std::vector<BlockId> exits(ExitKind kind) {
    std::vector<BlockId> list;
    for (std::uint32_t index = 0; index < body_->blocks.size(); ++index) {
      const mir::Terminator &terminator = body_->blocks[BlockId(std::size_t{index})].terminator;
      if (terminator.kind == TerminatorKind::Goto && terminator.exit == kind)
        list.push_back(BlockId(std::size_t{index}));
    }
    return list;
  }
  /// The first call of a function of this name.
  const mir::Terminator *call(llvm::StringRef name) {
    for (const mir::BasicBlock &block : body_->blocks)
      if (block.terminator.kind == TerminatorKind::Call && block.terminator.operand.kind == mir::Operand::Kind::Constant &&
          lowered_.program().resolver().symbols().text(lowered_.program().def(body_->constants[block.terminator.operand.constant].def).name) == name)
        return &block.terminator;
    return nullptr;
  }
  /// `move x`, `copy x.0` for every named place that is read, in the order of blocks.
  std::string reads() {
    std::string text;
    for (const mir::Statement &statement : body_->statements)
      for (const mir::Operand &operand : statement.rvalue.operands)
        if (operand.kind != mir::Operand::Kind::Constant && nameOf(operand.place).front() != '_')
          text += (text.empty() ? "" : ", ") + std::string(operand.kind == mir::Operand::Kind::Move ? "move " : "copy ") + nameOf(operand.place);
    return text;
  }

private:
  Lowered lowered_;
  const mir::Body *body_;
};

} // namespace

TEST_CASE("variables die last first, parameters after them") {
  Function f("fn f(p: D, q: D) { let a = mk(); let b = mk(); }");
  REQUIRE(f.exists());
  CHECK(f.dropsFrom(BlockId(std::size_t{0})) == "b a q p");
}

TEST_CASE("a jump drops what is declared so far, and says that it is one") {
  Function f("fn f(p: D) -> u8 { let a = mk(); if c() { return 1; } let b = mk(); 2 }");
  REQUIRE(f.exists());
  const auto returns = f.exits(ExitKind::Return);
  REQUIRE(returns.size() == 1);
  CHECK(f.dropsFrom(returns.front()) == "a p");
}

TEST_CASE("each jump is an exit of its own, though they share their drops") {
  Function f("fn f(p: D) -> u8 { let a = mk(); if c() { return 1; } if c() { return 2; } 3 }");
  REQUIRE(f.exists());
  const auto returns = f.exits(ExitKind::Return);
  REQUIRE(returns.size() == 2);
  CHECK_FALSE(f.body().blocks[returns[0]].terminator.exit_span == f.body().blocks[returns[1]].terminator.exit_span);
  // Each first ends the storage of its own condition; the drop of `a` is one block.
  CHECK(f.nextDrop(returns[0]).value == f.nextDrop(returns[1]).value);
  CHECK(f.nameOf(f.body().blocks[f.nextDrop(returns[0])].terminator.place) == "a");
}

TEST_CASE("break and continue leave the loop's body only") {
  Function f("fn f(p: D) { loop { let a = mk(); if c() { continue; } let b = mk(); if c() { break; } } }");
  REQUIRE(f.exists());
  REQUIRE(f.exits(ExitKind::Break).size() == 1);
  CHECK(f.dropsFrom(f.exits(ExitKind::Break).front()) == "b a p");
  REQUIRE(f.exits(ExitKind::Continue).size() == 1);
  const mir::Terminator &first = f.body().blocks[f.body().blocks[f.exits(ExitKind::Continue).front()].terminator.targets.front()].terminator;
  CHECK(f.nameOf(first.place) == "a");
  CHECK(first.exit == ExitKind::Continue);
}

TEST_CASE("a panic drops what is alive; cleanup ends no storage") {
  Function f("fn f(p: D) { let a = mk(); c(); }");
  REQUIRE(f.exists());
  const mir::Terminator *call = f.call("c");
  REQUIRE(call != nullptr);
  REQUIRE(call->unwind.isValid());
  CHECK(f.dropsFrom(call->unwind) == "a p");
  for (const mir::BasicBlock &block : f.body().blocks)
    for (const mir::Statement &statement : block.statements)
      CHECK_FALSE((block.is_cleanup && statement.kind == mir::StatementKind::StorageDead));
}

TEST_CASE("an assignment drops the old value first and writes the new one on both ways") {
  Function f("fn f(mut p: D, q: D) { p = q; }");
  REQUIRE(f.exists());
  const auto drop = llvm::find_if(f.body().blocks, [](const mir::BasicBlock &block) { return block.terminator.replace; });
  REQUIRE(drop != f.body().blocks.end());
  CHECK(drop->terminator.exit == ExitKind::Assign);
  CHECK(f.nameOf(drop->terminator.place) == "p");
  for (const BlockId next : {drop->terminator.targets.front(), drop->terminator.unwind}) {
    REQUIRE(next.isValid());
    REQUIRE_FALSE(f.body().blocks[next].statements.empty());
    CHECK(f.nameOf(f.body().blocks[next].statements.front().place) == "p");
  }
}

TEST_CASE("what needs no drop is assigned directly") {
  Function f("fn f(mut n: u8) { n = 2; }");
  REQUIRE(f.exists());
  CHECK(llvm::none_of(f.body().blocks, [](const mir::BasicBlock &block) { return block.terminator.kind == TerminatorKind::Drop; }));
}

TEST_CASE("copied or moved, as the type says") {
  CHECK(Function("fn f<T: Copy, U>(n: u8, d: D, t: T, u: U) { let (_a, _b, _c, _d) = (n, d, t, u); }").reads().starts_with("copy n, move d, copy t, move u"));
}

TEST_CASE("an arm moves what its pattern binds, out of its variant; a wildcard reads nothing") {
  Function f("fn f(e: E) { match e { E::A(x, _) => eat(x), E::B => {} } }");
  REQUIRE(f.exists());
  CHECK(f.reads().starts_with("move e.0.0"));
  Function g("fn f(e: E) { match e { _ => {} } }");
  REQUIRE(g.exists());
  CHECK(g.reads().empty());
  CHECK(llvm::none_of(g.body().statements, [](const mir::Statement &statement) { return statement.rvalue.kind == mir::RvalueKind::Discriminant; }));
}

TEST_CASE("a switch on a discriminant names the place and the variants") {
  Function f("fn f(e: E) -> u8 { match e { E::B => 1, _ => 2 } }");
  REQUIRE(f.exists());
  const auto found = llvm::find_if(f.body().blocks, [](const mir::BasicBlock &block) { return block.terminator.kind == TerminatorKind::SwitchInt; });
  REQUIRE(found != f.body().blocks.end());
  CHECK(f.nameOf(found->terminator.place) == "e");
  REQUIRE(found->terminator.values.size() == 1);
  CHECK(found->terminator.values.front().lo == 1);
  CHECK(found->terminator.targets.size() == 2);
}

TEST_CASE("a guard sees a binding by reference; it is moved after the guard has held") {
  Function f("fn f(o: Option<D>) { match o { Some(d) if c() => eat(d), _ => {} } }");
  REQUIRE(f.exists());
  const mir::Terminator *guard = f.call("c");
  REQUIRE(guard != nullptr);
  for (const mir::BasicBlock &block : f.body().blocks)
    if (&block.terminator == guard)
      for (const mir::Statement &statement : block.statements)
        if (statement.kind == mir::StatementKind::Assign)
          CHECK(statement.rvalue.kind == mir::RvalueKind::Ref);
  CHECK(f.reads().starts_with("move o.1.0"));
}

TEST_CASE("a call that never returns has no way on") {
  Function f("fn never() -> ! { loop {} }\nfn f(d: D) { never(); eat(d); }");
  REQUIRE(f.exists());
  REQUIRE(f.call("never") != nullptr);
  CHECK(f.call("never")->targets.empty());
  CHECK(f.call("eat") == nullptr);
}

TEST_CASE("a long chain of else-if and of operators needs no stack") {
  std::string chain = "fn f(n: u32) -> u32 { ";
  for (int i = 0; i < 2000; ++i)
    chain += "if n == " + std::to_string(i) + " { " + std::to_string(i) + " } else ";
  chain += "{ 0 } }";
  CHECK(Function(chain).exists());
  std::string conjunction = "fn f(b: bool) -> u8 { if b";
  for (int i = 0; i < 2000; ++i)
    conjunction += " && b";
  CHECK(Function(conjunction + " { 1 } else { 2 } }").exists());
}

TEST_CASE("the printed form is the same on every run and uses the source's names") {
  const std::string text = std::string(prelude) + "fn f(d: D) { let x = d; let x = (x, 1); eat(x.0) }";
  Lowered first(text);
  Lowered second(text);
  const mir::Body *a = first.lower("f");
  const mir::Body *b = second.lower("f");
  REQUIRE(a != nullptr);
  REQUIRE(b != nullptr);
  const std::string printed = mir::print(*a, first.program());
  CHECK(printed == mir::print(*b, second.program()));
  CHECK(printed.find("param d: D") != std::string::npos);
  CHECK(printed.find("= move x#") != std::string::npos);
}
