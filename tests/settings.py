"""The desk's settings as the suite runs them: an empty data folder, no HTTPS, a fast hasher, plain static files."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# In memory where there is room: nothing of a test has to survive a power cut.
_memory = Path("/dev/shm")
_roomy = _memory.is_dir() and os.access(_memory, os.W_OK) and shutil.disk_usage(_memory).free > 2 * 1024**3
_data_dir = tempfile.mkdtemp(prefix="desk-tests-", dir=_memory if _roomy else None)
atexit.register(shutil.rmtree, _data_dir, ignore_errors=True)
os.environ["DATA_DIR"] = _data_dir
os.environ["HTTPS"] = "0"
for _name in ("SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "PUBLIC_URL", "TRUSTED_PROXIES"):
    os.environ.pop(_name, None)

from kpu_desk.settings import *
from kpu_desk.settings import DATA_DIR, DATABASES, INSTALLED_APPS, STORAGES
from tests import edition_next

edition_next.register()  # before the models are read, whose constraints know every edition

INSTALLED_APPS = [*INSTALLED_APPS, "tests"]  # for its own flush: see tests/guards.py

# A file, not memory: in-memory SQLite locks differently, and threads and browsers need the real locks.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "tests.sqlite3")}
# Threads of the live server end without a word; a kept connection would be reported as a leak.
DATABASES["default"]["CONN_MAX_AGE"] = 0

(DATA_DIR / "static").mkdir()  # nothing is collected: the live server finds the files where they lie
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
