#include "driver/input/read.hpp"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"

#include <cstring>

namespace lien {

namespace {

namespace fs = llvm::sys::fs;

/// Larger files are refused before memory runs out; a device or a pipe may never end.
constexpr std::size_t most_bytes = std::size_t{1} << 30U;

constexpr const char *too_large = "it is larger than 1 GiB";

ReadFile failed(std::error_code error) { return {{}, error.message()}; }

/// Reads to the end, in growing steps. Not through MemoryBuffer: the text is kept as a string, and a second copy of a large file would double the memory.
ReadFile readAll(fs::file_t file, std::size_t expected) {
  ReadFile result;
  std::size_t filled = 0;
  result.text.resize(expected);
  while (true) {
    llvm::Expected<std::size_t> count = fs::readNativeFile(file, {result.text.data() + filled, result.text.size() - filled});
    if (!count)
      return {{}, llvm::toString(count.takeError())};
    filled += *count;
    if (filled > most_bytes)
      return {{}, too_large};
    if (*count == 0)
      break;
    if (filled == result.text.size())
      result.text.resize(2 * filled);
  }
  result.text.resize(filled);
  return result;
}

/// Pipes and the like have no size.
constexpr std::size_t first_step = std::size_t{1} << 16U;

} // namespace

ReadFile readSource(const std::string &path) {
  if (path == "-")
    return readAll(fs::getStdinHandle(), first_step);
  fs::file_status status;
  if (std::error_code error = fs::status(path, status))
    return failed(error);
  if (status.type() == fs::file_type::directory_file)
    return failed(std::make_error_code(std::errc::is_a_directory));
  const bool is_regular = status.type() == fs::file_type::regular_file;
  if (is_regular && status.getSize() > most_bytes)
    return {{}, too_large};
  llvm::Expected<fs::file_t> file = fs::openNativeFileForRead(path);
  if (!file)
    return failed(llvm::errorToErrorCode(file.takeError()));
  ReadFile result = readAll(*file, is_regular ? status.getSize() + 1 : first_step);
  fs::closeFile(*file);
  return result;
}

std::optional<std::size_t> firstInvalidUtf8(llvm::StringRef text) {
  const char *at = text.begin();
  const char *end = text.end();
  while (at != end) {
    // Eight ASCII bytes at a time: nearly all of a source file.
    std::uint64_t word = 0;
    while (end - at >= 8) {
      std::memcpy(&word, at, 8);
      if ((word & UINT64_C(0x8080808080808080)) != 0)
        break;
      at += 8;
    }
    if (at == end)
      break;
    const auto *byte = reinterpret_cast<const llvm::UTF8 *>(at);
    if (*byte < 0x80) {
      ++at;
      continue;
    }
    std::size_t length = llvm::getNumBytesForUTF8(*byte);
    if (length > static_cast<std::size_t>(end - at) || !llvm::isLegalUTF8Sequence(byte, byte + length))
      return static_cast<std::size_t>(at - text.begin());
    at += length;
  }
  return std::nullopt;
}

} // namespace lien
