#include "checker/moves/move_paths.hpp"

#include "diagnostics/internal_error.hpp"

namespace lien {

namespace {

/// Rules, by step, for moving out of `base.step` (Reference "Moved and copied types"):
///   *p            p a reference: no (E0507); p a Box: yes
///   p.f           p implements Drop: no (E0509), else yes
///   p[const]      p an array: yes; p a slice: no (E0508)
///   p[i]          no (E0508)
std::optional<MoveObstacle> obstacleOfStep(const MoveTypes &types, Ty base, const mir::Projection &step) {
  switch (step.kind) {
  case mir::ProjectionKind::Deref:
    if (types.isBox(base))
      return std::nullopt;
    return MoveObstacle::Borrowed;
  case mir::ProjectionKind::Field:
    if (types.hasDestructor(base))
      return MoveObstacle::Destructor;
    return std::nullopt;
  case mir::ProjectionKind::Downcast:
    return std::nullopt;
  case mir::ProjectionKind::Index:
    return MoveObstacle::IndexElement;
  case mir::ProjectionKind::ConstantIndex:
  case mir::ProjectionKind::Subslice:
    if (types.store().is(base, TyKind::Slice))
      return MoveObstacle::SliceElement;
    return std::nullopt;
  }
  invariantBroken("unknown projection");
}

/// The places from the local to `place` itself.
llvm::SmallVector<mir::PlaceId, 8> chainOf(const mir::Body &body, mir::PlaceId place) {
  llvm::SmallVector<mir::PlaceId, 8> chain;
  for (mir::PlaceId at = place; at.isValid(); at = body.places[at].base)
    chain.push_back(at);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

} // namespace

std::optional<BlockedMove> findMoveObstacle(const mir::Body &body, const MoveTypes &types, mir::PlaceId place) {
  llvm::SmallVector<mir::PlaceId, 8> chain = chainOf(body, place);
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const mir::PlaceData &data = body.places[chain[i]];
    std::optional<MoveObstacle> obstacle = obstacleOfStep(types, body.places[data.base].ty, data.step);
    if (obstacle)
      return BlockedMove{*obstacle, *obstacle == MoveObstacle::Borrowed ? chain[i] : data.base};
  }
  return std::nullopt;
}

/// Walks the body once and fills a `MoveData`.
class MoveDataBuilder {
public:
  explicit MoveDataBuilder(MoveData &data) : data_(data), body_(data.flow_.body()) {}

  void build() {
    const std::size_t accesses = data_.flow_.accesses().size();
    data_.moves_.reserve(accesses / 2);
    data_.inits_.reserve(accesses / 2);
    data_.paths_.reserve(body_.places.size());
    data_.paths_.resize(body_.locals.size());
    first_child_path_ = body_.locals.size();
    for (std::uint32_t i = 0; i < body_.places.size(); ++i) {
      mir::PlaceId place{std::size_t{i}};
      if (!body_.places[place].base.isValid())
        data_.paths_[data_.ofLocal(body_.places[place].local)].place = place;
    }
    for (std::uint32_t parameter = 1; parameter <= body_.param_count; ++parameter)
      data_.inits_.push_back({MovePathId(std::size_t{parameter}), InitKind::Argument, {}});
    data_.argument_count_ = body_.param_count;
    data_.move_start_.resize(data_.flow_.statementCount() + 1);
    data_.init_start_.resize(data_.flow_.statementCount() + 1);
    for (mir::BlockId block : data_.flow_.order())
      gatherBlock(block);
    openLocations(data_.flow_.statementCount());
    orderSiblings();
    indexPlaces();
  }

private:
  /// Nothing happens from the last open location to `last`.
  void openLocations(std::uint32_t last) {
    for (; next_location_ <= last; ++next_location_) {
      data_.move_start_[next_location_] = static_cast<std::uint32_t>(data_.moves_.size());
      data_.init_start_[next_location_] = static_cast<std::uint32_t>(data_.inits_.size());
    }
  }

  void gatherBlock(mir::BlockId block) {
    const std::uint32_t first = data_.flow_.statementIndex({block, 0});
    for (const PlacedAccess &access : data_.flow_.accessesOf(block)) {
      openLocations(access.point);
      at_ = {block, access.point - first};
      gather(access);
    }
  }

  void gather(const PlacedAccess &access) {
    switch (access.kind) {
    case AccessKind::Move:
      return access.is_whole ? recordMove(data_.ofLocal(access.local)) : gatherMove(access.place);
    case AccessKind::StorageDead:
      return recordMove(data_.ofLocal(access.local));
    case AccessKind::Write:
      return gatherInit(access.place);
    case AccessKind::FakeRead:
    case AccessKind::Drop:
      createPath(access.place);
      return;
    case AccessKind::Copy:
    case AccessKind::Inspect:
    case AccessKind::SharedBorrow:
    case AccessKind::FakeBorrow:
    case AccessKind::FakeBorrowShallow:
    case AccessKind::MutBorrow:
    case AccessKind::StorageLive:
    case AccessKind::Mention:
      return;
    }
  }

  /// A subslice of an array is moved element by element, so that paths never overlap in part.
  void gatherMove(mir::PlaceId place) {
    // As in rustc, the path of what a statement assigns to is older than those of what it moves.
    if (const mir::Statement *statement = data_.flow_.statementAt(at_); statement != nullptr && statement->kind == mir::StatementKind::Assign)
      createPath(statement->place);
    const mir::PlaceData &data = body_.places[place];
    if (data.base.isValid() && data.step.kind == mir::ProjectionKind::Subslice) {
      Ty array = body_.places[data.base].ty;
      MovePathId base = createPath(data.base);
      if (!base.isValid() || obstacleOfStep(data_.types_, array, data.step))
        return;
      auto [from, to] = data_.subslice(data.step, array);
      for (std::uint64_t index = from; index < to; ++index)
        recordMove(childOf(base, {mir::ProjectionKind::ConstantIndex, index}, place));
      return;
    }
    MovePathId path = createPath(place);
    if (path.isValid())
      recordMove(path);
  }

  void gatherInit(mir::PlaceId place) {
    const bool is_call = data_.flow_.statementAt(at_) == nullptr;
    if (is_call && body_.blocks[at_.block].terminator.targets.empty())
      return; // never returns
    const MovePathId path = createPath(place);
    if (path.isValid())
      data_.inits_.push_back({path, is_call ? InitKind::OnReturn : InitKind::Deep, at_});
  }

  void recordMove(MovePathId path) { data_.moves_.push_back({path, at_}); }

  /// The path of `place`, made with all paths on the way to it; invalid when something on the way cannot be moved out of.
  MovePathId createPath(mir::PlaceId place) {
    const mir::PlaceData &last = body_.places[place];
    if (!last.base.isValid())
      return data_.ofLocal(last.local);
    llvm::SmallVector<mir::PlaceId, 8> chain = chainOf(body_, place);
    MovePathId path = data_.ofLocal(last.local);
    for (std::size_t i = 1; i < chain.size(); ++i) {
      const mir::PlaceData &data = body_.places[chain[i]];
      Ty base = body_.places[data.base].ty;
      if (obstacleOfStep(data_.types_, base, data.step) || data.step.kind == mir::ProjectionKind::Subslice)
        return {};
      path = childOf(path, stepKeyOf(data.step, base), chain[i]);
    }
    return path;
  }

  /// What tells the children of a path apart.
  struct StepKey {
    mir::ProjectionKind kind{};
    std::uint64_t argument = 0;
    [[nodiscard]] std::uint64_t packed() const { return (argument << 3U) | static_cast<std::uint64_t>(kind); }
  };
  [[nodiscard]] StepKey stepKeyOf(const mir::Projection &step, Ty base) const {
    if (step.kind == mir::ProjectionKind::ConstantIndex)
      return {step.kind, data_.indexFromFront(step, base)};
    return {step.kind, step.kind == mir::ProjectionKind::Deref ? 0 : step.a};
  }

  /// Where the walk stands, in the order in which rustc made the blocks.
  [[nodiscard]] std::uint64_t age() const { return (std::uint64_t{body_.blocks[at_.block].made} << 32U) | at_.statement; }

  /// Which of several empty parts a finding is about depends on the order of siblings: rustc makes the paths block by block, in the order in which the
  /// lowering made the blocks, and the youngest sibling stands first.
  void orderSiblings() {
    llvm::SmallVector<MovePathId, 8> children;
    for (std::size_t parent = 0; parent < data_.paths_.size(); ++parent) {
      MovePath &path = data_.paths_[MovePathId(parent)];
      if (!path.first_child.isValid() || !data_.paths_[path.first_child].next_sibling.isValid())
        continue;
      children.clear();
      for (MovePathId child = path.first_child; child.isValid(); child = data_.paths_[child].next_sibling)
        children.push_back(child);
      llvm::sort(children, [&](MovePathId a, MovePathId b) {
        return std::pair(ages_[a.index() - first_child_path_], a.value) < std::pair(ages_[b.index() - first_child_path_], b.value);
      });
      MovePathId older;
      for (MovePathId child : children)
        data_.paths_[child].next_sibling = std::exchange(older, child);
      path.first_child = older;
    }
  }

  MovePathId childOf(MovePathId parent, StepKey key, mir::PlaceId place) {
    auto [entry, is_new] = children_.try_emplace({parent.value, key.packed()}, MovePathId());
    if (is_new) {
      std::uint64_t element = key.kind == mir::ProjectionKind::ConstantIndex ? key.argument : MovePath::not_an_element;
      entry->second = data_.paths_.push({place, parent, {}, data_.paths_[parent].first_child, element});
      data_.paths_[parent].first_child = entry->second;
      ages_.push_back(age());
    } else {
      std::uint64_t &known = ages_[entry->second.index() - first_child_path_];
      known = std::min(known, age());
    }
    return entry->second;
  }

  /// Places are in the order of their making, a base before what is made of it: one pass answers every later question.
  void indexPlaces() {
    data_.by_place_.reserve(body_.places.size());
    for (std::uint32_t i = 0; i < body_.places.size(); ++i) {
      const mir::PlaceData &place = body_.places[mir::PlaceId(std::size_t{i})];
      if (!place.base.isValid()) {
        data_.by_place_.push_back({data_.ofLocal(place.local), true});
        continue;
      }
      PathLookup base = data_.by_place_[place.base.index()];
      if (!base.exact || place.step.kind == mir::ProjectionKind::Subslice || place.step.kind == mir::ProjectionKind::Index ||
          data_.paths_[base.path].first_child == MovePathId()) {
        data_.by_place_.push_back({base.path, false});
        continue;
      }
      Ty base_ty = body_.places[place.base].ty;
      if (obstacleOfStep(data_.types_, base_ty, place.step)) {
        data_.by_place_.push_back({base.path, false});
        continue;
      }
      auto child = children_.find({base.path.value, stepKeyOf(place.step, base_ty).packed()});
      data_.by_place_.push_back(child != children_.end() ? PathLookup{child->second, true} : PathLookup{base.path, false});
    }
  }

  MoveData &data_;
  const mir::Body &body_;
  Location at_;
  std::uint32_t next_location_ = 0; ///< the first that is not open yet
  llvm::DenseMap<std::pair<std::uint32_t, std::uint64_t>, MovePathId> children_;
  std::size_t first_child_path_ = 0; ///< the paths of locals stand before
  std::vector<std::uint64_t> ages_;  ///< by path, from `first_child_path_`: where it was mentioned first
};

MoveData::MoveData(const ControlFlow &flow, const MoveTypes &types) : flow_(flow), types_(types) { MoveDataBuilder(*this).build(); }

template <typename Event> llvm::ArrayRef<std::uint32_t> MoveData::sortedByLocal(const std::vector<Event> &events, ByLocal &sorted, mir::LocalId local) const {
  if (sorted.first.empty()) {
    sorted.first.assign(localCount() + 1, 0);
    for (const Event &event : events)
      ++sorted.first[localOf(event.path).index() + 1];
    for (std::size_t i = 1; i < sorted.first.size(); ++i)
      sorted.first[i] += sorted.first[i - 1];
    sorted.indices.resize(events.size());
    std::vector<std::uint32_t> next(sorted.first.begin(), sorted.first.end() - 1);
    for (std::uint32_t i = 0; i < events.size(); ++i)
      sorted.indices[next[localOf(events[i].path).index()]++] = i;
  }
  const std::uint32_t first = sorted.first[local.index()];
  return llvm::ArrayRef(sorted.indices).slice(first, sorted.first[local.index() + 1] - first);
}
template llvm::ArrayRef<std::uint32_t> MoveData::sortedByLocal(const std::vector<MoveOut> &, ByLocal &, mir::LocalId) const;
template llvm::ArrayRef<std::uint32_t> MoveData::sortedByLocal(const std::vector<Init> &, ByLocal &, mir::LocalId) const;

std::uint64_t MoveData::indexFromFront(const mir::Projection &step, Ty array) const {
  if (!step.from_end)
    return step.a;
  std::optional<std::uint64_t> length = types_.arrayLength(array);
  require(length.has_value() && step.a <= *length, "an index from the end of an array needs its length");
  return *length - step.a;
}

std::pair<std::uint64_t, std::uint64_t> MoveData::subslice(const mir::Projection &step, Ty array) const {
  if (!step.from_end)
    return {step.a, step.b};
  std::optional<std::uint64_t> length = types_.arrayLength(array);
  require(length.has_value() && step.a + step.b <= *length, "a subslice from the end of an array needs its length");
  return {step.a, *length - step.b};
}

} // namespace lien
