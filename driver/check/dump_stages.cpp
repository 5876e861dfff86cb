// `lien dump`: each stage of the pipeline as text. The phases run as they do for `check`; what they find is told beside the dump.
#include "checker/facts/facts_dump.hpp"
#include "checker/lower/lower.hpp"
#include "checker/moves/dump_facts.hpp"
#include "driver/check/loaded_crate.hpp"
#include "frontend/syntax/dump.hpp"
#include "frontend/typed/dump.hpp"

namespace lien {

namespace {

using Loaded = std::unique_ptr<LoadedCrate>;

void dumpTokensOf(LoadedCrate &crate, llvm::raw_ostream &out) { dumpTokens(*crate.files.front()->source, crate.symbols, out); }

void dumpAstOf(LoadedCrate &crate, llvm::raw_ostream &out) {
  const CrateFileEntry &root = *crate.files.front();
  dumpAst(root.parsed.file, *root.source, crate.symbols, out);
}

/// Calls `each` with the typed body of every item that has one, in source order.
template <typename Each> void forEachTypedBody(LoadedCrate &crate, Each each) {
  for (DefId item : crate.resolver->userItems()) {
    if (!hasBody(crate.program->def(item)))
      continue;
    CheckedBody checked = checkBody(*crate.program, item);
    if (checked.body != nullptr)
      each(*checked.body);
  }
}

/// … with its MIR. A body in which inference or the patterns found something has none, nor has one whose signature is wrong.
template <typename Each> void forEachMirBody(LoadedCrate &crate, Each each) {
  forEachTypedBody(crate, [&](typed::TypedBody &body) {
    DiagnosticSink findings;
    if (crate.program->signatureHasErrors(body.owner))
      return;
    if (std::unique_ptr<mir::Body> mir = lowerToMir(*crate.program, body, findings))
      each(*mir);
  });
}

void dumpTypesOf(LoadedCrate &crate, llvm::raw_ostream &out) {
  forEachTypedBody(crate, [&](const typed::TypedBody &body) { out << typed::print(body, *crate.program); });
}

void dumpMirOf(LoadedCrate &crate, llvm::raw_ostream &out) {
  forEachMirBody(crate, [&](const mir::Body &body) { out << mir::print(body, *crate.program); });
}

void dumpFactsOf(LoadedCrate &crate, llvm::raw_ostream &out) {
  forEachMirBody(crate, [&](const mir::Body &body) { out << printMoveFacts(*crate.program, body); });
}

void dumpBorrowFactsOf(LoadedCrate &crate, llvm::raw_ostream &out) {
  forEachMirBody(crate, [&](const mir::Body &body) { out << dumpFacts(*crate.program, body) << '\n'; });
}

struct Stage {
  llvm::StringLiteral name;
  void (*dump)(LoadedCrate &crate, llvm::raw_ostream &out);
};
/// In the order of the pipeline. `--help` lists them, too (`driver/cli/dump.cpp`).
constexpr Stage stages[] = {{"tokens", dumpTokensOf}, {"ast", dumpAstOf},     {"types", dumpTypesOf},
                            {"mir", dumpMirOf},       {"facts", dumpFactsOf}, {"borrows", dumpBorrowFactsOf}};

} // namespace

bool dumpStage(const std::string &path, llvm::StringRef name, llvm::raw_ostream &out, Judgement &judgement) {
  const Stage *stage = llvm::find_if(stages, [&](const Stage &known) { return known.name == name; });
  if (stage == std::end(stages))
    return false;
  if (Loaded crate = loadProgram(path, {}, judgement))
    stage->dump(*crate, out);
  return true;
}

} // namespace lien
