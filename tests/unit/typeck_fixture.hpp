// From source text to typed bodies, for tests of inference: the types of variables, the printed form, what was found.
#pragma once

#include "support.hpp"

#include "frontend/typeck/check_body.hpp"
#include "frontend/typed/dump.hpp"

#include <doctest/doctest.h>

namespace lien::test {

/// Inference of the functions of a program, one at a time.
struct Inferred : TestProgram {
  explicit Inferred(std::string source) : TestProgram(std::move(source)) {}

  /// The printed body of a function (`frontend/typed/dump.hpp`); what was found, where it has none.
  std::string body(llvm::StringRef function = "f") {
    const CheckedBody checked = checkBody(*program, def(function));
    return checked.body != nullptr ? typed::print(*checked.body, *program) : "found " + list(checked.findings);
  }
  /// The type of a variable, the first of that name; what was found, where there is no body.
  std::string type(llvm::StringRef variable, llvm::StringRef function = "f") {
    const CheckedBody checked = checkBody(*program, def(function));
    if (checked.body == nullptr)
      return "found " + list(checked.findings);
    for (const typed::Local &local : checked.body->locals)
      if (symbols->text(local.name) == variable)
        return print(local.ty);
    return "no variable of that name";
  }
  /// Codes or names of what was found, in order: "E0308 E0425"; empty: nothing.
  std::string findings(llvm::StringRef function = "f") {
    CheckedBody checked = checkBody(*program, def(function));
    checked.findings.absorb(std::move(checked.beside));
    return list(checked.findings);
  }
  [[nodiscard]] bool prints(llvm::StringRef part, llvm::StringRef function = "f") {
    const std::string text = body(function);
    const bool found = text.find(part.str()) != std::string::npos;
    INFO(text);
    CHECK(found);
    return found;
  }

private:
  static std::string list(const DiagnosticSink &sink) {
    std::string text;
    for (const Diagnostic &finding : sink.all())
      text += (text.empty() ? "" : " ") + stableNameOf(finding.kind).str();
    return text;
  }
};

} // namespace lien::test
