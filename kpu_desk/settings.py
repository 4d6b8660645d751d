"""The desk's settings. What an office sets stands at the top, read from the environment; the rest is the product."""

import os
import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, default: bool) -> bool:
    """Read a yes/no variable: 1, true, yes or on mean yes."""
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """Read a variable of several words, parted by commas or spaces."""
    return os.environ.get(name, default).replace(",", " ").split()


def read(name: str, how: Callable[[str], Any], example: str, default: str = "") -> Any:
    """Read a variable that has a form of its own. Raises ImproperlyConfigured."""
    try:
        return how(os.environ.get(name) or default)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} tidak dapat dibaca; tulis misalnya {example}.") from error


def networks(said: str) -> list[IPv4Network | IPv6Network]:
    """Read networks or single addresses, parted as words are. Raises ValueError."""
    return [ip_network(word) for word in said.replace(",", " ").split()]


def stored_secret(path: Path) -> str:
    """Read the key beside the data; make one on the first start. The link gives two first starts one key."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


# -- The environment ---------------------------------------------------------------------------------------------------

DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "data").resolve()  # database, uploads, key, collected static
DATA_DIR.mkdir(mode=0o750, parents=True, exist_ok=True)
SECRET_KEY = os.environ.get("SECRET_KEY") or stored_secret(DATA_DIR / "secret_key")
DEBUG = flag("DEBUG", False)
HTTPS = flag("HTTPS", True)  # 0 only on 127.0.0.1: no Secure cookies, no HSTS, no redirect
PUBLIC_URL = read("PUBLIC_URL", lambda url: urlsplit(url) and url.rstrip("/"), "https://ppid.example.go.id")  # QR codes
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1 localhost [::1]")
TRUSTED_PROXIES = read("TRUSTED_PROXIES", networks, "127.0.0.1")  # whose X-Forwarded-* is believed
if PUBLIC_URL:
    ALLOWED_HOSTS.append(urlsplit(PUBLIC_URL).hostname or "")

# -- Database ----------------------------------------------------------------------------------------------------------

DATABASES = {
    "default": read(
        "DATABASE_URL",
        partial(dj_database_url.parse, conn_max_age=600, conn_health_checks=True),
        "postgres://nama:sandi@127.0.0.1:5432/meja",
        f"sqlite:///{DATA_DIR / 'desk.sqlite3'}",
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        # A transaction that reads first and writes later would meet "database is locked" without waiting.
        "transaction_mode": "IMMEDIATE",
        # FULL: what was acknowledged survives a power cut.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        " PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000",
    }
else:
    # A case is read with many joins: compiling that query takes PostgreSQL far longer than running it.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c jit=off"
# Several servers share one database, so what is counted per address must lie there; one server counts in memory.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "desk_cache"}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- The application ---------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "requests_app",
    "requests_app.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "simple_history",
    "axes",
]
MIDDLEWARE = [
    "requests_app.views.middleware.TrustedProxies",
    "django.middleware.security.SecurityMiddleware",
    "requests_app.views.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # Django pads each page at random against BREACH
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "requests_app.views.middleware.SessionEnd",
    "requests_app.views.accounts.LoginRequired",  # a page is public only where its view says so
    "requests_app.views.edge.Edge",  # who acts and when; refusals become pages
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "kpu_desk.urls"
WSGI_APPLICATION = "kpu_desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "requests_app.views.context.frame",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ("kpu",)
CRISPY_TEMPLATE_PACK = "kpu"
CRISPY_FAIL_SILENTLY = False
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# -- Language and time -------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Makassar"

# -- People and sessions -----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "requests_app.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "requests_app.accounts.auth.PostHolderBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

SESSION_IDLE = timedelta(minutes=30)  # on a shared computer
SESSION_LENGTH = timedelta(hours=12)  # on any device; a personal one has no idle end
SESSION_TOUCH = timedelta(minutes=5)  # "last seen" is written at most this often
SESSION_COOKIE_AGE = int(SESSION_LENGTH.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# The prefix ties a cookie to this host and to HTTPS (ASVS 3.3.1).
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
SIMPLE_HISTORY_REVERT_DISABLED = True  # history is read; what was wrong is put right by a new change

# -- Transport ---------------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# W021 asks for HSTS preloading, which only the owner of the parent domain may promise.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# -- Files -------------------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
BUILDS_ROOT = DATA_DIR / "builds"  # parts of books under way; can be built again, so no backup holds them
MEDIA_ROOT = DATA_DIR / "uploads"  # no URL leads here: views hand files out after asking who may
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
DATA_UPLOAD_MAX_NUMBER_FILES = 20
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# -- Log: standard output, no personal data ----------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "kpu_desk.logs.PlainFormatter", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain"}},
    "root": {"handlers": ["stdout"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "axes": {"level": "ERROR"},  # its messages hold names and addresses; its table keeps them
        "fontTools": {"level": "WARNING"},
        "pypdf": {"level": "ERROR"},  # of a broken upload it would write thousands of lines; the sender is told
        "weasyprint": {"level": "WARNING"},
    },
}
