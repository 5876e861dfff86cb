// Move paths: the places of a body that can be moved or initialised on their own, as a forest with one tree for each local; and where that happens.
//
//   fn toy(c: bool, s: String) -> String {     move paths: return place, c, s, t and temporaries
//       let t;
//       if c {
//           t = s;                             moves out of s, initialises t
//       } else {
//           t = String::new();                 initialises t
//       }
//       t                                      moves out of t, initialises the return place
//   }
//
// A path goes through fields, enum variants (Downcast), boxes (Deref of a Box) and constant indices of arrays. It never goes through a reference, a value
// that implements Drop, a slice or an index known only at run time: nothing can be moved out of those, and an assignment to them re-initialises nothing.
// Sources: rustc dev guide, "Move paths"; Reference, "Moved and copied types", "Destructors".
#pragma once

#include "checker/dataflow/control_flow.hpp"
#include "checker/moves/move_types.hpp"

namespace lien {

struct MovePathTag;
using MovePathId = Id<MovePathTag>;

struct MovePath {
  mir::PlaceId place;
  MovePathId parent;                      ///< invalid for a local
  MovePathId first_child;                 ///< the youngest
  MovePathId next_sibling;                ///< the next older
  std::uint64_t element = not_an_element; ///< of an array: its index from the front
  static constexpr std::uint64_t not_an_element = UINT64_MAX;
};

/// A value leaves `path` at `at`.
struct MoveOut {
  MovePathId path;
  Location at;
};

enum class InitKind : std::uint8_t {
  Argument, ///< a parameter, at the entry
  Deep,     ///< an assignment
  OnReturn, ///< a call's result: initialised when the call returns, not when it unwinds
};
/// `path` and all below it receive a value at `at`.
struct Init {
  MovePathId path;
  InitKind kind{};
  Location at; ///< meaningless for Argument
};

/// The path of a place, or of the longest part of it that has one.
struct PathLookup {
  MovePathId path;
  bool exact = false;
};

class MoveData {
public:
  MoveData(const ControlFlow &flow, const MoveTypes &types);

  [[nodiscard]] const MovePath &operator[](MovePathId path) const { return paths_[path]; }
  [[nodiscard]] std::size_t size() const { return paths_.size(); }
  [[nodiscard]] std::size_t localCount() const { return flow_.body().locals.size(); }
  [[nodiscard]] MovePathId ofLocal(mir::LocalId local) const { return MovePathId(local.index()); } ///< locals come first
  [[nodiscard]] mir::LocalId localOf(MovePathId path) const {
    return path.index() < localCount() ? mir::LocalId(path.index()) : flow_.body().places[paths_[path].place].local;
  }
  [[nodiscard]] PathLookup find(mir::PlaceId place) const { return by_place_[place.index()]; }

  [[nodiscard]] llvm::ArrayRef<MoveOut> moves() const { return moves_; }
  [[nodiscard]] llvm::ArrayRef<Init> inits() const { return inits_; }
  [[nodiscard]] std::uint32_t argumentCount() const { return argument_count_; } ///< inits [0, argumentCount()) are the parameters'
  /// Index of the first move (init) at the location, and one past the last.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> movesAt(Location at) const { return range(move_start_, at); }
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> initsAt(Location at) const { return range(init_start_, at); }

  /// By index, ascending: the moves out of a local and out of parts of it; the initialisations of them, parameters' included. Sorted at the first question:
  /// only explanations ask.
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> movesOf(mir::LocalId local) const { return sortedByLocal(moves_, moves_by_local_, local); }
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> initsOf(mir::LocalId local) const { return sortedByLocal(inits_, inits_by_local_, local); }

  /// The index that a ConstantIndex step means in an array of known length (counted from the front).
  [[nodiscard]] std::uint64_t indexFromFront(const mir::Projection &step, Ty array) const;
  /// First and one past the last element of a Subslice of an array.
  [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> subslice(const mir::Projection &step, Ty array) const;

  /// Calls `each` with `root` and all paths below it.
  template <typename Each> void forEachBelow(MovePathId root, Each each) const {
    for (MovePathId path = root;;) {
      each(path);
      if (paths_[path].first_child.isValid()) {
        path = paths_[path].first_child;
        continue;
      }
      while (path != root && !paths_[path].next_sibling.isValid())
        path = paths_[path].parent;
      if (path == root)
        return;
      path = paths_[path].next_sibling;
    }
  }
  /// `root`, or the first path below it for which `holds`; invalid: none.
  template <typename Holds> MovePathId findAtOrBelow(MovePathId root, Holds holds) const {
    if (holds(root))
      return root;
    llvm::SmallVector<MovePathId, 8> todo;
    if (paths_[root].first_child.isValid())
      todo.push_back(paths_[root].first_child);
    while (!todo.empty()) {
      MovePathId path = todo.pop_back_val();
      if (holds(path))
        return path;
      if (paths_[path].first_child.isValid())
        todo.push_back(paths_[path].first_child);
      if (paths_[path].next_sibling.isValid())
        todo.push_back(paths_[path].next_sibling);
    }
    return {};
  }

private:
  friend class MoveDataBuilder;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range(const std::vector<std::uint32_t> &starts, Location at) const {
    std::uint32_t index = flow_.statementIndex(at);
    return {starts[index], starts[index + 1]};
  }

  struct ByLocal {
    std::vector<std::uint32_t> first; ///< by local; one more at the end; empty: not sorted yet
    std::vector<std::uint32_t> indices;
  };
  template <typename Event> llvm::ArrayRef<std::uint32_t> sortedByLocal(const std::vector<Event> &events, ByLocal &sorted, mir::LocalId local) const;

  const ControlFlow &flow_;
  const MoveTypes &types_;
  IdVector<MovePathId, MovePath> paths_;
  std::vector<PathLookup> by_place_;
  std::vector<MoveOut> moves_;
  std::vector<Init> inits_;
  std::uint32_t argument_count_ = 0;
  std::vector<std::uint32_t> move_start_, init_start_; ///< by statement index; one more at the end
  mutable ByLocal moves_by_local_, inits_by_local_;
};

/// Why a place cannot be moved out of, or nothing when it can. Judged step by step from the local outwards; the first obstacle counts.
enum class MoveObstacle : std::uint8_t {
  Borrowed,     ///< behind a reference (E0507)
  Destructor,   ///< inside a value that implements Drop (E0509)
  SliceElement, ///< an element of a slice named by a pattern (E0508)
  IndexElement, ///< an element of an array or slice named by a run-time index (E0508)
};
struct BlockedMove {
  MoveObstacle obstacle{};
  mir::PlaceId at; ///< Borrowed: the place behind the reference; otherwise the container
};
std::optional<BlockedMove> findMoveObstacle(const mir::Body &body, const MoveTypes &types, mir::PlaceId place);

} // namespace lien
