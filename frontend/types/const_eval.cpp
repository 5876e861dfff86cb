// See const_eval.hpp.
#include "frontend/types/const_eval.hpp"

#include "diagnostics/stack_guard.hpp"
#include "frontend/types/int_width.hpp"
#include "frontend/types/program_impl.hpp"
#include "frontend/types/signature_context.hpp"

namespace lien {

namespace {

llvm::StringRef operatorText(ast::BinaryOp op) {
  switch (op) {
  case ast::BinaryOp::Add:
    return "+";
  case ast::BinaryOp::Sub:
    return "-";
  case ast::BinaryOp::Mul:
    return "*";
  case ast::BinaryOp::Div:
    return "/";
  case ast::BinaryOp::Rem:
    return "%";
  case ast::BinaryOp::Shl:
    return "<<";
  case ast::BinaryOp::Shr:
    return ">>";
  case ast::BinaryOp::And:
  case ast::BinaryOp::Or:
  case ast::BinaryOp::BitXor:
  case ast::BinaryOp::BitAnd:
  case ast::BinaryOp::BitOr:
  case ast::BinaryOp::Eq:
  case ast::BinaryOp::Lt:
  case ast::BinaryOp::Le:
  case ast::BinaryOp::Ne:
  case ast::BinaryOp::Ge:
  case ast::BinaryOp::Gt:
    break;
  }
  return "?";
}

bool isComparison(ast::BinaryOp op) { return op >= ast::BinaryOp::Eq; }

} // namespace

std::optional<ConstEvaluator::Value> ConstEvaluator::unknown(Span span) {
  if (failure_.kind == Failure::Kind::Unknown && failure_.span.empty())
    failure_.span = span;
  return std::nullopt;
}

std::optional<ConstEvaluator::Value> ConstEvaluator::overflow(Span span, const std::string &what) {
  failure_ = {Failure::Kind::Evaluation, span, what};
  return std::nullopt;
}

/// Values of 128-bit types are kept only while they fit 127 bits; past that the answer is unknown, not wrong.
bool ConstEvaluator::fits(__int128 number, Ty type) const {
  const TypeStore &types = program_.types();
  const TyData &data = types.data(type);
  if (data.kind != TyKind::Int)
    return true;
  const unsigned bits = bitsOf(data.int_kind);
  if (bits == 128)
    return number >= 0 || isSigned(data.int_kind);
  if (isSigned(data.int_kind))
    return number >= -(static_cast<__int128>(1) << (bits - 1)) && number < (static_cast<__int128>(1) << (bits - 1));
  return number >= 0 && number < (static_cast<__int128>(1) << bits);
}

Const ConstEvaluator::evaluateForType(const ast::Expr &expr, Ty expected, DiagnosticSink &sink) {
  Failure failure;
  if (const auto value = evaluate(expr, expected, failure))
    return *value;
  TypeStore &types = program_.types();
  switch (failure.kind) {
  case Failure::Kind::Reported:
    return types.const_error;
  case Failure::Kind::Evaluation:
    sink.report(Diagnostic(DiagnosticKind::E0080, failure.message, failure.span));
    return types.const_error;
  case Failure::Kind::Unknown:
    break;
  }
  if (!sink.hasErrors() && !sink.hasDeclines())
    sink.declineFeature(expr.span, "constant expression in a type");
  return types.const_unknown;
}

std::optional<Const> ConstEvaluator::evaluate(const ast::Expr &expr, Ty expected, Failure &failure) {
  TypeStore &types = program_.types();
  if (const auto *name = llvm::dyn_cast<ast::PathExpr>(&expr)) {
    const PathRes res = resolve_(name->path);
    if (res.res.kind == ResKind::Error) {
      failure = {Failure::Kind::Reported, expr.span, {}};
      return std::nullopt;
    }
    if (res.res.kind == ResKind::Def && res.resolved == name->path.segments.size() && program_.def(res.res.def).kind == DefKind::ConstParam)
      for (const GenericParamDef &param : program_.generics(program_.def(res.res.def).parent).params)
        if (param.def == res.res.def)
          return types.constParam(param.index, param.name);
  }
  const auto value = eval(expr, expected);
  if (!value || value->type != expected) {
    failure = failure_;
    if (failure.span.empty())
      failure.span = expr.span;
    return std::nullopt;
  }
  if (value->number > static_cast<__int128>(UINT64_MAX) || value->number < static_cast<__int128>(INT64_MIN)) {
    failure = {Failure::Kind::Unknown, expr.span, {}};
    return std::nullopt;
  }
  return types.constValue(static_cast<std::uint64_t>(value->number));
}

std::optional<ConstEvaluator::Value> ConstEvaluator::eval(const ast::Expr &expr, Ty expected) {
  if (StackGuard::exhausted())
    return unknown(expr.span);
  switch (expr.kind) {
  case ast::ExprKind::Literal:
    return literal(*llvm::cast<ast::LiteralExpr>(&expr), expected);
  case ast::ExprKind::Path:
    return path(*llvm::cast<ast::PathExpr>(&expr));
  case ast::ExprKind::Unary:
    return unary(*llvm::cast<ast::UnaryExpr>(&expr), expected);
  case ast::ExprKind::Binary:
    return binary(*llvm::cast<ast::BinaryExpr>(&expr), expected);
  case ast::ExprKind::Cast:
    return cast(*llvm::cast<ast::CastExpr>(&expr));
  case ast::ExprKind::Paren: {
    const ast::Expr &inner = *llvm::cast<ast::ParenExpr>(&expr)->inner;
    const auto value = eval(inner, expected);
    if (!value && failure_.kind == Failure::Kind::Evaluation && failure_.span == inner.span)
      failure_.span = expr.span; // parentheses belong to what they hold
    return value;
  }
  case ast::ExprKind::Block: {
    const auto *block = llvm::cast<ast::BlockExpr>(&expr);
    if (block->stmts.empty() && block->tail != nullptr && !block->label.present())
      return eval(*block->tail, expected);
    return unknown(expr.span);
  }
  case ast::ExprKind::Borrow:
  case ast::ExprKind::Assign:
  case ast::ExprKind::AssignOp:
  case ast::ExprKind::Call:
  case ast::ExprKind::MethodCall:
  case ast::ExprKind::Field:
  case ast::ExprKind::Index:
  case ast::ExprKind::Range:
  case ast::ExprKind::If:
  case ast::ExprKind::Let:
  case ast::ExprKind::Match:
  case ast::ExprKind::Loop:
  case ast::ExprKind::While:
  case ast::ExprKind::For:
  case ast::ExprKind::Break:
  case ast::ExprKind::Continue:
  case ast::ExprKind::Return:
  case ast::ExprKind::Try:
  case ast::ExprKind::Closure:
  case ast::ExprKind::Struct:
  case ast::ExprKind::Tuple:
  case ast::ExprKind::Array:
  case ast::ExprKind::Repeat:
  case ast::ExprKind::Underscore:
  case ast::ExprKind::MacroCall:
  case ast::ExprKind::Unsupported:
  case ast::ExprKind::Error:
    break;
  }
  return unknown(expr.span);
}

std::optional<ConstEvaluator::Value> ConstEvaluator::literal(const ast::LiteralExpr &expr, Ty expected) {
  TypeStore &types = program_.types();
  switch (expr.literal) {
  case ast::LiteralKind::Int: {
    Ty type = ownType(expr);
    if (type == Ty())
      type = types.is(expected, TyKind::Int) ? expected : types.integer(IntKind::I32);
    if (!types.is(type, TyKind::Int) || !expr.value_fits || (expr.value_hi >> 63U) != 0)
      return unknown(expr.span);
    const auto number = static_cast<__int128>((static_cast<unsigned __int128>(expr.value_hi) << 64U) | expr.value_lo);
    // A literal out of range is a deny-by-default lint, which is not Lien's business, but its value wraps: leave it unknown.
    if (!fits(number, type))
      return unknown(expr.span);
    return Value{number, type};
  }
  case ast::LiteralKind::Bool:
    return Value{static_cast<__int128>(expr.value_lo), types.boolean};
  case ast::LiteralKind::Char:
    return Value{static_cast<__int128>(expr.value_lo), types.character};
  case ast::LiteralKind::Byte:
    return Value{static_cast<__int128>(expr.value_lo), types.integer(IntKind::U8)};
  case ast::LiteralKind::Float:
  case ast::LiteralKind::Str:
  case ast::LiteralKind::ByteStr:
  case ast::LiteralKind::CStr:
    break;
  }
  return unknown(expr.span);
}

std::optional<ConstEvaluator::Value> ConstEvaluator::path(const ast::PathExpr &expr) {
  TypeStore &types = program_.types();
  const PathRes res = resolve_(expr.path);
  if (res.res.kind == ResKind::Error) {
    failure_ = {Failure::Kind::Reported, expr.span, {}};
    return std::nullopt;
  }
  DefId constant;
  if (res.res.kind == ResKind::Def && res.resolved == expr.path.segments.size()) {
    constant = res.res.def;
  } else if (res.res.kind == ResKind::Primitive && res.resolved + 1 == expr.path.segments.size()) {
    for (DefId impl : program_.inherentImpls(res.res.primitive))
      for (const AssocItem &item : program_.impl(impl).items)
        if (item.kind == DefKind::AssocConst && item.name == expr.path.segments.back().ident.name)
          constant = item.def;
  }
  if (!constant.isValid())
    return unknown(expr.span);
  const DefKind kind = program_.def(constant).kind;
  const bool is_static = kind == DefKind::Static && program_.def(constant).as<ast::StaticItem>()->mutability == Mutability::Not;
  if ((kind != DefKind::Const && kind != DefKind::AssocConst && !is_static) || program_.generics(constant).count() != 0)
    return unknown(expr.span);
  const Ty type = program_.typeOf(constant);
  if (const auto limit = integerLimit(constant))
    return limit;
  const Const value = program_.evaluate(constant, {});
  const ConstData &data = types.data(value);
  if (data.kind == ConstKind::Error) {
    failure_ = {Failure::Kind::Reported, expr.span, {}};
    return std::nullopt;
  }
  if (data.kind != ConstKind::Value)
    return unknown(expr.span);
  const TyData &type_data = types.data(type);
  if (type_data.kind == TyKind::Int)
    return Value{isSigned(type_data.int_kind) ? static_cast<__int128>(static_cast<std::int64_t>(data.value)) : static_cast<__int128>(data.value), type};
  if (type_data.kind == TyKind::Bool || type_data.kind == TyKind::Char)
    return Value{static_cast<__int128>(data.value), type};
  return unknown(expr.span);
}

/// The library's constants of the integer types have no value in its source.
std::optional<ConstEvaluator::Value> ConstEvaluator::integerLimit(DefId constant) {
  const auto item = program_.resolver().asLang(constant);
  if (!item || (*item != LangItem::IntMin && *item != LangItem::IntMax && *item != LangItem::IntBits))
    return std::nullopt;
  TypeStore &types = program_.types();
  const Ty self = program_.typeOf(program_.def(constant).parent);
  const IntKind kind = types.data(self).int_kind;
  const unsigned bits = bitsOf(kind);
  if (*item == LangItem::IntBits)
    return Value{static_cast<__int128>(bits), types.integer(IntKind::U32)};
  if (bits == 128)
    return std::nullopt;
  const unsigned value_bits = isSigned(kind) ? bits - 1 : bits;
  if (*item == LangItem::IntMax)
    return Value{(static_cast<__int128>(1) << value_bits) - 1, self};
  return Value{isSigned(kind) ? -(static_cast<__int128>(1) << value_bits) : 0, self};
}

/// Walks down the left spine only, so that a long chain stays cheap; the other operands are seen when they are evaluated.
Ty ConstEvaluator::ownType(const ast::Expr &expr) {
  TypeStore &types = program_.types();
  if (StackGuard::exhausted())
    return {};
  if (const auto *paren = llvm::dyn_cast<ast::ParenExpr>(&expr))
    return ownType(*paren->inner);
  if (const auto *unary = llvm::dyn_cast<ast::UnaryExpr>(&expr))
    return ownType(*unary->operand);
  if (const auto *binary = llvm::dyn_cast<ast::BinaryExpr>(&expr)) {
    if (isComparison(binary->op) || binary->op == ast::BinaryOp::And || binary->op == ast::BinaryOp::Or)
      return types.boolean;
    const Ty left = ownType(*binary->lhs);
    const bool shift = binary->op == ast::BinaryOp::Shl || binary->op == ast::BinaryOp::Shr;
    return left != Ty() || shift ? left : ownType(*binary->rhs);
  }
  if (const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(&expr)) {
    if (literal->literal == ast::LiteralKind::Bool)
      return types.boolean;
    if (literal->literal == ast::LiteralKind::Char)
      return types.character;
    if (literal->literal == ast::LiteralKind::Byte)
      return types.integer(IntKind::U8);
    if (literal->suffix.empty())
      return {};
    const llvm::StringRef suffix = program_.resolver().symbols().text(literal->suffix);
    static constexpr std::pair<const char *, IntKind> suffixes[] = {
        {"i8", IntKind::I8}, {"i16", IntKind::I16}, {"i32", IntKind::I32}, {"i64", IntKind::I64}, {"i128", IntKind::I128}, {"isize", IntKind::Isize},
        {"u8", IntKind::U8}, {"u16", IntKind::U16}, {"u32", IntKind::U32}, {"u64", IntKind::U64}, {"u128", IntKind::U128}, {"usize", IntKind::Usize}};
    for (const auto &[text, kind] : suffixes)
      if (suffix == text)
        return types.integer(kind);
    return types.unknown;
  }
  if (const auto *cast = llvm::dyn_cast<ast::CastExpr>(&expr)) {
    if (const auto *path = llvm::dyn_cast<ast::PathType>(cast->type); path != nullptr && path->path.qself == nullptr) {
      DiagnosticSink muted;
      const PathRes res = program_.resolver().resolve(path->path, Namespace::Type, owner_, muted);
      if (res.res.kind == ResKind::Primitive && res.resolved == path->path.segments.size())
        return res.res.primitive;
    }
    return types.unknown;
  }
  if (const auto *path = llvm::dyn_cast<ast::PathExpr>(&expr)) {
    const PathRes res = resolve_(path->path);
    if (res.res.kind == ResKind::Def && res.resolved == path->path.segments.size() && program_.def(res.res.def).kind == DefKind::Const)
      return program_.typeOf(res.res.def);
    if (res.res.kind == ResKind::Primitive)
      return res.res.primitive; // `u8::MAX`
  }
  return {};
}

static std::string printed(Program &program, __int128 number, Ty type) {
  const std::string type_text = program.print(type);
  const TyData &data = program.types().data(type);
  const unsigned bits = bitsOf(data.int_kind);
  if (bits < 128) {
    const __int128 max = isSigned(data.int_kind) ? (static_cast<__int128>(1) << (bits - 1)) - 1 : (static_cast<__int128>(1) << bits) - 1;
    if (number == max)
      return type_text + "::MAX";
    if (isSigned(data.int_kind) && number == -max - 1)
      return type_text + "::MIN";
  }
  return (number < 0 ? "-" + std::to_string(static_cast<unsigned long long>(-number)) : std::to_string(static_cast<unsigned long long>(number))) + "_" +
         type_text;
}

std::optional<ConstEvaluator::Value> ConstEvaluator::unary(const ast::UnaryExpr &expr, Ty expected) {
  TypeStore &types = program_.types();
  if (expr.op == ast::UnaryOp::Deref)
    return unknown(expr.span);
  // `-128i8`: the literal alone would not fit.
  if (expr.op == ast::UnaryOp::Neg) {
    if (const auto *digits = llvm::dyn_cast<ast::LiteralExpr>(expr.operand);
        digits != nullptr && digits->literal == ast::LiteralKind::Int && digits->value_hi == 0) {
      Ty type = ownType(*digits);
      if (type == Ty())
        type = types.is(expected, TyKind::Int) ? expected : types.integer(IntKind::I32);
      const __int128 number = -static_cast<__int128>(digits->value_lo);
      if (types.is(type, TyKind::Int) && isSigned(types.data(type).int_kind) && fits(number, type))
        return Value{number, type};
      return unknown(expr.span);
    }
  }
  const auto operand = eval(*expr.operand, expected);
  if (!operand)
    return std::nullopt;
  const TyData &data = types.data(operand->type);
  if (expr.op == ast::UnaryOp::Not) {
    if (data.kind == TyKind::Bool)
      return Value{operand->number == 0 ? 1 : 0, operand->type};
    if (data.kind != TyKind::Int || bitsOf(data.int_kind) == 128)
      return unknown(expr.span);
    if (isSigned(data.int_kind))
      return Value{-operand->number - 1, operand->type};
    return Value{(static_cast<__int128>(1) << bitsOf(data.int_kind)) - 1 - operand->number, operand->type};
  }
  if (data.kind != TyKind::Int || !isSigned(data.int_kind))
    return unknown(expr.span);
  if (!fits(-operand->number, operand->type))
    return overflow(expr.span, "attempt to negate `" + printed(program_, operand->number, operand->type) + "`, which would overflow");
  return Value{-operand->number, operand->type};
}

std::optional<ConstEvaluator::Value> ConstEvaluator::binary(const ast::BinaryExpr &expr, Ty expected) {
  TypeStore &types = program_.types();
  using Op = ast::BinaryOp;
  if (expr.op == Op::And || expr.op == Op::Or) {
    const auto lhs = eval(*expr.lhs, types.boolean);
    if (!lhs || lhs->type != types.boolean)
      return unknown(expr.span);
    if ((lhs->number != 0) == (expr.op == Op::Or))
      return lhs; // the other side is typed all the same, but by whoever checks bodies
    const auto rhs = eval(*expr.rhs, types.boolean);
    return rhs && rhs->type == types.boolean ? rhs : unknown(expr.span);
  }
  const bool shift = expr.op == Op::Shl || expr.op == Op::Shr;
  Ty operand_type = isComparison(expr.op) ? Ty() : expected;
  if (isComparison(expr.op)) {
    operand_type = ownType(*expr.lhs);
    if (operand_type == Ty())
      operand_type = ownType(*expr.rhs);
    if (operand_type == Ty())
      operand_type = types.integer(IntKind::I32);
  }
  const auto lhs = eval(*expr.lhs, operand_type);
  if (!lhs)
    return std::nullopt;
  const auto rhs = eval(*expr.rhs, shift ? types.integer(IntKind::I32) : lhs->type);
  if (!rhs)
    return std::nullopt;
  const TyData &data = types.data(lhs->type);
  if (!shift && lhs->type != rhs->type)
    return unknown(expr.span); // ill-typed; not judged here
  if (isComparison(expr.op)) {
    bool result = false;
    switch (expr.op) {
    case Op::Eq:
      result = lhs->number == rhs->number;
      break;
    case Op::Ne:
      result = lhs->number != rhs->number;
      break;
    case Op::Lt:
      result = lhs->number < rhs->number;
      break;
    case Op::Le:
      result = lhs->number <= rhs->number;
      break;
    case Op::Gt:
      result = lhs->number > rhs->number;
      break;
    case Op::Ge:
      result = lhs->number >= rhs->number;
      break;
    case Op::Add:
    case Op::Sub:
    case Op::Mul:
    case Op::Div:
    case Op::Rem:
    case Op::And:
    case Op::Or:
    case Op::BitXor:
    case Op::BitAnd:
    case Op::BitOr:
    case Op::Shl:
    case Op::Shr:
      return unknown(expr.span);
    }
    return Value{result ? 1 : 0, types.boolean};
  }
  if (data.kind == TyKind::Bool && (expr.op == Op::BitAnd || expr.op == Op::BitOr || expr.op == Op::BitXor)) {
    const __int128 result = expr.op == Op::BitAnd ? lhs->number & rhs->number : expr.op == Op::BitOr ? lhs->number | rhs->number : lhs->number ^ rhs->number;
    return Value{result, lhs->type};
  }
  if (data.kind != TyKind::Int || !types.is(rhs->type, TyKind::Int) || bitsOf(data.int_kind) == 128)
    return unknown(expr.span);
  const std::string left = printed(program_, lhs->number, lhs->type);
  const std::string right = printed(program_, rhs->number, rhs->type);
  __int128 result = 0;
  switch (expr.op) {
  case Op::Add:
    result = lhs->number + rhs->number;
    break;
  case Op::Sub:
    result = lhs->number - rhs->number;
    break;
  case Op::Mul:
    result = lhs->number * rhs->number;
    break;
  case Op::Div:
    if (rhs->number == 0)
      return overflow(expr.span, "attempt to divide `" + left + "` by zero");
    result = lhs->number / rhs->number;
    break;
  case Op::Rem:
    if (rhs->number == 0)
      return overflow(expr.span, "attempt to calculate the remainder of `" + left + "` with a divisor of zero");
    if (!fits(lhs->number / rhs->number, lhs->type))
      return overflow(expr.span, "attempt to compute the remainder of `" + left + " % " + right + "`, which would overflow");
    result = lhs->number % rhs->number;
    break;
  case Op::BitAnd:
    return Value{lhs->number & rhs->number, lhs->type};
  case Op::BitOr:
    return Value{lhs->number | rhs->number, lhs->type};
  case Op::BitXor:
    return Value{lhs->number ^ rhs->number, lhs->type};
  case Op::Shl:
  case Op::Shr: {
    const unsigned bits = bitsOf(data.int_kind);
    if (rhs->number < 0 || rhs->number >= bits)
      return overflow(expr.span, std::string("attempt to shift ") + (expr.op == Op::Shl ? "left" : "right") + " by `" + right + "`, which would overflow");
    if (expr.op == Op::Shr)
      return Value{lhs->number >> static_cast<unsigned>(rhs->number), lhs->type};
    // Bits shifted out are lost.
    auto wide = static_cast<unsigned __int128>(lhs->number) << static_cast<unsigned>(rhs->number);
    wide &= (static_cast<unsigned __int128>(1) << bits) - 1;
    auto number = static_cast<__int128>(wide);
    if (isSigned(data.int_kind) && (number >> (bits - 1)) != 0)
      number -= static_cast<__int128>(1) << bits;
    return Value{number, lhs->type};
  }
  case Op::And:
  case Op::Or:
  case Op::Eq:
  case Op::Lt:
  case Op::Le:
  case Op::Ne:
  case Op::Ge:
  case Op::Gt:
    return unknown(expr.span);
  }
  if (!fits(result, lhs->type))
    return overflow(expr.span, ("attempt to compute `" + left + " " + operatorText(expr.op) + " " + right + "`, which would overflow").str());
  return Value{result, lhs->type};
}

/// `as` between integers, bool, char: truncation and sign extension. Reference, "Numeric cast".
std::optional<ConstEvaluator::Value> ConstEvaluator::cast(const ast::CastExpr &expr) {
  TypeStore &types = program_.types();
  const Ty target = ownType(expr);
  if (target == Ty() || !types.is(target, TyKind::Int))
    return unknown(expr.span);
  Ty from = ownType(*expr.operand);
  if (from == Ty())
    from = target; // a literal without a type of its own takes the target's
  const auto operand = eval(*expr.operand, from);
  if (!operand)
    return std::nullopt;
  const TyKind kind = types.kind(operand->type);
  if (kind != TyKind::Int && kind != TyKind::Bool && kind != TyKind::Char)
    return unknown(expr.span);
  const IntKind int_kind = types.data(target).int_kind;
  const unsigned bits = bitsOf(int_kind);
  if (bits == 128)
    return fits(operand->number, target) ? std::optional<Value>(Value{operand->number, target}) : unknown(expr.span);
  const unsigned __int128 mask = (static_cast<unsigned __int128>(1) << bits) - 1;
  auto number = static_cast<__int128>(static_cast<unsigned __int128>(operand->number) & mask);
  if (isSigned(int_kind) && (number >> (bits - 1)) != 0)
    number -= static_cast<__int128>(1) << bits;
  return Value{number, target};
}

Const Program::evaluate(DefId anon_or_const, Args args) {
  (void)args; // generic constants are Unknown until bodies can be evaluated
  const auto [entry, fresh] = impl_->constants.get(anon_or_const);
  const Def &data = def(anon_or_const);
  if (!fresh && !entry->done && data.kind == DefKind::Const) {
    impl_->sinkOf(anon_or_const)
        .report(Diagnostic(DiagnosticKind::E0391, "cycle detected when simplifying constant for the type system `" + resolver_.pathOf(anon_or_const) + "`",
                           impl_->headSpan(anon_or_const)));
    entry->value = types_.const_error;
    return entry->value;
  }
  if (!fresh)
    return entry->done ? entry->value : types_.const_unknown;
  const ast::Expr *expr = nullptr;
  if (data.kind == DefKind::Const || data.kind == DefKind::AssocConst)
    expr = data.as<ast::ConstItem>()->value;
  else if (data.kind == DefKind::Static)
    expr = data.as<ast::StaticItem>()->value;
  else if (data.kind == DefKind::AnonConst)
    expr = data.expr;
  entry->value = types_.const_unknown;
  if (expr != nullptr) {
    const DefId owner = data.kind == DefKind::AnonConst ? data.parent : anon_or_const;
    DiagnosticSink found;
    DiagnosticSink muted; // names are reported by whoever checks the body
    // Named: the evaluator only refers to it.
    const auto resolve = [&](const ast::Path &path) { return resolver_.resolve(path, Namespace::Value, owner, muted); };
    ConstEvaluator evaluator(*this, owner, resolve);
    ConstEvaluator::Failure failure;
    const auto value = evaluator.evaluate(*expr, typeOf(anon_or_const), failure);
    if (entry->value == types_.const_error || (!value && failure.kind == ConstEvaluator::Failure::Kind::Reported)) {
      entry->value = types_.const_error; // part of a cycle, or of something reported elsewhere
    } else if (value) {
      entry->value = *value;
    } else if (failure.kind == ConstEvaluator::Failure::Kind::Evaluation) {
      impl_->sinkOf(anon_or_const)
          .report(Diagnostic(DiagnosticKind::E0080, failure.message, failure.span, ("evaluation of `" + resolver_.pathOf(anon_or_const) + "` failed here")));
      entry->value = types_.const_error;
    }
  }
  entry->done = true;
  return entry->value;
}

} // namespace lien
