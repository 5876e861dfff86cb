#include "driver/check/workers.hpp"

#include "diagnostics/stack_guard.hpp"

#include "llvm/Support/TimeProfiler.h"
#include "llvm/Support/thread.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace lien {

namespace {

constexpr unsigned stack_size = 256U << 20U;
/// Left to what runs below the first guarded call.
constexpr unsigned stack_margin = 4U << 20U;
/// A worker that runs further ahead of the output than this waits, so that finished results do not pile up.
constexpr std::size_t most_ahead = 256;

class Pool {
public:
  Pool(std::size_t count, bool trace, const std::function<void(std::size_t)> &work) : work_(work), trace_(trace), done_(count, false) {}

  void start(unsigned threads) {
    for (unsigned i = 0; i < threads; ++i)
      threads_.emplace_back(std::optional<unsigned>(stack_size), [this] { run(); });
  }

  void waitFor(std::size_t job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return static_cast<bool>(done_[job]); });
  }

  void used(std::size_t job) {
    std::lock_guard lock(mutex_);
    used_ = job + 1;
    changed_.notify_all();
  }

  void join() {
    for (llvm::thread &thread : threads_)
      thread.join();
  }

private:
  void run() {
    StackGuard::setBudget(stack_size - stack_margin);
    if (trace_)
      llvm::timeTraceProfilerInitialize(/*TimeTraceGranularity=*/50, "lien");
    for (std::size_t job = take(); job < done_.size(); job = take()) {
      work_(job);
      std::lock_guard lock(mutex_);
      done_[job] = true;
      changed_.notify_all();
    }
    if (trace_)
      llvm::timeTraceProfilerFinishThread();
  }

  std::size_t take() {
    std::unique_lock lock(mutex_);
    std::size_t job = next_++;
    changed_.wait(lock, [&] { return job < used_ + most_ahead || job >= done_.size(); });
    return job;
  }

  const std::function<void(std::size_t)> &work_;
  bool trace_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<bool> done_;
  std::size_t next_ = 0;
  std::size_t used_ = 0;
  std::vector<llvm::thread> threads_;
};

} // namespace

void runInOrder(std::size_t count, unsigned threads, bool trace, const std::function<void(std::size_t)> &work, const std::function<void(std::size_t)> &use) {
  Pool pool(count, trace, work);
  pool.start(static_cast<unsigned>(std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(count, 1))));
  for (std::size_t job = 0; job < count; ++job) {
    pool.waitFor(job);
    use(job);
    pool.used(job);
  }
  pool.join();
}

} // namespace lien
