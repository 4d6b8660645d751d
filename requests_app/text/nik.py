"""NIK: 16 digits = region 6 + DDMMYY (women DD+40) + serial 4 (DOMAIN section 5). Pure.

What cannot be a NIK is an error; what is merely unusual is a warning and never stops a clerk.
"""

from dataclasses import dataclass

LENGTH = 16
WOMEN = 40  # added to the day of birth
BIRTH_DAYS = {*range(1, 32), *range(1 + WOMEN, 32 + WOMEN)}
# The first two digits of a region are its province (Kemendagri's list); new provinces only bring a warning.
PROVINCES = {
    *"11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53".split(),
    *"61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96".split(),
}


@dataclass(frozen=True)
class Checked:
    """What is wrong with a NIK, and what is only unusual."""

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def check(nik: str) -> Checked:
    """Judge a NIK as typed, spaces aside."""
    nik = nik.replace(" ", "")
    if not (nik.isascii() and nik.isdigit()):
        return Checked(errors=("NIK hanya berisi angka.",))
    if len(nik) != LENGTH:
        return Checked(errors=(f"NIK harus 16 angka; sekarang {len(nik)}.",))
    errors = [sentence for wrong, sentence in _impossible(nik) if wrong]
    if errors:
        return Checked(errors=tuple(errors))
    return Checked(warnings=tuple(sentence for unusual, sentence in _unusual(nik) if unusual))


def _impossible(nik: str) -> list[tuple[bool, str]]:
    day, month = int(nik[6:8]), int(nik[8:10])
    return [
        (day not in BIRTH_DAYS, "Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin."),
        (not 1 <= month <= 12, "Angka ke-9 dan ke-10 NIK (bulan lahir) tidak mungkin."),
        (nik[12:] == "0000", "Empat angka terakhir NIK tidak boleh 0000."),
    ]


def _unusual(nik: str) -> list[tuple[bool, str]]:
    day, month = int(nik[6:8]) % WOMEN, int(nik[8:10])
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return [
        (nik[:2] not in PROVINCES, "Kode wilayah NIK tidak dikenal; periksa lagi bila sempat."),
        (day > longest, "Tanggal lahir pada NIK tidak ada di bulannya; periksa lagi bila sempat."),
    ]
