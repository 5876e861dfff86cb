#include "checker/explain/leave_early.hpp"

#include "checker/explain/drop_where_owned.hpp"

namespace lien {

using typed::ExprId;
using typed::ExprKind;
using Kind = WayEnd::Kind;

namespace {

class EarlyLeave {
public:
  explicit EarlyLeave(const RewriteTask &task) : task_(task), body_(task.body), ways_(task.ways) {}

  /// `gone`: leaves on the ways that have lost the value; otherwise on those that still have it.
  std::optional<Suggestion> leave(bool gone) {
    return leaveFrom([&](ValueState state) { return state.isGone() == gone; }, [](ValueState) { return false; }, gone);
  }
  /// Where a pattern took the value apart; and where it is whole, it is dropped.
  std::optional<Suggestion> leaveOrDrop() {
    return leaveFrom([](ValueState state) { return state.isParted(); }, [](ValueState state) { return state.isOwned(); }, true);
  }

private:
  template <typename Leaves, typename Drops> std::optional<Suggestion> leaveFrom(Leaves leaves, Drops drops, bool gone) {
    SourceEdits edits(task_.judged, task_.source);
    std::string jump;
    bool all = true;
    bool drops_any = false;
    for (const WayEnd &end : task_.ends) {
      if (leaves(end.state))
        all = all && leaveAt(end, edits, jump);
      else if (drops(end.state))
        all = all && (drops_any = writeDrop(task_, end, edits));
    }
    Suggestion rewrite;
    if (!all || jump.empty() || !edits.finish(rewrite.edits))
      return std::nullopt;
    const std::string where = jump == "return"     ? "at the end of the function"
                              : jump == "continue" ? "at the end of the loop's body"
                                                   : "at the later `" + jump + "`";
    rewrite.message = gone ? "`" + jump + "` here, so that `" + task_.name + "` is dropped " + where + " only where it is still owned"
                           : "`" + jump + "` here, where `" + task_.name + "` is still owned, so that it is gone on every other way";
    if (drops_any)
      rewrite.message = "`" + jump + "` where a pattern took `" + task_.name + "` apart, and drop it where it is whole";
    return rewrite;
  }

  bool leaveAt(const WayEnd &end, SourceEdits &edits, std::string &keyword) {
    if (end.kind == Kind::LoopEnd || end.kind == Kind::ShortCircuit || end.kind == Kind::BeforeLoop || end.kind == Kind::Round)
      return false;
    const bool is_break = end.kind == Kind::Jump;
    if (is_break && body_.exprs[end.expr].kind != ExprKind::Break)
      return false;
    const ExprId from = is_break ? body_.exprs[end.expr].target : end.expr;
    const Afterwards after = afterwards(body_, ways_, from);
    std::string jump;
    switch (after.kind) {
    case Afterwards::Kind::Other:
      return false;
    case Afterwards::Kind::Function:
      jump = "return";
      break;
    case Afterwards::Kind::Tail:
      jump = "return " + edits.text(body_.exprs[after.expr].span).str();
      break;
    case Afterwards::Kind::Loop:
    case Afterwards::Kind::Jump: {
      const std::optional<std::string> text = jumpText(end.expr, after, edits);
      if (!text)
        return false;
      jump = *text;
      break;
    }
    }
    const std::string word = llvm::StringRef(jump).take_until([](char c) { return c == ' '; }).str();
    keyword = keyword.empty() || keyword == word ? word : "return";
    return writeJump(end, after, jump, edits);
  }

  /// The jump that does at `from` what it does at its own place: with a label where another loop lies between.
  [[nodiscard]] std::optional<std::string> jumpText(ExprId from, const Afterwards &after, const SourceEdits &edits) const {
    ExprId target = after.expr;
    std::string word = "continue";
    if (after.kind == Afterwards::Kind::Jump) {
      const typed::Expr &jump = body_.exprs[after.expr];
      if (jump.kind == ExprKind::Return)
        return edits.text(jump.span).str();
      if (jump.a.isValid())
        return std::nullopt;
      word = jump.kind == ExprKind::Break ? "break" : "continue";
      target = jump.target;
    }
    if (innermostLoop(from) == target)
      return word;
    const llvm::StringRef text = edits.text(body_.exprs[target].span);
    if (!text.starts_with("'"))
      return std::nullopt;
    return word + " " + text.take_until([](char c) { return c == ':' || c == ' '; }).str();
  }

  [[nodiscard]] ExprId innermostLoop(ExprId expr) const {
    for (;;) {
      const ValueWays::Around around = ways_.around(expr);
      if (around.expr.isValid()) {
        expr = around.expr;
        continue;
      }
      ValueWays::Around block = around;
      while (block.block.isValid() && !ways_.around(block.block).expr.isValid())
        block = ways_.around(block.block);
      if (!block.block.isValid())
        return {};
      expr = ways_.around(block.block).expr;
      if (body_.exprs[expr].kind == ExprKind::Loop)
        return expr;
    }
  }

  bool writeJump(const WayEnd &end, const Afterwards &after, const std::string &jump, SourceEdits &edits) {
    const typed::Expr &expr = body_.exprs[end.expr];
    const bool with_value = after.kind == Afterwards::Kind::Function && after.keeps_value && !task_.isUnit(body_.return_type);
    const std::string statements = jump + ";";
    switch (end.kind) {
    case Kind::Block: {
      const typed::Block &block = body_.blocks[end.block];
      if (!with_value) {
        edits.appendTo(end.block, statements);
        return true;
      }
      if (!block.tail.isValid())
        return false;
      const Span tail = body_.exprs[block.tail].span;
      edits.insert(tail.lo(), "return ");
      edits.insert(tail.hi(), ";");
      return true;
    }
    case Kind::Value:
      if (with_value)
        edits.insert(expr.span.lo(), "return ");
      else
        edits.wrap(end.expr, true, statements);
      return true;
    case Kind::MissingElse:
      edits.addElse(expr.b, statements);
      return true;
    case Kind::Jump:
      if (expr.a.isValid()) {
        if (!with_value)
          return false;
        edits.replace(Span(expr.span.lo(), body_.exprs[expr.a].span.lo()), "return ");
        return true;
      }
      if (with_value)
        return false;
      edits.replace(expr.span, jump);
      return true;
    case Kind::Round:
    case Kind::LoopEnd:
    case Kind::ShortCircuit:
    case Kind::BeforeLoop:
      return false;
    }
    return false;
  }

  const RewriteTask &task_;
  const typed::TypedBody &body_;
  const ValueWays &ways_;
};

} // namespace

std::optional<Suggestion> leaveEarly(const RewriteTask &task) {
  const auto lost = static_cast<std::size_t>(llvm::count_if(task.ends, [](const WayEnd &end) { return end.state.isGone(); }));
  const std::size_t kept = task.ends.size() - lost;
  if (lost == 0 || kept == 0)
    return std::nullopt;
  EarlyLeave leave(task);
  std::optional<Suggestion> found = leave.leave(lost <= kept);
  return found ? found : leave.leave(lost > kept);
}

std::optional<Suggestion> leaveOrDrop(const RewriteTask &task) { return EarlyLeave(task).leaveOrDrop(); }

} // namespace lien
