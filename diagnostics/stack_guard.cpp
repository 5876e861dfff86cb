#include "diagnostics/stack_guard.hpp"

namespace lien {

namespace {

constexpr std::size_t reserve = std::size_t{64} << 10U;
constexpr std::size_t default_budget = std::size_t{4} << 20U;

/// The lowest address that this thread may still use, or 0 before the first question.
thread_local std::uintptr_t limit = 0;

std::uintptr_t here() { return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)); }

} // namespace

void StackGuard::setBudget(std::size_t bytes) {
  std::uintptr_t top = here();
  std::size_t usable = bytes > reserve ? bytes - reserve : 0;
  limit = top > usable ? top - usable : 1;
}

bool StackGuard::exhausted() {
  if (limit == 0)
    setBudget(default_budget);
  return here() < limit;
}

} // namespace lien
