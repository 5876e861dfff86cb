// The wording of what inference reports: rustc's first lines, labels and positions, in one place.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::ExprKind;

namespace {

std::string plural(std::size_t number, llvm::StringRef noun) { return std::to_string(number) + " " + noun.str() + (number == 1 ? "" : "s"); }
std::string quoted(llvm::StringRef text) { return "`" + text.str() + "`"; }

} // namespace

llvm::StringRef operatorText(ast::BinaryOp op, bool assign) {
  static constexpr const char *plain[] = {"+", "-", "*", "/", "%", "&&", "||", "^", "&", "|", "<<", ">>", "==", "<", "<=", "!=", ">=", ">"};
  static constexpr const char *assigning[] = {"+=", "-=", "*=", "/=", "%=", "&&", "||", "^=", "&=", "|=", "<<=", ">>=", "==", "<", "<=", "!=", ">=", ">"};
  return assign ? assigning[static_cast<std::size_t>(op)] : plain[static_cast<std::size_t>(op)];
}

Diagnostic &BodyChecker::error(DiagnosticKind kind, std::string message, Span span, std::string label) {
  return sink_.report(Diagnostic(kind, std::move(message), span, std::move(label)));
}

Diagnostic &BodyChecker::lateError(DiagnosticKind kind, std::string message, Span span, std::string label) {
  return late_sink_.report(Diagnostic(kind, std::move(message), span, std::move(label)));
}

// --------------------------------------------------------------------------------------------------------- types in words

std::string BodyChecker::variantPath(DefId def) {
  const Def &definition = program_.def(def);
  if (definition.kind != DefKind::Variant)
    return resolver_.pathOf(def);
  return resolver_.pathOf(definition.parent) + "::" + text(definition.name).str();
}

std::string BodyChecker::writtenPath(const ast::Path &path) {
  std::string result;
  for (const ast::PathSegment &segment : path.segments)
    result += (result.empty() ? "" : "::") + text(segment.ident.name).str();
  return result;
}

std::string BodyChecker::printLiteralType(Ty ty) {
  std::string printed = print(ty);
  return is(infer_.shallow(ty), TyKind::Ref) && llvm::StringRef(printed).starts_with("&") ? "&'static " + printed.substr(1) : printed;
}

std::string BodyChecker::printOperand(ExprId expr) { return node(expr).kind == ExprKind::Literal ? printLiteralType(typeOf(expr)) : print(typeOf(expr)); }

// What the "expected …, found …" of E0308 calls a type.
std::string BodyChecker::sortOf(Ty ty) {
  ty = infer_.shallow(ty);
  const TyData &type = data(ty);
  switch (type.kind) {
  case TyKind::Infer:
    switch (type.infer_kind) {
    case InferKind::General:
      return "inferred type";
    case InferKind::Int:
      return "integer";
    case InferKind::Float:
      return "floating-point number";
    }
    return "inferred type";
  case TyKind::FnDef: {
    const DefKind kind = program_.def(type.def).kind;
    return kind == DefKind::Struct ? "struct constructor" : kind == DefKind::Variant ? "enum constructor" : "fn item";
  }
  case TyKind::FnPtr:
    return "fn pointer";
  case TyKind::Closure:
    return "closure";
  case TyKind::Param:
    return "type parameter " + quoted(print(ty));
  case TyKind::Projection:
    return "associated type";
  case TyKind::Opaque:
    return "opaque type";
  default: // everything with a name of its own
    return quoted(print(ty));
  }
}

std::string BodyChecker::expectedFound(Ty expected, Ty found) {
  expected = infer_.shallow(expected);
  found = infer_.shallow(found);
  const TyData &a = data(expected);
  const TyData &b = data(found);
  if (a.kind == TyKind::Ref && b.kind == TyKind::Ref && a.mutability == Mutability::Mut && b.mutability == Mutability::Not)
    return "types differ in mutability";
  if (a.kind == TyKind::Tuple && b.kind == TyKind::Tuple && a.args.size() != b.args.size() && !a.args.empty() && !b.args.empty())
    return "expected a tuple with " + plural(a.args.size(), "element") + ", found one with " + plural(b.args.size(), "element");
  if (a.kind == TyKind::Array && b.kind == TyKind::Array) {
    const ConstData length_a = types_.data(infer_.resolve(a.length));
    const ConstData length_b = types_.data(infer_.resolve(b.length));
    if (length_a.kind == ConstKind::Value && length_b.kind == ConstKind::Value && length_a.value != length_b.value)
      return "expected an array with a size of " + std::to_string(length_a.value) + ", found one with a size of " + std::to_string(length_b.value);
  }
  if (a.kind == TyKind::FnPtr && (b.kind == TyKind::FnPtr || b.kind == TyKind::FnDef) && differInGenerality(expected, found))
    return "one type is more general than the other";
  std::string first = sortOf(expected);
  std::string second = sortOf(found);
  if (first == second && a.kind == TyKind::FnDef)
    return "expected fn item, found a different fn item";
  if (first == second && a.kind != TyKind::Infer)
    return "expected " + first + ", found a different " + second;
  return "expected " + first + ", found " + second;
}

Diagnostic &BodyChecker::reportMismatch(Span span, Ty expected, Ty found) {
  return error(DiagnosticKind::E0308, "mismatched types", span, expectedFound(expected, found));
}

void BodyChecker::annotationsNeeded(Span span, Ty ty) {
  // Without a variable for a type in it, the value of a const parameter is what nothing decided.
  const bool lacks_value = !firstVariable(infer_.resolve(ty)) && types_.has(infer_.resolve(ty), TypeFlags::HasInferType);
  annotationsNeeded(lacks_value ? DiagnosticKind::E0284 : DiagnosticKind::E0282, span, ty);
}

void BodyChecker::annotationsNeeded(DiagnosticKind kind, Span span, Ty ty) {
  if (stopped_ || sink_.hasErrors() || program_.signatureHasErrors(owner_))
    return;
  stopped_ = true;
  std::string message = "type annotations needed";
  const std::optional<Ty> variable = firstVariable(infer_.resolve(ty));
  if (variable) {
    if (Span origin = infer_.originOf(*variable); !origin.empty())
      span = origin;
    const Span needed = span;
    InferenceSource source = pathThatHolds(*variable);
    for (PatId pat : let_pats_) {
      Ty bound = infer_.resolve(body_->pats[pat].ty);
      if (!mentions(bound, *variable) || typeCost(bound) >= source.cost)
        continue;
      source = {typeCost(bound), body_->pats[pat].span.absoluteFrom(body_->base), bound};
    }
    if (source.cost != UINT32_MAX)
      span = source.span;
    if (source.let_type) {
      if (!isGeneralVar(*source.let_type))
        message += " for `" + print(*source.let_type) + "`";
      Diagnostic &diagnostic = error(kind, message, span);
      if (!span.contains(needed))
        diagnostic.label(needed, "type must be known at this point");
      return;
    }
  }
  error(kind, message, span, "cannot infer type");
}

// How much a person would have to read to see the type: the cheapest place is shown. The weights are rustc's.
std::uint32_t BodyChecker::typeCost(Ty ty) {
  const TyData type = data(ty);
  if (StackGuard::exhausted())
    return 0;
  auto arguments = [&] {
    std::uint32_t sum = 0;
    for (const GenericArg &arg : type.args)
      if (arg.isType())
        sum += typeCost(arg.type());
    return sum;
  };
  switch (type.kind) {
  case TyKind::Infer:
    return 0;
  case TyKind::Adt:
  case TyKind::Tuple:
    return 5 + arguments();
  case TyKind::Ref:
    return 2 + arguments();
  case TyKind::FnDef:
    return 150;
  case TyKind::FnPtr:
    return 30;
  case TyKind::Closure:
    return 1000;
  default: // one word
    return 1;
  }
}

// The path or method whose generic argument shows the variable most cheaply; of equals the innermost in the first expression.
BodyChecker::InferenceSource BodyChecker::pathThatHolds(Ty variable) {
  InferenceSource best;
  Span call_of_best; // empty: none
  for (std::uint32_t id = 0; id < body_->exprs.size(); ++id) {
    const typed::Expr &expr = body_->exprs[ExprId(id)];
    const bool path = expr.kind == ExprKind::FnItem || expr.kind == ExprKind::Constant || (expr.kind == ExprKind::Adt && expr.fields.empty());
    if (!path)
      continue;
    const bool variant = expr.kind == ExprKind::Adt ? program_.adt(expr.def).is_enum : program_.def(expr.def).kind == DefKind::Variant;
    const typed::Expr *call = nullptr;
    for (const typed::Expr &outer : body_->exprs)
      if (outer.kind == ExprKind::Call && outer.a.value == id)
        call = &outer;
    // Of a method only its own arguments can be written; operators have none.
    if (call != nullptr && call->overloaded)
      continue;
    const bool is_method = call != nullptr && call->desugar == Desugar::MethodCall;
    const std::size_t first = is_method ? program_.generics(expr.def).parent_count : 0;
    // The arguments of a method's trait can be written only where the whole call is rewritten: `<u32 as Into<u64>>::into(n)`.
    if (is_method && program_.def(program_.def(expr.def).parent).kind == DefKind::Trait &&
        llvm::any_of(expr.args, [&](const GenericArg &arg) { return arg.isType() && mentions(infer_.resolve(arg.type()), variable); })) {
      std::uint32_t cost = 20;
      for (const GenericArg &arg : expr.args)
        cost += arg.isType() ? typeCost(infer_.resolve(arg.type())) : 0;
      if (cost < best.cost) {
        best = {cost, expr.span.absoluteFrom(body_->base), std::nullopt};
        call_of_best = call->span;
      }
    }
    for (std::size_t i = first; i < expr.args.size(); ++i) {
      if (!expr.args[i].isType())
        continue;
      Ty argument = infer_.resolve(expr.args[i].type());
      if (!mentions(argument, variable))
        continue;
      const std::uint32_t cost = (variant ? 15 : 10) + typeCost(argument);
      const bool inside = cost == best.cost && !call_of_best.empty() && call_of_best.contains(expr.span);
      if (cost >= best.cost && !inside)
        continue;
      best = {cost, expr.span.absoluteFrom(body_->base), std::nullopt};
      call_of_best = call != nullptr ? call->span : Span();
    }
  }
  return best;
}

std::optional<Ty> BodyChecker::firstVariable(Ty ty) {
  const TyData type = data(ty);
  if (!type.has(TypeFlags::HasInferType) || StackGuard::exhausted())
    return std::nullopt;
  if (type.kind == TyKind::Infer)
    return ty;
  for (const GenericArg &arg : type.args)
    if (arg.isType())
      if (auto found = firstVariable(arg.type()))
        return found;
  return std::nullopt;
}

bool BodyChecker::mentions(Ty ty, Ty variable) {
  if (ty == variable)
    return true;
  const TyData type = data(ty);
  if (!type.has(TypeFlags::HasInferType) || type.kind == TyKind::FnDef || type.kind == TyKind::Closure || StackGuard::exhausted())
    return false;
  return llvm::any_of(type.args, [&](const GenericArg &arg) { return arg.isType() && mentions(arg.type(), variable); });
}

// ---------------------------------------------------------------------------------------------- blocks, branches, jumps

void BodyChecker::reportMissingTail(const ast::BlockExpr &block, Ty wanted) {
  const std::string label = expectedFound(wanted, types_.unit);
  if (&block != body_block_) {
    error(DiagnosticKind::E0308, "mismatched types", block.span, label);
    return;
  }
  // Of a function's body the return type is shown.
  const auto &fn = *program_.def(owner_).as<ast::FnItem>();
  Span span = fn.output != nullptr ? fn.output->span : block.span;
  error(DiagnosticKind::E0308, "mismatched types", span, label).label(fn.name.span, "implicitly returns `()` as its body has no tail or `return` expression");
}

void BodyChecker::reportMerge(const CoerceMany &many, ExprId expr, Ty found, MergeSite site, Span site_span) {
  const Ty expected = many.soFar();
  const bool first = !many.any || many.pushed.empty();
  if (first || site == MergeSite::Break || site == MergeSite::ArrayElement || site == MergeSite::BlockTail || site == MergeSite::Return ||
      (isWanted(many) && infer_.shallow(many.expected) == infer_.shallow(expected) && site == MergeSite::If && wantedKnown(many))) {
    reportMismatch(innermostTail(expr), expected, found);
    return;
  }
  const char *message = site == MergeSite::Arm ? "`match` arms have incompatible types" : "`if` and `else` have incompatible types";
  Diagnostic &diagnostic = error(DiagnosticKind::E0308, message, innermostTail(expr), expectedFound(expected, found));
  ExprId previous = many.pushed.back();
  if (site == MergeSite::Arm)
    diagnostic.label(innermostTail(previous), "this is found to be of type `" + print(expected) + "`");
  else
    diagnostic.label(innermostTail(previous), "expected because of this");
  diagnostic.label(site_span, site == MergeSite::Arm ? "`match` arms have incompatible types" : "`if` and `else` have incompatible types");
}

bool BodyChecker::isWanted(const CoerceMany &many) const { return many.wanted; }
bool BodyChecker::wantedKnown(const CoerceMany &many) { return !isGeneralVar(infer_.shallow(many.expected)); }

// Of a block the tail is what has the type.
Span BodyChecker::innermostTail(ExprId expr) {
  for (;;) {
    const typed::Expr &inner = node(expr);
    if (inner.kind == ExprKind::Coerce && inner.implicit) {
      expr = inner.a;
      continue;
    }
    if (inner.kind != ExprKind::Block || inner.label_target || inner.desugar != Desugar::None)
      break;
    ExprId tail = body_->blocks[inner.block].tail;
    if (!tail.isValid())
      break;
    expr = tail;
  }
  return spanOf(expr);
}

void BodyChecker::reportMissingElse(const ast::IfExpr &expr, ExprId then, Ty wanted) {
  error(DiagnosticKind::E0317, "`if` may be missing an `else` clause", expr.span, expectedFound(wanted, types_.unit))
      .label(innermostTail(then), "found here")
      .note("`if` expressions without `else` evaluate to `()`")
      .help("consider adding an `else` block that evaluates to the expected type");
}

void BodyChecker::reportBreakValue(const ast::BreakExpr &expr, const Breakable &target) {
  const std::string what = target.kind == Breakable::Kind::For ? "for" : "while";
  error(DiagnosticKind::E0571, "`break` with value from a `" + what + "` loop", expr.span, "can only break with a value inside `loop` or breakable block")
      .label(target.span, "you can't `break` with a value in a `" + what + "` loop");
}

void BodyChecker::reportBareReturn(Span span) {
  error(DiagnosticKind::E0069, "`return;` in a function whose return type is not `()`", span, "return type is not `()`");
}

// ------------------------------------------------------------------------------------------------------- paths, literals

void BodyChecker::reportStructAsValue(DefId def, Span span) {
  if (program_.def(def).kind == DefKind::Variant)
    error(DiagnosticKind::E0533, "expected value, found struct variant `" + variantPath(def) + "`", span, "not a value");
  else
    error(DiagnosticKind::E0423, "expected value, found struct `" + resolver_.pathOf(def) + "`", span);
}

void BodyChecker::reportExplicitDrop(Span span) {
  error(DiagnosticKind::E0040, "explicit use of destructor method", span, "explicit destructor calls not allowed");
}

std::string BodyChecker::typeKindWord(Ty ty) {
  ty = infer_.shallow(ty);
  switch (types_.kind(ty)) {
  case TyKind::Adt:
    return program_.adt(data(ty).def).is_enum ? "enum" : "struct";
  case TyKind::Param:
    return "type parameter";
  case TyKind::Ref:
    return data(ty).mutability == Mutability::Mut ? "mutable reference" : "reference";
  case TyKind::Array:
    return "array";
  case TyKind::Slice:
    return "slice";
  case TyKind::Tuple:
    return data(ty).args.empty() ? "unit type" : "tuple";
  case TyKind::FnDef:
    return "fn item";
  case TyKind::FnPtr:
    return "fn pointer";
  case TyKind::Closure:
    return "closure";
  case TyKind::Dynamic:
    return "trait object";
  case TyKind::Opaque:
    return "opaque type";
  case TyKind::Projection:
    return "associated type";
  default: // primitives
    return "type";
  }
}

void BodyChecker::reportNoVariant(Ty enum_type, const ast::Ident &name) {
  error(DiagnosticKind::E0599, "no variant named `" + text(name.name).str() + "` found for enum `" + print(enum_type) + "`", name.span,
        "variant not found in `" + print(enum_type) + "`");
}

void BodyChecker::reportAssocError(const InferContext::AssocResult &result, Ty self, const ast::PathSegment &segment, Span) {
  using MethodError = InferContext::MethodError;
  const std::string name = text(segment.ident.name).str();
  switch (result.error) {
  case MethodError::NotFound:
  case MethodError::AmbiguousNumeric:
  case MethodError::BadBounds: {
    const bool is_enum = is(self, TyKind::Adt) && program_.adt(data(self).def).is_enum;
    const std::string what = is_enum ? "variant or associated item" : "function or associated item";
    if (result.error == MethodError::BadBounds) {
      error(DiagnosticKind::E0599,
            "the " + what + " `" + name + "` exists for " + typeKindWord(self) + " `" + print(self) + "`, but its trait bounds were not satisfied",
            segment.ident.span, what + " cannot be called on `" + print(self) + "` due to unsatisfied trait bounds");
      return;
    }
    error(DiagnosticKind::E0599, "no " + what + " named `" + name + "` found for " + typeKindWord(self) + " `" + print(self) + "` in the current scope",
          segment.ident.span, what + " not found in `" + print(self) + "`");
    return;
  }
  case MethodError::Private: {
    DefId candidate = result.candidates.empty() ? DefId() : result.candidates.front();
    const bool method = candidate.isValid() && program_.def(candidate).kind == DefKind::AssocFn && program_.fn(candidate).has_self;
    const bool constant = candidate.isValid() && program_.def(candidate).kind == DefKind::AssocConst;
    const std::string what = constant ? "associated constant" : method ? "method" : "associated function";
    error(DiagnosticKind::E0624, what + " `" + name + "` is private", segment.ident.span, "private " + what);
    return;
  }
  case MethodError::Ambiguous:
    error(DiagnosticKind::E0034, "multiple applicable items in scope", segment.ident.span, "multiple `" + name + "` found");
    return;
  case MethodError::ReceiverUnknown:
    annotationsNeeded(segment.ident.span, self);
    return;
  case MethodError::Silent:
    return;
  case MethodError::Unknown:
    sink_.declineLibrary(segment.ident.span, "`" + print(self) + "::" + name + "`");
    return;
  }
}

// --------------------------------------------------------------------------------------------------------- struct literals

void BodyChecker::reportUnknownField(const VariantPath &path, const VariantInfo &variant, const ast::FieldInit &init) {
  const std::string field = text(init.name.name).str();
  const AdtInfo &adt = program_.adt(path.adt);
  const std::string name = adt.is_enum ? variantPath(variant.def) : resolver_.pathOf(path.adt);
  error(adt.is_enum ? DiagnosticKind::E0559 : DiagnosticKind::E0560, (adt.is_enum ? "variant `" : "struct `") + name + "` has no field named `" + field + "`",
        init.name.span, "`" + name + "` does not have this field");
}

// Where a missing field is private, nothing can be done with a literal: an error without a code.
void BodyChecker::reportMissingFields(const ast::StructExpr &expr, const VariantPath &path, llvm::ArrayRef<const FieldInfo *> missing) {
  for (const FieldInfo *field : missing) {
    if (resolver_.isVisibleFrom(field->def, scopes_.module()))
      continue;
    error(DiagnosticKind::PrivateFields, "cannot construct `" + print(path.ty) + "` with struct literal syntax due to private fields", expr.path.span);
    return;
  }
  auto name = [&](std::size_t i) { return quoted(text(missing[i]->name)); };
  std::string list = name(0);
  if (missing.size() == 2) {
    list += " and " + name(1);
  } else if (missing.size() == 3) {
    list += ", " + name(1) + " and " + name(2);
  } else if (missing.size() > 3) {
    list += ", " + name(1) + ", " + name(2) + " and " + plural(missing.size() - 3, "other field");
  }
  error(DiagnosticKind::E0063, std::string("missing field") + (missing.size() == 1 ? " " : "s ") + list + " in initializer of `" + print(path.ty) + "`",
        expr.path.span, "missing " + list);
}

// ----------------------------------------------------------------------------------------------------------- field access

void BodyChecker::reportNoField(ExprId, Ty base_type, const ast::FieldExpr &expr, const FieldInfo *private_field, DefId private_owner) {
  const std::string name = text(expr.field.name).str();
  if (private_field != nullptr) {
    error(DiagnosticKind::E0616, "field `" + name + "` of struct `" + resolver_.pathOf(private_owner) + "` is private", expr.field.span, "private field");
    return;
  }
  auto method = infer_.lookupMethod(base_type, expr.field.name, scopes_.module(), expr.field.span);
  if (method.pick || method.error == InferContext::MethodError::Private) {
    error(DiagnosticKind::E0615, "attempted to take value of method `" + name + "` on type `" + print(base_type) + "`", expr.field.span, "method, not a field");
    return;
  }
  switch (types_.kind(base_type)) {
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Infer:
    error(DiagnosticKind::E0610, "`" + print(base_type) + "` is a primitive type and therefore doesn't have fields", expr.field.span);
    return;
  default: // types that could have had the field
    error(DiagnosticKind::E0609, "no field `" + name + "` on type `" + print(base_type) + "`", expr.field.span, "unknown field");
    return;
  }
}

// ------------------------------------------------------------------------------------------------------------------ calls

void BodyChecker::reportArgumentCount(const CallSite &site, std::size_t expected, ast::List<const ast::Expr *> args) {
  reportArgumentCount(site, expected, args.size());
}

void BodyChecker::reportArgumentCount(const CallSite &site, std::size_t expected, std::size_t given) {
  error(DiagnosticKind::E0061,
        "this " + callWord(site).str() + " takes " + plural(expected, "argument") + " but " + plural(given, "argument") + (given == 1 ? " was" : " were") +
            " supplied",
        site.callee_span);
}

void BodyChecker::reportNotCallable(ExprId callee, Ty callee_type, const ast::CallExpr &call) {
  const typed::Expr &value = node(callee);
  std::string found = "`" + printOperand(callee) + "`";
  if (value.kind == ExprKind::Adt && value.fields.empty() && llvm::isa<ast::PathExpr>(call.callee)) {
    const AdtInfo &adt = program_.adt(value.def);
    found = adt.is_enum ? "enum variant `" + variantPath(adt.variants[value.index].def) + "`" : "struct `" + resolver_.pathOf(value.def) + "`";
  }
  (void)callee_type;
  error(DiagnosticKind::E0618, "expected function, found " + found, call.callee->span).label(call.span, "call expression requires function");
}

void BodyChecker::reportNonConstCall(DefId callee, Span span) {
  const Def &owner = program_.def(owner_);
  const char *where = isFunction(owner.kind) ? "constant functions" : owner.kind == DefKind::Static ? "statics" : "constants";
  const Def &def = program_.def(callee);
  const char *what = def.kind == DefKind::AssocFn ? (program_.fn(callee).has_self ? "method" : "associated function") : "function";
  lateError(DiagnosticKind::E0015, std::string("cannot call non-const ") + what + " `" + qualifiedFn(callee) + "` in " + where, span);
}

std::string BodyChecker::qualifiedFn(DefId fn) {
  const Def &def = program_.def(fn);
  if (def.kind != DefKind::AssocFn)
    return resolver_.pathOf(fn);
  if (program_.def(def.parent).kind == DefKind::Impl)
    return print(program_.typeOf(def.parent)) + "::" + text(def.name).str();
  return resolver_.pathOf(def.parent) + "::" + text(def.name).str();
}

void BodyChecker::reportMethodError(const InferContext::MethodResult &result, Ty receiver_type, ExprId, const ast::MethodCallExpr &call) {
  using MethodError = InferContext::MethodError;
  const std::string name = text(call.method.ident.name).str();
  const Span span = call.method.ident.span;
  switch (result.error) {
  case MethodError::NotFound: {
    const bool is_field = result.candidate.isValid() && program_.def(result.candidate).kind == DefKind::Field;
    error(DiagnosticKind::E0599,
          "no method named `" + name + "` found for " + typeKindWord(receiver_type) + " `" + print(receiver_type) + "` in the current scope", span,
          is_field ? "field, not a method" : "method not found in `" + print(receiver_type) + "`");
    return;
  }
  case MethodError::BadBounds:
    error(DiagnosticKind::E0599,
          "the method `" + name + "` exists for " + typeKindWord(receiver_type) + " `" + print(receiver_type) + "`, but its trait bounds were not satisfied",
          span, "method cannot be called on `" + print(receiver_type) + "` due to unsatisfied trait bounds");
    return;
  case MethodError::Private:
    error(DiagnosticKind::E0624, "method `" + name + "` is private", span, "private method");
    return;
  case MethodError::Ambiguous:
    error(DiagnosticKind::E0034, "multiple applicable items in scope", span, "multiple `" + name + "` found");
    return;
  case MethodError::ReceiverUnknown:
    annotationsNeeded(span, receiver_type);
    return;
  case MethodError::AmbiguousNumeric:
    error(DiagnosticKind::E0689, "can't call method `" + name + "` on ambiguous numeric type `" + print(receiver_type) + "`", span);
    return;
  case MethodError::Silent:
    return;
  case MethodError::Unknown:
    sink_.declineLibrary(span, "method `" + name + "` on `" + print(receiver_type) + "`");
    return;
  }
}

// -------------------------------------------------------------------------------------------------------------- operators

void BodyChecker::reportNoBinary(const ast::BinaryExpr &expr, ExprId lhs, ExprId rhs, Ty lhs_type, Ty rhs_type) {
  const std::string left = print(lhs_type);
  const std::string right = print(rhs_type);
  std::string message;
  switch (expr.op) {
  case ast::BinaryOp::Add:
    message = "cannot add `" + right + "` to `" + left + "`";
    break;
  case ast::BinaryOp::Sub:
    message = "cannot subtract `" + right + "` from `" + left + "`";
    break;
  case ast::BinaryOp::Mul:
    message = "cannot multiply `" + left + "` by `" + right + "`";
    break;
  case ast::BinaryOp::Div:
    message = "cannot divide `" + left + "` by `" + right + "`";
    break;
  case ast::BinaryOp::Rem:
    message = "cannot calculate the remainder of `" + left + "` divided by `" + right + "`";
    break;
  case ast::BinaryOp::BitAnd:
  case ast::BinaryOp::BitOr:
  case ast::BinaryOp::BitXor:
  case ast::BinaryOp::Shl:
  case ast::BinaryOp::Shr:
    message = "no implementation for `" + left + " " + operatorText(expr.op, false).str() + " " + right + "`";
    break;
  default: // comparisons
    message = "binary operation `" + operatorText(expr.op, false).str() + "` cannot be applied to type `" + left + "`";
    break;
  }
  error(DiagnosticKind::E0369, message, expr.op_span).label(spanOf(lhs), left).label(spanOf(rhs), right);
}

void BodyChecker::reportNoAssignOp(const ast::AssignOpExpr &expr, Ty lhs_type, Ty) {
  const std::string op = operatorText(expr.op, true).str();
  error(DiagnosticKind::E0368, "binary assignment operation `" + op + "` cannot be applied to type `" + print(lhs_type) + "`", expr.span)
      .label(expr.lhs->span, "cannot use `" + op + "` on type `" + print(lhs_type) + "`");
}

} // namespace lien::typeck
