// rustc's JSON, one object a line, with `rendered`. Bytes are zero-based and file-relative; lines and columns one-based, in scalar values, the end
// exclusive. Readers of rustc's output (editors, problem matchers) read this unchanged; `lien` holds what rustc has no field for.
#include "diagnostics/explain.hpp"
#include "diagnostics/render/render.hpp"
#include "diagnostics/render/summary.hpp"

#include "llvm/Support/JSON.h"

namespace lien {

namespace {

using llvm::json::OStream;

llvm::StringRef applicabilityName(Applicability applicability) {
  switch (applicability) {
  case Applicability::MachineApplicable:
    return "MachineApplicable";
  case Applicability::MaybeIncorrect:
    return "MaybeIncorrect";
  case Applicability::HasPlaceholders:
    return "HasPlaceholders";
  case Applicability::Unspecified:
    return "Unspecified";
  }
  return "";
}

llvm::StringRef originName(SpanOrigin origin) {
  switch (origin) {
  case SpanOrigin::Source:
    return "";
  case SpanOrigin::ForLoop:
    return "for";
  case SpanOrigin::WhileLoop:
    return "while";
  case SpanOrigin::QuestionMark:
    return "?";
  case SpanOrigin::CompoundAssign:
    return "compound-assignment";
  case SpanOrigin::Macro:
    return "macro";
  case SpanOrigin::Derive:
    return "derive";
  case SpanOrigin::Implicit:
    return "implicit";
  }
  return "";
}

/// JSON must be valid UTF-8 whatever the sources hold.
std::string clean(llvm::StringRef text) { return llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text); }

class JsonWriter {
public:
  JsonWriter(const SourceMap &sources, llvm::raw_ostream &out) : sources_(sources), json_(out) {}

  void diagnostic(const Diagnostic &diagnostic, llvm::StringRef rendered) {
    json_.object([&] {
      head(diagnostic.message, diagnostic.kind, levelName(diagnostic.level));
      json_.attributeArray("spans", [&] {
        // As rustc lists them: first the places with a text.
        for (bool labelled : {true, false})
          for (const Label &label : diagnostic.primary)
            if (!label.text.empty() == labelled)
              span(label, true);
        for (const Label &label : diagnostic.secondary)
          span(label, false);
      });
      json_.attributeArray("children", [&] { children(diagnostic); });
      json_.attribute("rendered", clean(rendered));
      json_.attributeObject("lien", [&] {
        json_.attribute("name", stableNameOf(diagnostic.kind));
        if (isDecline(diagnostic.kind))
          json_.attribute("declined", clean(diagnostic.subject));
        else if (!diagnostic.subject.empty())
          json_.attribute("variable", clean(diagnostic.subject));
        if (SpanOrigin origin = originOf(diagnostic); origin != SpanOrigin::Source)
          json_.attribute("origin", originName(origin));
      });
    });
  }

  void closing(llvm::StringRef message, llvm::StringRef level, llvm::StringRef rendered) {
    json_.object([&] {
      json_.attribute("$message_type", "diagnostic");
      json_.attribute("message", message);
      json_.attribute("code", nullptr);
      json_.attribute("level", level);
      json_.attributeArray("spans", [] {});
      json_.attributeArray("children", [] {});
      json_.attribute("rendered", rendered);
    });
  }

private:
  static SpanOrigin originOf(const Diagnostic &diagnostic) {
    return diagnostic.primary.empty() ? SpanOrigin::Source : diagnostic.primary.front().span.origin();
  }

  void head(llvm::StringRef message, DiagnosticKind kind, llvm::StringRef level) {
    json_.attribute("$message_type", "diagnostic");
    json_.attribute("message", clean(message));
    llvm::StringRef code = codeOf(kind);
    if (code.empty()) {
      json_.attribute("code", nullptr);
    } else {
      json_.attributeObject("code", [&] {
        json_.attribute("code", code);
        if (std::optional<llvm::StringRef> text = explanationOf(code))
          json_.attribute("explanation", *text);
        else
          json_.attribute("explanation", nullptr);
      });
    }
    json_.attribute("level", level);
  }

  void children(const Diagnostic &diagnostic) {
    for (const SubDiagnostic &child : diagnostic.children)
      this->child(child.message, levelName(child.level), [&] {
        for (const Label &label : child.spans)
          span(label, &label == child.spans.begin());
      });
    for (const Suggestion &suggestion : diagnostic.suggestions)
      child(suggestion.message, "help", [&] {
        for (const Edit &edit : suggestion.edits)
          span({edit.span, {}}, true, &edit, suggestion.applicability);
      });
  }

  void child(llvm::StringRef message, llvm::StringRef level, llvm::function_ref<void()> spans) {
    json_.object([&] {
      json_.attribute("message", clean(message));
      json_.attribute("code", nullptr);
      json_.attribute("level", level);
      json_.attributeArray("spans", spans);
      json_.attributeArray("children", [] {});
      json_.attribute("rendered", nullptr);
    });
  }

  void span(const Label &label, bool primary, const Edit *edit = nullptr, Applicability applicability = Applicability::Unspecified) {
    const SourceFile *file = sources_.fileAt(label.span.lo());
    if (file == nullptr)
      return;
    std::uint32_t hi = std::min(label.span.hi(), file->span().hi());
    LineColumn start = file->lineColumn(label.span.lo());
    LineColumn end = file->lineColumn(hi);
    json_.object([&] {
      json_.attribute("file_name", clean(file->name()));
      json_.attribute("byte_start", label.span.lo() - file->base());
      json_.attribute("byte_end", hi - file->base());
      json_.attribute("line_start", start.line);
      json_.attribute("line_end", end.line);
      json_.attribute("column_start", start.column);
      json_.attribute("column_end", end.column);
      json_.attribute("is_primary", primary);
      json_.attributeArray("text", [&] { lines(*file, start, end); });
      optional("label", label.text);
      if (edit != nullptr) {
        json_.attribute("suggested_replacement", clean(edit->text));
        json_.attribute("suggestion_applicability", applicabilityName(applicability));
      } else {
        json_.attribute("suggested_replacement", nullptr);
        json_.attribute("suggestion_applicability", nullptr);
      }
      json_.attribute("expansion", nullptr);
    });
  }

  void optional(llvm::StringRef key, llvm::StringRef text) {
    if (text.empty())
      json_.attribute(key, nullptr);
    else
      json_.attribute(key, clean(text));
  }

  /// The lines under a span, with the columns that it covers on each.
  void lines(const SourceFile &file, LineColumn start, LineColumn end) {
    for (std::uint32_t line = start.line; line <= end.line; ++line) {
      llvm::StringRef text = file.line(line);
      if (line == 1)
        text.consume_front("\xEF\xBB\xBF");
      json_.object([&] {
        json_.attribute("text", clean(text));
        json_.attribute("highlight_start", line == start.line ? start.column : 1);
        json_.attribute("highlight_end", line == end.line ? end.column : scalars(text) + 1);
      });
    }
  }

  static std::uint32_t scalars(llvm::StringRef text) {
    return static_cast<std::uint32_t>(llvm::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  }

  const SourceMap &sources_;
  OStream json_;
};

} // namespace

void renderJson(const Diagnostic &diagnostic, const SourceMap &sources, const RenderOptions &options, llvm::raw_ostream &out) {
  std::string rendered;
  llvm::raw_string_ostream human(rendered);
  RenderOptions plain = options;
  plain.color = false;
  renderHuman(diagnostic, sources, plain, human);
  JsonWriter(sources, out).diagnostic(diagnostic, human.str());
  out << '\n';
}

void renderJsonSummary(const RunSummary &summary, llvm::raw_ostream &out) {
  SourceMap no_sources;
  auto write = [&](const std::string &message, llvm::StringRef level, const std::string &rendered) {
    JsonWriter(no_sources, out).closing(message, level, rendered);
    out << '\n';
  };
  std::string message = closingMessage(summary);
  if (message.empty())
    return;
  llvm::StringRef level = summary.errors > 0 ? "error" : "warning";
  write(message, level, (level + ": " + message + "\n\n").str());
  for (const std::string &hint : explainHints(summary))
    write(hint, "failure-note", hint + "\n");
}

} // namespace lien
