"""A wording tried on sample data: what an admin sees before it is used."""

from datetime import date

from ..models.case import InformationRequest
from ..models.letters import fill_placeholders
from ..models.people import Post, PostKind
from ..models.records import RawData, ReplyLetter
from ..outcomes import OUTCOMES
from .letters import reply_letter
from .render import Printed

VALUES = {
    "rujukan": "surat Saudara nomor 12/CONTOH/XI/2026 tanggal 20 November 2026 perihal Permohonan data pemilih",
    "nama": "Pemohon Contoh",
    "nomor_permohonan": "0001/PPID/CONTOH",
    "tanggal_permohonan": "23 November 2026",
    "informasi": "data pemilih tetap per kelurahan",
    "data_baku": "rekapitulasi daftar pemilih tetap per kelurahan",
    "pasal": "Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
    "uji_konsekuensi": "Berita Acara KPU Provinsi nomor 1/CONTOH/2026",
    "badan_lain": "Badan Publik Contoh",
    "perkiraan": "Januari 2027",
    "waktu_wawancara": "Rabu, 25 November 2026, pukul 09.00 WITA",
    "divisi": "Divisi Contoh",
    "tempat": "Kantor KPU Kota Kupang",
    "kantor": "KPU Kota Kupang",
}


def sample_letter(outcome: str, body: str, day: date) -> Printed:
    """Draw a letter of invented data with a wording whose placeholders were checked."""
    signer = Post.objects.filter(kind=PostKind.KETUA).first() or Post(title="Ketua")
    return reply_letter(
        ReplyLetter(
            case=InformationRequest(number=VALUES["nomor_permohonan"]),
            raw_data=RawData(pk=-1, description=VALUES["data_baku"]),
            outcome=outcome,
            subject="Contoh surat balasan",
            recipient=VALUES["nama"],
            recipient_address="Kupang",
            body=fill_placeholders(body, VALUES),
            signer=signer,
            letter_date=day,
            no_attachment=not OUTCOMES[outcome].gives_data,
        ),
        enclosures=[],
    )
