#include "driver/check/lint_scopes.hpp"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Casting.h"

namespace lien {

namespace {

std::optional<LintLevel> levelNamed(llvm::StringRef attribute) {
  return llvm::StringSwitch<std::optional<LintLevel>>(attribute)
      .Cases("allow", "expect", LintLevel::Allow)
      .Case("warn", LintLevel::Warn)
      .Cases("deny", "forbid", LintLevel::Deny)
      .Default(std::nullopt);
}

llvm::StringRef singleName(const ast::Meta &meta, const SymbolTable &symbols) {
  return meta.path.isSingle() ? symbols.text(meta.path.segments.front().ident.name) : llvm::StringRef();
}

class ScopeFinder {
public:
  explicit ScopeFinder(const SymbolTable &symbols) : symbols_(symbols) {}

  std::vector<LintScope> run(const ast::File &file) {
    add(file.attributes, file.span);
    std::vector<llvm::ArrayRef<const ast::Item *>> pending = {file.items};
    while (!pending.empty()) {
      llvm::ArrayRef<const ast::Item *> items = pending.back();
      pending.pop_back();
      for (const ast::Item *item : items) {
        add(item->attributes, item->span);
        if (const auto *module = llvm::dyn_cast<ast::ModItem>(item)) {
          add(module->inner_attributes, item->span);
          pending.push_back(module->items);
        } else if (const auto *impl = llvm::dyn_cast<ast::ImplItem>(item)) {
          pending.push_back(impl->items);
        } else if (const auto *trait = llvm::dyn_cast<ast::TraitItem>(item)) {
          pending.push_back(trait->items);
        }
      }
    }
    return std::move(scopes_);
  }

private:
  void add(llvm::ArrayRef<ast::Attribute> attributes, Span span) {
    for (const ast::Attribute &attribute : attributes) {
      std::optional<LintLevel> level = levelNamed(singleName(attribute.meta, symbols_));
      if (!level)
        continue;
      for (const ast::Meta &lint : attribute.meta.list) {
        llvm::StringRef name = singleName(lint, symbols_);
        if (name == stableNameOf(DiagnosticKind::L0100) || name == stableNameOf(DiagnosticKind::BeyondStable))
          scopes_.push_back({span, name.str(), *level});
      }
    }
  }

  const SymbolTable &symbols_;
  std::vector<LintScope> scopes_;
};

} // namespace

std::vector<LintScope> lintScopesOf(const ast::File &file, const SymbolTable &symbols) { return ScopeFinder(symbols).run(file); }

} // namespace lien
