// Is every value matched? Maranget's algorithm on a matrix of patterns, with witnesses.
//
// Rule (Maranget 2007, section 3): a matrix with columns c1…cn is exhaustive iff for every constructor k of c1's type the matrix specialised to k is.
// Constructors that no row names are handled together: only the rows with a wildcard in c1 remain for them. If those rows are exhaustive, so is every
// specialisation (it has more rows); so where constructors are missing, the others need not be looked at. Ranges and slice lengths are split at the
// boundaries that the rows mention, which makes the set of constructors finite.
#include "diagnostics/stack_guard.hpp"
#include "frontend/patterns/constructor.hpp"

namespace lien::patterns {

namespace {

/// A row of the matrix: one pattern a column, the first column last (cheap to pop).
using Row = llvm::SmallVector<const DPat *, 4>;
struct GuardedRow {
  Row pats;
  bool guarded = false;
};
using Matrix = std::vector<GuardedRow>;

struct Column {
  Ty ty;
  bool known_valid = true; ///< not behind a reference
};
using Columns = llvm::SmallVector<Column, 4>; ///< first column last, as in rows

/// Witness rows: patterns for the columns, first column last.
using Witnesses = std::vector<Row>;

/// The constructors of a type, relative to what the rows of a column mention.
struct SplitCtors {
  llvm::SmallVector<Ctor, 8> present;
  llvm::SmallVector<Ctor, 8> missing;
};

class Solver {
public:
  explicit Solver(PatternContext &context) : context_(context) {}

  Witnesses solve(const Matrix &matrix, const Columns &columns, bool is_scrutinee) {
    if (++steps_ > step_budget || StackGuard::exhausted()) {
      too_complex_ = true;
      return {};
    }
    if (columns.empty()) {
      for (const GuardedRow &row : matrix)
        if (!row.guarded)
          return {};
      return {Row{}};
    }
    const Column column = columns.back();
    SplitCtors ctors = split(matrix, column, is_scrutinee);
    if (!ctors.missing.empty())
      return solveMissing(matrix, columns, ctors, is_scrutinee);
    Witnesses result;
    for (const Ctor &ctor : ctors.present) {
      Witnesses nested = solveFor(matrix, columns, ctor);
      result.insert(result.end(), nested.begin(), nested.end());
      if (too_complex_)
        return {};
    }
    return result;
  }

  [[nodiscard]] bool tooComplex() const { return too_complex_; }

private:
  static constexpr std::uint64_t step_budget = 2'000'000;

  /// The rows whose first pattern can match `ctor`, with its fields as new first columns.
  Witnesses solveFor(const Matrix &matrix, const Columns &columns, const Ctor &ctor) {
    const Column column = columns.back();
    const llvm::SmallVector<Ty, 4> field_types = context_.fieldTypes(ctor, column.ty);
    const bool through_reference = context_.types().is(column.ty, TyKind::Ref);
    Columns inner(columns.begin(), columns.end() - 1);
    for (Ty ty : llvm::reverse(field_types))
      inner.push_back({ty, column.known_valid && !through_reference});
    Matrix specialised;
    for (const GuardedRow &row : matrix)
      specialise(row, ctor, field_types, specialised);
    Witnesses nested = solve(specialised, inner, false);
    for (Row &witness : nested) {
      llvm::SmallVector<const DPat *, 8> fields;
      for (std::size_t i = 0; i < field_types.size(); ++i)
        fields.push_back(witness.pop_back_val());
      witness.push_back(context_.make(ctor, column.ty, fields));
    }
    return nested;
  }

  Witnesses solveMissing(const Matrix &matrix, const Columns &columns, const SplitCtors &ctors, bool is_scrutinee) {
    const Column column = columns.back();
    const Columns inner(columns.begin(), columns.end() - 1);
    Matrix rest;
    for (const GuardedRow &row : matrix) {
      specialise(row, Ctor::of(CtorKind::Missing), {}, rest);
    }
    Witnesses nested = solve(rest, inner, false);
    if (nested.empty())
      return {};
    llvm::SmallVector<const DPat *, 4> heads;
    // Constructors are listed where some row names one, or where they are all there is to say.
    const bool list = is_scrutinee || !ctors.present.empty();
    const bool has_unlistable = llvm::any_of(ctors.missing, [](const Ctor &ctor) { return ctor.kind == CtorKind::NonExhaustive; });
    if (!list) {
      heads.push_back(context_.wild(column.ty));
    } else if (has_unlistable) {
      heads.push_back(context_.make(Ctor::of(CtorKind::NonExhaustive), column.ty, {}));
    } else {
      for (const Ctor &ctor : ctors.missing) {
        llvm::SmallVector<const DPat *, 8> fields;
        for (Ty ty : context_.fieldTypes(ctor, column.ty))
          fields.push_back(context_.wild(ty));
        heads.push_back(context_.make(ctor, column.ty, fields));
      }
    }
    Witnesses result;
    for (const DPat *head : heads)
      for (const Row &witness : nested) {
        result.push_back(witness);
        result.back().push_back(head);
      }
    return result;
  }

  /// Appends what is left of `row` when the first column holds `ctor` (nothing, one row, or one for each alternative).
  void specialise(const GuardedRow &row, const Ctor &ctor, llvm::ArrayRef<Ty> field_types, Matrix &out) {
    const DPat *head = row.pats.back();
    if (head->ctor.kind == CtorKind::Or) {
      for (const DPat *alternative : head->fields) {
        GuardedRow expanded = row;
        expanded.pats.back() = alternative;
        specialise(expanded, ctor, field_types, out);
      }
      return;
    }
    if (!covers(head->ctor, ctor))
      return;
    GuardedRow result{Row(row.pats.begin(), row.pats.end() - 1), row.guarded};
    if (head->ctor.kind == CtorKind::Wild) {
      for (Ty ty : llvm::reverse(field_types))
        result.pats.push_back(context_.wild(ty));
    } else if (ctor.kind == CtorKind::Slice && head->ctor.var_len) {
      // A pattern with a gap covers longer slices: the gap becomes wildcards.
      const std::uint32_t arity = ctor.sliceArity();
      for (std::uint32_t i = arity; i-- > 0;) {
        if (i >= arity - head->ctor.suffix)
          result.pats.push_back(head->fields[head->fields.size() - (arity - i)]);
        else if (i < head->ctor.prefix)
          result.pats.push_back(head->fields[i]);
        else
          result.pats.push_back(context_.wild(field_types[i]));
      }
    } else {
      for (const DPat *field : llvm::reverse(head->fields))
        result.pats.push_back(field);
    }
    out.push_back(std::move(result));
  }

  /// Does a pattern's constructor match every value of (already split) `ctor`?
  static bool covers(const Ctor &pattern, const Ctor &ctor) {
    if (pattern.kind == CtorKind::Wild)
      return true;
    if (pattern.kind != ctor.kind)
      return false;
    switch (ctor.kind) {
    case CtorKind::Single:
      return true;
    case CtorKind::Variant:
    case CtorKind::Bool:
      return pattern.index == ctor.index;
    case CtorKind::Range:
      return pattern.range.lo <= ctor.range.lo && ctor.range.hi <= pattern.range.hi;
    case CtorKind::Slice:
      if (!pattern.var_len)
        return !ctor.var_len && pattern.sliceArity() == ctor.sliceArity();
      return pattern.sliceArity() <= ctor.sliceArity();
    case CtorKind::Opaque:
    case CtorKind::Wild:
    case CtorKind::Missing:
    case CtorKind::NonExhaustive:
    case CtorKind::Or:
      return false;
    }
    return false;
  }

  /// All non-wild constructors that the first column mentions, alternatives included.
  static void collectHeads(const DPat *head, llvm::SmallVectorImpl<Ctor> &out) {
    if (head->ctor.kind == CtorKind::Or) {
      for (const DPat *alternative : head->fields)
        collectHeads(alternative, out);
    } else if (head->ctor.kind != CtorKind::Wild) {
      out.push_back(head->ctor);
    }
  }

  SplitCtors split(const Matrix &matrix, const Column &column, bool is_scrutinee) {
    llvm::SmallVector<Ctor, 8> heads;
    for (const GuardedRow &row : matrix)
      collectHeads(row.pats.back(), heads);
    SplitCtors result;
    llvm::SmallVector<Ctor, 4> missing_empty;
    const TyData &data = context_.types().data(column.ty);
    bool no_constructors = false;
    const auto place = [&](const Ctor &ctor, bool empty) {
      if (llvm::any_of(heads, [&](const Ctor &head) { return covers(head, ctor); }))
        result.present.push_back(ctor);
      else if (empty)
        missing_empty.push_back(ctor);
      else
        result.missing.push_back(ctor);
    };
    if (data.kind == TyKind::Bool) {
      // rustc lists `true` first.
      place(Ctor::of(CtorKind::Bool, 1), false);
      place(Ctor::of(CtorKind::Bool, 0), false);
    } else if (std::optional<RangeDomain> domain = domainOf(context_.types(), column.ty)) {
      splitRanges(*domain, heads, result);
    } else if (data.kind == TyKind::Slice || data.kind == TyKind::Array) {
      splitSlices(column, heads, result, missing_empty);
    } else if (data.kind == TyKind::Never) {
      no_constructors = true;
    } else if (data.kind == TyKind::Adt && context_.program().adt(data.def).is_enum) {
      const AdtInfo &adt = context_.program().adt(data.def);
      no_constructors = adt.variants.empty() && !context_.reservesVariants(data.def);
      for (std::uint32_t i = 0; i < adt.variants.size(); ++i) {
        const Ctor ctor = Ctor::of(CtorKind::Variant, i);
        place(ctor, hasEmptyField(ctor, column.ty));
      }
      if (context_.reservesVariants(data.def))
        result.missing.push_back(Ctor::of(CtorKind::NonExhaustive));
    } else if (data.kind == TyKind::Ref || data.kind == TyKind::Tuple || data.kind == TyKind::Adt) {
      const Ctor ctor = Ctor::of(CtorKind::Single);
      place(ctor, data.kind != TyKind::Ref && hasEmptyField(ctor, column.ty));
    } else {
      // Strings, floats, functions, parameters: their values cannot be listed.
      if (data.kind == TyKind::Unknown || data.kind == TyKind::Error || data.kind == TyKind::Projection || data.kind == TyKind::Opaque)
        context_.uncertain = true;
      result.missing.push_back(Ctor::of(CtorKind::NonExhaustive));
    }
    const bool may_omit_empty = column.known_valid || (is_scrutinee && no_constructors);
    if (!may_omit_empty)
      result.missing.append(missing_empty.begin(), missing_empty.end());
    if (no_constructors && !may_omit_empty)
      result.missing.push_back(Ctor::of(CtorKind::NonExhaustive));
    return result;
  }

  bool hasEmptyField(const Ctor &ctor, Ty ty) {
    // Fields that the owner's module cannot see do not make a constructor empty: isUninhabited of the whole type judges structs; variants' fields
    // are as visible as the enum.
    if (ctor.kind == CtorKind::Single)
      return context_.isEmpty(ty);
    return llvm::any_of(context_.fieldTypes(ctor, ty), [&](Ty field) { return context_.isEmpty(field); });
  }

  static void splitRanges(const RangeDomain &domain, llvm::ArrayRef<Ctor> heads, SplitCtors &result) {
    llvm::SmallVector<Range, 2> all;
    if (domain.is_char) {
      all.push_back({0, 0xD7FF});
      all.push_back({0xE000, 0x10FFFF});
    } else {
      all.push_back({domain.min, domain.max});
    }
    // Starts of the pieces: the start of each range, and what follows the end of each.
    llvm::SmallVector<Wide, 16> starts;
    for (const Ctor &head : heads) {
      if (head.kind != CtorKind::Range)
        continue;
      starts.push_back(head.range.lo);
      if (head.range.hi != ~Wide{0})
        starts.push_back(head.range.hi + 1);
    }
    llvm::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    for (const Range &whole : all) {
      Wide lo = whole.lo;
      auto next = std::upper_bound(starts.begin(), starts.end(), lo);
      while (true) {
        const bool last = next == starts.end() || *next > whole.hi;
        const Wide hi = last ? whole.hi : *next - 1;
        const Ctor piece = Ctor::ofRange({lo, hi});
        const bool present = llvm::any_of(heads, [&](const Ctor &head) { return covers(head, piece); });
        // Neighbouring uncovered pieces cannot occur: a boundary stands where some range starts or ends.
        (present ? result.present : result.missing).push_back(piece);
        if (last)
          break;
        lo = *next++;
      }
    }
  }

  void splitSlices(const Column &column, llvm::ArrayRef<Ctor> heads, SplitCtors &result, llvm::SmallVectorImpl<Ctor> &missing_empty) {
    std::uint32_t max_prefix = 0, max_suffix = 0, max_fixed = 0;
    std::uint32_t shortest_var = UINT32_MAX;
    llvm::SmallVector<std::uint32_t, 8> fixed;
    for (const Ctor &head : heads) {
      if (head.kind != CtorKind::Slice)
        continue;
      if (head.var_len) {
        max_prefix = std::max(max_prefix, head.prefix);
        max_suffix = std::max(max_suffix, head.suffix);
        shortest_var = std::min(shortest_var, head.sliceArity());
      } else {
        max_fixed = std::max(max_fixed, head.sliceArity());
        fixed.push_back(head.sliceArity());
      }
    }
    // Slices longer than every fixed one behave alike.
    if (max_fixed + 1 >= max_prefix + max_suffix)
      max_prefix = max_fixed + 1 - max_suffix;
    const bool element_empty = context_.isEmpty(context_.types().data(column.ty).element());
    const auto place = [&](const Ctor &ctor) {
      const std::uint32_t arity = ctor.sliceArity();
      if (shortest_var <= arity || (!ctor.var_len && llvm::is_contained(fixed, arity)))
        result.present.push_back(ctor);
      else if (element_empty && arity > 0)
        missing_empty.push_back(ctor);
      else
        result.missing.push_back(ctor);
    };
    if (context_.types().is(column.ty, TyKind::Array)) {
      std::optional<std::uint64_t> length = context_.arrayLength(column.ty);
      if (!length) {
        context_.uncertain = true;
        place(Ctor::withGap(max_prefix, max_suffix));
        return;
      }
      Ctor whole = Ctor::withGap(max_prefix, max_suffix);
      if (heads.empty()) {
        whole.prefix = 0;
        whole.suffix = 0;
      }
      if (whole.sliceArity() >= *length)
        whole = Ctor::ofLength(static_cast<std::uint32_t>(*length));
      if (element_empty && *length > 0)
        missing_empty.push_back(whole);
      else if (llvm::any_of(heads, [](const Ctor &head) { return head.kind == CtorKind::Slice; }))
        result.present.push_back(whole);
      else
        result.missing.push_back(whole);
      return;
    }
    for (std::uint32_t length = 0; length < max_prefix + max_suffix; ++length)
      place(Ctor::ofLength(length));
    place(Ctor::withGap(max_prefix, max_suffix));
  }

  PatternContext &context_;
  std::uint64_t steps_ = 0;
  bool too_complex_ = false;
};

} // namespace

Exhaustiveness checkExhaustive(PatternContext &context, llvm::ArrayRef<MatchRow> rows, Ty ty, bool by_value) {
  Matrix matrix;
  for (const MatchRow &row : rows)
    matrix.push_back({Row{row.pat}, row.guarded});
  Columns columns{Column{ty, by_value}};
  Solver solver(context);
  Exhaustiveness result;
  for (const Row &witness : solver.solve(matrix, columns, true))
    result.witnesses.push_back(witness.front());
  result.too_complex = solver.tooComplex();
  return result;
}

} // namespace lien::patterns
