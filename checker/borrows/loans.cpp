#include "checker/borrows/loans.hpp"

namespace lien {

namespace {

/// Blocks in the order in which a walk meets them that goes from a block to its last successor first. rustc numbers loans in this order.
std::vector<mir::BlockId> preorder(const ControlFlow &flow) {
  std::vector<mir::BlockId> order, todo{flow.order().front()};
  std::vector<bool> seen(flow.body().blocks.size(), false);
  while (!todo.empty()) {
    mir::BlockId block = todo.back();
    todo.pop_back();
    if (seen[block.index()])
      continue;
    seen[block.index()] = true;
    order.push_back(block);
    llvm::append_range(todo, flow.successors(block));
  }
  return order;
}

bool isBorrow(const mir::Statement &statement) { return statement.kind == mir::StatementKind::Assign && statement.rvalue.kind == mir::RvalueKind::Ref; }

} // namespace

bool isBehindSharedReference(const mir::Body &body, const TypeStore &types, mir::PlaceId place) {
  if (!body.places[place].indirect)
    return false;
  for (mir::PlaceId at = place; body.places[at].base.isValid(); at = body.places[at].base) {
    const mir::PlaceData &data = body.places[at];
    if (data.step.kind != mir::ProjectionKind::Deref)
      continue;
    const TyData &base = types.data(body.places[data.base].ty);
    if (base.kind == TyKind::Ref && base.mutability == Mutability::Not)
      return true;
  }
  return false;
}

Loans::Loans(const ControlFlow &flow, const MoveTypes &types, llvm::ArrayRef<std::uint32_t> promoted) : flow_(flow) {
  // Most bodies borrow nothing that could conflict: they cost this one look at their statements.
  bool any = llvm::any_of(flow.body().statements, [&](const mir::Statement &statement) {
    return isBorrow(statement) && !isBehindSharedReference(flow.body(), types.store(), statement.rvalue.place);
  });
  if (!any)
    return;
  gather(types, promoted);
  findActivations();
}

void Loans::gather(const MoveTypes &types, llvm::ArrayRef<std::uint32_t> promoted) {
  const mir::Body &body = flow_.body();
  has_loans_.assign(body.locals.size(), false);
  for (mir::BlockId block : preorder(flow_)) {
    llvm::ArrayRef<mir::Statement> statements = body.blocks[block].statements;
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      const mir::Statement &statement = statements[i];
      if (!isBorrow(statement) || isBehindSharedReference(body, types.store(), statement.rvalue.place))
        continue;
      if (llvm::binary_search(promoted, flow_.statementIndex({block, i})))
        continue;
      Loan loan;
      loan.at = {block, i};
      loan.borrowed = statement.rvalue.place;
      loan.assigned = statement.place;
      loan.kind = statement.rvalue.borrow;
      loan.two_phase = loan.kind == mir::BorrowKind::TwoPhaseMut && !body.places[statement.place].base.isValid();
      has_loans_[body.places[loan.borrowed].local.index()] = true;
      made_at_[flow_.statementIndex(loan.at)] = loans_.push(loan);
    }
  }
}

/// Rule (RFC 2025): the temporary that a two-phase borrow goes into is used once, and that use activates the loan.
void Loans::findActivations() {
  const mir::Body &body = flow_.body();
  llvm::DenseMap<std::uint32_t, LoanId> pending; // by the temporary
  for (std::size_t i = 0; i < loans_.size(); ++i)
    if (LoanId id(i); loans_[id].two_phase)
      pending[body.places[loans_[id].assigned].local.value] = id;
  if (pending.empty())
    return;
  for (mir::BlockId block : flow_.order()) {
    for (Location at{block, 0}; at.statement <= flow_.terminatorOf(block).statement; ++at.statement) {
      visitLocation(flow_, at, [&](Access access) {
        const mir::PlaceData &place = body.places[access.place];
        auto found = pending.find(place.local.value);
        if (found == pending.end() || access.kind == AccessKind::StorageDead)
          return;
        Loan &loan = loans_[found->second];
        if (at == loan.at || loan.activation)
          return;
        loan.activation = at;
        activated_at_[flow_.statementIndex(at)].push_back(found->second);
      });
    }
  }
}

void Loans::setRegions(const LoanRegions &regions) {
  for (Loan &loan : loans_)
    loan.region = regions.ofBorrow(loan.at);
}

std::vector<std::uint32_t> Loans::borrowPoints() const {
  std::vector<std::uint32_t> points;
  for (const Loan &loan : loans_)
    points.push_back(flow_.statementIndex(loan.at));
  return points;
}

LoanId Loans::madeAt(Location at) const { return loans_.empty() ? LoanId{} : made_at_.lookup(flow_.statementIndex(at)); }

llvm::ArrayRef<LoanId> Loans::activatedAt(Location at) const {
  if (activated_at_.empty())
    return {};
  auto found = activated_at_.find(flow_.statementIndex(at));
  return found == activated_at_.end() ? llvm::ArrayRef<LoanId>{} : llvm::ArrayRef(found->second);
}

/// A dominator stands first in reverse post-order: that, and a common block, answer most questions without a tree of dominators.
bool Loans::dominates(Location a, Location b) const {
  if (a.block == b.block)
    return a.statement <= b.statement;
  if (flow_.rank(a.block) > flow_.rank(b.block))
    return false;
  const auto &blocks = flow_.body().blocks;
  if (blocks[a.block].is_cleanup || blocks[b.block].is_cleanup)
    return flow_.dominates(a.block, b.block);
  return flow_.dominatesNormally(a.block, b.block);
}

/// Rule: between the reservation R and the activation A a two-phase loan is not active. A point lies between them when R (left) dominates it and A does not:
/// whatever leaves A comes back only through R. A point that neither dominates has come around a loop, and there the loan is active.
bool Loans::isActive(LoanId id, Location at) const {
  const Loan &loan = loans_[id];
  if (!loan.two_phase)
    return true;
  if (!loan.activation)
    return false;
  if (dominates(*loan.activation, at))
    return true;
  return !dominates({loan.at.block, loan.at.statement + 1}, at);
}

} // namespace lien
