// The accesses of one body that could meet a loan: those of locals that have loans, in the order of points, and the same sorted by local.
//
// A loan meets only accesses of its own local, and one that shares meets only what writes: two short lists for each local instead of the whole body.
#pragma once

#include "checker/borrows/borrow_accesses.hpp"

namespace lien {

struct LoanEvent {
  std::uint32_t point = 0; ///< statement index
  BorrowAccess access;
};

class LoanEvents {
public:
  LoanEvents(const ControlFlow &flow, const Loans &loans);

  [[nodiscard]] std::size_t size() const { return events_.size(); }
  [[nodiscard]] const LoanEvent &operator[](std::uint32_t event) const { return events_[event]; }
  /// Events that could conflict with a loan or kill it, by number, in the order of points.
  [[nodiscard]] llvm::ArrayRef<std::uint32_t> ofLoan(const Loan &loan) const {
    std::size_t local = flow_.body().places[loan.borrowed].local.index();
    return loan.isMutable() ? all_.of(local) : writes_.of(local);
  }
  /// Where the function ends, by returning or unwinding.
  [[nodiscard]] llvm::ArrayRef<Location> exits() const { return exits_; }

private:
  struct ByLocal {
    std::vector<std::uint32_t> first; ///< by local; one more at the end
    std::vector<std::uint32_t> events;
    [[nodiscard]] llvm::ArrayRef<std::uint32_t> of(std::size_t local) const {
      return llvm::ArrayRef(events).slice(first[local], first[local + 1] - first[local]);
    }
  };
  void gather(const Loans &loans);
  void sortByLocal(ByLocal &lists, bool writes_only) const;

  const ControlFlow &flow_;
  std::vector<LoanEvent> events_;
  std::vector<Location> exits_;
  ByLocal all_, writes_;
};

} // namespace lien
