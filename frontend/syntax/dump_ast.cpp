// The tree, one node a line. A role tells what a child is to its parent.
#include "frontend/syntax/dump.hpp"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SaveAndRestore.h"

namespace lien {

namespace {

using llvm::StringRef;

const char *text(ast::BinaryOp op) {
  static constexpr const char *texts[] = {"+", "-", "*", "/", "%", "&&", "||", "^", "&", "|", "<<", ">>", "==", "<", "<=", "!=", ">=", ">"};
  return texts[static_cast<unsigned>(op)];
}

const char *text(ast::UnaryOp op) {
  switch (op) {
  case ast::UnaryOp::Neg:
    return "-";
  case ast::UnaryOp::Not:
    return "!";
  case ast::UnaryOp::Deref:
    return "*";
  }
  return "";
}

const char *text(ast::LiteralKind kind) {
  switch (kind) {
  case ast::LiteralKind::Int:
    return "int";
  case ast::LiteralKind::Float:
    return "float";
  case ast::LiteralKind::Bool:
    return "bool";
  case ast::LiteralKind::Char:
    return "char";
  case ast::LiteralKind::Byte:
    return "byte";
  case ast::LiteralKind::Str:
    return "str";
  case ast::LiteralKind::ByteStr:
    return "byte str";
  case ast::LiteralKind::CStr:
    return "C str";
  }
  return "";
}

class AstDumper {
public:
  AstDumper(const SourceFile &source, const SymbolTable &symbols, llvm::raw_ostream &out) : source_(source), symbols_(symbols), out_(out) {}

  void file(const ast::File &file) {
    line("", "File", "", file.span);
    const auto deeper = indent();
    attributes(file.attributes);
    for (const ast::Item *child : file.items)
      item("", child);
  }

private:
  // ------------------------------------------------------------------------------------------------------------- lines

  llvm::SaveAndRestore<unsigned> indent() { return {depth_, depth_ + 1}; }

  void position(std::uint32_t offset) {
    const LineColumn at = source_.lineColumn(offset);
    out_ << at.line << ':' << at.column;
  }

  void line(StringRef role, StringRef kind, StringRef details, Span span) {
    out_.indent(2 * depth_);
    if (!role.empty())
      out_ << role << ": ";
    out_ << kind;
    if (!details.empty())
      out_ << ' ' << details;
    out_ << ' ';
    position(span.lo());
    out_ << '-';
    position(span.hi());
    out_ << '\n';
  }

  [[nodiscard]] std::string name(Symbol symbol) const { return symbols_.text(symbol).str(); }
  [[nodiscard]] std::string quoted(Symbol symbol) const { return "`" + name(symbol) + "`"; }
  [[nodiscard]] static std::string words(std::initializer_list<StringRef> parts) {
    std::string joined;
    for (const StringRef part : parts) {
      if (part.empty())
        continue;
      if (!joined.empty())
        joined += ' ';
      joined += part.str();
    }
    return joined;
  }
  [[nodiscard]] static StringRef when(bool condition, StringRef word) { return condition ? word : StringRef(); }
  [[nodiscard]] static StringRef mut(Mutability mutability) { return when(mutability == Mutability::Mut, "mut"); }

  /// A path in one line; generic arguments and self types follow as children.
  [[nodiscard]] std::string pathText(const ast::Path &path) const {
    std::string joined = path.qself != nullptr ? "<…>::" : path.global ? "::" : "";
    for (const ast::PathSegment &segment : path.segments) {
      joined += name(segment.ident.name);
      if (segment.args != nullptr)
        joined += segment.args->parenthesised ? "(…)" : "<…>";
      joined += "::";
    }
    if (!path.segments.empty())
      joined.resize(joined.size() - 2);
    return "`" + joined + "`";
  }

  void pathChildren(const ast::Path &path) {
    if (path.qself != nullptr) {
      type("self", path.qself->type);
      out_.indent(2 * depth_) << "trait segments: " << path.qself->trait_segments << '\n';
    }
    for (const ast::PathSegment &segment : path.segments)
      if (segment.args != nullptr)
        genericArgs(*segment.args);
  }

  // ---------------------------------------------------------------------------------------------------------- generics

  void genericArgs(const ast::GenericArgs &args) {
    line("", args.parenthesised ? "ParenArgs" : "GenericArgs", "", args.span);
    const auto deeper = indent();
    for (const ast::GenericArg &arg : args.args)
      genericArg(arg);
    for (const ast::Type *input : args.inputs)
      type("input", input);
    if (args.output != nullptr)
      type("output", args.output);
  }

  void genericArg(const ast::GenericArg &arg) {
    switch (arg.kind) {
    case ast::GenericArg::Kind::Lifetime:
      return line("", "Lifetime", quoted(arg.lifetime.name), arg.span);
    case ast::GenericArg::Kind::Type:
      return type("", arg.type);
    case ast::GenericArg::Kind::Const:
      return expr("const", arg.expr);
    case ast::GenericArg::Kind::AssocEq:
    case ast::GenericArg::Kind::AssocBound:
      break;
    }
    line("", arg.kind == ast::GenericArg::Kind::AssocEq ? "AssocEq" : "AssocBound", quoted(arg.name.name), arg.span);
    const auto deeper = indent();
    if (arg.args != nullptr)
      genericArgs(*arg.args);
    if (arg.type != nullptr)
      type("", arg.type);
    if (arg.expr != nullptr)
      expr("", arg.expr);
    bounds(arg.bounds);
  }

  void bounds(ast::List<const ast::GenericBound *> list) {
    for (const ast::GenericBound *bound : list)
      genericBound(*bound);
  }

  void genericBound(const ast::GenericBound &bound) {
    switch (bound.kind) {
    case ast::GenericBound::Kind::Outlives:
      return line("bound", "Outlives", quoted(bound.lifetime.name), bound.span);
    case ast::GenericBound::Kind::Use: {
      std::string captures;
      for (const ast::Ident &capture : bound.captures)
        captures += (captures.empty() ? "" : " ") + quoted(capture.name);
      return line("bound", "Use", captures, bound.span);
    }
    case ast::GenericBound::Kind::Trait:
      break;
    }
    line("bound", "Trait", words({when(bound.is_const, "const"), when(bound.maybe, "?"), pathText(bound.path)}), bound.span);
    const auto deeper = indent();
    genericParams(bound.for_lifetimes);
    pathChildren(bound.path);
  }

  void genericParams(ast::List<ast::GenericParam> params) {
    for (const ast::GenericParam &param : params) {
      static constexpr const char *kinds[] = {"LifetimeParam", "TypeParam", "ConstParam"};
      line("", kinds[static_cast<unsigned>(param.kind)], quoted(param.name.name), param.span);
      const auto deeper = indent();
      attributes(param.attributes);
      bounds(param.bounds);
      if (param.type != nullptr)
        type(param.kind == ast::GenericParam::Kind::Type ? "default" : "type", param.type);
      if (param.default_expr != nullptr)
        expr("default", param.default_expr);
    }
  }

  void generics(const ast::Generics &generics) {
    genericParams(generics.params);
    for (const ast::WherePredicate &predicate : generics.where_predicates) {
      line("where", "Predicate", predicate.lifetime.present() ? quoted(predicate.lifetime.name) : "", predicate.span);
      const auto deeper = indent();
      genericParams(predicate.for_lifetimes);
      if (predicate.type != nullptr)
        type("", predicate.type);
      bounds(predicate.bounds);
    }
  }

  // ------------------------------------------------------------------------------------------------------------- types

  void type(StringRef role, const ast::Type *node) {
    switch (node->kind) {
    case ast::TypeKind::Path: {
      const auto &path = llvm::cast<ast::PathType>(node)->path;
      line(role, "PathType", pathText(path), node->span);
      const auto deeper = indent();
      return pathChildren(path);
    }
    case ast::TypeKind::Ref: {
      const auto *ref = llvm::cast<ast::RefType>(node);
      line(role, "RefType", words({ref->lifetime.present() ? quoted(ref->lifetime.name) : "", mut(ref->mutability)}), node->span);
      const auto deeper = indent();
      return type("", ref->pointee);
    }
    case ast::TypeKind::Slice: {
      line(role, "SliceType", "", node->span);
      const auto deeper = indent();
      return type("", llvm::cast<ast::SliceType>(node)->element);
    }
    case ast::TypeKind::Array: {
      line(role, "ArrayType", "", node->span);
      const auto deeper = indent();
      type("", llvm::cast<ast::ArrayType>(node)->element);
      return expr("length", llvm::cast<ast::ArrayType>(node)->length);
    }
    case ast::TypeKind::Tuple: {
      line(role, "TupleType", "", node->span);
      const auto deeper = indent();
      for (const ast::Type *element : llvm::cast<ast::TupleType>(node)->elements)
        type("", element);
      return;
    }
    case ast::TypeKind::Never:
      return line(role, "NeverType", "", node->span);
    case ast::TypeKind::Infer:
      return line(role, "InferType", "", node->span);
    case ast::TypeKind::FnPtr: {
      const auto *fn = llvm::cast<ast::FnPtrType>(node);
      line(role, "FnPtrType", "", node->span);
      const auto deeper = indent();
      genericParams(fn->for_lifetimes);
      for (const ast::Type *input : fn->inputs)
        type("input", input);
      if (fn->output != nullptr)
        type("output", fn->output);
      return;
    }
    case ast::TypeKind::ImplTrait: {
      line(role, "ImplTraitType", "", node->span);
      const auto deeper = indent();
      return bounds(llvm::cast<ast::ImplTraitType>(node)->bounds);
    }
    case ast::TypeKind::DynTrait: {
      const auto *object = llvm::cast<ast::DynTraitType>(node);
      line(role, "DynTraitType", when(!object->has_dyn, "without dyn"), node->span);
      const auto deeper = indent();
      return bounds(object->bounds);
    }
    case ast::TypeKind::Paren: {
      line(role, "ParenType", "", node->span);
      const auto deeper = indent();
      return type("", llvm::cast<ast::ParenType>(node)->inner);
    }
    case ast::TypeKind::Unsupported:
      return line(role, "UnsupportedType", llvm::cast<ast::UnsupportedType>(node)->what, node->span);
    case ast::TypeKind::Error:
      return line(role, "ErrorType", "", node->span);
    }
  }

  // ---------------------------------------------------------------------------------------------------------- patterns

  void pats(ast::List<const ast::Pat *> list) {
    for (const ast::Pat *element : list)
      pat("", element);
  }

  void pat(StringRef role, const ast::Pat *node) {
    switch (node->kind) {
    case ast::PatKind::Wild:
      return line(role, "WildPat", "", node->span);
    case ast::PatKind::Rest:
      return line(role, "RestPat", "", node->span);
    case ast::PatKind::Ident: {
      const auto *binding = llvm::cast<ast::IdentPat>(node);
      line(role, "IdentPat", words({when(binding->is_mut, "mut"), when(binding->by_ref, "ref"), mut(binding->ref_mutability), quoted(binding->name.name)}),
           node->span);
      const auto deeper = indent();
      if (binding->sub != nullptr)
        pat("sub", binding->sub);
      return;
    }
    case ast::PatKind::Path: {
      const auto &path = llvm::cast<ast::PathPat>(node)->path;
      line(role, "PathPat", pathText(path), node->span);
      const auto deeper = indent();
      return pathChildren(path);
    }
    case ast::PatKind::TupleStruct: {
      const auto *tuple = llvm::cast<ast::TupleStructPat>(node);
      line(role, "TupleStructPat", pathText(tuple->path), node->span);
      const auto deeper = indent();
      pathChildren(tuple->path);
      return pats(tuple->elements);
    }
    case ast::PatKind::Struct:
      return structPat(role, llvm::cast<ast::StructPat>(node));
    case ast::PatKind::Tuple: {
      line(role, "TuplePat", "", node->span);
      const auto deeper = indent();
      return pats(llvm::cast<ast::TuplePat>(node)->elements);
    }
    case ast::PatKind::Slice: {
      line(role, "SlicePat", "", node->span);
      const auto deeper = indent();
      return pats(llvm::cast<ast::SlicePat>(node)->elements);
    }
    case ast::PatKind::Ref: {
      const auto *ref = llvm::cast<ast::RefPat>(node);
      line(role, "RefPat", mut(ref->mutability), node->span);
      const auto deeper = indent();
      return pat("", ref->sub);
    }
    case ast::PatKind::Literal: {
      line(role, "LiteralPat", "", node->span);
      const auto deeper = indent();
      return expr("", llvm::cast<ast::LiteralPat>(node)->expr);
    }
    case ast::PatKind::Range: {
      const auto *range = llvm::cast<ast::RangePat>(node);
      line(role, "RangePat", range->inclusive ? "inclusive" : "exclusive", node->span);
      const auto deeper = indent();
      optional("lo", range->lo);
      return optional("hi", range->hi);
    }
    case ast::PatKind::Or: {
      line(role, "OrPat", "", node->span);
      const auto deeper = indent();
      return pats(llvm::cast<ast::OrPat>(node)->alternatives);
    }
    case ast::PatKind::Paren: {
      line(role, "ParenPat", "", node->span);
      const auto deeper = indent();
      return pat("", llvm::cast<ast::ParenPat>(node)->inner);
    }
    case ast::PatKind::Unsupported:
      return line(role, "UnsupportedPat", llvm::cast<ast::UnsupportedPat>(node)->what, node->span);
    case ast::PatKind::Error:
      return line(role, "ErrorPat", "", node->span);
    }
  }

  void structPat(StringRef role, const ast::StructPat *node) {
    line(role, "StructPat", words({pathText(node->path), when(node->has_rest, "with rest")}), node->span);
    const auto deeper = indent();
    pathChildren(node->path);
    for (const ast::FieldPat &field : node->fields) {
      line("", "FieldPat", words({quoted(field.name.name), when(field.shorthand, "shorthand")}), field.span);
      const auto inside = indent();
      attributes(field.attributes);
      pat("", field.pat);
    }
  }

  // ------------------------------------------------------------------------------------------------------- expressions

  void optional(StringRef role, const ast::Expr *node) {
    if (node != nullptr)
      expr(role, node);
  }

  void exprs(StringRef role, ast::List<const ast::Expr *> list) {
    for (const ast::Expr *element : list)
      expr(role, element);
  }

  [[nodiscard]] std::string labelText(const ast::Lifetime &label) const { return label.present() ? quoted(label.name) : ""; }

  void expr(StringRef role, const ast::Expr *node);
  void chainLink(StringRef role, const ast::Expr *node);
  void restOfLink(const ast::Expr *node);
  void leaf(StringRef role, const ast::Expr *node);
  void literal(StringRef role, const ast::LiteralExpr *node);
  void ifChain(StringRef role, const ast::IfExpr *node);
  void match(StringRef role, const ast::MatchExpr *node);
  void closure(StringRef role, const ast::ClosureExpr *node);
  void structExpr(StringRef role, const ast::StructExpr *node);
  void macroCall(StringRef role, const ast::MacroCallExpr *node);
  void block(StringRef role, const ast::BlockExpr *node);
  void stmt(const ast::Stmt *node);

  // ------------------------------------------------------------------------------------------------------------- items

  void attributes(ast::List<ast::Attribute> list);
  void meta(const ast::Meta &node);
  void fields(ast::List<ast::FieldDef> list);
  void useTree(const ast::UseTree &tree);
  void fn(StringRef role, const ast::FnItem *node);
  void itemHead(StringRef role, StringRef kind, StringRef details, const ast::Item *node);
  void item(StringRef role, const ast::Item *node);
  [[nodiscard]] std::string visibilityText(const ast::Visibility &visibility) const;

  const SourceFile &source_;
  const SymbolTable &symbols_;
  llvm::raw_ostream &out_;
  unsigned depth_ = 0;
};

// ----------------------------------------------------------------------------------------------------------- expressions

void AstDumper::literal(StringRef role, const ast::LiteralExpr *node) {
  std::string value;
  llvm::raw_string_ostream stream(value);
  stream << text(node->literal) << ' ';
  switch (node->literal) {
  case ast::LiteralKind::Int:
    if (node->value_hi != 0)
      stream << "0x" << llvm::utohexstr(node->value_hi, true) << '_' << llvm::utohexstr(node->value_lo, true, 16);
    else
      stream << node->value_lo;
    break;
  case ast::LiteralKind::Bool:
    stream << (node->value_lo != 0 ? "true" : "false");
    break;
  case ast::LiteralKind::Char:
  case ast::LiteralKind::Byte:
    stream << "U+" << llvm::utohexstr(node->value_lo, false, 4);
    break;
  case ast::LiteralKind::Float:
  case ast::LiteralKind::Str:
  case ast::LiteralKind::ByteStr:
  case ast::LiteralKind::CStr:
    stream << '"';
    stream.write_escaped(symbols_.text(node->text)) << '"';
    break;
  }
  if (!node->suffix.empty())
    stream << " suffix " << name(node->suffix);
  line(role, "Literal", value, node->span);
}

void AstDumper::ifChain(StringRef role, const ast::IfExpr *node) {
  const unsigned depth = depth_;
  for (;; role = "else") {
    line(role, "If", "", node->span);
    ++depth_;
    expr("condition", node->condition);
    block("then", node->then_block);
    const auto *next = llvm::dyn_cast_or_null<ast::IfExpr>(node->else_expr);
    if (next == nullptr)
      break;
    node = next;
  }
  optional("else", node->else_expr);
  depth_ = depth;
}

void AstDumper::match(StringRef role, const ast::MatchExpr *node) {
  line(role, "Match", "", node->span);
  const auto deeper = indent();
  expr("scrutinee", node->scrutinee);
  for (const ast::MatchArm &arm : node->arms) {
    line("", "Arm", "", arm.span);
    const auto inside = indent();
    attributes(arm.attributes);
    pat("", arm.pat);
    optional("guard", arm.guard);
    optional("body", arm.body);
  }
}

void AstDumper::closure(StringRef role, const ast::ClosureExpr *node) {
  line(role, "Closure", when(node->is_move, "move"), node->span);
  const auto deeper = indent();
  for (const ast::ClosureParam &param : node->params) {
    pat("param", param.pat);
    if (param.type != nullptr)
      type("param type", param.type);
  }
  if (node->output != nullptr)
    type("output", node->output);
  expr("body", node->body);
}

void AstDumper::structExpr(StringRef role, const ast::StructExpr *node) {
  line(role, "Struct", words({pathText(node->path), when(node->has_rest, "with rest")}), node->span);
  const auto deeper = indent();
  pathChildren(node->path);
  for (const ast::FieldInit &field : node->fields) {
    line("", "FieldInit", words({quoted(field.name.name), when(field.shorthand, "shorthand")}), field.span);
    const auto inside = indent();
    attributes(field.attributes);
    expr("", field.value);
  }
  optional("base", node->base);
}

void AstDumper::macroCall(StringRef role, const ast::MacroCallExpr *node) {
  const std::string delimiter(1, node->delimiter);
  line(role, "MacroCall", words({pathText(node->path), delimiter, when(node->macro == ast::MacroKind::Unknown, "unknown"), when(node->is_repeat, "repeat")}),
       node->span);
  const auto deeper = indent();
  for (const ast::MacroArg &arg : node->args)
    expr(arg.name.name.empty() ? "arg" : "arg " + quoted(arg.name.name), arg.value);
  if (node->pat != nullptr)
    pat("pattern", node->pat);
  optional("guard", node->guard);
}

/// The child that a chain goes on with: operands on the left, receivers, operands of prefixes. Chains may be very long.
struct Link {
  const ast::Expr *child = nullptr;
  const char *role = "";
};
Link linkOf(const ast::Expr *node) {
  using ast::ExprKind;
  switch (node->kind) {
  case ExprKind::Unary:
    return {llvm::cast<ast::UnaryExpr>(node)->operand};
  case ExprKind::Borrow:
    return {llvm::cast<ast::BorrowExpr>(node)->operand};
  case ExprKind::Binary:
    return {llvm::cast<ast::BinaryExpr>(node)->lhs};
  case ExprKind::Assign:
    return {llvm::cast<ast::AssignExpr>(node)->lhs};
  case ExprKind::AssignOp:
    return {llvm::cast<ast::AssignOpExpr>(node)->lhs};
  case ExprKind::Call:
    return {llvm::cast<ast::CallExpr>(node)->callee, "callee"};
  case ExprKind::MethodCall:
    return {llvm::cast<ast::MethodCallExpr>(node)->receiver, "receiver"};
  case ExprKind::Field:
    return {llvm::cast<ast::FieldExpr>(node)->base};
  case ExprKind::Index:
    return {llvm::cast<ast::IndexExpr>(node)->base};
  case ExprKind::Cast:
    return {llvm::cast<ast::CastExpr>(node)->operand};
  case ExprKind::Try:
    return {llvm::cast<ast::TryExpr>(node)->operand};
  case ExprKind::Paren:
    return {llvm::cast<ast::ParenExpr>(node)->inner};
  default: // nodes that start no chain
    return {};
  }
}

/// The line of a node that links a chain.
void AstDumper::chainLink(StringRef role, const ast::Expr *node) {
  using ast::ExprKind;
  switch (node->kind) {
  case ExprKind::Unary:
    return line(role, "Unary", text(llvm::cast<ast::UnaryExpr>(node)->op), node->span);
  case ExprKind::Borrow:
    return line(role, "Borrow", mut(llvm::cast<ast::BorrowExpr>(node)->mutability), node->span);
  case ExprKind::Binary:
    return line(role, "Binary", text(llvm::cast<ast::BinaryExpr>(node)->op), node->span);
  case ExprKind::Assign:
    return line(role, "Assign", "", node->span);
  case ExprKind::AssignOp:
    return line(role, "AssignOp", std::string(text(llvm::cast<ast::AssignOpExpr>(node)->op)) + "=", node->span);
  case ExprKind::Call:
    return line(role, "Call", "", node->span);
  case ExprKind::MethodCall:
    return line(role, "MethodCall", quoted(llvm::cast<ast::MethodCallExpr>(node)->method.ident.name), node->span);
  case ExprKind::Field:
    return line(role, "Field", quoted(llvm::cast<ast::FieldExpr>(node)->field.name), node->span);
  case ExprKind::Index:
    return line(role, "Index", "", node->span);
  case ExprKind::Cast:
    return line(role, "Cast", "", node->span);
  case ExprKind::Try:
    return line(role, "Try", "", node->span);
  case ExprKind::Paren:
    return line(role, "Paren", "", node->span);
  default: // linkOf names no others
    return;
  }
}

/// The other children of a link, after the chain below it.
void AstDumper::restOfLink(const ast::Expr *node) {
  if (const auto *binary = llvm::dyn_cast<ast::BinaryExpr>(node))
    expr("", binary->rhs);
  else if (const auto *assign = llvm::dyn_cast<ast::AssignExpr>(node))
    expr("", assign->rhs);
  else if (const auto *assign_op = llvm::dyn_cast<ast::AssignOpExpr>(node))
    expr("", assign_op->rhs);
  else if (const auto *call = llvm::dyn_cast<ast::CallExpr>(node))
    exprs("arg", call->args);
  else if (const auto *index = llvm::dyn_cast<ast::IndexExpr>(node))
    expr("index", index->index);
  else if (const auto *cast = llvm::dyn_cast<ast::CastExpr>(node))
    type("type", cast->type);
  else if (const auto *method = llvm::dyn_cast<ast::MethodCallExpr>(node)) {
    if (method->method.args != nullptr)
      genericArgs(*method->method.args);
    exprs("arg", method->args);
  }
}

/// A chain is walked down and back up in loops: its length is not limited.
void AstDumper::expr(StringRef role, const ast::Expr *node) {
  llvm::SmallVector<const ast::Expr *, 8> chain;
  for (Link link = linkOf(node); link.child != nullptr; link = linkOf(node)) {
    chainLink(role, node);
    chain.push_back(node);
    ++depth_;
    node = link.child;
    role = link.role;
  }
  leaf(role, node);
  for (const ast::Expr *link : llvm::reverse(chain)) {
    restOfLink(link);
    --depth_;
  }
}

void AstDumper::leaf(StringRef role, const ast::Expr *node) {
  using ast::ExprKind;
  const auto withValue = [&](StringRef kind, StringRef details, const ast::Expr *value) {
    line(role, kind, details, node->span);
    const auto deeper = indent();
    optional("", value);
  };
  switch (node->kind) {
  case ExprKind::Literal:
    return literal(role, llvm::cast<ast::LiteralExpr>(node));
  case ExprKind::Path: {
    const auto &path = llvm::cast<ast::PathExpr>(node)->path;
    line(role, "Path", pathText(path), node->span);
    const auto deeper = indent();
    return pathChildren(path);
  }
  case ExprKind::Range: {
    const auto *range = llvm::cast<ast::RangeExpr>(node);
    line(role, "Range", range->inclusive ? "inclusive" : "", node->span);
    const auto deeper = indent();
    optional("lo", range->lo);
    return optional("hi", range->hi);
  }
  case ExprKind::Block:
    return block(role, llvm::cast<ast::BlockExpr>(node));
  case ExprKind::If:
    return ifChain(role, llvm::cast<ast::IfExpr>(node));
  case ExprKind::Let: {
    const auto *let = llvm::cast<ast::LetExpr>(node);
    line(role, "LetExpr", "", node->span);
    const auto deeper = indent();
    pat("", let->pat);
    return expr("scrutinee", let->scrutinee);
  }
  case ExprKind::Match:
    return match(role, llvm::cast<ast::MatchExpr>(node));
  case ExprKind::Loop: {
    const auto *loop = llvm::cast<ast::LoopExpr>(node);
    line(role, "Loop", labelText(loop->label), node->span);
    const auto deeper = indent();
    return block("body", loop->body);
  }
  case ExprKind::While: {
    const auto *loop = llvm::cast<ast::WhileExpr>(node);
    line(role, "While", labelText(loop->label), node->span);
    const auto deeper = indent();
    expr("condition", loop->condition);
    return block("body", loop->body);
  }
  case ExprKind::For: {
    const auto *loop = llvm::cast<ast::ForExpr>(node);
    line(role, "For", labelText(loop->label), node->span);
    const auto deeper = indent();
    pat("", loop->pat);
    expr("iterable", loop->iterable);
    return block("body", loop->body);
  }
  case ExprKind::Break:
    return withValue("Break", labelText(llvm::cast<ast::BreakExpr>(node)->label), llvm::cast<ast::BreakExpr>(node)->value);
  case ExprKind::Continue:
    return line(role, "Continue", labelText(llvm::cast<ast::ContinueExpr>(node)->label), node->span);
  case ExprKind::Return:
    return withValue("Return", "", llvm::cast<ast::ReturnExpr>(node)->value);
  case ExprKind::Closure:
    return closure(role, llvm::cast<ast::ClosureExpr>(node));
  case ExprKind::Struct:
    return structExpr(role, llvm::cast<ast::StructExpr>(node));
  case ExprKind::Tuple: {
    line(role, "Tuple", "", node->span);
    const auto deeper = indent();
    return exprs("", llvm::cast<ast::TupleExpr>(node)->elements);
  }
  case ExprKind::Array: {
    line(role, "Array", "", node->span);
    const auto deeper = indent();
    return exprs("", llvm::cast<ast::ArrayExpr>(node)->elements);
  }
  case ExprKind::Repeat:
    withValue("Repeat", "", llvm::cast<ast::RepeatExpr>(node)->element);
    {
      const auto deeper = indent();
      return expr("count", llvm::cast<ast::RepeatExpr>(node)->count);
    }
  case ExprKind::Underscore:
    return line(role, "Underscore", "", node->span);
  case ExprKind::MacroCall:
    return macroCall(role, llvm::cast<ast::MacroCallExpr>(node));
  case ExprKind::Unsupported:
    return line(role, "Unsupported", llvm::cast<ast::UnsupportedExpr>(node)->what, node->span);
  case ExprKind::Error:
    return line(role, "ErrorExpr", "", node->span);
  case ExprKind::Unary:
  case ExprKind::Borrow:
  case ExprKind::Binary:
  case ExprKind::Assign:
  case ExprKind::AssignOp:
  case ExprKind::Call:
  case ExprKind::MethodCall:
  case ExprKind::Field:
  case ExprKind::Index:
  case ExprKind::Cast:
  case ExprKind::Try:
  case ExprKind::Paren:
    return; // links of a chain
  }
}

// ------------------------------------------------------------------------------------------------------------ statements

void AstDumper::block(StringRef role, const ast::BlockExpr *node) {
  line(role, "Block", labelText(node->label), node->span);
  const auto deeper = indent();
  attributes(node->inner_attributes);
  for (const ast::Stmt *statement : node->stmts)
    stmt(statement);
  optional("tail", node->tail);
}

void AstDumper::stmt(const ast::Stmt *node) {
  switch (node->kind) {
  case ast::StmtKind::Let: {
    const auto *let = llvm::cast<ast::LetStmt>(node);
    line("", "Let", "", node->span);
    const auto deeper = indent();
    attributes(let->attributes);
    pat("", let->pat);
    if (let->type != nullptr)
      type("type", let->type);
    optional("init", let->init);
    if (let->else_block != nullptr)
      block("else", let->else_block);
    return;
  }
  case ast::StmtKind::Item:
    return item("", llvm::cast<ast::ItemStmt>(node)->item);
  case ast::StmtKind::Expr: {
    const auto *statement = llvm::cast<ast::ExprStmt>(node);
    line("", "ExprStmt", when(!statement->has_semi, "without semicolon"), node->span);
    const auto deeper = indent();
    attributes(statement->attributes);
    return expr("", statement->expr);
  }
  case ast::StmtKind::Empty:
    return line("", "EmptyStmt", "", node->span);
  case ast::StmtKind::Error:
    return line("", "ErrorStmt", "", node->span);
  }
}

// ----------------------------------------------------------------------------------------------------------------- items

void AstDumper::meta(const ast::Meta &node) {
  static constexpr const char *kinds[] = {"word", "list", "name-value", "literal", "other"};
  line("", "Meta", words({kinds[static_cast<unsigned>(node.kind)], node.path.segments.empty() ? "" : pathText(node.path)}), node.span);
  const auto deeper = indent();
  if (node.literal != nullptr)
    literal("", node.literal);
  for (const ast::Meta &entry : node.list)
    meta(entry);
}

void AstDumper::attributes(ast::List<ast::Attribute> list) {
  for (const ast::Attribute &attribute : list) {
    line("", attribute.is_doc ? "Doc" : "Attribute", when(attribute.inner, "inner"), attribute.span);
    const auto deeper = indent();
    if (!attribute.is_doc)
      meta(attribute.meta);
  }
}

std::string AstDumper::visibilityText(const ast::Visibility &visibility) const {
  switch (visibility.kind) {
  case ast::Visibility::Kind::Inherited:
    return "";
  case ast::Visibility::Kind::Public:
    return "pub";
  case ast::Visibility::Kind::Crate:
    return "pub(crate)";
  case ast::Visibility::Kind::Restricted:
    return "pub(in " + pathText(visibility.path) + ")";
  }
  return "";
}

void AstDumper::fields(ast::List<ast::FieldDef> list) {
  for (const ast::FieldDef &field : list) {
    line("", "Field", words({visibilityText(field.visibility), quoted(field.name.name)}), field.span);
    const auto deeper = indent();
    attributes(field.attributes);
    type("", field.type);
  }
}

void AstDumper::useTree(const ast::UseTree &tree) {
  static constexpr const char *kinds[] = {"simple", "glob", "group"};
  const std::string rename = tree.rename.name.empty() ? "" : "as " + quoted(tree.rename.name);
  line("", "UseTree", words({kinds[static_cast<unsigned>(tree.kind)], pathText(tree.prefix), rename}), tree.span);
  const auto deeper = indent();
  for (const ast::UseTree &child : tree.group)
    useTree(child);
}

void AstDumper::itemHead(StringRef role, StringRef kind, StringRef details, const ast::Item *node) {
  line(role, kind, words({visibilityText(node->visibility), node->name.name.empty() ? "" : quoted(node->name.name), details}), node->span);
}

void AstDumper::fn(StringRef role, const ast::FnItem *node) {
  itemHead(role, "Fn", words({when(node->is_const, "const"), node->unsupported != nullptr ? node->unsupported : ""}), node);
  const auto deeper = indent();
  attributes(node->attributes);
  generics(node->generics);
  if (node->self_param.present) {
    const ast::SelfParam &self = node->self_param;
    line("", "SelfParam", words({when(self.is_ref, "&"), labelText(self.lifetime), mut(self.mutability)}), self.span);
    const auto inside = indent();
    if (self.type != nullptr)
      type("", self.type);
  }
  for (const ast::Param &param : node->params) {
    line("", "Param", "", param.span);
    const auto inside = indent();
    attributes(param.attributes);
    pat("", param.pat);
    type("", param.type);
  }
  if (node->output != nullptr)
    type("output", node->output);
  if (node->body != nullptr)
    block("body", node->body);
}

void AstDumper::item(StringRef role, const ast::Item *node) {
  using ast::ItemKind;
  if (const auto *function = llvm::dyn_cast<ast::FnItem>(node))
    return fn(role, function);
  static constexpr const char *kinds[] = {"Fn",     "Struct",    "Enum", "Impl", "Trait",           "Const",
                                          "Static", "TypeAlias", "Mod",  "Use",  "UnsupportedItem", "ErrorItem"};
  StringRef details;
  if (const auto *unsupported = llvm::dyn_cast<ast::UnsupportedItem>(node))
    details = unsupported->what;
  itemHead(role, kinds[static_cast<unsigned>(node->kind)], details, node);
  const auto deeper = indent();
  attributes(node->attributes);
  generics(node->generics);
  const auto children = [&](ast::List<const ast::Item *> list) {
    for (const ast::Item *child : list)
      item("", child);
  };
  switch (node->kind) {
  case ItemKind::Fn:
  case ItemKind::Unsupported:
  case ItemKind::Error:
    return;
  case ItemKind::Struct:
    return fields(llvm::cast<ast::StructItem>(node)->fields);
  case ItemKind::Enum:
    for (const ast::VariantDef &variant : llvm::cast<ast::EnumItem>(node)->variants) {
      line("", "Variant", quoted(variant.name.name), variant.span);
      const auto inside = indent();
      attributes(variant.attributes);
      fields(variant.fields);
      optional("discriminant", variant.discriminant);
    }
    return;
  case ItemKind::Impl: {
    const auto *impl = llvm::cast<ast::ImplItem>(node);
    if (impl->trait_path != nullptr) {
      line("trait", impl->negative ? "negative" : "", pathText(*impl->trait_path), impl->trait_path->span);
      pathChildren(*impl->trait_path);
    }
    type("self", impl->self_type);
    return children(impl->items);
  }
  case ItemKind::Trait:
    bounds(llvm::cast<ast::TraitItem>(node)->supertraits);
    return children(llvm::cast<ast::TraitItem>(node)->items);
  case ItemKind::Const:
    type("type", llvm::cast<ast::ConstItem>(node)->type);
    return optional("value", llvm::cast<ast::ConstItem>(node)->value);
  case ItemKind::Static:
    type("type", llvm::cast<ast::StaticItem>(node)->type);
    return optional("value", llvm::cast<ast::StaticItem>(node)->value);
  case ItemKind::TypeAlias:
    bounds(llvm::cast<ast::TypeAliasItem>(node)->bounds);
    if (llvm::cast<ast::TypeAliasItem>(node)->type != nullptr)
      type("type", llvm::cast<ast::TypeAliasItem>(node)->type);
    return;
  case ItemKind::Mod:
    attributes(llvm::cast<ast::ModItem>(node)->inner_attributes);
    return children(llvm::cast<ast::ModItem>(node)->items);
  case ItemKind::Use:
    return useTree(llvm::cast<ast::UseItem>(node)->tree);
  }
}

} // namespace

void dumpAst(const ast::File &file, const SourceFile &source, const SymbolTable &symbols, llvm::raw_ostream &out) {
  AstDumper(source, symbols, out).file(file);
}

} // namespace lien
