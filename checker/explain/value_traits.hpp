// What suggestions must know of a value's type before they are made. "Unknown" is no: nothing is offered that might not compile.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

[[nodiscard]] bool implementsClone(const JudgedBody &judged, Ty ty);
/// Does `&T` implement IntoIterator, so that `for x in &v` works?
[[nodiscard]] bool isIterableByReference(const JudgedBody &judged, Ty ty);
[[nodiscard]] bool isIterator(const JudgedBody &judged, Ty ty);

} // namespace lien
