// One entry for each command; `cli.cpp` picks.
#pragma once

#include "llvm/ADT/ArrayRef.h"

namespace lien {

int runCheck(llvm::ArrayRef<const char *> arguments);
int runExplain(llvm::ArrayRef<const char *> arguments);
int runDrops(llvm::ArrayRef<const char *> arguments);
int runDump(llvm::ArrayRef<const char *> arguments);

} // namespace lien
