// The library's index: what names, impls and lang items there are, and where each item stands in the source. Made when Lien is built.
//
// Reading the whole library takes longer than judging most programs, of which each needs a small part. So the program that builds the index reads everything
// once (write_index.cpp), and at run time an item is read when it is first asked for, under the numbers that the index gave it: the numbers, and so every
// order and every answer, are those of a library that was read as a whole. All tables are constant data. Internal to `frontend`.
#pragma once

#include "frontend/names/name_tables.hpp"

namespace lien {

/// An item other than a module: its text, its module and its definitions, which are numbered without a gap.
struct IndexedItem {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  DefId module;
  Span span; ///< attributes included
};

struct IndexedModule {
  DefId id;
  DefId parent;
  Symbol name;
  Span name_span;
  Span span;
  VisibilityScope visibility;
  bool complete = false;
  bool unstable = false;
  bool not_core = false;
  std::uint32_t children = 0; ///< where its part of `module_children` ends; it begins where the one before ends
  std::uint32_t names = 0;    ///< the same of `module_names`
};

/// What an import brings that the library does not declare: a poisoned name.
struct IndexedUnknown {
  DefId id;
  DefId module;
  Symbol name;
  Span span;
  const char *what = nullptr;
};

/// An impl under the trait (invalid: inherent) and the outermost shape of its self type (a key of `TypeShape`).
struct IndexedImpl {
  DefId trait;
  std::uint64_t shape = 0;
  DefId impl;
};

struct IndexedTraitItem {
  Symbol name;
  DefId item;
};

/// The reverse of `lang_items`: each copy of an impl for several types has the items of its own.
struct IndexedLang {
  DefId id;
  LangItem item{};
};

struct LibraryIndex {
  SymbolIndex symbols;
  llvm::ArrayRef<std::uint8_t> kinds; ///< of all definitions
  llvm::ArrayRef<std::uint32_t> names;
  llvm::ArrayRef<IndexedItem> items;     ///< by first definition
  llvm::ArrayRef<IndexedModule> modules; ///< in the order of `Def::index`
  llvm::ArrayRef<DefId> module_children;
  llvm::ArrayRef<Module::Name> module_names;
  llvm::ArrayRef<IndexedUnknown> unknowns; ///< behind all items
  NameIndex bindings;
  llvm::ArrayRef<DefId> impls;                  ///< in source order
  llvm::ArrayRef<IndexedImpl> trait_impls;      ///< by trait, then in source order
  llvm::ArrayRef<IndexedImpl> inherent;         ///< by shape, then in source order
  llvm::ArrayRef<IndexedTraitItem> trait_items; ///< by name, then by definition
  llvm::ArrayRef<DefId> lang_items;
  llvm::ArrayRef<IndexedLang> lang_of;
  DefId prelude;
};

/// Null in the program that makes the index.
extern const LibraryIndex *const library_index;

} // namespace lien
