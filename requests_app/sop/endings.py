"""Endings outside the decree [D, L], and the decree's own two named.

Each says from which rows a case may leave, who may end it, what the closing record must hold and what
paper goes with it. Rows 4, 11 and 13 end a case by themselves; their endings are marked `decree`.
"""

from .shapes import Actor, Ending

DESK, KETUA, SEKRETARIS, KASUBAG = Actor.HELPDESK, Actor.KETUA, Actor.SEKRETARIS, Actor.KASUBAG
ALL_ROWS = tuple(range(1, 14))
AFTER_REGISTRATION = tuple(range(2, 14))
NOTICE = "Pemberitahuan Tertulis (PPID-D)"

_ROWS = (
    Ending("given", "Data diberikan", "", (4, 11), (KASUBAG, DESK), by_task="deliver", decree=True),
    Ending("replied", "Dijawab dengan surat", "", (13,), (KASUBAG, DESK), by_task="deliver", decree=True),
    Ending(
        "other_official",
        "Dialihkan ke pejabat lain",
        "",
        (2,),
        (DESK,),
        moves_to=2,
        by_task="availability",
    ),
    Ending(
        "appointment",
        "Dijanjikan bertemu",
        "",
        (2,),
        (DESK,),
        moves_to=2,
        by_task="availability",
        paper="Tanda bukti dengan waktu janji temu",
    ),
    Ending(
        "to_letter",
        "Dilanjutkan dengan surat",
        "Minta pemohon menulis surat",
        (2, 3, 4),
        (DESK, KETUA, SEKRETARIS, KASUBAG),
        needs=("statement",),
        paper="Tanda bukti dengan nomor pendaftaran yang sama",
        moves_to=5,
        law="Penolakan selalu tertulis: UU 14/2008 pasal 22 ayat (7)",
    ),
    Ending(
        "answered",
        "Terjawab dalam pertemuan",
        "Terjawab dalam pertemuan",
        (2, 3),
        (DESK, KETUA, SEKRETARIS),
        needs=("statement",),
        paper="Jawaban dicatat pada register",
        answers=True,
    ),
    Ending(
        "incomplete",
        "Tidak dapat diproses: identitas tidak lengkap",
        "Tidak dapat diproses (identitas tidak lengkap)",
        AFTER_REGISTRATION,
        (DESK, SEKRETARIS),
        needs=("statement",),
        paper="Catatan pemberitahuan kekurangan",
        law="3 hari kerja memberi tahu, 3 hari kerja melengkapi: Perki 1/2021",
        voids=True,
    ),
    Ending(
        "withdrawn",
        "Ditarik pemohon",
        "Pemohon menarik permohonan",
        AFTER_REGISTRATION,
        (DESK, SEKRETARIS, KASUBAG),
        needs=("statement",),
        paper="Pernyataan pemohon, lisan atau tertulis",
        voids=True,
    ),
    Ending(
        "duplicate",
        "Salah atau ganda daftar",
        "Salah atau ganda daftar",
        ALL_ROWS,
        (DESK, SEKRETARIS),
        needs=("statement", "true_case"),
        voids=True,
    ),
    Ending(
        "not_collected",
        "Tidak diambil setelah diberi tahu",
        "Tidak diambil setelah diberi tahu",
        (4, 11, 13),
        (DESK, KASUBAG),
        needs=("statement",),
        paper="Bukti pemberitahuan siap diambil",
        voids=True,
    ),
    Ending(
        "not_held",
        "Informasi tidak dikuasai",
        "Tidak dikuasai di sini",
        (4, 7, 8, 9),
        (KASUBAG, SEKRETARIS),
        needs=("statement", "holding_body"),
        paper=NOTICE,
        law="UU 14/2008 pasal 22 ayat (7)",
        answers=True,
    ),
    Ending(
        "not_documented",
        "Belum didokumentasikan",
        "Belum didokumentasikan",
        (4, 7, 8, 9),
        (KASUBAG, SEKRETARIS),
        needs=("statement", "until"),
        paper=NOTICE,
        law="UU 14/2008 pasal 22 ayat (7)",
        answers=True,
    ),
    Ending(
        "interviewed",
        "Wawancara dilaksanakan",
        "Catat hasil wawancara",
        (9,),
        (KASUBAG, KETUA),
        needs=("statement", "division", "interview_on"),
        answers=True,
    ),
    # Always in writing, so only a letter of rows 12 and 13 carries them (art. 17 a–j).
    Ending(
        "refused",
        "Ditolak",
        "",
        (13,),
        (KASUBAG, DESK),
        by_task="deliver",
        paper="Surat balasan",
        law="UU 14/2008 pasal 17",
    ),
    Ending(
        "partly_refused",
        "Diberikan sebagian",
        "",
        (13,),
        (KASUBAG, DESK),
        by_task="deliver",
        paper="Surat balasan",
        law="UU 14/2008 pasal 17",
    ),
)
ENDINGS = {ending.slug: ending for ending in _ROWS}
