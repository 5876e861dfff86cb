#include "driver/check/outputs.hpp"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"

namespace lien {

namespace {

std::uint32_t widthFor(std::uint32_t asked, const OutputRequest &request) {
  if (asked != 0)
    return asked;
  unsigned columns = 0;
  if (request.target == OutputRequest::Target::StandardOutput)
    columns = llvm::sys::Process::StandardOutColumns();
  if (request.target == OutputRequest::Target::StandardError)
    columns = llvm::sys::Process::StandardErrColumns();
  return columns == 0 ? RenderOptions().width : columns;
}

void renderOne(Format format, const Diagnostic &finding, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out) {
  switch (format) {
  case Format::Human:
    return renderHuman(finding, sources, options, out);
  case Format::Short:
    return renderShort(finding, sources, options, out);
  case Format::Json:
    return renderJson(finding, sources, options, out);
  }
}

} // namespace

Outputs::Outputs(const CheckRequest &request, std::string &error) {
  for (const OutputRequest &asked : request.outputs) {
    Output output;
    output.format = asked.format;
    output.options = {wantsColor(request.color, asked.target), widthFor(request.width, asked)};
    switch (asked.target) {
    case OutputRequest::Target::StandardOutput:
      output.stream = &llvm::outs();
      break;
    case OutputRequest::Target::StandardError:
      output.stream = &llvm::errs();
      break;
    case OutputRequest::Target::File: {
      std::error_code code;
      output.file = std::make_unique<llvm::raw_fd_ostream>(asked.file, code, llvm::sys::fs::OF_Text);
      output.stream = output.file.get();
      if (code) {
        error = "cannot write `" + asked.file + "`: " + code.message();
        return;
      }
      break;
    }
    }
    output.stream->enable_colors(output.options.color);
    outputs_.push_back(std::move(output));
  }
}

std::vector<std::string> Outputs::render(const std::vector<Diagnostic> &findings, const SourceMap &sources) const {
  std::vector<std::string> texts;
  for (const Output &output : outputs_) {
    std::string text;
    llvm::raw_string_ostream out(text);
    out.enable_colors(output.options.color);
    for (const Diagnostic &finding : findings)
      renderOne(output.format, finding, sources, output.options, out);
    out.flush();
    texts.push_back(std::move(text));
  }
  return texts;
}

void Outputs::write(const std::vector<std::string> &texts) {
  for (std::size_t i = 0; i < texts.size(); ++i)
    *outputs_[i].stream << texts[i];
}

void Outputs::close(const RunSummary &summary, bool quiet) {
  for (Output &output : outputs_) {
    if (!quiet) {
      switch (output.format) {
      case Format::Human:
        renderHumanSummary(summary, output.options, *output.stream);
        break;
      case Format::Short:
        renderShortSummary(summary, output.options, *output.stream);
        break;
      case Format::Json:
        renderJsonSummary(summary, *output.stream);
        break;
      }
    }
    output.stream->flush();
  }
}

} // namespace lien
