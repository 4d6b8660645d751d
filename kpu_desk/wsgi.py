"""The WSGI entry point; `manage.py serve` puts waitress in front of it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpu_desk.settings")
application = get_wsgi_application()
