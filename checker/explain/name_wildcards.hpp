// Names for what a pattern leaves in place: `E::B(b, _)` becomes `E::B(b, _rest)`, and the payload is dropped with the pattern's variables, instead of at the
// end of the enum's scope on this way only. Reference, "Destructors", "Scopes of pattern bindings".
#pragma once

#include "checker/explain/rewrite_task.hpp"
#include "frontend/types/infer.hpp"

namespace lien {

class WildcardNamer {
public:
  WildcardNamer(const RewriteTask &task, SourceEdits &edits)
      : task_(task), body_(task.body), ways_(task.ways), edits_(edits), env_(paramEnvOf(task.judged.program, task.judged.mir().owner)) {}

  /// What the pattern that took the value apart on the way to `end` left of it. False: it has no `_` for it.
  bool nameWhatIsLeft(const WayEnd &end);
  /// What was matched by the pattern that took the value apart on the way to `end`; invalid: none did.
  [[nodiscard]] typed::ExprId scrutineeBefore(const WayEnd &end) const;
  /// In all patterns of the body that take the value apart.
  void nameEverywhere();
  [[nodiscard]] bool hasNamed() const { return !named_.empty(); }

private:
  struct Matched {
    typed::PatId pat;
    typed::ExprId scrutinee;
  };
  /// Calls `visit` with what was matched on the way to `end`, innermost first, until it says true.
  template <typename Visit> bool findMatched(const WayEnd &end, Visit visit) const;
  [[nodiscard]] Matched patternAbove(typed::ExprId outer, typed::ExprId branch) const;
  bool nameIn(Matched matched, ValueState state);
  [[nodiscard]] bool movesOut(typed::PatId id) const;
  bool nameAll(typed::PatId id);
  bool nameOne(typed::PatId wildcard);
  [[nodiscard]] bool needsDrop(Ty ty) const { return TypeFacts(task_.judged.program, env_).needsDrop(ty) != Answer::No; }

  const RewriteTask &task_;
  const typed::TypedBody &body_;
  const ValueWays &ways_;
  SourceEdits &edits_;
  ParamEnv env_;
  llvm::SmallVector<typed::PatId, 2> named_;
  std::vector<std::string> new_names_;
};

} // namespace lien
