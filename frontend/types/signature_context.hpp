// Types written in signatures: what names, elided lifetimes and `_` mean there.
//
// Reference, "Lifetime elision": in the inputs of a function each omitted lifetime is a fresh parameter; in its output it is the lifetime of `&self`, or
// the only one among the inputs; in constants and statics it is 'static; in fields and aliases it must be written (E0106).
#pragma once

#include "frontend/types/program_impl.hpp"

namespace lien {

/// The lifetimes seen in a function's inputs, and what an omitted one in the output therefore is. As in rustc, each parameter counts as a whole: two
/// parameters with the same lifetime decide nothing.
class ElisionCandidates {
public:
  void add(Region region);
  void endParameter();
  /// `&self` decides, whatever else there is; several different ones forbid elision.
  void setSelf(llvm::ArrayRef<Region> self_regions);
  [[nodiscard]] std::optional<Region> result() const { return state_ == State::One ? std::optional<Region>(region_) : std::nullopt; }

private:
  enum class State : std::uint8_t { None, One, Failed } state_ = State::None;
  bool by_self_ = false;
  Region region_;
  llvm::SmallVector<Region, 4> current_;
};

/// Reports E0106 once for all the places of one signature.
void reportMissingLifetimes(DiagnosticSink &sink, llvm::ArrayRef<Span> places);

class SignatureContext final : public TypeLowering {
public:
  enum class Elision : std::uint8_t {
    Forbidden,  ///< fields, aliases: E0106
    Static,     ///< constants and statics
    Inputs,     ///< a function's parameters: fresh late-bound lifetimes
    Output,     ///< a function's return type: by the candidates
    ImplHeader, ///< fresh parameters of the impl
    Bound,      ///< bounds and where clauses: E0637
    AssocType,  ///< the value of an associated type: E0637 too
  };
  SignatureContext(Program::Impl &queries, DefId owner, Elision elision, DiagnosticSink &sink);
  ~SignatureContext() override;

  Ty inferredType(Span span) override;
  Const inferredConst(Span span) override;
  Region elidedRegion(Span span) override;
  Region hiddenRegion(Span span) override;
  Region namedRegion(const ast::Lifetime &lifetime) override;
  PathRes resolve(const ast::Path &path, Namespace ns) override;
  PathRes resolveTrait(const ast::Path &path) override;
  DiagnosticSink &sink() override { return sink_; }
  [[nodiscard]] DefId owner() const override { return owner_; }
  void noteLifetime(Region region) override;
  std::optional<Ty> implTrait(const ast::ImplTraitType &type) override;

  void setElision(Elision elision) { elision_ = elision; }
  /// A parameter's default sees only the parameters before it (E0128), and no `Self` (E0735).
  void setDefaultOf(DefId param) { default_of_ = param; }
  /// The type of a constant parameter depends on no parameter at all (E0770).
  void setParameterFree() { parameter_free_ = true; }
  ElisionCandidates &candidates() { return candidates_; }
  /// Inputs: index of the next anonymous lifetime of the binder. ImplHeader: of the next anonymous parameter.
  std::uint32_t next_anonymous = 0;
  /// Reports the lifetimes that were missing so far. The destructor does it too.
  void flush();

private:
  Program::Impl &queries_;
  DefId owner_;
  Elision elision_;
  DiagnosticSink &sink_;
  ElisionCandidates candidates_;
  llvm::SmallVector<Span, 2> missing_;
  DefId default_of_;
  bool parameter_free_ = false;

  /// The resolution, or an error when it is a parameter that may not be named here.
  PathRes allowed(PathRes result, const ast::Path &path);
  [[nodiscard]] bool namesArgument(const ast::Path &path) const;
};

} // namespace lien
