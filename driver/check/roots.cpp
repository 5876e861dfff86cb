#include "driver/check/roots.hpp"

#include "driver/check/crate_files.hpp"
#include "driver/input/read.hpp"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"

namespace lien {

namespace {

/// True when the text may hold `mod name;`. Nearly all files say no, and only the others are parsed here.
bool mayDeclareModules(llvm::StringRef text) {
  for (std::size_t at = 0; (at = text.find("mod", at)) != llvm::StringRef::npos; at += 3) {
    llvm::StringRef rest = text.drop_front(at + 3);
    llvm::StringRef name = rest.ltrim();
    if (name.size() == rest.size())
      continue;
    name = name.drop_while([](char c) { return llvm::isAlnum(c) || c == '_' || c == '#' || static_cast<unsigned char>(c) >= 0x80; });
    if (name.ltrim().starts_with(";"))
      return true;
  }
  return false;
}

class Reach {
public:
  explicit Reach(llvm::ArrayRef<InputFile> files) : reached_(files.size()) {
    for (std::size_t i = 0; i < files.size(); ++i)
      index_[normalized(files[i].path)] = i;
    for (std::size_t i = 0; i < files.size(); ++i)
      read(files[i], i);
  }

  /// Files that nothing reaches; of a circle that nothing else reaches, its first file.
  std::vector<bool> roots() const {
    std::vector<bool> root(reached_.size(), true);
    for (const std::vector<std::size_t> &targets : reached_)
      for (std::size_t target : targets)
        root[target] = false;
    std::vector<bool> covered(reached_.size(), false);
    for (std::size_t i = 0; i < root.size(); ++i)
      if (root[i])
        cover(i, covered);
    for (std::size_t i = 0; i < root.size(); ++i)
      if (!covered[i]) {
        root[i] = true;
        cover(i, covered);
      }
    return root;
  }

private:
  static std::string normalized(llvm::StringRef path) {
    path.consume_front("./");
    return path.str();
  }

  void cover(std::size_t start, std::vector<bool> &covered) const {
    std::vector<std::size_t> pending = {start};
    while (!pending.empty()) {
      std::size_t file = pending.back();
      pending.pop_back();
      if (covered[file])
        continue;
      covered[file] = true;
      pending.insert(pending.end(), reached_[file].begin(), reached_[file].end());
    }
  }

  void read(const InputFile &file, std::size_t index) {
    if (file.path == "-" || !llvm::sys::fs::is_regular_file(file.path)) // what a pipe holds can be read only once
      return;
    ReadFile text = readSource(file.path);
    if (!text.error.empty() || !mayDeclareModules(text.text) || firstInvalidUtf8(text.text))
      return;
    SourceMap sources;
    SymbolTable symbols;
    FileId id = sources.add(file.path, std::move(text.text));
    if (!id.isValid())
      return;
    ParsedFile parsed = parseFile(sources.file(id), symbols);
    for (const OutOfLineModule &module : outOfLineModules(parsed.file, symbols))
      follow(module, file.path, index, symbols);
  }

  /// Whether the file is a root decides where its modules stand; that is not known yet, so the folder of its own name is looked at first.
  void follow(const OutOfLineModule &module, const std::string &file, std::size_t index, const SymbolTable &symbols) {
    for (bool is_root : {false, true})
      for (const std::string &candidate : candidatesFor(module, file, is_root, symbols)) {
        auto found = index_.find(normalized(candidate));
        if (found == index_.end() || found->second == index)
          continue;
        reached_[index].push_back(found->second);
        return;
      }
  }

  llvm::StringMap<std::size_t> index_;
  std::vector<std::vector<std::size_t>> reached_;
};

} // namespace

std::vector<InputFile> rootsOf(std::vector<InputFile> files) {
  if (files.size() < 2)
    return files;
  std::vector<bool> root = Reach(files).roots();
  std::vector<InputFile> roots;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (root[i])
      roots.push_back(std::move(files[i]));
  return roots;
}

} // namespace lien
