// Does a goal hold, with all that it demands? Asked inside probes: what candidates determine on the way is undone.
//
// Each goal is looked into once: answers are kept, and a goal that goes round in a circle or too deep ends there.
#include "frontend/types/solver.hpp"

#include "frontend/types/rebuild.hpp"

namespace lien {
namespace {

/// rustc's default `recursion_limit`.
constexpr std::size_t depth_limit = 128;

} // namespace

Answer Solver::evaluateCandidate(const Candidate &candidate, DefId trait, Args args) {
  const Probe probe(*this);
  const bool touched_before = touched_unknown;
  touched_unknown = false;
  Goals nested;
  Answer answer = Answer::No;
  if (confirm(candidate, trait, args, nested))
    answer = evaluateAll(nested);
  if (touched_unknown && answer != Answer::No)
    answer = Answer::Unknown;
  touched_unknown = touched_before;
  return answer;
}

Answer Solver::evaluateAll(llvm::ArrayRef<Goal> goals) {
  Answer result = Answer::Yes;
  for (const Goal &goal : goals) {
    const Answer answer = evaluate(goal);
    if (answer == Answer::No)
      return answer;
    if (answer == Answer::Unknown || result == Answer::Yes)
      result = answer;
  }
  return result;
}

/// A projection goal may determine variables, as in rustc: callers hold a probe.
Answer Solver::evaluate(const Goal &goal) {
  if (goal.kind == Goal::Kind::Trait)
    return evaluateTrait(goal.def, goal.args);
  Goals nested;
  const Projected projected = project(goal.def, resolve(goal.args), nested);
  if (projected.answer != Answer::Yes)
    return projected.answer;
  if (!relate(projected.value, goal.term, nested))
    return Answer::No;
  return evaluateAll(nested);
}

namespace {

/// Variables by number in order of appearance. For resolved arguments.
struct Canonicalization {
  explicit Canonicalization(TypeStore &store) : store(store) {}

  TypeStore &store;
  llvm::SmallVector<std::uint32_t, 4> types, constants;
  llvm::SmallDenseMap<std::uint32_t, Ty, 8> done; ///< a type may have more parts written out than in memory

  void enterBinder() const {}
  void leaveBinder() const {}
  static std::uint32_t numberOf(llvm::SmallVectorImpl<std::uint32_t> &seen, std::uint32_t variable) {
    const auto found = llvm::find(seen, variable);
    const auto number = static_cast<std::uint32_t>(found - seen.begin());
    if (found == seen.end())
      seen.push_back(variable);
    return number;
  }
  Ty foldTy(Ty ty) {
    if (!store.has(ty, TypeFlags::HasInferType))
      return ty;
    const TyData &data = store.data(ty);
    if (data.kind == TyKind::Infer)
      return store.infer(data.infer_kind, numberOf(types, data.index));
    if (const auto found = done.find(ty.id()); found != done.end())
      return found->second;
    const Ty folded = rebuild(store, ty, *this);
    done[ty.id()] = folded;
    return folded;
  }
  static Region foldRegion(Region region) { return region; }
  Const foldConst(Const constant) {
    const ConstData &data = store.data(constant);
    return data.kind == ConstKind::Infer ? store.constInfer(numberOf(constants, static_cast<std::uint32_t>(data.value))) : constant;
  }
};

} // namespace

/// Two goals that differ only in which variables they mention have one answer. Nothing where more than that decides, or too little is known.
Args Solver::canonical(Args args) {
  constexpr std::uint16_t unfit = TypeFlags::HasProjection | TypeFlags::HasUnknown | TypeFlags::HasError;
  if ((store.flagsOf(args) & unfit) != 0)
    return {};
  Canonicalization fold(store);
  const Args key = rebuildArgs(store, args, fold);
  return (store.flagsOf(key) & unfit) != 0 ? Args() : key;
}

/// Selection first, then what the one candidate demands.
Answer Solver::evaluateSelected(DefId trait, Args args) {
  const Selection selection = select(trait, args);
  if (selection.answer != Answer::Yes)
    return selection.answer;
  const Answer answer = selection.evaluated ? *selection.evaluated : evaluateCandidate(selection.candidate, trait, args);
  return answer == Answer::No && selection.open ? Answer::Unknown : answer;
}

/// rustc dev guide, "Trait selection", "Caching and subtle considerations": a goal is kept with its variables replaced, so that `&&&A: PartialEq<?B>`,
/// for which two impls ask the same of `&&A`, asks it once. rustc dev guide, "Overflow": the first goal at the limit of depth ends all (E0275).
Answer Solver::evaluateTrait(DefId trait, Args args) {
  args = resolve(args);
  if (stack_.empty())
    overflowed_ = false;
  const std::uint16_t flags = store.flagsOf(args);
  const bool settled = (flags & TypeFlags::HasInferType) == 0;
  const bool global = settled && !env_is_global_ && (flags & TypeFlags::HasParam) == 0;
  // The first levels, which is all that most goals have, are cheaper to evaluate again.
  constexpr std::size_t least_depth = 2;
  auto &answers = global ? cache.answers : settled ? answers_ : open_answers_;
  const Args key_args = settled ? args : stack_.size() >= least_depth ? canonical(args) : Args();
  const bool cacheable = settled || !key_args.empty();
  const SolverCache::AnswerKey key{trait.value, key_args.data()};
  if (cacheable)
    if (const auto found = answers.find(key); found != answers.end())
      return found->second;

  // Coinduction: a cycle through auto traits (and Sized) holds, any other does not.
  for (std::size_t at = stack_.size(); at-- > 0;) {
    if (stack_[at].trait != trait || stack_[at].args.data() != args.data())
      continue;
    cycle_head_ = std::min(cycle_head_, static_cast<std::uint32_t>(at));
    const bool coinductive =
        llvm::all_of(llvm::ArrayRef(stack_).drop_front(at), [&](const Frame &frame) { return frame.trait == cache.sized || cache.isAuto(frame.trait); });
    return coinductive ? Answer::Yes : settled ? Answer::No : Answer::Ambiguous;
  }
  if (overflowed_ || stack_.size() >= depth_limit || StackGuard::exhausted()) {
    overflowed_ = true;
    cycle_head_ = 0; // what follows from a limit is not kept
    return Answer::Unknown;
  }

  const auto own = static_cast<std::uint32_t>(stack_.size());
  const std::uint32_t outer_head = std::exchange(cycle_head_, none);
  stack_.push_back({trait, args});
  const Answer answer = evaluateSelected(trait, args);
  stack_.pop_back();
  // Provisional answers, made inside a cycle that starts further out, are not kept.
  if (cacheable && cycle_head_ >= own)
    answers[key] = answer;
  cycle_head_ = cycle_head_ < own ? std::min(cycle_head_, outer_head) : outer_head;
  if (own == 0 && !open_answers_.empty())
    open_answers_.clear(); // the overlay, in which the keys live, may be forgotten before the next question
  return answer;
}

Answer Solver::holds(Ty ty, DefId trait) {
  if (!trait.isValid())
    return Answer::Unknown;
  const Probe probe(*this);
  Goals nested;
  const Ty self = resolve(normalize(ty, nested));
  const Answer answer = evaluateTrait(trait, store.args({GenericArg(self)}));
  if (nested.empty() || answer == Answer::No)
    return answer;
  nested.push_back({Goal::Kind::Trait, trait, store.args({GenericArg(self)}), {}, {}});
  return evaluateAll(nested);
}

} // namespace lien
