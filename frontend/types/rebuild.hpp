// The one place that takes a type apart and puts it together again. Every fold is this template with other leaves.
//
// A folder has `foldTy`, `foldRegion`, `foldConst`, `enterBinder`, `leaveBinder`. A template, because inference folds in its hot loops; the virtual
// `TypeFolder` is one instance of it.
#pragma once

#include "diagnostics/stack_guard.hpp"
#include "frontend/types/types.hpp"

namespace lien {

template <typename Folder> GenericArg foldArg(GenericArg arg, Folder &folder) {
  switch (arg.kind()) {
  case GenericArg::Kind::Type:
    return folder.foldTy(arg.type());
  case GenericArg::Kind::Region:
    return folder.foldRegion(arg.region());
  case GenericArg::Kind::Const:
    return folder.foldConst(arg.constant());
  }
  return arg;
}

template <typename Folder> Args rebuildArgs(TypeStore &store, Args args, Folder &folder) {
  // Nothing is copied before the first change.
  for (std::size_t at = 0; at < args.size(); ++at) {
    const GenericArg folded = foldArg(args[at], folder);
    if (folded == args[at])
      continue;
    llvm::SmallVector<GenericArg, 8> list(args.begin(), args.begin() + at);
    list.push_back(folded);
    for (const GenericArg &arg : args.drop_front(at + 1))
      list.push_back(foldArg(arg, folder));
    return store.args(list);
  }
  return args;
}

template <typename Folder> FnSig rebuildSig(TypeStore &store, const FnSig &sig, Folder &folder) {
  folder.enterBinder();
  llvm::SmallVector<Ty, 8> inputs;
  for (const Ty input : sig.inputs)
    inputs.push_back(folder.foldTy(input));
  const Ty output = folder.foldTy(sig.output);
  folder.leaveBinder();
  return {llvm::ArrayRef(inputs) == sig.inputs ? sig.inputs : store.types(inputs), output, sig.bound_regions};
}

template <typename Folder> Ty rebuildDynamic(TypeStore &store, Ty ty, const TyData &data, Folder &folder) {
  folder.enterBinder();
  const Args args = rebuildArgs(store, data.args, folder);
  llvm::SmallVector<std::pair<DefId, Ty>, 4> projections;
  // The lists may move while types are interned, so each is looked up again.
  for (std::size_t at = 0; at < store.dynamicProjections(ty).size(); ++at) {
    const auto [assoc, value] = store.dynamicProjections(ty)[at];
    projections.emplace_back(assoc, folder.foldTy(value));
  }
  folder.leaveBinder();
  const Region region = folder.foldRegion(data.region);
  if (args == data.args && region == data.region && llvm::ArrayRef(projections) == store.dynamicProjections(ty))
    return ty;
  const llvm::SmallVector<DefId, 4> auto_traits(store.dynamicAutoTraits(ty));
  return store.dynamic(data.def, args, projections, auto_traits, region);
}

/// Folds the parts of a type and interns the result; the type itself where no part changed.
template <typename Folder> Ty rebuild(TypeStore &store, Ty ty, Folder &folder) {
  if (StackGuard::exhausted())
    return store.unknown;
  const TyData &data = store.data(ty);
  const auto sameArgs = [&](Args args) { return args.data() == data.args.data(); };
  switch (data.kind) {
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Param:
  case TyKind::Infer:
    return ty;
  case TyKind::Tuple: {
    const Args args = rebuildArgs(store, data.args, folder);
    if (sameArgs(args))
      return ty;
    llvm::SmallVector<Ty, 8> elements;
    for (const GenericArg &arg : args)
      elements.push_back(arg.type());
    return store.tuple(elements);
  }
  case TyKind::Array: {
    const Ty element = folder.foldTy(data.element());
    const Const length = folder.foldConst(data.length);
    return element == data.element() && length == data.length ? ty : store.array(element, length);
  }
  case TyKind::Slice: {
    const Ty element = folder.foldTy(data.element());
    return element == data.element() ? ty : store.slice(element);
  }
  case TyKind::Ref: {
    const Region region = folder.foldRegion(data.region);
    const Ty pointee = folder.foldTy(data.element());
    return region == data.region && pointee == data.element() ? ty : store.ref(region, pointee, data.mutability);
  }
  case TyKind::Adt: {
    const Args args = rebuildArgs(store, data.args, folder);
    return sameArgs(args) ? ty : store.adt(data.def, args);
  }
  case TyKind::FnDef: {
    const Args args = rebuildArgs(store, data.args, folder);
    return sameArgs(args) ? ty : store.fnDef(data.def, args);
  }
  case TyKind::Closure: {
    const Args args = rebuildArgs(store, data.args, folder);
    return sameArgs(args) ? ty : store.closure(data.def, args);
  }
  case TyKind::Projection: {
    const Args args = rebuildArgs(store, data.args, folder);
    return sameArgs(args) ? ty : store.projection(data.def, args);
  }
  case TyKind::Opaque: {
    const Args args = rebuildArgs(store, data.args, folder);
    return sameArgs(args) ? ty : store.opaque(data.def, args);
  }
  case TyKind::FnPtr: {
    folder.enterBinder();
    const Args args = rebuildArgs(store, data.args, folder);
    folder.leaveBinder();
    if (sameArgs(args))
      return ty;
    llvm::SmallVector<Ty, 8> inputs;
    for (const GenericArg &arg : args.drop_back())
      inputs.push_back(arg.type());
    return store.fnPtr({inputs, args.back().type(), data.index});
  }
  case TyKind::Dynamic:
    return rebuildDynamic(store, ty, data, folder);
  }
  return ty;
}

} // namespace lien
