// From text to tree: the one entry to lexer and grammar.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/source_map.hpp"
#include "frontend/syntax/ast.hpp"
#include "frontend/syntax/symbols.hpp"

namespace lien {

/// A file's tree and its syntax errors. Items and statements that could not be read are Error nodes; the rest of the tree is whole. A body that holds an
/// Error node must not be judged (its errors are the syntax errors).
struct ParsedFile {
  ast::File file;
  std::vector<Diagnostic> errors;
};

/// Whose text is read. The library's signatures may leave out bodies and use `auto trait` (frontend/library/README.md).
enum class SourceMode : std::uint8_t { User, Library };

/// Reads one file: any bytes give a tree and diagnostics, in time linear in the size, without exceptions for mistakes of the user.
ParsedFile parseFile(const SourceFile &source, SymbolTable &symbols, SourceMode mode = SourceMode::User);

} // namespace lien
