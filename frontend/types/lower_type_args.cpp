// Generic arguments of paths and bounds: counts, order, defaults, constraints (`Item = T`). Reference, "Generic arguments" under "Paths".
#include "frontend/types/lower_type.hpp"

#include "frontend/types/language_switches.hpp"

#include "llvm/ADT/Twine.h"

namespace lien {

namespace {

std::string counted(std::size_t count, llvm::StringRef what) { return (std::to_string(count) + " " + what + (count == 1 ? " argument" : " arguments")).str(); }

bool isConstraint(const ast::GenericArg &arg) { return arg.kind == ast::GenericArg::Kind::AssocEq || arg.kind == ast::GenericArg::Kind::AssocBound; }

} // namespace

/// E0107 with rustc's wording: at the segment's name.
void TypeLowerer::wrongCount(DefId def, const ast::GenericArgs *written, Span segment_span, llvm::StringRef what, std::size_t least, std::size_t most,
                             std::size_t given) {
  const llvm::StringRef kind = program_.resolver().describe(def);
  const std::size_t bound = given > most ? most : least;
  const llvm::StringRef quantifier = least == most ? "" : given > most ? "at most " : "at least ";
  const std::string expected = ("expected " + quantifier + counted(bound, what)).str();
  std::string message;
  if (written == nullptr)
    message = ("missing generics for " + kind + " `" + program_.resolver().pathOf(def) + "`").str();
  else
    message = (kind + " takes " + quantifier + counted(bound, what) + " but " + counted(given, what) + (given == 1 ? " was supplied" : " were supplied")).str();
  context_.sink().report(Diagnostic(DiagnosticKind::E0107, std::move(message), segment_span, expected));
}

/// Whether a lone name without arguments means a type where the item stands.
bool TypeLowerer::namesType(const ast::Path &path) const {
  if (!path.isSingle())
    return false;
  DiagnosticSink muted;
  const Res res = program_.resolver().resolve(path, Namespace::Type, context_.owner(), muted).res;
  switch (res.kind) {
  case ResKind::Primitive:
  case ResKind::SelfType:
    return true;
  case ResKind::Def:
    break;
  case ResKind::Error:
  case ResKind::Unknown:
  case ResKind::Local:
  case ResKind::SelfCtor:
  case ResKind::QSelf:
    return false;
  }
  const DefKind kind = program_.def(res.def).kind;
  return kind == DefKind::Struct || kind == DefKind::Enum || kind == DefKind::TypeAlias || kind == DefKind::TypeParam;
}

/// One written argument for one parameter, or nothing when the kinds differ (E0747).
std::optional<GenericArg> TypeLowerer::argFor(const GenericParamDef &param, const ast::GenericArg &written) {
  if (param.kind == GenericArg::Kind::Type) {
    if (written.kind == ast::GenericArg::Kind::Type)
      return GenericArg(type(*written.type));
    context_.sink().report(Diagnostic(DiagnosticKind::E0747, "constant provided when a type was expected", written.span));
    return std::nullopt;
  }
  if (written.kind == ast::GenericArg::Kind::Const)
    return GenericArg(constant(*written.expr, param.const_type));
  const ast::Type *node = written.type;
  while (node->kind == ast::TypeKind::Paren)
    node = llvm::cast<ast::ParenType>(node)->inner;
  if (llvm::isa<ast::InferType>(node))
    return GenericArg(context_.inferredConst(written.span));
  // A lone name may be a constant; names decide, and types come first (Reference, "Const generics").
  if (const auto *path = llvm::dyn_cast<ast::PathType>(written.type); path != nullptr && path->path.qself == nullptr && !namesType(path->path)) {
    ast::PathExpr as_expr(path->span);
    as_expr.path = path->path;
    return GenericArg(constant(as_expr, param.const_type));
  }
  context_.sink().report(Diagnostic(DiagnosticKind::E0747, "type provided when a constant was expected", written.span));
  return std::nullopt;
}

Args TypeLowerer::args(DefId def, const ast::GenericArgs *written, Args parent_args, Span segment_span, bool infer_missing) {
  if (written != nullptr && written->parenthesised) {
    context_.sink().report(Diagnostic(DiagnosticKind::E0214, "parenthesized type parameters may only be used with a `Fn` trait", segment_span.to(written->span),
                                      "only `Fn` traits may use parentheses"));
    llvm::SmallVector<GenericArg, 4> list(parent_args.begin(), parent_args.end());
    for (const GenericParamDef &param : program_.generics(def).params)
      if (param.index >= parent_args.size())
        list.push_back(param.kind == GenericArg::Kind::Type     ? GenericArg(types_.error)
                       : param.kind == GenericArg::Kind::Region ? GenericArg(Region::error())
                                                                : GenericArg(types_.const_error));
    return types_.args(list);
  }
  return lowerArgList(def, written, parent_args, segment_span, infer_missing, false, Ty());
}

/// Fills the parameters of `def` from `parent_args.size()` on. `sugar_inputs`: the tuple of `Fn(A, B)`, which stands for the one type argument.
Args TypeLowerer::lowerArgList(DefId def, const ast::GenericArgs *written, Args parent_args, Span segment_span, bool infer_missing, bool allow_assoc,
                               Ty sugar_inputs) {
  const Generics &generics = program_.generics(def);
  llvm::SmallVector<GenericArg, 8> list(parent_args.begin(), parent_args.end());
  llvm::SmallVector<const GenericParamDef *, 4> lifetimes;
  llvm::SmallVector<const GenericParamDef *, 4> others;
  std::size_t required = 0;
  for (const GenericParamDef &param : generics.params) {
    if (param.index < parent_args.size())
      continue;
    if (param.kind == GenericArg::Kind::Region) {
      lifetimes.push_back(&param);
      continue;
    }
    others.push_back(&param);
    required += param.has_default || param.synthetic ? 0 : 1;
  }
  bool order_is_wrong = false;
  llvm::SmallVector<const ast::GenericArg *, 4> given_lifetimes;
  llvm::SmallVector<const ast::GenericArg *, 4> given;
  if (written != nullptr) {
    const ast::GenericArg *misplaced = nullptr;
    for (const ast::GenericArg &arg : written->args) {
      if (isConstraint(arg)) {
        if (!allow_assoc)
          context_.sink().report(
              Diagnostic(DiagnosticKind::E0229, "associated item constraints are not allowed here", arg.span, "associated item constraint not allowed here"));
      } else if (arg.kind == ast::GenericArg::Kind::Lifetime) {
        if (!given.empty() && misplaced == nullptr && !lifetimes.empty())
          misplaced = given.front();
        given_lifetimes.push_back(&arg);
      } else {
        given.push_back(&arg);
      }
    }
    if (misplaced != nullptr) {
      const bool is_type = misplaced->kind == ast::GenericArg::Kind::Type;
      context_.sink().report(Diagnostic(
          DiagnosticKind::E0747, is_type ? "type provided when a lifetime was expected" : "constant provided when a lifetime was expected", misplaced->span));
      given_lifetimes.clear();
    }
    order_is_wrong = misplaced != nullptr;
  }

  // Lifetimes: all or none; written ones are without effect on a function that has late-bound ones (E0794 where even their number is wrong).
  if (!given_lifetimes.empty() && !generics.late_bound.empty()) {
    if (given_lifetimes.size() != lifetimes.size())
      context_.sink().report(Diagnostic(DiagnosticKind::E0794, "cannot specify lifetime arguments explicitly if late bound lifetime parameters are present",
                                        given_lifetimes.front()->span));
    given_lifetimes.clear();
  }
  if (!given_lifetimes.empty() && given_lifetimes.size() != lifetimes.size())
    wrongCount(def, written, segment_span, "lifetime", lifetimes.size(), lifetimes.size(), given_lifetimes.size());
  for (std::size_t at = 0; at < lifetimes.size(); ++at) {
    if (at < given_lifetimes.size())
      list.push_back(lifetime(given_lifetimes[at]->lifetime));
    else if (given_lifetimes.empty() && !order_is_wrong)
      list.push_back(elided(segment_span, true));
    else
      list.push_back(Region::error());
  }

  // Types and constants.
  if (sugar_inputs != Ty()) {
    if (others.size() != 1)
      wrongCount(def, written, segment_span, "generic", others.size(), others.size(), 1);
    for (std::size_t at = 0; at < others.size(); ++at)
      list.push_back(at == 0 ? sugar_inputs : types_.error);
    return types_.args(list);
  }
  llvm::erase_if(others, [](const GenericParamDef *param) { return param->synthetic; });
  const bool infer = infer_missing && given.empty();
  bool count_is_wrong = false;
  if (given.size() > others.size() || (given.size() < required && !infer)) {
    count_is_wrong = true;
    wrongCount(def, written, segment_span, "generic", required, others.size(), given.size());
  }
  for (std::size_t at = 0; at < others.size(); ++at) {
    const GenericParamDef &param = *others[at];
    std::optional<GenericArg> value;
    if (at < given.size())
      value = argFor(param, *given[at]);
    else if (infer)
      value = param.kind == GenericArg::Kind::Type ? GenericArg(context_.inferredType(segment_span)) : GenericArg(context_.inferredConst(segment_span));
    else if (!count_is_wrong && param.has_default)
      if (const auto fallback = program_.defaultOf(param.def))
        value = substitute(types_, types_.args({*fallback}), types_.args(list)).front();
    if (!value)
      value = param.kind == GenericArg::Kind::Type ? GenericArg(types_.error) : GenericArg(types_.const_error);
    list.push_back(*value);
  }
  for (const GenericParamDef &param : generics.params)
    if (param.synthetic && param.index >= parent_args.size())
      list.push_back(infer_missing ? context_.inferredType(segment_span) : types_.error);
  return types_.args(list);
}

// --------------------------------------------------------------------------------------------------------------------- bounds

std::optional<TraitRef> TypeLowerer::traitRef(const ast::Path &path, Ty self, std::vector<Predicate> &projections) {
  const PathRes resolution = context_.resolveTrait(path);
  if (resolution.res.kind != ResKind::Def) {
    // Its arguments may be wrong on their own.
    for (const ast::PathSegment &segment : path.segments)
      for (const ast::GenericArg &arg : segment.args == nullptr ? ast::List<ast::GenericArg>() : segment.args->args)
        if (arg.kind == ast::GenericArg::Kind::Type)
          type(*arg.type);
    return std::nullopt;
  }
  const DefId trait = resolution.res.def;
  const Def &data = program_.def(trait);
  if (data.kind == DefKind::Poisoned)
    return std::nullopt;
  if (data.kind != DefKind::Trait || resolution.resolved != path.segments.size()) {
    context_.sink().report(Diagnostic(DiagnosticKind::E0404,
                                      ("expected trait, found " + program_.resolver().describe(trait) + " `" + program_.resolver().pathOf(trait) + "`").str(),
                                      path.span, "not a trait"));
    return std::nullopt;
  }
  if (data.crate == CrateKind::User && !language::user_traits) {
    context_.sink().declineFeature(path.span, "user-defined trait");
    return std::nullopt;
  }
  const ast::PathSegment &segment = path.segments.back();
  const GenericArg self_arg[] = {self};
  TraitRef result{trait, types_.args(self_arg)};
  if (segment.args == nullptr || !segment.args->parenthesised) {
    result.args = lowerArgList(trait, segment.args, result.args, segment.ident.span, false, true, Ty());
    if (segment.args != nullptr)
      for (const ast::GenericArg &arg : segment.args->args)
        if (isConstraint(arg))
          assocConstraint(arg, result, projections);
    return result;
  }
  // `Fn(A, B) -> C` is `Fn<(A, B), Output = C>`; elided lifetimes in it belong to the bound's binder.
  const bool is_fn_trait =
      program_.isLang(trait, LangItem::FnTrait) || program_.isLang(trait, LangItem::FnMutTrait) || program_.isLang(trait, LangItem::FnOnceTrait);
  const FnSig sig = fnTypes(segment.args->inputs, segment.args->output);
  result.args = lowerArgList(trait, segment.args, result.args, segment.ident.span, false, true, types_.tuple(sig.inputs));
  if (!is_fn_trait) {
    context_.sink().report(Diagnostic(DiagnosticKind::E0658, "parenthetical notation is only stable when used with `Fn`-family traits", path.span));
    return result;
  }
  if (segment.args->output != nullptr)
    checkOutputLifetimes(result.args, sig.output, DiagnosticKind::E0582, "binding for associated type `Output`", segment.args->output->span);
  const DefId output = program_.lang(LangItem::FnOnceOutput);
  const DefId fn_once = program_.lang(LangItem::FnOnceTrait);
  if (output.isValid() && fn_once.isValid()) {
    Predicate predicate;
    predicate.kind = Predicate::Kind::Projection;
    predicate.span = path.span;
    predicate.trait = {fn_once, result.args};
    predicate.assoc = output;
    predicate.type = sig.output;
    projections.push_back(predicate);
  }
  return result;
}

/// `Item = T` or `Item: Bound` inside the arguments of a trait.
void TypeLowerer::assocConstraint(const ast::GenericArg &written, const TraitRef &trait, std::vector<Predicate> &out) {
  llvm::SmallVector<std::pair<TraitRef, DefId>, 2> found;
  findAssocTypes(program_, trait, written.name.name, found);
  if (found.empty()) {
    const std::string name = text(written.name.name).str();
    if (!program_.isComplete(trait.trait))
      context_.sink().declineLibrary(written.name.span, "`" + program_.resolver().pathOf(trait.trait) + "::" + name + "`");
    else
      context_.sink().report(Diagnostic(DiagnosticKind::E0220, "associated type `" + name + "` not found for `" + program_.resolver().pathOf(trait.trait) + "`",
                                        written.name.span, "associated type `" + name + "` not found"));
    return;
  }
  const auto &[declaring, assoc] = found.front();
  const Args list = args(assoc, written.args, declaring.args, written.name.span, false);
  if (written.kind == ast::GenericArg::Kind::AssocBound) {
    const Ty self = types_.projection(assoc, list);
    for (const ast::GenericBound *entry : written.bounds)
      bound(*entry, self, out);
    return;
  }
  Predicate predicate;
  predicate.kind = Predicate::Kind::Projection;
  predicate.span = written.span;
  predicate.trait = {declaring.trait, list};
  predicate.assoc = assoc;
  predicate.type = written.type != nullptr ? type(*written.type) : types_.unknown;
  checkOutputLifetimes(trait.args, predicate.type, DiagnosticKind::E0582, ("binding for associated type `" + text(written.name.name) + "`").str(),
                       written.span);
  out.push_back(predicate);
}

bool isRelaxed(const ast::GenericBound &bound) { return bound.maybe; }

Predicate traitPredicate(const TraitRef &trait, Span span, std::uint32_t bound_regions) {
  Predicate predicate;
  predicate.kind = Predicate::Kind::Trait;
  predicate.span = span;
  predicate.bound_regions = bound_regions;
  predicate.trait = trait;
  return predicate;
}

/// A bound on `self` opens a binder of its own for `for<…>` and for the lifetimes elided in `Fn(&T)`. `self` must not mention regions of that binder
/// unless the bound stands in a `for<…>` where clause, which shares its binder (`wherePredicate`).
void TypeLowerer::bound(const ast::GenericBound &bound, Ty self, std::vector<Predicate> &out) {
  switch (bound.kind) {
  case ast::GenericBound::Kind::Use:
    return;
  case ast::GenericBound::Kind::Outlives: {
    Predicate predicate;
    predicate.kind = Predicate::Kind::TypeOutlives;
    predicate.span = bound.span;
    predicate.type = self;
    predicate.b = lifetime(bound.lifetime);
    out.push_back(predicate);
    return;
  }
  case ast::GenericBound::Kind::Trait:
    break;
  }
  if (bound.is_const) {
    context_.sink().declineFeature(bound.span, "const trait bound");
    return;
  }
  if (isRelaxed(bound))
    return; // looked at where `Sized` is implied
  enterBinder(bound.for_lifetimes);
  std::vector<Predicate> constraints;
  const auto trait = traitRef(bound.path, self, constraints);
  const std::uint32_t bound_regions = leaveBinder();
  if (!trait)
    return;
  out.push_back(traitPredicate(*trait, bound.span, bound_regions));
  for (Predicate &constraint : constraints) {
    constraint.bound_regions = std::max(constraint.bound_regions, bound_regions);
    out.push_back(constraint);
  }
}

void TypeLowerer::wherePredicate(const ast::WherePredicate &predicate, std::vector<Predicate> &out) {
  if (predicate.lifetime.present()) {
    const Region longer = lifetime(predicate.lifetime);
    for (const ast::GenericBound *entry : predicate.bounds) {
      if (entry->kind != ast::GenericBound::Kind::Outlives)
        continue;
      Predicate outlives;
      outlives.kind = Predicate::Kind::RegionOutlives;
      outlives.span = entry->span;
      outlives.a = longer;
      outlives.b = lifetime(entry->lifetime);
      out.push_back(outlives);
    }
    return;
  }
  if (predicate.for_lifetimes.empty()) {
    const Ty self = type(*predicate.type);
    for (const ast::GenericBound *entry : predicate.bounds)
      bound(*entry, self, out);
    return;
  }
  // `for<'a> T: for<'b> Trait<'a, 'b>`: one binder with both lists.
  for (const ast::GenericBound *entry : predicate.bounds) {
    llvm::SmallVector<ast::GenericParam, 4> lifetimes(predicate.for_lifetimes.begin(), predicate.for_lifetimes.end());
    lifetimes.append(entry->for_lifetimes.begin(), entry->for_lifetimes.end());
    enterBinder(lifetimes);
    const Ty self = type(*predicate.type);
    std::vector<Predicate> lowered;
    if (entry->kind == ast::GenericBound::Kind::Outlives) {
      bound(*entry, self, lowered);
    } else if (entry->kind == ast::GenericBound::Kind::Trait && !isRelaxed(*entry)) {
      std::vector<Predicate> constraints;
      if (const auto trait = traitRef(entry->path, self, constraints)) {
        lowered.push_back(traitPredicate(*trait, entry->span));
        lowered.insert(lowered.end(), constraints.begin(), constraints.end());
      }
    }
    const std::uint32_t bound_regions = leaveBinder();
    for (Predicate &item : lowered) {
      item.bound_regions = bound_regions;
      out.push_back(item);
    }
  }
}

} // namespace lien
