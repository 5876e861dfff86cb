// Patterns: default binding modes of 2024, names and or-patterns, references, tuples. Reference, "Patterns"; RFC 2005, RFC 3627.
//
// A typed pattern has no default binding modes: where a pattern that is no reference meets a reference, a Deref pattern is made, and names below bind by
// reference.
#include "frontend/typeck/checker.hpp"

namespace lien::typeck {

using typed::PatKind;

void BodyChecker::bindAll(const PatBindings &bindings) {
  for (const PatBinding &binding : bindings.all)
    if (!binding.name.empty())
      scopes_.bind(binding.name, binding.local.value);
}

PatId BodyChecker::checkPatTop(const ast::Pat *pat, Ty expected, PatContext context, PatBindings &bindings) {
  PatBindings *outer = std::exchange(pat_bindings_, &bindings);
  auto outer_modifiers = std::move(modifiers_);
  modifiers_.clear();
  PatId result = checkPat(pat, expected, context);
  if (!modifiers_.empty())
    reportModifiers(pat);
  modifiers_ = std::move(outer_modifiers);
  pat_bindings_ = outer;
  return result;
}

// Which patterns look through references (Reference, "Binding modes"): constants and literals of reference type, names, `_`, `&` and `|` do not.
bool BodyChecker::peelsReferences(const ast::Pat *pat) {
  switch (pat->kind) {
  case ast::PatKind::TupleStruct:
  case ast::PatKind::Struct:
  case ast::PatKind::Tuple:
  case ast::PatKind::Slice:
  case ast::PatKind::Range:
    return true;
  case ast::PatKind::Literal: {
    const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(llvm::cast<ast::LiteralPat>(pat)->expr);
    return literal == nullptr ||
           (literal->literal != ast::LiteralKind::Str && literal->literal != ast::LiteralKind::ByteStr && literal->literal != ast::LiteralKind::CStr);
  }
  case ast::PatKind::Wild:
  case ast::PatKind::Rest:
  case ast::PatKind::Ident: // a name that means a unit struct or variant is asked for apart
  case ast::PatKind::Path:
  case ast::PatKind::Ref:
  case ast::PatKind::Or:
  case ast::PatKind::Paren:
  case ast::PatKind::Unsupported:
  case ast::PatKind::Error:
    return false;
  }
  return false;
}

PatId BodyChecker::checkPat(const ast::Pat *pat, Ty expected, PatContext context) {
  if (StackGuard::exhausted()) {
    sink_.declineLimit(pat->span, "patterns nested too deeply");
    return makeErrorPat(pat->span);
  }
  while (const auto *paren = llvm::dyn_cast<ast::ParenPat>(pat))
    pat = paren->inner;
  if (const auto *ident = llvm::dyn_cast<ast::IdentPat>(pat))
    return checkIdentPat(*ident, expected, context);
  if (const auto *path = llvm::dyn_cast<ast::PathPat>(pat))
    return checkPathPat(resolveValuePath(path->path, path->span, PathUse::UnitPattern), path->span, expected, context);
  if (!peelsReferences(pat))
    return checkPatInner(pat, expected, context);
  return peel(pat->span, expected, context, [&](Ty inner, const PatContext &below) { return checkPatInner(pat, inner, below); });
}

// Looks through the references of the expected type, one implicit Deref pattern each; names below then bind by reference.
PatId BodyChecker::peel(Span span, Ty expected, PatContext context, llvm::function_ref<PatId(Ty, const PatContext &)> check) {
  llvm::SmallVector<Ty, 4> references;
  expected = resolved(expected);
  while (is(expected, TyKind::Ref)) {
    references.push_back(expected);
    const Mutability mutability = data(expected).mutability;
    if (context.default_mode != BindingMode::Ref)
      context.default_mode = mutability == Mutability::Mut ? BindingMode::RefMut : BindingMode::Ref;
    expected = resolved(data(expected).element());
  }
  PatId result = check(expected, context);
  for (Ty reference : llvm::reverse(references)) {
    PatId deref = makePat(PatKind::Deref, reference, span);
    body_->pats[deref].sub = result;
    body_->pats[deref].implicit = true;
    result = deref;
  }
  return result;
}

PatId BodyChecker::checkPatInner(const ast::Pat *pat, Ty expected, const PatContext &context) {
  switch (pat->kind) {
  case ast::PatKind::Wild:
    return makePat(PatKind::Wild, expected, pat->span);
  case ast::PatKind::Rest:
    return makePat(PatKind::Wild, expected, pat->span);
  case ast::PatKind::TupleStruct:
    return checkTupleStructPat(*llvm::cast<ast::TupleStructPat>(pat), expected, context);
  case ast::PatKind::Struct:
    return checkStructPat(*llvm::cast<ast::StructPat>(pat), expected, context);
  case ast::PatKind::Tuple:
    return checkTuplePat(*llvm::cast<ast::TuplePat>(pat), expected, context);
  case ast::PatKind::Slice:
    return checkSlicePat(*llvm::cast<ast::SlicePat>(pat), expected, context);
  case ast::PatKind::Ref:
    return checkRefPat(*llvm::cast<ast::RefPat>(pat), expected, context);
  case ast::PatKind::Literal:
    return checkLiteralPat(*llvm::cast<ast::LiteralPat>(pat), expected, context);
  case ast::PatKind::Range:
    return checkRangePat(*llvm::cast<ast::RangePat>(pat), expected, context);
  case ast::PatKind::Or:
    return checkOrPat(*llvm::cast<ast::OrPat>(pat), expected, context);
  case ast::PatKind::Unsupported:
    sink_.declineFeature(pat->span, llvm::cast<ast::UnsupportedPat>(pat)->what);
    return makeErrorPat(pat->span);
  case ast::PatKind::Error:
    broken_ = true;
    return makeErrorPat(pat->span);
  case ast::PatKind::Ident: // all handled by `checkPat`
  case ast::PatKind::Path:
  case ast::PatKind::Paren:
    return makeErrorPat(pat->span);
  }
  return makeErrorPat(pat->span);
}

bool BodyChecker::demandPat(Ty expected, Ty found, Span span, const PatContext &context) {
  if (unify(expected, found))
    return true;
  Diagnostic &diagnostic = reportMismatch(span, expected, found);
  if (!context.origin.empty() && context.origin_is_type)
    diagnostic.label(context.origin, "expected due to this");
  else if (!context.origin.empty() && context.scrutinee_type)
    diagnostic.label(context.origin, "this expression has type `" + print(*context.scrutinee_type) + "`");
  return false;
}

// ---------------------------------------------------------------------------------------------------------------- names

static PatternSource patternSource(typed::Local::Source source) {
  switch (source) {
  case typed::Local::Source::Let:
    return PatternSource::Let;
  case typed::Local::Source::Param:
    return PatternSource::Param;
  case typed::Local::Source::ForLoop:
    return PatternSource::For;
  case typed::Local::Source::Arm:
  case typed::Local::Source::Desugar:
    return PatternSource::Match;
  }
  return PatternSource::Match;
}

// A lone name is a constant, unit struct or unit variant if one is in scope, else a fresh variable. Reference, "Identifier patterns".
PatId BodyChecker::checkIdentPat(const ast::IdentPat &pat, Ty expected, const PatContext &context) {
  const bool plain = !pat.by_ref && !pat.is_mut && pat.sub == nullptr;
  if (!pat.name.name.empty()) {
    if (auto res = scopes_.resolvePatternName(pat.name, sink_, patternSource(context.source), plain)) {
      if (res->kind == ResKind::Error || res->kind == ResKind::Unknown)
        return makeErrorPat(pat.span);
      ast::PathSegment segment;
      segment.ident = pat.name;
      ast::Path path;
      path.span = pat.span;
      path.segments = llvm::ArrayRef<ast::PathSegment>(segment);
      return checkPathPat(resolveValuePath(path, {*res, 1}, pat.span), pat.span, expected, context);
    }
  }
  BindingMode mode = context.default_mode;
  if (context.default_mode != BindingMode::Move && (pat.by_ref || pat.is_mut))
    modifiers_.emplace_back(pat.by_ref ? Span(pat.span.lo(), pat.span.lo() + (pat.ref_mutability == Mutability::Mut ? 7 : 3)) : pat.mut_span,
                            pat.by_ref ? "explicit `ref` binding modifier not allowed when implicitly borrowing"
                                       : "`mut` binding modifier not allowed when implicitly borrowing");
  if (pat.by_ref)
    mode = pat.ref_mutability == Mutability::Mut ? BindingMode::RefMut : BindingMode::Ref;
  else if (pat.is_mut)
    mode = BindingMode::Move;
  Ty ty = expected;
  if (mode != BindingMode::Move && !isSilent(infer_.shallow(expected)))
    ty = types_.ref(Region::erased(), infer_.resolve(expected), mode == BindingMode::RefMut ? Mutability::Mut : Mutability::Not);
  LocalId local = bindName(pat, ty, mode, context);
  // What stands behind the `@` is a pattern of its own: the binding ends at its name.
  const bool ends_at_name = pat.sub != nullptr && !pat.name.name.empty();
  PatId result = makeBindingPat(local, mode, expected, ends_at_name ? Span(pat.span.lo(), pat.name.span.hi()) : pat.span);
  if (pat.sub != nullptr) {
    PatId sub = checkPat(pat.sub, expected, context);
    body_->pats[result].sub = sub;
  }
  return result;
}

// One variable for a name; bound twice on one way through the pattern it is an error (E0416, in parameters E0415), in another alternative it is the same
// variable and must have the same type and mode (E0409).
LocalId BodyChecker::bindName(const ast::IdentPat &pat, Ty ty, BindingMode mode, const PatContext &context) {
  PatBindings &bindings = *pat_bindings_;
  const bool ref_mut = pat.by_ref && pat.ref_mutability == Mutability::Mut;
  if (!pat.name.name.empty()) {
    for (std::uint32_t i = 0; i < bindings.all.size(); ++i) {
      PatBinding &known = bindings.all[i];
      if (known.name != pat.name.name)
        continue;
      if (llvm::is_contained(bindings.product, i)) {
        const std::string name = text(known.name).str();
        if (context.source == typed::Local::Source::Param)
          error(DiagnosticKind::E0415, "identifier `" + name + "` is bound more than once in this parameter list", pat.name.span,
                "used as parameter more than once");
        else
          error(DiagnosticKind::E0416, "identifier `" + name + "` is bound more than once in the same pattern", pat.name.span,
                "used in a pattern more than once");
        return known.local;
      }
      bindings.product.push_back(i);
      if (known.by_ref != pat.by_ref || known.ref_mut != ref_mut || known.is_mut != pat.is_mut)
        error(DiagnosticKind::E0409, "variable `" + text(known.name).str() + "` is bound inconsistently across alternatives separated by `|`", pat.name.span,
              "bound in different ways")
            .label(known.span, "first binding");
      Ty first = body_->locals[known.local].ty;
      if (!unify(first, ty))
        reportMismatch(pat.span, first, ty).note("in the same arm, a binding must have the same type in all alternatives");
      return known.local;
    }
  }
  LocalId local = makeLocalDecl(pat.name.name, pat.name.name.empty() ? pat.span : pat.name.span, ty, context.source);
  body_->locals[local].is_mut = pat.is_mut;
  body_->locals[local].mode = mode;
  if (context.param != &pat)
    requireSized(infer_.shallow(ty), pat.span, context.source == typed::Local::Source::Param ? ObligationCause::SizedArgument : ObligationCause::SizedLocal);
  bindings.product.push_back(static_cast<std::uint32_t>(bindings.all.size()));
  bindings.all.push_back({pat.name.name, local, pat.name.span, pat.by_ref, ref_mut, pat.is_mut});
  return local;
}

// Every alternative binds the same names (E0408).
PatId BodyChecker::checkOrPat(const ast::OrPat &pat, Ty expected, const PatContext &context) {
  PatBindings &bindings = *pat_bindings_;
  const std::size_t mark = bindings.product.size();
  llvm::SmallVector<PatId, 8> alternatives;
  llvm::SmallVector<llvm::SmallVector<std::uint32_t, 4>, 8> bound;
  for (const ast::Pat *alternative : pat.alternatives) {
    bindings.product.resize(mark);
    alternatives.push_back(checkPat(alternative, expected, context));
    bound.emplace_back(bindings.product.begin() + mark, bindings.product.end());
  }
  llvm::SmallVector<std::uint32_t, 8> all;
  for (const auto &set : bound)
    for (std::uint32_t index : set)
      if (!llvm::is_contained(all, index))
        all.push_back(index);
  for (std::uint32_t index : all) {
    llvm::SmallVector<const ast::Pat *, 4> missing;
    for (std::size_t i = 0; i < bound.size(); ++i)
      if (!llvm::is_contained(bound[i], index))
        missing.push_back(pat.alternatives[i]);
    if (missing.empty())
      continue;
    const std::string name = text(bindings.all[index].name).str();
    Diagnostic &diagnostic =
        error(DiagnosticKind::E0408, "variable `" + name + "` is not bound in all patterns", missing.front()->span, "pattern doesn't bind `" + name + "`");
    for (std::size_t i = 1; i < missing.size(); ++i)
      diagnostic.primary.push_back({missing[i]->span, "pattern doesn't bind `" + name + "`"});
    diagnostic.label(bindings.all[index].span, "variable not in all patterns");
  }
  bindings.product.resize(mark);
  bindings.product.append(all.begin(), all.end());
  PatId result = makePat(PatKind::Or, expected, pat.span);
  body_->pats[result].prefix = body_->keep(llvm::ArrayRef<PatId>(alternatives));
  return result;
}

PatId BodyChecker::bindErrors(const ast::Pat *pat, const PatContext &context) {
  checkPat(pat, types_.error, context);
  return makeErrorPat(pat->span);
}

void BodyChecker::bindErrorList(ast::List<const ast::Pat *> pats, const PatContext &context) {
  for (const ast::Pat *pat : pats)
    bindErrors(pat, context);
}

// ---------------------------------------------------------------------------------------------------- references, tuples

// `&p` needs a reference of its own mutability; under a default binding mode it may not be written (2024).
PatId BodyChecker::checkRefPat(const ast::RefPat &pat, Ty expected, PatContext context) {
  if (context.default_mode != BindingMode::Move)
    modifiers_.emplace_back(Span(pat.span.lo(), pat.span.lo() + (pat.mutability == Mutability::Mut ? 4 : 1)),
                            "reference pattern not allowed when implicitly borrowing");
  context.default_mode = BindingMode::Move;
  expected = resolved(expected);
  Ty inner;
  if (isSilent(expected)) {
    inner = expected;
  } else if (is(expected, TyKind::Ref) && data(expected).mutability == pat.mutability) {
    inner = data(expected).element();
  } else {
    inner = newVar(pat.sub->span);
    if (!demandPat(expected, types_.ref(Region::erased(), inner, pat.mutability), pat.span, context))
      return bindErrors(pat.sub, context);
  }
  PatId sub = checkPat(pat.sub, inner, context);
  PatId result = makePat(PatKind::Deref, expected, pat.span);
  body_->pats[result].sub = sub;
  return result;
}

BodyChecker::RestSplit BodyChecker::splitRest(ast::List<const ast::Pat *> elements) {
  RestSplit split;
  for (split.before = 0; split.before < elements.size(); ++split.before) {
    const ast::Pat *element = elements[split.before];
    const auto *ident = llvm::dyn_cast<ast::IdentPat>(element);
    if (llvm::isa<ast::RestPat>(element)) {
      split.has_rest = true;
      return split;
    }
    if (ident != nullptr && ident->sub != nullptr && llvm::isa<ast::RestPat>(ident->sub)) {
      split.has_rest = true;
      split.binding = ident;
      return split;
    }
  }
  return split;
}

void BodyChecker::checkSingleRest(ast::List<const ast::Pat *> elements, llvm::StringRef what) {
  const ast::Pat *first = nullptr;
  for (const ast::Pat *element : elements) {
    const auto *ident = llvm::dyn_cast<ast::IdentPat>(element);
    const ast::Pat *rest = ident != nullptr && ident->sub != nullptr ? ident->sub : element;
    if (!llvm::isa<ast::RestPat>(rest))
      continue;
    if (first != nullptr)
      error(DiagnosticKind::Syntax, ("`..` can only be used once per " + what + " pattern").str(), rest->span,
            ("can only be used once per " + what + " pattern").str())
          .label(first->span, "previously used here");
    else
      first = rest;
  }
}

PatId BodyChecker::checkTuplePat(const ast::TuplePat &pat, Ty expected, const PatContext &context) {
  checkSingleRest(pat.elements, "tuple");
  const RestSplit split = splitRest(pat.elements);
  const std::size_t written = pat.elements.size() - (split.has_rest ? 1 : 0);
  std::size_t count = written;
  if (split.has_rest) {
    expected = known(expected, pat.span);
    if (is(expected, TyKind::Tuple))
      count = std::max(count, data(expected).args.size());
  }
  if (isSilent(resolved(expected))) {
    bindErrorList(pat.elements, context);
    return makeErrorPat(pat.span);
  }
  llvm::SmallVector<Ty, 8> element_types;
  expected = infer_.shallow(expected);
  if (is(expected, TyKind::Tuple) && data(expected).args.size() == count) {
    for (const GenericArg &arg : data(expected).args)
      element_types.push_back(arg.type());
  } else {
    for (std::size_t i = 0; i < count; ++i)
      element_types.push_back(newVar(pat.span));
    if (!demandPat(expected, types_.tuple(element_types), pat.span, context)) {
      bindErrorList(pat.elements, context);
      return makeErrorPat(pat.span);
    }
  }
  llvm::SmallVector<typed::FieldPattern, 8> fields;
  for (std::size_t i = 0; i < pat.elements.size(); ++i) {
    if (split.has_rest && i == split.before)
      continue;
    const std::size_t index = i < split.before || !split.has_rest ? i : count - (pat.elements.size() - i);
    fields.push_back({static_cast<std::uint32_t>(index), checkPat(pat.elements[i], element_types[index], context)});
  }
  PatId result = makePat(PatKind::Leaf, expected, pat.span);
  body_->pats[result].fields = body_->keep(llvm::ArrayRef<typed::FieldPattern>(fields));
  return result;
}

// Arrays by their length, slices by what is written. Reference, "Slice patterns".
PatId BodyChecker::checkSlicePat(const ast::SlicePat &pat, Ty expected, const PatContext &context) {
  checkSingleRest(pat.elements, "slice");
  const RestSplit split = splitRest(pat.elements);
  const std::size_t minimum = pat.elements.size() - (split.has_rest ? 1 : 0);
  expected = resolved(expected);
  if (isGeneralVar(expected) && context.irrefutable && !split.has_rest)
    unify(expected, types_.array(newVar(pat.span), types_.constValue(minimum)));
  expected = known(expected, pat.span);
  auto fail = [&] {
    bindErrorList(pat.elements, context);
    return makeErrorPat(pat.span);
  };
  if (isSilent(expected))
    return fail();
  if (!is(expected, TyKind::Array) && !is(expected, TyKind::Slice)) {
    error(DiagnosticKind::E0529, "expected an array or slice, found `" + print(expected) + "`", pat.span,
          "pattern cannot match with input type `" + print(expected) + "`");
    return fail();
  }
  Ty element = data(expected).element();
  Ty rest = expected;
  if (is(expected, TyKind::Array)) {
    Const length_const = infer_.resolve(data(expected).length);
    const ConstData length = types_.data(length_const);
    const std::string elements = minimum == 1 ? " element" : " elements";
    if (length.kind == ConstKind::Value) {
      if (!split.has_rest && length.value != minimum) {
        error(DiagnosticKind::E0527, "pattern requires " + std::to_string(minimum) + elements + " but array has " + std::to_string(length.value), pat.span,
              "expected " + std::to_string(length.value) + (length.value == 1 ? " element" : " elements"));
        return fail();
      }
      if (split.has_rest && length.value < minimum) {
        error(DiagnosticKind::E0528, "pattern requires at least " + std::to_string(minimum) + elements + " but array has " + std::to_string(length.value),
              pat.span, "pattern cannot match array of " + std::to_string(length.value) + (length.value == 1 ? " element" : " elements"));
        return fail();
      }
      rest = types_.array(element, types_.constValue(length.value - minimum));
    } else if (length.kind == ConstKind::Infer && !split.has_rest) {
      unify(expected, types_.array(element, types_.constValue(minimum)));
    } else if (length.kind == ConstKind::Error || length.kind == ConstKind::Unknown) {
      return fail();
    } else {
      sink_.declineFeature(pat.span, "slice pattern on an array of unknown length");
      return fail();
    }
  }
  llvm::SmallVector<PatId, 8> prefix;
  llvm::SmallVector<PatId, 8> suffix;
  PatId rest_pat;
  for (std::size_t i = 0; i < pat.elements.size(); ++i) {
    if (split.has_rest && i == split.before) {
      if (split.binding != nullptr)
        rest_pat = checkRestBinding(*split.binding, rest, context);
      continue;
    }
    PatId sub = checkPat(pat.elements[i], element, context);
    (i < split.before || !split.has_rest ? prefix : suffix).push_back(sub);
  }
  PatId result = makePat(PatKind::Slice, expected, pat.span);
  typed::Pat &made = body_->pats[result];
  made.prefix = body_->keep(llvm::ArrayRef<PatId>(prefix));
  made.suffix = body_->keep(llvm::ArrayRef<PatId>(suffix));
  made.has_rest = split.has_rest;
  made.rest = rest_pat;
  return result;
}

// `name @ ..`: the binding without its rest pattern.
PatId BodyChecker::checkRestBinding(const ast::IdentPat &binding, Ty rest, const PatContext &context) {
  ast::IdentPat name = binding;
  name.span = Span(binding.span.lo(), binding.name.span.hi());
  name.sub = nullptr;
  return checkIdentPat(name, rest, context);
}

// The pattern means what it says nevertheless, and is judged as that: `(mut s, n)` behind a reference also moves `s` (E0507).
void BodyChecker::reportModifiers(const ast::Pat *pat) {
  bool any_ref = false;
  bool any_mut = false;
  bool any_deref = false;
  for (const auto &[span, what] : modifiers_) {
    llvm::StringRef words(what);
    any_deref |= words.starts_with("reference");
    any_mut |= words.starts_with("`mut`");
    any_ref |= words.starts_with("explicit");
  }
  const char *what = any_deref && (any_ref || any_mut) ? "write explicit binding modifiers or explicitly dereference"
                     : any_deref                       ? "explicitly dereference"
                     : any_ref && any_mut              ? "write explicit binding modifiers"
                     : any_ref                         ? "explicitly borrow"
                                                       : "mutably bind by value";
  Diagnostic &diagnostic =
      beside_sink_.report(Diagnostic(DiagnosticKind::BindingMode, std::string("cannot ") + what + " within an implicitly-borrowing pattern",
                                     modifiers_.front().first, modifiers_.front().second));
  for (std::size_t i = 1; i < modifiers_.size(); ++i)
    diagnostic.primary.push_back({modifiers_[i].first, modifiers_[i].second});
  diagnostic.noteAt(pat->span, "matching on a reference type with a non-reference pattern implicitly borrows the contents");
}

} // namespace lien::typeck
