#include "checker/borrows/loans.hpp"

namespace lien {

namespace {

/// By block: when a walk meets it that goes from a block to its last successor first. rustc numbers loans in this order.
IdVector<mir::BlockId, std::uint32_t> preorder(const ControlFlow &flow) {
  constexpr std::uint32_t unseen = UINT32_MAX;
  IdVector<mir::BlockId, std::uint32_t> number(flow.body().blocks.size(), unseen);
  std::uint32_t next = 0;
  llvm::SmallVector<mir::BlockId, 32> todo{flow.order().front()};
  while (!todo.empty()) {
    const mir::BlockId block = todo.pop_back_val();
    if (number[block] != unseen)
      continue;
    number[block] = next++;
    for (const mir::BlockId successor : flow.successors(block))
      if (number[successor] == unseen)
        todo.push_back(successor);
  }
  return number;
}

bool isBorrow(AccessKind kind) {
  return kind == AccessKind::SharedBorrow || kind == AccessKind::FakeBorrow || kind == AccessKind::FakeBorrowShallow || kind == AccessKind::MutBorrow;
}

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
  gather(types, promoted);
  if (!loans_.empty())
    findActivations();
}

void Loans::gather(const MoveTypes &types, llvm::ArrayRef<std::uint32_t> promoted) {
  const mir::Body &body = flow_.body();
  std::vector<Loan> loans;
  for (const PlacedAccess &access : flow_.accesses()) {
    if (!isBorrow(access.kind) || isBehindSharedReference(body, types.store(), access.place) || llvm::binary_search(promoted, access.point))
      continue;
    Loan loan;
    loan.at = flow_.locationOf(access.point);
    const mir::Statement &statement = *flow_.statementAt(loan.at);
    loan.borrowed = access.place;
    loan.assigned = statement.place;
    loan.kind = statement.rvalue.borrow;
    loan.two_phase = loan.kind == mir::BorrowKind::TwoPhaseMut && !body.places[statement.place].base.isValid();
    loans.push_back(loan);
  }
  // Most bodies borrow nothing that could conflict: they cost this one look.
  if (!loans.empty())
    number(std::move(loans));
}

/// From the order of points to that of `preorder`.
void Loans::number(std::vector<Loan> loans) {
  if (loans.front().at.block != loans.back().at.block) {
    const IdVector<mir::BlockId, std::uint32_t> order = preorder(flow_);
    llvm::stable_sort(loans, [&](const Loan &a, const Loan &b) { return order[a.at.block] < order[b.at.block]; });
  }
  has_loans_.assign(flow_.body().locals.size(), false);
  for (const Loan &loan : loans) {
    has_loans_[flow_.body().places[loan.borrowed].local.index()] = true;
    made_at_.emplace_back(flow_.statementIndex(loan.at), loans_.push(loan));
  }
  llvm::sort(made_at_);
}

/// Rule (RFC 2025): the temporary that a two-phase borrow goes into is used once, and that use activates the loan.
void Loans::findActivations() {
  const mir::Body &body = flow_.body();
  IdVector<mir::LocalId, LoanId> pending; // by the temporary
  for (std::size_t i = 0; i < loans_.size(); ++i)
    if (const LoanId id(i); loans_[id].two_phase) {
      pending.resize(body.locals.size());
      pending[body.places[loans_[id].assigned].local] = id;
    }
  if (pending.empty())
    return;
  for (const PlacedAccess &access : flow_.accesses()) {
    const LoanId id = pending[access.local];
    if (!id.isValid() || access.kind == AccessKind::StorageDead || access.kind == AccessKind::StorageLive || access.kind == AccessKind::Mention)
      continue;
    Loan &loan = loans_[id];
    if (access.point == flow_.statementIndex(loan.at) || loan.activation)
      continue;
    loan.activation = flow_.locationOf(access.point);
    activation_points_.push_back(access.point);
    activated_.push_back(id);
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

LoanId Loans::madeAt(Location at) const {
  const std::uint32_t point = flow_.statementIndex(at);
  const auto *found = llvm::lower_bound(llvm::ArrayRef(made_at_), point, [](const auto &made, std::uint32_t wanted) { return made.first < wanted; });
  return found != made_at_.data() + made_at_.size() && found->first == point ? found->second : LoanId{};
}

llvm::ArrayRef<LoanId> Loans::activatedAt(Location at) const {
  if (activated_.empty())
    return {};
  const auto [first, last] = std::equal_range(activation_points_.begin(), activation_points_.end(), flow_.statementIndex(at));
  return llvm::ArrayRef(activated_).slice(first - activation_points_.begin(), last - first);
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
