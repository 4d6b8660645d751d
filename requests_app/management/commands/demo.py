"""A month of work with invented people, to look at and to try."""

from datetime import datetime

from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from ...demo import issue_letters, keep_books, simulate
from ...models.case import InformationRequest
from ...models.people import Appointment, User
from ...models.seed import PEOPLE_REASON, fixture, load_office, load_people
from ..desk_command import DeskCommand

DEFAULT_CASES = 100


class Command(DeskCommand):
    help = "Isi basis data kosong dengan kantor, orang rekaan dan sebulan pekerjaan, lalu sajikan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="hanya isi data dan cetak akun")
        parser.add_argument(
            "--cases", type=int, default=DEFAULT_CASES, help="jumlah permohonan, sedikitnya satu per alur"
        )

    def handle(self, *args, **options) -> None:
        if self.is_kept():
            self.stdout.write("Data peragaan sudah ada dan dipakai lagi.")
        else:
            self.stdout.write(f"{fill(timezone.now(), options['cases'])} permohonan dimainkan melalui alur kerja.")
        issue_letters()
        keep_books(timezone.now())
        self.print_logins()
        if not options["no_serve"]:
            call_command("serve")

    def is_kept(self) -> bool:
        """Tell whether a demonstration was loaded before. Raises CommandError on an office's own data."""
        if User.history.filter(history_change_reason=PEOPLE_REASON).exists() and InformationRequest.objects.exists():
            return True
        if User.objects.exists() or InformationRequest.objects.exists():
            raise CommandError("Basis data ini sudah berisi data kantor; peragaan hanya untuk basis data kosong.")
        return False

    def print_logins(self) -> None:
        """Print the accounts last, for people and scripts: LOGIN, kind of post, user name, password."""
        names = [row["username"] for row in fixture("people")["people"]]
        held = Appointment.objects.filter(user__username__in=names, kind="definitif")
        kinds = dict(held.values_list("user__username", "post__kind"))
        for name in names:
            self.stdout.write(f"LOGIN\t{kinds[name]}\t{name}\t{password(name)}")


@transaction.atomic
def fill(now: datetime, cases: int) -> int:
    """Fill an empty database, wholly or not at all. Returns how many cases."""
    load_office(now)
    load_people(now, {row["username"]: password(row["username"]) for row in fixture("people")["people"]})
    return simulate(now, cases)


def password(username: str) -> str:
    """Say a demonstration account's password: known to everybody, so only this command ever sets it."""
    return f"peragaan-{username}"
