// Variance of the parameters of structs and enums.
#include "frontend/types/program_impl.hpp"

namespace lien {

llvm::ArrayRef<Variance> Program::variances(DefId adt) {
  const auto [entry, fresh] = impl_->variances.get(adt);
  if (fresh)
    entry->value.assign(generics(adt).count(), Variance::Invariant);
  return entry->value;
}

} // namespace lien
