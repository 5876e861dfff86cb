// One finding, as a value: what every analysis yields and every renderer reads.
//
// Errors are values here; nothing below the driver prints. The alternative, an engine object that analyses talk to, ties the order of output to the order
// of analysis; values are sorted once, at the edge.
#pragma once

#include "diagnostics/span.hpp"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lien {

/// Every kind of finding; the table `kinds.def` gives each its code and default level. Names of enumerators are rustc's code, or Lien's (`L0001`), or the
/// UpperCamel form of the stable name for errors without a code (`Syntax`, `Lifetime`).
enum class DiagnosticKind : std::uint16_t {
#define LIEN_KIND(Name, Code, Stable) Name,
#include "diagnostics/kinds.def"
};

enum class Level : std::uint8_t { Error, Warning, Note, Help };

/// The text rustc shows in brackets, "E0382"; empty for kinds without a code.
llvm::StringRef codeOf(DiagnosticKind kind);
/// The stable name for machines: the code, or a lower-case name such as `syntax`.
llvm::StringRef stableNameOf(DiagnosticKind kind);
/// True for L0001, L0002, L0003: the construct was not judged.
bool isDecline(DiagnosticKind kind);

/// A span with the text shown under it. Spans in a Diagnostic are absolute.
struct Label {
  Span span;
  std::string text; ///< may be empty
};

/// How safely a suggestion can be applied by a machine (rustc's four words).
enum class Applicability : std::uint8_t { MachineApplicable, MaybeIncorrect, HasPlaceholders, Unspecified };

struct Edit {
  Span span; ///< replaced by `text`; empty for an insertion
  std::string text;
};

/// One rewrite: all edits apply together.
struct Suggestion {
  std::string message;
  llvm::SmallVector<Edit, 2> edits;
  Applicability applicability = Applicability::Unspecified;
};

/// A note or help below the main message, with places of its own or without. The first span is the primary one.
struct SubDiagnostic {
  Level level = Level::Note;
  std::string message;
  llvm::SmallVector<Label, 2> spans;
};

struct Diagnostic {
  DiagnosticKind kind{};
  Level level = Level::Error;
  std::string message;                   ///< lower-case, no final stop, first line stands alone
  llvm::SmallVector<Label, 1> primary;   ///< at least one; the first is *the* position
  llvm::SmallVector<Label, 2> secondary; ///< further labelled spans
  std::vector<SubDiagnostic> children;
  std::vector<Suggestion> suggestions;
  /// Of a decline: the name that `--statistics` counts ("closure", "std::rc::Rc"). Of an ambiguous drop: the variable, as the drop schedule calls it.
  std::string subject;

  Diagnostic() = default;
  Diagnostic(DiagnosticKind diagnostic_kind, std::string text, Span span, std::string label_text = {}) : kind(diagnostic_kind), message(std::move(text)) {
    primary.push_back({span, std::move(label_text)});
  }
  // Out of line: inlined, GCC 12 warns about copies that never happen (stringop-overread).
  Diagnostic &label(Span span, std::string text);
  Diagnostic &note(std::string text);
  Diagnostic &noteAt(Span span, std::string text);
  Diagnostic &help(std::string text);
  Diagnostic &suggest(Suggestion suggestion) {
    suggestions.push_back(std::move(suggestion));
    return *this;
  }
};

/// Collects what one phase or one body finds. A body with a decline reports its declines only (`LANGUAGE.md`, promise 2): `finish` enforces that.
class DiagnosticSink {
public:
  Diagnostic &report(Diagnostic diagnostic);
  /// L0001: a language feature outside the subset, named as users say it ("closure", "`unsafe` block").
  void declineFeature(Span span, llvm::StringRef feature);
  /// L0001 for what belongs to the language but has no analysis yet; `what` is the whole message ("borrows are not judged yet").
  void declinePending(Span span, llvm::StringRef what);
  /// L0002: a library item without a signature ("`std::fs::File`").
  void declineLibrary(Span span, llvm::StringRef item);
  /// L0003: a limit was reached ("nesting deeper than 1,024 levels").
  void declineLimit(Span span, llvm::StringRef limit);

  [[nodiscard]] bool hasErrors() const { return has_errors_; }
  [[nodiscard]] bool hasDeclines() const { return has_declines_; }
  /// True when nothing was found that keeps the subject from being accepted.
  [[nodiscard]] bool isClean() const { return !has_errors_ && !has_declines_; }
  [[nodiscard]] const std::vector<Diagnostic> &all() const { return diagnostics_; }

  /// Everything found, sorted by position; with a decline among it, only the declines.
  std::vector<Diagnostic> finish() &&;
  /// Takes over what another sink collected.
  void absorb(DiagnosticSink &&other);

private:
  std::vector<Diagnostic> diagnostics_;
  bool has_errors_ = false;
  bool has_declines_ = false;
};

} // namespace lien
