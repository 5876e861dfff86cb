// Borrows of constant expressions: `&1`, `&[1, 2]`, `&None`, `&(1 + 2)`, `&mut []`. What they point to is a constant of its own that lives forever, so they
// make no loan and their reference may be `&'static`.
//
// Rule (Reference, "Destructors", "Constant promotion"): the operand is a temporary, computed from constants alone by operations that cannot fail, holds
// nothing that needs dropping or has interior mutability, and is only read.
#pragma once

#include "checker/dataflow/control_flow.hpp"

namespace lien {

/// Statement indices (`ControlFlow::statementIndex`) of the borrows that are promoted, ascending. Declines what is borrowed of a constant with a body that is
/// not understood. May infer the bodies of constants: not while something else is being inferred.
std::vector<std::uint32_t> findPromotedBorrows(Program &program, const ControlFlow &flow, DiagnosticSink &sink);
/// The temporaries that they borrow: their values are constants of their own, and nothing of them is dropped.
llvm::SmallVector<mir::LocalId, 4> promotedLocals(const ControlFlow &flow, llvm::ArrayRef<std::uint32_t> promoted);

} // namespace lien
