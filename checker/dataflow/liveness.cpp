#include "checker/dataflow/liveness.hpp"

namespace lien {

namespace {

/// RFC 2094, "Liveness": a write to the whole local is a definition; every other mention is a use; an index in a place is a use of the index's local.
template <typename Gen, typename Kill> void effectsBackward(const ControlFlow &flow, Location at, Gen gen, Kill kill) {
  const mir::Body &body = flow.body();
  auto each = [&](bool definitions) {
    visitLocation(flow, at, [&](Access access) {
      if (access.kind == AccessKind::StorageDead)
        return;
      const mir::PlaceData &place = body.places[access.place];
      bool defines = access.kind == AccessKind::Write && !place.base.isValid();
      if (defines != definitions)
        return;
      std::uint32_t use = 2 * place.local.value, drop = use + 1;
      if (defines) {
        kill(use);
        kill(drop);
        return;
      }
      gen(access.kind == AccessKind::Drop ? drop : use);
      for (mir::PlaceId step = access.place; body.places[step].base.isValid(); step = body.places[step].base)
        if (body.places[step].step.kind == mir::ProjectionKind::Index)
          gen(2 * body.places[step].step.a);
    });
  };
  each(true);
  each(false);
  const mir::Statement *statement = flow.statementAt(at);
  if (statement == nullptr && body.blocks[at.block].terminator.kind == mir::TerminatorKind::Return)
    gen(2 * mir::return_local);
}

} // namespace

void Liveness::solve() {
  analysis_.reset(flow_, Direction::Backward, 2 * static_cast<std::uint32_t>(flow_.body().locals.size()));
  for (mir::BlockId block : flow_.order())
    for (std::uint32_t left = flow_.terminatorOf(block).statement + 1; left > 0; --left)
      effectsBackward(flow_, {block, left - 1}, [&](std::uint32_t bit) { analysis_.gen(block, bit); }, [&](std::uint32_t bit) { analysis_.kill(block, bit); });
  analysis_.solve();
}

void Liveness::apply(BitRow state, Location at) const {
  effectsBackward(flow_, at, [&](std::uint32_t bit) { setBit(state, bit); }, [&](std::uint32_t bit) { clearBit(state, bit); });
}

} // namespace lien
