// Makes a whole program from a source text, for unit tests of every phase after parsing.
#pragma once

#include "frontend/types/program.hpp"

#include <memory>
#include <string>

namespace lien::test {

/// A user's crate of one file on top of the embedded library. With `whole_language`, parts of the language that users may not write yet are on while it
/// lives.
struct TestProgram {
  explicit TestProgram(std::string text, bool whole_language = true);
  ~TestProgram();

  [[nodiscard]] Symbol symbol(llvm::StringRef name);
  /// The definition of that name, at any depth of the user's crate, in source order; "Type::method" and "Trait::item" look inside. Throws when there is none.
  [[nodiscard]] DefId def(llvm::StringRef name);
  /// The same in the library ("Vec", "Iterator", "Iterator::next").
  [[nodiscard]] DefId libraryDef(llvm::StringRef name);
  /// The type of a `type` alias or of the first parameter of a function in the user's crate: the way for tests to write types.
  [[nodiscard]] Ty typeNamed(llvm::StringRef alias);
  [[nodiscard]] std::string print(Ty ty) { return program->print(ty); }

  std::string text;
  std::unique_ptr<SourceMap> sources;
  std::unique_ptr<SymbolTable> symbols;
  std::unique_ptr<ParsedFile> parsed;
  std::unique_ptr<TypeStore> types;
  std::unique_ptr<Resolver> resolver;
  std::unique_ptr<Program> program;
  std::uint32_t base = 0; ///< absolute offset of the text's first byte

private:
  bool switches_before_[5];
};

} // namespace lien::test
