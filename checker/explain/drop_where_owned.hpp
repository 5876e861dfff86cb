// Rewrites that drop a value where ways end that still own it, so that it is gone on all ways when they meet. What is dropped then, is dropped earlier.
//
//   if c {
//       eat(s);
//   } else {          added
//       drop(s);
//   }
#pragma once

#include "checker/explain/rewrite_task.hpp"

namespace lien {

/// How the ends of ways are settled.
enum class DropMode : std::uint8_t {
  InPlace,     ///< where a way ends that still has the value
  Apart,       ///< the same; and every pattern that takes the value apart names all of it, so that nothing hangs on the value as a whole
  MovedIn,     ///< where a pattern takes the value apart, all of it is moved into the `match`, whose end drops the rest; elsewhere as in place
  BehindLoops, ///< as in place, but a loop's normal end gets its drop behind the loop, and the ways that have lost the value leave a block around both
};

bool writeDrop(const RewriteTask &task, const WayEnd &end, SourceEdits &edits);
std::optional<Suggestion> dropWhereOwned(const RewriteTask &task, DropMode mode);

} // namespace lien
