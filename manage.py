#!/usr/bin/env python3
"""Django's command line for the desk."""

import os
import sys


def main() -> None:
    """Run one management command; what the machine refuses is said in a sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpu_desk.settings")
    from django.core.management import execute_from_command_line

    from requests_app.management.troubles import told

    with told():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
