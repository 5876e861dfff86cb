// The arguments of formatting macros: placeholders meet arguments, each is borrowed once and must implement what the placeholder asks for.
// Source: documentation of `std::fmt`.
#include "frontend/typeck/checker.hpp"
#include "frontend/typeck/format_string.hpp"

namespace lien::typeck {

using typed::ExprKind;

namespace {

LangItem traitItem(FormatTrait trait) {
  switch (trait) {
  case FormatTrait::Display:
  case FormatTrait::Unknown:
    return LangItem::DisplayTrait;
  case FormatTrait::Debug:
    return LangItem::DebugTrait;
  case FormatTrait::LowerHex:
    return LangItem::LowerHexTrait;
  case FormatTrait::UpperHex:
    return LangItem::UpperHexTrait;
  case FormatTrait::Octal:
    return LangItem::OctalTrait;
  case FormatTrait::Binary:
    return LangItem::BinaryTrait;
  case FormatTrait::LowerExp:
    return LangItem::LowerExpTrait;
  case FormatTrait::UpperExp:
    return LangItem::UpperExpTrait;
  case FormatTrait::Pointer:
    return LangItem::PointerTrait;
  }
  return LangItem::DisplayTrait;
}

/// One value that is formatted: written as an argument, or captured by name.
struct FormatArgument {
  const ast::Expr *expr = nullptr; ///< null: captured
  llvm::StringRef name;            ///< empty: positional
  Span span;                       ///< of the expression, or of the name in the string
  Span bound_span;                 ///< where a missing trait is reported
  bool used = false;
  bool is_count = false; ///< used as width or precision: must be usize
  llvm::SmallVector<FormatTrait, 2> traits;
};

} // namespace

/// `core::fmt::Arguments` of a tuple of references.
ExprId BodyChecker::makeArguments(llvm::ArrayRef<ExprId> borrows, Span span) {
  ExprId tuple = makeTuple(borrows, span);
  node(tuple).desugar = Desugar::FormatArgs;
  return callMacroFn(LangItem::MacroArguments, {tuple}, span);
}

ExprId BodyChecker::checkFormat(const ast::MacroCallExpr &call, ast::List<ast::MacroArg> args) {
  auto checkRest = [&](ast::List<ast::MacroArg> rest) {
    for (const ast::MacroArg &arg : rest)
      checkExpr(arg.value);
    return makeArguments({}, call.span);
  };
  if (args.empty())
    return makeArguments({}, call.span);
  const ast::Expr *first = args.front().value;
  const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(first);
  if (literal == nullptr || literal->literal != ast::LiteralKind::Str || !args.front().name.name.empty()) {
    if (llvm::isa<ast::MacroCallExpr>(first))
      declineFeature(first->span, "format string made by a macro");
    else
      macroError("format argument must be a string literal", first->span);
    return checkRest(args.drop_front());
  }
  args = args.drop_front();
  if (const_context_ && !args.empty())
    return declineFeature(call.span, "formatting in a constant");

  const llvm::StringRef content = text(literal->text);
  const FormatSource source(literal->raw != nullptr ? llvm::StringRef(literal->raw, literal->span.length()) : llvm::StringRef(), literal->span.lo(),
                            content.size());
  const ParsedFormat format = parseFormat(content);
  if (format.error) {
    Diagnostic &diagnostic = macroError(format.error->message, source.span(format.error->lo, format.error->hi), format.error->label);
    if (format.error->opening)
      diagnostic.label(source.span(*format.error->opening, *format.error->opening + 1), "because of this opening brace");
    return checkRest(args);
  }

  llvm::SmallVector<FormatArgument, 8> arguments;
  const ast::MacroArg *first_named = nullptr;
  for (const ast::MacroArg &arg : args) {
    FormatArgument made;
    made.expr = arg.value;
    made.span = arg.value->span;
    // A value that a macro makes is shown by the outer call.
    made.bound_span = llvm::isa<ast::MacroCallExpr>(arg.value) ? call.span : arg.value->span;
    if (arg.name.name.empty()) {
      if (first_named != nullptr) {
        macroError("positional arguments cannot follow named arguments", arg.value->span, "positional arguments must be before named arguments")
            .label(Span(first_named->name.span.lo(), first_named->value->span.hi()), "named argument");
        return checkRest(args);
      }
    } else {
      made.name = text(arg.name.name);
      if (first_named == nullptr)
        first_named = &arg;
      for (std::size_t i = 0; i < arguments.size(); ++i)
        if (arguments[i].name == made.name) {
          macroError("duplicate argument named `" + made.name.str() + "`", arg.name.span, "duplicate argument").label(args[i].name.span, "previously here");
          return checkRest(args);
        }
    }
    arguments.push_back(std::move(made));
  }
  const std::size_t explicit_count = arguments.size();

  // Relate references to arguments.
  struct Invalid {
    std::uint32_t index;
    Span span;
  };
  llvm::SmallVector<Invalid, 2> invalid;
  bool numeric = false;
  std::uint32_t next = 0;
  auto find = [&](const FormatArgRef &ref, Span placeholder) -> FormatArgument * {
    switch (ref.kind) {
    case FormatArgRef::Kind::None:
      return nullptr;
    case FormatArgRef::Kind::Next:
    case FormatArgRef::Kind::Index: {
      const std::uint32_t index = ref.kind == FormatArgRef::Kind::Next ? next++ : ref.index;
      numeric |= ref.kind == FormatArgRef::Kind::Index;
      if (index < explicit_count)
        return &arguments[index];
      invalid.push_back({index, source.span(ref.lo, ref.hi)});
      return nullptr;
    }
    case FormatArgRef::Kind::Name:
      for (FormatArgument &argument : arguments)
        if (argument.name == ref.name)
          return &argument;
      FormatArgument captured;
      captured.name = ref.name;
      captured.span = source.span(ref.lo, ref.hi);
      captured.bound_span = placeholder;
      arguments.push_back(std::move(captured));
      return &arguments.back();
    }
    return nullptr;
  };
  auto useCount = [&](const FormatCount &count, Span placeholder) {
    if (count.kind != FormatCount::Kind::Argument && count.kind != FormatCount::Kind::Star)
      return;
    if (FormatArgument *argument = find(count.argument, placeholder)) {
      argument->used = true;
      argument->is_count = true;
    }
  };
  for (const FormatPlaceholder &placeholder : format.placeholders) {
    const Span span = source.span(placeholder.lo, placeholder.hi);
    if (placeholder.trait == FormatTrait::Unknown)
      macroError("unknown format trait `" + content.slice(placeholder.trait_lo, placeholder.trait_hi).str() + "`",
                 source.span(placeholder.trait_lo, placeholder.trait_hi))
          .note("the only appropriate formatting traits are:\n- ``, which uses the `Display` trait\n- `?`, which uses the `Debug` trait\n- `e`, which uses the "
                "`LowerExp` "
                "trait\n- `E`, which uses the `UpperExp` trait\n- `o`, which uses the `Octal` trait\n- `p`, which uses the `Pointer` trait\n- `b`, which uses "
                "the `Binary` "
                "trait\n- `x`, which uses the `LowerHex` trait\n- `X`, which uses the `UpperHex` trait");
    if (placeholder.precision.kind == FormatCount::Kind::Star)
      useCount(placeholder.precision, span);
    if (FormatArgument *argument = find(placeholder.argument, span)) {
      argument->used = true;
      if (!llvm::is_contained(argument->traits, placeholder.trait))
        argument->traits.push_back(placeholder.trait);
    }
    useCount(placeholder.width, span);
    if (placeholder.precision.kind != FormatCount::Kind::Star)
      useCount(placeholder.precision, span);
  }
  if (!invalid.empty()) {
    std::string given = explicit_count == 0   ? "no arguments were given"
                        : explicit_count == 1 ? "there is 1 argument"
                                              : "there are " + std::to_string(explicit_count) + " arguments";
    if (!numeric) {
      llvm::SmallVector<Span, 4> spans;
      std::size_t count = 0;
      for (const FormatPlaceholder &placeholder : format.placeholders) {
        const bool star = placeholder.precision.kind == FormatCount::Kind::Star;
        const bool implicit = placeholder.argument.kind == FormatArgRef::Kind::Next;
        count += (star ? 1 : 0) + (implicit ? 1 : 0);
        if (star || implicit)
          spans.push_back(source.span(placeholder.lo, placeholder.hi));
      }
      Diagnostic &diagnostic =
          macroError(std::to_string(count) + " positional argument" + (count == 1 ? "" : "s") + " in format string, but " + given, spans.front());
      for (std::size_t i = 1; i < spans.size(); ++i)
        diagnostic.primary.push_back({spans[i], ""});
    } else {
      llvm::SmallVector<std::uint32_t, 4> indices;
      for (const Invalid &entry : invalid)
        indices.push_back(entry.index);
      llvm::sort(indices);
      indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
      std::string list;
      for (std::size_t i = 0; i < indices.size(); ++i)
        list += (i == 0 ? "" : i + 1 == indices.size() ? " and " : ", ") + std::to_string(indices[i]);
      Diagnostic &diagnostic = macroError(
          "invalid reference to positional argument" + std::string(indices.size() == 1 ? "" : "s") + " " + list + " (" + given + ")", invalid.front().span);
      for (std::size_t i = 1; i < invalid.size(); ++i)
        diagnostic.primary.push_back({invalid[i].span, ""});
      diagnostic.note("positional arguments are zero-based");
    }
  }
  if (invalid.empty() || numeric) {
    llvm::SmallVector<const FormatArgument *, 4> unused;
    for (std::size_t i = 0; i < explicit_count; ++i)
      if (!arguments[i].used)
        unused.push_back(&arguments[i]);
    auto label = [](const FormatArgument &argument) { return argument.name.empty() ? "argument never used" : "named argument never used"; };
    if (unused.size() == 1) {
      macroError(label(*unused[0]), unused[0]->span, label(*unused[0]));
    } else if (!unused.empty()) {
      Diagnostic &diagnostic = macroError("multiple unused formatting arguments", unused[0]->span, label(*unused[0]));
      for (std::size_t i = 1; i < unused.size(); ++i)
        diagnostic.primary.push_back({unused[i]->span, label(*unused[i])});
      diagnostic.label(literal->span, "multiple missing formatting specifiers");
    }
  }

  llvm::SmallVector<ExprId, 8> borrows;
  llvm::SmallVector<std::pair<Ty, FormatTrait>, 8> asked;
  for (const FormatArgument &argument : arguments)
    borrows.push_back(checkFormatArgument(argument.expr, argument.name, argument.span, argument.bound_span, argument.is_count, argument.traits, asked));
  return makeArguments(borrows, call.span);
}

ExprId BodyChecker::checkFormatArgument(const ast::Expr *expr, llvm::StringRef name, Span span, Span bound_span, bool is_count,
                                        llvm::ArrayRef<FormatTrait> traits, llvm::SmallVectorImpl<std::pair<Ty, FormatTrait>> &asked) {
  ExprId value;
  if (expr != nullptr) {
    value = checkExpr(expr);
  } else {
    ast::PathSegment segment;
    segment.ident = {resolver_.symbols().find(name), span};
    ast::Path path;
    path.span = span;
    path.segments = llvm::ArrayRef<ast::PathSegment>(segment);
    if (segment.ident.name.empty()) {
      // No identifier of the whole crate has this text.
      error(DiagnosticKind::E0425, "cannot find value `" + name.str() + "` in this scope", span, "not found in this scope");
      value = makeError(span);
    } else {
      value = checkPath(path, span, PathUse::Value);
    }
  }
  Ty type = resolved(typeOf(value));
  if (!isSilent(type)) {
    if (is_count && !unify(types_.integer(IntKind::Usize), type))
      error(DiagnosticKind::E0308, "mismatched types", bound_span, "expected `&usize`, found `&" + print(type) + "`");
    for (FormatTrait trait : traits) {
      // One call asks once for one type.
      if (llvm::is_contained(asked, std::pair(type, trait)))
        continue;
      asked.emplace_back(type, trait);
      requireTrait(infer_.shallow(type), program_.lang(traitItem(trait)), bound_span, ObligationCause::Format);
      requireSized(infer_.shallow(type), bound_span, ObligationCause::Format);
    }
  }
  return makeBorrow(value, Mutability::Not, BorrowKind::Written, span);
}

} // namespace lien::typeck
