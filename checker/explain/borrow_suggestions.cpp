// Rewrites offered with findings about borrows, each where rustc offers it.
#include "checker/explain/borrow_wording.hpp"
#include "checker/explain/value_traits.hpp"

namespace lien {

namespace {

/// The written `&` expression with this span; null: the borrow is implicit.
const typed::Expr *writtenBorrow(const typed::TypedBody &body, Span span) {
  for (const typed::Expr &expr : body.exprs)
    if (expr.kind == typed::ExprKind::Borrow && !expr.implicit && expr.span.lo() == span.lo() && expr.span.hi() == span.hi())
      return &expr;
  return nullptr;
}

/// The last expression of a block, and whether its value goes nowhere.
struct BlockTail {
  Span span;
  bool is_ignored = false;
};

/// The block whose last expression holds what stands at the span, with no statement in between.
std::optional<BlockTail> findTail(const typed::TypedBody &body, const TypeStore &types, Span span) {
  const typed::Block *innermost = nullptr;
  for (const typed::Block &block : body.blocks)
    if (block.span.contains(span) && (innermost == nullptr || innermost->span.contains(block.span)))
      innermost = &block;
  if (innermost == nullptr || !innermost->tail.isValid() || !body.exprs[innermost->tail].span.contains(span))
    return std::nullopt;
  const typed::Expr &tail = body.exprs[innermost->tail];
  bool is_statement = llvm::any_of(body.blocks, [&](const typed::Block &block) {
    return llvm::any_of(block.stmts, [&](const typed::Stmt &stmt) {
      if (stmt.kind != typed::Stmt::Kind::Expr || !stmt.expr.isValid())
        return false;
      const typed::Expr &expr = body.exprs[stmt.expr];
      return expr.kind == typed::ExprKind::Block && &body.blocks[expr.block] == innermost;
    });
  });
  return BlockTail{tail.span, tail.ty == types.unit || is_statement};
}

} // namespace

/// E0505: borrow a clone.
void BorrowWording::suggestCloningBorrowed(Diagnostic &finding, const Loan &loan) {
  if (judged_.typed() == nullptr)
    return;
  const typed::Expr *borrow = writtenBorrow(*judged_.typed(), judged_.flow.spanAt(loan.at));
  if (borrow == nullptr || !implementsClone(judged_, judged_.typed()->exprs[borrow->a].ty))
    return;
  Suggestion clone;
  clone.message = "consider cloning the value if the performance cost is acceptable";
  clone.edits.push_back({absolute(borrow->span).shrinkToHi(), ".clone()"});
  clone.applicability = Applicability::MaybeIncorrect; // as in `suggestions.cpp`
  finding.suggest(std::move(clone));
}

/// E0515: what is returned is an iterator over what ends here.
void BorrowWording::suggestCollecting(Diagnostic &finding, Span returned) {
  if (!isIterator(judged_, body_.locals[mir::LocalId(std::size_t{mir::return_local})].ty))
    return;
  Suggestion collect;
  collect.message = "use `.collect()` to allocate the iterator";
  collect.edits.push_back({returned.shrinkToHi(), ".collect::<Vec<_>>()"});
  collect.applicability = Applicability::MaybeIncorrect;
  finding.suggest(std::move(collect));
}

/// The temporary belongs to the expression at the end of a block, and lives longer than the block's variables: end it before them.
void BorrowWording::suggestEndingTail(Diagnostic &finding, const BorrowCause &cause, const DroppedLater &drop, std::optional<Span> second_borrow) {
  std::optional<BlockTail> tail =
      judged_.typed() != nullptr ? findTail(*judged_.typed(), judged_.types.store(), body_.locals[drop.dropped].span) : std::nullopt;
  if (!tail)
    return;
  Span span = absolute(tail->span);
  Suggestion suggestion;
  suggestion.applicability = Applicability::MaybeIncorrect;
  if (tail->is_ignored) {
    // Where the first borrow's scope contains the second borrow, ending it at the end would not help.
    if (second_borrow && Span(spanAt(loanOf(cause).at).lo(), span.hi()).contains(*second_borrow))
      return;
    suggestion.message =
        "consider adding semicolon after the expression so its temporaries are dropped sooner, before the local variables declared by the block are dropped";
    suggestion.edits.push_back({span.shrinkToHi(), ";"});
  } else {
    finding.note("the temporary is part of an expression at the end of a block;\nconsider forcing this temporary to be dropped sooner, before the block's "
                 "local variables are dropped");
    suggestion.message = "for example, you could save the expression's value in a new local variable `x` and then make `x` be the expression at the end of "
                         "the block";
    suggestion.edits.push_back({span.shrinkToLo(), "let x = "});
    suggestion.edits.push_back({span.shrinkToHi(), "; x"});
  }
  finding.suggest(std::move(suggestion));
}

/// Two parameters' `&` whose lifetimes have no names: one new name for both.
void BorrowWording::suggestNamedLifetime(Diagnostic &finding, const UniversalRegionError &error, const RegionName &longer, const RegionName &shorter) {
  const ast::FnItem *fn = region_names_.fn();
  if (fn == nullptr || fn->self_param.present || longer.kind != RegionName::Kind::Reference || shorter.kind != RegionName::Kind::Reference ||
      isDeclared(error.longer) || isDeclared(error.shorter))
    return;
  std::string name = "'a";
  const ast::GenericParam *first = nullptr, *lifetime = nullptr;
  for (const ast::GenericParam &param : fn->generics.params) {
    first = first == nullptr ? &param : first;
    if (lifetime == nullptr && param.kind == ast::GenericParam::Kind::Lifetime)
      lifetime = &param;
  }
  if (lifetime != nullptr)
    name = judged_.program.resolver().symbols().text(lifetime->name.name).str();
  Suggestion suggestion;
  suggestion.message = std::string("consider ") + (lifetime != nullptr ? "reusing" : "introducing") + " a named lifetime parameter";
  suggestion.applicability = Applicability::MaybeIncorrect;
  for (Span at : {shorter.span, longer.span})
    suggestion.edits.push_back({at.shrinkToHi(), name + " "});
  if (lifetime == nullptr) {
    if (first != nullptr)
      suggestion.edits.push_back({first->span.shrinkToLo(), name + ", "});
    else
      suggestion.edits.push_back({fn->name.span.shrinkToHi(), "<" + name + ">"});
  }
  finding.suggest(std::move(suggestion));
}

/// E0309, E0310: the bound that is missing, after the parameter's other bounds.
void BorrowWording::suggestOutlivesBound(Diagnostic &finding, const TypeTestError &error, const std::string &lifetime) {
  const TyData &parameter = judged_.types.data(error.type);
  if (parameter.kind != TyKind::Param)
    return;
  DefId declared;
  for (DefId at = body_.owner; at.isValid() && !declared.isValid(); at = judged_.program.generics(at).parent)
    for (const GenericParamDef &param : judged_.program.generics(at).params)
      if (param.index == parameter.index && param.kind == GenericArg::Kind::Type && !param.synthetic)
        declared = param.def;
  if (!declared.isValid())
    return;
  const Def &def = judged_.program.def(declared);
  if (def.kind != DefKind::TypeParam || def.param == nullptr)
    return;
  Suggestion suggestion;
  suggestion.message = "consider adding an explicit lifetime bound";
  suggestion.applicability = Applicability::MaybeIncorrect;
  if (def.param->bounds.empty())
    suggestion.edits.push_back({def.param->name.span.shrinkToHi(), ": " + lifetime});
  else
    suggestion.edits.push_back({def.param->bounds.back()->span.shrinkToHi(), " + " + lifetime});
  finding.suggest(std::move(suggestion));
}

} // namespace lien
