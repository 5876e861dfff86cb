#include "checker/explain/causes.hpp"

#include "checker/explain/scrutinees.hpp"

#include <map>

namespace lien {

namespace {

bool isPrefixOf(const mir::Body &body, mir::PlaceId prefix, mir::PlaceId place) {
  for (mir::PlaceId at = place; at.isValid(); at = body.places[at].base)
    if (at == prefix)
      return true;
  return false;
}

class Explainer {
public:
  Explainer(const JudgedBody &judged, const Violations &violations) : judged_(judged), body_(judged.mir()), violations_(violations) {}

  std::vector<Cause> explain() && {
    explainIllegalMoves();
    explainEmptyUses();
    explainReassignments();
    explainMutability();
    return std::move(causes_);
  }

private:
  void add(Cause cause) { causes_.push_back(std::move(cause)); }

  // ------------------------------------------------------------------------------------------------------------- empty uses

  /// One finding a variable for what was never initialised; one for each set of moves. Of several uses after the same moves the first one stays,
  /// unless a later one is not about a place around it: then the later one replaces it. (That is rustc's rule, positions depend on it.)
  void explainEmptyUses() {
    std::vector<bool> reported(body_.locals.size(), false);
    std::map<std::vector<std::uint32_t>, std::size_t> by_moves;
    for (const EmptyUse &use : violations_.empty_uses) {
      MoveHistory history = historyOf(judged_, use.at, use.path);
      if (history.sites.empty()) {
        mir::LocalId root = body_.places[use.used].local;
        if (!reported[root.index()])
          add(NeverInitialised{use});
        reported[root.index()] = true;
        continue;
      }
      std::vector<std::uint32_t> key;
      for (const MoveSite &site : history.sites)
        key.push_back(site.move);
      MovedBefore cause{use, std::move(history), false};
      cause.is_partial = llvm::any_of(cause.history.sites, [&](const MoveSite &site) { return movesPartOf(site, use.used); });
      auto [entry, is_new] = by_moves.try_emplace(std::move(key), causes_.size());
      if (is_new)
        add(std::move(cause));
      else if (!repeats(use, std::get<MovedBefore>(causes_[entry->second]).use))
        causes_[entry->second] = std::move(cause);
    }
  }

  /// Rule (rustc, `has_move_error`): of uses of what the same moves emptied the first is reported, as long as the later ones are of it or of what it stands
  /// in; otherwise the last. rustc compares places with the types of their fields, and two mentions of a lifetime are never the same to it.
  [[nodiscard]] bool repeats(const EmptyUse &use, const EmptyUse &reported) const {
    if (!isPrefixOf(body_, use.used, reported.used))
      return false;
    if (use.at == reported.at)
      return true;
    for (mir::PlaceId at = use.used; body_.places[at].base.isValid(); at = body_.places[at].base)
      if (body_.places[at].step.kind == mir::ProjectionKind::Field && judged_.program.types().has(body_.places[at].ty, TypeFlags::HasRegions))
        return false;
    return true;
  }

  /// A move out of `*b` takes all that the box `b` is worth: it is not called partial.
  [[nodiscard]] bool movesPartOf(const MoveSite &site, mir::PlaceId used) const {
    mir::PlaceId moved = judged_.data[judged_.data.moves()[site.move].path].place;
    const mir::PlaceData &data = body_.places[moved];
    bool is_box_content = data.depth == 1 && data.step.kind == mir::ProjectionKind::Deref && judged_.types.isBox(body_.places[data.base].ty);
    return !is_box_content && used != moved && isPrefixOf(body_, used, moved);
  }

  // ---------------------------------------------------------------------------------------------------------- illegal moves

  void explainIllegalMoves() {
    if (violations_.illegal_moves.empty())
      return;
    Scrutinees scrutinees(judged_);
    std::vector<CannotMove> groups;
    for (const IllegalMove &move : violations_.illegal_moves)
      groupMove(scrutinees, groups, move);
    for (CannotMove &group : groups)
      add(std::move(group));
  }

  /// Moves of one pattern that meet the same obstacle are one finding, at the scrutinee.
  void groupMove(const Scrutinees &scrutinees, std::vector<CannotMove> &groups, const IllegalMove &move) {
    const mir::Statement *statement = judged_.flow.statementAt(move.at);
    mir::LocalId binding;
    if (statement != nullptr && statement->kind == mir::StatementKind::Assign && statement->rvalue.kind == mir::RvalueKind::Use &&
        !body_.places[statement->place].base.isValid())
      binding = body_.places[statement->place].local;
    const Scrutinee *scrutinee = binding.isValid() ? scrutinees.of(binding) : nullptr;
    if (scrutinee == nullptr) {
      groups.push_back({move, judged_.flow.spanAt(move.at), false, {}, {}});
      return;
    }
    PathLookup value = scrutinee->place.isValid() ? judged_.data.find(scrutinee->place) : judged_.data.find(move.place);
    bool value_is_movable = scrutinee->place.isValid() && value.exact;
    MovePathId path = value_is_movable ? judged_.data.find(move.place).path : MovePathId();
    for (CannotMove &group : groups) {
      if (!group.from_pattern || group.span != scrutinee->span || group.value != path)
        continue;
      if (scrutinee->place.isValid())
        group.bindings.push_back(binding);
      return;
    }
    CannotMove group{move, scrutinee->place.isValid() ? scrutinee->span : statement->span, true, {}, path};
    if (scrutinee->place.isValid())
      group.bindings.push_back(binding);
    groups.push_back(std::move(group));
  }

  // ------------------------------------------------------------------------------------------------------------- mutability

  void explainReassignments() {
    llvm::SmallVector<std::pair<mir::PlaceId, Span>, 4> seen;
    for (const Reassignment &again : violations_.reassignments)
      if (isNew(seen, again.place, again.at))
        add(AssignedTwice{again});
  }

  /// An assignment over an old value stands in the graph twice: it happens on the way out of a panic too.
  bool isNew(llvm::SmallVectorImpl<std::pair<mir::PlaceId, Span>> &seen, mir::PlaceId place, Location at) const {
    std::pair<mir::PlaceId, Span> key{place, judged_.flow.spanAt(at)};
    if (llvm::is_contained(seen, key))
      return false;
    seen.push_back(key);
    return true;
  }

  /// Whether `mut` could stand in front of the variable: one finding then speaks for all borrows of it. Not so where a pattern binds by reference, nor for
  /// `&self` and `&mut self`.
  [[nodiscard]] bool canBeMutable(mir::LocalId local) const {
    const mir::LocalDecl &decl = body_.locals[local];
    if (judged_.typed() == nullptr || !decl.source.isValid())
      return true;
    const typed::Local &source = judged_.typed()->locals[decl.source];
    const Def &owner = judged_.program.def(body_.owner);
    const bool is_method = isFunction(owner.kind);
    const bool is_short_self = source.is_self && is_method && owner.as<ast::FnItem>() != nullptr && owner.as<ast::FnItem>()->self_param.is_ref;
    return source.mode == typed::BindingMode::Move && !is_short_self;
  }

  void explainMutability() {
    llvm::DenseMap<std::uint32_t, std::size_t> borrows; // root local to its finding
    llvm::SmallVector<std::pair<mir::PlaceId, Span>, 4> seen;
    for (const NotMutable &violation : violations_.not_mutable) {
      if (!isNew(seen, violation.place, violation.at))
        continue;
      bool is_local = !body_.places[violation.blamed].base.isValid();
      if (violation.is_borrow && is_local && canBeMutable(body_.places[violation.blamed].local)) {
        auto [entry, is_new] = borrows.try_emplace(body_.places[violation.blamed].local.value, causes_.size());
        if (!is_new) {
          std::get<NeedsMut>(causes_[entry->second]).others.push_back(violation.at);
          continue;
        }
      }
      add(NeedsMut{violation, {}});
    }
  }

  const JudgedBody &judged_;
  const mir::Body &body_;
  const Violations &violations_;
  std::vector<Cause> causes_;
};

} // namespace

std::vector<Cause> explainViolations(const JudgedBody &judged, const Violations &violations) { return Explainer(judged, violations).explain(); }

} // namespace lien
