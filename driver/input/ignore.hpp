// Which files of a folder a `.gitignore` leaves out. Source: gitignore(5), "Pattern format".
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace lien {

/// One pattern, matched against a path with '/' between its parts: `*` and `?` stop at '/', `**` does not, `[…]` is a set, `\` escapes.
bool matchesPath(llvm::StringRef pattern, llvm::StringRef path);

/// The patterns of one `.gitignore`.
class IgnoreFile {
public:
  explicit IgnoreFile(llvm::StringRef text);

  enum class Answer : unsigned char { Silent, Ignored, Kept };
  /// What the last matching pattern says about a path relative to the file's folder.
  [[nodiscard]] Answer ask(llvm::StringRef relative, bool is_folder) const;

private:
  struct Pattern {
    std::string text;
    bool negated = false;
    bool folders_only = false;
    bool anchored = false; ///< matches the whole relative path, not only its last part
  };
  std::vector<Pattern> patterns_;
};

} // namespace lien
