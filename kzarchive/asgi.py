"""The archive as an ASGI application, for hosts that want one."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kzarchive.settings")
application = get_asgi_application()
