"""The desk's pages, Django's admin, and one login for both."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView

admin.site.site_header = admin.site.site_title = "Pengaturan Meja Layanan Informasi"
admin.site.index_title = "Pengaturan"
admin.site.site_url = "/"

handler400 = "requests_app.views.errors.bad_request"
handler403 = "requests_app.views.errors.forbidden"
handler404 = "requests_app.views.errors.not_found"
handler500 = "requests_app.views.errors.server_error"

to_login = login_not_required(RedirectView.as_view(pattern_name="login", query_string=True))

urlpatterns = [
    path("", include("requests_app.urls")),
    path("admin/login/", to_login),
    path("admin/", admin.site.urls),
]
