#include "checker/explain/drop_where_owned.hpp"

#include "checker/drops/describe.hpp"
#include "checker/explain/name_wildcards.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien {

using typed::ExprId;
using typed::ExprKind;
using Kind = WayEnd::Kind;

namespace {

using Statements = llvm::SmallVector<std::string, 2>;

/// Is `drop` here the function of the prelude? Asked of the file's names, so that the rewrite also reads well.
std::string nameOfDrop(const JudgedBody &judged) {
  constexpr llvm::StringLiteral name = "drop";
  Resolver &resolver = judged.program.resolver();
  const Symbol symbol = resolver.symbols().find(name);
  const auto isNamedDrop = [&](Symbol other) { return !symbol.empty() && other == symbol; };
  const bool is_local = llvm::any_of(judged.typed()->locals, [&](const typed::Local &local) { return isNamedDrop(local.name); });
  const bool is_item = llvm::any_of(resolver.userItems(), [&](DefId item) {
    const Def &def = judged.program.def(item);
    return def.kind != DefKind::AssocFn && isNamedDrop(def.name);
  });
  if (is_local || is_item)
    return "std::mem::drop";
  ast::PathSegment segment;
  segment.ident.name = symbol;
  ast::Path path;
  path.segments = ast::List<ast::PathSegment>(segment);
  DiagnosticSink ignored;
  const PathRes found = resolver.resolve(path, PathUse::Callee, judged.mir().owner, ignored);
  const bool is_library = found.res.kind == ResKind::Def && judged.program.def(found.res.def).crate == CrateKind::Library;
  return is_library ? "drop" : "std::mem::drop";
}

class DropWriter {
public:
  explicit DropWriter(const RewriteTask &task) : task_(task), body_(task.body), ways_(task.ways) {}

  bool writeAt(const WayEnd &end, SourceEdits &edits) {
    const std::optional<Statements> statements = drops(end.state);
    return statements && writeDrop(end, *statements, edits);
  }

  std::optional<Suggestion> write(DropMode mode) {
    SourceEdits edits(task_.judged, task_.source);
    WildcardNamer namer(task_, edits);
    bool differs = mode != DropMode::BehindLoops, drops_any = false;
    if (mode == DropMode::Apart)
      namer.nameEverywhere();
    for (const WayEnd &end : task_.ends) {
      if (end.state.isParted() && !namer.nameWhatIsLeft(end))
        return std::nullopt;
      if (!end.state.isOwned())
        continue;
      differs = differs || (mode == DropMode::BehindLoops && end.kind == Kind::LoopEnd);
      const std::optional<Statements> statements = drops(end.state);
      if (!statements) {
        if (!namer.nameWhatIsLeft(end))
          return std::nullopt;
        continue;
      }
      drops_any = true;
      const bool encloses = mode == DropMode::BehindLoops && end.kind == Kind::LoopEnd;
      if (encloses ? !enclose(end.expr, *statements, edits) : !writeDrop(end, *statements, edits))
        return std::nullopt;
    }
    Suggestion rewrite;
    if (!differs || !edits.finish(rewrite.edits))
      return std::nullopt;
    rewrite.message = !drops_any ? "name what is left of `" + task_.name + "`, so that it is dropped with the pattern's variables"
                                 : "drop `" + task_.name + "` where it " + (wasOnlyMoved() ? "was not moved" : "is still owned") +
                                       (!namer.hasNamed() ? "" : ", and name what a pattern leaves of it") + whatDropsEarlier();
    return rewrite;
  }

  /// `match e {…}` becomes `match { e } {…}`. Reference, "Place expressions and value expressions": a block's value is moved out of its place.
  std::optional<Suggestion> moveIn() {
    SourceEdits edits(task_.judged, task_.source);
    const WildcardNamer namer(task_, edits);
    llvm::SmallVector<ExprId, 2> scrutinees;
    for (const WayEnd &end : task_.ends) {
      if (!end.state.isParted())
        continue;
      const ExprId scrutinee = namer.scrutineeBefore(end);
      if (!scrutinee.isValid())
        return std::nullopt;
      if (!llvm::is_contained(scrutinees, scrutinee))
        scrutinees.push_back(scrutinee);
    }
    for (const ExprId scrutinee : scrutinees) {
      edits.insert(body_.exprs[scrutinee].span.lo(), "{ ");
      edits.insert(body_.exprs[scrutinee].span.hi(), " }");
    }
    for (const WayEnd &end : task_.ends) {
      const auto movedAway = [&](ExprId scrutinee) { return isInMatchOf(scrutinee, end); };
      if (end.state.isOwned() && llvm::none_of(scrutinees, movedAway) && !writeAt(end, edits))
        return std::nullopt;
    }
    Suggestion rewrite;
    if (scrutinees.empty() || !edits.finish(rewrite.edits))
      return std::nullopt;
    rewrite.message = "move `" + task_.name + "` into the match, so that what the patterns leave of it is dropped there";
    return rewrite;
  }

private:
  /// Does the way come out of this match, without a new value since?
  [[nodiscard]] bool isInMatchOf(ExprId scrutinee, const WayEnd &end) const {
    const ExprId match = ways_.around(scrutinee).expr;
    if (!match.isValid() || body_.exprs[match].kind != ExprKind::Match)
      return false;
    for (const typed::Arm &arm : body_.exprs[match].arms) {
      const Span span = body_.exprs[arm.body].span;
      const auto assigns = [&](const typed::Expr &expr) {
        return expr.kind == ExprKind::Assign && span.contains(expr.span) && ways_.stepsCovered(expr.a).has_value();
      };
      if (span.contains(body_.exprs[end.expr].span))
        return llvm::none_of(body_.exprs, assigns);
    }
    return false;
  }

  [[nodiscard]] bool wasOnlyMoved() const {
    return llvm::all_of(task_.ends, [](const WayEnd &end) { return !end.state.isGone() || (end.state.bits & (ValueState::Absent | ValueState::Unset)) == 0; });
  }

  bool writeDrop(const WayEnd &end, const Statements &statements, SourceEdits &edits) {
    const typed::Expr &expr = body_.exprs[end.expr];
    switch (end.kind) {
    case Kind::Round:
    case Kind::Block: {
      const ExprId tail = body_.blocks[end.block].tail;
      if (tail.isValid() && !task_.isUnit(body_.exprs[tail].ty)) {
        if (task_.mentions(body_.exprs[tail].span))
          return false;
        edits.insertBeforeTail(end.block, statements);
      } else {
        edits.appendTo(end.block, statements);
      }
      return true;
    }
    case Kind::Value:
      if (!task_.isUnit(expr.ty) && task_.mentions(expr.span))
        return false;
      edits.wrap(end.expr, task_.isUnit(expr.ty), statements);
      return true;
    case Kind::MissingElse:
      edits.addElse(expr.b, statements);
      return true;
    case Kind::Jump:
    case Kind::BeforeLoop:
      edits.insertBefore(end.expr, task_.isStatement(end.expr), statements);
      return true;
    case Kind::LoopEnd: {
      if (expr.desugar != typed::Desugar::WhileLoop || task_.hasLet(body_.exprs[body_.blocks[expr.block].tail].a))
        return false;
      edits.openWhile(end.expr, statements);
      return true;
    }
    case Kind::ShortCircuit:
      return writeShortCircuit(end.expr, statements, edits);
    }
    return false;
  }

  /// `a && b` is `if a { b } else { false }`. Reference, "Lazy boolean operators".
  bool writeShortCircuit(ExprId id, const Statements &statements, SourceEdits &edits) {
    const typed::Expr &expr = body_.exprs[id];
    if (task_.hasLet(id))
      return false;
    const Span left = body_.exprs[expr.a].span, right = body_.exprs[expr.b].span;
    const ValueWays::Around around = ways_.around(id);
    const typed::Expr *outer = around.expr.isValid() ? &body_.exprs[around.expr] : nullptr;
    const bool is_operand = outer != nullptr && outer->kind != ExprKind::If && outer->kind != ExprKind::Match;
    const std::string effects = llvm::join(statements, " ");
    edits.insert(expr.span.lo(), is_operand ? "(if " : "if ");
    const bool conjunction = expr.binary == ast::BinaryOp::And;
    const llvm::StringRef gap = edits.text(Span(left.hi(), right.lo()));
    if (left.lo() != expr.span.lo() || right.hi() != expr.span.hi() || gap.trim() != (conjunction ? "&&" : "||"))
      return false;
    edits.replace(Span(left.hi(), right.lo()), conjunction ? " { " : " { " + effects + " true } else { ");
    edits.insert(right.hi(), (conjunction ? " } else { " + effects + " false }" : " }") + std::string(is_operand ? ")" : ""));
    return true;
  }

  /// The breaks that have lost the value leave the new block; the loop's end, and the breaks that have it, come by the drop behind the loop.
  bool enclose(ExprId loop, const Statements &statements, SourceEdits &edits) {
    std::string label = "'done";
    for (unsigned i = 2; edits.hasWord(label); ++i)
      label = "'done_" + std::to_string(i);
    const ExprId statement = loopExpression(loop);
    if (!task_.isStatement(statement))
      return false;
    bool any = false;
    for (std::uint32_t i = 0; i < body_.exprs.size(); ++i) {
      const typed::Expr &jump = body_.exprs[ExprId(i)];
      if (jump.kind != ExprKind::Break || jump.target != loop || jump.desugar != typed::Desugar::None || !ways_.after(ExprId(i)).isReached() ||
          ways_.after(ExprId(i)).isOwned())
        continue;
      edits.replace(jump.span, "break " + label);
      any = true;
    }
    if (any)
      edits.encloseLoop(loop, label, statements);
    return any;
  }
  /// A `for` is a `match` around its loop.
  [[nodiscard]] ExprId loopExpression(ExprId loop) const {
    for (ExprId at = ways_.around(loop).expr; at.isValid() && body_.exprs[at].desugar == typed::Desugar::ForMatch; at = ways_.around(at).expr)
      return at;
    return loop;
  }

  /// `drop(x);`, or one for each part that is left of it.
  [[nodiscard]] std::optional<Statements> drops(ValueState state) {
    if (drop_.empty())
      drop_ = nameOfDrop(task_.judged);
    if (!state.isOpen())
      return Statements{drop_ + "(" + task_.name + ");"};
    Statements statements;
    for (const DropPiece &piece : task_.drop.pieces) {
      std::optional<std::string> part = task_.names.name(piece.base, PlaceNames::Variants::Hidden);
      if (!part || piece.allocation_only || !piece.other_than.empty() || piece.range)
        return std::nullopt;
      if (!piece.steps.empty())
        part = extended(piece);
      if (!part)
        return std::nullopt;
      statements.push_back(drop_ + "(" + *part + ");");
    }
    return statements;
  }
  [[nodiscard]] std::optional<std::string> extended(const DropPiece &piece) const {
    if (llvm::any_of(piece.steps, [](const mir::Projection &step) { return step.kind != mir::ProjectionKind::Field; }))
      return std::nullopt;
    const DropName name = DropNames(task_.judged.program, task_.judged.mir()).name(piece);
    if (name.owner != DropOwner::Variable && name.owner != DropOwner::Parameter)
      return std::nullopt;
    if (llvm::StringRef(name.projection).find_first_of(" *[{") != llvm::StringRef::npos)
      return std::nullopt;
    return name.variable + name.projection;
  }

  /// What is dropped between here and the value's turn, as far as it is certain to be there.
  [[nodiscard]] std::string whatDropsEarlier() const {
    llvm::SmallVector<std::string, 3> names;
    const mir::Body &body = task_.judged.mir();
    for (mir::BlockId at = task_.drop.drop; names.size() < 3;) {
      const llvm::ArrayRef<mir::BlockId> before = task_.judged.flow.predecessors(at);
      if (before.size() != 1 || body.blocks[before.front()].terminator.kind != mir::TerminatorKind::Drop)
        break;
      at = before.front();
      const mir::Terminator &other = body.blocks[at].terminator;
      const mir::LocalId local = body.places[other.place].local;
      const bool moves = llvm::any_of(task_.judged.data.moves(), [&](const MoveOut &move) {
        const mir::Statement *statement = task_.judged.flow.statementAt(move.at);
        return task_.judged.data.localOf(move.path) == local && (statement == nullptr || statement->kind == mir::StatementKind::Assign) &&
               (statement != nullptr || body.blocks[move.at.block].terminator.kind != mir::TerminatorKind::Drop);
      });
      if (const llvm::StringRef name = task_.names.localName(local); !name.empty() && !moves)
        names.push_back("`" + name.str() + "`");
    }
    std::reverse(names.begin(), names.end());
    if (names.empty())
      return "";
    std::string all = names.front();
    for (std::size_t i = 1; i < names.size(); ++i)
      all += (i + 1 == names.size() ? " and " : ", ") + names[i];
    return "; it is then dropped before " + all;
  }

  const RewriteTask &task_;
  const typed::TypedBody &body_;
  const ValueWays &ways_;
  std::string drop_; ///< how the function is called here; found out when first asked for
};

} // namespace

bool writeDrop(const RewriteTask &task, const WayEnd &end, SourceEdits &edits) { return DropWriter(task).writeAt(end, edits); }

std::optional<Suggestion> dropWhereOwned(const RewriteTask &task, DropMode mode) {
  DropWriter writer(task);
  return mode == DropMode::MovedIn ? writer.moveIn() : writer.write(mode);
}

} // namespace lien
