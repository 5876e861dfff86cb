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
  Diagnostic diagnostic(DiagnosticKind::E0106, places.size() == 1 ? "missing lifetime specifier" : "missing lifetime specifiers", places.front(), "expected named lifetime parameter");
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
  case Elision::Bound:
  case Elision::AssocType:
    sink_.report(Diagnostic(DiagnosticKind::E0726, "implicit elided lifetime not allowed here", span, "expected lifetime parameter"));
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
  const DefId param = queries_.resolver.resolveLifetime(lifetime, owner_, sink_);
  return param.isValid() ? queries_.program.regionOf(param) : Region::error();
}

PathRes SignatureContext::resolve(const ast::Path &path, Namespace ns) { return queries_.resolver.resolve(path, ns, owner_, sink_); }

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
