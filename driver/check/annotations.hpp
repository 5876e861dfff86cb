// The annotations in a source, `//~ …`: what is expected, and of which line.
//
//   let y = x; //~ ERROR E0382          on this line
//   //~^ ERROR use of moved value       one line above for each `^`
//   //~| NOTE moved here                on the line that the annotation before this one speaks of
//   //~v ERROR E0308                    one line below for each `v`
//   } //~ DROP b, a                     what is dropped at an exit on this line, in order (docs/DROPS.md)
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"

namespace lien {

struct SourceAnnotation {
  const SourceFile *file = nullptr;
  std::uint32_t line = 0;     ///< that it speaks of
  bool is_drop = false;       ///< `DROP`: `text` is a list of values
  std::optional<Level> level; ///< of a finding; nothing: any
  llvm::StringRef text;
  Span span; ///< of the annotation itself
  bool met = false;
};

/// In the order of the text.
std::vector<SourceAnnotation> annotationsOf(const SourceFile &file);

} // namespace lien
