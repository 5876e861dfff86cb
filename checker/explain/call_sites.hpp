// Calls as explanations see them: which call takes a moved temporary as its receiver, which call made a reference that is dereferenced.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

/// The method call that takes the value moved at `move` as its receiver; null when it is something else.
const mir::Terminator *receiverCall(const JudgedBody &judged, Location move);
/// The function that a call names; invalid for a call through a value.
DefId calleeOf(const mir::Body &body, const mir::Terminator &call);
llvm::ArrayRef<GenericArg> calleeArgs(const mir::Body &body, const mir::Terminator &call);

/// A method as messages name it: `Option::<T>::unwrap`, `into_iter`.
std::string methodName(Program &program, DefId method);

/// How a dereferenced reference came to be.
struct ReferenceSource {
  enum class Kind : std::uint8_t { SharedReference, MutableReference, OverloadedDeref, OverloadedIndex } kind{};
  Ty container; ///< OverloadedDeref, OverloadedIndex: the type whose operator was called
};
/// `pointer`: the place that is dereferenced.
ReferenceSource sourceOfReference(const JudgedBody &judged, mir::PlaceId pointer);

} // namespace lien
