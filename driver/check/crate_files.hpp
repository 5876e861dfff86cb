// The files of one crate: the root and what its `mod name;` items reach. Source: Reference, "Module source filenames", "The path attribute".
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"
#include "frontend/syntax/parse.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lien {

/// `mod name;` somewhere in a file.
struct OutOfLineModule {
  const ast::ModItem *item = nullptr;
  std::vector<std::string> inside; ///< names of the inline modules around it, outermost first
  std::string path;                ///< value of `#[path = "…"]`, or empty
};

/// `#[cfg(test)]` or `#[test]`: Lien judges what an ordinary build sees.
bool isOnlyForTests(llvm::ArrayRef<ast::Attribute> attributes, const SymbolTable &symbols);

/// All `mod name;` of a tree that are not switched off by `#[cfg(test)]`, in source order.
std::vector<OutOfLineModule> outOfLineModules(const ast::File &file, const SymbolTable &symbols);

/// Files a module may stand in: `name.rs` and `name/mod.rs` beside the file that declares it (`is_root`: that file is a crate's root).
std::vector<std::string> candidatesFor(const OutOfLineModule &module, const std::string &declaring_file, bool is_root, const SymbolTable &symbols);

struct CrateFileEntry {
  const SourceFile *source = nullptr;
  ParsedFile parsed;
  const ast::ModItem *declared_by = nullptr; ///< null for the root
};

/// Reads and adds a file to the sources under its own name; null when it could not be read (reported there).
using LoadFile = std::function<const SourceFile *(const std::string &path)>;

/// Parses the root and all files it reaches, the root first. E0583, E0761 and circular modules go to `findings`.
std::vector<std::unique_ptr<CrateFileEntry>> loadCrate(const SourceFile &root, SymbolTable &symbols, const LoadFile &load, std::vector<Diagnostic> &findings);

} // namespace lien
