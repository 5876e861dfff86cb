// Patterns taken apart into pairs and bindings, and the places that guards must leave alone.
#include "checker/lower/match_tree.hpp"

namespace lien::lower {

FlatId MatchBuilder::flatten(Place place, PatId pattern) {
  FlatPattern flat;
  flat.span = b_.pat(pattern).span;
  llvm::SmallVector<PairId, 4> pairs;
  takeApart(place, pattern, pairs, flat);
  orPatternsLast(pairs);
  flat.pairs = std::move(pairs);
  flats_.push_back(std::move(flat));
  return static_cast<FlatId>(flats_.size() - 1);
}

void MatchBuilder::orPatternsLast(llvm::SmallVectorImpl<PairId> &pairs) const {
  std::stable_partition(pairs.begin(), pairs.end(), [&](PairId id) { return pairs_[id].kind != CaseKind::Or; });
}

CandidateId MatchBuilder::addCandidate(FlatId flat, bool has_guard) {
  Candidate candidate;
  candidate.pairs = flats_[flat].pairs;
  candidate.bindings = flats_[flat].bindings;
  candidate.span = flats_[flat].span;
  candidate.is_never = flats_[flat].is_never;
  candidate.has_guard = has_guard;
  candidates_.push_back(std::move(candidate));
  return static_cast<CandidateId>(candidates_.size() - 1);
}

/// The variants of an enum with one variant only need no test.
bool MatchBuilder::isRefutableVariant(const typed::Pat &pattern) const { return b_.program_.adt(b_.types_.data(pattern.ty).def).variants.size() > 1; }

bool MatchBuilder::isFullRange(const typed::Pat &pattern) const {
  const TyData &data = b_.types_.data(pattern.ty);
  typed::ConstantValue low, high;
  bool is_signed = false;
  if (data.kind == TyKind::Char) {
    high.lo = 0x10FFFF;
  } else if (data.kind == TyKind::Int) {
    static constexpr unsigned bits_of[] = {8, 16, 32, 64, 128, 0, 8, 16, 32, 64, 128, 0}; // the width of isize and usize is not assumed
    const unsigned bits = bits_of[static_cast<std::size_t>(data.int_kind)];
    if (bits == 0)
      return pattern.value == nullptr && pattern.end == nullptr;
    is_signed = isSigned(data.int_kind);
    const unsigned magnitude = is_signed ? bits - 1 : bits;
    const auto mask = [](unsigned count) { return count >= 64 ? UINT64_MAX : (std::uint64_t{1} << count) - 1; };
    high.lo = mask(magnitude);
    high.hi = magnitude > 64 ? mask(magnitude - 64) : 0;
    if (is_signed) {
      low.lo = ~high.lo;
      low.hi = ~high.hi;
    }
  } else {
    return false;
  }
  const bool from_start = pattern.value == nullptr || compareConstants(*pattern.value, low, is_signed) == 0;
  const bool to_end = pattern.end == nullptr || (pattern.inclusive && compareConstants(*pattern.end, high, is_signed) == 0);
  return from_start && to_end;
}

/// Rule: what a binding binds after `@` comes before the binding itself, so that `x @ (a, _)` may copy a part and then move the whole.
void MatchBuilder::takeApart(Place place, PatId id, llvm::SmallVectorImpl<PairId> &pairs, FlatPattern &out) {
  const typed::Pat &pattern = b_.pat(id);
  if (b_.tooDeep(pattern.span))
    return;
  MatchPair pair;
  pair.place = place;
  pair.pattern = &pattern;
  switch (pattern.kind) {
  case PatKind::Wild:
  case PatKind::Error:
    return;
  case PatKind::Binding:
    if (pattern.sub.isValid())
      takeApart(place, pattern.sub, pairs, out);
    out.bindings.push_back({pattern.local, pattern.mode, pattern.span, place});
    return;
  case PatKind::Leaf:
    for (const typed::FieldPattern &field : pattern.fields)
      takeApart(b_.field(place, field.field, b_.pat(field.pat).ty), field.pat, pairs, out);
    return;
  case PatKind::Deref:
    takeApart(b_.deref(place, b_.pat(pattern.sub).ty), pattern.sub, pairs, out);
    return;
  case PatKind::Slice:
    takeSliceApart(place, pattern, pairs, out);
    return;
  case PatKind::Variant: {
    const Place variant = b_.downcast(place, pattern.variant);
    for (const typed::FieldPattern &field : pattern.fields)
      takeApart(b_.field(variant, field.field, b_.pat(field.pat).ty), field.pat, pair.subpairs, out);
    if (!isRefutableVariant(pattern)) {
      pairs.append(pair.subpairs.begin(), pair.subpairs.end());
      return;
    }
    pair.kind = CaseKind::Variant;
    break;
  }
  case PatKind::Constant:
    if (pattern.value->kind == typed::ConstantValue::Kind::ByteStr) {
      takeBytesApart(place, pattern, pairs);
      return;
    }
    // The pattern of a string literal is of a reference type; what is compared is the text behind it.
    if (const TyData &data = b_.types_.data(pattern.ty); data.kind == TyKind::Ref && pattern.value->kind == typed::ConstantValue::Kind::Str)
      pair.place = b_.deref(place, data.element());
    pair.kind = CaseKind::Constant;
    break;
  case PatKind::Range:
    if (isFullRange(pattern))
      return;
    pair.kind = CaseKind::Range;
    break;
  case PatKind::Or:
    pair.kind = CaseKind::Or;
    for (const PatId alternative : pattern.prefix)
      pair.alternatives.push_back(flatten(place, alternative));
    if (!pair.alternatives.empty() && !flats_[pair.alternatives.front()].bindings.empty())
      out.bindings.push_back({typed::LocalId(), typed::BindingMode::Move, pattern.span, place});
    break;
  case PatKind::Never:
    pair.kind = CaseKind::Never;
    out.is_never = true;
    break;
  }
  pairs_.push_back(std::move(pair));
  pairs.push_back(static_cast<PairId>(pairs_.size() - 1));
}

/// Rule: an array's elements are counted from its start, a slice's suffix from its end; only a slice's length needs a test.
void MatchBuilder::takeSliceApart(Place place, const typed::Pat &pattern, llvm::SmallVectorImpl<PairId> &pairs, FlatPattern &out) {
  const TyData &data = b_.types_.data(pattern.ty);
  const auto prefix = static_cast<std::uint32_t>(pattern.prefix.size());
  const auto suffix = static_cast<std::uint32_t>(pattern.suffix.size());
  const bool is_array = data.kind == TyKind::Array;
  std::uint32_t minimum = prefix + suffix;
  if (is_array) {
    const ConstData &length = b_.types_.data(data.length);
    if (length.kind == ConstKind::Value)
      minimum = static_cast<std::uint32_t>(length.value);
    else if (suffix > 0 || pattern.rest.isValid())
      b_.declineUnknown(pattern.ty, pattern.span);
  }
  MatchPair pair;
  pair.kind = CaseKind::Slice;
  pair.place = place;
  pair.pattern = &pattern;
  pair.length = prefix + suffix;
  pair.at_least = pattern.has_rest;
  const bool needs_test = !is_array && !(pattern.has_rest && pair.length == 0);
  llvm::SmallVectorImpl<PairId> &into = needs_test ? static_cast<llvm::SmallVectorImpl<PairId> &>(pair.subpairs) : pairs;
  const auto element = [&](std::uint32_t offset, bool from_end, PatId sub) {
    mir::Projection step;
    step.kind = mir::ProjectionKind::ConstantIndex;
    step.a = offset;
    step.b = minimum;
    step.from_end = from_end;
    takeApart(b_.out_.places.project(place, step, b_.pat(sub).ty), sub, into, out);
  };
  for (std::uint32_t index = 0; index < prefix; ++index)
    element(index, false, pattern.prefix[index]);
  if (pattern.rest.isValid()) {
    mir::Projection step;
    step.kind = mir::ProjectionKind::Subslice;
    step.a = prefix;
    step.b = is_array ? minimum - suffix : suffix;
    step.from_end = !is_array;
    takeApart(b_.out_.places.project(place, step, b_.pat(pattern.rest).ty), pattern.rest, into, out);
  }
  for (std::uint32_t from_end = 1; from_end <= suffix; ++from_end)
    element(is_array ? minimum - from_end : from_end, !is_array, pattern.suffix[suffix - from_end]);
  if (!needs_test)
    return;
  pairs_.push_back(std::move(pair));
  pairs.push_back(static_cast<PairId>(pairs_.size() - 1));
}

/// Rule: a byte string literal is the pattern `&[b0, b1, …]`, of an array or of a slice.
void MatchBuilder::takeBytesApart(Place place, const typed::Pat &pattern, llvm::SmallVectorImpl<PairId> &pairs) {
  const llvm::StringRef bytes = b_.program_.resolver().symbols().text(pattern.value->text);
  const Ty sequence = b_.types_.data(pattern.ty).element();
  const Place content = b_.deref(place, sequence);
  MatchPair whole;
  whole.kind = CaseKind::Slice;
  whole.place = content;
  whole.pattern = &pattern;
  whole.length = static_cast<std::uint32_t>(bytes.size());
  const bool is_slice = b_.types_.is(sequence, TyKind::Slice);
  llvm::SmallVectorImpl<PairId> &into = is_slice ? static_cast<llvm::SmallVectorImpl<PairId> &>(whole.subpairs) : pairs;
  for (std::uint32_t index = 0; index < bytes.size(); ++index) {
    typed::Pat &byte = made_.emplace_back(pattern);
    byte.ty = b_.types_.integer(IntKind::U8);
    typed::ConstantValue value;
    value.lo = static_cast<std::uint8_t>(bytes[index]);
    byte.value = b_.keep<typed::ConstantValue>(value).data();
    mir::Projection step;
    step.kind = mir::ProjectionKind::ConstantIndex;
    step.a = index;
    step.b = whole.length;
    MatchPair pair;
    pair.kind = CaseKind::Constant;
    pair.place = b_.out_.places.project(content, step, byte.ty);
    pair.pattern = &byte;
    pairs_.push_back(std::move(pair));
    into.push_back(static_cast<PairId>(pairs_.size() - 1));
  }
  if (!is_slice)
    return;
  pairs_.push_back(std::move(whole));
  pairs.push_back(static_cast<PairId>(pairs_.size() - 1));
}

// --------------------------------------------------------------------------------------------------------------- fake borrows

/// Rule: while a guard runs, nothing that decided about the match may change: each place that some pattern tests, and the references on the way to what
/// is bound, are borrowed for reading by a borrow that exists for the borrow check only. Without guards there are none.
void MatchBuilder::collectFakeBorrows(MatchTree &tree, Place scrutinee, llvm::ArrayRef<CandidateId> candidates) {
  (void)scrutinee;
  if (!llvm::any_of(candidates, [&](CandidateId id) { return candidates_[id].has_guard; }))
    return;
  for (const CandidateId id : candidates) {
    for (const Binding &binding : candidates_[id].bindings)
      if (binding.local.isValid())
        fakeBorrowPrefixes(binding.source);
    for (const PairId pair : candidates_[id].pairs)
      fakeBorrowPair(pairs_[pair]);
  }
  for (const Place place : fake_borrowed_)
    tree.fake_borrows.emplace_back(place, b_.newTemporary(b_.sharedRef(b_.typeOf(place)), scrutinee_span_));
}

void MatchBuilder::fakeBorrowPair(const MatchPair &pair) {
  if (pair.kind == CaseKind::Or) {
    for (const FlatId flat : pair.alternatives) {
      for (const Binding &binding : flats_[flat].bindings)
        if (binding.local.isValid())
          fakeBorrowPrefixes(binding.source);
      for (const PairId sub : flats_[flat].pairs)
        fakeBorrowPair(pairs_[sub]);
    }
    return;
  }
  fakeBorrow(pair.place);
  for (const PairId sub : pair.subpairs)
    fakeBorrowPair(pairs_[sub]);
}

void MatchBuilder::fakeBorrow(Place place) {
  if (!fake_borrow_known_.try_emplace(place.value, true).second)
    return;
  fake_borrowed_.push_back(place);
  fakeBorrowPrefixes(place);
}

void MatchBuilder::fakeBorrowPrefixes(Place place) {
  for (Place at = place; b_.out_.places[at].base.isValid(); at = b_.out_.places[at].base) {
    if (b_.out_.places[at].step.kind != mir::ProjectionKind::Deref)
      continue;
    const Place reference = b_.out_.places[at].base;
    if (!fake_borrow_known_.try_emplace(reference.value, true).second)
      return;
    fake_borrowed_.push_back(reference);
  }
}

} // namespace lien::lower
