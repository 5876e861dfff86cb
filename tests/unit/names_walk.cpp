#include "names_walk.hpp"

namespace lien::test {
namespace {

using llvm::cast;

class Walker {
public:
  Walker(Resolver &resolver, DefId owner, DiagnosticSink &sink) : resolver_(resolver), owner_(owner), sink_(sink), scopes_(resolver, owner) {}

  void item() {
    const Def &def = resolver_.defs()[owner_];
    if (def.kind == DefKind::AnonConst) {
      expr(def.expr);
      return;
    }
    generics(def.item->generics);
    switch (def.kind) {
    case DefKind::Fn:
    case DefKind::AssocFn:
      fn(*def.as<ast::FnItem>());
      return;
    case DefKind::Struct:
      fields(def.as<ast::StructItem>()->fields);
      return;
    case DefKind::Enum:
      for (const ast::VariantDef &variant : def.as<ast::EnumItem>()->variants)
        fields(variant.fields);
      return;
    case DefKind::Trait:
      bounds(def.as<ast::TraitItem>()->supertraits);
      return;
    case DefKind::Impl:
      if (def.as<ast::ImplItem>()->trait_path != nullptr)
        path(*def.as<ast::ImplItem>()->trait_path, PathUse::Trait);
      type(def.as<ast::ImplItem>()->self_type);
      return;
    case DefKind::Const:
    case DefKind::AssocConst:
      type(def.as<ast::ConstItem>()->type);
      expr(def.as<ast::ConstItem>()->value);
      return;
    case DefKind::Static:
      type(def.as<ast::StaticItem>()->type);
      expr(def.as<ast::StaticItem>()->value);
      return;
    case DefKind::TypeAlias:
    case DefKind::AssocType:
      bounds(def.as<ast::TypeAliasItem>()->bounds);
      type(def.as<ast::TypeAliasItem>()->type);
      return;
    default:
      return;
    }
  }

private:
  void fields(ast::List<ast::FieldDef> list) {
    for (const ast::FieldDef &field : list)
      type(field.type);
  }

  void generics(const ast::Generics &generics) {
    for (const ast::GenericParam &param : generics.params) {
      bounds(param.bounds);
      type(param.type);
      expr(param.default_expr);
    }
    for (const ast::WherePredicate &predicate : generics.where_predicates) {
      const std::size_t mark = bind(predicate.for_lifetimes);
      lifetime(predicate.lifetime);
      type(predicate.type);
      bounds(predicate.bounds);
      lifetimes_.resize(mark);
    }
  }

  std::size_t bind(ast::List<ast::GenericParam> params) {
    const std::size_t mark = lifetimes_.size();
    for (const ast::GenericParam &param : params)
      lifetimes_.push_back(param.name.name);
    return mark;
  }

  void lifetime(const ast::Lifetime &lifetime) {
    if (!llvm::is_contained(lifetimes_, lifetime.name))
      resolver_.resolveLifetime(lifetime, owner_, sink_);
  }

  void bounds(ast::List<const ast::GenericBound *> list) {
    for (const ast::GenericBound *bound : list) {
      const std::size_t mark = bind(bound->for_lifetimes);
      if (bound->kind == ast::GenericBound::Kind::Outlives)
        lifetime(bound->lifetime);
      if (bound->kind == ast::GenericBound::Kind::Trait)
        path(bound->path, PathUse::Trait);
      lifetimes_.resize(mark);
    }
  }

  void path(const ast::Path &path, PathUse use) {
    scopes_.resolve(path, use, sink_);
    if (path.qself != nullptr)
      type(path.qself->type);
    for (const ast::PathSegment &segment : path.segments)
      args(segment.args);
  }

  /// A lone name that is no type but a value: a constant as a generic argument.
  bool isConstant(const ast::Type *type) {
    const auto *named = llvm::dyn_cast_or_null<ast::PathType>(type);
    if (named == nullptr || !named->path.isSingle())
      return false;
    DiagnosticSink as_type;
    DiagnosticSink as_value;
    scopes_.resolve(named->path, PathUse::Type, as_type);
    scopes_.resolve(named->path, PathUse::Value, as_value);
    return as_type.hasErrors() && as_value.isClean();
  }

  void args(const ast::GenericArgs *args) {
    if (args == nullptr)
      return;
    for (const ast::GenericArg &arg : args->args) {
      lifetime(arg.lifetime);
      if (!isConstant(arg.type))
        type(arg.type);
      expr(arg.expr);
      this->args(arg.args);
      bounds(arg.bounds);
    }
    for (const ast::Type *input : args->inputs)
      type(input);
    type(args->output);
  }

  void type(const ast::Type *type) {
    if (type == nullptr)
      return;
    switch (type->kind) {
    case ast::TypeKind::Path:
      path(cast<ast::PathType>(type)->path, PathUse::Type);
      return;
    case ast::TypeKind::Ref:
      lifetime(cast<ast::RefType>(type)->lifetime);
      this->type(cast<ast::RefType>(type)->pointee);
      return;
    case ast::TypeKind::Slice:
      this->type(cast<ast::SliceType>(type)->element);
      return;
    case ast::TypeKind::Array:
      this->type(cast<ast::ArrayType>(type)->element);
      constant(cast<ast::ArrayType>(type)->length);
      return;
    case ast::TypeKind::Tuple:
      for (const ast::Type *element : cast<ast::TupleType>(type)->elements)
        this->type(element);
      return;
    case ast::TypeKind::FnPtr: {
      const std::size_t mark = bind(cast<ast::FnPtrType>(type)->for_lifetimes);
      for (const ast::Type *input : cast<ast::FnPtrType>(type)->inputs)
        this->type(input);
      this->type(cast<ast::FnPtrType>(type)->output);
      lifetimes_.resize(mark);
      return;
    }
    case ast::TypeKind::ImplTrait:
      bounds(cast<ast::ImplTraitType>(type)->bounds);
      return;
    case ast::TypeKind::DynTrait:
      bounds(cast<ast::DynTraitType>(type)->bounds);
      return;
    case ast::TypeKind::Paren:
      this->type(cast<ast::ParenType>(type)->inner);
      return;
    case ast::TypeKind::Never:
    case ast::TypeKind::Infer:
    case ast::TypeKind::Unsupported:
    case ast::TypeKind::Error:
      return;
    }
  }

  void fn(const ast::FnItem &item) {
    if (item.self_param.present) {
      scopes_.bind(symbolOf(sym::kw_self), 0);
      lifetime(item.self_param.lifetime);
      type(item.self_param.type);
    }
    for (const ast::Param &param : item.params)
      type(param.type);
    for (const ast::Param &param : item.params)
      pat(param.pat, PatternSource::Param);
    type(item.output);
    if (item.body != nullptr)
      block(*item.body);
  }

  /// The whole pattern resolves in the outer scope; its names are bound afterwards.
  void pat(const ast::Pat *pat, PatternSource source) {
    std::vector<Symbol> names;
    collect(pat, source, names);
    for (const Symbol name : names)
      scopes_.bind(name, 0);
  }

  void collect(const ast::Pat *pat, PatternSource source, std::vector<Symbol> &names) {
    const auto each = [&](ast::List<const ast::Pat *> list) {
      for (const ast::Pat *element : list)
        collect(element, source, names);
    };
    if (pat == nullptr)
      return;
    switch (pat->kind) {
    case ast::PatKind::Ident: {
      const auto &ident = *cast<ast::IdentPat>(pat);
      const bool plain = !ident.by_ref && !ident.is_mut && ident.sub == nullptr;
      if (!scopes_.resolvePatternName(ident.name, sink_, source, plain))
        names.push_back(ident.name.name);
      collect(ident.sub, source, names);
      return;
    }
    case ast::PatKind::Path:
      path(cast<ast::PathPat>(pat)->path, PathUse::UnitPattern);
      return;
    case ast::PatKind::TupleStruct:
      path(cast<ast::TupleStructPat>(pat)->path, PathUse::TupleStruct);
      each(cast<ast::TupleStructPat>(pat)->elements);
      return;
    case ast::PatKind::Struct:
      path(cast<ast::StructPat>(pat)->path, PathUse::Struct);
      for (const ast::FieldPat &field : cast<ast::StructPat>(pat)->fields) {
        if (field.shorthand && field.pat != nullptr && field.pat->kind == ast::PatKind::Ident)
          names.push_back(field.name.name);
        else
          collect(field.pat, source, names);
      }
      return;
    case ast::PatKind::Tuple:
      each(cast<ast::TuplePat>(pat)->elements);
      return;
    case ast::PatKind::Slice:
      each(cast<ast::SlicePat>(pat)->elements);
      return;
    case ast::PatKind::Ref:
      collect(cast<ast::RefPat>(pat)->sub, source, names);
      return;
    case ast::PatKind::Or:
      each(cast<ast::OrPat>(pat)->alternatives);
      return;
    case ast::PatKind::Paren:
      collect(cast<ast::ParenPat>(pat)->inner, source, names);
      return;
    case ast::PatKind::Range:
      expr(cast<ast::RangePat>(pat)->lo);
      expr(cast<ast::RangePat>(pat)->hi);
      return;
    case ast::PatKind::Wild:
    case ast::PatKind::Rest:
    case ast::PatKind::Literal:
    case ast::PatKind::Unsupported:
    case ast::PatKind::Error:
      return;
    }
  }

  void block(const ast::BlockExpr &block) {
    const std::size_t mark = scopes_.enterBlock(&block);
    for (const ast::Stmt *stmt : block.stmts) {
      if (const auto *let = llvm::dyn_cast<ast::LetStmt>(stmt)) {
        type(let->type);
        expr(let->init);
        if (let->else_block != nullptr)
          this->block(*let->else_block);
        pat(let->pat, PatternSource::Let);
      } else if (const auto *statement = llvm::dyn_cast<ast::ExprStmt>(stmt)) {
        expr(statement->expr);
      }
    }
    expr(block.tail);
    scopes_.leave(mark);
  }

  void constant(const ast::Expr *expr) {
    if (const auto *path = llvm::dyn_cast_or_null<ast::PathExpr>(expr)) {
      scopes_.resolveConstant(path->path, sink_);
      return;
    }
    this->expr(expr);
  }

  void expr(const ast::Expr *expr) {
    if (expr == nullptr)
      return;
    const auto each = [&](ast::List<const ast::Expr *> list) {
      for (const ast::Expr *element : list)
        this->expr(element);
    };
    switch (expr->kind) {
    case ast::ExprKind::Path:
      path(cast<ast::PathExpr>(expr)->path, PathUse::Value);
      return;
    case ast::ExprKind::Unary:
      return this->expr(cast<ast::UnaryExpr>(expr)->operand);
    case ast::ExprKind::Borrow:
      return this->expr(cast<ast::BorrowExpr>(expr)->operand);
    case ast::ExprKind::Binary:
      this->expr(cast<ast::BinaryExpr>(expr)->lhs);
      return this->expr(cast<ast::BinaryExpr>(expr)->rhs);
    case ast::ExprKind::Assign:
      this->expr(cast<ast::AssignExpr>(expr)->lhs);
      return this->expr(cast<ast::AssignExpr>(expr)->rhs);
    case ast::ExprKind::AssignOp:
      this->expr(cast<ast::AssignOpExpr>(expr)->rhs);
      return this->expr(cast<ast::AssignOpExpr>(expr)->lhs);
    case ast::ExprKind::Call: {
      const auto &call = *cast<ast::CallExpr>(expr);
      if (const auto *callee = llvm::dyn_cast<ast::PathExpr>(call.callee))
        path(callee->path, PathUse::Callee);
      else
        this->expr(call.callee);
      return each(call.args);
    }
    case ast::ExprKind::MethodCall:
      this->expr(cast<ast::MethodCallExpr>(expr)->receiver);
      args(cast<ast::MethodCallExpr>(expr)->method.args);
      return each(cast<ast::MethodCallExpr>(expr)->args);
    case ast::ExprKind::Field:
      return this->expr(cast<ast::FieldExpr>(expr)->base);
    case ast::ExprKind::Index:
      this->expr(cast<ast::IndexExpr>(expr)->base);
      return this->expr(cast<ast::IndexExpr>(expr)->index);
    case ast::ExprKind::Range:
      this->expr(cast<ast::RangeExpr>(expr)->lo);
      return this->expr(cast<ast::RangeExpr>(expr)->hi);
    case ast::ExprKind::Cast:
      this->expr(cast<ast::CastExpr>(expr)->operand);
      return type(cast<ast::CastExpr>(expr)->type);
    case ast::ExprKind::Block:
      return block(*cast<ast::BlockExpr>(expr));
    case ast::ExprKind::If: {
      const auto &conditional = *cast<ast::IfExpr>(expr);
      const std::size_t mark = scopes_.enter();
      this->expr(conditional.condition);
      block(*conditional.then_block);
      scopes_.leave(mark);
      return this->expr(conditional.else_expr);
    }
    case ast::ExprKind::Let:
      this->expr(cast<ast::LetExpr>(expr)->scrutinee);
      return pat(cast<ast::LetExpr>(expr)->pat, PatternSource::Let);
    case ast::ExprKind::Match:
      this->expr(cast<ast::MatchExpr>(expr)->scrutinee);
      for (const ast::MatchArm &arm : cast<ast::MatchExpr>(expr)->arms) {
        const std::size_t mark = scopes_.enter();
        pat(arm.pat, PatternSource::Match);
        this->expr(arm.guard);
        this->expr(arm.body);
        scopes_.leave(mark);
      }
      return;
    case ast::ExprKind::Loop:
      return block(*cast<ast::LoopExpr>(expr)->body);
    case ast::ExprKind::While: {
      const std::size_t mark = scopes_.enter();
      this->expr(cast<ast::WhileExpr>(expr)->condition);
      block(*cast<ast::WhileExpr>(expr)->body);
      return scopes_.leave(mark);
    }
    case ast::ExprKind::For: {
      this->expr(cast<ast::ForExpr>(expr)->iterable);
      const std::size_t mark = scopes_.enter();
      pat(cast<ast::ForExpr>(expr)->pat, PatternSource::For);
      block(*cast<ast::ForExpr>(expr)->body);
      return scopes_.leave(mark);
    }
    case ast::ExprKind::Break:
      return this->expr(cast<ast::BreakExpr>(expr)->value);
    case ast::ExprKind::Return:
      return this->expr(cast<ast::ReturnExpr>(expr)->value);
    case ast::ExprKind::Try:
      return this->expr(cast<ast::TryExpr>(expr)->operand);
    case ast::ExprKind::Closure: {
      const auto &closure = *cast<ast::ClosureExpr>(expr);
      const std::size_t mark = scopes_.enter();
      const std::size_t bound = bind(closure.for_lifetimes);
      for (const ast::ClosureParam &param : closure.params) {
        type(param.type);
        pat(param.pat, PatternSource::Param);
      }
      type(closure.output);
      this->expr(closure.body);
      lifetimes_.resize(bound);
      return scopes_.leave(mark);
    }
    case ast::ExprKind::Struct:
      path(cast<ast::StructExpr>(expr)->path, PathUse::Struct);
      for (const ast::FieldInit &field : cast<ast::StructExpr>(expr)->fields)
        this->expr(field.value);
      return this->expr(cast<ast::StructExpr>(expr)->base);
    case ast::ExprKind::Tuple:
      return each(cast<ast::TupleExpr>(expr)->elements);
    case ast::ExprKind::Array:
      return each(cast<ast::ArrayExpr>(expr)->elements);
    case ast::ExprKind::Repeat:
      this->expr(cast<ast::RepeatExpr>(expr)->element);
      return constant(cast<ast::RepeatExpr>(expr)->count);
    case ast::ExprKind::Paren:
      return this->expr(cast<ast::ParenExpr>(expr)->inner);
    case ast::ExprKind::MacroCall: {
      const auto &call = *cast<ast::MacroCallExpr>(expr);
      if (call.macro == ast::MacroKind::Unknown || resolver_.isUserMacro(call.path.segments.back().ident.name)) {
        sink_.declineFeature(call.span, "macro");
        return;
      }
      for (const ast::MacroArg &arg : call.args)
        this->expr(arg.value);
      const std::size_t mark = scopes_.enter();
      pat(call.pat, PatternSource::Match);
      this->expr(call.guard);
      return scopes_.leave(mark);
    }
    case ast::ExprKind::Unsupported:
      sink_.declineFeature(expr->span, cast<ast::UnsupportedExpr>(expr)->what);
      return;
    case ast::ExprKind::Literal:
    case ast::ExprKind::Continue:
    case ast::ExprKind::Underscore:
    case ast::ExprKind::Error:
      return;
    }
  }

  Resolver &resolver_;
  DefId owner_;
  DiagnosticSink &sink_;
  BodyScopes scopes_;
  std::vector<Symbol> lifetimes_;
};

} // namespace

void walkNames(Resolver &resolver, DiagnosticSink &sink) {
  for (const DefId item : resolver.userItems())
    Walker(resolver, item, sink).item();
}

} // namespace lien::test
