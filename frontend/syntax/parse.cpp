// Text to tree: lexer, grammar, and the order in which their errors are reported.
#include "frontend/syntax/parse.hpp"

#include "frontend/syntax/grammar.hpp"

namespace lien {

namespace {

/// SourceFile = InnerAttribute* Item*
void parseTokens(grammar::TokenInput &in, ast::File &file) {
  grammar::ListBuilder<ast::Attribute> attributes(in);
  if (!grammar::parseInnerAttributes(in, attributes))
    in.moveTo(in.resume());
  file.attributes = attributes.take();
  (void)grammar::parseModuleItems(in, file.items);
  in.dropErrorsPastEnd();
}

} // namespace

ParsedFile parseFile(const SourceFile &source, SymbolTable &symbols, SourceMode mode) {
  ParsedFile parsed;
  TokenBuffer buffer = lex(source, symbols);
  parsed.file.arena = std::make_shared<llvm::BumpPtrAllocator>();
  parsed.file.span = source.span();
  grammar::TokenInput in(buffer, source, symbols, mode, *parsed.file.arena);
  parseTokens(in, parsed.file);
  parsed.errors = std::move(buffer.errors);
  // Where delimiters do not balance or a literal has no end, what the grammar makes of the rest is noise.
  if (!buffer.is_fatal)
    for (Diagnostic &error : in.takeErrors())
      parsed.errors.push_back(std::move(error));
  std::stable_sort(parsed.errors.begin(), parsed.errors.end(),
                   [](const Diagnostic &a, const Diagnostic &b) { return a.primary.front().span.lo() < b.primary.front().span.lo(); });
  return parsed;
}

} // namespace lien
