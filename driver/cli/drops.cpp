// `lien drops FILE`: where each value is dropped.
#include "diagnostics/render/render.hpp"
#include "driver/check/workers.hpp"
#include "driver/cli/cli.hpp"
#include "driver/cli/commands.hpp"
#include "driver/cli/usage.hpp"
#include "driver/drops/schedule_human.hpp"
#include "driver/drops/schedule_json.hpp"

namespace lien {

namespace {

constexpr OptionSpec options[] = {
    {"--format", 0, "FORMAT", "human (default): the lines at which something is dropped; json: one object a file, schema lien-drops/1"},
    {"--function", 0, "NAME", "only this function"},
    {"--variable", 0, "NAME", "only this variable"},
};
const CommandSpec command = {"drops", "[OPTIONS] FILE", "Shows, for every way out of a scope, which values are dropped there and in which order.", options};

} // namespace

int runDrops(llvm::ArrayRef<const char *> arguments) {
  ParsedArguments parsed = parseArguments(command, arguments);
  if (!parsed.error.empty())
    return usageError(command, parsed.error);
  if (parsed.help) {
    printHelp(command, llvm::outs());
    return exit_accepted;
  }
  if (parsed.positional.size() != 1)
    return usageError(command, "one file is needed");
  std::string format = "human";
  std::string function;
  std::string variable;
  for (const GivenOption &given : parsed.options)
    (given.spec->name == "--format" ? format : given.spec->name == "--function" ? function : variable) = given.value;
  if (format != "json" && format != "human")
    return usageError(command, "there is no format `" + format + "`: human or json");

  const std::string &path = parsed.positional.front();
  ScheduleJson json(function, variable);
  ScheduleHuman human(function, variable, llvm::outs());
  std::optional<Judgement> judgement;
  bool rejected = false;
  bool declined = false;
  runInOrder(
      1, 1, false,
      [&](std::size_t) {
        JudgeOptions judge_options;
        judge_options.mode = BorrowckMode::Nll;
        judge_options.each_body = [&](const JudgedFunction &judged) {
          format == "json" ? json.add(judged) : human.add(judged);
          rejected |= judged.rejected;
          declined |= judged.declined;
        };
        judgement.emplace(judge(path, judge_options));
        // Ambiguity is part of the schedule here, and no rejection.
        llvm::erase_if(judgement->findings, [](const Diagnostic &finding) { return !lintOf(finding.kind).empty(); });
      },
      [](std::size_t) {});
  if (format == "json")
    json.write(path, *judgement, llvm::outs());
  for (const Diagnostic &finding : judgement->findings)
    renderHuman(finding, judgement->sources, {}, llvm::errs());
  if (judgement->internal_error)
    return exit_internal;
  for (const Diagnostic &finding : judgement->findings)
    (isDecline(finding.kind) ? declined : rejected) |= finding.level == Level::Error;
  return judgement->unreadable ? exit_not_judged : rejected ? exit_rejected : declined ? exit_not_judged : exit_accepted;
}

} // namespace lien
