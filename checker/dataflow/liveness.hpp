// Which locals are live: may still be used before they are written again. One backward analysis.
//
//                                                live before
//   fn toy(c: bool, s: String) -> String {       {c, s}
//       let t;                                   {c, s}
//       if c {                                   {c, s}
//           t = s;                               {s}
//       } else {                                 {s}        (s is still dropped at the end)
//           t = String::new();                   {s}
//       }                                        {s, t}
//       t
//   }
//
// Uses and drops are told apart, as in RFC 2094: a local that is only dropped later keeps less alive than one that is used ("drop-live"). The end of
// storage is no use.
#pragma once

#include "checker/dataflow/gen_kill.hpp"

namespace lien {

class Liveness {
public:
  explicit Liveness(const ControlFlow &flow) : flow_(flow) {}
  void solve();
  /// States are two sets: bit 2·local says that the local may be used, bit 2·local + 1 that it may be dropped, before it is written as a whole.
  [[nodiscard]] ConstBitRow atEnd(mir::BlockId block) const { return analysis_.at(block); }
  /// Takes `state` from after the location to before it.
  void apply(BitRow state, Location at) const;
  [[nodiscard]] static bool isUseLive(ConstBitRow state, mir::LocalId local) { return testBit(state, 2 * local.value); }
  [[nodiscard]] static bool isDropLive(ConstBitRow state, mir::LocalId local) { return testBit(state, (2 * local.value) + 1); }

private:
  const ControlFlow &flow_;
  GenKill analysis_;
};

} // namespace lien
