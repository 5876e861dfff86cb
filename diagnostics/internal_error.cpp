#include "diagnostics/internal_error.hpp"

namespace lien {

void invariantBroken(const std::string &what, std::source_location where) {
  throw InternalError(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + what);
}

} // namespace lien
