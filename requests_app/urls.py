"""The addresses, to be read as a table."""

from django.urls import path  # noqa: F401

urlpatterns: list = []
