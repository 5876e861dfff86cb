// What one drop of the MIR comes to: the pieces that are dropped there, in order, and what each depends on (rustc dev guide, "Drop elaboration").
//
//   struct P { a: D, b: D }
//   fn toy(c: bool, p: P) {
//       if c { eat(p.a); }
//   }                         drop(p) is open: p.a if it is still there, then p.b
#pragma once

#include "checker/drops/drop_states.hpp"
#include "frontend/types/infer.hpp"

namespace lien {

/// One piece that a drop may drop.
struct DropPiece {
  mir::PlaceId base;                                            ///< a place of the body …
  llvm::SmallVector<mir::Projection, 2> steps;                  ///< … and the way on from it, which the body may not have a place for
  Ty ty;                                                        ///< of the piece
  MovePathId guard;                                             ///< dropped only if this path holds a value; invalid: always
  bool allocation_only = false;                                 ///< a Box whose content is dropped (or gone) on its own
  llvm::SmallVector<std::uint32_t, 2> other_than;               ///< an enum, all of whose other variants are dropped as one: these are not meant
  std::optional<std::pair<std::uint64_t, std::uint64_t>> range; ///< elements of an array that were never moved one by one: first, one past the last
};

/// The pieces of the Drop terminator of a block.
class DropElaboration {
public:
  DropElaboration(Program &program, const MoveTypes &types, const DropStates &states);

  llvm::SmallVector<DropPiece, 2> piecesAt(mir::BlockId block);

private:
  enum class Style : std::uint8_t { Dead, Static, Conditional, Open };
  [[nodiscard]] Style deepStyle(MovePathId path) const;
  /// Of the value itself, without what is below it that has paths of its own.
  [[nodiscard]] Style shallowStyle(MovePathId path) const;
  void drop(MovePathId path, mir::PlaceId place);
  void dropOpen(MovePathId path, mir::PlaceId place);
  /// `owner`: whose flag guards fields without a path of their own (of a variant: the enum's).
  void dropFields(MovePathId path, MovePathId owner, mir::PlaceId place, Ty whole, std::uint32_t variant);
  void dropEnum(MovePathId path, mir::PlaceId place);
  void dropArray(MovePathId path, mir::PlaceId place);
  void dropBox(MovePathId path, mir::PlaceId place);
  /// What of `path` has no path of its own: guarded by the flag of the whole.
  void dropRest(MovePathId path, DropPiece piece);
  [[nodiscard]] MovePathId childAt(MovePathId path, const mir::Projection &step) const;
  bool needsDrop(Ty ty) { return facts_.needsDrop(ty) != Answer::No; }

  Program &program_;
  TypeStore &types_;
  const mir::Body &body_;
  const MoveData &moves_;
  const MoveTypes &move_types_;
  const DropStates &states_;
  ParamEnv env_;
  TypeFacts facts_;
  mir::BlockId block_; ///< whose Drop is under way
  llvm::SmallVector<DropPiece, 2> *out_ = nullptr;
};

} // namespace lien
