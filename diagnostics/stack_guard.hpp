// Nothing recurses on the input's depth without a guard.
//
// Chains (operators, prefixes, method calls, `else if`) are loops wherever that reads well; whatever recursion remains asks this guard first. The driver
// runs each file on a thread with a large stack and tells the guard its bounds; a pass that meets `exhausted()` declines with `L0003`.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lien {

class StackGuard {
public:
  /// Declares that this thread may still use `bytes` of stack from here on downwards. Called once at a thread's start.
  static void setBudget(std::size_t bytes);
  /// True when less than the reserve (64 KiB) of the budget is left on this thread. Cheap: one comparison. Threads without a budget get 4 MiB
  /// from their first question on.
  [[nodiscard]] static bool exhausted();
};

} // namespace lien
