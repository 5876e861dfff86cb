#include "checker/drops/elaborate.hpp"

namespace lien {

DropElaboration::DropElaboration(Program &program, const MoveTypes &types, const DropStates &states)
    : program_(program), types_(program.types()), body_(states.flow().body()), moves_(states.moves()), move_types_(types), states_(states),
      env_(paramEnvOf(program, body_.owner)), facts_(program, env_) {}

llvm::SmallVector<DropPiece, 2> DropElaboration::piecesAt(mir::BlockId block) {
  llvm::SmallVector<DropPiece, 2> pieces;
  const mir::Terminator &terminator = body_.blocks[block].terminator;
  const PathLookup dropped = moves_.find(terminator.place);
  if (!dropped.exact) {
    // Behind a reference, say: whatever is there is dropped.
    pieces.push_back({terminator.place, {}, body_.places[terminator.place].ty, {}, false, {}, std::nullopt});
    return pieces;
  }
  block_ = block;
  out_ = &pieces;
  drop(dropped.path, terminator.place);
  return pieces;
}

DropElaboration::Style DropElaboration::deepStyle(MovePathId path) const {
  bool some_live = false;
  bool some_dead = false;
  std::uint32_t count = 0;
  moves_.forEachBelow(path, [&](MovePathId below) {
    const Presence presence = states_.beforeTerminator(block_, below);
    some_live |= presence.mayHold();
    some_dead |= presence.mayBeGone();
    ++count;
  });
  if (!some_live)
    return Style::Dead;
  if (!some_dead)
    return Style::Static;
  return count == 1 ? Style::Conditional : Style::Open;
}

DropElaboration::Style DropElaboration::shallowStyle(MovePathId path) const {
  const Presence presence = states_.beforeTerminator(block_, path);
  if (!presence.mayHold())
    return Style::Dead;
  return presence.mayBeGone() ? Style::Conditional : Style::Static;
}

void DropElaboration::drop(MovePathId path, mir::PlaceId place) {
  const Ty ty = body_.places[place].ty;
  switch (deepStyle(path)) {
  case Style::Dead:
    return;
  case Style::Static:
    out_->push_back({place, {}, ty, {}, false, {}, std::nullopt});
    return;
  case Style::Conditional:
    out_->push_back({place, {}, ty, path, false, {}, std::nullopt});
    return;
  case Style::Open:
    return dropOpen(path, place);
  }
}

void DropElaboration::dropRest(MovePathId path, DropPiece piece) {
  switch (shallowStyle(path)) {
  case Style::Dead:
    return;
  case Style::Conditional:
    piece.guard = path;
    break;
  case Style::Static:
  case Style::Open:
    break;
  }
  out_->push_back(std::move(piece));
}

MovePathId DropElaboration::childAt(MovePathId path, const mir::Projection &step) const {
  for (MovePathId child = moves_[path].first_child; child.isValid(); child = moves_[child].next_sibling)
    if (body_.places[moves_[child].place].step == step)
      return child;
  return {};
}

void DropElaboration::dropOpen(MovePathId path, mir::PlaceId place) {
  const Ty ty = body_.places[place].ty;
  const TyData &data = types_.data(ty);
  switch (data.kind) {
  case TyKind::Tuple:
    return dropFields(path, path, place, ty, 0);
  case TyKind::Array:
    return dropArray(path, place);
  case TyKind::Adt:
    if (move_types_.isBox(ty))
      return dropBox(path, place);
    if (program_.adt(data.def).is_enum)
      return dropEnum(path, place);
    return dropFields(path, path, place, ty, 0);
  case TyKind::Error:
  case TyKind::Unknown:
  case TyKind::Bool:
  case TyKind::Char:
  case TyKind::Int:
  case TyKind::Float:
  case TyKind::Str:
  case TyKind::Never:
  case TyKind::Slice:
  case TyKind::Ref:
  case TyKind::FnDef:
  case TyKind::FnPtr:
  case TyKind::Closure:
  case TyKind::Dynamic:
  case TyKind::Param:
  case TyKind::Projection:
  case TyKind::Opaque:
  case TyKind::Infer:
    return dropRest(path, {place, {}, ty, {}, false, {}, std::nullopt});
  }
}

/// Fields in the order of their declaration.
void DropElaboration::dropFields(MovePathId path, MovePathId owner, mir::PlaceId place, Ty whole, std::uint32_t variant) {
  const TyData &data = types_.data(whole);
  const bool is_tuple = data.kind == TyKind::Tuple;
  const std::size_t count = is_tuple ? data.args.size() : program_.adt(data.def).variants[variant].fields.size();
  llvm::SmallVector<MovePathId, 8> paths(count);
  for (MovePathId child = moves_[path].first_child; child.isValid(); child = moves_[child].next_sibling)
    if (const mir::Projection &step = body_.places[moves_[child].place].step; step.kind == mir::ProjectionKind::Field)
      paths[step.a] = child;
  for (std::uint32_t field = 0; field < count; ++field) {
    const Ty ty = is_tuple ? data.args[field].type() : facts_.fieldType(whole, variant, field);
    if (!needsDrop(ty))
      continue;
    if (const MovePathId child = paths[field]; child.isValid()) {
      drop(child, moves_[child].place);
      continue;
    }
    mir::Projection step;
    step.kind = mir::ProjectionKind::Field;
    step.a = field;
    dropRest(owner, {place, {step}, ty, {}, false, {}, std::nullopt});
  }
}

/// Each variant that is moved out of somewhere has its own way; all others are one.
void DropElaboration::dropEnum(MovePathId path, mir::PlaceId place) {
  const Ty ty = body_.places[place].ty;
  const AdtInfo &adt = program_.adt(types_.data(ty).def);
  llvm::SmallVector<std::uint32_t, 2> seen;
  bool others_need_drop = false;
  for (std::uint32_t variant = 0; variant < adt.variants.size(); ++variant) {
    mir::Projection step;
    step.kind = mir::ProjectionKind::Downcast;
    step.a = variant;
    if (const MovePathId child = childAt(path, step); child.isValid()) {
      seen.push_back(variant);
      dropFields(child, path, moves_[child].place, ty, variant);
      continue;
    }
    for (std::uint32_t field = 0; field < adt.variants[variant].fields.size(); ++field)
      others_need_drop |= needsDrop(facts_.fieldType(ty, variant, field));
  }
  if (others_need_drop)
    dropRest(path, {place, {}, ty, {}, false, seen, std::nullopt});
}

/// Elements that are moved one by one have ways of their own; the runs between them are dropped as one, from the end.
void DropElaboration::dropArray(MovePathId path, mir::PlaceId place) {
  const Ty ty = body_.places[place].ty;
  const Ty element = types_.data(ty).element();
  const std::optional<std::uint64_t> length = move_types_.arrayLength(ty);
  if (!length)
    return dropRest(path, {place, {}, ty, {}, false, {}, std::nullopt});
  llvm::SmallVector<std::pair<std::uint64_t, MovePathId>, 8> moved;
  for (MovePathId child = moves_[path].first_child; child.isValid(); child = moves_[child].next_sibling)
    if (moves_[child].element != MovePath::not_an_element)
      moved.emplace_back(moves_[child].element, child);
  llvm::sort(moved, [](const auto &a, const auto &b) { return a.first > b.first; });
  std::uint64_t end = *length;
  const auto run = [&](std::uint64_t first) {
    if (first < end)
      dropRest(path, {place, {}, element, {}, false, {}, std::pair(first, end)});
  };
  for (const auto &[index, child] : moved) {
    run(index + 1);
    drop(child, moves_[child].place);
    end = index;
  }
  run(0);
}

/// The content, then the allocation.
void DropElaboration::dropBox(MovePathId path, mir::PlaceId place) {
  mir::Projection step;
  step.kind = mir::ProjectionKind::Deref;
  const MovePathId content = childAt(path, step);
  if (content.isValid())
    drop(content, moves_[content].place);
  dropRest(path, {place, {}, body_.places[place].ty, {}, true, {}, std::nullopt});
}

} // namespace lien
