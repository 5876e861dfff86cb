// `lien dump --stage=S FILE`: what a phase makes of a file, for people who work on Lien or study it.
#include "diagnostics/internal_error.hpp"
#include "diagnostics/render/render.hpp"
#include "driver/check/pipeline.hpp"
#include "driver/check/workers.hpp"
#include "driver/cli/cli.hpp"
#include "driver/cli/commands.hpp"
#include "driver/cli/usage.hpp"

namespace lien {

namespace {

constexpr OptionSpec options[] = {
    {"--stage", 0, "STAGE",
     "tokens: what the lexer reads; ast: the syntax tree; types: bodies with every implicit step of inference written out between « and »; mir: the "
     "control-flow graph; facts: the same with what the move analyses know at each block, and what each statement moves and initialises; borrows: one JSON "
     "object a function, with the facts that the borrow check starts from and what it concludes"}};
const CommandSpec command = {"dump", "--stage=STAGE FILE", "Prints what a phase makes of a file. Not meant for programs: the form may change.", options};

} // namespace

int runDump(llvm::ArrayRef<const char *> arguments) {
  ParsedArguments parsed = parseArguments(command, arguments);
  if (!parsed.error.empty())
    return usageError(command, parsed.error);
  if (parsed.help) {
    printHelp(command, llvm::outs());
    return exit_accepted;
  }
  if (parsed.options.empty() || parsed.positional.size() != 1)
    return usageError(command, "a stage and one file are needed");
  bool known = true;
  bool internal = false;
  Judgement judgement(firstUserOffset());
  // On a thread with the stack that `check` has, so that both reach equally deep.
  runInOrder(
      1, 1, false,
      [&](std::size_t) {
        try {
          known = dumpStage(parsed.positional.front(), parsed.options.back().value, llvm::outs(), judgement);
        } catch (const InternalError &error) {
          llvm::errs() << "lien: internal error: " << error.what() << '\n';
          internal = true;
        }
      },
      [](std::size_t) {});
  for (const Diagnostic &finding : judgement.findings)
    renderHuman(finding, judgement.sources, {}, llvm::errs());
  if (internal)
    return exit_internal;
  if (known)
    return judgement.unreadable ? exit_not_judged : exit_accepted;
  return usageError(command, "there is no stage `" + parsed.options.back().value + "`: tokens, ast, types, mir, facts or borrows");
}

} // namespace lien
