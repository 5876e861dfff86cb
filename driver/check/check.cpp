// `lien check`: find the files, judge each, write what was found.
#include "driver/check/check_options.hpp"
#include "driver/check/fix_run.hpp"
#include "driver/check/outputs.hpp"
#include "driver/check/roots.hpp"
#include "driver/check/run_report.hpp"
#include "driver/check/verify.hpp"
#include "driver/check/workers.hpp"
#include "driver/cli/cli.hpp"
#include "driver/cli/commands.hpp"
#include "driver/cli/usage.hpp"
#include "driver/drops/verify_drops.hpp"
#include "driver/input/discover.hpp"

#include <thread>

namespace lien {

namespace {

class CheckRun {
public:
  CheckRun(const CheckRequest &request, Outputs &outputs) : request_(request), outputs_(outputs) {}

  int run() {
    auto start = std::chrono::steady_clock::now();
    Discovery discovery = discoverFiles(request_.paths);
    for (std::string &error : discovery.errors)
      reportUnreadable(std::move(error));
    judgeAll(rootsOf(std::move(discovery.files)));
    outputs_.close(report_.summary(), request_.quiet);
    if (request_.statistics)
      report_.printStatistics(llvm::errs());
    if (request_.timings)
      report_.times().print(report_.lines(), std::chrono::steady_clock::now() - start, llvm::errs());
    return status();
  }

private:
  /// What one file left to be written and counted.
  struct Outcome {
    std::unique_ptr<Judgement> judgement;
    std::vector<Diagnostic> differences; ///< `--verify`
    std::vector<std::string> texts;
  };

  [[nodiscard]] int status() const {
    if (report_.sawInternalError())
      return exit_internal;
    if (request_.exit_zero)
      return exit_accepted;
    if (request_.verify)
      return differences_ > 0 ? exit_rejected : exit_accepted;
    return report_.exitStatus();
  }

  void reportUnreadable(std::string message) {
    auto judgement = std::make_unique<Judgement>(1);
    judgement->findings.emplace_back(DiagnosticKind::Io, std::move(message), Span());
    judgement->unreadable = true;
    std::vector<Diagnostic> differences;
    if (request_.verify)
      differences = verifyAnnotations(judgement->sources, judgement->findings);
    finish(render(std::move(judgement), std::move(differences)));
  }

  void judgeAll(llvm::ArrayRef<InputFile> files) {
    if (request_.fix || request_.diff)
      return fixAll(files);
    std::vector<Outcome> outcomes(files.size());
    runInOrder(
        files.size(), threads(), request_.time_trace,
        [&](std::size_t i) {
          outcomes[i] = request_.verify ? verify(files[i].path) : render(std::make_unique<Judgement>(judge(files[i].path, request_.judge)), {});
        },
        [&](std::size_t i) { finish(std::move(outcomes[i])); });
  }

  /// Judges a file, and holds what is found and dropped against its annotations.
  [[nodiscard]] Outcome verify(const std::string &path) const {
    DropVerifier drops;
    JudgeOptions options = request_.judge;
    drops.watch(options);
    auto judgement = std::make_unique<Judgement>(judge(path, options));
    std::vector<Diagnostic> differences = verifyAnnotations(judgement->sources, judgement->findings);
    llvm::append_range(differences, drops.differences(judgement->sources));
    return render(std::move(judgement), std::move(differences));
  }

  [[nodiscard]] unsigned threads() const { return request_.jobs != 0 ? request_.jobs : std::max(1U, std::thread::hardware_concurrency()); }

  /// Judges as before, but with rewrites; writes, or shows, and reports one root after the other.
  void fixAll(llvm::ArrayRef<InputFile> files) {
    FixRun fixes({request_.judge, request_.diff, request_.time_trace}, llvm::outs());
    std::vector<FixedCrate> crates(files.size());
    runInOrder(
        files.size(), threads(), request_.time_trace, [&](std::size_t i) { crates[i] = fixes.prepare(files[i].path); },
        [&](std::size_t i) { finish(render(fixes.settle(files[i].path, std::move(crates[i])), {})); });
    llvm::outs().flush();
    if (!request_.quiet && fixes.files() > 0)
      llvm::errs() << "lien check: " << (request_.diff ? "shown: " : "applied: ") << fixes.rewrites() << (fixes.rewrites() == 1 ? " rewrite" : " rewrites")
                   << " in " << fixes.files() << (fixes.files() == 1 ? " file" : " files") << '\n';
  }

  Outcome render(std::unique_ptr<Judgement> judgement, std::vector<Diagnostic> differences) const {
    Outcome outcome;
    PhaseScope scope(judgement->times, Phase::Render);
    outcome.differences = std::move(differences);
    outcome.texts = outputs_.render(request_.verify ? outcome.differences : judgement->findings, judgement->sources);
    outcome.judgement = std::move(judgement);
    return outcome;
  }

  void finish(Outcome outcome) {
    outputs_.write(outcome.texts);
    report_.add(*outcome.judgement);
    report_.addPrinted(request_.verify ? outcome.differences : outcome.judgement->findings);
    differences_ += outcome.differences.size();
  }

  const CheckRequest &request_;
  Outputs &outputs_;
  RunReport report_;
  std::size_t differences_ = 0;
};

bool writeTrace(const std::string &file) {
  std::error_code code;
  llvm::raw_fd_ostream out(file, code);
  if (code) {
    llvm::errs() << "lien check: cannot write `" << file << "`: " << code.message() << '\n';
    return false;
  }
  llvm::timeTraceProfilerWrite(out);
  return true;
}

} // namespace

int runCheck(llvm::ArrayRef<const char *> arguments) {
  CheckRequest request;
  if (std::string error = readCheckRequest(arguments, request); !error.empty())
    return usageError(check_command, error);
  if (request.help) {
    printHelp(check_command, llvm::outs());
    return exit_accepted;
  }
  std::string error;
  Outputs outputs(request, error);
  if (!error.empty())
    return usageError(check_command, error);
  if (request.time_trace)
    llvm::timeTraceProfilerInitialize(/*TimeTraceGranularity=*/50, "lien");
  int status = CheckRun(request, outputs).run();
  if (request.time_trace) {
    if (!writeTrace(request.time_trace_file) && status == exit_accepted)
      status = exit_not_judged;
    llvm::timeTraceProfilerCleanup();
  }
  return status;
}

} // namespace lien
