// Where findings go: one open stream for each requested format.
#pragma once

#include "driver/check/check_options.hpp"

#include <memory>

namespace lien {

class Outputs {
public:
  /// Opens all targets. `error` says which could not be opened.
  Outputs(const CheckRequest &request, std::string &error);

  /// Renders findings once for each output. Called from any thread; changes nothing.
  [[nodiscard]] std::vector<std::string> render(const std::vector<Diagnostic> &findings, const SourceMap &sources) const;
  void write(const std::vector<std::string> &texts);
  void close(const RunSummary &summary, bool quiet);

private:
  struct Output {
    Format format{};
    RenderOptions options;
    llvm::raw_ostream *stream = nullptr;
    std::unique_ptr<llvm::raw_ostream> file;
  };
  std::vector<Output> outputs_;
};

} // namespace lien
