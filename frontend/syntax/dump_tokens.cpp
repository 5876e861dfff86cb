// Tokens, one a line.
#include "frontend/syntax/dump.hpp"
#include "frontend/syntax/token.hpp"

namespace lien {

namespace {

const char *kindName(Tok kind) {
  static constexpr const char *names[] = {
#define LIEN_TOKEN_CLASS(Kind, Name) #Kind,
#define LIEN_PUNCT(Kind, Text) #Kind,
#define LIEN_KEYWORD(Kind, Text) "Kw" #Kind,
#include "frontend/syntax/tokens.def"
  };
  return names[static_cast<unsigned>(kind)];
}

} // namespace

void dumpTokens(const SourceFile &source, SymbolTable &symbols, llvm::raw_ostream &out) {
  const TokenBuffer buffer = lex(source, symbols);
  for (const Token &token : buffer.tokens) {
    const LineColumn at = source.lineColumn(source.base() + token.start);
    out << at.line << ':' << at.column << ' ' << kindName(token.kind());
    if (token.kind() == Tok::Eof) {
      out << '\n';
      return;
    }
    out << " `";
    out.write_escaped(source.text().substr(token.start, token.length)) << "`\n";
  }
}

} // namespace lien
