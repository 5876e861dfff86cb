// Which value each variable of a pattern was taken from: a `match` or `let` is blamed as a whole for what its pattern moves.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

struct Scrutinee {
  Span span;          ///< of the matched expression, relative to the body
  mir::PlaceId place; ///< what is matched on; invalid for `let x = …`
};

class Scrutinees {
public:
  explicit Scrutinees(const JudgedBody &judged);
  /// Null for what is no variable of a pattern, or was declared without a value.
  [[nodiscard]] const Scrutinee *of(mir::LocalId variable) const;

private:
  void addPattern(typed::PatId pattern, const Scrutinee &scrutinee);
  void gatherMatchedPlaces();
  [[nodiscard]] mir::PlaceId matchedPlace(Span span) const;

  const JudgedBody &judged_;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint32_t>, mir::PlaceId> matched_; ///< by the span of the scrutinee, which is mentioned there
  std::vector<std::optional<Scrutinee>> by_source_;                               ///< by the typed body's local
};

} // namespace lien
