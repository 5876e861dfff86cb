// Tests of a decision tree: which test a pair asks for, what its outcome says about other candidates, and its code.
#include "checker/lower/match_tree.hpp"

namespace lien::lower {

using typed::ConstantValue;

std::optional<int> compareConstants(const ConstantValue &a, const ConstantValue &b, bool is_signed) {
  using Kind = ConstantValue::Kind;
  if (a.kind == Kind::Opaque || b.kind == Kind::Opaque)
    return a.kind == b.kind && a.def == b.def ? std::optional(0) : std::nullopt;
  if (a.kind == Kind::Float)
    return a.text == b.text && a.negative == b.negative ? std::optional(0) : std::nullopt;
  if (a.kind == Kind::Str || a.kind == Kind::ByteStr)
    return a.text == b.text ? 0 : 1;
  if (a.hi != b.hi) {
    if (is_signed)
      return static_cast<std::int64_t>(a.hi) < static_cast<std::int64_t>(b.hi) ? -1 : 1;
    return a.hi < b.hi ? -1 : 1;
  }
  if (a.lo != b.lo)
    return a.lo < b.lo ? -1 : 1;
  return 0;
}

// -------------------------------------------------------------------------------------------------------------------- buckets

MatchBuilder::Bucket *MatchBuilder::Buckets::find(const Outcome &outcome) {
  if (list.size() < 8) {
    for (Bucket &bucket : list)
      if (bucket.outcome == outcome)
        return &bucket;
    return nullptr;
  }
  if (index.empty())
    for (std::uint32_t at = 0; at < list.size(); ++at)
      index.try_emplace({static_cast<std::uint64_t>(list[at].outcome.kind) << 60U ^ list[at].outcome.hi, list[at].outcome.lo}, at);
  const auto known = index.find({static_cast<std::uint64_t>(outcome.kind) << 60U ^ outcome.hi, outcome.lo});
  return known == index.end() || !(list[known->second].outcome == outcome) ? nullptr : &list[known->second];
}

MatchBuilder::Bucket &MatchBuilder::Buckets::at(const Outcome &outcome) {
  if (Bucket *known = find(outcome))
    return *known;
  list.push_back({outcome, {}, Block()});
  if (!index.empty())
    index.try_emplace({static_cast<std::uint64_t>(outcome.kind) << 60U ^ outcome.hi, outcome.lo}, static_cast<std::uint32_t>(list.size() - 1));
  return list.back();
}

// -------------------------------------------------------------------------------------------------------------- choosing a test

static bool isSwitchable(const TypeStore &types, const typed::Pat &pattern) {
  const TyKind kind = types.kind(pattern.ty);
  return (kind == TyKind::Int || kind == TyKind::Char) && pattern.value->kind != ConstantValue::Kind::Opaque;
}

Test MatchBuilder::pickTest(CandidateId id) const {
  const MatchPair &pair = pairs_[candidates_[id].pairs.front()];
  Test test;
  test.place = pair.place;
  test.pair = &pair;
  switch (pair.kind) {
  case CaseKind::Variant:
    test.kind = TestKind::Variant;
    return test;
  case CaseKind::Constant:
    if (b_.types_.is(pair.pattern->ty, TyKind::Bool) && pair.pattern->value->kind == ConstantValue::Kind::Bool)
      test.kind = TestKind::Bool;
    else
      test.kind = isSwitchable(b_.types_, *pair.pattern) ? TestKind::Integer : TestKind::Equal;
    return test;
  case CaseKind::Range:
    test.kind = TestKind::Range;
    return test;
  case CaseKind::Slice:
    test.kind = TestKind::Length;
    return test;
  case CaseKind::Never:
    test.kind = TestKind::Never;
    return test;
  case CaseKind::Or:
    break;
  }
  invariantBroken("an or-pattern is expanded, not tested");
}

// ----------------------------------------------------------------------------------------------------- outcomes for candidates

/// Nothing where it cannot be said.
static std::optional<bool> rangeContains(const typed::Pat &range, const ConstantValue &value, bool is_signed) {
  if (range.value != nullptr) {
    const std::optional<int> low = compareConstants(*range.value, value, is_signed);
    if (!low)
      return std::nullopt;
    if (*low > 0)
      return false;
  }
  if (range.end != nullptr) {
    const std::optional<int> high = compareConstants(value, *range.end, is_signed);
    if (!high)
      return std::nullopt;
    if (*high > 0 || (*high == 0 && !range.inclusive))
      return false;
  }
  return true;
}

static bool isSignedType(const TypeStore &types, Ty ty) {
  const TyData &data = types.data(ty);
  return data.kind == TyKind::Int && isSigned(data.int_kind);
}

static std::optional<bool> rangesOverlap(const typed::Pat &a, const typed::Pat &b, bool is_signed) {
  const auto startsAfter = [&](const typed::Pat &one, const typed::Pat &other) -> std::optional<bool> {
    if (one.value == nullptr || other.end == nullptr)
      return false;
    const std::optional<int> order = compareConstants(*one.value, *other.end, is_signed);
    if (!order)
      return std::nullopt;
    return *order > 0 || (*order == 0 && !other.inclusive);
  };
  const std::optional<bool> a_after = startsAfter(a, b);
  const std::optional<bool> b_after = startsAfter(b, a);
  if (!a_after || !b_after)
    return std::nullopt;
  return !*a_after && !*b_after;
}

static bool sameRange(const typed::Pat &a, const typed::Pat &b, bool is_signed) {
  const auto same = [&](const ConstantValue *x, const ConstantValue *y) {
    return x == nullptr || y == nullptr ? x == y : compareConstants(*x, *y, is_signed) == 0;
  };
  return same(a.value, b.value) && same(a.end, b.end) && a.inclusive == b.inclusive;
}

/// The one outcome of the test under which the candidate can still match, its pairs reduced by what that outcome implies; nothing when the test does not
/// separate the candidate.
std::optional<Outcome> MatchBuilder::sortCandidate(const Test &test, CandidateId id, Buckets &buckets) {
  llvm::SmallVector<PairId, 4> &pairs = candidates_[id].pairs;
  const auto at = llvm::find_if(pairs, [&](PairId pair) { return pairs_[pair].kind != CaseKind::Or && pairs_[pair].place == test.place; });
  if (at == pairs.end())
    return std::nullopt;
  const PairId pair_id = *at;
  bool fully_matched = false;
  const std::optional<Outcome> outcome = outcomeFor(test, pairs_[pair_id], buckets, fully_matched);
  if (fully_matched) {
    pairs.erase(at);
    pairs.append(pairs_[pair_id].subpairs.begin(), pairs_[pair_id].subpairs.end());
    orPatternsLast(pairs);
  }
  return outcome;
}

std::optional<Outcome> MatchBuilder::outcomeFor(const Test &test, const MatchPair &pair, Buckets &buckets, bool &fully_matched) {
  const Outcome success{Outcome::Kind::Success};
  const Outcome failure{Outcome::Kind::Failure};
  const typed::Pat &pattern = *pair.pattern;
  const bool is_signed = isSignedType(b_.types_, pattern.ty);
  switch (test.kind) {
  case TestKind::Variant:
    if (pair.kind != CaseKind::Variant)
      return std::nullopt;
    fully_matched = true;
    return Outcome{Outcome::Kind::Variant, pattern.variant};
  case TestKind::Integer:
    if (pair.kind == CaseKind::Range) {
      // A range goes with the values that are not listed, if it holds none of those listed so far.
      const bool separate = llvm::all_of(buckets.list, [&](const Bucket &bucket) {
        return bucket.outcome.kind != Outcome::Kind::Value || rangeContains(pattern, *bucket.outcome.value, is_signed) == false;
      });
      return separate ? std::optional(failure) : std::nullopt;
    }
    if (pair.kind != CaseKind::Constant || !isSwitchable(b_.types_, pattern))
      return std::nullopt;
    if (const Bucket *unlisted = buckets.find(failure)) {
      // A value inside such a range can no longer be listed.
      const bool conflicts = llvm::any_of(unlisted->candidates, [&](CandidateId other) {
        return llvm::any_of(candidates_[other].pairs, [&](PairId id) {
          const MatchPair &range = pairs_[id];
          return range.kind == CaseKind::Range && range.place == test.place && rangeContains(*range.pattern, *pattern.value, is_signed) != false;
        });
      });
      if (conflicts)
        return std::nullopt;
    }
    fully_matched = true;
    return Outcome{Outcome::Kind::Value, pattern.value->lo, pattern.value->hi, pattern.value};
  case TestKind::Bool:
    if (pair.kind != CaseKind::Constant || pattern.value->kind != ConstantValue::Kind::Bool)
      return std::nullopt;
    fully_matched = true;
    return pattern.value->lo != 0 ? success : failure;
  case TestKind::Equal: {
    if (pair.kind != CaseKind::Constant)
      return std::nullopt;
    const std::optional<int> order = compareConstants(*test.pair->pattern->value, *pattern.value, is_signed);
    if (!order)
      return std::nullopt;
    fully_matched = *order == 0;
    return *order == 0 ? success : failure;
  }
  case TestKind::Range:
    if (pair.kind == CaseKind::Range) {
      fully_matched = sameRange(*test.pair->pattern, pattern, is_signed);
      if (fully_matched)
        return success;
      return rangesOverlap(*test.pair->pattern, pattern, is_signed) == false ? std::optional(failure) : std::nullopt;
    }
    if (pair.kind != CaseKind::Constant)
      return std::nullopt;
    return rangeContains(*test.pair->pattern, *pattern.value, is_signed) == false ? std::optional(failure) : std::nullopt;
  case TestKind::Length:
    return pair.kind == CaseKind::Slice ? lengthOutcome(*test.pair, pair, fully_matched) : std::nullopt;
  case TestKind::Never:
    fully_matched = true;
    return success;
  }
  return std::nullopt;
}

/// `len == n` or `len >= n` was tested: where does a pattern of exactly (at least) m elements go?
std::optional<Outcome> MatchBuilder::lengthOutcome(const MatchPair &test, const MatchPair &pair, bool &fully_matched) const {
  const Outcome success{Outcome::Kind::Success};
  const Outcome failure{Outcome::Kind::Failure};
  if (test.length == pair.length && test.at_least == pair.at_least) {
    fully_matched = true;
    return success;
  }
  if (!test.at_least) {
    // Tested: exactly n.
    if (pair.length > test.length || !pair.at_least)
      return failure;
    return std::nullopt;
  }
  // Tested: at least n.
  if (pair.length >= test.length)
    return success;
  return pair.at_least ? std::nullopt : std::optional(failure);
}

// ------------------------------------------------------------------------------------------------------------------ their code

void MatchBuilder::performTest(Block start, Block remainder, const Test &test, Buckets &buckets) {
  b_.at_ = start;
  const auto blockOf = [&](Outcome::Kind kind) {
    const Bucket *bucket = buckets.find(Outcome{kind});
    return bucket == nullptr ? remainder : bucket->start;
  };
  const Block success = blockOf(Outcome::Kind::Success);
  const Block failure = blockOf(Outcome::Kind::Failure);
  switch (test.kind) {
  case TestKind::Variant:
    testVariant(test, remainder, buckets);
    return;
  case TestKind::Integer:
    switchOn(test, failure, buckets, Builder::copyOf(test.place));
    return;
  case TestKind::Bool:
    branchTo(Builder::copyOf(test.place), success, failure);
    return;
  case TestKind::Equal:
    testEqual(test, success, failure);
    return;
  case TestKind::Range:
    testRange(test, success, failure);
    return;
  case TestKind::Length:
    testLength(test, success, failure);
    return;
  case TestKind::Never:
    b_.fakeRead(mir::FakeReadCause::ForMatchedPlace, test.place, test.pair->pattern->span);
    b_.jumpTo(success, test.pair->pattern->span);
    return;
  }
}

void MatchBuilder::switchOn(const Test &test, Block otherwise, Buckets &buckets, const Operand &operand) {
  mir::Terminator &terminator = b_.terminate(TerminatorKind::SwitchInt, start_span_);
  terminator.targets.reserve(buckets.list.size() + 1, b_.out_.arena);
  llvm::SmallVector<ConstantValue, 8> values;
  for (const Bucket &bucket : buckets.list) {
    if (bucket.outcome.kind == Outcome::Kind::Failure)
      continue;
    ConstantValue value;
    if (bucket.outcome.value != nullptr)
      value = *bucket.outcome.value;
    value.lo = bucket.outcome.lo;
    values.push_back(value);
    terminator.targets.push_back(bucket.start);
  }
  terminator.targets.push_back(otherwise);
  terminator.values = b_.keep<ConstantValue>(values);
  terminator.operand = operand;
  if (test.kind == TestKind::Variant)
    terminator.place = test.place;
}

void MatchBuilder::testVariant(const Test &test, Block remainder, Buckets &buckets) {
  llvm::stable_sort(buckets.list, [](const Bucket &a, const Bucket &b) { return a.outcome.lo < b.outcome.lo; });
  Rvalue discriminant;
  discriminant.kind = RvalueKind::Discriminant;
  discriminant.place = test.place;
  discriminant.ty = b_.types_.integer(IntKind::Isize);
  const Place value = b_.place(b_.newTemporary(discriminant.ty, test.pair->pattern->span));
  b_.assign(value, discriminant, scrutinee_span_);
  switchOn(test, remainder, buckets, Builder::moveOf(value));
}

void MatchBuilder::branchTo(const Operand &condition, Block success, Block failure) {
  const auto [holds, fails] = b_.branchOn(condition, start_span_);
  b_.cfg_.jump(holds, success, start_span_);
  b_.cfg_.jump(fails, failure, start_span_);
}

Operand MatchBuilder::constantOperand(const ConstantValue *value, Ty ty, Span span) {
  mir::Constant constant;
  constant.ty = ty;
  constant.span = span;
  if (value->kind == ConstantValue::Kind::Opaque) {
    constant.kind = mir::Constant::Kind::Item;
    constant.def = value->def;
  } else {
    constant.value = value;
  }
  return b_.constant(constant);
}

/// Numbers are compared; strings by a call of `str`'s equality, which may unwind as far as the borrow check knows.
void MatchBuilder::testEqual(const Test &test, Block success, Block failure) {
  const typed::Pat &pattern = *test.pair->pattern;
  const Ty place_type = b_.typeOf(test.place);
  const TyKind kind = b_.types_.kind(place_type);
  const bool is_scalar = kind == TyKind::Int || kind == TyKind::Char || kind == TyKind::Bool || kind == TyKind::Float;
  if (is_scalar) {
    const Operand value = constantOperand(pattern.value, place_type, pattern.span);
    const Rvalue equal = b_.binary(RvalueKind::Binary, ast::BinaryOp::Eq, value, Builder::copyOf(test.place), b_.types_.boolean);
    branchTo(Builder::moveOf(b_.temporaryFor(equal, pattern.span)), success, failure);
    return;
  }
  const bool by_text = pattern.value->kind == ConstantValue::Kind::Str;
  const DefId equality = b_.program_.lang(LangItem::PartialEqTrait);
  if (!by_text || !equality.isValid() || b_.program_.trait(equality).items.empty()) {
    if (!b_.declined_)
      b_.sink_.declineFeature(pattern.span.absoluteFrom(b_.typed_.base), "constant of a structured type as a pattern");
    b_.declined_ = true;
    return;
  }
  const Ty text_type = place_type;
  const Ty reference_type = b_.sharedRef(text_type);
  const Place reference = b_.place(b_.newTemporary(reference_type, pattern.span));
  b_.assign(reference, b_.refTo(test.place, mir::BorrowKind::Shared, reference_type), pattern.span);
  mir::Constant callee;
  callee.kind = mir::Constant::Kind::FnItem;
  callee.def = b_.program_.trait(equality).items.front().def;
  callee.args = b_.types_.args({GenericArg(text_type), GenericArg(text_type)});
  callee.ty = b_.types_.fnDef(callee.def, callee.args);
  callee.span = pattern.span;
  const Place result = b_.place(b_.newTemporary(b_.types_.boolean, pattern.span));
  const Block returned = b_.cfg_.start();
  const Operand arguments[] = {Builder::copyOf(reference), constantOperand(pattern.value, reference_type, pattern.span)};
  const Span spans[] = {pattern.span, pattern.span};
  mir::Terminator &call = b_.terminate(TerminatorKind::Call, pattern.span);
  call.operand = b_.constant(callee);
  call.arguments = b_.keep<Operand>(arguments);
  call.argument_spans = b_.keep<Span>(spans);
  call.place = result;
  call.overloaded = true;
  call.targets.push_back(returned);
  b_.unwindFrom(b_.at_);
  b_.at_ = returned;
  branchTo(Builder::moveOf(result), success, failure);
}

void MatchBuilder::testRange(const Test &test, Block success, Block failure) {
  const typed::Pat &pattern = *test.pair->pattern;
  const Ty ty = b_.typeOf(test.place);
  const Operand value = Builder::copyOf(test.place);
  if (pattern.value != nullptr) {
    const Operand low = constantOperand(pattern.value, ty, pattern.span);
    const Rvalue above = b_.binary(RvalueKind::Binary, ast::BinaryOp::Le, low, value, b_.types_.boolean);
    const Block next = pattern.end == nullptr ? success : b_.cfg_.start();
    branchTo(Builder::moveOf(b_.temporaryFor(above, pattern.span)), next, failure);
    b_.at_ = next;
  }
  if (pattern.end != nullptr) {
    const ast::BinaryOp op = pattern.inclusive ? ast::BinaryOp::Le : ast::BinaryOp::Lt;
    const Rvalue below = b_.binary(RvalueKind::Binary, op, value, constantOperand(pattern.end, ty, pattern.span), b_.types_.boolean);
    branchTo(Builder::moveOf(b_.temporaryFor(below, pattern.span)), success, failure);
  }
}

void MatchBuilder::testLength(const Test &test, Block success, Block failure) {
  const Span span = test.pair->pattern->span;
  const Operand length = b_.lengthOf(test.place, span);
  const Operand wanted = b_.integer(b_.types_.integer(IntKind::Usize), test.pair->length, span);
  const ast::BinaryOp op = test.pair->at_least ? ast::BinaryOp::Ge : ast::BinaryOp::Eq;
  const Rvalue fits = b_.binary(RvalueKind::Binary, op, length, wanted, b_.types_.boolean);
  branchTo(Builder::moveOf(b_.temporaryFor(fits, span)), success, failure);
}

} // namespace lien::lower
