// Edits of one rewrite, placed and indented as the source around them is: at the end of a block, in front of a jump, an `else` where there is none.
//
// Works on the item's text. What ends in a line comment gets its statement on the next line; blocks on one line stay on one line; the file's line ends and
// its tabs or blanks are kept.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

using SourceText = llvm::function_ref<llvm::StringRef(Span)>;

class SourceEdits {
public:
  using Statements = llvm::ArrayRef<std::string>; ///< each with its `;`

  SourceEdits(const JudgedBody &judged, SourceText source);

  /// Spans are relative to the body.
  [[nodiscard]] llvm::StringRef text(Span span) const;
  void insert(std::uint32_t at, std::string text);
  void replace(Span span, std::string text);

  /// At the end of a block with braces, behind its last statement and comments; a tail that is `()` becomes a statement.
  void appendTo(typed::BlockId id, Statements statements);
  /// In front of the tail of a block.
  void insertBeforeTail(typed::BlockId id, Statements statements);
  /// In front of an expression that is a statement, a tail, or else gets braces.
  void insertBefore(typed::ExprId id, bool is_statement, Statements statements);
  /// `{ expr; statements }`, or `{ statements expr }`.
  void wrap(typed::ExprId id, bool is_unit, Statements statements);
  void addElse(typed::ExprId branch, Statements statements);
  /// `while c {…}` becomes `loop { if !c { statements break; } …}`.
  void openWhile(typed::ExprId id, Statements statements);
  /// A statement becomes a labelled block: `'label: { expr; statements }`.
  void encloseLoop(typed::ExprId id, llvm::StringRef label, Statements statements);

  /// False: some edit has no place, or two edits meet. With absolute spans.
  [[nodiscard]] bool finish(llvm::SmallVectorImpl<Edit> &out);

  [[nodiscard]] bool isOneLine(Span span) const { return !text(span).contains('\n'); }
  [[nodiscard]] bool hasWord(llvm::StringRef word) const;

private:
  [[nodiscard]] std::uint32_t lineStart(std::uint32_t at) const;
  [[nodiscard]] std::string indentOf(std::uint32_t at) const;
  [[nodiscard]] bool startsItsLine(std::uint32_t at) const;
  [[nodiscard]] std::string inner(llvm::StringRef indent) const { return indent.str() + unit_; }
  [[nodiscard]] std::string lines(llvm::StringRef indent, Statements statements) const;
  [[nodiscard]] std::string oneLine(Statements statements) const;
  [[nodiscard]] std::uint32_t skipBlanksBack(std::uint32_t at) const;
  void findUnit();

  const typed::TypedBody &body_;
  std::uint32_t base_;
  std::uint32_t first_; ///< of the item's text, relative to the body
  llvm::StringRef text_;
  std::string unit_ = "    ";
  std::string newline_ = "\n";
  std::vector<Edit> edits_;
  bool failed_ = false;
};

} // namespace lien
