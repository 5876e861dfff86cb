"""What the Python tests share: named checks, a last line that counts, an exit status."""
import sys, traceback

_tests = []


def test(function):
    """Registers a check; it fails by raising."""
    _tests.append(function)
    return function


def run_all():
    failed = 0
    for function in _tests:
        try:
            function()
        except Exception:
            failed += 1
            print(f"--- {function.__name__}: {function.__doc__ or ''}")
            traceback.print_exc(file=sys.stdout)
    print(f"{len(_tests) - failed} passed, {failed} failed")
    sys.exit(failed > 0)
