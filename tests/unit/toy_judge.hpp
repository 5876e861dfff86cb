// A judge of a toy language, for what the driver does with judgements: each line that begins with `fn` is a body, `?x` an ambiguous drop of x, and `!x` an
// error about x. With a rewrite: `?x>y;` wants to be `y`, in which `~` stands for `!`.
#pragma once

#include "driver/check/pipeline.hpp"

namespace lien {

inline Judgement judgeToy(const std::vector<std::pair<std::string, std::string>> &files, const llvm::BitVector *only = nullptr) {
  Judgement judgement(firstUserOffset());
  for (const auto &[name, text] : files) {
    const SourceFile &file = judgement.sources.file(judgement.sources.add(name, text));
    for (std::uint32_t number = 1; number <= file.lineCount(); ++number) {
      const llvm::StringRef line = file.line(number);
      const std::uint32_t start = file.lineStart(number);
      const bool is_body = line.starts_with("fn");
      if (is_body)
        judgement.body_spans.emplace_back(start, start + static_cast<std::uint32_t>(line.size()));
      if (is_body && only != nullptr && (judgement.body_spans.size() > only->size() || !only->test(static_cast<unsigned>(judgement.body_spans.size() - 1))))
        continue;
      for (std::uint32_t i = 0; i + 1 < line.size(); ++i)
        if (line[i] == '?' || line[i] == '!') {
          Diagnostic finding(line[i] == '?' ? DiagnosticKind::L0100 : DiagnosticKind::E0382, line.substr(i + 1, 1).str(), Span(start + i, start + i + 2));
          const llvm::StringRef rest = line.drop_front(i + 2);
          if (rest.starts_with(">")) {
            std::string wanted = rest.drop_front().take_until([](char c) { return c == ';'; }).str();
            const auto length = static_cast<std::uint32_t>(wanted.size());
            std::replace(wanted.begin(), wanted.end(), '~', '!');
            finding.suggest({"rewrite", {{Span(start + i, start + i + 4 + length), wanted}}, Applicability::MachineApplicable});
          }
          judgement.findings.push_back(std::move(finding));
        }
    }
  }
  return judgement;
}

} // namespace lien
