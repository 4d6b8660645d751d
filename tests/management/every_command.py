"""Types every command of the desk in one process, one after the other, and prints how each ended.

`python -m tests.management.every_command FOLDER LIMIT [COMMAND …]`: files are written into FOLDER; a LIMIT in bytes on
every file, if not empty, is met as a full disk is.
"""

import contextlib
import io
import json
import resource
import sys

import manage

COMMANDS = {
    "backup": "{0}/a.tar",
    "book": "ekspedisi 2026 -o {0}/b.pdf",
    "demo": "--no-serve --cases 0",
    "duedate": "2026-11-23 3",
    "first_admin": "",
    "history": "1",
    "print": "register 2026-11 -o {0}/p.pdf",
    "remeasure": "",
    "restore": "{0}/none.tar",
    "serve": "--port 1",
    "sop": "",
    "tally": "",
    "timing": "1",
    "verify_timing": "",
    "worktime": "2026-11-23T08:00 2026-11-23T09:00",
}


def typed(name: str, arguments: str) -> tuple[int, str]:
    """Type one command; give its exit code and what it said on standard error."""
    sys.argv = ["manage.py", name, *arguments.split()]
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        try:
            manage.main()
        except SystemExit as end:
            return (end.code, said.getvalue()) if isinstance(end.code, int) else (1, str(end.code))
    return 0, said.getvalue()


def main(folder: str, limit: str, *names: str) -> None:
    """Type them all, or those named."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    print(json.dumps({name: typed(name, COMMANDS[name].format(folder)) for name in names or COMMANDS}))


if __name__ == "__main__":
    main(*sys.argv[1:])
