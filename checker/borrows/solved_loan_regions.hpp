// What loans ask about regions, answered by the solution.
#pragma once

#include "checker/borrows/loans.hpp"

namespace lien {

class SolvedLoanRegions final : public LoanRegions {
public:
  explicit SolvedLoanRegions(const Regions &regions) : regions_(regions) {}
  [[nodiscard]] RegionVid ofBorrow(Location at) const override { return regions_.ofBorrow(at); }
  [[nodiscard]] const PointSet &points(RegionVid region) const override { return regions_.points(region); }

private:
  const Regions &regions_;
};

} // namespace lien
