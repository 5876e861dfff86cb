// The command line: from arguments to an exit status.
#pragma once

namespace lien {

/// Exit statuses of `lien check`; other commands use them in the same sense.
enum ExitStatus : int { exit_accepted = 0, exit_rejected = 1, exit_not_judged = 2, exit_internal = 101 };

int runCommandLine(int argc, const char *const *argv);

} // namespace lien
