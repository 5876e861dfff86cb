// What a dropped piece is called: the variable, where it is declared, and the way from it to the piece, as the schedule's schema (`lien-drops/1`,
// docs/DROPS.md) writes them.
#pragma once

#include "checker/drops/schedule.hpp"

namespace lien {

enum class DropOwner : std::uint8_t { Variable, Parameter, Temporary };

struct DropName {
  DropOwner owner{};
  std::string variable;         ///< as in the source; `temp`; `param#2` for a parameter without a name
  std::optional<Span> declared; ///< relative to the body: the binding's name, or a temporary's expression; nothing for `param#…`
  std::string projection;       ///< `.a`, ` as Some.0`, `.*`, `[2]`, `[1..3]`, `[]`, `{box}`, `{other variants}`
};

/// For a sentence: `` `p.a` ``, `` `*b` ``, `` `Some.0` in `o` ``, ``the temporary `make()` ``, ``the box of `b` ``. `source`: the text under a span relative
/// to the body.
std::string displayName(const DropName &name, llvm::function_ref<llvm::StringRef(Span)> source);

class DropNames {
public:
  DropNames(Program &program, const mir::Body &body) : program_(program), body_(body) {}
  [[nodiscard]] DropName name(const DropPiece &piece) const;
  [[nodiscard]] DropName name(mir::PlaceId place) const;
  /// The source's name of a variant of an enum type.
  [[nodiscard]] std::string variantName(Ty ty, std::uint32_t variant) const;

private:
  void addStep(std::string &text, Ty &ty, std::optional<std::uint32_t> &variant, const mir::Projection &step, Ty after) const;
  [[nodiscard]] std::string fieldName(Ty ty, std::optional<std::uint32_t> variant, std::uint32_t field) const;

  Program &program_;
  const mir::Body &body_;
};

/// The text on one line, each run of blanks and line breaks made one blank.
std::string withSingleBlanks(llvm::StringRef text);

/// The path of a function: `f`, `S::m`, `<S<T> as Tr>::m`, `m::f`, `f::g`. Impl headers are as in the source, blanks made one.
std::string functionPath(Program &program, DefId function, llvm::function_ref<llvm::StringRef(Span)> source);

} // namespace lien
