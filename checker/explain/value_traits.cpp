#include "checker/explain/value_traits.hpp"

#include "frontend/types/infer.hpp"

namespace lien {

namespace {

bool holds(const JudgedBody &judged, Ty ty, LangItem item) {
  DefId trait = judged.program.lang(item);
  if (!trait.isValid())
    return false;
  InferContext infer(judged.program, paramEnvOf(judged.program, judged.mir().owner));
  return infer.implements(ty, trait) == Answer::Yes;
}

} // namespace

bool implementsClone(const JudgedBody &judged, Ty ty) { return holds(judged, ty, LangItem::CloneTrait); }

bool isIterator(const JudgedBody &judged, Ty ty) { return holds(judged, ty, LangItem::IteratorTrait); }

bool isIterableByReference(const JudgedBody &judged, Ty ty) {
  return holds(judged, judged.program.types().ref(Region::erased(), ty, Mutability::Not), LangItem::IntoIteratorTrait);
}

} // namespace lien
