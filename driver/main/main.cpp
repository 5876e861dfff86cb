// The program: all of it is in the driver's library, so that tests reach it.
#include "driver/cli/cli.hpp"

#include "llvm/Support/ErrorHandling.h"

#include <new>
#include <unistd.h>

namespace {

/// Memory ran out: nothing can be allocated to say more, and no verdict may follow.
[[noreturn]] void outOfMemory() {
  constexpr char text[] = "lien: out of memory\n";
  [[maybe_unused]] const auto written = write(STDERR_FILENO, text, sizeof text - 1);
  _exit(lien::exit_not_judged);
}

} // namespace

int main(int argc, char **argv) {
  std::set_new_handler(outOfMemory);
  llvm::install_bad_alloc_error_handler([](void *, const char *, bool) { outOfMemory(); });
  return lien::runCommandLine(argc, argv);
}
