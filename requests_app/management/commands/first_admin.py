"""The code with which the first admin opens an empty office."""

import os

from django.urls import reverse

from ...accounts import setup_code
from ...models.people import User
from ..desk_command import DeskCommand


class Command(DeskCommand):
    help = "Tampilkan kode sekali pakai untuk admin pertama, selama belum ada akun."

    def handle(self, *args, **options) -> None:
        if User.objects.exists():
            setup_code.spend()  # one left over from a start that was never finished opens nothing any more
            return
        address = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}{reverse('setup')}"
        self.stdout.write(f"Belum ada akun. Buka {address} dan ketik kode sekali pakai ini: {setup_code.issue()}")
