// Chains: maximal runs of blocks in which each is entered only from the one before, on its first edge.
//
// Whatever is mentioned in one chain only needs no row in a dataflow matrix: a walk over the chain knows all about it. Most temporaries are such, and bodies
// with thousands of them stay linear because of it.
#pragma once

#include "checker/dataflow/control_flow.hpp"

namespace lien {

class Chains {
public:
  explicit Chains(const ControlFlow &flow) : chain_of_(flow.body().blocks.size(), 0) {
    std::uint32_t next = 0;
    for (mir::BlockId block : flow.order()) {
      llvm::ArrayRef<mir::BlockId> predecessors = flow.predecessors(block);
      bool continues = predecessors.size() == 1 && predecessors.front() != block && !flow.body().blocks[predecessors.front()].terminator.targets.empty() &&
                       flow.successors(predecessors.front()).front() == block;
      chain_of_[block] = continues ? chain_of_[predecessors.front()] : next++;
    }
  }
  [[nodiscard]] std::uint32_t of(mir::BlockId block) const { return chain_of_[block]; }

private:
  IdVector<mir::BlockId, std::uint32_t> chain_of_;
};

/// The chain that all mentions of something lie in.
class HomeChain {
public:
  void note(std::uint32_t chain) { home_ = home_ == none || home_ == chain ? chain : many; }
  void spread() { home_ = many; }
  [[nodiscard]] bool isMany() const { return home_ == many; }
  [[nodiscard]] bool isOne() const { return home_ != none && home_ != many; }

private:
  static constexpr std::uint32_t none = UINT32_MAX, many = UINT32_MAX - 1;
  std::uint32_t home_ = none;
};

} // namespace lien
