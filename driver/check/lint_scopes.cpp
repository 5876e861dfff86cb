#include "driver/check/lint_scopes.hpp"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Casting.h"

#include <algorithm>

namespace lien {

namespace {

/// Lints and groups that have an effect.
constexpr llvm::StringLiteral known_lints[] = {"ambiguous_drop", "beyond_stable", "unfulfilled_lint_expectations", "warnings"};

std::optional<LintLevel> levelNamed(llvm::StringRef attribute) {
  return llvm::StringSwitch<std::optional<LintLevel>>(attribute)
      .Case("allow", LintLevel::Allow)
      .Case("expect", LintLevel::Expect)
      .Case("warn", LintLevel::Warn)
      .Case("deny", LintLevel::Deny)
      .Case("forbid", LintLevel::Forbid)
      .Default(std::nullopt);
}

llvm::StringRef singleName(const ast::Meta &meta, const SymbolTable &symbols) {
  return meta.path.isSingle() ? symbols.text(meta.path.segments.front().ident.name) : llvm::StringRef();
}

std::string reasonOf(const ast::Meta &attribute, const SymbolTable &symbols) {
  for (const ast::Meta &entry : attribute.list)
    if (entry.kind == ast::Meta::Kind::NameValue && entry.literal != nullptr && singleName(entry, symbols) == "reason")
      return symbols.text(entry.literal->text).str();
  return {};
}

/// Walks a tree from the outside in, without recursion: nesting may be deep.
class ScopeFinder {
public:
  ScopeFinder(const SymbolTable &symbols, const LintLevels &levels, std::vector<Diagnostic> &findings)
      : symbols_(symbols), levels_(levels), findings_(findings), is_capped_(levels.cap() != LintLevel::Forbid) {
    for (llvm::StringRef lint : known_lints)
      mentioned_ |= !symbols.find(lint).empty();
  }

  /// What holds where the file is declared holds in all of it.
  void file(const ast::File &file, const ast::ModItem *declared_by) {
    if (!mentioned_)
      return;
    if (declared_by != nullptr)
      for (std::size_t i = 0, count = scopes_.size(); i < count; ++i)
        if (scopes_[i].span.contains(declared_by->span)) {
          LintScope inherited = scopes_[i];
          inherited.span = file.span;
          if (inherited.level == LintLevel::Forbid)
            forbidden_.push_back(inherited);
          scopes_.push_back(std::move(inherited));
        }
    add(file.attributes, file.span);
    items(file.items);
    std::reverse(pending_.begin(), pending_.end());
    while (!pending_.empty()) {
      const Node node = pending_.back();
      pending_.pop_back();
      const auto outer = static_cast<std::ptrdiff_t>(pending_.size());
      if (node.item != nullptr)
        visit(*node.item);
      else if (node.statement != nullptr)
        visit(*node.statement);
      else
        visit(*node.expr);
      std::reverse(pending_.begin() + outer, pending_.end()); // the first comes next
    }
  }

  std::vector<LintScope> take() { return std::move(scopes_); }

private:
  struct Node {
    const ast::Item *item = nullptr;
    const ast::Stmt *statement = nullptr;
    const ast::Expr *expr = nullptr;
  };

  void push(const ast::Expr *expr) {
    if (expr != nullptr)
      pending_.push_back({nullptr, nullptr, expr});
  }
  void push(llvm::ArrayRef<const ast::Expr *> all) {
    for (const ast::Expr *expr : all)
      push(expr);
  }
  void items(llvm::ArrayRef<const ast::Item *> all) {
    for (const ast::Item *item : all)
      pending_.push_back({item, nullptr, nullptr});
  }

  void visit(const ast::Item &item) {
    if (isOnlyForTests(item.attributes, symbols_))
      return;
    add(item.attributes, item.span);
    for (const ast::GenericParam &param : item.generics.params)
      add(param.attributes, param.span);
    switch (item.kind) {
    case ast::ItemKind::Fn: {
      const auto &fn = llvm::cast<ast::FnItem>(item);
      for (const ast::Param &param : fn.params)
        add(param.attributes, param.span);
      return push(fn.body);
    }
    case ast::ItemKind::Struct:
      return fields(llvm::cast<ast::StructItem>(item).fields);
    case ast::ItemKind::Enum:
      for (const ast::VariantDef &variant : llvm::cast<ast::EnumItem>(item).variants) {
        add(variant.attributes, variant.span);
        fields(variant.fields);
        push(variant.discriminant);
      }
      return;
    case ast::ItemKind::Impl:
      return items(llvm::cast<ast::ImplItem>(item).items);
    case ast::ItemKind::Trait:
      return items(llvm::cast<ast::TraitItem>(item).items);
    case ast::ItemKind::Const:
      return push(llvm::cast<ast::ConstItem>(item).value);
    case ast::ItemKind::Static:
      return push(llvm::cast<ast::StaticItem>(item).value);
    case ast::ItemKind::Mod:
      add(llvm::cast<ast::ModItem>(item).inner_attributes, item.span);
      return items(llvm::cast<ast::ModItem>(item).items);
    case ast::ItemKind::TypeAlias:
    case ast::ItemKind::Use:
    case ast::ItemKind::Unsupported:
    case ast::ItemKind::Error:
      return;
    }
  }

  void fields(llvm::ArrayRef<ast::FieldDef> all) {
    for (const ast::FieldDef &field : all)
      add(field.attributes, field.span);
  }

  void visit(const ast::Stmt &statement) {
    switch (statement.kind) {
    case ast::StmtKind::Let: {
      const auto &let = llvm::cast<ast::LetStmt>(statement);
      add(let.attributes, let.span);
      push(let.init);
      return push(let.else_block);
    }
    case ast::StmtKind::Item:
      return items(llvm::cast<ast::ItemStmt>(statement).item);
    case ast::StmtKind::Expr: {
      const auto &expr = llvm::cast<ast::ExprStmt>(statement);
      add(expr.attributes, expr.span);
      return push(expr.expr);
    }
    case ast::StmtKind::Empty:
    case ast::StmtKind::Error:
      return;
    }
  }

  void block(const ast::BlockExpr &block) {
    add(block.inner_attributes, block.span);
    for (const ast::Stmt *statement : block.stmts)
      pending_.push_back({nullptr, statement, nullptr});
    push(block.tail);
  }

  void match(const ast::MatchExpr &match) {
    push(match.scrutinee);
    for (const ast::MatchArm &arm : match.arms) {
      add(arm.attributes, arm.span);
      push(arm.guard);
      push(arm.body);
    }
  }

  void visit(const ast::Expr &expr) {
    using Kind = ast::ExprKind;
    switch (expr.kind) {
    case Kind::Block:
      return block(llvm::cast<ast::BlockExpr>(expr));
    case Kind::Match:
      return match(llvm::cast<ast::MatchExpr>(expr));
    case Kind::Unary:
      return push(llvm::cast<ast::UnaryExpr>(expr).operand);
    case Kind::Borrow:
      return push(llvm::cast<ast::BorrowExpr>(expr).operand);
    case Kind::Binary:
      return push({llvm::cast<ast::BinaryExpr>(expr).lhs, llvm::cast<ast::BinaryExpr>(expr).rhs});
    case Kind::Assign:
      return push({llvm::cast<ast::AssignExpr>(expr).lhs, llvm::cast<ast::AssignExpr>(expr).rhs});
    case Kind::AssignOp:
      return push({llvm::cast<ast::AssignOpExpr>(expr).lhs, llvm::cast<ast::AssignOpExpr>(expr).rhs});
    case Kind::Call:
      push(llvm::cast<ast::CallExpr>(expr).callee);
      return push(llvm::cast<ast::CallExpr>(expr).args);
    case Kind::MethodCall:
      push(llvm::cast<ast::MethodCallExpr>(expr).receiver);
      return push(llvm::cast<ast::MethodCallExpr>(expr).args);
    case Kind::Field:
      return push(llvm::cast<ast::FieldExpr>(expr).base);
    case Kind::Index:
      return push({llvm::cast<ast::IndexExpr>(expr).base, llvm::cast<ast::IndexExpr>(expr).index});
    case Kind::Range:
      return push({llvm::cast<ast::RangeExpr>(expr).lo, llvm::cast<ast::RangeExpr>(expr).hi});
    case Kind::Cast:
      return push(llvm::cast<ast::CastExpr>(expr).operand);
    case Kind::If: {
      const auto &branch = llvm::cast<ast::IfExpr>(expr);
      return push({branch.condition, branch.then_block, branch.else_expr});
    }
    case Kind::Let:
      return push(llvm::cast<ast::LetExpr>(expr).scrutinee);
    case Kind::Loop:
      return push(llvm::cast<ast::LoopExpr>(expr).body);
    case Kind::While:
      return push({llvm::cast<ast::WhileExpr>(expr).condition, llvm::cast<ast::WhileExpr>(expr).body});
    case Kind::For:
      return push({llvm::cast<ast::ForExpr>(expr).iterable, llvm::cast<ast::ForExpr>(expr).body});
    case Kind::Break:
      return push(llvm::cast<ast::BreakExpr>(expr).value);
    case Kind::Return:
      return push(llvm::cast<ast::ReturnExpr>(expr).value);
    case Kind::Try:
      return push(llvm::cast<ast::TryExpr>(expr).operand);
    case Kind::Closure:
      return push(llvm::cast<ast::ClosureExpr>(expr).body);
    case Kind::Struct: {
      const auto &literal = llvm::cast<ast::StructExpr>(expr);
      for (const ast::FieldInit &field : literal.fields) {
        add(field.attributes, field.span);
        push(field.value);
      }
      return push(literal.base);
    }
    case Kind::Tuple:
      return push(llvm::cast<ast::TupleExpr>(expr).elements);
    case Kind::Array:
      return push(llvm::cast<ast::ArrayExpr>(expr).elements);
    case Kind::Repeat:
      return push({llvm::cast<ast::RepeatExpr>(expr).element, llvm::cast<ast::RepeatExpr>(expr).count});
    case Kind::Paren:
      return push(llvm::cast<ast::ParenExpr>(expr).inner);
    case Kind::MacroCall: {
      const auto &call = llvm::cast<ast::MacroCallExpr>(expr);
      for (const ast::MacroArg &argument : call.args)
        push(argument.value);
      return push(call.guard);
    }
    case Kind::Literal:
    case Kind::Path:
    case Kind::Continue:
    case Kind::Underscore:
    case Kind::Unsupported:
    case Kind::Error:
      return;
    }
  }

  void add(llvm::ArrayRef<ast::Attribute> attributes, Span span) {
    for (const ast::Attribute &attribute : attributes) {
      const std::optional<LintLevel> level = levelNamed(singleName(attribute.meta, symbols_));
      if (!level)
        continue;
      for (const ast::Meta &lint : attribute.meta.list) {
        const llvm::StringRef name = singleName(lint, symbols_);
        if (llvm::is_contained(known_lints, name) && lint.kind == ast::Meta::Kind::Word)
          add({span, name.str(), *level, lint.span, reasonOf(attribute.meta, symbols_), written_++});
      }
    }
  }

  /// E0453: inside a `forbid` only `deny` and `forbid` may follow, and the first has no effect. A group forbids nothing but itself, and with a cap on
  /// lints there is no `forbid`.
  void add(LintScope scope) {
    if (scope.level == LintLevel::Forbid && (is_capped_ || scope.lint == "warnings"))
      scope.level = LintLevel::Deny;
    if (scope.level != LintLevel::Forbid && !is_capped_ && scope.lint != "warnings") {
      const auto around = [&](const LintScope &outer) { return outer.lint == scope.lint && outer.span.contains(scope.span); };
      const auto outer = llvm::find_if(forbidden_, around);
      if (outer != forbidden_.end() || levels_.of(scope.lint) == LintLevel::Forbid) {
        if (scope.level != LintLevel::Deny)
          reportOverruled(scope, outer == forbidden_.end() ? nullptr : &*outer);
        return;
      }
    }
    if (scope.level == LintLevel::Forbid)
      forbidden_.push_back(scope);
    scopes_.push_back(std::move(scope));
  }

  void reportOverruled(const LintScope &scope, const LintScope *outer) {
    constexpr llvm::StringLiteral words[] = {"allow", "expect", "warn", "deny", "forbid"};
    const std::string directive = words[static_cast<std::size_t>(scope.level)].str() + "(" + scope.lint + ")";
    Diagnostic finding(DiagnosticKind::E0453, directive + " incompatible with previous forbid", scope.name, "overruled by previous forbid");
    if (outer != nullptr)
      finding.label(outer->name, "`forbid` level set here");
    else
      finding.note("`forbid` lint level was set on command line (`-F " + scope.lint + "`)");
    findings_.push_back(std::move(finding));
  }

  const SymbolTable &symbols_;
  const LintLevels &levels_;
  std::vector<Diagnostic> &findings_;
  bool is_capped_;
  bool mentioned_ = false; ///< some lint is named somewhere in the crate
  std::vector<LintScope> scopes_;
  std::vector<LintScope> forbidden_;
  std::vector<Node> pending_;
  std::size_t written_ = 0;
};

} // namespace

std::vector<LintScope> lintScopesOf(llvm::ArrayRef<std::unique_ptr<CrateFileEntry>> files, const SymbolTable &symbols, const LintLevels &levels,
                                    std::vector<Diagnostic> &findings) {
  ScopeFinder finder(symbols, levels, findings);
  for (const std::unique_ptr<CrateFileEntry> &file : files)
    finder.file(file->parsed.file, file->declared_by);
  return finder.take();
}

std::vector<LintScope> lintScopesOf(const ast::File &file, const SymbolTable &symbols) {
  const LintLevels levels;
  std::vector<Diagnostic> findings;
  ScopeFinder finder(symbols, levels, findings);
  finder.file(file, nullptr);
  return finder.take();
}

} // namespace lien
