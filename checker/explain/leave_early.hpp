// Rewrites that leave early: where nothing but drops is executed after the ways have met, one side can go by a `return`, a `continue`, or a copy of the jump
// that follows. The order of drops stays.
//
//   if c {
//       eat(s);
//       return;       added: the end of the function is reached only with `s`
//   }
#pragma once

#include "checker/explain/rewrite_task.hpp"

namespace lien {

/// On the ways that have lost the value or, where that is not possible or more, on those that still have it. Nothing: something is executed afterwards.
std::optional<Suggestion> leaveEarly(const RewriteTask &task);
/// `Follow::Whole`: where a pattern took the value apart; where it is whole it is dropped instead.
std::optional<Suggestion> leaveOrDrop(const RewriteTask &task);

} // namespace lien
