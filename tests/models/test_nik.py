"""NIK and telephone as DOMAIN sections 5 and 6 rule them."""

import pytest

from requests_app.text import nik, telephone


@pytest.mark.parametrize("good", ["5371010101900001", "5371 0171 0190 0001", "5371014112900001", "5371013101900001"])
def test_a_sound_nik_has_neither_error_nor_warning(good):
    assert nik.check(good) == nik.Checked()


@pytest.mark.parametrize(
    ("bad", "errors"),
    [
        ("537101010190000", ("NIK harus 16 angka; sekarang 15.",)),
        ("53710101019000011", ("NIK harus 16 angka; sekarang 17.",)),
        ("5371O10101900001", ("NIK hanya berisi angka.",)),
        ("", ("NIK hanya berisi angka.",)),
        ("5371010001900001", ("Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin.",)),
        ("5371013201900001", ("Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin.",)),
        ("5371014001900001", ("Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin.",)),
        ("5371017201900001", ("Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin.",)),
        ("5371010100900001", ("Angka ke-9 dan ke-10 NIK (bulan lahir) tidak mungkin.",)),
        ("5371010113900001", ("Angka ke-9 dan ke-10 NIK (bulan lahir) tidak mungkin.",)),
        ("5371010101900000", ("Empat angka terakhir NIK tidak boleh 0000.",)),
    ],
)
def test_what_cannot_be_a_nik_is_an_error(bad, errors):
    assert nik.check(bad) == nik.Checked(errors=errors)


@pytest.mark.parametrize(
    ("odd", "warnings"),
    [
        ("9971010101900001", ("Kode wilayah NIK tidak dikenal; periksa lagi bila sempat.",)),
        ("5371013002900001", ("Tanggal lahir pada NIK tidak ada di bulannya; periksa lagi bila sempat.",)),
        ("5371017104900001", ("Tanggal lahir pada NIK tidak ada di bulannya; periksa lagi bila sempat.",)),
    ],
)
def test_what_is_only_unusual_is_a_warning(odd, warnings):
    assert nik.check(odd) == nik.Checked(warnings=warnings)


@pytest.mark.parametrize("typed", ["0812 3790 5512", "+62 812-3790-5512", "62812 37905512", "(0812) 3790.5512"])
def test_telephone_numbers_of_one_line_are_the_same(typed):
    assert telephone.digits(typed) == "081237905512"


@pytest.mark.parametrize("typed", ["tidak ada", "Tidak Ada ", "-"])
def test_no_telephone_is_an_answer(typed):
    assert (telephone.digits(typed), telephone.is_none(typed)) == ("", True)
