// All checks on the user's items, in source order. Each area has its own file (`item_checks_*.cpp`).
#include "frontend/types/program_impl.hpp"

namespace lien {

void Program::Impl::checkAllItems() {
  for (DefId item : resolver.userItems())
    force(item);
  for (DefId item : resolver.userItems()) {
    const auto *entry = sinks.find(item);
    if (entry == nullptr)
      continue;
    // A declined item reports its declines only.
    for (const Diagnostic &diagnostic : entry->value.all())
      if (!entry->value.hasDeclines() || isDecline(diagnostic.kind))
        item_sink.report(diagnostic);
  }
}

} // namespace lien
