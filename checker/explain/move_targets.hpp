// What takes a value that is moved away: the words behind "moved into `consume`".
//
//   fn toy(s: String) {
//       let t = s;          moved into `t`
//       consume(t);         moved into `consume`
//   }
//
// In the MIR an argument goes through a temporary of its own first; what counts is who takes it from there.
#pragma once

#include "checker/explain/place_names.hpp"

namespace lien {

class MoveTargets {
public:
  explicit MoveTargets(const JudgedBody &judged);

  /// For a move at a location: `moved into `consume``, `moved into a tuple`, `returned`, …
  [[nodiscard]] std::string describe(Location move) const;
  /// In the same words, who takes the temporary as a whole; empty: nobody does.
  [[nodiscard]] std::string takerOf(mir::LocalId temporary) const;

private:
  [[nodiscard]] std::string describeCall(const mir::Terminator &call) const;
  [[nodiscard]] std::string describeAssignment(const mir::Statement &statement) const;
  [[nodiscard]] std::string describeAggregate(const mir::Rvalue &rvalue) const;
  void noteConsumers(Location at, llvm::ArrayRef<mir::Operand> operands);

  const JudgedBody &judged_;
  const mir::Body &body_;
  PlaceNames names_;
  std::vector<std::optional<Location>> consumer_; ///< by local: where a temporary is moved as a whole, first in the order of the flow
};

} // namespace lien
