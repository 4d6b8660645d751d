"""The acts about no single case, as one list: who keeps the books, takes them out, closes a month, prints forms."""

from dataclasses import dataclass

from ..models.people import Appointment, Post, PostKind
from .people import Acting
from .refusals import NotPermitted

HELPDESK, KETUA, ANGGOTA = PostKind.HELPDESK, PostKind.KETUA, PostKind.ANGGOTA
SEKRETARIS, ADMIN, AUDITOR = PostKind.SEKRETARIS, PostKind.ADMIN, PostKind.AUDITOR


@dataclass(frozen=True)
class OfficeAct:
    """An act of the office: the kinds of post that may do it, and what is told everybody else."""

    kinds: tuple[PostKind, ...]
    wrong: str

    def check(self, acting: Acting) -> Appointment:
        """Say in which appointment it is done. Raises NotPermitted."""
        held = acting.of_kind(*self.kinds)
        if held is None:
            raise NotPermitted(self.wrong)
        return held

    def may(self, acting: Acting) -> bool:
        """Tell whether a person may do it."""
        return acting.of_kind(*self.kinds) is not None


# Who keeps or inspects the books may take them out of the desk on paper.
TAKE_BOOKS = OfficeAct(
    (HELPDESK, SEKRETARIS, KETUA, ADMIN, AUDITOR),
    "Buku dicetak oleh Help Desk, Ketua, Sekretaris, admin, atau pemeriksa.",
)
KEEP_BOOKS = OfficeAct((HELPDESK, SEKRETARIS, ADMIN), "Buku ekspedisi disimpan oleh Help Desk, Sekretaris, atau Admin.")
CLOSE_MONTH = OfficeAct((ADMIN,), "Bulan ditutup oleh Admin.")
WRITE_YEARLY = OfficeAct((SEKRETARIS, ADMIN), "Laporan tahunan ditulis oleh Sekretaris atau Admin.")
PRINT_NUMBERED = OfficeAct((ADMIN, HELPDESK), "Formulir darurat dicetak oleh admin atau Help Desk.")
TAKE_PERFORMANCE = OfficeAct(
    (SEKRETARIS, KETUA, ANGGOTA, ADMIN, AUDITOR),
    "Laporan kinerja diunduh oleh Sekretaris, Ketua, Anggota, admin, atau pemeriksa.",
)
MIND_CALENDAR = OfficeAct(
    (SEKRETARIS, ADMIN, AUDITOR), "Perubahan kalender dibaca oleh Sekretaris, Admin, dan Pemeriksa."
)
FIND_PETITIONERS = OfficeAct((HELPDESK,), "Pencarian pemohon lama hanya untuk Help Desk.")
SET_UP = OfficeAct((ADMIN,), "Penyiapan kantor dilakukan oleh Admin; jabatan Anda hari ini tidak berwenang.")
ENTER_PAPER = OfficeAct(
    (HELPDESK, KETUA, ANGGOTA, SEKRETARIS, PostKind.KASUBAG),
    "Catat susulan dilakukan oleh pejabat yang mengerjakan langkah SOP.",
)


def check_presence(acting: Acting, post: Post) -> Appointment:
    """Say who enters whether an official can be met: the official, or the Help Desk. Raises NotPermitted."""
    held = acting.at(post.pk) or acting.of_kind(HELPDESK)
    if held is None:
        raise NotPermitted("Kesediaan dicatat oleh pejabatnya sendiri atau oleh Help Desk.")
    return held
