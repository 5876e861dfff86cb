#include "checker/explain/drop_rewrites.hpp"

namespace lien {

std::vector<Suggestion> rewritesFor(const JudgedBody &judged, const AmbiguousDrop &drop, SourceText source) {
  (void)judged;
  (void)drop;
  (void)source;
  return {};
}

} // namespace lien
