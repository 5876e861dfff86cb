// From source text to MIR, for tests: the whole front end, then lowering, one function at a time.
#pragma once

#include "checker/lower/lower.hpp"
#include "frontend/names/resolver.hpp"
#include "frontend/typeck/check_body.hpp"

namespace lien::test {

class Lowered {
public:
  explicit Lowered(std::string text) : sources_(librarySources(embeddedLibrary()).nextBase()), symbols_(&librarySymbols(embeddedLibrary())) {
    const FileId id = sources_.add("test.rs", std::move(text));
    parsed_ = parseFile(sources_.file(id), symbols_);
    const CrateFile file{&parsed_, nullptr};
    resolver_ = resolveCrate(embeddedLibrary(), symbols_, file, types_);
    program_ = std::make_unique<Program>(*resolver_, types_);
    for (const Diagnostic &error : parsed_.errors)
      problems_ += error.message + "\n";
  }

  [[nodiscard]] Program &program() { return *program_; }
  [[nodiscard]] const std::string &problems() const { return problems_; }

  /// Functions with bodies, constants and statics, in source order.
  std::vector<DefId> bodies() {
    std::vector<DefId> list;
    for (const DefId item : resolver_->userItems()) {
      const DefKind kind = program_->def(item).kind;
      if (isFunction(kind) || kind == DefKind::Const || kind == DefKind::Static)
        list.push_back(item);
    }
    return list;
  }

  /// The MIR of a body; null with `problems()` when there is none.
  const mir::Body *lower(DefId item) {
    CheckedBody checked = checkBody(*program_, item);
    note(std::move(checked.findings));
    if (checked.body == nullptr)
      return nullptr;
    typed_.push_back(std::move(checked.body));
    DiagnosticSink sink;
    bodies_.push_back(lowerToMir(*program_, *typed_.back(), sink));
    note(std::move(sink));
    return bodies_.back().get();
  }

  const mir::Body *lower(llvm::StringRef name) {
    for (const DefId item : bodies())
      if (resolver_->symbols().text(program_->def(item).name) == name)
        return lower(item);
    problems_ += "no such function\n";
    return nullptr;
  }

private:
  void note(DiagnosticSink sink) {
    for (const Diagnostic &finding : std::move(sink).finish())
      problems_ += codeOf(finding.kind).str() + ": " + finding.message + "\n";
  }

  SourceMap sources_;
  SymbolTable symbols_;
  ParsedFile parsed_;
  TypeStore types_;
  std::unique_ptr<Resolver> resolver_;
  std::unique_ptr<Program> program_;
  std::vector<std::unique_ptr<typed::TypedBody>> typed_;
  std::vector<std::unique_ptr<mir::Body>> bodies_;
  std::string problems_;
};

} // namespace lien::test
