// MIR with remarks: how a dump of an analysis shows its sets beside the statements that they are about.
#pragma once

#include "checker/mir/mir.hpp"

namespace lien::mir {

/// What an analysis has to say. Each remark is one line, printed as a comment; empty: nothing to say.
class Remarks {
public:
  using PlaceName = llvm::function_ref<std::string(PlaceId)>;

  virtual ~Remarks() = default;
  /// Above the first statement of the block.
  virtual std::vector<std::string> atStart(BlockId block, PlaceName name) = 0;
  /// Behind a statement, or behind the terminator (`statement` is then the number of statements).
  virtual std::string behind(BlockId block, std::uint32_t statement, PlaceName name) = 0;
};

/// As `print`, with remarks.
std::string print(const Body &body, Program &program, Remarks &remarks);

} // namespace lien::mir
