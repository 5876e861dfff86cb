// Printers for `lien dump --stage=tokens|ast`: readable, complete, the same on every run.
#pragma once

#include "frontend/syntax/parse.hpp"

#include "llvm/Support/raw_ostream.h"

namespace lien {

/// One token a line: position, kind, text. Lexes the file anew: the parser splits tokens.
void dumpTokens(const SourceFile &source, SymbolTable &symbols, llvm::raw_ostream &out);

/// One node a line, indented by depth: role in its parent, kind, what it holds, and `line:column-line:column` (end exclusive).
void dumpAst(const ast::File &file, const SourceFile &source, const SymbolTable &symbols, llvm::raw_ostream &out);

} // namespace lien
