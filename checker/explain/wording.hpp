// The words for each cause: message, labels, notes and suggestions as rustc gives them, with absolute spans. All text about moves, initialisation and
// mutability is in `wording.cpp`; what rewrites to offer is decided in `suggestions.cpp`.
#pragma once

#include "checker/explain/causes.hpp"
#include "checker/explain/place_names.hpp"

namespace lien {

class Wording {
public:
  explicit Wording(const JudgedBody &judged) : judged_(judged), body_(judged.mir()), names_(judged) {}

  [[nodiscard]] Diagnostic word(const Cause &cause);

private:
  Diagnostic wordCause(const NeverInitialised &cause);
  Diagnostic wordCause(const MovedBefore &cause);
  Diagnostic wordCause(const CannotMove &cause);
  Diagnostic wordCause(const AssignedTwice &cause);
  Diagnostic wordCause(const NeedsMut &cause);

  [[nodiscard]] Span absolute(Span span) const { return span.absoluteFrom(body_.base); }
  [[nodiscard]] Span spanAt(Location at) const { return absolute(judged_.flow.spanAt(at)); }
  [[nodiscard]] std::string print(Ty ty) {
    return "`" + judged_.program.printNaming(ty, [](Region) { return std::string("'_"); }) + "`";
  }
  [[nodiscard]] std::string noCopy(const std::string &place, Ty ty, bool is_partial = false);

  void labelMoveSite(Diagnostic &finding, const MovedBefore &cause, const MoveSite &site);
  void labelLoops(Diagnostic &finding, const MovedBefore &cause, const MoveOut &move);
  void labelMovedType(Diagnostic &finding, const MovedBefore &cause);
  void labelRefills(Diagnostic &finding, const MoveHistory &history);
  /// Says which call takes the moved value as its receiver; false when the move is no receiver.
  bool labelReceiver(Diagnostic &finding, Location move, mir::PlaceId moved, const std::string &partially, bool in_loop);
  void labelBindings(Diagnostic &finding, const CannotMove &cause);
  [[nodiscard]] std::string describeObstacle(const CannotMove &cause);
  /// What is wrong with writing to the place: `` `x.a`, as `x` is not declared as mutable ``.
  struct Refusal {
    std::string item, reason, pointer;
  };
  [[nodiscard]] Refusal describeRefusal(const NotMutable &violation);

  const JudgedBody &judged_;
  const mir::Body &body_;
  PlaceNames names_;
};

} // namespace lien
