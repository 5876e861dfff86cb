#include "checker/explain/suggestions.hpp"

#include "checker/explain/call_sites.hpp"
#include "checker/explain/scrutinees.hpp"
#include "checker/explain/value_traits.hpp"

namespace lien {

namespace {

void insert(Diagnostic &finding, std::uint32_t at, llvm::StringRef text, llvm::StringRef message, Applicability applicability) {
  Suggestion suggestion;
  suggestion.message = message.str();
  suggestion.edits.push_back({Span(at, at), text.str()});
  suggestion.applicability = applicability;
  finding.suggest(std::move(suggestion));
}

void remove(Diagnostic &finding, Span span, llvm::StringRef message, Applicability applicability) {
  Suggestion suggestion;
  suggestion.message = message.str();
  suggestion.edits.push_back({span, ""});
  suggestion.applicability = applicability;
  finding.suggest(std::move(suggestion));
}

/// The written expression with exactly this span, innermost wrappers ignored; null: none.
const typed::Expr *writtenExpr(const JudgedBody &judged, Span span) {
  if (judged.typed() == nullptr)
    return nullptr;
  for (const typed::Expr &expr : judged.typed()->exprs)
    if (!expr.implicit && expr.span.lo() == span.lo() && expr.span.hi() == span.hi())
      return &expr;
  return nullptr;
}

/// `*x` as the user wrote it: what is dereferenced ends with it, which in `v[0]` it does not.
bool isWrittenDeref(const JudgedBody &judged, Span span) {
  if (judged.typed() == nullptr)
    return false;
  return llvm::any_of(judged.typed()->exprs, [&](const typed::Expr &expr) {
    return !expr.implicit && expr.kind == typed::ExprKind::Deref && expr.span.lo() == span.lo() && expr.span.hi() == span.hi() &&
           judged.typed()->exprs[expr.a].span.lo() > span.lo() && judged.typed()->exprs[expr.a].span.hi() == span.hi();
  });
}

/// rustc leaves some of these to machines; Lien leaves all to people, since a copy is one answer of several to who owns the value.
constexpr Applicability clone_applicability = Applicability::MaybeIncorrect;

void suggestClone(const JudgedBody &judged, Diagnostic &finding, Span moved, Ty ty, llvm::StringRef message) {
  if (!implementsClone(judged, ty))
    return;
  if (isWrittenDeref(judged, moved)) {
    Suggestion suggestion;
    suggestion.message = message.str();
    Span span = moved.absoluteFrom(judged.mir().base);
    suggestion.edits.push_back({Span(span.lo(), span.lo() + 1), ""});
    suggestion.edits.push_back({span.shrinkToHi(), ".clone()"});
    suggestion.applicability = clone_applicability;
    finding.suggest(std::move(suggestion));
    return;
  }
  insert(finding, moved.absoluteFrom(judged.mir().base).hi(), ".clone()", message, clone_applicability);
}

constexpr llvm::StringLiteral clone_message = "consider cloning the value if the performance cost is acceptable";
constexpr llvm::StringLiteral clone_receiver_message = "you can `clone` the value and consume it, but this might not be your desired behavior";

std::string someValueOf(const JudgedBody &judged, Ty ty) {
  switch (judged.types.store().kind(ty)) {
  case TyKind::Bool:
    return "false";
  case TyKind::Char:
    return "'a'";
  case TyKind::Int:
    return "42";
  case TyKind::Float:
    return "3.14159";
  default:
    return "/* value */"; // anything else: the user knows better
  }
}

} // namespace

void suggestInitialValue(const JudgedBody &judged, Diagnostic &finding, mir::LocalId local) {
  const mir::LocalDecl &decl = judged.mir().locals[local];
  const typed::TypedBody *body = judged.typed();
  if (body == nullptr || !decl.source.isValid())
    return;
  for (const typed::Block &block : body->blocks) {
    for (const typed::Stmt &stmt : block.stmts) {
      if (stmt.kind != typed::Stmt::Kind::Let || stmt.expr.isValid() || body->pats[stmt.pat].local != decl.source)
        continue;
      Span written = stmt.user_type.isValid() && !stmt.user_type_span.empty() ? stmt.user_type_span : body->pats[stmt.pat].span;
      insert(finding, written.absoluteFrom(judged.mir().base).hi(), " = " + someValueOf(judged, decl.ty), "consider assigning a value",
             Applicability::HasPlaceholders);
      return;
    }
  }
}

void suggestForMove(const JudgedBody &judged, const PlaceNames &names, Diagnostic &finding, const MovedBefore &cause, const MoveOut &move) {
  const mir::Body &body = judged.mir();
  mir::PlaceId moved = judged.data[move.path].place;
  Ty ty = body.places[moved].ty;
  Span span = judged.flow.spanAt(move.at);
  const mir::Statement *statement = judged.flow.statementAt(move.at);
  if (statement != nullptr && statement->kind == mir::StatementKind::Assign && !body.places[statement->place].base.isValid()) {
    mir::LocalId target = body.places[statement->place].local;
    const mir::LocalDecl &decl = body.locals[target];
    bool is_binding = decl.kind == mir::LocalKind::Variable && span.lo() == decl.span.lo();
    if (is_binding) {
      insert(finding, decl.span.absoluteFrom(body.base).lo(), "ref ", "borrow this binding in the pattern to avoid moving the value",
             Applicability::MachineApplicable);
      return;
    }
  }
  if (!names.name(moved) || cause.is_partial || body.places[moved].base.isValid())
    return;
  const mir::Terminator *call = receiverCall(judged, move.at);
  if (call != nullptr && call->desugar == typed::Desugar::ForInto) {
    if (isIterableByReference(judged, ty))
      insert(finding, span.absoluteFrom(body.base).lo(), "&",
             "consider iterating over a slice of the `" + judged.program.print(ty) + "`'s content to avoid moving into the `for` loop",
             Applicability::MaybeIncorrect);
    return;
  }
  bool is_method = call != nullptr && call->desugar != typed::Desugar::Operator;
  suggestClone(judged, finding, span, ty, is_method ? clone_receiver_message : clone_message);
}

void suggestForIllegalMove(const JudgedBody &judged, const PlaceNames &names, Diagnostic &finding, const CannotMove &cause) {
  (void)names;
  const mir::Body &body = judged.mir();
  Ty ty = body.places[cause.first.place].ty;
  if (cause.value.isValid()) {
    Suggestion borrow;
    borrow.message = cause.bindings.size() == 1 ? "consider borrowing the pattern binding" : "consider borrowing the pattern bindings";
    for (mir::LocalId binding : cause.bindings)
      borrow.edits.push_back({body.locals[binding].span.absoluteFrom(body.base).shrinkToLo(), "ref "});
    borrow.applicability = Applicability::MachineApplicable;
    finding.suggest(std::move(borrow));
    return;
  }
  Span absolute = cause.span.absoluteFrom(body.base);
  if (cause.from_pattern) {
    if (isWrittenDeref(judged, cause.span))
      remove(finding, Span(absolute.lo(), absolute.lo() + 1), "consider removing the dereference here", Applicability::MaybeIncorrect);
    else
      insert(finding, absolute.lo(), "&", "consider borrowing here", Applicability::MaybeIncorrect);
  }
  if (!cause.bindings.empty() || writtenExpr(judged, cause.span) == nullptr)
    return;
  const mir::Terminator *call = receiverCall(judged, cause.first.at);
  if (call == nullptr)
    suggestClone(judged, finding, cause.span, ty, clone_message);
}

void suggestMutBinding(const JudgedBody &judged, Diagnostic &finding, mir::LocalId local, llvm::StringRef message) {
  const mir::LocalDecl &decl = judged.mir().locals[local];
  if (decl.kind != mir::LocalKind::Variable && decl.kind != mir::LocalKind::Param)
    return;
  if (judged.typed() != nullptr && decl.source.isValid() && judged.typed()->locals[decl.source].mode != typed::BindingMode::Move)
    return;
  insert(finding, decl.span.absoluteFrom(judged.mir().base).lo(), "mut ", message, Applicability::MachineApplicable);
}

void suggestMutability(const JudgedBody &judged, Diagnostic &finding, const NotMutable &violation) {
  const mir::Body &body = judged.mir();
  const mir::PlaceData &blamed = body.places[violation.blamed];
  if (!blamed.base.isValid())
    return suggestMutBinding(judged, finding, blamed.local, "consider changing this to be mutable");
  if (body.places[blamed.base].base.isValid() || body.locals[blamed.local].kind != mir::LocalKind::Param)
    return;
  const Def &owner = judged.program.def(body.owner);
  if (!isFunction(owner.kind))
    return;
  const auto *fn = owner.as<ast::FnItem>();
  std::size_t index = blamed.local.index() - 1;
  if (fn->self_param.present) {
    if (index == 0) {
      if (fn->self_param.is_ref && fn->self_param.lifetime.name.empty())
        insert(finding, fn->self_param.span.lo() + 1, "mut ", "consider changing this to be a mutable reference", Applicability::MaybeIncorrect);
      return;
    }
    --index;
  }
  if (index >= fn->params.size() || fn->params[index].type == nullptr)
    return;
  const auto *type = llvm::dyn_cast<ast::RefType>(fn->params[index].type);
  if (type != nullptr && !type->lifetime.present())
    insert(finding, type->span.lo() + 1, "mut ", "consider changing this to be a mutable reference", Applicability::MaybeIncorrect);
}

Span firstAssignmentSpan(const JudgedBody &judged, const Reassignment &again) {
  const mir::Body &body = judged.mir();
  mir::LocalId local = body.places[again.place].local;
  const Init &init = judged.data.inits()[again.first];
  bool bound_with_value = Scrutinees(judged).of(local) != nullptr;
  return bound_with_value || init.kind == InitKind::Argument ? body.locals[local].span : judged.flow.spanAt(init.at);
}

} // namespace lien
