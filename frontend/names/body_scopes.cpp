// Variables and block modules of one body.
//
// A map from each name to its innermost rib makes a lookup independent of how many variables a body has; a rib remembers the one it hides, so that leaving
// a scope costs what entering it did.
#include "frontend/names/resolver.hpp"

namespace lien {

std::size_t BodyScopes::enter() { return ribs_.size(); }

std::size_t BodyScopes::enterBlock(const ast::BlockExpr *block) {
  const std::size_t mark = ribs_.size();
  if (!block->has_items)
    return mark;
  const DefId module = resolver_.blockModule(block);
  if (!module.isValid())
    return mark;
  ribs_.push_back({{}, 0, innermost_block_, module});
  innermost_block_ = static_cast<std::uint32_t>(ribs_.size());
  return mark;
}

void BodyScopes::leave(std::size_t mark) {
  while (ribs_.size() > mark) {
    const Rib &rib = ribs_.back();
    if (rib.module.isValid())
      innermost_block_ = rib.shadowed;
    else if (rib.shadowed == 0)
      innermost_.erase(rib.name.value);
    else
      innermost_[rib.name.value] = rib.shadowed;
    ribs_.pop_back();
  }
}

void BodyScopes::bind(Symbol name, std::uint32_t local) {
  std::uint32_t &slot = innermost_[name.value];
  ribs_.push_back({name, local, slot, {}});
  slot = static_cast<std::uint32_t>(ribs_.size());
}

DefId BodyScopes::module() const {
  if (innermost_block_ != 0)
    return ribs_[innermost_block_ - 1].module;
  return resolver_.defs()[owner_].module;
}

/// The variable a name means, unless an item of a block further in hides it; nothing if it is no variable.
std::optional<Res> BodyScopes::variable(Symbol name) {
  const auto found = innermost_.find(name.value);
  if (found == innermost_.end())
    return std::nullopt;
  const std::uint32_t rib = found->second;
  for (std::uint32_t block = innermost_block_; block > rib; block = ribs_[block - 1].shadowed)
    if (resolver_.inBlock(ribs_[block - 1].module, name, Namespace::Value))
      return std::nullopt;
  return Res{ResKind::Local, {}, ribs_[rib - 1].local, {}};
}

PathRes BodyScopes::resolve(const ast::Path &path, PathUse use, DiagnosticSink &sink) {
  if (path.isSingle() && namespaceOf(use) == Namespace::Value) {
    const ast::Ident &name = path.segments[0].ident;
    if (const std::optional<Res> local = variable(name.name)) {
      if (use == PathUse::Value || use == PathUse::Callee)
        return {*local, 1};
      const char *wanted = use == PathUse::TupleStruct ? "tuple struct or tuple variant" : "unit struct, unit variant or constant";
      sink.report(Diagnostic(DiagnosticKind::E0532,
                             std::string("expected ") + wanted + ", found local variable `" + resolver_.symbols().text(name.name).str() + "`", path.span,
                             std::string("not a ") + wanted));
      return {};
    }
  }
  if (path.isSingle() && variable(path.segments[0].ident.name))
    return resolveBesideVariable(path, use, sink);
  return resolver_.resolveIn(path, use, owner_, module(), sink);
}

/// A type is wanted where a variable of that name is in scope: if there is no such type, the variable is what was found.
PathRes BodyScopes::resolveBesideVariable(const ast::Path &path, PathUse use, DiagnosticSink &sink) {
  DiagnosticSink found;
  const PathRes result = resolver_.resolveIn(path, use, owner_, module(), found);
  const DiagnosticKind missing = use == PathUse::Trait ? DiagnosticKind::E0405 : use == PathUse::Struct ? DiagnosticKind::E0422 : DiagnosticKind::E0425;
  if (found.all().empty() || found.all().front().kind != missing) {
    sink.absorb(std::move(found));
    return result;
  }
  const char *wanted = use == PathUse::Trait ? "trait" : use == PathUse::Struct ? "struct, variant or union type" : "type";
  const DiagnosticKind kind = use == PathUse::Trait ? DiagnosticKind::E0404 : use == PathUse::Struct ? DiagnosticKind::E0574 : DiagnosticKind::E0573;
  const std::string name = resolver_.symbols().text(path.segments[0].ident.name).str();
  sink.report(Diagnostic(kind, std::string("expected ") + wanted + ", found local variable `" + name + "`", path.span, std::string("not a ") + wanted));
  return {};
}

PathRes BodyScopes::resolveConstant(const ast::Path &path, DiagnosticSink &sink) {
  if (path.isSingle() && variable(path.segments[0].ident.name)) {
    sink.report(Diagnostic(DiagnosticKind::E0435, "attempt to use a non-constant value in a constant", path.segments[0].ident.span, "non-constant value"));
    return {};
  }
  return resolver_.resolveIn(path, PathUse::Value, owner_, module(), sink);
}

std::optional<Res> BodyScopes::resolvePatternName(const ast::Ident &name, DiagnosticSink &sink, PatternSource source, bool plain) {
  if (variable(name.name))
    return std::nullopt;
  return resolver_.patternName(name, owner_, module(), source, plain, sink);
}

} // namespace lien
