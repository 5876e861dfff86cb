// Places as the source writes them: `x`, `s.a`, `*r`, `v[_]`; nothing for what has no name.
#pragma once

#include "checker/explain/judged_body.hpp"

namespace lien {

class PlaceNames {
public:
  explicit PlaceNames(const JudgedBody &judged);

  enum class Variants : std::uint8_t {
    Unnamed,       ///< a payload is named like a field: `o.0`
    Hidden,        ///< what goes through a variant has no name
    PayloadHidden, ///< a tuple variant's or tuple struct's field is left out: `o`
  };
  /// Without quotes; nothing where the root is a temporary.
  [[nodiscard]] std::optional<std::string> name(mir::PlaceId place, Variants variants = Variants::Unnamed) const;
  /// `` `x` ``, or "value" without a name.
  [[nodiscard]] std::string quoted(mir::PlaceId place, Variants variants = Variants::Unnamed) const;
  /// The static whose address the local holds; invalid: none.
  [[nodiscard]] DefId staticIn(mir::LocalId local) const;
  /// The first variant on the way to the place; empty: none.
  [[nodiscard]] std::string variantName(mir::PlaceId place) const;
  /// The name of a reference-counting owner (messages call these by name); empty for other types.
  [[nodiscard]] std::string sharedOwnerName(Ty ty) const;
  [[nodiscard]] llvm::StringRef localName(mir::LocalId local) const;

private:
  [[nodiscard]] const VariantInfo *variantOf(mir::PlaceId base) const;
  [[nodiscard]] std::string fieldName(mir::PlaceId base, std::uint32_t field) const;

  const JudgedBody &judged_;
  llvm::DenseMap<std::uint32_t, DefId> statics_;
};

} // namespace lien
