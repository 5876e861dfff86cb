// The typed body: what inference makes of one function, constant or static, and all that MIR building reads.
//
// Every implicit step is explicit here: adjustments (dereferences, borrows, coercions) are expressions of their own with `implicit` set, overloaded
// operators are calls, `for`, `while` and `?` are desugared as the Reference and rustc do, names are locals and definitions, patterns are free of
// default binding modes. What is kept: the order and nesting of the source, and what temporaries' scopes depend on (block tails, statement ends,
// conditions). Stores are flat, indexed by typed ids; lists inside nodes live in the body's arena, so that a node is plain data; spans are relative to
// the item's start (`TypedBody::base`).
#pragma once

#include "frontend/types/program.hpp"

namespace lien::typed {

struct ExprTag;
struct PatTag;
struct LocalTag;
struct BlockTag;
struct UserTypeTag;
using ExprId = Id<ExprTag>;
using PatId = Id<PatTag>;
using LocalId = Id<LocalTag>;
using BlockId = Id<BlockTag>;
using UserTypeId = Id<UserTypeTag>;

/// A list in the arena of the body.
template <typename T> using List = llvm::ArrayRef<T>;

enum class BindingMode : std::uint8_t { Move, Ref, RefMut };

/// A variable that the source names.
struct Local {
  Symbol name;
  Span span; ///< of the name in its (first) binding
  Ty ty;
  bool is_mut = false;
  bool is_self = false;
  BindingMode mode = BindingMode::Move;
  /// How the variable came to be; messages differ.
  enum class Source : std::uint8_t { Let, Param, Arm, ForLoop, Desugar } source{};
};

/// A type written by the user on a place or expression: regions as written, elided and inferred ones Erased.
struct UserType {
  Ty ty;
  Span span;
};

enum class PatKind : std::uint8_t { Wild, Binding, Variant, Leaf, Deref, Constant, Range, Slice, Or, Never, Error };

/// A constant in a pattern or literal: integers, bool, char as bits (sign-extended for signed integers); strings and floats by text.
struct ConstantValue {
  enum class Kind : std::uint8_t { Int, Bool, Char, Float, Str, ByteStr, Opaque } kind{};
  std::uint64_t lo = 0, hi = 0; ///< Int (two's complement, 128 bits), Bool, Char
  Symbol text;                  ///< Float, Str, ByteStr
  bool negative = false;        ///< Float
  DefId def;                    ///< Opaque: a constant whose value is not computed
};

struct FieldPattern {
  std::uint32_t field = 0;
  PatId pat;
};

struct Pat {
  PatKind kind{};
  Ty ty;
  Span span;
  // Binding
  LocalId local;
  BindingMode mode = BindingMode::Move;
  PatId sub; ///< Binding: after `@` (invalid: none); Deref: the inner pattern
  // Variant, Leaf
  std::uint32_t variant = 0;
  List<FieldPattern> fields;
  bool implicit = false; ///< Deref: made by a default binding mode
  // Constant, Range
  const ConstantValue *value = nullptr; ///< Constant; Range: lower end (null: open)
  const ConstantValue *end = nullptr;   ///< Range: upper end (null: open)
  bool inclusive = true;                ///< Range
  // Slice (arrays too), Or
  List<PatId> prefix;    ///< Slice: before the gap; Or: the alternatives
  PatId rest;            ///< Slice: the pattern of the gap (`x @ ..` binds it); invalid: gap without pattern
  bool has_rest = false; ///< Slice: there is a gap
  List<PatId> suffix;    ///< Slice: after the gap
};

enum class ExprKind : std::uint8_t {
  Literal,      ///< value
  Local,        ///< local
  Static,       ///< def
  Constant,     ///< def, args: const item or associated const (an rvalue of its type)
  FnItem,       ///< def, args: a zero-sized function (or constructor) value
  Call,         ///< a: callee; list: arguments. `overloaded`: made from an operator, `for`, `?` …
  Field,        ///< a: base (struct, tuple; a place or value); index
  Index,        ///< a: array or slice place, b: usize
  Deref,        ///< a: reference or Box
  Borrow,       ///< a: place or value; mutability; borrow
  Unary,        ///< a; unary (Neg, Not on built-in types)
  Binary,       ///< a, b; binary (built-in, not && ||)
  Logical,      ///< a, b; binary is And or Or
  Cast,         ///< a: `as` of built-in types; user_type
  Coerce,       ///< a; coercion
  Assign,       ///< a: place, b: value. (Destructuring assignments are blocks of lets and assigns.)
  AssignOp,     ///< a, b; binary, built-in
  Block,        ///< block; label_target when it is a target of `break`
  If,           ///< a: condition, b: then, c: else (invalid: none)
  Let,          ///< a: scrutinee, pat: type bool, only inside conditions and guards
  Match,        ///< a: scrutinee, arms
  Loop,         ///< block
  Break,        ///< target, a: value (invalid: none)
  Continue,     ///< target
  Return,       ///< a (invalid: none)
  Tuple,        ///< list
  Array,        ///< list
  Repeat,       ///< a; the length is in the type
  Adt,          ///< variant, fields (in written order), a: base of `..base` (invalid: none); user_type
  Closure,      ///< reserved
  Ascribe,      ///< a: with a user type
  PlaceMention, ///< a: place evaluated without a use
};

enum class CoercionKind : std::uint8_t { NeverToAny, Unsize, ReifyFn, ClosureToFn };

enum class BorrowKind : std::uint8_t {
  Written,  ///< `&x`, `&mut x` in the source, `ref` desugarings
  Autoref,  ///< receivers and overloaded operators: two-phase when mutable
  Reborrow, ///< implicit `&*x`, `&mut *x`: two-phase when mutable and in an argument
};

/// What an expression was made from, where messages or temporaries' scopes differ.
enum class Desugar : std::uint8_t {
  None,
  ForMatch, ///< `match IntoIterator::into_iter(e) { mut iter => loop … }`
  ForLoop,
  ForNextMatch, ///< `match Iterator::next(&mut iter) { None => break, Some(p) => … }`
  ForInto,      ///< the call of into_iter
  ForNext,      ///< the call of next
  WhileLoop,
  WhileIf,
  TryMatch, ///< `match Try::branch(e) { Continue(v) => v, Break(r) => return … }`
  TryBranch,
  TryReturn,
  FormatArgs,     ///< a macro's formatted arguments: a tuple or block of borrows
  MacroBlock,     ///< block made for a macro's call
  MacroStatement, ///< a call that its macro makes in a statement of its own (`format!`, `println!`): temporaries of its arguments die there
  MatchesMacro,
  AssertMacro,
  CompoundAssign,
  MethodCall, ///< a Call written as `x.m()`
  Operator,   ///< a Call made from an operator
  OverloadedDeref,
  OverloadedIndex,
};

struct Arm {
  PatId pat;
  ExprId guard; ///< invalid: none; may hold Let
  ExprId body;
  Span span;
};

struct FieldValue {
  std::uint32_t field = 0;
  ExprId value;
};

struct Expr {
  ExprKind kind{};
  Desugar desugar = Desugar::None;
  bool implicit : 1 = false;     ///< an adjustment: not written, transparent to the rules of temporaries and extension
  bool two_phase : 1 = false;    ///< Borrow: may be activated later
  bool overloaded : 1 = false;   ///< Call made from an operator, `for`, `?` …
  bool label_target : 1 = false; ///< Block
  Mutability mutability{};
  BorrowKind borrow{};
  CoercionKind coercion{};
  ast::UnaryOp unary{};
  ast::BinaryOp binary{};
  Ty ty;
  Span span;
  ExprId a, b, c;
  LocalId local;
  DefId def;
  std::uint32_t index = 0; ///< Field: field index; Adt: variant index
  PatId pat;
  BlockId block;
  ExprId target; ///< Break, Continue: the Loop or Block left
  UserTypeId user_type;
  Span fn_span; ///< Call: method name with arguments (`push(1)`), or the whole call
  Args args;
  const ConstantValue *value = nullptr; ///< Literal
  List<ExprId> list;
  List<FieldValue> fields;
  List<Arm> arms;
};

struct Stmt {
  enum class Kind : std::uint8_t { Let, Expr } kind{};
  Span span;            ///< with the `;`
  PatId pat;            ///< Let
  ExprId expr;          ///< Expr; Let: initialiser (invalid: none)
  BlockId else_block;   ///< Let … else
  UserTypeId user_type; ///< Let with a written type
  Span user_type_span;
};

struct Block {
  Span span;
  List<Stmt> stmts;
  ExprId tail;           ///< invalid: none
  bool diverges = false; ///< its end is never reached (its type may then be anything)
};

struct Param {
  PatId pat; ///< for `self` a Binding
  Ty ty;
  Span span; ///< pattern and type
  Span ty_span;
  UserTypeId user_type;
};

struct TypedBody {
  DefId owner;
  std::uint32_t base = 0; ///< absolute offset that spans are relative to
  Span span;              ///< of the item
  IdVector<LocalId, Local> locals;
  IdVector<ExprId, Expr> exprs;
  IdVector<PatId, Pat> pats;
  IdVector<BlockId, Block> blocks;
  IdVector<UserTypeId, UserType> user_types;
  std::vector<Param> params;
  FnSig signature;              ///< regions as `Program::signatureInBody`
  Ty return_type;               ///< erased, normalised
  ExprId value;                 ///< the body's expression
  llvm::BumpPtrAllocator arena; ///< holds the lists and constants of the nodes

  /// Copies a list into the arena.
  template <typename T> List<T> keep(llvm::ArrayRef<T> list) { return list.copy(arena); }
  const ConstantValue *keep(const ConstantValue &value_to_keep) { return new (arena.Allocate<ConstantValue>()) ConstantValue(value_to_keep); }
};

} // namespace lien::typed
