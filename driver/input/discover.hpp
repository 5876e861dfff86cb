// From the paths on the command line to the files to judge.
#pragma once

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace lien {

struct InputFile {
  std::string path;         ///< as messages show it; "-" is standard input
  bool from_folder = false; ///< found by searching a folder
};

struct Discovery {
  std::vector<InputFile> files; ///< in the order given; a folder's files sorted by path; each file once
  std::vector<std::string> errors;
};

/// Folders are searched for `.rs` files, without hidden folders and what `.gitignore` leaves out; files that are named are taken as they are.
Discovery discoverFiles(llvm::ArrayRef<std::string> paths);

} // namespace lien
