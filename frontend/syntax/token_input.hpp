// The input that the grammar parses: a cursor over tokens with everything a rule needs (arena, symbols, errors, restrictions, depth).
//
// PEGTL takes any class with `iterator_t`, `iterator()` and `mark<M>()` as input. This one adds the panic mode that recovery rests on: after an error the
// cursor stands on a token that matches nothing, so all rules fail quickly until a recovering rule resumes; no exception is involved.
#pragma once

#include "frontend/syntax/ast.hpp"
#include "frontend/syntax/expected.hpp"
#include "frontend/syntax/parse.hpp"
#include "frontend/syntax/token.hpp"

#include <tao/pegtl.hpp>

#include <tuple>
#include <type_traits>
#include <vector>

namespace lien::grammar {

namespace pegtl = tao::pegtl;

/// What may not, or only, be parsed here; a set of flags (rustc calls it the same).
enum Restriction : std::uint8_t {
  no_restriction = 0,
  in_statement = 1,      ///< at the start of a statement or arm: a block-like expression is complete
  no_struct_literal = 2, ///< a condition or scrutinee: `{` opens the block
  allow_let = 4,         ///< a condition: `let` may stand here
  brace_macro_ends = 8,  ///< a statement that starts with a path: `m! { … }` is complete
};

class TokenInput {
public:
  using iterator_t = Token *;

  TokenInput(TokenBuffer &buffer, const SourceFile &source, SymbolTable &symbols, SourceMode mode, llvm::BumpPtrAllocator &arena);

  // ------------------------------------------------------------------------------------------------- what PEGTL needs

  iterator_t &iterator() { return current_; }
  [[nodiscard]] const iterator_t &iterator() const { return current_; }
  [[nodiscard]] const Token *current() const { return current_; }

  /// Rewinds on failure, but never out of panic mode.
  template <pegtl::rewind_mode M> class Mark {
  public:
    static constexpr pegtl::rewind_mode next_rewind_mode = M == pegtl::rewind_mode::required ? pegtl::rewind_mode::active : M;
    explicit Mark(TokenInput &in) : in_(in), saved_(in.current_), saved_end_(in.previous_end_) {}
    bool operator()(bool matched) const {
      if (M == pegtl::rewind_mode::required && !matched && !in_.panicking()) {
        in_.current_ = saved_;
        in_.previous_end_ = saved_end_;
      }
      return matched;
    }
    [[nodiscard]] const iterator_t &iterator() const { return saved_; }

  private:
    TokenInput &in_;
    iterator_t saved_;
    std::uint32_t saved_end_;
  };
  template <pegtl::rewind_mode M> Mark<M> mark() { return Mark<M>(*this); }

  // ------------------------------------------------------------------------------------------------------- the cursor

  [[nodiscard]] Tok kind() const { return current_->kind(); }
  /// The kind some tokens ahead (at most four).
  [[nodiscard]] Tok kindAt(unsigned ahead) const { return current_[ahead].kind(); }
  [[nodiscard]] bool at(Tok kind) const { return current_->kind() == kind; }
  [[nodiscard]] bool atWord(sym::Predefined word) const { return at(Tok::Ident) && current_->symbol() == word; }
  [[nodiscard]] bool wordAt(unsigned ahead, sym::Predefined word) const { return kindAt(ahead) == Tok::Ident && current_[ahead].symbol() == word; }
  void bump() {
    previous_end_ = current_->end();
    ++current_;
  }
  bool eat(Tok kind) {
    if (current_->kind() != kind)
      return false;
    bump();
    return true;
  }
  /// Eats `want` even where it is only the first part of a longer token (`>` of `>>`, `&` of `&&`).
  bool eatPart(Tok want);
  /// The index of the current token in the buffer.
  [[nodiscard]] std::uint32_t index() const { return static_cast<std::uint32_t>(current_ - buffer_.tokens.data()); }
  [[nodiscard]] Token &tokenAt(std::uint32_t index) { return buffer_.tokens[index]; }
  /// The token before the current one; at the start of the file one that matches nothing.
  [[nodiscard]] const Token &previous() const { return current_ == buffer_.tokens.data() ? poison_[0] : current_[-1]; }
  void moveTo(std::uint32_t index);
  /// Skips the group that opens here.
  void skipGroup() { moveTo(current_->value + 1); }
  /// One past the group that opens `ahead` tokens from here: the token behind it.
  [[nodiscard]] const Token &afterGroup(unsigned ahead = 0) const { return buffer_.tokens[current_[ahead].value + 1]; }
  /// True when the current token follows the one before it without a blank.
  [[nodiscard]] bool isJoint() const { return current_->start == previous().end(); }
  /// True when a line break lies between the current token and the one before it.
  [[nodiscard]] bool startsLine() const;

  // ------------------------------------------------------------------------------------------------------------- spans

  [[nodiscard]] std::uint32_t lo() const { return base_ + current_->start; }
  [[nodiscard]] std::uint32_t previousEnd() const { return base_ + previous_end_; }
  [[nodiscard]] Span span() const { return {lo(), base_ + current_->end()}; }
  [[nodiscard]] Span spanOf(const Token &token) const { return {base_ + token.start, base_ + token.end()}; }
  [[nodiscard]] Span spanFrom(std::uint32_t lo) const { return {lo, std::max(previousEnd(), lo)}; }
  [[nodiscard]] llvm::StringRef textOf(Span span) const { return text_.slice(span.lo() - base_, span.hi() - base_); }
  [[nodiscard]] llvm::StringRef text(const Token &token) const { return text_.substr(token.start, token.length); }

  // ------------------------------------------------------------------------------------------------------------- nodes

  template <typename Node> const Node *make(const Node &node) {
    static_assert(std::is_trivially_destructible_v<Node>);
    return new (arena_.Allocate<Node>()) Node(node);
  }
  template <typename T> ast::List<T> copyList(llvm::ArrayRef<T> items) {
    if (items.empty())
      return {};
    T *place = arena_.Allocate<T>(items.size());
    std::uninitialized_copy(items.begin(), items.end(), place);
    return {place, items.size()};
  }
  template <typename T> std::vector<T> &scratch() { return std::get<std::vector<T>>(scratch_); }

  // ------------------------------------------------------------------------------------------------------------ errors

  [[nodiscard]] bool panicking() const { return panicking_; }
  /// Reports and goes on: what follows can still be read.
  Diagnostic &report(Diagnostic diagnostic);
  Diagnostic &report(Span span, std::string message, std::string label = {}) {
    return report(Diagnostic(DiagnosticKind::Syntax, std::move(message), span, std::move(label)));
  }
  /// Reports what rustc finds only after parsing and after `cfg` has removed what it removes.
  Diagnostic &reportLate(Diagnostic diagnostic) {
    late_errors_.push_back(errors_.size());
    return report(std::move(diagnostic));
  }
  Diagnostic &reportLate(Span span, std::string message, std::string label = {}) {
    return reportLate(Diagnostic(DiagnosticKind::Syntax, std::move(message), span, std::move(label)));
  }
  [[nodiscard]] std::size_t lateErrorCount() const { return late_errors_.size(); }
  /// Takes back the late errors after the first `count`.
  void dropLateErrors(std::size_t count);
  /// Reports and gives up: always false. The first error of a construct counts.
  bool fail(Diagnostic diagnostic);
  bool fail(Span span, std::string message, std::string label = {}) {
    return fail(Diagnostic(DiagnosticKind::Syntax, std::move(message), span, std::move(label)));
  }
  /// "expected `what`, found `…`" at the current token.
  bool failExpected(llvm::StringRef what);
  bool failExpectedExpr();
  /// Gives up because of the token before the current one.
  bool failAtPrevious(std::string message, std::string label) { return fail(spanOf(previous()), std::move(message), std::move(label)); }
  /// "expected one of …, found `…`": `set` and what else could have stood at this very token.
  bool failExpected(ExpectedSet set);
  /// Notes what else could stand at the current token: later errors here mention it.
  void alsoExpect(ExpectedSet set) {
    expected_here_ = expected_at_ == current_ ? expected_here_ | set : set;
    expected_at_ = current_;
  }
  [[nodiscard]] ExpectedSet expectedHere() const { return expected_at_ == current_ ? expected_here_ : ExpectedSet{}; }
  [[nodiscard]] bool atMacroEnd() const { return macro_close != 0 && isClose(kind()) && index() == macro_close; }
  /// Where an error about the current token stands: at it, or at the last token of a file that ends too early.
  [[nodiscard]] Span errorSpan() const;
  /// How messages name the current token: "`x`", "keyword `let`".
  [[nodiscard]] std::string found() const;
  /// Leaves panic mode; the index of the token where the error is.
  std::uint32_t resume();
  [[nodiscard]] std::size_t errorCount() const { return errors_.size(); }
  void dropErrors(std::size_t count);
  std::vector<Diagnostic> takeErrors() { return std::move(errors_); }
  /// Where rustc gives up reading the file: what is found behind it is not reported, nor what it looks for once all is read.
  void giveUp() { gave_up_at_ = std::min(gave_up_at_, errors_.size()); }
  /// The same for a module inside a block, where only the rest of the block is given up: the number of errors up to there, and everything goes on.
  std::size_t takeGiveUp() { return std::exchange(gave_up_at_, never); }
  static constexpr std::size_t never = ~std::size_t{0};
  void dropErrorsPastEnd();
  /// True when delimiters were mended between two offsets of the file.
  [[nodiscard]] bool isDamaged(Span span) const;

  // ------------------------------------------------------------------------------------------------------------- state

  [[nodiscard]] SymbolTable &symbols() { return symbols_; }
  [[nodiscard]] bool isLibrary() const { return mode_ == SourceMode::Library; }
  [[nodiscard]] bool has(Restriction restriction) const { return (restrictions & restriction) != 0; }
  /// Reports L0003 and gives up when nesting is too deep.
  bool tooDeep();

  std::uint8_t restrictions = no_restriction;
  std::uint32_t depth = 0;
  /// The last block-like expression without `;` (`if`, `match`, a block …): complete where a statement starts.
  const ast::Expr *block_like = nullptr;
  /// The closing delimiter of the innermost macro call that is read: the end of all text to what stands inside.
  std::uint32_t macro_close = 0;
  /// What messages call a missing pattern.
  const char *pattern_name = "pattern";
  /// `let` expressions seen so far: a condition counts those that stand where they may.
  std::uint32_t lets = 0;
  /// Items seen inside blocks so far: blocks and functions compare before and after.
  std::uint32_t inner_items = 0;

private:
  using Scratch =
      std::tuple<std::vector<const ast::Expr *>, std::vector<const ast::Pat *>, std::vector<const ast::Type *>, std::vector<const ast::Stmt *>,
                 std::vector<const ast::Item *>, std::vector<const ast::GenericBound *>, std::vector<ast::GenericArg>, std::vector<ast::GenericParam>,
                 std::vector<ast::WherePredicate>, std::vector<ast::PathSegment>, std::vector<ast::Param>, std::vector<ast::ClosureParam>,
                 std::vector<ast::FieldDef>, std::vector<ast::VariantDef>, std::vector<ast::MatchArm>, std::vector<ast::FieldInit>, std::vector<ast::FieldPat>,
                 std::vector<ast::Attribute>, std::vector<ast::Meta>, std::vector<ast::MacroArg>, std::vector<ast::UseTree>, std::vector<ast::Ident>>;

  Token *current_;
  std::uint32_t previous_end_ = 0;
  bool panicking_ = false;
  Token *error_at_ = nullptr;
  std::uint32_t error_previous_end_ = 0;
  const Token *expected_at_ = nullptr;
  ExpectedSet expected_here_;

  TokenBuffer &buffer_;
  SymbolTable &symbols_;
  SourceMode mode_;
  llvm::BumpPtrAllocator &arena_;
  llvm::StringRef text_;
  std::uint32_t base_;
  std::vector<Diagnostic> errors_;
  std::vector<std::size_t> late_errors_; // indices into errors_
  std::size_t gave_up_at_ = never;       // a number of errors
  Scratch scratch_;
  Token poison_[8];
};

/// The children of one list, collected on a stack that all lists share and copied into the arena at the end. What is left over after a failure is
/// dropped with the builder.
template <typename T> class ListBuilder {
public:
  explicit ListBuilder(TokenInput &in) : in_(in), height_(in.scratch<T>().size()) {}
  ListBuilder(const ListBuilder &) = delete;
  ListBuilder &operator=(const ListBuilder &) = delete;
  ~ListBuilder() { in_.scratch<T>().resize(height_, T{}); }

  void push(const T &item) { in_.scratch<T>().push_back(item); }
  [[nodiscard]] llvm::ArrayRef<T> items() const { return llvm::ArrayRef<T>(in_.scratch<T>()).drop_front(height_); }
  [[nodiscard]] std::size_t size() const { return in_.scratch<T>().size() - height_; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  ast::List<T> take() { return in_.copyList(items()); }

private:
  TokenInput &in_;
  std::size_t height_;
};

/// One level of nesting, for the depth limit.
class Nesting {
public:
  explicit Nesting(TokenInput &in) : in_(in) { ++in_.depth; }
  Nesting(const Nesting &) = delete;
  Nesting &operator=(const Nesting &) = delete;
  ~Nesting() { --in_.depth; }

private:
  TokenInput &in_;
};

/// Sets the restrictions for a while.
class WithRestrictions {
public:
  WithRestrictions(TokenInput &in, std::uint8_t restrictions) : in_(in), saved_(in.restrictions) { in_.restrictions = restrictions; }
  WithRestrictions(const WithRestrictions &) = delete;
  WithRestrictions &operator=(const WithRestrictions &) = delete;
  ~WithRestrictions() { in_.restrictions = saved_; }

private:
  TokenInput &in_;
  std::uint8_t saved_;
};

} // namespace lien::grammar
