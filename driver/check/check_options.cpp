#include "driver/check/check_options.hpp"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace lien {

namespace {

constexpr OptionSpec options[] = {
    {"--format", 0, "FMT[:FILE]", "How findings are written: human (default), short or json, to standard output or a file; may be given several times"},
    {"--error-format", 0, "FMT", "rustc's spelling of --format; writes to standard error"},
    {"--borrowck", 0, "MODE", "nll, polonius (default) or full. For now all three answer as nll: what stable rustc accepts"},
    {"--allow", 'A', "LINT",
     "Do not report a lint: ambiguous_drop, beyond_stable, unfulfilled_lint_expectations, or the group warnings; rustc's lints are accepted and have no "
     "effect"},
    {"--warn", 'W', "LINT", "Report a lint as a warning"},
    {"--deny", 'D', "LINT", "Report a lint as an error"},
    {"--forbid", 'F', "LINT", "Report a lint as an error, whatever attributes say"},
    {"--cap-lints", 0, "LEVEL", "Report no lint above allow, warn or deny (or forbid: no cap)"},
    {"--jobs", 'j', "N", "Judge N files at a time (default: one for each processor)"},
    {"--color", 0, "WHEN", "auto (default), always or never; NO_COLOR, CLICOLOR_FORCE and TERM=dumb are honoured"},
    {"--diagnostic-width", 0, "N", "Columns that findings may take (default: the terminal's width, or 140)"},
    {"--quiet", 'q', "", "Print findings only, without the closing lines"},
    {"--statistics", 0, "", "Print to standard error how much was judged, and what was declined, by name"},
    {"--exit-zero", 0, "", "Exit with status 0 whatever was found (101 after an internal error)"},
    {"--fix", 0, "",
     "Apply the rewrites that are safe to apply, each judged before it is kept, and report what is left; with standard input, write the fixed text to "
     "standard output"},
    {"--diff", 0, "", "Write what --fix would change as a unified diff to standard output, and to standard error what it would leave"},
    {"--verify", 0, "",
     "Compare findings and drops with the `//~ ERROR CODE` and `//~ DROP a, b` annotations in the sources; report and fail on differences only"},
    {"--timings", 0, "", "Print to standard error the time each phase took"},
    {"--time-trace", 0, "FILE", "Write a trace of the phases for chrome://tracing (default: lien-trace.json)", true},
    {"--stdin-filename", 0, "NAME", "What messages call standard input"},
};

std::optional<Format> formatOf(llvm::StringRef name) {
  return llvm::StringSwitch<std::optional<Format>>(name)
      .Case("human", Format::Human)
      .Case("short", Format::Short)
      .Case("json", Format::Json)
      .Default(std::nullopt);
}

std::optional<LintLevel> levelNamed(llvm::StringRef name) {
  return llvm::StringSwitch<std::optional<LintLevel>>(name)
      .Case("allow", LintLevel::Allow)
      .Case("warn", LintLevel::Warn)
      .Case("deny", LintLevel::Deny)
      .Case("forbid", LintLevel::Forbid)
      .Default(std::nullopt);
}

bool isPlannedFormat(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name).Cases("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", true).Default(false);
}

class RequestReader {
public:
  explicit RequestReader(CheckRequest &request) : request_(request) {}

  std::string run(ParsedArguments parsed) {
    request_.help = parsed.help;
    request_.paths = std::move(parsed.positional);
    for (const GivenOption &option : parsed.options)
      if (std::string error = take(option.spec->name, option.value); !error.empty())
        return error;
    if (std::string error = combination(); !error.empty())
      return error;
    if (request_.outputs.empty())
      request_.outputs.push_back({takesStandardOutput() ? OutputRequest::Target::StandardError : OutputRequest::Target::StandardOutput, Format::Human, {}});
    if (request_.paths.empty() && !request_.help)
      return "no files given (`-` reads standard input)";
    return severalOnStandardOutput();
  }

private:
  std::string take(llvm::StringRef name, llvm::StringRef value) {
    if (name == "--format")
      return output(value, OutputRequest::Target::StandardOutput);
    if (name == "--error-format")
      return output(value, OutputRequest::Target::StandardError);
    if (name == "--borrowck")
      return mode(value);
    if (const std::optional<LintLevel> level = levelNamed(name.drop_front(2))) {
      request_.judge.lints.set(value, *level);
      return {};
    }
    if (name == "--cap-lints") {
      const std::optional<LintLevel> cap = levelNamed(value);
      if (!cap)
        return "`--cap-lints` takes allow, warn, deny or forbid, not `" + value.str() + "`";
      request_.judge.lints.setCap(*cap);
      return {};
    }
    if (name == "--jobs")
      return number(name, value, request_.jobs);
    if (name == "--color")
      return readColorChoice(value, request_.color);
    if (name == "--diagnostic-width")
      return number(name, value, request_.width);
    if (name == "--time-trace") {
      request_.time_trace = true;
      if (!value.empty())
        request_.time_trace_file = value.str();
      return {};
    }
    if (name == "--stdin-filename") {
      request_.judge.stdin_name = value.str();
      return {};
    }
    flag(name) = true;
    return {};
  }

  bool &flag(llvm::StringRef name) {
    if (name == "--quiet")
      return request_.quiet;
    if (name == "--statistics")
      return request_.statistics;
    if (name == "--fix")
      return request_.fix;
    if (name == "--diff")
      return request_.diff;
    if (name == "--exit-zero")
      return request_.exit_zero;
    return name == "--verify" ? request_.verify : request_.timings;
  }

  std::string output(llvm::StringRef value, OutputRequest::Target target) {
    auto [name, file] = value.split(':');
    std::optional<Format> format = formatOf(name);
    if (!format)
      return isPlannedFormat(name) ? "format `" + name.str() + "` is not available yet" : "unknown format `" + name.str() + "`";
    if (name.size() < value.size()) {
      if (file.empty() || target == OutputRequest::Target::StandardError)
        return "no file may be given here: `" + value.str() + "`";
      target = OutputRequest::Target::File;
    }
    request_.outputs.push_back({target, *format, file.str()});
    return {};
  }

  std::string mode(llvm::StringRef value) {
    auto mode = llvm::StringSwitch<std::optional<BorrowckMode>>(value)
                    .Case("nll", BorrowckMode::Nll)
                    .Case("polonius", BorrowckMode::Polonius)
                    .Case("full", BorrowckMode::Full)
                    .Default(std::nullopt);
    if (!mode)
      return "unknown mode `" + value.str() + "`: nll, polonius or full";
    request_.judge.mode = *mode;
    return {};
  }

  template <typename T> static std::string number(llvm::StringRef name, llvm::StringRef value, T &result) {
    if (value.getAsInteger(10, result) || result == 0)
      return "`" + name.str() + "` takes a positive number, not `" + value.str() + "`";
    return {};
  }

  /// Texts or differences are written there, and nothing else.
  [[nodiscard]] bool takesStandardOutput() const { return request_.diff || (request_.fix && llvm::is_contained(request_.paths, "-")); }

  [[nodiscard]] std::string combination() const {
    if (request_.fix && request_.diff)
      return "`--fix` writes the rewrites and `--diff` shows them: only one of them can be given";
    if (request_.verify && (request_.fix || request_.diff))
      return "`--verify` compares findings with annotations: it cannot be given with `--fix` or `--diff`";
    return {};
  }

  [[nodiscard]] std::string severalOnStandardOutput() const {
    unsigned count = takesStandardOutput() ? 1 : 0;
    for (const OutputRequest &output : request_.outputs)
      count += output.target == OutputRequest::Target::StandardOutput ? 1 : 0;
    if (count > 1 && takesStandardOutput())
      return std::string("standard output holds the ") + (request_.diff ? "diff" : "fixed text") +
             "; give the format a file, `--format FMT:FILE`, or use `--error-format`";
    return count > 1 ? "only one format can go to standard output; give the others a file: `--format json:FILE`" : "";
  }

  CheckRequest &request_;
};

} // namespace

const CommandSpec check_command = {"check", "[OPTIONS] [PATHS...|-]",
                                   "Judges files, folders (all `.rs` files in them) or standard input.\n\n"
                                   "Exit status: 0 every file accepted, 1 something rejected, 2 not judged (usage, unreadable, or outside the language),\n"
                                   "101 internal error.",
                                   options};

std::string readCheckRequest(llvm::ArrayRef<const char *> arguments, CheckRequest &request) {
  ParsedArguments parsed = parseArguments(check_command, arguments);
  if (!parsed.error.empty())
    return parsed.error;
  return RequestReader(request).run(std::move(parsed));
}

} // namespace lien
