// The decision tree: which candidates are left after each test.
#include "checker/lower/match_tree.hpp"

namespace lien::lower {

MatchTree Builder::lowerMatchTree(Place scrutinee, Span scrutinee_span, Span start_span, llvm::ArrayRef<std::pair<PatId, bool>> patterns, bool refutable) {
  return MatchBuilder(*this, scrutinee_span, start_span).run(scrutinee, patterns, refutable);
}

MatchTree MatchBuilder::run(Place scrutinee, llvm::ArrayRef<std::pair<PatId, bool>> patterns, bool refutable) {
  MatchTree tree;
  llvm::SmallVector<CandidateId, 8> candidates;
  for (const auto &[pattern, has_guard] : patterns)
    candidates.push_back(addCandidate(flatten(scrutinee, pattern), has_guard));
  collectFakeBorrows(tree, scrutinee, candidates);
  tree.otherwise = matchCandidates(candidates, b_.at_);
  if (!b_.declined_)
    addFalseEdges(candidates, tree.otherwise, refutable);
  if (!refutable) {
    // Matching a place of an empty type reads nothing by itself; that it must be initialised is said here.
    b_.at_ = tree.otherwise;
    b_.fakeRead(mir::FakeReadCause::ForMatchedPlace, scrutinee, scrutinee_span_);
    b_.terminate(TerminatorKind::Unreachable, scrutinee_span_);
  }
  for (const CandidateId candidate : candidates) {
    Branch &branch = tree.branches.emplace_back();
    llvm::SmallVector<CandidateId, 4> parents;
    collectBranches(candidate, parents, branch);
  }
  return tree;
}

/// Tests candidates in order from `start`; returns the block reached when none matches.
Block MatchBuilder::matchCandidates(llvm::ArrayRef<CandidateId> candidates, Block start) {
  if (b_.tooDeep(scrutinee_span_))
    return start;
  while (!candidates.empty()) {
    Candidate &first = candidates_[candidates.front()];
    if (!first.false_edge_start.isValid())
      first.false_edge_start = start;
    if (first.pairs.empty()) {
      start = selectMatched(candidates.front(), start);
      candidates = candidates.drop_front();
    } else if (llvm::any_of(candidates, [&](CandidateId id) { return startsWithOr(id); })) {
      candidates = expandOr(candidates, start);
    } else {
      candidates = testCandidates(candidates, start);
    }
    if (b_.declined_)
      return start;
  }
  return start;
}

Block MatchBuilder::selectMatched(CandidateId id, Block start) {
  candidates_[id].pre_binding = start;
  return candidates_[id].otherwise = b_.cfg_.start();
}

template <typename Visit> void MatchBuilder::visitLeaves(CandidateId id, Visit visit) {
  if (candidates_[id].subcandidates.empty()) {
    visit(id);
    return;
  }
  for (std::size_t index = 0; index < candidates_[id].subcandidates.size(); ++index)
    visitLeaves(candidates_[id].subcandidates[index], visit);
}

template <typename Visit> void MatchBuilder::visitLeavesReversed(CandidateId id, Visit visit) {
  if (candidates_[id].subcandidates.empty()) {
    visit(id);
    return;
  }
  for (std::size_t index = candidates_[id].subcandidates.size(); index-- > 0;)
    visitLeavesReversed(candidates_[id].subcandidates[index], visit);
}

// --------------------------------------------------------------------------------------------------------------- or-patterns

/// Expands one level of or-patterns, as far as the order of candidates allows: a candidate that has pairs beside its or-pattern must be the last.
llvm::ArrayRef<CandidateId> MatchBuilder::expandOr(llvm::ArrayRef<CandidateId> candidates, Block &start) {
  std::size_t count = 0;
  while (count < candidates.size()) {
    const CandidateId id = candidates[count++];
    if (candidates_[id].pairs.size() > 1 && startsWithOr(id))
      break;
  }
  const llvm::ArrayRef<CandidateId> chosen = candidates.take_front(count);
  llvm::SmallVector<CandidateId, 8> expanded;
  for (const CandidateId id : chosen) {
    if (!startsWithOr(id)) {
      expanded.push_back(id);
      continue;
    }
    const PairId or_pair = candidates_[id].pairs.front();
    candidates_[id].pairs.erase(candidates_[id].pairs.begin());
    createSubcandidates(id, or_pair);
    expanded.append(candidates_[id].subcandidates.begin(), candidates_[id].subcandidates.end());
  }
  start = matchCandidates(expanded, start);
  if (b_.declined_)
    return {};
  for (const CandidateId id : chosen)
    if (!candidates_[id].subcandidates.empty())
      mergeTrivialSubcandidates(id);
  testRemainingAfterOr(chosen.back());
  return candidates.drop_front(count);
}

void MatchBuilder::createSubcandidates(CandidateId id, PairId or_pair) {
  candidates_[id].or_span = pairs_[or_pair].pattern->span;
  for (std::size_t index = 0; index < pairs_[or_pair].alternatives.size(); ++index) {
    const CandidateId sub = addCandidate(pairs_[or_pair].alternatives[index], candidates_[id].has_guard);
    if (index == 0)
      candidates_[sub].false_edge_start = candidates_[id].false_edge_start;
    candidates_[id].subcandidates.push_back(sub);
  }
}

/// Alternatives that bind nothing need not be told apart once matched.
void MatchBuilder::mergeTrivialSubcandidates(CandidateId id) {
  if (candidates_[id].has_guard)
    return;
  const auto isTrivial = [&](CandidateId sub) {
    return candidates_[sub].subcandidates.empty() && candidates_[sub].bindings.empty() && !candidates_[sub].is_never;
  };
  if (!llvm::all_of(candidates_[id].subcandidates, isTrivial))
    return;
  const Block shared = b_.cfg_.start();
  Candidate &candidate = candidates_[id];
  if (!candidate.false_edge_start.isValid())
    candidate.false_edge_start = candidates_[candidate.subcandidates.front()].false_edge_start;
  for (const CandidateId sub : candidate.subcandidates) {
    b_.cfg_.jump(candidates_[sub].pre_binding, shared, candidate.or_span);
    candidate.otherwise = candidates_[sub].otherwise;
  }
  candidate.pre_binding = shared;
  candidate.subcandidates.clear();
}

/// In `(P | Q, R | S)` the second or-pattern is tested below each alternative of the first.
void MatchBuilder::testRemainingAfterOr(CandidateId id) {
  if (candidates_[id].pairs.empty())
    return;
  const Span span = candidates_[id].or_span;
  const llvm::SmallVector<PairId, 4> remaining = std::move(candidates_[id].pairs);
  candidates_[id].pairs.clear();
  Block last_otherwise;
  llvm::SmallVector<CandidateId, 8> leaves;
  visitLeaves(id, [&](CandidateId leaf) {
    last_otherwise = candidates_[leaf].otherwise;
    leaves.push_back(leaf);
  });
  for (const CandidateId leaf : leaves) {
    candidates_[leaf].pairs.append(remaining.begin(), remaining.end());
    const Block start = candidates_[leaf].pre_binding;
    const Block old_otherwise = candidates_[leaf].otherwise;
    const Block otherwise = matchCandidates(leaf, start);
    if (b_.declined_)
      return;
    // Without a guard, failing here means that the other alternatives of the first or-pattern fail too.
    b_.cfg_.jump(otherwise, candidates_[id].has_guard ? old_otherwise : last_otherwise, span);
  }
}

// --------------------------------------------------------------------------------------------------------------------- tests

llvm::ArrayRef<CandidateId> MatchBuilder::testCandidates(llvm::ArrayRef<CandidateId> candidates, Block &start) {
  const Test test = pickTest(candidates.front());
  Buckets buckets;
  std::size_t sorted = 0;
  for (; sorted < candidates.size(); ++sorted) {
    const std::optional<Outcome> outcome = sortCandidate(test, candidates[sorted], buckets);
    if (!outcome)
      break;
    buckets.at(*outcome).candidates.push_back(candidates[sorted]);
  }
  require(sorted > 0, "a test that says nothing about the candidate it was made for");
  const Block remainder = b_.cfg_.start();
  for (Bucket &bucket : buckets.list) {
    bucket.start = b_.cfg_.start();
    const Block otherwise = matchCandidates(bucket.candidates, bucket.start);
    if (b_.declined_)
      return {};
    b_.cfg_.jump(otherwise, remainder, start_span_);
  }
  performTest(start, remainder, test, buckets);
  start = remainder;
  return candidates.drop_front(sorted);
}

// --------------------------------------------------------------------------------------------------- false edges, the result

/// Rule: each candidate may, as far as the borrow check knows, be followed by the test of the next one, also when it matched, and again when its guard
/// fails. So a later arm is never excluded by an earlier one.
void MatchBuilder::addFalseEdges(llvm::ArrayRef<CandidateId> candidates, Block otherwise, bool refutable) {
  Block next = refutable ? otherwise : Block();
  const auto falseEdge = [&](Block from, Block real, Block imaginary, Span span) {
    if (real == imaginary)
      b_.cfg_.jump(from, real, span);
    else
      b_.cfg_.terminate(from, TerminatorKind::FalseEdge, span).targets = {real, imaginary};
  };
  for (const CandidateId id : llvm::reverse(candidates)) {
    const bool has_guard = candidates_[id].has_guard;
    visitLeavesReversed(id, [&](CandidateId leaf_id) {
      Candidate &leaf = candidates_[leaf_id];
      if (next.isValid()) {
        const Block before = leaf.pre_binding;
        leaf.pre_binding = b_.cfg_.start();
        falseEdge(before, leaf.pre_binding, next, leaf.span);
        if (has_guard) {
          const Block after = leaf.otherwise;
          leaf.otherwise = b_.cfg_.start();
          falseEdge(leaf.otherwise, after, next, leaf.span);
        }
      }
      next = leaf.false_edge_start;
    });
  }
}

void MatchBuilder::collectBranches(CandidateId id, llvm::SmallVectorImpl<CandidateId> &parents, Branch &out) {
  parents.push_back(id);
  const Candidate &candidate = candidates_[id];
  if (candidate.subcandidates.empty()) {
    SubBranch &branch = out.sub_branches.emplace_back();
    branch.span = candidate.span;
    branch.success = candidate.pre_binding;
    branch.otherwise = candidate.otherwise;
    branch.is_never = candidate.is_never;
    orderBindings(parents, branch.bindings);
  }
  for (const CandidateId sub : candidate.subcandidates)
    collectBranches(sub, parents, out);
  parents.pop_back();
}

/// The bindings of one way through nested or-patterns, in the order written: where a layer holds the place of an or-pattern, the bindings of the next
/// layer that has any stand there.
void MatchBuilder::orderBindings(llvm::ArrayRef<CandidateId> layers, llvm::SmallVectorImpl<Binding> &out) const {
  llvm::SmallVector<llvm::ArrayRef<Binding>, 4> open; // what is left of each layer
  const auto enterNext = [&] {
    while (!layers.empty() && candidates_[layers.front()].bindings.empty())
      layers = layers.drop_front();
    if (layers.empty())
      return;
    open.push_back(candidates_[layers.front()].bindings);
    layers = layers.drop_front();
  };
  enterNext();
  while (!open.empty()) {
    if (open.back().empty()) {
      open.pop_back();
      continue;
    }
    const Binding &binding = open.back().front();
    open.back() = open.back().drop_front();
    if (binding.local.isValid())
      out.push_back(binding);
    else
      enterNext();
  }
}

} // namespace lien::lower
