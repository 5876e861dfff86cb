// MIR: one function as a control-flow graph of simple statements, in its final shape.
//
// The shape follows rustc's MIR at borrow-check time, because verdicts, positions and the order of drops depend on it: unwind edges, two-phase borrows,
// fake reads and fake borrows, false edges, user type annotations, storage markers, and a scope for every drop. Flat stores and typed ids; spans are
// relative to the item.
//
// Nodes are plain data: lists inside them (operands, arguments) live in the body's arena, the statements of all blocks stand in one array, in the order of
// the blocks. Blocks are in reverse post-order and all of them are reachable, imaginary edges counted: what rustc's borrow check never sees, is not here.
#pragma once

#include "frontend/typed/typed_body.hpp"

namespace lien::mir {

struct LocalTag;
struct BlockTag;
struct ScopeTag;
struct PlaceTag;
using LocalId = Id<LocalTag>; ///< 0: the return place; then parameters; then variables and temporaries
using BlockId = Id<BlockTag>;
using ScopeId = Id<ScopeTag>;
using PlaceId = Id<PlaceTag>;

inline constexpr std::uint32_t return_local = 0;

// ----------------------------------------------------------------------------------------------------------------- places

enum class ProjectionKind : std::uint8_t { Deref, Field, Downcast, Index, ConstantIndex, Subslice };

/// One step from a place to a part of it.
struct Projection {
  ProjectionKind kind{};
  bool from_end = false; ///< ConstantIndex, Subslice
  std::uint32_t a = 0;   ///< Field: field; Downcast: variant; Index: local; ConstantIndex: offset; Subslice: from
  std::uint32_t b = 0;   ///< ConstantIndex: minimum length; Subslice: to
  friend bool operator==(const Projection &, const Projection &) = default;
};

/// A hash-consed place: a local, or a projection of another place. Equal ids, equal places.
struct PlaceData {
  LocalId local;
  PlaceId base;            ///< invalid for a bare local
  Projection step;         ///< meaningless for a bare local
  std::uint32_t depth = 0; ///< number of projections
  bool indirect = false;   ///< some step is a Deref (of a reference or a box)
  Ty ty;                   ///< type of the place (of an enum's variant after Downcast: the enum)
};

class Places {
public:
  PlaceId local(LocalId local, Ty ty);
  PlaceId project(PlaceId base, Projection step, Ty ty);
  [[nodiscard]] const PlaceData &operator[](PlaceId id) const { return data_[id]; }
  [[nodiscard]] std::size_t size() const { return data_.size(); }
  /// The projections from the local outwards.
  [[nodiscard]] llvm::SmallVector<Projection, 4> projections(PlaceId id) const;
  void clear();

private:
  IdVector<PlaceId, PlaceData> data_;
  IdVector<LocalId, PlaceId> locals_;
  llvm::DenseMap<std::pair<std::uint64_t, std::uint64_t>, PlaceId> projections_;
};

// ------------------------------------------------------------------------------------------------------ operands, rvalues

struct Constant {
  enum class Kind : std::uint8_t { Literal, Unit, Item, FnItem, Static } kind{};
  Ty ty;
  const typed::ConstantValue *value = nullptr; ///< Literal
  DefId def;                                   ///< Item (const), FnItem, Static (its address)
  Args args;
  Span span;
  typed::UserTypeId user_type;
};

struct Operand {
  enum class Kind : std::uint8_t { Copy, Move, Constant } kind{};
  PlaceId place;
  std::uint32_t constant = 0; ///< index into Body::constants
};

enum class BorrowKind : std::uint8_t { Shared, Fake, FakeShallow, Mut, TwoPhaseMut, UniqueInClosure };
enum class AggregateKind : std::uint8_t { Tuple, Array, Adt, Closure };
enum class CastKind : std::uint8_t { Numeric, Unsize, ReifyFn, ClosureToFn, Other };

template <typename T> using List = llvm::ArrayRef<T>; ///< in the body's arena

enum class RvalueKind : std::uint8_t { Use, Repeat, Ref, Cast, Binary, CheckedBinary, Unary, Discriminant, Aggregate, Len };
struct Rvalue {
  RvalueKind kind{};
  BorrowKind borrow{};
  CastKind cast{};
  AggregateKind aggregate{};
  ast::BinaryOp binary{};
  ast::UnaryOp unary{};
  bool implicit = false;     ///< Ref: an autoref or a reborrow that the source does not show
  List<Operand> operands;    ///< Use, Repeat, Cast, Unary: one; Binary: two; Aggregate: all fields in declaration order
  PlaceId place;             ///< Ref, Discriminant, Len
  Ty ty;                     ///< type of the result
  DefId def;                 ///< Aggregate Adt, Closure
  std::uint32_t variant = 0; ///< Aggregate Adt
};

// ------------------------------------------------------------------------------------------------------------- statements

/// Why a place is inspected without being used.
enum class FakeReadCause : std::uint8_t { ForMatchGuard, ForMatchedPlace, ForGuardBinding, ForLet, ForIndex };

enum class StatementKind : std::uint8_t {
  Assign,      ///< place = rvalue (the old value, if any, was dropped by a Drop terminator before it)
  FakeRead,    ///< cause, place
  StorageLive, ///< place is a bare local
  StorageDead,
  AscribeUserType, ///< place has user_type
  PlaceMention,    ///< place
  Nop,
};
struct Statement {
  StatementKind kind{};
  FakeReadCause cause{};
  Span span;
  PlaceId place;
  bool may_widen = false;      ///< AscribeUserType: the place's type may be a subtype of the written one (what a pattern is matched on)
  typed::UserTypeId user_type; ///< AscribeUserType; Assign: of a Cast or of an Aggregate
  Rvalue rvalue;
};

// ------------------------------------------------------------------------------------------------------------ terminators

enum class TerminatorKind : std::uint8_t {
  Goto,      ///< targets[0]
  SwitchInt, ///< operand; values[i] to targets[i], the last target is "otherwise". With `place`: on the discriminant of that place, read just before;
             ///< then the values are the variants' indices
  Return,
  Unreachable,
  Resume,      ///< end of a cleanup path
  Drop,        ///< place; targets[0]; unwind. `replace`: first half of an assignment over an old value
  Call,        ///< operand: callee; arguments; place: destination; targets[0] unless the callee diverges; unwind
  Assert,      ///< operand; targets[0]; unwind
  FalseEdge,   ///< targets[0] real, targets[1] imaginary (match arms)
  FalseUnwind, ///< targets[0] real; unwind (every `loop`)
};

/// Which exit of a scope a drop (or its absence) belongs to; issue-level analyses are per exit.
enum class ExitKind : std::uint8_t { None, Scope, Return, Break, Continue, Question, Assign };

/// Where a terminator leads. Two targets have room in it, more (a switch over variants) stand in the body's arena: so blocks are plain data, too.
class Targets {
public:
  Targets() = default;
  Targets(std::initializer_list<BlockId> targets) { assign(targets); }
  /// Room for `count` targets.
  void reserve(std::size_t count, llvm::BumpPtrAllocator &arena) {
    if (count > own_.size())
      list_ = arena.Allocate<BlockId>(count);
  }
  /// Of more than two targets only after `reserve`.
  void push_back(BlockId target) { begin()[size_++] = target; }
  void assign(llvm::ArrayRef<BlockId> targets) {
    size_ = 0;
    for (const BlockId target : targets)
      push_back(target);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  BlockId *begin() { return list_ != nullptr ? list_ : own_.data(); }
  BlockId *end() { return begin() + size_; }
  [[nodiscard]] const BlockId *begin() const { return list_ != nullptr ? list_ : own_.data(); }
  [[nodiscard]] const BlockId *end() const { return begin() + size_; }
  [[nodiscard]] BlockId front() const { return *begin(); }
  BlockId &operator[](std::size_t index) { return begin()[index]; }
  BlockId operator[](std::size_t index) const { return begin()[index]; }
  operator llvm::ArrayRef<BlockId>() const { return {begin(), size_}; }

private:
  BlockId *list_ = nullptr;
  std::array<BlockId, 2> own_;
  std::uint32_t size_ = 0;
};

struct Terminator {
  TerminatorKind kind{};
  bool replace = false;                          ///< Drop
  bool overloaded = false;                       ///< Call made from an operator, `for`, `?`
  typed::Desugar desugar = typed::Desugar::None; ///< Call
  /// Goto: this jump leaves scopes (one Goto for each jump; what it drops follows it, and may be shared with other jumps to the same target). Drop: what
  /// kind of exit it belongs to: Scope at the normal end of a scope, Assign in front of an assignment, a jump's kind on the way of a jump.
  ExitKind exit = ExitKind::None;
  Span span;
  ScopeId scope; ///< Drop: the scope that ends
  Operand operand;
  PlaceId place;
  BlockId unwind; ///< invalid: unwinding continues in the caller
  Targets targets;
  List<Operand> arguments;
  List<Span> argument_spans; ///< Call: spans of the argument expressions
  List<typed::ConstantValue> values;
  Span fn_span;   ///< Call
  Span exit_span; ///< Goto with `exit`: the jump's expression; Drop of kind Assign: the assignment
};

struct BasicBlock {
  llvm::ArrayRef<Statement> statements; ///< in `Body::statements`
  Terminator terminator;
  bool is_cleanup = false;
  std::uint32_t made = 0; ///< blocks made earlier by the lowering have smaller numbers: rustc's order of predecessors, which some findings depend on
};

// ------------------------------------------------------------------------------------------------------------------ bodies

enum class LocalKind : std::uint8_t { Return, Param, Variable, Temporary };
struct LocalDecl {
  LocalKind kind{};
  bool is_mut = false;
  bool guard_ref = false; ///< Variable: the reference through which a guard sees a binding
  bool is_field = false;  ///< Temporary: holds what becomes a field of a struct or variant
  Ty ty;
  Symbol name;           ///< Variable, named Param; empty otherwise
  Span span;             ///< binding, or the expression a temporary holds
  ScopeId scope;         ///< the scope in which it lives
  typed::LocalId source; ///< Variable, Param bound to a plain name: the typed body's local
  DefId static_item;     ///< Temporary: holds the address of this static
  typed::UserTypeId user_type;
};

/// A lexical scope; drops happen at its end (`end` is the place shown for them: the `}` or `;`).
struct Scope {
  ScopeId parent;
  Span span;
  Span end;
};

struct Body {
  DefId owner;
  std::uint32_t base = 0; ///< absolute offset that spans are relative to
  Span span;
  const typed::TypedBody *typed = nullptr;
  std::uint32_t param_count = 0;
  IdVector<LocalId, LocalDecl> locals;
  IdVector<BlockId, BasicBlock> blocks; ///< block 0 is the entry
  bool is_ordered = false;              ///< no block is out of reach, and of two successors of a block the first comes first: the order that analyses walk in
  IdVector<ScopeId, Scope> scopes;
  std::vector<Constant> constants;
  Places places;
  std::vector<Statement> statements; ///< of all blocks, in their order
  llvm::BumpPtrAllocator arena;      ///< holds the lists of the nodes

  Body() = default;
  Body(const Body &) = delete;
  Body &operator=(const Body &) = delete;
};

/// A readable form: names from the source, one statement a line, blocks in reverse post-order. The same on every run.
std::string print(const Body &body, Program &program);

} // namespace lien::mir
