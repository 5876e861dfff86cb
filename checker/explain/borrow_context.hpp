// What explanations of borrows read besides the body: the regions with their constraints, and the loans.
#pragma once

#include "checker/borrows/borrow_violations.hpp"
#include "checker/explain/judged_body.hpp"

namespace lien {

struct BorrowContext {
  const JudgedBody &judged;
  const Regions &regions;
  const Loans &loans;
  [[nodiscard]] const mir::Body &mir() const { return judged.mir(); }
  [[nodiscard]] const ControlFlow &flow() const { return judged.flow; }
};

} // namespace lien
