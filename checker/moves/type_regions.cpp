#include "checker/moves/type_regions.hpp"

namespace lien {

void forEachRegion(const TypeStore &types, Ty ty, llvm::function_ref<void(Region)> each) {
  llvm::SmallVector<Ty, 8> todo{ty};
  while (!todo.empty()) {
    const TyData &data = types.data(todo.pop_back_val());
    if (data.kind == TyKind::Ref || data.kind == TyKind::Dynamic)
      each(data.region);
    for (GenericArg arg : data.args) {
      if (arg.kind() == GenericArg::Kind::Type)
        todo.push_back(arg.type());
      if (arg.kind() == GenericArg::Kind::Region)
        each(arg.region());
    }
  }
}

} // namespace lien
