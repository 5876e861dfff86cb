// `--verify` of drop annotations: `//~ DROP b, p.a, `mk(1)`, c?` on the line of an exit names what is dropped there, in order (docs/DROPS.md).
//
// A function with at least one such annotation has to be annotated completely; functions without any are not compared.
#pragma once

#include "driver/check/annotations.hpp"
#include "driver/drops/judged_schedule.hpp"

namespace lien {

class DropVerifier {
public:
  /// Has the schedules of the functions gathered while a file is judged with these options. The verifier must outlive that.
  void watch(JudgeOptions &options);
  /// What differs, as findings of kind Verify.
  [[nodiscard]] std::vector<Diagnostic> differences(const SourceMap &sources) const;

private:
  struct Exit {
    Span at; ///< absolute
    std::string title;
    std::vector<std::string> drops;
  };
  struct Function {
    std::string path;
    Span span; ///< absolute: from its name to its end
    FunctionStatus status{};
    std::vector<Exit> exits; ///< in the order of the source
  };
  void add(const JudgedFunction &judged);
  [[nodiscard]] std::vector<bool> annotatedFunctions(const SourceFile &file, llvm::ArrayRef<SourceAnnotation> annotations) const;
  void compareLine(const SourceFile &file, llvm::ArrayRef<const Exit *> exits, llvm::ArrayRef<const SourceAnnotation *> annotations,
                   std::vector<Diagnostic> &differences) const;

  std::optional<bool> asked_; ///< does any file have such annotations?
  std::vector<Function> functions_;
};

} // namespace lien
