// Bounds that do not hold, in rustc's words: E0277, E0271, E0282, E0283; or a decline where the answer is not known.
#include "frontend/typeck/checker.hpp"

#include "llvm/ADT/StringExtras.h"

namespace lien::typeck {

void BodyChecker::reportFailures() {
  std::vector<FailedObligation> failures = infer_.takeFailures();
  // What is ambiguous only because of another mistake is not worth telling: mistakes first.
  for (const FailedObligation &failure : failures)
    if (failure.answer != Answer::Ambiguous)
      reportFailure(failure);
  // Of ambiguous ones the first is told: a function's own bounds before its implied `Sized`, and before that of a variable that nothing else touches.
  auto late = [&](const FailedObligation &failure) {
    return failure.leaf.kind == Predicate::Kind::Trait && program_.isLang(failure.leaf.trait.trait, LangItem::Sized) &&
           isBareLet(infer_.shallow(failure.leaf.trait.self()));
  };
  std::vector<const FailedObligation *> ambiguous;
  for (const FailedObligation &failure : failures)
    if (failure.answer == Answer::Ambiguous)
      ambiguous.push_back(&failure);
  for (std::size_t i = 0; i + 1 < ambiguous.size(); ++i) {
    auto isSizedOf = [&](const FailedObligation *failure) {
      return program_.isLang(failure->leaf.trait.trait, LangItem::Sized) && failure->obligation.of.isValid();
    };
    if (isSizedOf(ambiguous[i]) && !isSizedOf(ambiguous[i + 1]) && ambiguous[i]->obligation.of == ambiguous[i + 1]->obligation.of &&
        ambiguous[i]->obligation.span == ambiguous[i + 1]->obligation.span)
      std::swap(ambiguous[i], ambiguous[i + 1]);
  }
  operatorsFirst(ambiguous);
  for (bool last : {false, true})
    for (const FailedObligation *failure : ambiguous)
      if (late(*failure) == last)
        reportFailure(*failure);
}

// rustc asks an operator's trait before it looks at the right side, so that what the operator needs is told before what the right side needs. Inner
// operators were noted first: an outer one comes to stand before them.
void BodyChecker::operatorsFirst(std::vector<const FailedObligation *> &ambiguous) {
  if (ambiguous.size() < 2)
    return;
  for (const LateOperator &late : late_operators_) {
    auto first = llvm::find_if(ambiguous, [&](const FailedObligation *failure) { return late.rhs.contains(failure->obligation.span); });
    std::stable_partition(first, ambiguous.end(), [&](const FailedObligation *failure) { return failure->obligation.span == late.op; });
  }
}

/// Whether some `let` without a type has exactly this undetermined type.
bool BodyChecker::isBareLet(Ty variable) {
  return llvm::any_of(let_pats_, [&](PatId pat) { return infer_.shallow(body_->pats[pat].ty) == variable; });
}

void BodyChecker::reportFailure(const FailedObligation &failure) {
  const Predicate &leaf = failure.leaf;
  const Obligation &root = failure.obligation;
  if (leaf.kind == Predicate::Kind::TypeOutlives || leaf.kind == Predicate::Kind::RegionOutlives)
    return; // the region check's business
  TraitRef trait{leaf.trait.trait, infer_.resolve(leaf.trait.args)};
  // A bound that was written wrongly may have been the one that is missing.
  if (leaf.kind == Predicate::Kind::Trait && is(trait.self(), TyKind::Param) && program_.signatureHasErrors(owner_))
    return;
  if (types_.flagsOf(trait.args) & (TypeFlags::HasError))
    return;
  const bool unknown = (types_.flagsOf(trait.args) & TypeFlags::HasUnknown) != 0;
  switch (failure.answer) {
  case Answer::Yes:
    return;
  case Answer::Unknown:
    sink_.declineFeature(root.span, "whether `" + print(trait.self()) + "` implements `" + program_.print(trait) + "`");
    return;
  case Answer::Ambiguous:
    if (unknown)
      return;
    reportAmbiguous(failure, trait);
    return;
  case Answer::No:
    break;
  }
  if (unknown)
    return;
  if (failure.mismatch) {
    std::string name;
    if (leaf.assoc.isValid())
      name = "<" + print(trait.self()) + " as " + program_.print(trait) + ">::" + text(program_.def(leaf.assoc).name).str();
    std::string words = "type mismatch resolving `" + name + " == " + print(failure.mismatch->first) + "`";
    if (program_.isLang(trait.trait, LangItem::IteratorTrait))
      words = "expected `" + print(trait.self()) + "` to be an iterator that yields `" + print(failure.mismatch->first) + "`, but it yields `" +
              print(failure.mismatch->second) + "`";
    error(DiagnosticKind::E0271, words, blamedArgument(root), expectedFound(failure.mismatch->first, failure.mismatch->second));
    return;
  }
  reportUnsatisfied(root, trait);
}

void BodyChecker::reportAmbiguous(const FailedObligation &failure, const TraitRef &trait) {
  const Obligation &root = failure.obligation;
  if (stopped_ || sink_.hasErrors() || program_.signatureHasErrors(owner_))
    return;
  Ty self = infer_.shallow(trait.self());
  const bool sized = program_.isLang(trait.trait, LangItem::Sized);
  // `Trait::function` whose Self nothing tells.
  if (root.of.isValid() && isGeneralVar(self) && program_.def(root.of).kind == DefKind::AssocFn && program_.def(root.of).parent == trait.trait) {
    stopped_ = true;
    Span span = root.span;
    for (const typed::Expr &call : body_->exprs)
      if (call.kind == typed::ExprKind::Call && node(call.a).span == rel(root.span))
        span = call.span.absoluteFrom(body_->base);
    error(DiagnosticKind::E0790, "cannot call associated function on trait without specifying the corresponding `impl` type", span,
          "cannot call associated function of trait");
    return;
  }
  for (const GenericArg &arg : trait.args) {
    if (!arg.isType() || !firstVariable(infer_.resolve(arg.type())))
      continue;
    annotationsNeeded(failure.leaf.kind == Predicate::Kind::Projection ? DiagnosticKind::E0284
                      : sized                                          ? DiagnosticKind::E0282
                                                                       : DiagnosticKind::E0283,
                      root.span, arg.type());
    return;
  }
  stopped_ = true;
  error(DiagnosticKind::E0283, "type annotations needed", root.span).note("cannot satisfy `" + print(trait.self()) + ": " + program_.print(trait) + "`");
}

namespace {

std::string operatorWords(LangItem item, const std::string &left, const std::string &right) {
  switch (item) {
  case LangItem::AddTrait:
    return "cannot add `" + right + "` to `" + left + "`";
  case LangItem::SubTrait:
    return "cannot subtract `" + right + "` from `" + left + "`";
  case LangItem::MulTrait:
    return "cannot multiply `" + left + "` by `" + right + "`";
  case LangItem::DivTrait:
    return "cannot divide `" + left + "` by `" + right + "`";
  case LangItem::RemTrait:
    return "cannot calculate the remainder of `" + left + "` divided by `" + right + "`";
  case LangItem::AddAssignTrait:
    return "cannot add-assign `" + right + "` to `" + left + "`";
  case LangItem::SubAssignTrait:
    return "cannot subtract-assign `" + right + "` from `" + left + "`";
  case LangItem::MulAssignTrait:
    return "cannot multiply-assign `" + left + "` by `" + right + "`";
  case LangItem::DivAssignTrait:
    return "cannot divide-assign `" + left + "` by `" + right + "`";
  case LangItem::RemAssignTrait:
    return "cannot calculate and assign the remainder of `" + left + "` divided by `" + right + "`";
  case LangItem::PartialEqTrait:
  case LangItem::PartialOrdTrait:
    return "can't compare `" + left + "` with `" + right + "`";
  default: // bits and shifts have no words of their own
    return {};
  }
}

llvm::StringRef operatorSign(LangItem item) {
  switch (item) {
  case LangItem::AddTrait:
    return "+";
  case LangItem::SubTrait:
    return "-";
  case LangItem::MulTrait:
    return "*";
  case LangItem::DivTrait:
    return "/";
  case LangItem::RemTrait:
    return "%";
  case LangItem::BitXorTrait:
    return "^";
  case LangItem::BitAndTrait:
    return "&";
  case LangItem::BitOrTrait:
    return "|";
  case LangItem::ShlTrait:
    return "<<";
  case LangItem::ShrTrait:
    return ">>";
  case LangItem::AddAssignTrait:
    return "+=";
  case LangItem::SubAssignTrait:
    return "-=";
  case LangItem::MulAssignTrait:
    return "*=";
  case LangItem::DivAssignTrait:
    return "/=";
  case LangItem::RemAssignTrait:
    return "%=";
  case LangItem::BitXorAssignTrait:
    return "^=";
  case LangItem::BitAndAssignTrait:
    return "&=";
  case LangItem::BitOrAssignTrait:
    return "|=";
  case LangItem::ShlAssignTrait:
    return "<<=";
  case LangItem::ShrAssignTrait:
    return ">>=";
  case LangItem::PartialEqTrait:
    return "==";
  default: // no operator
    return {};
  }
}

} // namespace

// A bound of a called function speaks of one parameter; when exactly one argument has it in its type, that argument is shown.
Span BodyChecker::blamedArgument(const Obligation &root) {
  if (!root.of.isValid())
    return root.span;
  const DefKind kind = program_.def(root.of).kind;
  if (!isFunction(kind))
    return root.span;
  std::uint32_t at = 0;
  const Predicate *bound = nullptr;
  for (const Predicate &predicate : program_.predicates(root.of))
    if ((predicate.kind == Predicate::Kind::Trait || predicate.kind == Predicate::Kind::Projection) && at++ == root.bound_index) {
      bound = &predicate;
      break;
    }
  if (bound == nullptr || !is(bound->trait.self(), TyKind::Param))
    return root.span;
  const Ty parameter = bound->trait.self();
  std::optional<std::size_t> blamed;
  const FnSig sig = program_.fn(root.of).sig;
  for (std::size_t i = 0; i < sig.inputs.size(); ++i) {
    if (!holdsParam(sig.inputs[i], parameter))
      continue;
    if (blamed)
      return root.span;
    blamed = i;
  }
  if (!blamed)
    return root.span;
  for (const typed::Expr &call : body_->exprs) {
    if (call.kind != typed::ExprKind::Call || call.list.size() <= *blamed)
      continue;
    const typed::Expr &callee = node(call.a);
    if (callee.kind == typed::ExprKind::FnItem && callee.def == root.of && callee.span == rel(root.span))
      return spanOf(call.list[*blamed]);
  }
  return root.span;
}

bool BodyChecker::holdsParam(Ty ty, Ty parameter) {
  if (ty == parameter)
    return true;
  const TyData type = data(ty);
  if (!type.has(TypeFlags::HasParam) || StackGuard::exhausted())
    return false;
  return llvm::any_of(type.args, [&](const GenericArg &arg) { return arg.isType() && holdsParam(arg.type(), parameter); });
}

// Some traits word their own failure (in rustc by an attribute in the library); the others share one sentence.
void BodyChecker::reportUnsatisfied(const Obligation &root, const TraitRef &trait) {
  const std::string self = print(trait.self());
  const Span span = blamedArgument(root);
  const std::optional<LangItem> item = resolver_.asLang(trait.trait);
  if (root.cause == ObligationCause::QuestionMark) {
    reportQuestionMark(root, trait);
    return;
  }
  if (item) {
    if (llvm::StringRef sign = operatorSign(*item); !sign.empty() && trait.args.size() > 1) {
      const std::string right = print(trait.args[1].type());
      std::string words = operatorWords(*item, self, right);
      if (words.empty())
        words = "no implementation for `" + self + " " + sign.str() + " " + right + "`";
      if (*item == LangItem::AddTrait && isIntegral(infer_.shallow(trait.self())) && isFloating(infer_.shallow(trait.args[1].type())) && self == "{integer}")
        words = "cannot add a float to an integer";
      error(DiagnosticKind::E0277, words, span, "no implementation for `" + self + " " + sign.str() + " " + right + "`");
      return;
    }
    switch (*item) {
    case LangItem::PartialOrdTrait: {
      const std::string right = print(trait.args[1].type());
      error(DiagnosticKind::E0277, "can't compare `" + self + "` with `" + right + "`", span,
            "no implementation for `" + self + " < " + right + "` and `" + self + " > " + right + "`");
      return;
    }
    case LangItem::Sized: {
      Diagnostic &diagnostic = error(DiagnosticKind::E0277, "the size for values of type `" + self + "` cannot be known at compilation time", span,
                                     "doesn't have a size known at compile-time");
      if (root.cause == ObligationCause::SizedLocal)
        diagnostic.note("all local variables must have a statically known size");
      return;
    }
    case LangItem::SliceIndexTrait: {
      Ty indexed = infer_.shallow(trait.args[1].type());
      error(DiagnosticKind::E0277, "the type `" + print(indexed) + "` cannot be indexed by `" + self + "`", span,
            is(indexed, TyKind::Str) ? "string indices are ranges of `usize`" : "slice indices are of type `usize` or ranges of `usize`");
      return;
    }
    case LangItem::DisplayTrait:
      error(DiagnosticKind::E0277, "`" + self + "` doesn't implement `std::fmt::Display`", span,
            "`" + self + "` cannot be formatted with the default formatter");
      return;
    case LangItem::DebugTrait:
      error(DiagnosticKind::E0277, "`" + self + "` doesn't implement `Debug`", span,
            "`" + self + "` cannot be formatted using `{:?}` because it doesn't implement `Debug`");
      return;
    case LangItem::IteratorTrait:
    case LangItem::IntoIteratorTrait:
      error(DiagnosticKind::E0277, "`" + self + "` is not an iterator", span, "`" + self + "` is not an iterator");
      return;
    default: // the common sentence
      break;
    }
  }
  if (reportCallMismatch(trait, span))
    return;
  const std::string name = program_.print(trait);
  error(DiagnosticKind::E0277, "the trait bound `" + self + ": " + name + "` is not satisfied", span,
        "the trait `" + name + "` is not implemented for `" + self + "`");
}

// A function where one with other parameters is expected: E0593 for their number, E0631 for their types.
bool BodyChecker::reportCallMismatch(const TraitRef &trait, Span span) {
  const bool is_callable = program_.isLang(trait.trait, LangItem::FnTrait) || program_.isLang(trait.trait, LangItem::FnMutTrait) ||
                           program_.isLang(trait.trait, LangItem::FnOnceTrait);
  const Ty self = infer_.shallow(trait.self());
  if (!is_callable || trait.args.size() < 2 || (!is(self, TyKind::FnDef) && !is(self, TyKind::FnPtr)))
    return false;
  const std::optional<FnSig> found = infer_.callableSig(self);
  const Ty expected = infer_.resolve(trait.args[1].type());
  if (!found || !is(expected, TyKind::Tuple))
    return false;
  const std::size_t wanted = data(expected).args.size();
  const std::size_t given = found->inputs.size();
  const auto count = [](std::size_t number) { return std::to_string(number) + (number == 1 ? " argument" : " arguments"); };
  const auto signature = [&](llvm::ArrayRef<std::string> inputs) { return "`fn(" + llvm::join(inputs, ", ") + ") -> _`"; };
  if (wanted != given) {
    Diagnostic &diagnostic = error(DiagnosticKind::E0593, "function is expected to take " + count(wanted) + ", but it takes " + count(given), span,
                                   "expected function that takes " + count(wanted));
    if (is(self, TyKind::FnDef) && program_.def(data(self).def).crate == CrateKind::User)
      diagnostic.label(program_.def(data(self).def).name_span, "takes " + count(given));
    return true;
  }
  llvm::SmallVector<std::string, 4> wanted_types, given_types;
  for (std::size_t i = 0; i < given; ++i) {
    wanted_types.push_back(print(data(expected).args[i].type()));
    given_types.push_back(print(found->inputs[i]));
  }
  Diagnostic &diagnostic = error(DiagnosticKind::E0631, "type mismatch in function arguments", span, "expected due to this");
  if (is(self, TyKind::FnDef) && program_.def(data(self).def).crate == CrateKind::User)
    diagnostic.label(program_.def(data(self).def).name_span, "found signature defined here");
  diagnostic.note("expected function signature " + signature(wanted_types) + "\n   found function signature " + signature(given_types));
  return true;
}

void BodyChecker::reportQuestionMark(const Obligation &root, const TraitRef &trait) {
  const std::string self = print(trait.self());
  const Span span = root.span;
  if (program_.isLang(trait.trait, LangItem::TryTrait)) {
    error(DiagnosticKind::E0277, "the `?` operator can only be applied to values that implement `Try`", span,
          "the `?` operator cannot be applied to type `" + self + "`");
    return;
  }
  if (program_.isLang(trait.trait, LangItem::FromTrait)) {
    error(DiagnosticKind::E0277, "`?` couldn't convert the error to `" + self + "`", span,
          "the trait `" + program_.print(trait) + "` is not implemented for `" + self + "`");
    return;
  }
  reportNoResidual(infer_.shallow(trait.self()), trait.args.size() > 1 ? infer_.shallow(trait.args[1].type()) : types_.error, span);
}

// `?` in a function whose return type cannot take the residual.
void BodyChecker::reportNoResidual(Ty returned, Ty residual, Span span) {
  const std::string self = print(returned);
  auto adtIs = [&](Ty ty, LangItem item) { return is(ty, TyKind::Adt) && program_.isLang(data(ty).def, item); };
  const bool returns_option = adtIs(returned, LangItem::OptionEnum);
  const bool returns_result = adtIs(returned, LangItem::ResultEnum);
  const bool from_option = adtIs(residual, LangItem::OptionEnum);
  const bool from_result = adtIs(residual, LangItem::ResultEnum);
  const Def &owner = program_.def(owner_);
  const char *what = owner.kind == DefKind::AssocFn ? (program_.fn(owner_).has_self ? "a method" : "an associated function") : "a function";
  if (returns_option && from_result) {
    error(DiagnosticKind::E0277, std::string("the `?` operator can only be used on `Option`s, not `Result`s, in ") + what + " that returns `Option`", span,
          "use `.ok()?` if you want to discard the `" + print(residual) + "` error information");
    return;
  }
  if (returns_result && from_option) {
    error(DiagnosticKind::E0277, std::string("the `?` operator can only be used on `Result`s, not `Option`s, in ") + what + " that returns `Result`", span,
          "use `.ok_or(...)?` to provide an error compatible with `" + self + "`");
    return;
  }
  error(DiagnosticKind::E0277,
        std::string("the `?` operator can only be used in ") + what + " that returns `Result` or `Option` (or another type that implements `FromResidual`)",
        span, std::string("cannot use the `?` operator in ") + what + " that returns `" + self + "`");
}

} // namespace lien::typeck
