#include "checker/explain/drop_rewrites.hpp"

#include "checker/drops/describe.hpp"
#include "checker/explain/place_names.hpp"
#include "checker/explain/source_edits.hpp"
#include "checker/explain/way_ends.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien {

using typed::ExprId;
using typed::ExprKind;

namespace {

using Kind = WayEnd::Kind;
using Statements = llvm::SmallVector<std::string, 2>;

/// Where `drop` is written.
enum class DropMode : std::uint8_t {
  InPlace,     ///< where a way ends that still has the value
  Apart,       ///< the same; and every pattern that takes the value apart names all of it, so that nothing hangs on the value as a whole
  BehindLoops, ///< as in place, but a loop's normal end gets its drop behind the loop, and the ways that have lost the value leave a block around both
};

/// The largest part of a path that `drop` can name: no payload of an enum and no element.
mir::PlaceId nameablePart(const mir::Body &body, mir::PlaceId place) {
  mir::PlaceId whole = place;
  for (mir::PlaceId at = place; body.places[at].base.isValid(); at = body.places[at].base) {
    const mir::ProjectionKind step = body.places[at].step.kind;
    if (step != mir::ProjectionKind::Field && step != mir::ProjectionKind::Deref)
      whole = body.places[at].base;
  }
  return whole;
}

/// Is `drop` here the function of the prelude? Asked of the file's names, so that the rewrite also reads well.
std::string nameOfDrop(const JudgedBody &judged) {
  constexpr llvm::StringLiteral name = "drop";
  Resolver &resolver = judged.program.resolver();
  const SymbolTable &symbols = resolver.symbols();
  const auto isNamedDrop = [&](Symbol symbol) { return !symbol.empty() && symbols.text(symbol) == name; };
  const bool is_local = llvm::any_of(judged.typed()->locals, [&](const typed::Local &local) { return isNamedDrop(local.name); });
  const bool is_item = llvm::any_of(resolver.userItems(), [&](DefId item) {
    const Def &def = judged.program.def(item);
    return def.kind != DefKind::AssocFn && isNamedDrop(def.name);
  });
  if (is_local || is_item)
    return "std::mem::drop";
  const Symbol symbol = symbols.find(name);
  ast::PathSegment segment;
  segment.ident.name = symbol;
  ast::Path path;
  path.segments = ast::List<ast::PathSegment>(segment);
  DiagnosticSink ignored;
  const PathRes found = resolver.resolve(path, PathUse::Callee, judged.mir().owner, ignored);
  const bool is_library = found.res.kind == ResKind::Def && judged.program.def(found.res.def).crate == CrateKind::Library;
  return is_library ? "drop" : "std::mem::drop";
}

bool isSameEdit(const Suggestion &a, const Suggestion &b) {
  return llvm::equal(a.edits, b.edits, [](const Edit &x, const Edit &y) { return x.span == y.span && x.text == y.text; });
}

class Rewriter {
public:
  Rewriter(const JudgedBody &judged, const AmbiguousDrop &drop, SourceText source, ValueWays::Follow follow)
      : judged_(judged), drop_(drop), source_(source), follow_(follow), body_(*judged.typed()), names_(judged),
        whole_(nameablePart(judged.mir(), judged.data[drop.value].place)),
        ways_(judged, follow == ValueWays::Follow::Whole ? judged.data.find(whole_).path : drop.value, whole_, follow) {}

  std::vector<Suggestion> run() {
    if (!ways_.isComplete())
      return {};
    auto ends = findWayEnds(judged_, ways_, drop_);
    if (!ends)
      return {};
    ends_ = std::move(*ends);
    ValueState gone;
    for (const WayEnd &end : ends_)
      if (end.state.isGone())
        gone |= end.state;
    if (gone.isOnlyUnset())
      return {};
    const std::optional<std::string> whole_name = names_.name(whole_, PlaceNames::Variants::Hidden);
    if (!whole_name)
      return {};
    name_ = *whole_name;
    const std::size_t lost = llvm::count_if(ends_, [](const WayEnd &end) { return end.state.isGone(); });
    const std::size_t kept = ends_.size() - lost;
    if (lost != 0 && kept != 0 && !leave(lost <= kept))
      leave(lost > kept);
    dropWhereOwned(DropMode::InPlace);
    if (follow_ == ValueWays::Follow::Whole)
      dropWhereOwned(DropMode::Apart);
    dropWhereOwned(DropMode::BehindLoops);
    return std::move(found_);
  }

private:
  // ------------------------------------------------------------------------------------------------------- `return`, `continue`

  /// `gone`: leaves on the ways that have lost the value; otherwise on those that still have it.
  bool leave(bool gone) {
    SourceEdits edits(judged_, source_);
    std::string jump;
    bool all = true;
    for (const WayEnd &end : ends_)
      if (end.state.isGone() == gone)
        all = all && leaveAt(end, edits, jump);
    Suggestion rewrite;
    if (!all || jump.empty() || !edits.finish(rewrite.edits))
      return false;
    const std::string where = jump == "return"     ? "at the end of the function"
                              : jump == "continue" ? "at the end of the loop's body"
                                                   : "at the later `" + jump + "`";
    rewrite.message = gone ? "`" + jump + "` here, so that `" + name_ + "` is dropped " + where + " only where it is still owned"
                           : "`" + jump + "` here, where `" + name_ + "` is still owned, so that it is gone on every other way";
    add(std::move(rewrite));
    return true;
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
    const bool is_unit = isUnit(expr.ty);
    const bool with_value = after.kind == Afterwards::Kind::Function && after.keeps_value && !isUnit(body_.return_type);
    const Statements statements{jump + ";"};
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
        edits.wrap(end.expr, is_unit || after.kind != Afterwards::Kind::Function, statements);
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

  // ------------------------------------------------------------------------------------------------------------------- `drop`

  void dropWhereOwned(DropMode mode) {
    SourceEdits edits(judged_, source_);
    named_.clear();
    new_names_.clear();
    bool differs = mode != DropMode::BehindLoops, drops_any = false;
    if (mode == DropMode::Apart)
      nameEverywhere(edits);
    for (const WayEnd &end : ends_) {
      if (end.state.isParted() && !nameWhatIsLeft(end, edits))
        return;
      if (!end.state.isOwned())
        continue;
      differs = differs || (mode == DropMode::BehindLoops && end.kind == Kind::LoopEnd);
      const std::optional<Statements> statements = drops(end.state);
      if (!statements) {
        if (!nameWhatIsLeft(end, edits))
          return;
        continue;
      }
      drops_any = true;
      const bool encloses = mode == DropMode::BehindLoops && end.kind == Kind::LoopEnd;
      if (encloses ? !enclose(end.expr, *statements, edits) : !writeDrop(end, *statements, edits))
        return;
    }
    Suggestion rewrite;
    if (!differs || !edits.finish(rewrite.edits))
      return;
    rewrite.message = !drops_any ? "name what is left of `" + name_ + "`, so that it is dropped with the pattern's variables"
                                 : "drop `" + name_ + "` where it " + (wasOnlyMoved() ? "was not moved" : "is still owned") +
                                       (named_.empty() ? "" : ", and name what a pattern leaves of it") + whatDropsEarlier();
    add(std::move(rewrite));
  }

  /// `E::B(b, _)` becomes `E::B(b, _rest)`: what the pattern leaves in place is dropped with its variables. Reference, "Destructors", "Scopes of pattern
  /// bindings".
  bool nameWhatIsLeft(const WayEnd &end, SourceEdits &edits) {
    for (ExprId at = end.expr; at.isValid();) {
      const ValueWays::Around around = ways_.around(at);
      if (around.expr.isValid()) {
        if (nameIn(patternAbove(around.expr, at), end.state, edits))
          return true;
        at = around.expr;
        continue;
      }
      if (!around.block.isValid())
        return false;
      const typed::Block &block = body_.blocks[around.block];
      for (std::uint32_t i = std::min<std::uint32_t>(around.statement, block.stmts.size()); i-- > 0;)
        if (const typed::Stmt &stmt = block.stmts[i];
            stmt.kind == typed::Stmt::Kind::Let && stmt.expr.isValid() && nameIn({stmt.pat, stmt.expr}, end.state, edits))
          return true;
      at = ways_.around(around.block).expr;
    }
    return false;
  }

  void nameEverywhere(SourceEdits &edits) {
    const auto name = [&](typed::PatId pat, ExprId scrutinee) {
      if (scrutinee.isValid() && ways_.stepsCovered(scrutinee) && movesOut(pat))
        nameAll(pat, edits);
    };
    for (const typed::Expr &expr : body_.exprs) {
      if (expr.kind == ExprKind::Let)
        name(expr.pat, expr.a);
      for (const typed::Arm &arm : expr.arms)
        name(arm.pat, expr.a);
    }
    for (const typed::Block &block : body_.blocks)
      for (const typed::Stmt &stmt : block.stmts)
        if (stmt.kind == typed::Stmt::Kind::Let)
          name(stmt.pat, stmt.expr);
  }

  struct Matched {
    typed::PatId pat;
    ExprId scrutinee;
  };
  /// What was matched when `branch` of `outer` is entered.
  [[nodiscard]] Matched patternAbove(ExprId outer, ExprId branch) const {
    const typed::Expr &expr = body_.exprs[outer];
    for (const typed::Arm &arm : expr.arms)
      if (arm.body == branch)
        return {arm.pat, expr.a};
    if (expr.kind == ExprKind::If && branch == expr.b && body_.exprs[expr.a].kind == ExprKind::Let)
      return {body_.exprs[expr.a].pat, body_.exprs[expr.a].a};
    return {};
  }

  bool nameIn(Matched matched, ValueState state, SourceEdits &edits) {
    const std::optional<std::size_t> depth = matched.pat.isValid() ? ways_.stepsCovered(matched.scrutinee) : std::nullopt;
    if (!depth)
      return false;
    if (state.isParted())
      return movesOut(matched.pat) && nameAll(matched.pat, edits);
    const typed::PatId wildcard = ways_.wildcardFor(matched.pat, *depth);
    return wildcard.isValid() && wildcard != matched.pat && nameOne(wildcard, edits);
  }

  [[nodiscard]] bool movesOut(typed::PatId id) const {
    const typed::Pat &pat = body_.pats[id];
    if (pat.kind == typed::PatKind::Binding)
      return pat.mode == typed::BindingMode::Move && needsDrop(pat.ty);
    return llvm::any_of(pat.fields, [&](const typed::FieldPattern &field) { return movesOut(field.pat); });
  }

  /// Every `_` for a value that needs a drop.
  bool nameAll(typed::PatId id, SourceEdits &edits) {
    const typed::Pat &pat = body_.pats[id];
    if (pat.kind == typed::PatKind::Wild)
      return !needsDrop(pat.ty) || nameOne(id, edits);
    return llvm::all_of(pat.fields, [&](const typed::FieldPattern &field) { return nameAll(field.pat, edits); });
  }

  bool nameOne(typed::PatId wildcard, SourceEdits &edits) {
    if (edits.text(body_.pats[wildcard].span) != "_")
      return false;
    if (llvm::is_contained(named_, wildcard))
      return true;
    std::string name = "_rest";
    for (unsigned i = 2; edits.hasWord(name) || llvm::is_contained(new_names_, name); ++i)
      name = "_rest_" + std::to_string(i);
    edits.replace(body_.pats[wildcard].span, name);
    named_.push_back(wildcard);
    new_names_.push_back(name);
    return true;
  }

  [[nodiscard]] bool needsDrop(Ty ty) const {
    const ParamEnv env = paramEnvOf(judged_.program, judged_.mir().owner);
    return TypeFacts(judged_.program, env).needsDrop(ty) != Answer::No;
  }

  [[nodiscard]] bool wasOnlyMoved() const {
    return llvm::all_of(ends_, [](const WayEnd &end) { return !end.state.isGone() || (end.state.bits & (ValueState::Absent | ValueState::Unset)) == 0; });
  }

  bool writeDrop(const WayEnd &end, const Statements &statements, SourceEdits &edits) {
    const typed::Expr &expr = body_.exprs[end.expr];
    switch (end.kind) {
    case Kind::Round:
    case Kind::Block: {
      const ExprId tail = body_.blocks[end.block].tail;
      if (tail.isValid() && !isUnit(body_.exprs[tail].ty)) {
        if (mentions(body_.exprs[tail].span))
          return false;
        edits.insertBeforeTail(end.block, statements);
      } else {
        edits.appendTo(end.block, statements);
      }
      return true;
    }
    case Kind::Value:
      if (!isUnit(expr.ty) && mentions(expr.span))
        return false;
      edits.wrap(end.expr, isUnit(expr.ty), statements);
      return true;
    case Kind::MissingElse:
      edits.addElse(expr.b, statements);
      return true;
    case Kind::Jump:
    case Kind::BeforeLoop:
      edits.insertBefore(end.expr, isStatement(end.expr), statements);
      return true;
    case Kind::LoopEnd: {
      if (expr.desugar != typed::Desugar::WhileLoop || hasLet(body_.exprs[body_.blocks[expr.block].tail].a))
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
    if (hasLet(id))
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
    if (!isStatement(statement))
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
  [[nodiscard]] std::optional<Statements> drops(ValueState state) const {
    const std::string drop = nameOfDrop(judged_);
    if (!state.isOpen())
      return Statements{drop + "(" + name_ + ");"};
    Statements statements;
    for (const DropPiece &piece : drop_.pieces) {
      std::optional<std::string> part = names_.name(piece.base, PlaceNames::Variants::Hidden);
      if (!part || piece.allocation_only || !piece.other_than.empty() || piece.range)
        return std::nullopt;
      if (!piece.steps.empty())
        part = extended(piece);
      if (!part)
        return std::nullopt;
      statements.push_back(drop + "(" + *part + ");");
    }
    return statements;
  }
  [[nodiscard]] std::optional<std::string> extended(const DropPiece &piece) const {
    if (llvm::any_of(piece.steps, [](const mir::Projection &step) { return step.kind != mir::ProjectionKind::Field; }))
      return std::nullopt;
    const DropName name = DropNames(judged_.program, judged_.mir()).name(piece);
    if (name.owner != DropOwner::Variable && name.owner != DropOwner::Parameter)
      return std::nullopt;
    if (llvm::StringRef(name.projection).find_first_of(" *[{") != llvm::StringRef::npos)
      return std::nullopt;
    return name.variable + name.projection;
  }

  /// What is dropped between here and the value's turn, as far as it is certain to be there.
  [[nodiscard]] std::string whatDropsEarlier() const {
    llvm::SmallVector<std::string, 3> names;
    const mir::Body &body = judged_.mir();
    for (mir::BlockId at = drop_.drop; names.size() < 3;) {
      const llvm::ArrayRef<mir::BlockId> before = judged_.flow.predecessors(at);
      if (before.size() != 1 || body.blocks[before.front()].terminator.kind != mir::TerminatorKind::Drop)
        break;
      at = before.front();
      const mir::Terminator &other = body.blocks[at].terminator;
      const mir::LocalId local = body.places[other.place].local;
      const bool moves = llvm::any_of(judged_.data.moves(), [&](const MoveOut &move) {
        const mir::Statement *statement = judged_.flow.statementAt(move.at);
        return judged_.data.localOf(move.path) == local && (statement == nullptr || statement->kind == mir::StatementKind::Assign) &&
               (statement != nullptr || body.blocks[move.at.block].terminator.kind != mir::TerminatorKind::Drop);
      });
      if (const llvm::StringRef name = names_.localName(local); !name.empty() && !moves)
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

  // ------------------------------------------------------------------------------------------------------------------ questions

  [[nodiscard]] bool isUnit(Ty ty) const { return ty == judged_.types.store().unit; }
  [[nodiscard]] bool mentions(Span within) const {
    return llvm::any_of(body_.exprs,
                        [&](const typed::Expr &expr) { return expr.kind == ExprKind::Local && expr.local == ways_.root() && within.contains(expr.span); });
  }
  [[nodiscard]] bool hasLet(ExprId condition) const {
    const Span within = body_.exprs[condition].span;
    return llvm::any_of(body_.exprs, [&](const typed::Expr &expr) { return expr.kind == ExprKind::Let && within.contains(expr.span); });
  }
  /// Stands in a block, so that statements can stand in front of it.
  [[nodiscard]] bool isStatement(ExprId expr) const {
    for (ValueWays::Around around = ways_.around(expr); around.expr.isValid(); around = ways_.around(expr)) {
      if (body_.exprs[around.expr].kind != ExprKind::Coerce)
        return false;
      expr = around.expr;
    }
    const ValueWays::Around around = ways_.around(expr);
    if (!around.block.isValid())
      return false;
    const typed::Block &block = body_.blocks[around.block];
    return around.statement >= block.stmts.size() || block.stmts[around.statement].kind == typed::Stmt::Kind::Expr;
  }

  void add(Suggestion rewrite) {
    rewrite.applicability = Applicability::MaybeIncorrect;
    found_.push_back(std::move(rewrite));
  }

  const JudgedBody &judged_;
  const AmbiguousDrop &drop_;
  SourceText source_;
  ValueWays::Follow follow_;
  const typed::TypedBody &body_;
  PlaceNames names_;
  mir::PlaceId whole_;
  ValueWays ways_;
  llvm::SmallVector<WayEnd, 4> ends_;
  std::string name_;
  llvm::SmallVector<typed::PatId, 2> named_; ///< wildcards that the rewrite under way names
  std::vector<std::string> new_names_;
  std::vector<Suggestion> found_;
};

} // namespace

std::vector<Suggestion> rewritesFor(const JudgedBody &judged, const AmbiguousDrop &drop, SourceText source) {
  if (judged.typed() == nullptr)
    return {};
  const mir::LocalDecl &local = judged.mir().locals[judged.data.localOf(drop.value)];
  if (local.name.empty() || !local.source.isValid())
    return {};
  using Follow = ValueWays::Follow;
  std::vector<Suggestion> all = Rewriter(judged, drop, source, Follow::Variants).run();
  const auto isPart = [&](mir::PlaceId place) { return nameablePart(judged.mir(), place) != place; };
  const bool is_part = isPart(judged.data[drop.value].place) || llvm::any_of(drop.pieces, [&](const DropPiece &piece) {
                         const auto isDowncast = [](const mir::Projection &step) { return step.kind == mir::ProjectionKind::Downcast; };
                         return isPart(piece.base) || !piece.other_than.empty() || llvm::any_of(piece.steps, isDowncast);
                       });
  if (is_part)
    for (const Follow follow : {Follow::Flags, Follow::Whole})
      for (Suggestion &rewrite : Rewriter(judged, drop, source, follow).run())
        if (llvm::none_of(all, [&](const Suggestion &other) { return isSameEdit(rewrite, other); }))
          all.push_back(std::move(rewrite));
  return all;
}

} // namespace lien
