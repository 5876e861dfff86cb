// Which accesses happen while which loans are in scope: the exact answer, one loan at a time, and only for loans that could matter.
//
//   gen    a loan comes into scope after the borrow
//   kill   … and ends before the first point that its region does not contain, and after the name of what is borrowed leads elsewhere
//
//   let mut p = &mut list;              region of the loan made in the loop: the loop, all of it
//   loop {                              in scope: from `&mut (*p).next` to the assignment of p, which kills it
//       p = &mut (*p).next;
//   }
//
// The textbook form is a forward bit-vector analysis with a bit for each loan in every block. Nearly all loans meet no conflicting access at any point of
// their region, killed or not, and need neither bits nor a walk; the few others are followed through the blocks of their region. The sets are the same: one
// bit of the analysis never looks at another. A function with n short loans costs O(n), not O(n²/64), and no memory for rows.
#pragma once

#include "checker/borrows/loan_events.hpp"

namespace lien {

struct LoanMeetings {
  std::vector<LoanId> by_event;                     ///< by event: the first loan that forbids it; empty when there is none at all
  std::vector<std::pair<Location, LoanId>> at_exit; ///< loans of locals in scope where the function ends, by loan
  [[nodiscard]] bool none() const { return by_event.empty() && at_exit.empty(); }
};

/// `check_exits`: locals end with the function.
LoanMeetings findMeetings(const ControlFlow &flow, const MoveTypes &types, const Loans &loans, const LoanRegions &regions, const LoanEvents &events,
                          bool check_exits);

} // namespace lien
