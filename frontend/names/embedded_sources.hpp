// The library's source text as embedded at build time (cmake/embed.cmake).
#pragma once

namespace lien {

/// One file of `frontend/library`: its name relative to that folder, and its text. The table ends with a null name.
struct EmbeddedSource {
  const char *name;
  const char *text;
};
extern const EmbeddedSource embedded_sources[];

} // namespace lien
