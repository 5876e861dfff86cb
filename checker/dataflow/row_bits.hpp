// How large the rows of bits of a body's analyses can get, so that they can be bounded before they are made.
#pragma once

#include "checker/dataflow/chains.hpp"

namespace lien {

/// Blocks times the locals that may need a bit in each of them: those that are touched in more than one chain of blocks. Temporaries whose type is of
/// `simple` are not among them: they hold a value wherever they are touched, borrow nothing and are never dropped.
template <typename Simple> std::size_t mostRowBits(const ControlFlow &flow, Simple simple) {
  const mir::Body &body = flow.body();
  const Chains chains(flow);
  IdVector<mir::LocalId, HomeChain> homes(body.locals.size());
  for (const mir::BlockId block : flow.order())
    for (const PlacedAccess &access : flow.accessesOf(block))
      homes[access.local].note(chains.of(block));
  std::size_t bits = 0;
  for (std::uint32_t i = 0; i < homes.size(); ++i) {
    const mir::LocalId local(i);
    if (homes[local].isMany() && !(body.locals[local].kind == mir::LocalKind::Temporary && simple(body.locals[local].ty)))
      bits += flow.order().size();
  }
  return bits;
}

} // namespace lien
