#include "checker/regions/live_ranges.hpp"

namespace lien {

InitialisedAtEnds::InitialisedAtEnds(const ControlFlow &flow, const MoveData &moves, std::vector<mir::LocalId> locals)
    : moves_(moves), locals_(std::move(locals)), tracked_(moves, locals_) {
  for (const mir::LocalId local : locals_)
    if (moves[moves.ofLocal(local)].first_child.isValid())
      in_parts_.push_back(local);
  MaybeInitialised initialised(flow, moves, tracked_);
  initialised.solve();
  const std::uint32_t paths = tracked_.rowBits();
  at_terminator_.reset(static_cast<std::uint32_t>(flow.order().size()), paths);
  after_terminator_.reset(static_cast<std::uint32_t>(flow.order().size()), paths);
  for (const mir::BlockId block : flow.order()) {
    const BitRow state = at_terminator_[flow.rank(block)];
    llvm::copy(initialised.atStart(block), state.begin());
    const Location terminator = flow.terminatorOf(block);
    for (Location at{block, 0}; at.statement < terminator.statement; ++at.statement)
      initialised.apply(state, at);
    const BitRow exit = after_terminator_[flow.rank(block)];
    llvm::copy(state, exit.begin());
    initialised.apply(exit, terminator);
  }
}

namespace {

/// Whether a local is live on entry to a point: because of a use, and, where that does not hold it, because of a drop.
struct Live {
  bool used = false, dropped = false;
};

/// Ranges of one kind under way: which locals are live, and since which point.
class OpenRanges {
public:
  explicit OpenRanges(std::size_t words) : open_(words, 0), start_(words * bits_per_word) {}

  /// From `point` on just those in `live` are live. `ended(bit, first, end)` for each range that ends.
  template <typename Ended> void change(ConstBitRow live, std::uint32_t point, Ended ended) {
    for (std::uint32_t word = 0; word < open_.size(); ++word) {
      const BitWord changed = open_[word] ^ live[word];
      open_[word] = live[word];
      for (BitWord rest = changed; rest != 0; rest &= rest - 1) {
        const std::uint32_t bit = (word * bits_per_word) + static_cast<std::uint32_t>(std::countr_zero(rest));
        if (testBit(open_, bit))
          start_[bit] = point;
        else
          ended(bit, start_[bit], point);
      }
    }
  }

private:
  std::vector<BitWord> open_;
  std::vector<std::uint32_t> start_; ///< by bit
};

class LongRanges {
public:
  LongRanges(const ControlFlow &flow, const InitialisedAtEnds *initialised, llvm::ArrayRef<LivenessEvent> events)
      : flow_(flow), initialised_(initialised), events_(events.begin(), events.end()) {
    llvm::stable_sort(events_, [](const LivenessEvent &a, const LivenessEvent &b) { return std::pair(a.rank, a.local) < std::pair(b.rank, b.local); });
    numberLocals();
  }

  void run(IdVector<mir::LocalId, LocalLiveness> &result) {
    solveUses();
    if (initialised_ != nullptr)
      solveDrops();
    OpenRanges uses(used_.size()), drops(used_.size());
    const auto change = [&](std::uint32_t point) {
      uses.change(used_, point, [&](std::uint32_t bit, std::uint32_t first, std::uint32_t end) { result[locals_[bit]].uses.addRun(first, end); });
      drops.change(dropped_, point, [&](std::uint32_t bit, std::uint32_t first, std::uint32_t end) { result[locals_[bit]].drops.addRun(first, end); });
    };
    forEachBlock([&](mir::BlockId block, llvm::ArrayRef<LivenessEvent> events) {
      // Locals to which something happens in the block are told apart. Of the others those are live in all of it that are live after it.
      llvm::copy(uses_.at(block), used_.begin());
      std::fill(dropped_.begin(), dropped_.end(), 0);
      if (initialised_ != nullptr) {
        findPassing(block);
        for (std::size_t word = 0; word < drop_words_; ++word)
          dropped_[word] = drops_.at(block)[word] & passing_[word];
      }
      forEachLocal(events, [&](mir::LocalId local, llvm::ArrayRef<LivenessEvent> own) {
        const std::uint32_t bit = bitOf(local);
        clearBit(used_, bit);
        clearBit(dropped_, bit);
        Live after{testBit(uses_.at(block), bit), false};
        after.dropped = initialised_ != nullptr && testBit(drops_.at(block), bit) && initialised_->afterTerminator(flow_.rank(block), local);
        walkBack(block, own, after, [&](std::uint32_t first, std::uint32_t end, Live state) {
          if (state.used)
            result[local].uses.addRun(first, end);
          if (state.dropped)
            result[local].drops.addRun(first, end);
        });
      });
      change(flow_.statementIndex({block, 0}));
    });
    std::fill(used_.begin(), used_.end(), 0);
    std::fill(dropped_.begin(), dropped_.end(), 0);
    change(flow_.statementCount());
  }

private:
  /// Those with drops have the bits that `initialised` gives them, so that rows of the two kinds combine a word at a time; the others follow.
  void numberLocals() {
    bit_of_.assign(flow_.body().locals.size(), UINT32_MAX);
    if (initialised_ != nullptr)
      for (const mir::LocalId local : initialised_->locals())
        number(local);
    while (locals_.size() % bits_per_word != 0)
      locals_.emplace_back();
    drop_words_ = locals_.size() / bits_per_word;
    for (const LivenessEvent &event : events_)
      if (bitOf(event.local) == UINT32_MAX)
        number(event.local);
    bits_ = static_cast<std::uint32_t>(locals_.size());
    const std::size_t words = (bits_ + bits_per_word - 1) / bits_per_word;
    used_.resize(words);
    dropped_.resize(words);
    passing_.resize(words);
  }
  void number(mir::LocalId local) {
    bit_of_[local.index()] = static_cast<std::uint32_t>(locals_.size());
    locals_.push_back(local);
  }
  [[nodiscard]] std::uint32_t bitOf(mir::LocalId local) const { return bit_of_[local.index()]; }

  /// `each(block, events in it)`, in the order of points.
  template <typename Each> void forEachBlock(Each each) const {
    const LivenessEvent *event = events_.data(), *end = event + events_.size();
    for (const mir::BlockId block : flow_.order()) {
      const LivenessEvent *first = event;
      while (event != end && event->rank == flow_.rank(block))
        ++event;
      each(block, llvm::ArrayRef(first, event));
    }
  }
  /// `each(local, its events)` of the events of one block.
  template <typename Each> static void forEachLocal(llvm::ArrayRef<LivenessEvent> events, Each each) {
    while (!events.empty()) {
      const auto own = events.take_while([&](const LivenessEvent &event) { return event.local == events.front().local; });
      each(own.front().local, own);
      events = events.drop_front(own.size());
    }
  }

  /// Backward over the points of a block at which something happens to one local. `state`: on entry to what follows the block. Calls `between(first, end,
  /// state)` for points that share a state, last ones first. Rule: a use makes live on entry to it, a definition ends what comes after it, in this order; a
  /// drop holds where the local may be initialised, back to its definition or last use.
  template <typename Between> Live walkBack(mir::BlockId block, llvm::ArrayRef<LivenessEvent> events, Live state, Between between) const {
    std::uint32_t end = flow_.statementIndex(flow_.terminatorOf(block)) + 1;
    const auto pass = [&](std::uint32_t first) {
      state.dropped &= !state.used;
      if (first < end)
        between(first, end, state);
      end = first;
    };
    while (!events.empty()) {
      const std::uint32_t point = events.back().point;
      pass(point + 1);
      bool defined = false, used = false, dropped = false;
      for (; !events.empty() && events.back().point == point; events = events.drop_back()) {
        defined |= events.back().kind == LivenessEventKind::Definition;
        used |= events.back().kind == LivenessEventKind::Use;
        dropped |= events.back().kind == LivenessEventKind::Drop && initialised_->atTerminator(events.back().rank, events.back().local);
      }
      state.used = used || (state.used && !defined);
      state.dropped = dropped || (state.dropped && !defined && !state.used);
      between(point, end, state);
      end = point;
    }
    pass(flow_.statementIndex({block, 0}));
    return state;
  }
  static void ignore(std::uint32_t /*first*/, std::uint32_t /*end*/, Live /*state*/) {}

  void solveUses() {
    uses_.reset(flow_, Direction::Backward, bits_);
    forEachBlock([&](mir::BlockId block, llvm::ArrayRef<LivenessEvent> events) {
      forEachLocal(events, [&](mir::LocalId local, llvm::ArrayRef<LivenessEvent> own) {
        if (llvm::any_of(own, [](const LivenessEvent &event) { return event.kind == LivenessEventKind::Definition; }))
          uses_.kill(block, bitOf(local));
        if (walkBack(block, own, {}, ignore).used)
          uses_.gen(block, bitOf(local));
      });
    });
    uses_.solve();
  }

  void solveDrops() {
    drops_.reset(flow_, Direction::Backward, bits_);
    forEachBlock([&](mir::BlockId block, llvm::ArrayRef<LivenessEvent> events) {
      findPassing(block);
      drops_.killAllBut(block, passing_);
      forEachLocal(events, [&](mir::LocalId local, llvm::ArrayRef<LivenessEvent> own) {
        drops_.kill(block, bitOf(local));
        if (walkBack(block, own, {testBit(uses_.at(block), bitOf(local)), false}, ignore).dropped)
          drops_.gen(block, bitOf(local));
      });
    });
    drops_.solve();
  }

  /// The locals whose drop below the block would hold in it, too, if nothing happens to them in it: they may be initialised, and are not used below.
  void findPassing(mir::BlockId block) {
    const std::uint32_t rank = flow_.rank(block);
    const ConstBitRow whole = initialised_->wholeAfterTerminator(rank);
    for (std::size_t word = 0; word < drop_words_; ++word)
      passing_[word] = whole[word];
    for (const mir::LocalId local : initialised_->inParts())
      if (initialised_->afterTerminator(rank, local))
        setBit(passing_, bitOf(local));
    for (std::size_t word = 0; word < drop_words_; ++word)
      passing_[word] &= ~uses_.at(block)[word];
  }

  const ControlFlow &flow_;
  const InitialisedAtEnds *initialised_;
  std::vector<LivenessEvent> events_; ///< by block and local, in the order of points
  std::vector<mir::LocalId> locals_;  ///< by bit; invalid for bits that fill a word
  std::vector<std::uint32_t> bit_of_; ///< by local
  std::size_t drop_words_ = 0;        ///< words with bits of locals with drops
  std::uint32_t bits_ = 0;
  GenKill uses_, drops_;
  std::vector<BitWord> used_, dropped_, passing_; ///< of the block under way
};

} // namespace

void addLongRanges(const ControlFlow &flow, const InitialisedAtEnds *initialised, llvm::ArrayRef<LivenessEvent> events,
                   IdVector<mir::LocalId, LocalLiveness> &result) {
  if (!events.empty())
    LongRanges(flow, initialised, events).run(result);
}

} // namespace lien
