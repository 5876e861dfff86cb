#include "driver/drops/exit_words.hpp"

#include "checker/explain/move_sites.hpp"

namespace lien {

namespace {

constexpr std::size_t longest_temporary = 40;

bool isJump(mir::ExitKind exit) { return exit != mir::ExitKind::None && exit != mir::ExitKind::Scope && exit != mir::ExitKind::Assign; }

bool isAmbiguous(DropKind kind) { return kind == DropKind::Conditional || kind == DropKind::ReplacedConditional; }

/// What a piece is of its variable: "field", "payload if it is `Some`", …; empty: all of it.
std::string partName(llvm::StringRef projection) {
  if (projection.empty())
    return {};
  if (projection.ends_with("{box}"))
    return "allocation of the box";
  if (projection.ends_with(".*"))
    return "content of the box";
  if (projection.ends_with("]"))
    return projection.contains("..") ? "elements" : "element";
  const std::size_t variant = projection.rfind(" as ");
  if (variant != llvm::StringRef::npos && projection.substr(variant).count('.') == 1)
    return "payload if it is `" + projection.substr(variant + 4).take_until([](char c) { return c == '.'; }).str() + "`";
  return "field";
}

} // namespace

bool operator==(const ExitRow &a, const ExitRow &b) { return a.fate == b.fate && a.name == b.name && a.words == b.words; }

ExitWords::ExitWords(const JudgedSchedule &function, const ScheduleFilter &filter)
    : function_(function), filter_(filter), body_(function.body()), known_(function.analyses()),
      judged_body_{function.judged().program, known_.flow, known_.moves, known_.types}, targets_(judged_body_) {
  for (const mir::LocalDecl &local : body_.locals)
    if (!local.name.empty() && !local.guard_ref)
      ++declarations_[function_.judged().program.resolver().symbols().text(local.name)];
  findLoopIterators();
}

ExitAccount ExitWords::account(const DropExit &exit) const {
  ExitAccount account;
  llvm::SmallVector<mir::BlockId, 4> open;
  for (const ScheduledPiece &scheduled : exit.drops) {
    if (!llvm::is_contained(open, scheduled.block))
      open.push_back(scheduled.block);
    const DropName name = known_.names.name(*scheduled.piece);
    if (!filter_.wants(name))
      continue;
    if (name.declared && name.owner != DropOwner::Temporary)
      mentioned_.push_back(function_.absolute(*name.declared));
    account.locals.push_back(body_.places[scheduled.piece->base].local);
    account.rows.push_back({isAmbiguous(scheduled.kind) ? ExitRow::Fate::Ambiguous : ExitRow::Fate::Dropped, nameOf(name), whatItIs(scheduled, name)});
    if (!isAmbiguous(scheduled.kind))
      continue;
    account.rows.back().words += "; ambiguous: " + movesOf(scheduled.piece->guard, locationOf(exit, scheduled.block), "not initialised") + " on another path";
  }
  const std::size_t dropped = account.rows.size();
  if (exit.exit != mir::ExitKind::Assign) {
    for (const mir::BlockId block : open) {
      const PathLookup path = known_.moves.find(body_.blocks[block].terminator.place);
      if (path.exact)
        addMissing(exit, block, path.path, account.rows);
    }
    for (const mir::BlockId block : exit.gone)
      addGone(exit, block, account);
  }
  account.heading = heading(exit) + (exit.exit == mir::ExitKind::Assign ? " drops the old value" : dropped == 0 ? " drops nothing" : " drops");
  return account;
}

std::string ExitWords::heading(const DropExit &exit) const {
  switch (exit.exit) {
  case mir::ExitKind::None:
  case mir::ExitKind::Scope:
    return headingOfScopeEnd(exit);
  case mir::ExitKind::Return:
    return "`return`";
  case mir::ExitKind::Break:
    return "`break`";
  case mir::ExitKind::Continue:
    return "`continue`";
  case mir::ExitKind::Question:
    return "`?`, where it returns,";
  case mir::ExitKind::Assign:
    return "assignment";
  }
  return {};
}

std::string ExitWords::headingOfScopeEnd(const DropExit &exit) const {
  if (exit.at.hi() == body_.span.hi())
    return "end of the function";
  if (!exit.drops.empty() && isLoopIterator(body_.places[exit.drops.front().piece->base].local))
    return "end of the loop";
  const llvm::StringRef text = function_.text(exit.at);
  if (text.ends_with(";"))
    return "end of the statement";
  return text.ends_with("}") ? "end of the block" : "end of the expression";
}

/// What `into_iter` gave to a `for`, and the local that it is moved to for the loop.
void ExitWords::findLoopIterators() {
  for (const mir::BlockId block : known_.flow.order()) {
    for (const mir::Statement &statement : body_.blocks[block].statements)
      if (statement.kind == mir::StatementKind::Assign && statement.rvalue.kind == mir::RvalueKind::Use &&
          statement.rvalue.operands.front().kind == mir::Operand::Kind::Move && isLoopIterator(body_.places[statement.rvalue.operands.front().place].local))
        loop_iterators_.insert(body_.places[statement.place].local.value);
    if (const mir::Terminator &call = body_.blocks[block].terminator; call.kind == mir::TerminatorKind::Call && call.desugar == typed::Desugar::ForInto)
      loop_iterators_.insert(body_.places[call.place].local.value);
  }
}

std::string ExitWords::nameOf(const DropName &name) const {
  if (name.owner != DropOwner::Temporary)
    return name.variable + name.projection;
  const llvm::StringRef text = name.declared ? function_.text(*name.declared) : "temporary";
  const llvm::StringRef line = text.split('\n').first;
  const llvm::StringRef shown = line.take_front(longest_temporary);
  return shown.str() + (shown.size() < text.size() ? "..." : "") + name.projection;
}

std::string ExitWords::whatItIs(const ScheduledPiece &scheduled, const DropName &name) const {
  const std::string part = partName(name.projection);
  std::string what = part.empty() ? ownerName(scheduled, name) : part;
  if (!scheduled.piece->other_than.empty()) {
    what = "if it is not ";
    for (std::size_t i = 0; i < scheduled.piece->other_than.size(); ++i)
      what += (i == 0 ? "`" : " or `") + known_.names.variantName(scheduled.piece->ty, scheduled.piece->other_than[i]) + "`";
  }
  const auto uses = declarations_.find(name.variable);
  if (name.declared && name.owner != DropOwner::Temporary && uses != declarations_.end() && uses->second > 1)
    what += " of line " + std::to_string(function_.position(*name.declared).line);
  return what + ", " + function_.judged().program.print(scheduled.piece->ty);
}

std::string ExitWords::ownerName(const ScheduledPiece &scheduled, const DropName &name) const {
  switch (name.owner) {
  case DropOwner::Variable:
    return "variable";
  case DropOwner::Parameter:
    return name.declared ? "parameter" : "parameter without a name";
  case DropOwner::Temporary: {
    if (isLoopIterator(body_.places[scheduled.piece->base].local))
      return "iterator of the loop";
    // An operand that waits for its call, or for the rest of a literal.
    const std::string taker = targets_.takerOf(body_.places[scheduled.piece->base].local);
    return taker.empty() ? "temporary" : "temporary not yet " + taker;
  }
  }
  return {};
}

Location ExitWords::locationOf(const DropExit &exit, mir::BlockId drop) const { return known_.flow.terminatorOf(isJump(exit.exit) ? exit.from : drop); }

/// A value of which nothing is left. Temporaries come and go; nobody asks for those that are gone.
void ExitWords::addGone(const DropExit &exit, mir::BlockId drop, ExitAccount &account) const {
  const mir::PlaceId place = body_.blocks[drop].terminator.place;
  const DropName name = known_.names.name(place);
  const PathLookup path = known_.moves.find(place);
  if (name.owner == DropOwner::Temporary || !path.exact || !filter_.wants(name))
    return;
  const Location at = locationOf(exit, drop);
  if (name.declared)
    mentioned_.push_back(function_.absolute(*name.declared));
  account.locals.push_back(body_.places[place].local);
  account.rows.push_back({ExitRow::Fate::Gone, nameOf(name), whyGone(path.path, at)});
}

/// What is missing of a value whose rest is dropped: the parts below `path` that are gone.
void ExitWords::addMissing(const DropExit &exit, mir::BlockId drop, MovePathId path, std::vector<ExitRow> &rows) const {
  if (const Location at = locationOf(exit, drop); !known_.schedule.flags().beforeTerminator(at.block, path).mayHold()) {
    const DropName name = known_.names.name(known_.moves[path].place);
    if (name.owner == DropOwner::Temporary || !filter_.wants(name))
      return;
    const std::string moves = movesOf(path, at);
    if (!moves.empty())
      rows.push_back({ExitRow::Fate::Gone, nameOf(name), moves});
    return;
  }
  llvm::SmallVector<MovePathId, 8> parts;
  for (MovePathId child = known_.moves[path].first_child; child.isValid(); child = known_.moves[child].next_sibling)
    parts.push_back(child);
  for (const MovePathId part : llvm::reverse(parts))
    addMissing(exit, drop, part, rows);
}

std::string ExitWords::movesOf(MovePathId path, Location at, llvm::StringRef never_given) const {
  if (!path.isValid())
    return {};
  std::vector<std::pair<LineColumn, std::string>> found;
  bool is_never_given = false;
  known_.moves.forEachBelow(path, [&](MovePathId part) {
    if (part != path && !found.empty())
      return;
    const MoveHistory history = historyOf(judged_body_, at, part);
    is_never_given |= part == path && history.never_given;
    for (const MoveSite &site : history.sites) {
      const MoveOut &move = known_.moves.moves()[site.move];
      const Span span = known_.flow.spanAt(move.at);
      mentioned_.push_back(function_.absolute(span));
      found.emplace_back(function_.position(span), targets_.describe(move.at));
    }
  });
  llvm::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::string text;
  for (const auto &[position, words] : found) {
    llvm::StringRef more = words;
    if (!text.empty())
      more.consume_front("moved ");
    text += (text.empty() ? "" : " or ") + more.str() + " at " + std::to_string(position.line) + ":" + std::to_string(position.column);
  }
  if (is_never_given && !never_given.empty())
    text += (text.empty() ? "" : ", or ") + never_given.str();
  return text;
}

std::string ExitWords::whyGone(MovePathId path, Location at) const {
  const std::string ways = movesOf(path, at, "never initialised");
  if (ways.empty())
    return "nothing to drop in the variant that it is on this path";
  return ways == "never initialised" ? ways + " on this path" : ways;
}

} // namespace lien
