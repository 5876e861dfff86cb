#include "driver/input/discover.hpp"

#include "driver/input/ignore.hpp"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace lien {

namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

struct FolderRules {
  std::string folder; ///< absolute
  IgnoreFile rules;
};

class Search {
public:
  explicit Search(Discovery &discovery) : discovery_(discovery) {}

  void folder(const std::string &start) {
    std::size_t before = discovery_.files.size();
    rules_.clear();
    rulesAbove(start);
    walk(start);
    if (discovery_.files.size() == before)
      discovery_.errors.push_back("no `.rs` files in folder `" + start + "`");
  }

  void file(const std::string &name, bool from_folder) {
    llvm::SmallString<256> absolute(name);
    fs::make_absolute(absolute);
    path::remove_dots(absolute, /*remove_dot_dot=*/true);
    if (seen_.insert(absolute).second)
      discovery_.files.push_back({name, from_folder});
  }

private:
  void addRules(llvm::StringRef folder) {
    llvm::SmallString<256> name(folder);
    path::append(name, ".gitignore");
    if (auto text = llvm::MemoryBuffer::getFile(name))
      rules_.push_back({folder.str(), IgnoreFile((*text)->getBuffer())});
  }

  /// Rules of the folders between the repository's root and the start.
  void rulesAbove(llvm::StringRef start) {
    llvm::SmallString<256> absolute(start);
    fs::make_absolute(absolute);
    path::remove_dots(absolute, true);
    std::vector<std::string> above;
    for (llvm::StringRef at = absolute; !at.empty(); at = path::parent_path(at)) {
      above.push_back(at.str());
      llvm::SmallString<256> git(at);
      path::append(git, ".git");
      if (fs::exists(git)) {
        for (std::size_t i = above.size() - 1; i > 0; --i)
          addRules(above[i]);
        return;
      }
    }
  }

  [[nodiscard]] bool ignored(llvm::StringRef absolute, bool is_folder) const {
    for (auto rules = rules_.rbegin(); rules != rules_.rend(); ++rules) {
      llvm::StringRef relative = absolute;
      if (!relative.consume_front(rules->folder))
        continue;
      relative.consume_front("/");
      IgnoreFile::Answer answer = rules->rules.ask(relative, is_folder);
      if (answer != IgnoreFile::Answer::Silent)
        return answer == IgnoreFile::Answer::Ignored;
    }
    return false;
  }

  struct Entry {
    std::string name;
    bool is_folder = false;
  };

  static std::vector<Entry> entriesOf(const std::string &folder, std::error_code &error) {
    std::vector<Entry> entries;
    for (fs::directory_iterator at(folder, error, /*follow_symlinks=*/false), end; at != end && !error; at.increment(error)) {
      // Links to files are followed, links to folders are not: they can form cycles.
      fs::file_status status;
      bool is_folder = at->type() == fs::file_type::directory_file;
      if (!is_folder && (fs::status(at->path(), status) || status.type() != fs::file_type::regular_file))
        continue;
      entries.push_back({path::filename(at->path()).str(), is_folder});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
  }

  /// Folders still to be entered are kept on a list, so that deep trees need no deep stack.
  void walk(const std::string &start) {
    struct Pending {
      std::string folder;
      std::size_t rules = 0;
    };
    std::vector<Pending> pending = {{start, rules_.size()}};
    while (!pending.empty()) {
      Pending current = std::move(pending.back());
      pending.pop_back();
      rules_.erase(rules_.begin() + static_cast<std::ptrdiff_t>(std::min(current.rules, rules_.size())), rules_.end());
      llvm::SmallString<256> absolute(current.folder);
      fs::make_absolute(absolute);
      path::remove_dots(absolute, true);
      addRules(absolute);
      std::error_code error;
      std::vector<Entry> entries = entriesOf(current.folder, error);
      if (error)
        discovery_.errors.push_back("cannot read folder `" + current.folder + "`: " + error.message());
      std::vector<Pending> inner;
      for (const Entry &entry : entries) {
        llvm::SmallString<256> full(absolute);
        path::append(full, entry.name);
        llvm::SmallString<256> shown(current.folder == "." ? "" : current.folder);
        path::append(shown, entry.name);
        if (llvm::StringRef(entry.name).starts_with(".") || ignored(full, entry.is_folder))
          continue;
        if (entry.is_folder)
          inner.push_back({shown.str().str(), rules_.size()});
        else if (llvm::StringRef(entry.name).ends_with(".rs"))
          file(shown.str().str(), true);
      }
      pending.insert(pending.end(), inner.rbegin(), inner.rend());
    }
  }

  Discovery &discovery_;
  std::vector<FolderRules> rules_;
  llvm::StringSet<> seen_;
};

} // namespace

Discovery discoverFiles(llvm::ArrayRef<std::string> paths) {
  Discovery discovery;
  Search search(discovery);
  for (const std::string &given : paths) {
    if (given != "-" && fs::is_directory(given))
      search.folder(given);
    else
      search.file(given, false);
  }
  return discovery;
}

} // namespace lien
