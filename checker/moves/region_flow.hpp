// Where references may flow, coarsely: the part of the reference gate that stands in for the region solver.
//
// Every local whose type mentions regions has two nodes: the region of the outermost reference, and all regions further inside. An edge a → b says that
// what b holds may come from a, so that whatever keeps b alive keeps a's loans. Where a type could be invariant the edge goes both ways; where a call could
// link arguments and result, they meet in a node of the call's own. Nothing is ever left out, so a loan that does not reach a node is never alive because of
// it; too much may be in, and then the body is declined.
#pragma once

#include "checker/dataflow/control_flow.hpp"
#include "checker/moves/type_regions.hpp"

namespace lien {

class RegionFlow {
public:
  using Node = std::uint32_t;
  static constexpr Node no_node = UINT32_MAX;
  static constexpr Node static_node = 0; ///< what reaches it must live forever

  RegionFlow(Program &program, TypeRegions &regions, const ControlFlow &flow);

  /// The first thing that is not understood, if any.
  [[nodiscard]] std::optional<Span> notUnderstood() const { return not_understood_; }
  [[nodiscard]] Node outer(mir::LocalId local) const { return outer_[local]; }
  [[nodiscard]] Node inner(mir::LocalId local) const { return inner_[local]; }
  [[nodiscard]] std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(local_of_.size()); }
  /// The local of a node; invalid for nodes of calls.
  [[nodiscard]] mir::LocalId localOf(Node node) const { return local_of_[node]; }
  [[nodiscard]] llvm::ArrayRef<Node> targets(Node node) const {
    return llvm::ArrayRef(targets_).slice(first_target_[node], first_target_[node + 1] - first_target_[node]);
  }
  /// The lifetimes of the signature that a node stands for; more than one: they are not told apart.
  [[nodiscard]] llvm::ArrayRef<Region> labels(Node node) const { return labels_[node]; }
  /// Nodes with labels.
  [[nodiscard]] llvm::ArrayRef<Node> labelled() const { return labelled_; }
  /// Is it known from the signature that `longer` outlives `shorter` (RFC 1214, implied bounds; written bounds)?
  [[nodiscard]] bool isKnownToOutlive(Region longer, Region shorter) const;
  /// Does the body belong to a constant or static, whose temporaries live forever?
  [[nodiscard]] bool isConstantBody() const { return is_constant_body_; }
  /// The node that a borrow assigned to `place` gives its region to.
  [[nodiscard]] Node loanNode(mir::PlaceId place) const;

private:
  struct Ends {
    Node outer = no_node, inner = no_node;
  };
  void numberLocals();
  void labelSignature();
  void addImpliedBounds(Ty signature_type);
  void labelLocal(mir::LocalId local, Ty signature_type);
  void label(const Ends &ends, Ty ty);
  void addStatement(const mir::Statement &statement);
  void addCall(const mir::Terminator &call);
  void addBorrow(const mir::Statement &statement);
  void addFlow(mir::PlaceId to, const mir::Operand &from, bool into_part);
  void addUserType(const Ends &ends, typed::UserTypeId user_type, Span span);
  void demandStatic(const Ends &ends);
  void link(Node from, Node to);
  void linkBoth(Node a, Node b);
  void finish();
  [[nodiscard]] Ends endsOf(mir::PlaceId place) const;
  [[nodiscard]] bool fieldDemandsStatic(mir::PlaceId place) const;
  void refuse(Span span);
  Node addNode(mir::LocalId local);

  Program &program_;
  TypeRegions &regions_;
  const ControlFlow &flow_;
  const mir::Body &body_;
  IdVector<mir::LocalId, Node> outer_, inner_;
  std::vector<mir::LocalId> local_of_;
  std::vector<llvm::SmallVector<Region, 1>> labels_;
  std::vector<Node> labelled_;
  std::vector<std::pair<Region, Region>> outlives_; ///< known: longer, shorter
  bool is_constant_body_ = false;
  std::vector<std::pair<Node, Node>> edges_;
  std::vector<Node> targets_;
  std::vector<std::uint32_t> first_target_;
  std::optional<Span> not_understood_;
};

} // namespace lien
