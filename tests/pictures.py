"""Every screen and every paper as a picture, to be looked at: `python -m tests.pictures [part of a name …]`.

The demonstration's month ends on a Tuesday morning, so clocks run whatever the hour, and two runs look the same.
"""

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.text import slugify

TARGET = Path(__file__).resolve().parent.parent / "build" / "pictures"
NOW = datetime(2026, 11, 24, 10, 20, tzinfo=ZoneInfo("Asia/Makassar"))
MONTH = "2026-11"
DAY = "2026-11-20"
NOBODY = "tanpa"  # an account without an appointment
ERROR, PHONE, DARK, DARK_PHONE = "galat", "ponsel", "gelap", "gelap-ponsel"
ALL = (PHONE, DARK, DARK_PHONE)
FORM = "main form[method=post] .acts .btn"
EMPTY_FORM = """() => {
  for (const field of document.querySelectorAll('main form[method=post] :is(input,textarea,select):not([type=hidden])'))
    if (['radio', 'checkbox'].includes(field.type)) field.checked = false; else field.value = '';
  [...document.querySelectorAll('main form[method=post] .acts .btn')].at(-1).form.requestSubmit();
}"""


@dataclass(frozen=True)
class Picture:
    """One screen: its name, whose window, where, and the states it is taken in beside the plain one."""

    name: str
    who: str
    path: str
    states: tuple[str, ...] = ()


# -- What there is to see ----------------------------------------------------------------------------------------------

PLAIN = (
    Picture("masuk", "", "/masuk/", (ERROR, *ALL)),
    Picture("lacak", "", "/lacak/", (PHONE, DARK)),
    Picture("lacak-salah", "", "/lacak/?kode=ABCD2345"),
    Picture("periksa", "", "/periksa/", (PHONE,)),
    Picture("periksa-salah", "", "/periksa/?nomor=1&kode=ABCD2345"),
    *(Picture(f"awal-{who}", who, "/", ALL) for who in ("helpdesk", "ketua", "sekretaris", "kasubag2", "admin")),
    *(Picture(f"awal-{who}", who, "/") for who in ("anggota2", "anggota4", "kasubag4", "staff", "pemeriksa", NOBODY)),
    Picture("mulai-1", "helpdesk", "/mulai/1/", (ERROR, *ALL)),
    Picture("mulai-5", "helpdesk", "/mulai/5/", (ERROR, PHONE)),
    Picture("daftar", "helpdesk", "/permohonan/", ALL),
    Picture("daftar-saring", "sekretaris", "/permohonan/?late=on&state=open", (PHONE,)),
    Picture("daftar-kosong", "helpdesk", "/permohonan/?q=tidakadayangbegini"),
    Picture("formulir-kosong", "admin", "/cetak/kosong/", (PHONE,)),
    Picture("buku-ekspedisi", "admin", f"/buku/ekspedisi/?bulan={MONTH}", ALL),
    Picture("buku-ekspedisi-akhir", "admin", f"/buku/ekspedisi/?bulan={MONTH}&hal=9", (PHONE,)),
    Picture("buku-agenda", "admin", f"/buku/agenda/?bulan={MONTH}", (PHONE,)),
    Picture("buku-register", "admin", f"/buku/register/?bulan={MONTH}", (PHONE,)),
    Picture("buku-register-publik", "admin", f"/buku/register/?bulan={MONTH}&varian=publik"),
    Picture("buku-surat", "admin", f"/buku/surat/?bulan={MONTH}", (PHONE,)),
    Picture("buku-waktu-salah", "admin", "/buku/agenda/?dari=1999-01-01&sampai=2026-11-05", (PHONE,)),
    Picture("buku-lembar-hari", "helpdesk", f"/buku/ekspedisi/hari/{DAY}/", (ERROR, *ALL)),
    Picture("buku-rekap", "admin", f"/buku/rekap/?bulan={MONTH}", (PHONE,)),
    Picture("laporan-tahunan", "sekretaris", "/buku/laporan/2026/", ALL),
    Picture("laporan-tahunan-dibaca", "kasubag2", "/buku/laporan/2026/"),
    Picture("buku-tutup", "admin", "/buku/ekspedisi/tutup/", (PHONE,)),
    Picture("buku-setahun", "admin", "/buku/register/?dari=2026-01-01&sampai=2026-12-31", (PHONE,)),
    Picture("susun-baru", "admin", "/buku/agenda/2026/susun/", (PHONE,)),
    Picture("susun-berjalan", "admin", "/buku/register/2026/susun/", ALL),
    Picture("susun-terputus", "admin", "/buku/surat/2026/susun/", (PHONE,)),
    Picture("susun-selesai", "admin", "/buku/ekspedisi/2026/susun/", ALL),
    Picture("buku-kosong", "admin", "/buku/ekspedisi/?bulan=2020-01"),
    Picture("kinerja", "sekretaris", "/kinerja/", ALL),
    Picture("kinerja-kosong", "ketua", "/kinerja/?dari=2020-01-01&sampai=2020-01-31", (PHONE,)),
    Picture("kinerja-galat", "sekretaris", "/kinerja/?dari=1999-01-01&sampai=2026-11-30"),
    Picture(
        "kinerja-daftar", "sekretaris", "/permohonan/?what=steps&begin=2026-11-01&end=2026-11-30&timing=late", (PHONE,)
    ),
    Picture("formulir-darurat", "admin", "/formulir-darurat/", (ERROR, *ALL)),
    Picture("susulan", "helpdesk", "/susulan/", (PHONE,)),
    Picture("susulan-1", "helpdesk", "/susulan/1/", (ERROR, *ALL)),
    Picture("susulan-5", "helpdesk", "/susulan/5/", (ERROR, PHONE)),
    Picture("sop", "admin", "/sop/", ALL),
    Picture("perubahan-kalender", "sekretaris", "/perubahan-kalender/", ALL),
    Picture("galat-404", "helpdesk", "/tidak-ada/"),
    Picture("galat-403", "kasubag2", "/mulai/1/"),
    *(Picture(f"penyiapan-{name}", "admin", f"/penyiapan/{name}/") for name in ("kantor", "jabatan", "orang", "jam")),
    Picture("pengaturan", "admin", "/admin/"),
    Picture("pengaturan-penugasan", "admin", "/admin/requests_app/appointment/"),
    Picture("pengaturan-naskah", "admin", "/admin/requests_app/lettertemplate/add/"),
    Picture("pengaturan-hari-khusus", "admin", "/admin/requests_app/dayoverride/add/"),
)
# A case page or a form wants a case of the demonstration: named by the task it awaits and its row, or by how it stands.
TASKS = ("availability-2", "meet-2", "dispose-3", "deliver-4", "dispose-6", "review-7", "identify-8", "consult-9",
         "assign-10", "prepare-10", "deliver-11", "assign-12", "draft-12", "approve-12", "deliver-13")  # fmt: skip
STANDINGS = ("tertunda", "siap", "diberi", "dijawab", "tertulis", "lewat", "panjang", "belum-benar", "dikembalikan")
SIDE = (
    ("alihkan", "sekretaris", "review-7"),
    ("paraf", "sekretaris", "approve-12"),
    ("batalkan-surat", "sekretaris", "deliver-13"),
    ("tunda", "helpdesk", "availability-2"),
    ("susulan", "helpdesk", "dispose-6"),
    ("siap", "helpdesk", "deliver-11"),
    ("perpanjang", "sekretaris", "review-7"),
    ("pemberitahuan", "helpdesk", "assign-10"),
    ("lampirkan", "helpdesk", "dispose-6"),
    ("koreksi", "sekretaris", "dijawab"),
    ("koreksi/pendaftaran", "helpdesk", "dispose-6"),
    ("lanjutkan", "helpdesk", "tertunda"),
    ("buka-kembali", "sekretaris", "diberi"),
    ("nik", "helpdesk", "diberi"),
    ("waktu", "sekretaris", "panjang"),
    ("penyelesaian/to_letter", "helpdesk", "availability-2"),
    ("penyelesaian/withdrawn", "helpdesk", "dispose-6"),
    ("penyelesaian/duplicate", "helpdesk", "dispose-6"),
)
SHOWN = ("dijawab", "ditolak", "panjang", "diberi")  # the cases whose papers are worth a look, before any other
OFFICE = {
    "formulir-tamu": ["blank", "tamu", "--by", "admin", "--count", "2"],
    "formulir-surat": ["blank", "surat", "--by", "admin"],
    "register-publik": ["register", MONTH, "--public"],
    "laporan-tahunan": ["yearly", MONTH[:4]],
    "kinerja": ["performance", MONTH],
    "sop": ["sop"],
}


def papers(cases: dict[str, Any]) -> dict[str, list[str]]:
    """List every paper, each with what the command line is asked for."""
    from requests_app.models import InformationRequest
    from requests_app.printing import BLANKS, BOOKS, PAPERS
    from requests_app.printing.records import CaseRecords

    known = [*(cases[name][0] for name in SHOWN if name in cases), *InformationRequest.objects.order_by("pk")]
    chosen = [CaseRecords(case, NOW) for case in known]
    found = {
        slugify(paper.label): [name, next(records.case.number for records in chosen if not paper.lacks(records))]
        for name, paper in PAPERS.items()
    }
    found |= {slugify(book.title): [book.command, MONTH] for book in BOOKS.values()}
    return found | OFFICE | {f"kosong-{name}": ["blank", name] for name in BLANKS}


def pictures(cases: dict[str, Any]) -> Iterator[Picture]:
    """List every screen."""
    yield from PLAIN
    for task in TASKS:
        if task in cases:
            case, who = cases[task]
            yield Picture(f"tugas-{task}", who, f"/permohonan/{case.pk}/{case.task}/", (ERROR, PHONE, DARK))
            yield Picture(f"perkara-{task}", who, f"/permohonan/{case.pk}/", (PHONE,))
    for name in STANDINGS:
        if name in cases:
            yield Picture(f"perkara-{name}", cases[name][1], f"/permohonan/{cases[name][0].pk}/", ALL)
    for slug, who, name in SIDE:
        if name in cases:
            path = f"/permohonan/{cases[name][0].pk}/{slug}/"
            yield Picture(f"sisi-{slug.replace('/', '-')}", who, path, (ERROR,))
    yield Picture("tugas-atas-nama", "helpdesk", f"/permohonan/{cases['dispose-6'][0].pk}/dispose/", (ERROR,))
    for run, (case, who) in cases["alasan"].items():
        yield Picture("perkara-alasan", who, f"/permohonan/{case.pk}/", (PHONE,))
        yield Picture("sisi-alasan", who, f"/permohonan/{case.pk}/alasan/{run}/", (ERROR, PHONE))
    for name in ("siap", "diberi"):
        if name in cases:
            yield Picture(f"lacak-{name}", "", f"/lacak/?kode={cases[name][0].code}", (PHONE, DARK))


def survey() -> dict[str, Any]:
    """Find in the demonstration the cases to show, each with whoever it waits for."""
    from requests_app.models import InformationRequest, Stay
    from requests_app.models.records import Confirmation, Disposition
    from requests_app.models.seed import fixture

    people = {row["post"]: row["username"] for row in fixture("people")["people"]}
    found: dict[str, Any] = {}
    for case in InformationRequest.objects.select_related("holder", "petitioner").order_by("pk"):
        waits = people[case.holder.short_title] if case.holder else "helpdesk"
        for name in standings(case):
            found.setdefault(name, (case, waits))
    told = Disposition.objects.filter(confirmation=Confirmation.PENDING).select_related("case", "speaker").first()
    if told:
        found["belum-benar"] = (told.case, people[told.speaker.short_title])
    asked = Stay.objects.filter(unexplained=True).select_related("case", "holder").last()
    found["alasan"] = {asked.run: (asked.case, people[asked.holder.short_title] if asked.holder else "helpdesk")}
    longest = max(InformationRequest.objects.all(), key=lambda case: case.act)
    return {**found, "panjang": (longest, "sekretaris")}


def standings(case: Any) -> Iterator[str]:
    """Name what a case can show."""
    stay = case.stays.filter(ended=None).first()
    if case.state == "open":
        yield f"{case.task}-{case.step}"
        if stay.due_at < NOW:
            yield "lewat"
        if case.task == "draft" and case.stays.filter(task="approve").exists():
            yield "dikembalikan"
    elif case.state == "held":
        yield "siap" if case.task == "deliver" else "tertunda"
    else:
        yield {"given": "diberi", "replied": "dijawab", "refused": "ditolak"}.get(case.ending, "tertulis")


def seat_nobody() -> None:
    """Add an account that holds no post."""
    from requests_app.models import User
    from requests_app.models.base import save_tracked

    user = User(username=NOBODY, full_name="Belum Ditugaskan")
    user.set_password(f"peragaan-{NOBODY}")
    save_tracked(user, user=None, now=NOW, reason="Untuk gambar")


def build_books() -> None:
    """Build one long book, leave one under way and one cut off."""
    from requests_app.models import User
    from tests.browser.places import long_books

    long_books(User.objects.get(username="admin"))


# -- Taking them -------------------------------------------------------------------------------------------------------


class Camera:
    """Takes each screen in each of its states, with one profile per person and device."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address
        self.windows: dict[tuple[str, bool, bool], Any] = {}
        self.taken: list[str] = []

    def take(self, picture: Picture) -> None:
        """Photograph one screen in all its states."""
        for state in ("", *picture.states):
            page = self.window(picture.who, "ponsel" in state, "gelap" in state)
            page.goto(picture.path)
            if state == ERROR and not self.refused(page):
                continue  # nothing on this page can be left out
            name = f"{picture.name}-{state}" if state else picture.name
            page.screenshot(path=TARGET / f"{name}.png", full_page=True)
            self.taken.append(name)

    def refused(self, page: Any) -> bool:
        """Send the page's form empty; tell whether it came back with its errors."""
        if not page.locator(FORM).count():
            return "Galat" in page.title()
        with page.expect_navigation():
            page.evaluate(EMPTY_FORM)
        return page.title().startswith("Galat")

    def window(self, who: str, phone: bool, dark: bool) -> Any:
        """Open a person's window; log in when there is a person."""
        from tests.browser.chromium import DESK, PHONE, PLACE

        key = (who, phone, dark)
        if key not in self.windows:
            device = PHONE if phone else DESK
            scheme = "dark" if dark else "light"
            context = self.browser.new_context(base_url=self.address, color_scheme=scheme, **PLACE, **device)
            self.windows[key] = context.new_page()
            if who:
                self.log_in(self.windows[key], who)
        return self.windows[key]

    def log_in(self, page: Any, who: str) -> None:
        """Log in as the demonstration lets everybody."""
        page.goto("/masuk/")
        page.fill("main [name=username]", who)
        page.fill("main [name=password]", f"peragaan-{who}")
        with page.expect_navigation():
            page.click("main .btn")


def take_papers(cases: dict[str, Any], folder: Path) -> list[str]:
    """Print every paper from the command line and turn its pages into pictures."""
    from django.core.management import call_command

    taken = []
    for name, words in papers(cases).items():
        pdf = folder / f"{name}.pdf"
        call_command("print", *words, "-o", str(pdf), stdout=StringIO())
        subprocess.run(["pdftoppm", "-r", "110", "-png", "-l", "6", pdf, TARGET / f"kertas-{name}"], check=True)
        taken.append(f"kertas-{name}")
    return taken


def write_index() -> int:
    """Write a page that shows them all; tell how many there are."""
    files = sorted(path.name for path in TARGET.glob("*.png"))
    body = "\n".join(
        f'<figure><figcaption>{escape(f)}</figcaption><img src="{escape(f)}" loading="lazy"></figure>' for f in files
    )
    page = f'<!doctype html><html lang="id"><meta charset="utf-8"><title>Gambar</title>\n{body}\n</html>\n'
    (TARGET / "index.html").write_text(page, encoding="utf-8")
    return len(files)


@contextmanager
def demonstration(folder: str) -> Iterator[dict[str, Any]]:
    """Play the demonstration into a data folder of its own; give its cases."""
    os.environ.update(DATA_DIR=folder, HTTPS="0", DJANGO_SETTINGS_MODULE="kpu_desk.settings")
    for name in ("DATABASE_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "PUBLIC_URL", "TRUSTED_PROXIES"):
        os.environ.pop(name, None)
    import django
    import time_machine

    django.setup()
    logging.disable(logging.WARNING)  # refused forms are wanted here
    from django.core.management import call_command
    from django.db import connections

    with time_machine.travel(NOW):
        call_command("migrate", verbosity=0)
        call_command("demo", no_serve=True, stdout=StringIO())
        seat_nobody()
        build_books()
        yield survey()
    connections.close_all()


def main(wanted: list[str]) -> None:
    """Take all pictures, or those whose name holds one of the words."""
    with tempfile.TemporaryDirectory() as folder, demonstration(folder) as cases:
        from playwright.sync_api import sync_playwright

        from tests.browser.chromium import launch
        from tests.browser.server import collect, serving

        TARGET.mkdir(parents=True, exist_ok=True)
        collect()
        if not wanted:
            for old in TARGET.glob("*.png"):
                old.unlink()
            take_papers(cases, Path(folder))
        chosen = [one for one in pictures(cases) if not wanted or any(word in one.name for word in wanted)]
        with serving() as address, sync_playwright() as playwright:
            camera = Camera(launch(playwright), address)
            for picture in chosen:
                camera.take(picture)
            camera.browser.close()
    print(f"{write_index()} gambar di {TARGET.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main(sys.argv[1:])
