// `lien drops FILE`: where each value is dropped.
#include "driver/check/run_report.hpp"
#include "driver/check/workers.hpp"
#include "driver/cli/cli.hpp"
#include "driver/cli/color.hpp"
#include "driver/cli/commands.hpp"
#include "driver/cli/usage.hpp"
#include "driver/drops/schedule_dot.hpp"
#include "driver/drops/schedule_human.hpp"
#include "driver/drops/schedule_json.hpp"

#include "llvm/ADT/StringSwitch.h"

namespace lien {

namespace {

constexpr OptionSpec options[] = {
    {"--format", 0, "FORMAT",
     "human (default): the source, with what is dropped at each exit; json: one object a file, schema lien-drops/1; dot: the control-flow graph for Graphviz"},
    {"--function", 0, "NAME", "Only this function"},
    {"--variable", 0, "NAME", "Only this variable"},
    {"--color", 0, "WHEN", "auto (default), always or never; NO_COLOR, CLICOLOR_FORCE and TERM=dumb are honoured"},
};
const CommandSpec command = {"drops", "[OPTIONS] FILE",
                             "Shows, for every way out of a scope, which values are dropped there and in which order.\n\n"
                             "Exit status: 0 judged, 1 a function was rejected, 2 something was declined or could not be read, 101 internal error.\n"
                             "What could be judged is shown in every case. That a drop depends on the path taken (L0100) is shown, not rejected.",
                             options};

enum class ScheduleFormat : std::uint8_t { Human, Json, Dot };

struct DropsRequest {
  std::string path;
  ScheduleFormat format = ScheduleFormat::Human;
  ScheduleFilter filter;
  ColorChoice color = ColorChoice::Auto;
};

/// What is wrong with the command line, or an empty text.
std::string readRequest(const ParsedArguments &parsed, DropsRequest &request) {
  for (const GivenOption &given : parsed.options) {
    if (given.spec->name == "--format") {
      const auto format = llvm::StringSwitch<std::optional<ScheduleFormat>>(given.value)
                              .Case("human", ScheduleFormat::Human)
                              .Case("json", ScheduleFormat::Json)
                              .Case("dot", ScheduleFormat::Dot)
                              .Default(std::nullopt);
      if (!format)
        return "there is no format `" + given.value + "`: human, json or dot";
      request.format = *format;
    } else if (given.spec->name == "--color") {
      if (std::string error = readColorChoice(given.value, request.color); !error.empty())
        return error;
    } else {
      (given.spec->name == "--function" ? request.filter.function : request.filter.variable) = given.value;
    }
  }
  if (parsed.positional.size() != 1)
    return "one file is needed";
  request.path = parsed.positional.front();
  return {};
}

/// The schedule is that of stable rustc.
JudgeOptions judgeOptions() {
  JudgeOptions options;
  options.mode = BorrowckMode::Nll;
  options.ambiguous_drops = false; // shown, not rejected
  return options;
}

/// Did what was asked for by name turn up?
struct Found {
  bool function = false;
  bool variable = false; ///< or it may stand in a function that was not judged

  void add(const JudgedSchedule &schedule, const ScheduleFilter &filter) {
    function = true;
    variable |= schedule.status() != FunctionStatus::Judged || schedule.hasVariable(filter.variable);
  }
  /// What is missing, or an empty text.
  [[nodiscard]] std::string missing(const DropsRequest &request) const {
    if (!request.filter.function.empty() && !function)
      return "`" + request.path + "` has no function `" + request.filter.function + "`";
    if (!request.filter.variable.empty() && !variable)
      return (request.filter.function.empty() ? "no function of `" + request.path + "`" : "`" + request.filter.function + "`") + " has " +
             (request.filter.function.empty() ? "a" : "no") + " variable `" + request.filter.variable + "`";
    return {};
  }
};

int showSchedule(const DropsRequest &request) {
  ScheduleJson json(request.filter);
  const bool color = wantsColor(request.color, OutputStream::StandardOutput);
  llvm::outs().enable_colors(color);
  ScheduleHuman human(request.filter, color, llvm::outs());
  ScheduleDot dot(request.filter, llvm::outs());
  if (request.format == ScheduleFormat::Dot)
    dot.begin(request.path);
  std::optional<Judgement> judgement;
  Found found;
  JudgeOptions options = judgeOptions();
  options.each_body = [&](const JudgedFunction &judged) {
    const std::unique_ptr<JudgedSchedule> function = JudgedSchedule::of(judged, request.filter);
    if (function == nullptr)
      return;
    found.add(*function, request.filter);
    switch (request.format) {
    case ScheduleFormat::Human:
      return human.add(*function);
    case ScheduleFormat::Json:
      return json.add(*function);
    case ScheduleFormat::Dot:
      return dot.add(*function);
    }
  };
  runInOrder(1, 1, false, [&](std::size_t) { judgement.emplace(judge(request.path, options)); }, [](std::size_t) {});
  // Ambiguity is part of the schedule here, and no rejection.
  llvm::erase_if(judgement->findings, [](const Diagnostic &finding) { return !lintOf(finding.kind).empty(); });
  if (request.format == ScheduleFormat::Json)
    json.write(request.path, *judgement, llvm::outs());
  if (request.format == ScheduleFormat::Dot)
    dot.end();
  RenderOptions render;
  render.color = wantsColor(request.color, OutputStream::StandardError);
  llvm::outs().flush();
  llvm::errs().enable_colors(render.color);
  for (const Diagnostic &finding : judgement->findings)
    renderHuman(finding, judgement->sources, render, llvm::errs());
  RunReport report;
  report.add(*judgement);
  const std::string missing = found.missing(request);
  // Of a file with errors nobody knows what it would have.
  if (missing.empty() || report.exitStatus() != 0)
    return report.exitStatus();
  llvm::errs() << "error: " << missing << '\n';
  return 2;
}

} // namespace

int runDrops(llvm::ArrayRef<const char *> arguments) {
  const ParsedArguments parsed = parseArguments(command, arguments);
  if (!parsed.error.empty())
    return usageError(command, parsed.error);
  if (parsed.help) {
    printHelp(command, llvm::outs());
    return exit_accepted;
  }
  DropsRequest request;
  if (std::string error = readRequest(parsed, request); !error.empty())
    return usageError(command, error);
  return showSchedule(request);
}

} // namespace lien
