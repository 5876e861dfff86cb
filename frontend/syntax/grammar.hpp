// The productions that the files of the grammar share. Each eats what it names and fills its second argument; false: an error was reported (the input
// is in panic mode). None may be called on a token that cannot start it unless it says so.
#pragma once

#include "frontend/syntax/rules.hpp"

namespace lien::grammar {

using ast::List;

// Names and paths (grammar_paths.cpp).
bool parseIdent(TokenInput &in, ast::Ident &out);
/// `a::b::<T>`; the generic arguments need `::` before them.
bool parseExprPath(TokenInput &in, ast::Path &out);
/// `a::b<T>`, `Fn(A) -> B`.
bool parseTypePath(TokenInput &in, ast::Path &out);
/// `a::b` without generic arguments: visibility, attributes, use trees' prefixes, macros.
bool parseModPath(TokenInput &in, ast::Path &out);
/// `<T as Trait>::Name…`, in an expression or a type. At `<`.
bool parseQualifiedPath(TokenInput &in, bool in_expression, ast::Path &out);
/// `<…>`, at `<` (or the first part of `<<`).
bool parseGenericArgs(TokenInput &in, const ast::GenericArgs *&out);
bool parseLifetime(TokenInput &in, ast::Lifetime &out);
/// True at a token that starts a path (without `<`).
bool startsPath(Tok kind);

// Generics (grammar_generics.cpp).
/// `<…>` after a name, if any.
bool parseGenericParams(TokenInput &in, ast::Generics &out);
/// `where …`, if any.
bool parseWhereClause(TokenInput &in, ast::Generics &out);
/// `A + 'a + ?B`: the bounds after `:`, `impl`, `dyn`; possibly none.
bool parseBounds(TokenInput &in, List<const ast::GenericBound *> &out);
/// `for<'a>` if it stands here.
bool parseForLifetimes(TokenInput &in, List<ast::GenericParam> &out);
/// True at a token that starts a bound.
bool startsBound(const TokenInput &in);

// Types (grammar_types.cpp).
bool parseType(TokenInput &in, const ast::Type *&out);
/// A type that ends before `+`.
bool parseTypeNoPlus(TokenInput &in, const ast::Type *&out);
/// `-> T`, if any.
bool parseReturnType(TokenInput &in, const ast::Type *&out);
/// The same before a `+` that belongs to someone else.
bool parseReturnTypeNoPlus(TokenInput &in, const ast::Type *&out);
bool startsType(const TokenInput &in);

// Patterns (grammar_patterns.cpp).
/// With alternatives on top and a leading `|`.
bool parsePattern(TokenInput &in, const ast::Pat *&out);
/// The same where no list can be meant: a comma behind it is an error of its own.
bool parseTopPattern(TokenInput &in, const ast::Pat *&out);
/// Without alternatives on top.
bool parsePatternNoTopAlt(TokenInput &in, const ast::Pat *&out);
/// Of a function's or closure's parameter: alternatives are an error of their own.
bool parseParamPattern(TokenInput &in, const ast::Pat *&out);

// Expressions (grammar_expr.cpp, grammar_operand.cpp, grammar_control.cpp, grammar_macros.cpp).
/// With no restriction.
bool parseExpr(TokenInput &in, const ast::Expr *&out);
/// With the current restrictions.
bool parseExprRestricted(TokenInput &in, const ast::Expr *&out);
/// Of `if`, `while` and guards: `let` may stand in it.
bool parseCondition(TokenInput &in, const ast::Expr *&out);
bool parseGuard(TokenInput &in, const ast::Expr *&out);
/// Of `match` and `for`.
bool parseScrutinee(TokenInput &in, const ast::Expr *&out);
/// Operators of at least this precedence.
bool climb(TokenInput &in, unsigned min_precedence, const ast::Expr *&out);
/// The operators behind an operand that has been read.
bool climbRest(TokenInput &in, unsigned min_precedence, const ast::Expr *&expr);
/// `.`, `?`, calls and indexing behind an operand that has been read.
bool parsePostfix(TokenInput &in, const ast::Expr *&expr);
bool parseOperand(TokenInput &in, const ast::Expr *&out);
bool parseBlock(TokenInput &in, const ast::BlockExpr *&out);
/// A block whose inner attributes go to the list.
bool parseBodyBlock(TokenInput &in, ListBuilder<ast::Attribute> &attributes, const ast::BlockExpr *&out);
/// `let PAT = SCRUTINEE` in a condition.
bool parseLet(TokenInput &in, const ast::Expr *&out);
bool parseIf(TokenInput &in, const ast::Expr *&out);
bool parseMatch(TokenInput &in, const ast::Expr *&out);
/// `loop`, `while`, `for` or a block, behind its label.
bool parseLabelled(TokenInput &in, const ast::Expr *&out);
bool parseLoopLike(TokenInput &in, const ast::Lifetime &label, std::uint32_t lo, const ast::Expr *&out);
bool parseClosure(TokenInput &in, const ast::Expr *&out);
/// `path!…`, behind the path: at the `!`.
bool parseMacroCall(TokenInput &in, const ast::Path &path, const ast::Expr *&out);
/// A literal token.
bool parseLiteral(TokenInput &in, const ast::Expr *&out);
/// A literal or `-` and a number: in patterns and generic arguments.
bool parseLiteralMaybeMinus(TokenInput &in, const ast::Expr *&out);
bool startsExpr(const TokenInput &in);
/// Outside the subset: `what` from `lo` to the last token.
bool makeUnsupported(TokenInput &in, const char *what, std::uint32_t lo, const ast::Expr *&out);

// Attributes, items, statements (grammar_attributes.cpp, grammar_items.cpp, grammar_statements.cpp).
/// Outer attributes and doc comments, if any.
bool parseOuterAttributes(TokenInput &in, ListBuilder<ast::Attribute> &out);
/// Inner attributes and inner doc comments, if any.
bool parseInnerAttributes(TokenInput &in, ListBuilder<ast::Attribute> &out);
bool startsAttribute(const TokenInput &in);
/// True when `#[cfg(…)]` or a macro may remove what the attributes stand on: rustc then never sees its late errors.
bool mayBeRemoved(const TokenInput &in, List<ast::Attribute> attributes);
/// True for attributes inside a body that have no effect: documentation, levels of lints and, where they may stand, those of tools.
bool areHarmless(const TokenInput &in, List<ast::Attribute> attributes, bool tools);
/// Outer attributes as a list.
bool parseAttributeList(TokenInput &in, List<ast::Attribute> &out);
bool parseVisibility(TokenInput &in, ast::Visibility &out);
/// The same where no type follows: `pub(name)` is an error of its own.
bool parseItemVisibility(TokenInput &in, ast::Visibility &out);
/// Where an item stands.
enum class ItemPlace : std::uint8_t { Module, Block, Impl, TraitImpl, Trait, ExternBlock };
/// True when an item starts here (its attributes have been read).
bool startsItem(const TokenInput &in, ItemPlace place);
/// One item without its attributes, which are given.
bool parseItem(TokenInput &in, ItemPlace place, List<ast::Attribute> attributes, const ast::Item *&out);
/// The items of a module up to its `}` or the end of the file, with recovery. Not eaten: the closing token.
bool parseModuleItems(TokenInput &in, List<const ast::Item *> &out);
/// The statements of a block up to its `}`, with recovery. Not eaten: the closing brace.
bool parseBlockBody(TokenInput &in, ast::BlockExpr &block);
bool parseUseItem(TokenInput &in, ast::UseItem &out);

} // namespace lien::grammar
