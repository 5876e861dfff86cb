// What messages call a lifetime of the signature: its name, or a number for one that the source does not name, with the place that shows what is meant.
//
//   fn f(x: &i32, y: Cell<&u8>)
//           ^        ^
//           '1       has type `Cell<&'2 u8>`? No: `&` is written, so it is pointed at as well
//
// Numbers are given in the order of asking, one count for each message's body. Computed only for findings.
#pragma once

#include "checker/explain/borrow_context.hpp"

namespace lien {

struct RegionName {
  enum class Kind : std::uint8_t {
    Static,
    Named,     ///< declared: `span` is the declaration
    Reference, ///< of the `&` at `span`
    InType,    ///< somewhere in the type `type` of what is at `span`
    Hidden,    ///< in a type that does not show it
    InImpl,    ///< of the impl's header
  } kind{};
  std::string text; ///< `'a`, `'1`
  Span span;        ///< absolute
  std::string type; ///< InType, Hidden: with the lifetime in it
};

/// A parameter of the function whose type mentions a lifetime.
struct RegionParameter {
  std::size_t index = 0; ///< `self` included
  std::string name;      ///< empty: a pattern
  Span span;             ///< absolute
};

class RegionNames {
public:
  RegionNames(const JudgedBody &judged, const Regions &regions);

  /// Nothing: it cannot be called anything.
  std::optional<RegionName> name(RegionVid universal);
  /// Says where the lifetime is: "lifetime `'a` defined here".
  static void label(Diagnostic &finding, const RegionName &name);

  /// The first parameter whose type mentions the lifetime.
  [[nodiscard]] std::optional<RegionParameter> parameterWith(RegionVid universal) const;
  [[nodiscard]] const ast::FnItem *fn() const { return fn_; }
  /// The written type of a parameter; null for `self` without one.
  [[nodiscard]] const ast::Type *writtenType(std::size_t parameter) const;
  [[nodiscard]] const FnSig &signature() const { return signature_; }
  [[nodiscard]] bool mentions(Ty ty, RegionVid universal) const;
  /// The type with one lifetime in it called by `text` (and declared ones by their names when `with_declared`).
  [[nodiscard]] std::string printWith(Ty ty, RegionVid universal, const std::string &text, bool with_declared) const;
  /// The declaration of an early- or late-bound lifetime with a name; invalid: it has none.
  [[nodiscard]] DefId declaration(RegionVid universal) const;

private:
  [[nodiscard]] std::optional<RegionName> nameOfParameterType(RegionVid universal) const;
  [[nodiscard]] std::optional<Span> matchReference(Ty ty, const ast::Type *written, RegionVid universal) const;
  [[nodiscard]] std::string nextNumber() const { return "'" + std::to_string(next_number_); }

  const JudgedBody &judged_;
  const Regions &regions_;
  const ast::FnItem *fn_ = nullptr;
  FnSig signature_;
  std::uint32_t next_number_ = 1;
  llvm::DenseMap<std::uint32_t, std::size_t> known_; ///< by universal region: index into names_
  std::vector<std::optional<RegionName>> names_;
};

} // namespace lien
