// A user's crate for tests of names and types: source text in, program out.
#pragma once

#include "diagnostics/source_map.hpp"
#include "frontend/types/program.hpp"

#include <memory>
#include <string>

namespace lien::test {

/// Owns everything that a Program points into.
class ItemsProgram {
public:
  explicit ItemsProgram(std::string text);

  [[nodiscard]] Program &program() { return *program_; }
  [[nodiscard]] TypeStore &types() { return types_; }
  [[nodiscard]] const ParsedFile &parsed() const { return parsed_; }
  /// The user's definition of that name (the first in source order); fails the test when there is none.
  [[nodiscard]] DefId find(const std::string &name);
  /// "E0106@1:11 L0001@2:1 …" of everything found in items (syntax, names, signatures, checks), sorted by position; `-` for errors without a code.
  [[nodiscard]] std::string itemFindings();
  [[nodiscard]] std::string position(Span span) const;

private:
  SourceMap sources_;
  SymbolTable symbols_;
  TypeStore types_;
  ParsedFile parsed_;
  std::unique_ptr<Resolver> resolver_;
  std::unique_ptr<Program> program_;
};

} // namespace lien::test
