"""Visitors at the desk: the oral path, its detours and its endings."""

from dataclasses import replace

from .moves import (
    ANOTHER,
    DAY,
    MET,
    TOLD,
    WALK_IN,
    InDays,
    Later,
    Move,
    OtherCase,
    Plot,
    act,
    approve,
    ask,
    assign,
    draft,
    end,
    give,
    hold,
    identify,
    meet,
    opened,
    ready,
    resume,
    study,
    together,
    told,
    visit,
)

VISITS = (
    Plot("langsung", (*TOLD, give())),
    Plot("langsung-sekretaris", (visit("sekretaris"), ask(), meet(), told(), give(22))),
    Plot("langsung-anggota", (visit("anggota1"), ask(), meet(), told(2.5), give(12))),
    Plot("langsung-lewat-waktu", (visit(minutes=4.4), ask(5), meet(14), told(9), give(52))),
    Plot("lewat-sekretaris", (*MET, told(to="sekretaris"), told(2), give(19))),
    Plot("satu-ruangan", (visit(), ask(), together(6, "ketua"), give())),
    Plot("dicatat-sekretaris", (*MET, told(who="sekretaris", manner="lisan"), give(25))),
    Plot(
        "dikonfirmasi",
        (*MET, told(who="helpdesk", manner="lisan"), give(), act("confirm", 130, "ketua", disposition="", true=True)),
    ),
    Plot(
        "dibantah",
        (
            *MET,
            told(who="sekretaris", manner="lisan"),
            act("confirm", 8, "ketua", disposition="", true=False, note="Bukan ke subbagian ini; alihkan."),
            act("redirect", 4, "sekretaris", holder=ANOTHER, reason="Disposisi dibantah Ketua."),
            give(),
        ),
    ),
    Plot("belum-dikonfirmasi", (*MET, told(who="kasubag2", to="kasubag2", manner="lisan"), give(20))),
    Plot(
        "pejabat-lain",
        (visit(), ask(result="pejabat_lain", official="anggota3", note="Ketua dinas luar"), meet(), told(), give()),
    ),
    Plot("janji-temu", (visit(), ask(result="janji", appointment_at=Later(DAY)), ask(DAY), meet(), told(), give(11))),
    Plot("terjawab", (*MET, end("answered", 4, "ketua", statement="Dijelaskan langsung; pemohon cukup mencatat."))),
    Plot(
        "menulis-surat",
        (
            *TOLD,
            end("to_letter", 6, statement="Data memuat rincian yang harus dijawab tertulis."),
            act("receive", 1.6 * DAY, addressee="ketua", files=["scan"]),
            told(),
            study(),
            identify("letter"),
            assign(),
            draft(),
            approve(),
            give(6),
        ),
    ),
    Plot("ditarik-pemohon", (*TOLD, end("withdrawn", 9, "helpdesk", statement="Pemohon menemukan datanya di laman."))),
    Plot(
        "ganda",
        (
            visit(),
            end(
                "duplicate",
                3,
                "helpdesk",
                statement="Terdaftar dua kali oleh petugas pengganti.",
                true_case=OtherCase("langsung"),
            ),
        ),
    ),
    Plot(
        "tidak-dikuasai",
        (*TOLD, end("not_held", 12, statement="Data ini tidak dihimpun KPU.", holding_body="Dinas Sosial Kota Kupang")),
        "elsewhere_visit",
    ),
    Plot(
        "belum-didokumentasikan",
        (*TOLD, end("not_documented", 12, statement="Laporan masih disusun.", until=InDays(40))),
        "later_visit",
    ),
    Plot(
        "tidak-lengkap",
        (
            visit(),
            hold("identitas", "Pemohon diminta menunjukkan KTP", 4, "helpdesk"),
            end("incomplete", 5.2 * DAY, "helpdesk", statement="KTP tidak ditunjukkan sampai batasnya."),
        ),
    ),
    Plot("siap-diambil", (*TOLD, ready(14), give(0.8 * DAY, "helpdesk", handed_medium="cetak"))),
    Plot(
        "lewat-kuasa",
        (
            *TOLD,
            ready(15, "WhatsApp"),
            give(
                190,
                "helpdesk",
                receiver_kind="kuasa",
                receiver_name="Ester Lodo Bani",
                proxy_letter="Surat kuasa khusus 2/XI",
            ),
        ),
    ),
    Plot(
        "tidak-diambil",
        (*TOLD, ready(12), end("not_collected", 7 * DAY, "helpdesk", statement="Tiga kali dihubungi, tidak diambil.")),
    ),
    Plot("alih", (*TOLD, opened(2), act("redirect", 3, holder=ANOTHER, reason="Bukan bidang saya."), give(15))),
    Plot(
        "tarik", (*TOLD, act("recall", 2, "ketua", reason="Salah pilih subbagian."), told(2, to="kasubag4"), give(14))
    ),
    Plot(
        "koreksi",
        (
            *TOLD,
            give(15),
            act(
                "correct_registration",
                90,
                "helpdesk",
                reason="Salah ketik nomor telepon.",
                phone="081200009901",
            ),
        ),
    ),
    Plot(
        "dibuka-kembali",
        (
            *TOLD,
            give(17),
            act("reopen", DAY, "sekretaris", reason="Data yang diserahkan kurang satu kelurahan.", step="deliver"),
            give(21, description="Data baku yang dilengkapi", files=["csv"]),
        ),
    ),
    Plot(
        "listrik-padam",
        (
            Move("start", 2, "helpdesk", {"entry": WALK_IN, "addressee": "ketua", "emergency_number": 3}, 75),
            replace(ask(1), paper=73),
            replace(meet(1), paper=66),
            replace(told(1, who="helpdesk", manner="tulisan"), paper=63),
            replace(give(1, "helpdesk"), paper=40),
        ),
    ),
    Plot(
        "telepon",
        (visit(channel="telepon"), ask(), meet(4), told(), give(24, handed_medium="surel", receiver_kind="elektronik")),
    ),
    Plot(
        "pejabat-berhalangan",
        (
            visit(),
            ask(),
            hold("berhalangan", "Ketua dipanggil rapat KPU Provinsi", 2, "helpdesk"),
            resume(150, "Ketua kembali", "helpdesk"),
            meet(6),
            told(),
            give(),
        ),
    ),
)
