// The syntax tree: immutable nodes in an arena, a closed kind each, cast with LLVM's isa/cast/dyn_cast.
//
// The tree is faithful: nothing is desugared, parentheses stay, every construct of the language reference has a node, and what lies outside the subset
// is an `Unsupported` node that names it. A flat post-order array would be smaller (PERFORMANCE.md), but every later phase walks the tree top-down and
// by name, and a pointer tree reads best there. Spans are absolute.
//
// Nodes are trivially destructible: the arena frees them all at once. Lists are `llvm::ArrayRef` into the same arena.
#pragma once

#include "diagnostics/span.hpp"
#include "frontend/syntax/symbols.hpp"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Casting.h"

#include <cstdint>
#include <memory>

namespace lien {
/// Of references, bindings and statics.
enum class Mutability : std::uint8_t { Not, Mut };
} // namespace lien

namespace lien::ast {

template <typename T> using List = llvm::ArrayRef<T>;

struct Expr;
struct Pat;
struct Type;
struct Item;
struct Stmt;
struct BlockExpr;
struct GenericArgs;

struct Ident {
  Symbol name;
  Span span; ///< of the name as written (`r#` included)
};

/// A lifetime as written; the symbol's text includes the quote ("'a"). `'_` and `'static` included. An absent lifetime has an empty name.
struct Lifetime {
  Symbol name;
  Span span;
  [[nodiscard]] bool present() const { return !name.empty(); }
};

// ---------------------------------------------------------------------------------------------------------------- paths

struct PathSegment {
  Ident ident;                       ///< `self`, `super`, `crate`, `Self` included
  const GenericArgs *args = nullptr; ///< null when none are written
};

/// `<T as Trait>::` at the front of a path. The first `trait_segments` segments of the path name the trait (0: `<T>::…`).
struct QSelf {
  const Type *type = nullptr;
  std::uint32_t trait_segments = 0;
};

struct Path {
  Span span;
  List<PathSegment> segments;
  const QSelf *qself = nullptr;
  bool global = false; ///< written with a leading `::`

  [[nodiscard]] bool isSingle() const { return segments.size() == 1 && qself == nullptr && !global; }
};

struct GenericBound;

struct GenericArg {
  enum class Kind : std::uint8_t { Lifetime, Type, Const, AssocEq, AssocBound } kind{};
  Span span;
  Lifetime lifetime;
  const Type *type = nullptr;        ///< Type; AssocEq: `Item = type` (also a lone path that may turn out to be a constant)
  const Expr *expr = nullptr;        ///< Const: literal, `-literal` or block; AssocEq with a constant
  Ident name;                        ///< AssocEq, AssocBound
  const GenericArgs *args = nullptr; ///< generic arguments of the associated item
  List<const GenericBound *> bounds; ///< AssocBound
};

struct GenericArgs {
  Span span;                  ///< from `<` (or `(`) to `>` (or the end of the output type)
  List<GenericArg> args;      ///< angle-bracketed form
  bool parenthesised = false; ///< `Fn(A, B) -> C`
  List<const Type *> inputs;
  const Type *output = nullptr; ///< null: unit
};

struct Attribute;
struct GenericParam {
  enum class Kind : std::uint8_t { Lifetime, Type, Const } kind{};
  Ident name; ///< for a lifetime its text includes the quote
  Span span;
  List<const GenericBound *> bounds;  ///< for a lifetime only outlives bounds
  const Type *type = nullptr;         ///< Const: its type; Type: its default
  const Expr *default_expr = nullptr; ///< Const: its default
  List<Attribute> attributes;         ///< `#[may_dangle]`
};

/// `T: bound`, with `for<…>`, `?`, `'a` and `use<…>` forms.
struct GenericBound {
  enum class Kind : std::uint8_t { Trait, Outlives, Use } kind{};
  Span span;
  bool maybe = false;               ///< `?Sized`
  bool is_const = false;            ///< `~const` or `const`: outside the subset
  List<GenericParam> for_lifetimes; ///< `for<'a>`
  Path path;                        ///< Trait
  Lifetime lifetime;                ///< Outlives
  List<Ident> captures;             ///< Use
};

struct WherePredicate {
  Span span;
  List<GenericParam> for_lifetimes;
  Lifetime lifetime;          ///< present: `'a: 'b + 'c`
  const Type *type = nullptr; ///< otherwise `T: bounds`
  List<const GenericBound *> bounds;
};

struct Generics {
  Span span; ///< of `<…>`, empty when absent
  List<GenericParam> params;
  List<WherePredicate> where_predicates;
  Span where_span; ///< empty when absent
};

// ---------------------------------------------------------------------------------------------------------------- types

enum class TypeKind : std::uint8_t { Path, Ref, Slice, Array, Tuple, Never, Infer, FnPtr, ImplTrait, DynTrait, Paren, Unsupported, Error };

struct Type {
  TypeKind kind;
  Span span;

protected:
  Type(TypeKind type_kind, Span type_span) : kind(type_kind), span(type_span) {}
};

#define LIEN_AST_NODE(Base, Name, KindValue)                                                                                                                   \
  explicit Name(Span node_span) : Base(KindValue, node_span) {}                                                                                                \
  static bool classof(const Base *node) { return node->kind == (KindValue); }

struct PathType : Type {
  LIEN_AST_NODE(Type, PathType, TypeKind::Path)
  Path path;
};
struct RefType : Type {
  LIEN_AST_NODE(Type, RefType, TypeKind::Ref)
  Lifetime lifetime;
  Mutability mutability{};
  const Type *pointee = nullptr;
};
struct SliceType : Type {
  LIEN_AST_NODE(Type, SliceType, TypeKind::Slice)
  const Type *element = nullptr;
};
struct ArrayType : Type {
  LIEN_AST_NODE(Type, ArrayType, TypeKind::Array)
  const Type *element = nullptr;
  const Expr *length = nullptr;
};
struct TupleType : Type {
  LIEN_AST_NODE(Type, TupleType, TypeKind::Tuple)
  List<const Type *> elements;
};
struct NeverType : Type {
  LIEN_AST_NODE(Type, NeverType, TypeKind::Never)
};
struct InferType : Type {
  LIEN_AST_NODE(Type, InferType, TypeKind::Infer)
};
struct FnPtrType : Type {
  LIEN_AST_NODE(Type, FnPtrType, TypeKind::FnPtr)
  List<GenericParam> for_lifetimes;
  List<const Type *> inputs;
  const Type *output = nullptr; ///< null: unit
};
struct ImplTraitType : Type {
  LIEN_AST_NODE(Type, ImplTraitType, TypeKind::ImplTrait)
  List<const GenericBound *> bounds;
};
struct DynTraitType : Type {
  LIEN_AST_NODE(Type, DynTraitType, TypeKind::DynTrait)
  List<const GenericBound *> bounds;
  bool has_dyn = true; ///< false: a bare `A + B`, an error in edition 2024 (E0782)
};
struct ParenType : Type {
  LIEN_AST_NODE(Type, ParenType, TypeKind::Paren)
  const Type *inner = nullptr;
};
/// Outside the subset: raw pointers, macros in type position, `extern fn` types …; `what` is the name that the decline uses.
struct UnsupportedType : Type {
  LIEN_AST_NODE(Type, UnsupportedType, TypeKind::Unsupported)
  const char *what = "";
};
struct ErrorType : Type {
  LIEN_AST_NODE(Type, ErrorType, TypeKind::Error)
};

// -------------------------------------------------------------------------------------------------------------- patterns

enum class PatKind : std::uint8_t { Wild, Rest, Ident, Path, TupleStruct, Struct, Tuple, Slice, Ref, Literal, Range, Or, Paren, Unsupported, Error };

struct Pat {
  PatKind kind;
  Span span;

protected:
  Pat(PatKind pat_kind, Span pat_span) : kind(pat_kind), span(pat_span) {}
};

struct WildPat : Pat {
  LIEN_AST_NODE(Pat, WildPat, PatKind::Wild)
};
/// `..` inside a tuple or slice pattern.
struct RestPat : Pat {
  LIEN_AST_NODE(Pat, RestPat, PatKind::Rest)
};
/// `ref mut x @ sub`. A lone name may turn out to be a constant, unit struct or variant: names decide.
struct IdentPat : Pat {
  LIEN_AST_NODE(Pat, IdentPat, PatKind::Ident)
  Ident name;
  bool by_ref = false;
  Mutability ref_mutability{}; ///< of `ref mut`
  bool is_mut = false;         ///< `mut x`
  Span mut_span;               ///< of the binding's `mut`
  const Pat *sub = nullptr;
};
struct PathPat : Pat {
  LIEN_AST_NODE(Pat, PathPat, PatKind::Path)
  Path path;
};
struct TupleStructPat : Pat {
  LIEN_AST_NODE(Pat, TupleStructPat, PatKind::TupleStruct)
  Path path;
  List<const Pat *> elements; ///< at most one RestPat, else a syntax error was reported
};
struct FieldPat {
  Span span;
  List<Attribute> attributes;
  Ident name;               ///< a tuple index is a name too ("0")
  const Pat *pat = nullptr; ///< for the short form an IdentPat
  bool shorthand = false;
};
struct StructPat : Pat {
  LIEN_AST_NODE(Pat, StructPat, PatKind::Struct)
  Path path;
  List<FieldPat> fields;
  bool has_rest = false;
  Span rest_span;
};
struct TuplePat : Pat {
  LIEN_AST_NODE(Pat, TuplePat, PatKind::Tuple)
  List<const Pat *> elements;
};
struct SlicePat : Pat {
  LIEN_AST_NODE(Pat, SlicePat, PatKind::Slice)
  List<const Pat *> elements; ///< a RestPat, or an IdentPat over a RestPat, marks the gap
};
struct RefPat : Pat {
  LIEN_AST_NODE(Pat, RefPat, PatKind::Ref)
  Mutability mutability{};
  const Pat *sub = nullptr;
};
/// A literal or its negation; `expr` is a LiteralExpr or a UnaryExpr(Neg) over one.
struct LiteralPat : Pat {
  LIEN_AST_NODE(Pat, LiteralPat, PatKind::Literal)
  const Expr *expr = nullptr;
};
struct RangePat : Pat {
  LIEN_AST_NODE(Pat, RangePat, PatKind::Range)
  const Expr *lo = nullptr; ///< literal, negated literal or path; null: open
  const Expr *hi = nullptr;
  bool inclusive = true;
};
struct OrPat : Pat {
  LIEN_AST_NODE(Pat, OrPat, PatKind::Or)
  List<const Pat *> alternatives;
};
struct ParenPat : Pat {
  LIEN_AST_NODE(Pat, ParenPat, PatKind::Paren)
  const Pat *inner = nullptr;
};
struct UnsupportedPat : Pat {
  LIEN_AST_NODE(Pat, UnsupportedPat, PatKind::Unsupported)
  const char *what = "";
};
struct ErrorPat : Pat {
  LIEN_AST_NODE(Pat, ErrorPat, PatKind::Error)
};

// ----------------------------------------------------------------------------------------------------------- expressions

enum class ExprKind : std::uint8_t {
  Literal,
  Path,
  Unary,
  Borrow,
  Binary,
  Assign,
  AssignOp,
  Call,
  MethodCall,
  Field,
  Index,
  Range,
  Cast,
  Block,
  If,
  Let,
  Match,
  Loop,
  While,
  For,
  Break,
  Continue,
  Return,
  Try,
  Closure,
  Struct,
  Tuple,
  Array,
  Repeat,
  Paren,
  Underscore,
  MacroCall,
  Unsupported,
  Error
};

struct Expr {
  ExprKind kind;
  Span span;

protected:
  Expr(ExprKind expr_kind, Span expr_span) : kind(expr_kind), span(expr_span) {}
};

enum class LiteralKind : std::uint8_t { Int, Float, Bool, Char, Byte, Str, ByteStr, CStr };
struct LiteralExpr : Expr {
  LIEN_AST_NODE(Expr, LiteralExpr, ExprKind::Literal)
  LiteralKind literal{};
  bool value_fits = true;     ///< Int: false when it does not fit 128 bits (a syntax error was reported)
  Symbol text;                ///< Str, ByteStr, CStr: the unescaped content; Float: digits without `_` and suffix
  Symbol suffix;              ///< "u8", "f64", or empty
  std::uint64_t value_lo = 0; ///< Int, Char (scalar value), Byte, Bool
  std::uint64_t value_hi = 0; ///< Int: upper 64 bits
  const char *raw = nullptr;  ///< Str: the literal's first byte in the text of the file (prefix and quotes included), `span.length()` bytes
};
struct PathExpr : Expr {
  LIEN_AST_NODE(Expr, PathExpr, ExprKind::Path)
  Path path;
};
enum class UnaryOp : std::uint8_t { Neg, Not, Deref };
struct UnaryExpr : Expr {
  LIEN_AST_NODE(Expr, UnaryExpr, ExprKind::Unary)
  UnaryOp op{};
  const Expr *operand = nullptr;
};
/// `&x`, `&mut x`. (`&raw` is unsupported.)
struct BorrowExpr : Expr {
  LIEN_AST_NODE(Expr, BorrowExpr, ExprKind::Borrow)
  Mutability mutability{};
  const Expr *operand = nullptr;
};
enum class BinaryOp : std::uint8_t { Add, Sub, Mul, Div, Rem, And, Or, BitXor, BitAnd, BitOr, Shl, Shr, Eq, Lt, Le, Ne, Ge, Gt }; // And, Or: && and ||
struct BinaryExpr : Expr {
  LIEN_AST_NODE(Expr, BinaryExpr, ExprKind::Binary)
  BinaryOp op{};
  Span op_span;
  const Expr *lhs = nullptr;
  const Expr *rhs = nullptr;
};
struct AssignExpr : Expr {
  LIEN_AST_NODE(Expr, AssignExpr, ExprKind::Assign)
  const Expr *lhs = nullptr;
  const Expr *rhs = nullptr;
  Span eq_span;
};
struct AssignOpExpr : Expr {
  LIEN_AST_NODE(Expr, AssignOpExpr, ExprKind::AssignOp)
  BinaryOp op{};
  Span op_span; ///< of `+=`
  const Expr *lhs = nullptr;
  const Expr *rhs = nullptr;
};
struct CallExpr : Expr {
  LIEN_AST_NODE(Expr, CallExpr, ExprKind::Call)
  const Expr *callee = nullptr;
  List<const Expr *> args;
};
struct MethodCallExpr : Expr {
  LIEN_AST_NODE(Expr, MethodCallExpr, ExprKind::MethodCall)
  const Expr *receiver = nullptr;
  PathSegment method;
  List<const Expr *> args;
};
struct FieldExpr : Expr {
  LIEN_AST_NODE(Expr, FieldExpr, ExprKind::Field)
  const Expr *base = nullptr;
  Ident field; ///< a name or an index as text ("0"); `x.0.1` makes two nodes
};
struct IndexExpr : Expr {
  LIEN_AST_NODE(Expr, IndexExpr, ExprKind::Index)
  const Expr *base = nullptr;
  const Expr *index = nullptr;
  Span brackets; ///< from `[` to `]`
};
struct RangeExpr : Expr {
  LIEN_AST_NODE(Expr, RangeExpr, ExprKind::Range)
  const Expr *lo = nullptr;
  const Expr *hi = nullptr;
  bool inclusive = false;
};
struct CastExpr : Expr {
  LIEN_AST_NODE(Expr, CastExpr, ExprKind::Cast)
  const Expr *operand = nullptr;
  const Type *type = nullptr;
};
struct BlockExpr : Expr {
  LIEN_AST_NODE(Expr, BlockExpr, ExprKind::Block)
  Lifetime label;
  bool has_items = false;           ///< some statement of this very block is an item
  List<Attribute> inner_attributes; ///< `#![…]` of a block that is no function's body (those belong to the function)
  List<const Stmt *> stmts;
  const Expr *tail = nullptr;
};
struct IfExpr : Expr {
  LIEN_AST_NODE(Expr, IfExpr, ExprKind::If)
  const Expr *condition = nullptr; ///< may hold LetExpr under `&&`
  const BlockExpr *then_block = nullptr;
  const Expr *else_expr = nullptr; ///< BlockExpr, IfExpr or null
};
/// `let PAT = SCRUTINEE` inside a condition. Elsewhere a syntax error was reported.
struct LetExpr : Expr {
  LIEN_AST_NODE(Expr, LetExpr, ExprKind::Let)
  const Pat *pat = nullptr;
  const Expr *scrutinee = nullptr;
};
struct MatchArm {
  Span span;
  List<Attribute> attributes;
  const Pat *pat = nullptr;
  const Expr *guard = nullptr; ///< may hold LetExpr
  const Expr *body = nullptr;  ///< null: missing body (a syntax error was reported)
};
struct MatchExpr : Expr {
  LIEN_AST_NODE(Expr, MatchExpr, ExprKind::Match)
  const Expr *scrutinee = nullptr;
  List<MatchArm> arms;
  Span match_span; ///< of the keyword
};
struct LoopExpr : Expr {
  LIEN_AST_NODE(Expr, LoopExpr, ExprKind::Loop)
  Lifetime label;
  const BlockExpr *body = nullptr;
  Span loop_span; ///< of the keyword
};
struct WhileExpr : Expr {
  LIEN_AST_NODE(Expr, WhileExpr, ExprKind::While)
  Lifetime label;
  const Expr *condition = nullptr;
  const BlockExpr *body = nullptr;
};
struct ForExpr : Expr {
  LIEN_AST_NODE(Expr, ForExpr, ExprKind::For)
  Lifetime label;
  const Pat *pat = nullptr;
  const Expr *iterable = nullptr;
  const BlockExpr *body = nullptr;
};
struct BreakExpr : Expr {
  LIEN_AST_NODE(Expr, BreakExpr, ExprKind::Break)
  Lifetime label;
  const Expr *value = nullptr;
};
struct ContinueExpr : Expr {
  LIEN_AST_NODE(Expr, ContinueExpr, ExprKind::Continue)
  Lifetime label;
};
struct ReturnExpr : Expr {
  LIEN_AST_NODE(Expr, ReturnExpr, ExprKind::Return)
  const Expr *value = nullptr;
};
struct TryExpr : Expr {
  LIEN_AST_NODE(Expr, TryExpr, ExprKind::Try)
  const Expr *operand = nullptr;
};
struct ClosureParam {
  const Pat *pat = nullptr;
  const Type *type = nullptr; ///< null: inferred
};
struct ClosureExpr : Expr {
  LIEN_AST_NODE(Expr, ClosureExpr, ExprKind::Closure)
  bool is_move = false;
  List<GenericParam> for_lifetimes;
  List<ClosureParam> params;
  const Type *output = nullptr;
  const Expr *body = nullptr;
  Span head_span; ///< `move |…|` with the return type
};
struct FieldInit {
  Span span;
  List<Attribute> attributes;
  Ident name;
  const Expr *value = nullptr; ///< for the short form a PathExpr
  bool shorthand = false;
};
struct StructExpr : Expr {
  LIEN_AST_NODE(Expr, StructExpr, ExprKind::Struct)
  Path path;
  List<FieldInit> fields;
  const Expr *base = nullptr; ///< `..base`
  bool has_rest = false;      ///< a bare `..` (destructuring assignment)
  Span rest_span;
};
struct TupleExpr : Expr {
  LIEN_AST_NODE(Expr, TupleExpr, ExprKind::Tuple)
  List<const Expr *> elements;
};
struct ArrayExpr : Expr {
  LIEN_AST_NODE(Expr, ArrayExpr, ExprKind::Array)
  List<const Expr *> elements;
};
struct RepeatExpr : Expr {
  LIEN_AST_NODE(Expr, RepeatExpr, ExprKind::Repeat)
  const Expr *element = nullptr;
  const Expr *count = nullptr;
};
struct ParenExpr : Expr {
  LIEN_AST_NODE(Expr, ParenExpr, ExprKind::Paren)
  const Expr *inner = nullptr;
};
/// `_` on the left of an assignment.
struct UnderscoreExpr : Expr {
  LIEN_AST_NODE(Expr, UnderscoreExpr, ExprKind::Underscore)
};

/// The standard macros that Lien builds in. `Unknown`: any other name; its tokens are kept only as a span.
enum class MacroKind : std::uint8_t {
  Unknown,
  Print,
  Println,
  Eprint,
  Eprintln,
  Format,
  FormatArgs,
  Write,
  Writeln,
  Panic,
  Assert,
  AssertEq,
  AssertNe,
  DebugAssert,
  DebugAssertEq,
  DebugAssertNe,
  Vec,
  Matches,
  Todo,
  Unimplemented,
  Unreachable,
  Dbg,
  Stringify,
  Concat,
  Line,
  Column,
  File,
  ModulePath,
  Env,
  OptionEnv,
  Cfg
};
struct MacroArg {
  Ident name; ///< `name = value`; empty otherwise
  const Expr *value = nullptr;
};
struct MacroCallExpr : Expr {
  LIEN_AST_NODE(Expr, MacroCallExpr, ExprKind::MacroCall)
  Path path;
  MacroKind macro{};
  char delimiter = '('; ///< `(`, `[` or `{`
  Span args_span;       ///< with the delimiters
  List<MacroArg> args;  ///< comma-separated expressions; for `vec![x; n]` two and `is_repeat`
  bool is_repeat = false;
  const Pat *pat = nullptr;    ///< Matches: its pattern (args[0] is the scrutinee)
  const Expr *guard = nullptr; ///< Matches: `if guard`
};
/// Outside the subset: `unsafe` blocks, `async`, `await`, `const {}` blocks, `&raw`, inline assembly …
struct UnsupportedExpr : Expr {
  LIEN_AST_NODE(Expr, UnsupportedExpr, ExprKind::Unsupported)
  const char *what = "";
};
struct ErrorExpr : Expr {
  LIEN_AST_NODE(Expr, ErrorExpr, ExprKind::Error)
};

// ------------------------------------------------------------------------------------------------------------ statements

enum class StmtKind : std::uint8_t { Let, Item, Expr, Empty, Error };

struct Stmt {
  StmtKind kind;
  Span span; ///< with its `;`

protected:
  Stmt(StmtKind stmt_kind, Span stmt_span) : kind(stmt_kind), span(stmt_span) {}
};
struct LetStmt : Stmt {
  LIEN_AST_NODE(Stmt, LetStmt, StmtKind::Let)
  List<Attribute> attributes;
  const Pat *pat = nullptr;
  const Type *type = nullptr;
  const Expr *init = nullptr;
  const BlockExpr *else_block = nullptr;
};
struct ItemStmt : Stmt {
  LIEN_AST_NODE(Stmt, ItemStmt, StmtKind::Item)
  const Item *item = nullptr;
};
struct ExprStmt : Stmt {
  LIEN_AST_NODE(Stmt, ExprStmt, StmtKind::Expr)
  List<Attribute> attributes;
  const Expr *expr = nullptr;
  bool has_semi = false; ///< without: a block-like expression (or a macro call with braces) in statement position
};
struct EmptyStmt : Stmt {
  LIEN_AST_NODE(Stmt, EmptyStmt, StmtKind::Empty)
};
struct ErrorStmt : Stmt {
  LIEN_AST_NODE(Stmt, ErrorStmt, StmtKind::Error)
};

// ----------------------------------------------------------------------------------------------------------------- items

/// An attribute's content as a tree: a word, `name = literal`, or `name(list)`; list entries may be literals.
struct Meta {
  Span span;
  Path path;                                                                       ///< empty for a literal entry
  enum class Kind : std::uint8_t { Word, List, NameValue, Literal, Other } kind{}; ///< Other: tokens in no known form
  List<Meta> list;
  const LiteralExpr *literal = nullptr; ///< NameValue, Literal
};
struct Attribute {
  Span span;
  bool inner = false;  ///< `#![…]`
  bool is_doc = false; ///< a doc comment
  Meta meta;
};

struct Visibility {
  enum class Kind : std::uint8_t { Inherited, Public, Crate, Restricted } kind{}; ///< Restricted: `pub(self)`, `pub(super)`, `pub(in path)`
  Span span;
  Path path;
};

enum class ItemKind : std::uint8_t { Fn, Struct, Enum, Impl, Trait, Const, Static, TypeAlias, Mod, Use, Unsupported, Error };

struct Item {
  ItemKind kind;
  Span span;  ///< from the first attribute's end (visibility or keyword) to the end
  Ident name; ///< empty for impl and use
  List<Attribute> attributes;
  Visibility visibility;
  Generics generics;

protected:
  Item(ItemKind item_kind, Span item_span) : kind(item_kind), span(item_span) {}
};

struct SelfParam {
  Span span;
  bool present = false;
  bool is_ref = false;
  Mutability mutability{}; ///< of `mut self` or `&mut self`
  Lifetime lifetime;
  const Type *type = nullptr; ///< `self: T`
  Ident name;                 ///< `self`
};
struct Param {
  Span span;
  List<Attribute> attributes;
  const Pat *pat = nullptr;
  const Type *type = nullptr;
};
struct FnItem : Item {
  LIEN_AST_NODE(Item, FnItem, ItemKind::Fn)
  bool is_const = false;
  const char *unsupported = nullptr; ///< "async function", "unsafe function", "extern function", "variadic function"; the body is parsed all the same
  Span header_span;                  ///< from the visibility to the end of the return type or where clause
  SelfParam self_param;
  List<Param> params;              ///< without self
  Span params_span;                ///< `( … )`
  const Type *output = nullptr;    ///< null: unit
  const BlockExpr *body = nullptr; ///< null: declared only
  bool has_inner_items = false;    ///< some block inside declares items
};
struct FieldDef {
  Span span;
  Ident name; ///< tuple fields: "0", "1", … with the span of the type
  List<Attribute> attributes;
  Visibility visibility;
  const Type *type = nullptr;
};
enum class VariantShape : std::uint8_t { Unit, Tuple, Named };
struct VariantDef {
  Span span;
  Ident name;
  List<Attribute> attributes;
  VariantShape shape{};
  List<FieldDef> fields;
  const Expr *discriminant = nullptr;
};
struct StructItem : Item {
  LIEN_AST_NODE(Item, StructItem, ItemKind::Struct)
  VariantShape shape{};
  List<FieldDef> fields;
};
struct EnumItem : Item {
  LIEN_AST_NODE(Item, EnumItem, ItemKind::Enum)
  List<VariantDef> variants;
};
struct ImplItem : Item {
  LIEN_AST_NODE(Item, ImplItem, ItemKind::Impl)
  bool negative = false;             ///< `impl !Send for T`
  const char *unsupported = nullptr; ///< "unsafe impl", "default impl", "const impl"
  const Path *trait_path = nullptr;  ///< null: inherent
  const Type *self_type = nullptr;
  List<const Item *> items; ///< FnItem, ConstItem, TypeAliasItem
};
struct TraitItem : Item {
  LIEN_AST_NODE(Item, TraitItem, ItemKind::Trait)
  const char *unsupported = nullptr; ///< "unsafe trait", "auto trait"
  bool is_auto = false;
  List<const GenericBound *> supertraits;
  List<const Item *> items;
};
struct ConstItem : Item {
  LIEN_AST_NODE(Item, ConstItem, ItemKind::Const)
  const Type *type = nullptr;
  const Expr *value = nullptr; ///< null: declared only
};
struct StaticItem : Item {
  LIEN_AST_NODE(Item, StaticItem, ItemKind::Static)
  Mutability mutability{};
  const Type *type = nullptr;
  const Expr *value = nullptr;
};
/// `type X = T;`, also an associated type (with bounds, without a value in a trait).
struct TypeAliasItem : Item {
  LIEN_AST_NODE(Item, TypeAliasItem, ItemKind::TypeAlias)
  List<const GenericBound *> bounds;
  const Type *type = nullptr;
};
struct ModItem : Item {
  LIEN_AST_NODE(Item, ModItem, ItemKind::Mod)
  bool is_inline = true; ///< false: `mod name;`
  List<const Item *> items;
  List<Attribute> inner_attributes;
};
/// One node of a use tree: `prefix::{…}`, `prefix::*`, `prefix as name`.
struct UseTree {
  Span span;
  Path prefix; ///< may be empty (`use {a, b}`)
  enum class Kind : std::uint8_t { Simple, Glob, Group } kind{};
  Ident rename; ///< Simple with `as`; "_" allowed
  List<UseTree> group;
};
struct UseItem : Item {
  LIEN_AST_NODE(Item, UseItem, ItemKind::Use)
  UseTree tree;
};
/// Outside the subset: `union`, `extern` blocks and crates, `macro_rules!`, item macros, trait aliases. `name` is the name it declares, if any: mentions
/// of it are declined.
struct UnsupportedItem : Item {
  LIEN_AST_NODE(Item, UnsupportedItem, ItemKind::Unsupported)
  const char *what = "";
};
struct ErrorItem : Item {
  LIEN_AST_NODE(Item, ErrorItem, ItemKind::Error)
};

/// One parsed file. Owns the arena of its nodes.
struct File {
  Span span;
  List<Attribute> attributes; ///< inner attributes
  List<const Item *> items;
  std::shared_ptr<llvm::BumpPtrAllocator> arena;
};

} // namespace lien::ast
