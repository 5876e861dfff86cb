// The library's own headers: every one of them must be understood, or nothing could be concluded from it.
#include "program_support.hpp"

#include "frontend/types/program_impl.hpp"

#include <doctest/doctest.h>

namespace lien::test {

TEST_CASE("every impl header and signature of the library is understood") {
  ItemsProgram test("");
  Program &program = test.program();
  std::string wrong;
  const auto complain = [&](DefId id, const char *what) {
    const SourceMap &sources = librarySources(embeddedLibrary());
    const Span span = program.def(id).span;
    const SourceFile *file = sources.fileAt(span.lo());
    wrong +=
        std::string(what) + " " + (file == nullptr ? std::string("?") : file->name().str() + ":" + std::to_string(file->lineColumn(span.lo()).line)) + "\n";
  };
  for (DefId impl : program.resolver().impls()) {
    if (program.impl(impl).poisoned)
      complain(impl, "poisoned impl");
    (void)program.predicates(impl);
  }
  for (std::size_t at = 0; at < program.resolver().defs().size(); ++at) {
    const DefId id(at);
    switch (program.def(id).kind) {
    case DefKind::Fn:
    case DefKind::AssocFn:
      if (program.fn(id).poisoned)
        complain(id, "poisoned function");
      (void)program.predicates(id);
      break;
    case DefKind::Struct:
    case DefKind::Enum:
      for (const VariantInfo &variant : program.adt(id).variants)
        for (const FieldInfo &field : variant.fields)
          if (test.types().has(field.type, TypeFlags::HasUnknown | TypeFlags::HasError))
            complain(id, "field not understood");
      (void)program.predicates(id);
      break;
    case DefKind::AssocType:
      (void)program.itemBounds(id);
      break;
    default:
      break;
    }
  }
  CHECK(wrong == "");
  std::string found;
  for (const Diagnostic &diagnostic : program.queries().library_sink.all()) {
    const SourceFile *file = librarySources(embeddedLibrary()).fileAt(diagnostic.primary.front().span.lo());
    found += codeOf(diagnostic.kind).str() + " " + diagnostic.message + " " +
             (file == nullptr ? std::string("?") : file->name().str() + ":" + std::to_string(file->lineColumn(diagnostic.primary.front().span.lo()).line)) +
             "\n";
  }
  CHECK(found == "");
}

} // namespace lien::test
