// Witnesses in rustc's spelling.
#include "frontend/patterns/constructor.hpp"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

namespace lien::patterns {

namespace {

std::string decimal(Wide value) {
  if (value == 0)
    return "0";
  std::string digits;
  for (; value != 0; value /= 10)
    digits.push_back(static_cast<char>('0' + static_cast<unsigned>(value % 10)));
  std::reverse(digits.begin(), digits.end());
  return digits;
}

/// `'a'`, with Rust's escapes for what does not print.
std::string printChar(Wide value) {
  const auto scalar = static_cast<std::uint32_t>(value);
  switch (scalar) {
  case 0:
    return "'\\0'";
  case '\t':
    return "'\\t'";
  case '\n':
    return "'\\n'";
  case '\r':
    return "'\\r'";
  case '\'':
    return "'\\''";
  case '\\':
    return "'\\\\'";
  default:
    break;
  }
  const bool prints = (scalar >= 0x20 && scalar < 0x7F) || (scalar >= 0xA1 && scalar < 0xD7FF && scalar != 0xAD);
  if (!prints)
    return "'\\u{" + llvm::utohexstr(scalar, /*LowerCase=*/true) + "}'";
  char buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
  char *end = buffer;
  llvm::ConvertCodePointToUTF8(scalar, end);
  return "'" + std::string(buffer, end) + "'";
}

class Printer {
public:
  explicit Printer(PatternContext &context) : context_(context) {}

  std::string print(const DPat &pat) {
    switch (pat.ctor.kind) {
    case CtorKind::Wild:
    case CtorKind::Missing:
    case CtorKind::NonExhaustive:
    case CtorKind::Opaque:
    case CtorKind::Or:
      return "_";
    case CtorKind::Bool:
      return pat.ctor.index != 0 ? "true" : "false";
    case CtorKind::Range:
      return printRange(pat);
    case CtorKind::Slice:
      return printSlice(pat);
    case CtorKind::Single:
    case CtorKind::Variant:
      return printFields(pat);
    }
    return "_";
  }

private:
  static bool isWild(const DPat *pat) {
    return pat->ctor.kind == CtorKind::Wild || pat->ctor.kind == CtorKind::NonExhaustive || pat->ctor.kind == CtorKind::Missing;
  }

  std::string join(llvm::ArrayRef<const DPat *> pats) {
    std::string text;
    for (const DPat *pat : pats) {
      if (!text.empty())
        text += ", ";
      text += print(*pat);
    }
    return text;
  }

  std::string printFields(const DPat &pat) {
    const TyData &data = context_.types().data(pat.ty);
    if (data.kind == TyKind::Ref)
      return (data.mutability == Mutability::Mut ? "&mut " : "&") + print(*pat.fields.front());
    if (data.kind == TyKind::Tuple)
      return "(" + join(pat.fields) + (pat.fields.size() == 1 ? ",)" : ")");
    if (context_.facts().isBox(pat.ty))
      return "box " + print(*pat.fields.front());
    const AdtInfo &adt = context_.program().adt(data.def);
    const VariantInfo &variant = adt.variants[pat.ctor.kind == CtorKind::Variant ? pat.ctor.index : 0];
    std::string name = variantName(data.def, adt, variant);
    switch (variant.shape) {
    case ast::VariantShape::Unit:
      return name;
    case ast::VariantShape::Tuple:
      return name + "(" + join(pat.fields) + ")";
    case ast::VariantShape::Named:
      break;
    }
    name += " { ";
    std::size_t printed = 0;
    for (std::size_t i = 0; i < pat.fields.size(); ++i) {
      if (isWild(pat.fields[i]))
        continue;
      if (printed++ > 0)
        name += ", ";
      name += (context_.program().resolver().symbols().text(variant.fields[i].name) + ": ").str() + print(*pat.fields[i]);
    }
    if (printed < pat.fields.size())
      name += printed > 0 ? ", .." : "..";
    return name + " }";
  }

  std::string variantName(DefId def, const AdtInfo &adt, const VariantInfo &variant) {
    Resolver &resolver = context_.program().resolver();
    if (!adt.is_enum)
      return resolver.pathOf(def);
    std::string name = resolver.symbols().text(variant.name).str();
    // The variants that the prelude names are printed bare.
    for (LangItem item : {LangItem::OptionEnum, LangItem::ResultEnum})
      if (context_.program().isLang(def, item))
        return name;
    return resolver.pathOf(def) + "::" + name;
  }

  std::string printSlice(const DPat &pat) {
    if (!pat.ctor.var_len)
      return "[" + join(pat.fields) + "]";
    llvm::ArrayRef<const DPat *> prefix = pat.fields.take_front(pat.ctor.prefix);
    llvm::ArrayRef<const DPat *> suffix = pat.fields.drop_front(pat.ctor.prefix);
    if (context_.types().is(pat.ty, TyKind::Array)) {
      while (!prefix.empty() && isWild(prefix.back()))
        prefix = prefix.drop_back();
      while (!suffix.empty() && isWild(suffix.front()))
        suffix = suffix.drop_front();
    }
    std::string text = "[" + join(prefix);
    text += prefix.empty() ? ".." : ", ..";
    if (!suffix.empty())
      text += ", " + join(suffix);
    return text + "]";
  }

  static std::string printValue(const RangeDomain &domain, Wide position, const std::string &type) {
    if (domain.is_char)
      return printChar(position);
    if (position == domain.last)
      return type + "::MAX";
    const Wide bits = position - domain.first;
    if (!domain.is_signed)
      return decimal(bits) + "_" + type;
    if (position == domain.first)
      return type + "::MIN";
    const Wide half = Wide{1} << (domain.bits - 1);
    return (bits < half ? "-" + decimal(half - bits) : decimal(bits - half)) + "_" + type;
  }

  std::string printRange(const DPat &pat) {
    const RangeDomain domain = *domainOf(context_.types(), pat.ty);
    const std::string type = domain.is_char ? "char" : context_.program().print(pat.ty);
    const auto [lo, hi] = pat.ctor.range;
    const bool below = lo < domain.first;
    const bool above = hi > domain.last;
    if (below && above)
      return "_";
    if (above)
      return printValue(domain, std::min(lo, domain.last), type) + "..";
    if (below) // everything below the smallest value, or up to some value
      return hi < domain.first ? ".." + printValue(domain, domain.first, type) : "..=" + printValue(domain, hi, type);
    if (lo == hi)
      return printValue(domain, lo, type);
    return printValue(domain, lo, type) + "..=" + printValue(domain, hi, type);
  }

  PatternContext &context_;
};

} // namespace

std::string printWitness(PatternContext &context, const DPat &witness) { return Printer(context).print(witness); }

} // namespace lien::patterns
