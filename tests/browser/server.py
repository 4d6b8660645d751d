"""The desk served as an office serves it: the production application, its static files hashed and compressed."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test.testcases import LiveServerThread


def collect(*without: str) -> None:
    """Put the static files where the application looks for them, but for those of the folders named."""
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=[*without])


@contextmanager
def serving() -> Iterator[str]:
    """Serve on a free port of 127.0.0.1 for as long as the block lasts; give the address."""
    # WhiteNoise reads the collected folder once, when the application is made.
    application = WSGIHandler()
    server = LiveServerThread("127.0.0.1", lambda handler: application, port=0)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    try:
        if server.error:
            raise server.error
        yield f"http://{server.host}:{server.port}"
    finally:
        server.terminate()
