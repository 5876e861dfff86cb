// What the value of a constant holds, told by what it was made of and not just by its type: `const NONE: Option<String> = None;` has nothing to drop.
#pragma once

#include "checker/dataflow/control_flow.hpp"
#include "frontend/types/infer.hpp"

#include "llvm/ADT/DenseMap.h"

namespace lien {

/// What a value may hold.
struct ConstantContent {
  bool drop = false; ///< something to drop
  bool cell = false; ///< interior mutability
};

/// What a value of a type may hold.
class ContentOfTypes {
public:
  ContentOfTypes(Program &program, DefId owner);
  bool mayNeedDrop(Ty ty) { return facts_.needsDrop(ty) != Answer::No; }
  /// May a value of this type be changed through a shared reference?
  bool mayHaveCell(Ty ty) { return mayHaveCell(ty, 0); }
  ConstantContent of(Ty ty) { return {mayNeedDrop(ty), mayHaveCell(ty)}; }

private:
  bool mayHaveCell(Ty ty, unsigned depth);
  bool adtMayHaveCell(Ty ty, DefId def, unsigned depth);

  Program &program_;
  const TypeStore &types_;
  TypeFacts facts_;
};

/// The constants of the program that were asked about. Infers and lowers their bodies: not while something else is being inferred.
class ConstantValues {
public:
  explicit ConstantValues(Program &program) : program_(program) {}
  /// Of a constant that the user declared, not in a trait; nothing when its body is not understood.
  std::optional<ConstantContent> of(DefId constant);
  /// What the type says is not the last word for such a constant.
  static bool looksInside(Program &program, const mir::Constant &constant);

private:
  std::optional<ConstantContent> compute(DefId constant);

  Program &program_;
  llvm::DenseMap<std::uint32_t, std::optional<ConstantContent>> known_;
};

} // namespace lien
