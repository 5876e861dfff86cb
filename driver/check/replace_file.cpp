// LLVM's `writeToOutput` names its temporary file in the same way but gives it new permissions, replaces a link by a file, and cannot look once more at
// what it is about to replace.
#include "driver/check/replace_file.hpp"

#include "driver/input/read.hpp"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace lien {

namespace {

namespace fs = llvm::sys::fs;

std::string lastError() { return std::error_code(errno, std::generic_category()).message(); }

/// Nobody is meant to write it; not even a user whom the system would let.
bool isReadOnly(const fs::file_status &status, const std::string &path) {
  const auto writable = fs::owner_write | fs::group_write | fs::others_write;
  return (status.permissions() & writable) == fs::no_perms || fs::access(path, fs::AccessMode::Write);
}

/// Fills the temporary file and brings it to the disk before it gets the other's name.
std::string fill(int file, const fs::file_status &like, llvm::StringRef text) {
  llvm::raw_fd_ostream out(file, /*shouldClose=*/false);
  out << text;
  out.flush();
  if (out.has_error()) {
    std::string error = out.error().message();
    out.clear_error();
    return error;
  }
  // A process that may not give files away keeps its own: the text matters more.
  [[maybe_unused]] const int owner = fchown(file, like.getUser(), like.getGroup());
  if (fchmod(file, static_cast<mode_t>(like.permissions())) != 0 || fsync(file) != 0)
    return lastError();
  return {};
}

} // namespace

std::string replaceFile(const std::string &path, llvm::StringRef judged, llvm::StringRef text) {
  llvm::SmallString<256> real;
  if (std::error_code error = fs::real_path(path, real))
    return error.message();
  const std::string target = real.str().str();
  fs::file_status status;
  if (std::error_code error = fs::status(target, status))
    return error.message();
  if (status.type() != fs::file_type::regular_file)
    return "it is not a regular file";
  if (isReadOnly(status, target))
    return "it is read-only";
  llvm::Expected<fs::TempFile> temporary = fs::TempFile::create(target + ".lien-%%%%%%%%", fs::owner_read | fs::owner_write);
  if (!temporary)
    return "no file can be made beside it: " + llvm::toString(temporary.takeError());
  std::string error = fill(temporary->FD, status, text);
  if (error.empty()) {
    const ReadFile now = readSource(target);
    if (!now.error.empty())
      error = now.error;
    else if (now.text != judged)
      error = "it has changed since it was judged";
  }
  if (error.empty())
    if (std::error_code renamed = fs::rename(temporary->TmpName, target))
      error = renamed.message();
  llvm::consumeError(error.empty() ? temporary->keep() : temporary->discard());
  return error;
}

} // namespace lien
