"""Every setting of the archive, read from the environment once and safe by default.

What the environment may say is listed in docs/deploying.md; what follows from it is decided here and
nowhere else.
"""

import contextlib
import os
import secrets
import sqlite3
import sys
import tempfile
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("KZARCHIVE_DATA") or BASE_DIR / "var").resolve()
PORT = os.environ.get("PORT") or "8000"
SITE_URL = (os.environ.get("SITE_URL") or f"http://127.0.0.1:{PORT}").rstrip("/")
IS_HTTPS = SITE_URL.startswith("https://")
DEBUG = (os.environ.get("DEBUG") or "").lower() in {"1", "true", "yes", "on"}
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT") or ""
WITH_DEMO = (os.environ.get("KZARCHIVE_DEMO") or "1").lower() not in {"0", "false", "no", "off"}
# How many proxies of ours stand in front; the client's address is read that far from the end of X-Forwarded-For.
_proxies = os.environ.get("KZARCHIVE_PROXIES") or "0"
if not (_proxies.isascii() and _proxies.isdigit()):
    raise ImproperlyConfigured(f"KZARCHIVE_PROXIES is {_proxies!r}: write how many proxies of yours stand in front, as 1")
PROXY_COUNT = int(_proxies)

_LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
_site = urlsplit(SITE_URL)
if _site.scheme not in {"http", "https"} or not _site.hostname or f"{_site.scheme}://{_site.netloc}" != SITE_URL or "@" in _site.netloc:
    raise ImproperlyConfigured(f"SITE_URL is {SITE_URL!r}: write the scheme and host alone, as https://archive.example.org")
_site_host = f"[{_site.hostname}]" if ":" in _site.hostname else _site.hostname
ALLOWED_HOSTS = [host.strip() for host in (os.environ.get("ALLOWED_HOSTS") or "").split(",") if host.strip()] or _LOOPBACK
ALLOWED_HOSTS = [*ALLOWED_HOSTS, *([] if _site_host in ALLOWED_HOSTS else [_site_host])]
IS_LOOPBACK_ONLY = set(ALLOWED_HOSTS) <= set(_LOOPBACK)


def _secret_key() -> str:
    """Return SECRET_KEY, or one made once in the data directory where only this machine can reach the archive."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    if not IS_LOOPBACK_ONLY:
        raise ImproperlyConfigured("SECRET_KEY must be set: ALLOWED_HOSTS or SITE_URL names a host that is not loopback.")
    path = DATA_DIR / "secret_key"
    if not path.exists():
        DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # drafts and password hashes are kept here too
        with tempfile.NamedTemporaryFile("w", dir=DATA_DIR, prefix="secret_key.") as fresh:  # made with mode 0600
            fresh.write(secrets.token_urlsafe(64))
            fresh.flush()
            os.fsync(fresh.fileno())
            with contextlib.suppress(FileExistsError):  # whoever links first decides; a second process reads that one
                os.link(fresh.name, path)
    return path.read_text().strip()


SECRET_KEY = _secret_key()

# SQLite before these builds can lose a committed transaction in WAL mode (sqlite.org/wal.html#the_wal_reset_bug).
SQLITE_CAN_USE_WAL = (
    sqlite3.sqlite_version_info >= (3, 51, 3)
    or (3, 50, 7) <= sqlite3.sqlite_version_info < (3, 51)
    or (3, 44, 6) <= sqlite3.sqlite_version_info < (3, 45)
)


def _database(url: str) -> dict:
    """Return Django's settings for ``sqlite:///path`` or ``postgresql://user:password@host:port/name?option=value``."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = Path(unquote(parts.path[1:] if parts.netloc == "" else parts.netloc + parts.path))
        return _sqlite(path if path.is_absolute() else BASE_DIR / path)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:/// or postgresql://")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # Whole-text rows make the planner's default guess of disk cost choose sequential scans; jit never pays here.
        "OPTIONS": {"options": "-c jit=off -c random_page_cost=1.1 -c synchronous_commit=on", **options},
    }


def _sqlite(path: Path) -> dict:
    journal = "WAL" if SQLITE_CAN_USE_WAL else "DELETE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # Only a transaction that takes its lock at the start waits for another writer instead of failing at once.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # A text fills a page of the usual size and leaves half of the next one empty. Settled when a database is made, or by VACUUM.
            "init_command": f"PRAGMA page_size=2048;PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            # REPLACE deletes the rows in its way; without this it does so past the triggers that refuse to delete.
            "PRAGMA recursive_triggers=ON;",
        },
        "TEST": {"NAME": path.with_name(f"test_{path.name}")},
    }


DATABASES = {"default": _database(os.environ["DATABASE_URL"]) if os.environ.get("DATABASE_URL") else _sqlite(DATA_DIR / "archive.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CAPTURES_DIR = DATA_DIR / "captures"

INSTALLED_APPS = [
    "kzarchive.apps.ArchiveConfig",
    "kzarchive.addresses",
    "kzarchive.history",
    "kzarchive.desk",
    "kzarchive.merging",
    "entities",
    "articles",
    "taggit",
    "axes",
    "kzarchive.apps.ArchiveAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "kzarchive.http.RequestLog",
    # Outside all others, so that what one of those refuses or redirects carries the same headers.
    "kzarchive.http.ResponsePolicy",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "kzarchive.http.RequestLimits",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kzarchive.http.RefuseControlCharacters",
    "kzarchive.http.CanonicalAddress",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "kzarchive.urls"
WSGI_APPLICATION = "kzarchive.wsgi.application"
APPEND_SLASH = False  # CanonicalAddress answers for every spelling, in one hop

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
                "kzarchive.http.site",
            ],
        },
    },
]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
_IS_TEST = "pytest" in sys.modules
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or _IS_TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site is meant to use our files
MEDIA_URL = "/nothing-is-served-from-here/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2_000  # of one import
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a state has hundreds of names, and each row of them ten fields

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = None

# Passwords, sessions and log-in
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "kzarchive.accounts.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # the other would set a third cookie
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "kzarchive.desk.sheets.csrf_failure"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "kzarchive.http.client_address"
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# What a browser is told
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63_072_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "kzarchive.http.JsonLines"}, "short": {"()": "kzarchive.http.ShortLines"}},
    # A person who started the archive at a terminal reads short lines; a file, a pipe and the journal get JSON.
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "short" if sys.stderr.isatty() else "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "kzarchive": {"level": "WARNING" if _IS_TEST else "INFO"},
        # The request log has a line for each answer; Django's own would say 4xx again, with the query.
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # a scanner's every try would be a traceback
        "axes": {"level": "ERROR"},  # kzarchive.http tells of a failed log-in, and with the name
    },
}
