// Jobs on threads with large stacks, whose results are used in the order of the jobs.
#pragma once

#include <cstddef>
#include <functional>

namespace lien {

/// Runs `work(i)` for each i below `count` on up to `threads` threads, and `use(i)` on the calling thread, in ascending order, each after its `work`.
/// Each thread has a large stack that StackGuard knows of, so that real nesting in the input meets a stated limit and not the system's.
void runInOrder(std::size_t count, unsigned threads, bool trace, const std::function<void(std::size_t)> &work, const std::function<void(std::size_t)> &use);

} // namespace lien
