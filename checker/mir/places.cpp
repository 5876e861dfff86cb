// Hash-consed places: equal ids, equal places, so that every table of the analyses is a vector.
#include "checker/mir/mir.hpp"

namespace lien::mir {

PlaceId Places::local(LocalId local, Ty ty) {
  if (local.index() >= locals_.size())
    locals_.resize(local.index() + 1);
  PlaceId &known = locals_[local];
  if (!known.isValid()) {
    PlaceData data;
    data.local = local;
    data.ty = ty;
    known = data_.push(data);
  }
  return known;
}

PlaceId Places::project(PlaceId base, Projection step, Ty ty) {
  const auto tag = static_cast<std::uint64_t>(step.kind) << 1U | static_cast<std::uint64_t>(step.from_end);
  const std::pair<std::uint64_t, std::uint64_t> key{static_cast<std::uint64_t>(base.value) << 32U | tag, static_cast<std::uint64_t>(step.a) << 32U | step.b};
  auto [entry, fresh] = projections_.try_emplace(key);
  if (!fresh)
    return entry->second;
  PlaceData data;
  data.local = data_[base].local;
  data.base = base;
  data.step = step;
  data.depth = data_[base].depth + 1;
  data.indirect = data_[base].indirect || step.kind == ProjectionKind::Deref;
  data.ty = ty;
  return entry->second = data_.push(data);
}

llvm::SmallVector<Projection, 4> Places::projections(PlaceId id) const {
  llvm::SmallVector<Projection, 4> steps(data_[id].depth);
  for (std::size_t at = steps.size(); at > 0; --at) {
    steps[at - 1] = data_[id].step;
    id = data_[id].base;
  }
  return steps;
}

void Places::clear() {
  data_.clear();
  locals_.clear();
  projections_.clear();
}

} // namespace lien::mir
