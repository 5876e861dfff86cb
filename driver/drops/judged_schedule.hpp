// One judged function with its drop schedule: what every form of `lien drops` needs of it, and what all of them leave out in the same way.
#pragma once

#include "checker/drops/describe.hpp"
#include "driver/check/pipeline.hpp"

namespace lien {

/// The functions and variables that are asked for; empty: all.
struct ScheduleFilter {
  std::string function; ///< a name, or a path as `functionPath` writes it
  std::string variable;
  [[nodiscard]] bool wants(const DropName &name) const { return variable.empty() || name.variable == variable; }
};

enum class FunctionStatus : std::uint8_t { Judged, Rejected, Declined };

/// What the analyses know of a function; they refer to each other, so this stays where it was made.
struct DropAnalyses {
  ControlFlow flow;
  llvm::SmallVector<mir::LocalId, 4> promoted; ///< temporaries that became constants
  ProgramMoveTypes types;
  MoveData moves;
  RunGraph graph;
  DropStates states;
  DropSchedule schedule;
  DropNames names;

  DropAnalyses(Program &program, const mir::Body &body);
  DropAnalyses(const DropAnalyses &) = delete;
  DropAnalyses &operator=(const DropAnalyses &) = delete;

  /// The exit of the jump in which a block ends; null: it ends otherwise.
  [[nodiscard]] const DropExit *jumpFrom(mir::BlockId block) const { return jumps_[block.index()]; }

private:
  std::vector<const DropExit *> jumps_; ///< by block
};

/// `return`, `scope`, …, as the schema names it.
llvm::StringRef exitName(mir::ExitKind exit);

class JudgedSchedule {
public:
  /// Null for what is no function, or not asked for. Refers to `judged`.
  static std::unique_ptr<JudgedSchedule> of(const JudgedFunction &judged, const ScheduleFilter &filter);

  [[nodiscard]] const JudgedFunction &judged() const { return judged_; }
  [[nodiscard]] const std::string &path() const { return path_; }
  [[nodiscard]] FunctionStatus status() const { return status_; }
  [[nodiscard]] const SourceMap &sources() const { return judged_.judgement.sources; }
  [[nodiscard]] Span nameSpan() const { return judged_.program.def(judged_.item).name_span; }
  /// Null: the file is unknown.
  [[nodiscard]] const SourceFile *file() const { return sources().fileAt(nameSpan().lo()); }

  // Only of a function that was judged:
  [[nodiscard]] const mir::Body &body() const { return *judged_.mir; }
  [[nodiscard]] const DropAnalyses &analyses() const { return *analyses_; }
  /// Is there a variable or parameter of this name, or anything else that the schedule calls so?
  [[nodiscard]] bool hasVariable(llvm::StringRef name) const;
  [[nodiscard]] Span absolute(Span relative) const { return relative.absoluteFrom(body().base); }
  [[nodiscard]] LineColumn position(Span relative) const;
  [[nodiscard]] llvm::StringRef text(Span relative) const { return sources().text(absolute(relative)); }
  /// All exits in the order of the source; where several scopes end at one place, the inner one first; several ways through one in the order of the flow.
  [[nodiscard]] std::vector<const DropExit *> exitsInOrder() const;
  /// Those that drop something, and those that drop nothing where another way through the same scope end drops the same variable.
  [[nodiscard]] std::vector<const DropExit *> exitsWithDrops() const;

private:
  JudgedSchedule(const JudgedFunction &judged, std::string path);

  const JudgedFunction &judged_;
  std::string path_;
  FunctionStatus status_;
  std::unique_ptr<DropAnalyses> analyses_;
};

} // namespace lien
