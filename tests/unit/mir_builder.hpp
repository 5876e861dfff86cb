// Small MIR bodies by hand, for tests of one analysis at named points:
//
//   MirBuilder m;
//   LocalId c = m.param("c", m.types.boolean), s = m.param("s", m.text);
//   LocalId t = m.variable("t", m.text);
//   BlockId entry = m.block(), then = m.block(), otherwise = m.block(), join = m.block();
//   m.in(entry).live(t).switchBool(m.place(c), then, otherwise);
//   m.in(then).assign(m.place(t), m.move(m.place(s))).jump(join);
//   …
//   const mir::Body &body = m.finish();
//
// Every statement gets a span of its own (its number), so that findings can be told apart. Needs no Program: `TestTypes` says what is a Box and what
// implements Drop.
#pragma once

#include "checker/mir/mir.hpp"
#include "checker/moves/move_types.hpp"

#include <deque>

namespace lien::test {

using mir::BlockId;
using mir::LocalId;
using mir::PlaceId;

class TestTypes final : public MoveTypes {
public:
  explicit TestTypes(TypeStore &store) : store_(store) {}
  [[nodiscard]] const TypeStore &store() const override { return store_; }
  [[nodiscard]] bool isBox(Ty ty) const override { return store_.data(ty).kind == TyKind::Adt && store_.data(ty).def == box; }
  [[nodiscard]] bool hasDestructor(Ty ty) const override { return store_.data(ty).kind == TyKind::Adt && store_.data(ty).def == guard; }
  DefId box{std::size_t{1000}}, guard{std::size_t{1001}}, option{std::size_t{1002}};

private:
  TypeStore &store_;
};

class MirBuilder {
public:
  MirBuilder() {
    text = types.tuple({types.boolean}); // some type that is not Copy: operands say themselves whether they move
    pair = types.tuple({text, text});
    addLocal(mir::LocalKind::Return, {}, types.unit, true);
  }

  TypeStore types;
  TestTypes facts{types};
  Ty text, pair;

  Ty boxOf(Ty content) { return types.adt(facts.box, types.args({GenericArg(content)})); }
  Ty optionOf(Ty content) { return types.adt(facts.option, types.args({GenericArg(content)})); }
  Ty guard() { return types.adt(facts.guard, {}); }
  Ty array(Ty element, std::uint64_t length) { return types.array(element, types.constValue(length)); }
  Ty ref(Ty pointee, Mutability mutability = Mutability::Not) { return types.ref(Region::erased(), pointee, mutability); }

  LocalId param(llvm::StringRef name, Ty ty, bool is_mut = false) {
    ++body_.param_count;
    return addLocal(mir::LocalKind::Param, name, ty, is_mut);
  }
  LocalId variable(llvm::StringRef name, Ty ty, bool is_mut = false) { return addLocal(mir::LocalKind::Variable, name, ty, is_mut); }
  LocalId temporary(Ty ty) { return addLocal(mir::LocalKind::Temporary, {}, ty, true); }

  // Places.
  PlaceId place(LocalId local) { return body_.places.local(local, body_.locals[local].ty); }
  PlaceId field(PlaceId base, std::uint32_t index, Ty ty) { return body_.places.project(base, {mir::ProjectionKind::Field, false, index, 0}, ty); }
  PlaceId deref(PlaceId base, Ty ty) { return body_.places.project(base, {mir::ProjectionKind::Deref, false, 0, 0}, ty); }
  PlaceId variant(PlaceId base, std::uint32_t index) {
    return body_.places.project(base, {mir::ProjectionKind::Downcast, false, index, 0}, body_.places[base].ty);
  }
  PlaceId element(PlaceId base, std::uint32_t index, bool from_end = false) {
    return body_.places.project(base, {mir::ProjectionKind::ConstantIndex, from_end, index, index + 1}, elementOf(base));
  }
  PlaceId index(PlaceId base, LocalId by) { return body_.places.project(base, {mir::ProjectionKind::Index, false, by.value, 0}, elementOf(base)); }
  PlaceId subslice(PlaceId base, std::uint32_t from, std::uint32_t to) {
    return body_.places.project(base, {mir::ProjectionKind::Subslice, false, from, to}, array(elementOf(base), to - from));
  }

  PlaceId project(PlaceId base, mir::Projection step, Ty ty) { return body_.places.project(base, step, ty); }
  [[nodiscard]] const mir::Body &body() const { return body_; }

  // Operands.
  static mir::Operand copy(PlaceId place) { return {mir::Operand::Kind::Copy, place, 0}; }
  static mir::Operand move(PlaceId place) { return {mir::Operand::Kind::Move, place, 0}; }
  mir::Operand constant() {
    mir::Constant unit;
    unit.kind = mir::Constant::Kind::Unit;
    unit.ty = types.unit;
    body_.constants.push_back(unit);
    return {mir::Operand::Kind::Constant, {}, static_cast<std::uint32_t>(body_.constants.size() - 1)};
  }

  // Blocks: `in` chooses the one that the next statements go to; a terminator ends it.
  BlockId block() {
    statements_.emplace_back();
    return body_.blocks.push({});
  }
  MirBuilder &in(BlockId block) {
    current_ = block;
    return *this;
  }
  MirBuilder &live(LocalId local) { return add(mir::StatementKind::StorageLive, place(local)); }
  MirBuilder &dead(LocalId local) { return add(mir::StatementKind::StorageDead, place(local)); }
  MirBuilder &fakeRead(PlaceId place) { return add(mir::StatementKind::FakeRead, place); }
  MirBuilder &mention(PlaceId place) { return add(mir::StatementKind::PlaceMention, place); }
  MirBuilder &assign(PlaceId to, mir::Operand from) {
    mir::Rvalue use;
    use.kind = mir::RvalueKind::Use;
    use.operands = list({from});
    return assign(to, use);
  }
  MirBuilder &borrow(PlaceId to, PlaceId from, mir::BorrowKind kind = mir::BorrowKind::Shared) {
    mir::Rvalue ref;
    ref.kind = mir::RvalueKind::Ref;
    ref.borrow = kind;
    ref.place = from;
    return assign(to, ref);
  }
  MirBuilder &assign(PlaceId to, const mir::Rvalue &rvalue) {
    add(mir::StatementKind::Assign, to);
    statements_[current_.index()].back().rvalue = rvalue;
    return *this;
  }
  /// `x` is used up by nothing in particular.
  MirBuilder &eat(PlaceId from) { return assign(place(temporary(body_.places[from].ty)), move(from)); }

  void jump(BlockId to) { end(mir::TerminatorKind::Goto, {to}); }
  void ret() { end(mir::TerminatorKind::Return, {}); }
  void switchBool(PlaceId on, BlockId yes, BlockId no) {
    mir::Terminator &terminator = end(mir::TerminatorKind::SwitchInt, {no, yes});
    terminator.operand = copy(on);
    terminator.values = list({typed::ConstantValue{}});
  }
  /// Reads the discriminant and goes to `targets[i]` for variant i.
  void switchVariant(PlaceId on, llvm::ArrayRef<BlockId> targets, BlockId otherwise) {
    PlaceId discriminant = place(temporary(types.boolean));
    mir::Rvalue read;
    read.kind = mir::RvalueKind::Discriminant;
    read.place = on;
    assign(discriminant, read);
    std::vector<typed::ConstantValue> values(targets.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i].lo = i;
    llvm::SmallVector<BlockId, 4> all(targets);
    all.push_back(otherwise);
    mir::Terminator &terminator = end(mir::TerminatorKind::SwitchInt, all);
    terminator.operand = move(discriminant);
    terminator.place = on;
    terminator.values = llvm::ArrayRef(values).copy(body_.arena);
  }
  void call(PlaceId to, llvm::ArrayRef<mir::Operand> arguments, BlockId next, BlockId unwind = {}) {
    mir::Operand callee = constant();
    mir::Terminator &terminator = end(mir::TerminatorKind::Call, {next});
    terminator.operand = callee;
    terminator.place = to;
    terminator.arguments = arguments.copy(body_.arena);
    terminator.unwind = unwind;
  }
  void drop(PlaceId place, BlockId next, BlockId unwind = {}) {
    mir::Terminator &terminator = end(mir::TerminatorKind::Drop, {next});
    terminator.place = place;
    terminator.unwind = unwind;
  }
  void falseEdge(BlockId real, BlockId imaginary) { end(mir::TerminatorKind::FalseEdge, {real, imaginary}); }

  const mir::Body &finish() {
    for (const auto &block : statements_)
      body_.statements.insert(body_.statements.end(), block.begin(), block.end());
    std::size_t first = 0;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      body_.blocks[BlockId(i)].statements = llvm::ArrayRef(body_.statements).slice(first, statements_[i].size());
      first += statements_[i].size();
    }
    return body_;
  }

private:
  LocalId addLocal(mir::LocalKind kind, llvm::StringRef name, Ty ty, bool is_mut) {
    mir::LocalDecl decl;
    decl.kind = kind;
    decl.ty = ty;
    decl.is_mut = is_mut;
    decl.name = name.empty() ? Symbol{} : Symbol{static_cast<std::uint32_t>(body_.locals.size()) + 1};
    LocalId local = body_.locals.push(decl);
    place(local);
    return local;
  }
  Ty elementOf(PlaceId base) { return types.data(body_.places[base].ty).element(); }
  template <typename T> mir::List<T> list(std::initializer_list<T> items) { return llvm::ArrayRef<T>(items).copy(body_.arena); }
  Span nextSpan() {
    ++span_;
    return {span_, span_ + 1};
  }
  MirBuilder &add(mir::StatementKind kind, PlaceId place) {
    mir::Statement statement;
    statement.kind = kind;
    statement.place = place;
    statement.span = nextSpan();
    statements_[current_.index()].push_back(statement);
    return *this;
  }
  mir::Terminator &end(mir::TerminatorKind kind, llvm::ArrayRef<BlockId> targets) {
    mir::Terminator &terminator = body_.blocks[current_].terminator;
    terminator.kind = kind;
    terminator.span = nextSpan();
    terminator.targets.reserve(targets.size(), body_.arena);
    terminator.targets.assign(targets);
    return terminator;
  }

  mir::Body body_;
  std::deque<std::vector<mir::Statement>> statements_;
  BlockId current_;
  std::uint32_t span_ = 0;
};

} // namespace lien::test
