#include "support.hpp"

#include "diagnostics/internal_error.hpp"
#include "frontend/types/language_switches.hpp"

namespace lien::test {

static bool *const switches[] = {&language::user_traits, &language::user_trait_impls, &language::dyn_types, &language::impl_trait_argument,
                                 &language::impl_trait_return};

TestProgram::TestProgram(std::string source, bool whole_language) : text(std::move(source)) {
  for (std::size_t at = 0; at < std::size(switches); ++at) {
    switches_before_[at] = *switches[at];
    *switches[at] |= whole_language;
  }
  const Library &library = embeddedLibrary();
  sources = std::make_unique<SourceMap>(librarySources(library).nextBase());
  symbols = std::make_unique<SymbolTable>(&librarySymbols(library));
  const FileId file = sources->add("test.rs", text);
  base = sources->file(file).base();
  parsed = std::make_unique<ParsedFile>(parseFile(sources->file(file), *symbols));
  if (!parsed->errors.empty())
    invariantBroken("a test's program does not parse: " + parsed->errors.front().message);
  types = std::make_unique<TypeStore>();
  resolver = resolveCrate(library, *symbols, {CrateFile{parsed.get(), nullptr}}, *types);
  program = std::make_unique<Program>(*resolver, *types);
}

TestProgram::~TestProgram() {
  for (std::size_t at = 0; at < std::size(switches); ++at)
    *switches[at] = switches_before_[at];
}

Symbol TestProgram::symbol(llvm::StringRef name) { return symbols->intern(name); }

namespace {

/// Whether the definition stands in something of that name: a module, trait or enum, or an impl of a type of that name.
bool isInside(Program &program, const SymbolTable &symbols, const Def &def, llvm::StringRef outer) {
  if (outer.empty())
    return true;
  const Def &parent = program.def(def.parent);
  if (parent.kind != DefKind::Impl)
    return symbols.text(parent.name) == outer;
  const TyData &self = program.types().data(program.impl(def.parent).self_type);
  return self.kind == TyKind::Adt ? symbols.text(program.def(self.def).name) == outer : program.print(program.impl(def.parent).self_type) == outer;
}

DefId find(TestProgram &test, llvm::StringRef path, CrateKind crate) {
  const auto [outer, name] = path.contains("::") ? path.rsplit("::") : std::pair(llvm::StringRef(), path);
  const Definitions &defs = test.resolver->defs();
  for (std::size_t at = 0; at < defs.size(); ++at) {
    const DefId id(at);
    if (defs[id].crate == crate && test.symbols->text(defs[id].name) == name && isInside(*test.program, *test.symbols, defs[id], outer))
      return id;
  }
  invariantBroken("a test names a definition that does not exist: " + path.str());
}

} // namespace

DefId TestProgram::def(llvm::StringRef name) { return find(*this, name, CrateKind::User); }
DefId TestProgram::libraryDef(llvm::StringRef name) { return find(*this, name, CrateKind::Library); }

Ty TestProgram::typeNamed(llvm::StringRef alias) {
  const Definitions &defs = resolver->defs();
  for (std::size_t at = 0; at < defs.size(); ++at)
    if (const Def &data = defs[DefId(at)]; data.crate == CrateKind::User && data.kind == DefKind::TypeAlias && symbols->text(data.name) == alias)
      return program->typeOf(DefId(at));
  return program->fn(def(alias)).sig.inputs.front();
}

} // namespace lien::test
