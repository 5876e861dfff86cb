// Which parts of the language users may write already: the one place where a part is switched on.
//
// Everything behind a switch is represented and computed in full, because the library's own source uses it; a switch that is off only makes the user's
// own use of it a decline (L0001). Not constants, so that unit tests can try the machinery ahead of the language.
#pragma once

namespace lien::language {

inline bool user_traits = false;        ///< `trait` items of the user, and bounds that name them
inline bool user_trait_impls = false;   ///< `impl Trait for …` other than Drop
inline bool dyn_types = false;          ///< `dyn Trait`
inline bool impl_trait_argument = true; ///< `impl Trait` as the type of a parameter
inline bool impl_trait_return = false;  ///< `impl Trait` as (part of) a return type

} // namespace lien::language
