// What `lien check` was asked to do.
#pragma once

#include "diagnostics/render/render.hpp"
#include "driver/check/pipeline.hpp"
#include "driver/cli/color.hpp"
#include "driver/cli/options.hpp"

namespace lien {

enum class Format : std::uint8_t { Human, Short, Json };

struct OutputRequest {
  using Target = OutputStream;
  Target target{};
  Format format{};
  std::string file;
};

struct CheckRequest {
  std::vector<std::string> paths;
  std::vector<OutputRequest> outputs; ///< at least one
  JudgeOptions judge;
  unsigned jobs = 0; ///< 0: as many as the machine has processors
  ColorChoice color = ColorChoice::Auto;
  std::uint32_t width = 0; ///< 0: the terminal's, else rustc's default
  bool quiet = false;
  bool statistics = false;
  bool exit_zero = false;
  bool verify = false;
  bool fix = false;
  bool diff = false;
  bool timings = false;
  bool time_trace = false;
  std::string time_trace_file = "lien-trace.json";
  bool help = false;
};

extern const CommandSpec check_command;

/// Reads the arguments of `lien check`; returns what is wrong with them, or an empty text.
std::string readCheckRequest(llvm::ArrayRef<const char *> arguments, CheckRequest &request);

} // namespace lien
