// MIR: one function as a control-flow graph of simple statements, in its final shape.
//
// The shape follows rustc's MIR at borrow-check time, because verdicts, positions and the order of drops depend on it: unwind edges, two-phase borrows,
// fake reads and fake borrows, false edges, user type annotations, storage markers, and a scope for every drop. Flat stores and typed ids; spans are
// relative to the item.
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
  bool from_end = false;     ///< ConstantIndex, Subslice
  std::uint32_t a = 0;       ///< Field: field; Downcast: variant; Index: local; ConstantIndex: offset; Subslice: from
  std::uint32_t b = 0;       ///< ConstantIndex: minimum length; Subslice: to
  friend bool operator==(const Projection &, const Projection &) = default;
};

/// A hash-consed place: a local, or a projection of another place. Equal ids, equal places.
struct PlaceData {
  LocalId local;
  PlaceId base;              ///< invalid for a bare local
  Projection step;           ///< meaningless for a bare local
  std::uint32_t depth = 0;   ///< number of projections
  Ty ty;                     ///< type of the place (of an enum's variant after Downcast: the enum)
};

class Places {
public:
  PlaceId local(LocalId local, Ty ty);
  PlaceId project(PlaceId base, Projection step, Ty ty);
  [[nodiscard]] const PlaceData &operator[](PlaceId id) const { return data_[id]; }
  [[nodiscard]] std::size_t size() const { return data_.size(); }
  /// The projections from the local outwards.
  [[nodiscard]] llvm::SmallVector<Projection, 4> projections(PlaceId id) const;

private:
  IdVector<PlaceId, PlaceData> data_;
  llvm::DenseMap<std::uint32_t, PlaceId> locals_;
  llvm::DenseMap<std::pair<std::uint64_t, std::uint64_t>, PlaceId> projections_;
};

// ------------------------------------------------------------------------------------------------------ operands, rvalues

struct Constant {
  enum class Kind : std::uint8_t { Literal, Item, FnItem, Static } kind{};
  Ty ty;
  typed::ConstantValue value; ///< Literal
  DefId def;                  ///< Item (const), FnItem, Static (its address)
  Args args;
  Span span;
};

struct Operand {
  enum class Kind : std::uint8_t { Copy, Move, Constant } kind{};
  PlaceId place;
  std::uint32_t constant = 0; ///< index into Body::constants
};

enum class BorrowKind : std::uint8_t { Shared, Fake, FakeShallow, Mut, TwoPhaseMut, UniqueInClosure };
enum class AggregateKind : std::uint8_t { Tuple, Array, Adt, Closure };
enum class CastKind : std::uint8_t { Numeric, Unsize, ReifyFn, ClosureToFn, Other };

enum class RvalueKind : std::uint8_t { Use, Repeat, Ref, Cast, Binary, CheckedBinary, Unary, Discriminant, Aggregate, Len };
struct Rvalue {
  RvalueKind kind{};
  std::vector<Operand> operands; ///< Use, Repeat, Cast, Unary: one; Binary: two; Aggregate: all fields in declaration order
  PlaceId place;                 ///< Ref, Discriminant, Len
  BorrowKind borrow{};
  CastKind cast{};
  AggregateKind aggregate{};
  ast::BinaryOp binary{};
  ast::UnaryOp unary{};
  Ty ty;                         ///< type of the result
  DefId def;                     ///< Aggregate Adt, Closure
  std::uint32_t variant = 0;     ///< Aggregate Adt
  std::vector<std::uint32_t> active_fields; ///< Aggregate Adt: written order of the fields in operands (diagnostics)
  typed::UserTypeId user_type;
};

// ------------------------------------------------------------------------------------------------------------- statements

/// Why a place is inspected without being used.
enum class FakeReadCause : std::uint8_t { ForMatchGuard, ForMatchedPlace, ForGuardBinding, ForLet, ForIndex };

enum class StatementKind : std::uint8_t {
  Assign,       ///< place = rvalue (the old value, if any, was dropped by a Drop terminator before it)
  FakeRead,     ///< cause, place
  StorageLive,  ///< place is a bare local
  StorageDead,
  AscribeUserType, ///< place has user_type
  PlaceMention, ///< place
  Nop,
};
struct Statement {
  StatementKind kind{};
  Span span;
  ScopeId scope;
  PlaceId place;
  Rvalue rvalue;
  FakeReadCause cause{};
  typed::UserTypeId user_type;
};

// ------------------------------------------------------------------------------------------------------------ terminators

enum class TerminatorKind : std::uint8_t {
  Goto,        ///< targets[0]
  SwitchInt,   ///< operand; values[i] to targets[i], the last target is "otherwise"
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

struct Terminator {
  TerminatorKind kind{};
  Span span;
  ScopeId scope;
  Operand operand;
  PlaceId place;
  std::vector<Operand> arguments;
  std::vector<Span> argument_spans; ///< Call: spans of the argument expressions
  std::vector<typed::ConstantValue> values;
  llvm::SmallVector<BlockId, 2> targets;
  BlockId unwind;            ///< invalid: unwinding continues in the caller
  bool replace = false;      ///< Drop
  bool overloaded = false;   ///< Call made from an operator, `for`, `?`
  typed::Desugar desugar = typed::Desugar::None; ///< Call
  Span fn_span;              ///< Call
  ExitKind exit = ExitKind::None; ///< Goto, Drop: the exit this edge belongs to
  Span exit_span;            ///< the jump's expression
};

struct BasicBlock {
  std::vector<Statement> statements;
  Terminator terminator;
  bool is_cleanup = false;
};

// ------------------------------------------------------------------------------------------------------------------ bodies

enum class LocalKind : std::uint8_t { Return, Param, Variable, Temporary };
struct LocalDecl {
  LocalKind kind{};
  Ty ty;
  Symbol name;             ///< Variable, named Param; empty otherwise
  Span span;               ///< binding, or the expression a temporary holds
  ScopeId scope;           ///< the scope in which it lives
  bool is_mut = false;
  typed::LocalId source;   ///< Variable: the typed body's local
  bool guard_ref = false;  ///< Variable: the reference through which a guard sees a binding
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
  IdVector<ScopeId, Scope> scopes;
  std::vector<Constant> constants;
  Places places;
};

/// A readable form: names from the source, one statement a line, blocks in reverse post-order. The same on every run.
std::string print(const Body &body, Program &program);

} // namespace lien::mir
