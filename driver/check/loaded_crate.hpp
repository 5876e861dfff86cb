// A root file with its modules after the phases that come before the bodies: what `check` judges and `dump` shows.
#pragma once

#include "driver/check/crate_files.hpp"
#include "driver/check/pipeline.hpp"
#include "frontend/names/resolver.hpp"
#include "frontend/typeck/check_body.hpp"

namespace lien {

/// What the phases before the bodies made of a root file. Everything here goes when the file is done.
struct LoadedCrate {
  SymbolTable symbols;
  std::vector<std::unique_ptr<CrateFileEntry>> files;
  TypeStore types;
  std::unique_ptr<Resolver> resolver;
  std::unique_ptr<Program> program;

  explicit LoadedCrate(const Library &library) : symbols(&librarySymbols(library)) {}
};

/// Reads, parses and resolves. Null when the root could not be read; the reason is among the findings.
std::unique_ptr<LoadedCrate> loadProgram(const std::string &path, const JudgeOptions &options, Judgement &judgement);

/// Functions with a block, constants and statics with a value, lengths of arrays.
bool hasBody(const Def &def);

} // namespace lien
