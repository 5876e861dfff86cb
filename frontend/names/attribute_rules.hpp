// Which built-in attributes exist, what their arguments look like, and where they may stand.
//
// Almost no attribute changes a verdict of Lien's, but each has a form that rustc insists on, and some have places where they may not be. What is known to
// be wrong is reported, what is known to be right has no effect, and everything else is declined: never accepted unread. Internal to `frontend/names`.
// Source: Reference, "Attributes" and the pages it links to; where that is silent, what rustc 1.95 says.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "frontend/names/known_names.hpp"

namespace lien {

class AttributeRules {
public:
  /// Without a sink nothing is reported; the answers are the same.
  AttributeRules(const KnownNames &known, const SymbolTable &symbols, DiagnosticSink *sink) : known_(known), symbols_(symbols), sink_(sink) {}

  /// False: the attribute has to be declined. True: it has no effect of its own here, or it is wrong and was reported.
  bool accept(const ast::Attribute &attribute, AttributeKind kind, AttributePlace place);
  /// What the attributes of one item may not say together.
  void together(ast::List<ast::Attribute> attributes, AttributePlace place);

private:
  [[nodiscard]] bool lint(const ast::Attribute &attribute);
  [[nodiscard]] bool deprecated(const ast::Attribute &attribute);
  [[nodiscard]] bool documentation(const ast::Meta &meta) const;
  [[nodiscard]] bool inlining(const ast::Attribute &attribute, AttributePlace place);
  [[nodiscard]] bool derive(const ast::Attribute &attribute, AttributePlace place);
  [[nodiscard]] bool representation(const ast::Attribute &attribute, AttributePlace place);
  [[nodiscard]] bool hint(const ast::Attribute &attribute, const ast::Meta &hint, AttributePlace place);
  [[nodiscard]] bool alignment(const ast::Meta &hint);
  [[nodiscard]] bool shouldPanic(const ast::Attribute &attribute);
  [[nodiscard]] bool test(const ast::Attribute &attribute, AttributePlace place);
  /// `name` or `name = "text"`.
  [[nodiscard]] bool wordOrText(const ast::Attribute &attribute, bool word, bool text);
  /// A word alone.
  [[nodiscard]] bool marker(const ast::Attribute &attribute);

  [[nodiscard]] llvm::StringRef text(const ast::Meta &meta) const;
  bool malformed(const ast::Attribute &attribute, DiagnosticKind kind, llvm::StringRef label = {});
  bool misplaced(const ast::Attribute &attribute, AttributePlace place);
  void report(Diagnostic diagnostic) {
    if (sink_ != nullptr)
      sink_->report(std::move(diagnostic));
  }

  const KnownNames &known_;
  const SymbolTable &symbols_;
  DiagnosticSink *sink_;
};

} // namespace lien
