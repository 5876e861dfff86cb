#include "driver/check/crate_files.hpp"

#include "llvm/Support/Casting.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace lien {

namespace {

namespace path = llvm::sys::path;

bool namesAttribute(const ast::Meta &meta, llvm::StringRef name, const SymbolTable &symbols) {
  return meta.path.isSingle() && symbols.text(meta.path.segments.front().ident.name) == name;
}

std::string pathAttribute(llvm::ArrayRef<ast::Attribute> attributes, const SymbolTable &symbols) {
  for (const ast::Attribute &attribute : attributes)
    if (namesAttribute(attribute.meta, "path", symbols) && attribute.meta.literal != nullptr)
      return symbols.text(attribute.meta.literal->text).str();
  return {};
}

std::string joined(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<256> result(folder);
  path::append(result, name);
  return result.str().str();
}

class CrateLoader {
public:
  CrateLoader(SymbolTable &symbols, const LoadFile &load, std::vector<Diagnostic> &findings) : symbols_(symbols), load_(load), findings_(findings) {}

  std::vector<std::unique_ptr<CrateFileEntry>> run(const SourceFile &root) {
    add(root, nullptr, {});
    for (std::size_t i = 0; i < files_.size(); ++i)
      children(i);
    return std::move(files_);
  }

private:
  void add(const SourceFile &source, const ast::ModItem *declared_by, std::vector<std::string> chain) {
    auto entry = std::make_unique<CrateFileEntry>();
    entry->source = &source;
    entry->declared_by = declared_by;
    entry->parsed = parseFile(source, symbols_);
    files_.push_back(std::move(entry));
    chain.push_back(source.name().str());
    chains_.push_back(std::move(chain));
  }

  void children(std::size_t index) {
    for (const OutOfLineModule &module : outOfLineModules(files_[index]->parsed.file, symbols_))
      child(index, module);
  }

  void child(std::size_t parent, const OutOfLineModule &module) {
    std::vector<std::string> candidates = candidatesFor(module, files_[parent]->source->name().str(), parent == 0, symbols_);
    std::vector<std::string> found;
    for (const std::string &candidate : candidates)
      if (llvm::sys::fs::exists(candidate))
        found.push_back(candidate);
    if (found.empty())
      return missing(module, candidates);
    if (found.size() > 1)
      return ambiguous(module, found);
    const std::vector<std::string> &chain = chains_[parent];
    if (llvm::is_contained(chain, found.front()))
      return circular(module, chain, found.front());
    if (const SourceFile *source = load_(found.front()))
      add(*source, module.item, chain);
  }

  [[nodiscard]] std::string nameOf(const OutOfLineModule &module) const { return symbols_.text(module.item->name.name).str(); }

  void missing(const OutOfLineModule &module, llvm::ArrayRef<std::string> candidates) {
    if (!module.path.empty()) {
      findings_.emplace_back(DiagnosticKind::Syntax, "couldn't read `" + candidates.front() + "`: No such file or directory (os error 2)", module.item->span);
      return;
    }
    Diagnostic finding(DiagnosticKind::E0583, "file not found for module `" + nameOf(module) + "`", module.item->span);
    std::string places = "`" + candidates.front() + "`";
    if (candidates.size() > 1)
      places = "either file " + places + " or `" + candidates.back() + "`";
    else
      places = "file " + places;
    finding.help("to create the module `" + nameOf(module) + "`, create " + places);
    findings_.push_back(std::move(finding));
  }

  void ambiguous(const OutOfLineModule &module, llvm::ArrayRef<std::string> found) {
    Diagnostic finding(DiagnosticKind::E0761, "file for module `" + nameOf(module) + "` found at both `" + found[0] + "` and `" + found[1] + "`",
                       module.item->span);
    finding.help("delete or rename one of them to remove the ambiguity");
    findings_.push_back(std::move(finding));
  }

  void circular(const OutOfLineModule &module, llvm::ArrayRef<std::string> chain, const std::string &again) {
    std::string text = "circular modules: ";
    for (const std::string &file : llvm::make_range(llvm::find(chain, again), chain.end()))
      text += file + " -> ";
    findings_.emplace_back(DiagnosticKind::Syntax, text + again, module.item->span);
  }

  SymbolTable &symbols_;
  const LoadFile &load_;
  std::vector<Diagnostic> &findings_;
  std::vector<std::unique_ptr<CrateFileEntry>> files_;
  std::vector<std::vector<std::string>> chains_; ///< for each file: the files from the root to it
};

} // namespace

bool isOnlyForTests(llvm::ArrayRef<ast::Attribute> attributes, const SymbolTable &symbols) {
  return llvm::any_of(attributes, [&](const ast::Attribute &attribute) {
    return namesAttribute(attribute.meta, "test", symbols) ||
           (namesAttribute(attribute.meta, "cfg", symbols) && attribute.meta.list.size() == 1 && namesAttribute(attribute.meta.list.front(), "test", symbols));
  });
}

std::vector<OutOfLineModule> outOfLineModules(const ast::File &file, const SymbolTable &symbols) {
  struct Pending {
    llvm::ArrayRef<const ast::Item *> items;
    std::vector<std::string> inside;
  };
  std::vector<OutOfLineModule> found;
  std::vector<Pending> pending = {{file.items, {}}};
  while (!pending.empty()) {
    Pending current = std::move(pending.back());
    pending.pop_back();
    for (const ast::Item *item : current.items) {
      const auto *module = llvm::dyn_cast<ast::ModItem>(item);
      if (module == nullptr || isOnlyForTests(module->attributes, symbols))
        continue;
      if (!module->is_inline) {
        found.push_back({module, current.inside, pathAttribute(module->attributes, symbols)});
        continue;
      }
      std::vector<std::string> inside = current.inside;
      std::string renamed = pathAttribute(module->attributes, symbols);
      inside.push_back(renamed.empty() ? symbols.text(module->name.name).str() : renamed);
      pending.push_back({module->items, std::move(inside)});
    }
  }
  std::sort(found.begin(), found.end(), [](const OutOfLineModule &a, const OutOfLineModule &b) { return a.item->span.lo() < b.item->span.lo(); });
  return found;
}

std::vector<std::string> candidatesFor(const OutOfLineModule &module, const std::string &declaring_file, bool is_root, const SymbolTable &symbols) {
  bool owns_folder = is_root || path::filename(declaring_file) == "mod.rs";
  std::string folder = path::parent_path(declaring_file).str();
  // `#[path]` directly in a file is relative to the file's folder, whatever kind of file it is.
  if (!owns_folder && (module.path.empty() || !module.inside.empty()))
    folder = joined(folder, path::stem(declaring_file));
  for (const std::string &name : module.inside)
    folder = joined(folder, name);
  if (!module.path.empty())
    return {joined(folder, module.path)};
  std::string name = symbols.text(module.item->name.name).str();
  return {joined(folder, name + ".rs"), joined(folder, name + "/mod.rs")};
}

std::vector<std::unique_ptr<CrateFileEntry>> loadCrate(const SourceFile &root, SymbolTable &symbols, const LoadFile &load, std::vector<Diagnostic> &findings) {
  return CrateLoader(symbols, load, findings).run(root);
}

} // namespace lien
