// The program: all of it is in the driver's library, so that tests reach it.
#include "driver/cli/cli.hpp"

int main(int argc, char **argv) { return lien::runCommandLine(argc, argv); }
