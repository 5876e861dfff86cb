#include "checker/moves/move_types.hpp"

namespace lien {

bool ProgramMoveTypes::isBox(Ty ty) const {
  const TyData &adt = data(ty);
  return adt.kind == TyKind::Adt && program_.isLang(adt.def, LangItem::BoxStruct);
}

bool ProgramMoveTypes::hasDestructor(Ty ty) const {
  const TyData &adt = data(ty);
  return adt.kind == TyKind::Adt && program_.dropImpl(adt.def).isValid();
}

} // namespace lien
