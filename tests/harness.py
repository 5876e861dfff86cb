"""What the Python tests share: named checks, a last line that counts, an exit status."""
import sys, traceback

_tests = []
_pending = []


def test(function):
    """Registers a check; it fails by raising."""
    _tests.append(function)
    return function


def pending(reason):
    """A check that is known to fail: it is counted and not run."""
    def register(function):
        _pending.append((function.__name__, reason))
        return function
    return register


def run_all():
    failed = 0
    for name, reason in _pending:
        print(f"pending: {name}: {reason}")
    for function in _tests:
        try:
            function()
        except Exception:
            failed += 1
            print(f"--- {function.__name__}: {function.__doc__ or ''}")
            traceback.print_exc(file=sys.stdout)
    print(f"{len(_tests) - failed} passed, {failed} failed, {len(_pending)} pending")
    sys.exit(failed > 0)
