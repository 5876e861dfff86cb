// At which points each local's regions must hold: where the local may be used later, or dropped by a destructor that looks at them.
//
// RFC 2094, "Liveness" and "Drop-liveness"; walked backward from each use to the definitions, one local after another, as most live ranges are short. A local
// that is only dropped later counts where it may be initialised (`nll` folds that to the whole local).
#pragma once

#include "checker/regions/region_graph.hpp"

namespace lien {

struct LocalLiveness {
  PointSet uses;  ///< points on whose entry the local may be used later
  PointSet drops; ///< … or may be dropped later while it may be initialised
};

/// For every local with regions of its own (not the signature's) that are `asked` about (by region; universal ones are not); empty for others.
IdVector<mir::LocalId, LocalLiveness> computeLocalLiveness(const ControlFlow &flow, const MoveData &moves, RegionTemplates &templates, const RegionGraph &graph,
                                                           const std::vector<bool> &asked);

} // namespace lien
