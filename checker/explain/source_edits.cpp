#include "checker/explain/source_edits.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien {

using typed::ExprId;
using typed::ExprKind;

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isWordPart(char c) { return llvm::isAlnum(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0; }

/// Expressions that are statements without a `;`. Reference, "Expression statements".
bool needsNoSemicolon(llvm::StringRef text) {
  if (!text.ends_with("}"))
    return false;
  if (text.starts_with("{") || text.starts_with("'"))
    return true;
  const llvm::StringRef word = text.take_while(isWordPart);
  return word.size() < text.size() && !text.substr(word.size()).starts_with("!") &&
         (word == "if" || word == "match" || word == "loop" || word == "while" || word == "for");
}

/// Where a literal that begins at `at` ends; `at` itself: there is none. Characters and strings, raw ones too; lifetimes are none.
std::size_t endOfLiteral(llvm::StringRef text, std::size_t at) {
  if (text[at] == '\'') {
    if (text.substr(at + 1).starts_with("\\"))
      return std::min(text.find('\'', at + 3), text.size());
    std::size_t next = at + 2;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U)
      ++next;
    return next < text.size() && text[next] == '\'' ? next : at;
  }
  if (text[at] != '"')
    return at;
  const std::size_t hashes = text.take_front(at).size() - text.take_front(at).rtrim('#').size();
  const llvm::StringRef before = text.take_front(at - hashes);
  const bool is_raw =
      before.ends_with("r") && (before.size() < 2 || !isWordPart(before[before.size() - 2]) || before.ends_with("br") || before.ends_with("cr"));
  if (is_raw)
    return std::min(text.find("\"" + std::string(hashes, '#'), at + 1), text.size());
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != '"')
    end += text[end] == '\\' ? 2 : 1;
  return std::min(end, text.size());
}

/// Starts of the lines behind the first that are the program's to indent: not inside a string.
std::vector<std::size_t> linesToIndent(llvm::StringRef text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("//"))
      at = std::min(text.find('\n', at), text.size());
    if (at < text.size() && (text[at] == '"' || text[at] == '\''))
      at = endOfLiteral(text, at);
    else if (at + 1 < text.size() && text[at] == '\n' && text[at + 1] != '\n' && text[at + 1] != '\r')
      starts.push_back(at + 1);
  }
  return starts;
}

bool isSimpleCondition(const typed::Expr &expr, llvm::StringRef text) {
  if (text.ends_with(")") && text.starts_with("("))
    return false;
  return expr.kind == ExprKind::Local || expr.kind == ExprKind::Field || expr.kind == ExprKind::Literal ||
         (expr.kind == ExprKind::Call && expr.desugar != typed::Desugar::Operator && !expr.overloaded);
}

} // namespace

SourceEdits::SourceEdits(const JudgedBody &judged, SourceText source) : body_(*judged.typed()), base_(body_.base), first_(body_.span.lo()) {
  text_ = source(body_.span.absoluteFrom(base_));
  failed_ = text_.size() != body_.span.length();
  if (text_.contains("\r\n"))
    newline_ = "\r\n";
  findUnit();
}

/// How far the first nested line is indented.
void SourceEdits::findUnit() {
  std::optional<std::string> outer;
  llvm::StringRef rest = text_.substr(text_.rfind('\n') + 1);
  if (text_.contains('\n'))
    outer = rest.take_while([](char c) { return c == ' ' || c == '\t'; }).str();
  if (!outer || !body_.value.isValid() || body_.exprs[body_.value].kind != ExprKind::Block)
    return;
  const typed::Block &block = body_.blocks[body_.exprs[body_.value].block];
  const ExprId tail = block.tail;
  const std::optional<std::uint32_t> first = !block.stmts.empty() ? std::optional(block.stmts.front().span.lo())
                                             : tail.isValid()     ? std::optional(body_.exprs[tail].span.lo())
                                                                  : std::nullopt;
  if (!first || !startsItsLine(*first))
    return;
  const std::string indent = indentOf(*first);
  if (indent.size() > outer->size() && llvm::StringRef(indent).starts_with(*outer))
    unit_ = indent.substr(outer->size());
}

llvm::StringRef SourceEdits::text(Span span) const { return text_.substr(span.lo() - first_, span.length()); }

bool SourceEdits::hasWord(llvm::StringRef word) const { return text_.contains(word); }

void SourceEdits::insert(std::uint32_t at, std::string text) { edits_.push_back({Span(at, at), std::move(text)}); }
void SourceEdits::replace(Span span, std::string text) { edits_.push_back({span, std::move(text)}); }

std::uint32_t SourceEdits::lineStart(std::uint32_t at) const {
  const std::size_t found = text_.take_front(at - first_).rfind('\n');
  return found == llvm::StringRef::npos ? first_ : first_ + static_cast<std::uint32_t>(found) + 1;
}

std::string SourceEdits::indentOf(std::uint32_t at) const {
  const std::uint32_t start = lineStart(at);
  if (start == first_) { // what stands in front of the item is not ours to see: its last line is indented alike
    const std::size_t last = text_.rfind('\n');
    if (last == llvm::StringRef::npos)
      return {};
    return text_.substr(last + 1).take_while([](char c) { return c == ' ' || c == '\t'; }).str();
  }
  return text_.substr(start - first_).take_while([](char c) { return c == ' ' || c == '\t'; }).str();
}

bool SourceEdits::startsItsLine(std::uint32_t at) const {
  const std::uint32_t start = lineStart(at);
  return start != first_ && text_.slice(start - first_, at - first_).trim(" \t").empty();
}

std::uint32_t SourceEdits::skipBlanksBack(std::uint32_t at) const {
  while (at > first_ && isBlank(text_[at - first_ - 1]))
    --at;
  return at;
}

std::string SourceEdits::lines(llvm::StringRef indent, Statements statements) const {
  std::string all;
  for (const std::string &statement : statements)
    all += newline_ + indent.str() + statement;
  return all;
}

std::string SourceEdits::oneLine(Statements statements) const { return llvm::join(statements, " "); }

void SourceEdits::appendTo(typed::BlockId id, Statements statements) {
  const typed::Block &block = body_.blocks[id];
  const std::uint32_t close = block.span.hi() - 1;
  const std::uint32_t at = skipBlanksBack(close);
  if (text_[at - first_ - 1] == '{' && block.stmts.empty() && !block.tail.isValid()) {
    const std::string text = startsItsLine(close) ? lines(inner(indentOf(close)), statements) + newline_ + indentOf(close) : " " + oneLine(statements) + " ";
    return replace(Span(at, close), text);
  }
  std::string before;
  if (block.tail.isValid()) {
    const Span tail = body_.exprs[block.tail].span;
    if (!needsNoSemicolon(text(tail))) {
      if (tail.hi() == at)
        before = ";";
      else
        insert(tail.hi(), ";");
    }
  }
  if (!startsItsLine(close))
    return insert(at, before + " " + oneLine(statements) + (at == close ? " " : ""));
  std::uint32_t last = close;
  for (const typed::Stmt &stmt : block.stmts)
    if (startsItsLine(stmt.span.lo()))
      last = stmt.span.lo();
  if (block.tail.isValid() && startsItsLine(body_.exprs[block.tail].span.lo()))
    last = body_.exprs[block.tail].span.lo();
  insert(at, before + lines(last == close ? inner(indentOf(close)) : indentOf(last), statements));
}

void SourceEdits::insertBeforeTail(typed::BlockId id, Statements statements) { insertBefore(body_.blocks[id].tail, true, statements); }

void SourceEdits::insertBefore(ExprId id, bool is_statement, Statements statements) {
  const Span span = body_.exprs[id].span;
  if (!is_statement) {
    insert(span.lo(), "{ " + oneLine(statements) + " ");
    return insert(span.hi(), " }");
  }
  if (!startsItsLine(span.lo()))
    return insert(span.lo(), oneLine(statements) + " ");
  std::string all;
  for (const std::string &statement : statements)
    all += statement + newline_ + indentOf(span.lo());
  insert(span.lo(), all);
}

void SourceEdits::wrap(ExprId id, bool is_unit, Statements statements) {
  const Span span = body_.exprs[id].span;
  const llvm::StringRef expr = text(span);
  llvm::StringRef rest = text_.substr(span.hi() - first_);
  Span behind = span.shrinkToHi();
  if (rest.starts_with(",")) // an arm with braces needs no comma
    behind = Span(span.hi(), span.hi() + 1);
  if (expr == "()")
    return replace(Span(span.lo(), behind.hi()), "{ " + oneLine(statements) + " }");
  insert(span.lo(), is_unit ? "{ " : "{ " + oneLine(statements) + " ");
  const std::string end = is_unit ? (needsNoSemicolon(expr) ? " " : "; ") + oneLine(statements) + " }" : " }";
  replace(behind, end);
}

void SourceEdits::addElse(ExprId branch, Statements statements) {
  const Span span = body_.exprs[branch].span;
  if (isOneLine(span))
    return insert(span.hi(), " else { " + oneLine(statements) + " }");
  const std::string indent = indentOf(span.hi() - 1);
  insert(span.hi(), " else {" + lines(inner(indent), statements) + newline_ + indent + "}");
}

void SourceEdits::openWhile(ExprId id, Statements statements) {
  const typed::Expr &loop = body_.exprs[id];
  const ExprId choice = body_.blocks[loop.block].tail;
  const typed::Expr &branch = body_.exprs[choice];
  const Span condition = body_.exprs[branch.a].span, body = body_.exprs[branch.b].span;
  const std::string head = text(Span(loop.span.lo(), condition.lo())).str();
  const std::size_t keyword = head.rfind("while");
  if (keyword == std::string::npos || !text(Span(condition.hi(), body.lo())).trim().empty() || !llvm::StringRef(head).substr(keyword + 5).trim().empty()) {
    failed_ = true; // comments in between
    return;
  }
  const typed::Expr &test = body_.exprs[branch.a];
  llvm::StringRef written = text(condition);
  std::string negated;
  if (test.kind == ExprKind::Unary && test.unary == ast::UnaryOp::Not && written.starts_with("!"))
    negated = written.drop_front().str();
  else
    negated = isSimpleCondition(test, written) ? "!" + written.str() : "!(" + written.str() + ")";
  llvm::SmallVector<std::string, 2> leaving(statements.begin(), statements.end());
  leaving.push_back("break;");
  const std::uint32_t start = loop.span.lo() + static_cast<std::uint32_t>(keyword);
  std::string text = "loop {";
  if (isOneLine(loop.span)) {
    text += " if " + negated + " { " + oneLine(leaving) + " }";
  } else {
    const std::string indent = inner(indentOf(loop.span.lo()));
    text += newline_ + indent + "if " + negated + " {" + lines(inner(indent), leaving) + newline_ + indent + "}";
  }
  replace(Span(start, body.lo() + 1), text);
}

void SourceEdits::encloseLoop(ExprId id, llvm::StringRef label, Statements statements) {
  const Span span = body_.exprs[id].span;
  if (isOneLine(span) || !startsItsLine(span.lo())) {
    insert(span.lo(), label.str() + ": { ");
    return insert(span.hi(), " " + oneLine(statements) + " }");
  }
  const std::string indent = indentOf(span.lo());
  insert(span.lo(), label.str() + ": {" + newline_ + inner(indent));
  for (const std::size_t start : linesToIndent(text(span)))
    insert(span.lo() + static_cast<std::uint32_t>(start), unit_);
  insert(span.hi(), lines(inner(indent), statements) + newline_ + indent + "}");
}

bool SourceEdits::finish(llvm::SmallVectorImpl<Edit> &out) {
  if (failed_ || edits_.empty())
    return false;
  llvm::stable_sort(edits_, [](const Edit &a, const Edit &b) { return a.span.lo() != b.span.lo() ? a.span.lo() < b.span.lo() : a.span.hi() < b.span.hi(); });
  for (std::size_t i = 0; i < edits_.size(); ++i) {
    const Span span = edits_[i].span;
    if (i > 0 && (span.lo() < edits_[i - 1].span.hi() || span.lo() == edits_[i - 1].span.lo()))
      return false;
    out.push_back({span.absoluteFrom(base_), std::move(edits_[i].text)});
  }
  return true;
}

} // namespace lien
