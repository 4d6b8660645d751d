"""What nobody means to send: numbers, days, words, parameters, content types and files."""

MARK = "<x-fuzz>"
NUMBERS = """0 1 -1 2 13 99 32767 32768 2147483647 2147483648 9223372036854775807 9223372036854775808
    99999999999999999999999 -9e9 1e308 NaN Infinity 1_000 0x10 ٣ ² ½ 1.5 1,5 00000000001""".split()
DAYS = """0001-01-01 0026-11-23 0206-01-01 1969-12-31 2016-11-23 2026-11-23 2026-11-28 2026-02-30 2206-01-01
    9999-12-31 0000-00-00 99999-01-01 23/11/26 2026-11-23T08:00 2026-11-23T24:00 0001-01-01T00:00 9999-12-31T23:59
    0026-11-23T08:00 24:00 07:30 99:99 2026-11 2026-13 0001 2026 2026-11-23_2026-11-27 0001-01-01_9999-12-31""".split()
TEXTS = [
    "", " ", "\0", "a\0b", "\x1b[31m", "\u202eterbalik", "\u200b", "\u2066x", "😀" * 40, "e\u0301" * 30,
    "漢字 ꦗꦮ हिन्दी",
    MARK, f'"{MARK}', "'; DROP TABLE x; --", "{{7*7}}", "%s%d%n", "%", "\\", "../../etc/passwd", "C:\\con",
    "\r\nSet-Cookie: a=b",
    "a" * 201, "a" * 5_001, "ab " * 2_000, "\n" * 500, "null", "true", "on", "[]", "{}", "{nama", "}", "{tidak_ada}",
    "tidak ada", "081237905512", "DRT-0001/2026", "drt 999999/0001", "5371011203890001", "#" * 30,
    "| a |\n|---|\n" * 50,
]  # fmt: skip
QUERIES = """q state step holder entry channel since until ending law late what begin end at timing hal setelah sebelum
    bulan dari sampai varian kode nomor sidik cetakan konsep baru peramban post next o p e all _facets _popup _to_field
    date__year date__month date__day kind__exact active__exact begins__gte id__exact pk__in user__id__exact
    post__kind__exact is_active__exact step__exact _changelist_filters""".split()
PLACES = ["1-2-3", "9-9999999999999999-999999999", "1-99999999999999999-1", "-1-1-1", *NUMBERS[:12]]
KINDS = [
    "application/json", "text/plain", "", "multipart/form-data", "multipart/form-data; boundary=", "application/xml",
    "x",
    "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=tidak-ada",
    "multipart/form-data; boundary=" + "b" * 300,
]  # fmt: skip
FILES = [
    b"", b"x", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF", b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n" + bytes(40), b"\xd0\xcf\x11\xe0", b"a;b\n1;2\n", b"<html>", bytes(2_000),
    "é".encode("utf-16"),
]  # fmt: skip
NAMES = [
    "surat.pdf",
    "foto.JPG",
    "a.csv",
    "",
    "..",
    "a\0b.pdf",
    "\u202efdp.exe",
    "n" * 300 + ".pdf",
    "con",
    "a/b.png",
    ".",
]
