// How a call links the regions of its arguments and its result: read off the callee's signature and conditions.
//
// Lifetimes of the callee, and its type parameters where they stand for types with regions, fall into classes; what is in one class may flow into each
// other. `fn get<'a>(v: &'a Vec<T>, i: usize) -> Option<&'a T>` with `T = &str` has two: 'a, and the regions of T.
#pragma once

#include "checker/mir/mir.hpp"
#include "checker/moves/type_regions.hpp"

namespace lien {

class CallRegions {
public:
  CallRegions(Program &program, TypeRegions &regions, const mir::Body &body, const mir::Terminator &call);

  static constexpr std::uint32_t result = UINT32_MAX;
  /// The class occurs in the type of an argument or of the result: as the region of its outermost reference, or inside.
  struct Use {
    std::uint32_t position; ///< index of the argument, or `result`
    bool is_outer;
    std::uint32_t region_class;
  };
  [[nodiscard]] bool isUnderstood() const { return understood_; }
  [[nodiscard]] std::uint32_t classCount() const { return class_count_; }
  [[nodiscard]] llvm::ArrayRef<Use> uses() const { return uses_; }
  /// Classes that must live forever.
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> staticClasses() const { return static_classes_; }

private:
  /// A lifetime or type parameter of the callee; small numbers, the first is `'static`.
  using Atom = std::uint32_t;
  static constexpr Atom static_atom = 0;

  void readSignature(const FnSig &sig, const mir::Terminator &call, const mir::Body &body);
  void readPosition(std::uint32_t position, Ty declared);
  void readPredicates(DefId callee);
  Atom atomOf(Region region);
  Atom atomOfParam(std::uint32_t index);
  void atomsOf(Ty ty, llvm::SmallVectorImpl<Atom> &atoms);
  void unite(Atom a, Atom b);
  Atom find(Atom atom);
  void number();
  [[nodiscard]] bool isInteresting(std::uint32_t param) const;
  [[nodiscard]] bool hasParams(std::uint32_t param) const;

  Program &program_;
  TypeRegions &regions_;
  Args args_;
  bool understood_ = true;
  llvm::SmallVector<Atom, 8> parent_;
  llvm::SmallVector<std::pair<std::uint64_t, Atom>, 8> atoms_; ///< key of a lifetime or parameter to its atom
  llvm::SmallVector<Use, 8> uses_;
  std::uint32_t class_count_ = 0;
  llvm::SmallVector<std::uint32_t, 1> static_classes_;
};

} // namespace lien
