// Patterns as a decision tree over places.
//
// A pattern becomes *pairs*, a place and what it must be (a variant, a value, a length), and bindings, a variable and the place it binds. An arm is a
// candidate: all its pairs must hold. The tree tests one place at a time, sorts the candidates by the outcome, and goes on; a test reads only what some
// pattern asks about, so a wildcard reads nothing. Or-patterns expand into candidates below their candidate. Between arms stand false edges: the borrow
// check must not learn from the order of tests. Follows rustc's matching, block for block. rustc dev guide "MIR construction", "Pattern matching".
#pragma once

#include "checker/lower/builder.hpp"

#include <deque>

namespace lien::lower {

/// What a pattern binds. An invalid `local` holds the place of an or-pattern's bindings.
struct Binding {
  typed::LocalId local;
  typed::BindingMode mode = typed::BindingMode::Move;
  Span span;
  Place source;
};

/// One alternative of an arm, matched: its bindings in the order written.
struct SubBranch {
  Span span;
  Block success;
  Block otherwise; ///< where a failing guard goes on
  llvm::SmallVector<Binding, 2> bindings;
  bool is_never = false;
};

struct Branch {
  llvm::SmallVector<SubBranch, 1> sub_branches;
  typed::UserTypeId user_type; ///< of a `let` with a pattern and a written type
  Place user_type_place;
};

struct MatchTree {
  std::vector<Branch> branches;                      ///< one for each pattern
  Block otherwise;                                   ///< no pattern matches
  std::vector<std::pair<Place, Local>> fake_borrows; ///< what guards must not change, and the temporary that watches it
};

using PairId = std::uint32_t;
using FlatId = std::uint32_t;
using CandidateId = std::uint32_t;

enum class CaseKind : std::uint8_t { Variant, Constant, Range, Slice, Or, Never };

/// A place that must satisfy a case; once it does, the sub-pairs must hold.
struct MatchPair {
  CaseKind kind{};
  Place place;
  const typed::Pat *pattern = nullptr;
  llvm::SmallVector<PairId, 2> subpairs;
  llvm::SmallVector<FlatId, 2> alternatives; ///< Or
  std::uint32_t length = 0;                  ///< Slice
  bool at_least = false;                     ///< Slice: longer ones match too
};

/// A pattern taken apart.
struct FlatPattern {
  llvm::SmallVector<PairId, 4> pairs;
  llvm::SmallVector<Binding, 2> bindings;
  Span span;
  bool is_never = false;
};

struct Candidate {
  llvm::SmallVector<PairId, 4> pairs; ///< still to be tested; or-patterns last
  llvm::SmallVector<Binding, 2> bindings;
  llvm::SmallVector<CandidateId, 2> subcandidates;
  Span span;
  Span or_span;
  Block pre_binding;      ///< reached when everything holds
  Block otherwise;        ///< reached when a guard fails
  Block false_edge_start; ///< where testing this candidate begins
  bool has_guard = false;
  bool is_never = false;
};

enum class TestKind : std::uint8_t { Variant, Integer, Bool, Equal, Range, Length, Never };

struct Test {
  TestKind kind{};
  Place place;
  const MatchPair *pair = nullptr;
};

/// An outcome of a test.
struct Outcome {
  enum class Kind : std::uint8_t { Success, Failure, Variant, Value } kind{};
  std::uint64_t lo = 0, hi = 0; ///< Variant: index; Value
  const typed::ConstantValue *value = nullptr;
  friend bool operator==(const Outcome &a, const Outcome &b) { return a.kind == b.kind && a.lo == b.lo && a.hi == b.hi; }
};

/// Builds one tree. Lives in match_pairs.cpp (patterns to pairs), match_tree.cpp (the algorithm) and match_test.cpp (tests).
class MatchBuilder {
public:
  MatchBuilder(Builder &builder, Span scrutinee_span, Span start_span) : b_(builder), scrutinee_span_(scrutinee_span), start_span_(start_span) {}
  MatchTree run(Place scrutinee, llvm::ArrayRef<std::pair<PatId, bool>> patterns, bool refutable);

private:
  struct Bucket {
    Outcome outcome;
    llvm::SmallVector<CandidateId, 2> candidates;
    Block start;
  };
  /// The outcomes of one test so far, each with its candidates, in the order in which they appeared.
  struct Buckets {
    std::vector<Bucket> list;
    llvm::DenseMap<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t> index; ///< kind and lo, hi; used when there are many
    Bucket *find(const Outcome &outcome);
    Bucket &at(const Outcome &outcome);
  };

  // match_pairs.cpp
  FlatId flatten(Place place, PatId pattern);
  void takeApart(Place place, PatId id, llvm::SmallVectorImpl<PairId> &pairs, FlatPattern &out);
  void takeSliceApart(Place place, const typed::Pat &pattern, llvm::SmallVectorImpl<PairId> &pairs, FlatPattern &out);
  void takeBytesApart(Place place, const typed::Pat &pattern, llvm::SmallVectorImpl<PairId> &pairs);
  void orPatternsLast(llvm::SmallVectorImpl<PairId> &pairs) const;
  bool isFullRange(const typed::Pat &pattern) const;
  bool isRefutableVariant(const typed::Pat &pattern) const;
  void collectFakeBorrows(MatchTree &tree, Place scrutinee, llvm::ArrayRef<CandidateId> candidates);
  void fakeBorrowPair(const MatchPair &pair);
  void fakeBorrow(Place place);
  void fakeBorrowPrefixes(Place place);
  CandidateId addCandidate(FlatId flat, bool has_guard);

  // match_tree.cpp
  Block matchCandidates(llvm::ArrayRef<CandidateId> candidates, Block start);
  Block selectMatched(CandidateId id, Block start);
  llvm::ArrayRef<CandidateId> expandOr(llvm::ArrayRef<CandidateId> candidates, Block &start);
  llvm::ArrayRef<CandidateId> testCandidates(llvm::ArrayRef<CandidateId> candidates, Block &start);
  void createSubcandidates(CandidateId id, PairId or_pair);
  void mergeTrivialSubcandidates(CandidateId id);
  void testRemainingAfterOr(CandidateId id);
  template <typename Visit> void visitLeaves(CandidateId id, Visit visit);
  template <typename Visit> void visitLeavesReversed(CandidateId id, Visit visit);
  void addFalseEdges(llvm::ArrayRef<CandidateId> candidates, Block otherwise, bool refutable);
  void collectBranches(CandidateId id, llvm::SmallVectorImpl<CandidateId> &parents, Branch &out);
  void orderBindings(llvm::ArrayRef<CandidateId> layers, llvm::SmallVectorImpl<Binding> &out) const;
  bool startsWithOr(CandidateId id) const { return !candidates_[id].pairs.empty() && pairs_[candidates_[id].pairs.front()].kind == CaseKind::Or; }

  // match_test.cpp
  Test pickTest(CandidateId id) const;
  std::optional<Outcome> sortCandidate(const Test &test, CandidateId id, Buckets &buckets);
  std::optional<Outcome> outcomeFor(const Test &test, const MatchPair &pair, Buckets &buckets, bool &fully_matched);
  std::optional<Outcome> lengthOutcome(const MatchPair &test, const MatchPair &pair, bool &fully_matched) const;
  void performTest(Block start, Block remainder, const Test &test, Buckets &buckets);
  void switchOn(const Test &test, Block otherwise, Buckets &buckets, const Operand &operand);
  void testVariant(const Test &test, Block remainder, Buckets &buckets);
  void testEqual(const Test &test, Block success, Block failure);
  void testRange(const Test &test, Block success, Block failure);
  void testLength(const Test &test, Block success, Block failure);
  void branchTo(const Operand &condition, Block success, Block failure);
  Operand constantOperand(const typed::ConstantValue *value, Ty ty, Span span);

  Builder &b_;
  Span scrutinee_span_;
  Span start_span_;
  std::vector<MatchPair> pairs_;
  std::vector<FlatPattern> flats_;
  std::vector<Candidate> candidates_;
  std::deque<typed::Pat> made_; ///< patterns that a literal stands for
  std::vector<Place> fake_borrowed_;
  llvm::SmallDenseMap<std::uint32_t, bool, 8> fake_borrow_known_;
};

/// Order of two values of a type: negative, zero, positive; nothing where they cannot be compared (floats as text, constants not computed).
std::optional<int> compareConstants(const typed::ConstantValue &a, const typed::ConstantValue &b, bool is_signed);

} // namespace lien::lower
