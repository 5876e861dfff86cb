// See signature_context.hpp.
#include "frontend/types/signature_context.hpp"

#include "frontend/types/language_switches.hpp"

namespace lien {

void ElisionCandidates::add(Region region) {
  if (!llvm::is_contained(current_, region))
    current_.push_back(region);
}

void ElisionCandidates::endParameter() {
  if (!current_.empty() && !by_self_) {
    if (state_ == State::None && current_.size() == 1) {
      state_ = State::One;
      region_ = current_.front();
    } else {
      state_ = State::Failed;
    }
  }
  current_.clear();
}

void ElisionCandidates::setSelf(llvm::ArrayRef<Region> self_regions) {
  // `self` without a reference to Self decides nothing, not even with lifetimes of its own.
  current_.clear();
  if (self_regions.empty())
    return;
  by_self_ = true;
  const bool single = llvm::all_of(self_regions, [&](Region region) { return region == self_regions.front(); });
  state_ = single ? State::One : State::Failed;
  region_ = self_regions.front();
}

void reportMissingLifetimes(DiagnosticSink &sink, llvm::ArrayRef<Span> places) {
  if (places.empty())
    return;
  Diagnostic diagnostic(DiagnosticKind::E0106, places.size() == 1 ? "missing lifetime specifier" : "missing lifetime specifiers", places.front(),
                        "expected named lifetime parameter");
  Span last = places.front();
  for (Span place : places.drop_front()) {
    if (place != last)
      diagnostic.primary.push_back({place, "expected named lifetime parameter"});
    last = place;
  }
  sink.report(std::move(diagnostic));
}

SignatureContext::SignatureContext(Program::Impl &queries, DefId owner, Elision elision, DiagnosticSink &sink)
    : queries_(queries), owner_(owner), elision_(elision), sink_(sink) {}

SignatureContext::~SignatureContext() { flush(); }

void SignatureContext::flush() {
  reportMissingLifetimes(sink_, missing_);
  missing_.clear();
}

Ty SignatureContext::inferredType(Span span) {
  sink_.report(Diagnostic(DiagnosticKind::E0121, "the placeholder `_` is not allowed within types on item signatures", span, "not allowed in type signatures"));
  return queries_.types.error;
}

Const SignatureContext::inferredConst(Span span) {
  inferredType(span);
  return queries_.types.const_error;
}

Region SignatureContext::elidedRegion(Span span) {
  switch (elision_) {
  case Elision::Static:
    return Region::statik();
  case Elision::Inputs:
    return Region::bound(0, next_anonymous++);
  case Elision::ImplHeader:
    return Region::early(next_anonymous++);
  case Elision::Output:
    if (auto region = candidates_.result())
      return *region;
    missing_.push_back(span);
    return Region::error();
  case Elision::Forbidden:
    missing_.push_back(span);
    if (missing_.size() > 1 && missing_.front() != span) { // rustc reports each type of a field or alias on its own
      missing_.pop_back();
      flush();
      missing_.push_back(span);
    }
    return Region::error();
  case Elision::Bound:
  case Elision::AssocType:
    break;
  }
  // `&` alone is one byte wide; `'_` is two.
  if (span.length() == 1)
    sink_.report(Diagnostic(DiagnosticKind::E0637, "`&` without an explicit lifetime name cannot be used here", span, "explicit lifetime name needed here"));
  else
    sink_.report(Diagnostic(DiagnosticKind::E0637, "`'_` cannot be used here", span, "`'_` is a reserved lifetime name"));
  return Region::error();
}

Region SignatureContext::hiddenRegion(Span span) {
  switch (elision_) {
  case Elision::ImplHeader:
    sink_.report(Diagnostic(DiagnosticKind::E0726, "implicit elided lifetime not allowed here", span, "expected lifetime parameter"));
    return Region::error();
  case Elision::Bound:
  case Elision::AssocType:
    reportMissingLifetimes(sink_, span);
    return Region::error();
  case Elision::Forbidden:
  case Elision::Static:
  case Elision::Inputs:
  case Elision::Output:
    return elidedRegion(span);
  }
  return Region::error();
}

Region SignatureContext::namedRegion(const ast::Lifetime &lifetime) {
  if (parameter_free_) {
    const std::string name = queries_.resolver.symbols().text(lifetime.name).str();
    sink_.report(Diagnostic(DiagnosticKind::E0770, "the type of const parameters must not depend on other generic parameters", lifetime.span,
                            "the type must not depend on the parameter `" + name + "`"));
    return Region::error();
  }
  const DefId param = queries_.resolver.resolveLifetime(lifetime, owner_, sink_);
  return param.isValid() ? queries_.program.regionOf(param) : Region::error();
}

PathRes SignatureContext::resolve(const ast::Path &path, Namespace ns) {
  if (ns == Namespace::Value && path.isSingle() && namesArgument(path)) {
    sink_.report(Diagnostic(DiagnosticKind::E0435, "attempt to use a non-constant value in a constant", path.span, "non-constant value"));
    return {};
  }
  return allowed(queries_.resolver.resolve(path, ns, owner_, sink_), path);
}

/// A function's arguments are in scope in its signature, only to be rejected.
bool SignatureContext::namesArgument(const ast::Path &path) const {
  const Def &data = queries_.def(owner_);
  if (!isFunction(data.kind))
    return false;
  return llvm::any_of(data.as<ast::FnItem>()->params, [&](const ast::Param &param) {
    const auto *pat = llvm::dyn_cast_or_null<ast::IdentPat>(param.pat);
    return pat != nullptr && pat->name.name == path.segments.front().ident.name;
  });
}

PathRes SignatureContext::allowed(PathRes result, const ast::Path &path) {
  if (!default_of_.isValid() && !parameter_free_)
    return result;
  const Span span = path.segments.front().ident.span;
  const std::string name = queries_.resolver.symbols().text(path.segments.front().ident.name).str();
  const bool is_param =
      result.res.kind == ResKind::Def && (queries_.def(result.res.def).kind == DefKind::TypeParam || queries_.def(result.res.def).kind == DefKind::ConstParam);
  if (parameter_free_ && is_param) {
    sink_.report(Diagnostic(DiagnosticKind::E0770, "the type of const parameters must not depend on other generic parameters", span,
                            "the type must not depend on the parameter `" + name + "`"));
    return {};
  }
  if (!default_of_.isValid())
    return result;
  if (result.res.kind == ResKind::SelfType && queries_.def(owner_).kind != DefKind::Trait) {
    sink_.report(Diagnostic(DiagnosticKind::E0735, "generic parameters cannot use `Self` in their defaults", span));
    return {};
  }
  if (is_param && queries_.def(result.res.def).parent == owner_ && queries_.def(result.res.def).index >= queries_.def(default_of_).index) {
    sink_.report(Diagnostic(DiagnosticKind::E0128, "generic parameter defaults cannot reference parameters before they are declared", span,
                            "cannot reference `" + name + "` before it is declared"));
    return {};
  }
  return result;
}

PathRes SignatureContext::resolveTrait(const ast::Path &path) { return queries_.resolver.resolve(path, PathUse::Trait, owner_, sink_); }

void SignatureContext::noteLifetime(Region region) {
  if (elision_ == Elision::Inputs)
    candidates_.add(region);
}

std::optional<Ty> SignatureContext::implTrait(const ast::ImplTraitType &type) {
  if (elision_ != Elision::Inputs)
    return std::nullopt;
  if (!language::impl_trait_argument && queries_.isUser(owner_))
    return std::nullopt;
  auto position = queries_.synthetic_params.find(&type);
  if (position == queries_.synthetic_params.end())
    return std::nullopt;
  return queries_.types.param(position->second, Symbol());
}

} // namespace lien
