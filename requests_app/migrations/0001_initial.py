"""Every table of the desk."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import requests_app.models.case
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="StepRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
            ],
            options={
                "verbose_name": "catatan tindakan",
                "verbose_name_plural": "catatan tindakan",
                "ordering": ["-act", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="InformationRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60, verbose_name="nomor pendaftaran")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(null=True, verbose_name="nomor urut")),
                (
                    "code",
                    models.CharField(
                        default=requests_app.models.case.new_code,
                        editable=False,
                        max_length=8,
                        unique=True,
                        verbose_name="kode lacak",
                    ),
                ),
                ("entry", models.PositiveSmallIntegerField(verbose_name="langkah awal")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("langsung", "Datang langsung"),
                            ("surat", "Surat"),
                            ("telepon", "Telepon"),
                            ("whatsapp", "WhatsApp"),
                            ("surel", "Surel"),
                            ("instagram", "Instagram"),
                            ("facebook", "Facebook"),
                        ],
                        max_length=12,
                        verbose_name="saluran",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="diterima")),
                (
                    "emergency_number",
                    models.CharField(blank=True, max_length=30, verbose_name="nomor formulir darurat"),
                ),
                ("information", models.TextField(max_length=4000, verbose_name="informasi yang dibutuhkan")),
                ("purpose", models.TextField(blank=True, max_length=1000, verbose_name="tujuan penggunaan")),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[("tahapan", "Tahapan Pemilu"), ("badan_publik", "KPU sebagai Badan Publik")],
                        max_length=14,
                        verbose_name="kategori",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("softcopy", "Salinan softcopy"),
                            ("hardcopy", "Salinan hardcopy"),
                            ("melihat", "Melihat/mencatat"),
                        ],
                        max_length=10,
                        verbose_name="cara memperoleh",
                    ),
                ),
                (
                    "collection",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ambil", "Ambil langsung"),
                            ("surel", "Surel"),
                            ("kurir", "Kurir"),
                            ("pos", "Pos"),
                            ("faksimili", "Faksimili"),
                        ],
                        max_length=10,
                        verbose_name="cara mendapat salinan",
                    ),
                ),
                ("confidential", models.BooleanField(default=False, verbose_name="rahasia")),
                ("edition", models.CharField(default="2020", max_length=10, verbose_name="edisi SOP")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Berjalan"), ("held", "Ditunda"), ("ended", "Selesai")],
                        default="open",
                        max_length=6,
                        verbose_name="keadaan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(null=True, verbose_name="langkah")),
                ("task", models.CharField(blank=True, max_length=12, verbose_name="tugas")),
                ("target", models.PositiveIntegerField(null=True, verbose_name="target (menit kerja)")),
                ("order", models.CharField(blank=True, max_length=8, verbose_name="perintah")),
                ("act", models.PositiveIntegerField(default=0, verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("was_held", models.BooleanField(default=False, verbose_name="pernah ditunda")),
                ("ending", models.CharField(blank=True, max_length=20, verbose_name="penyelesaian")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="dijawab tertulis")),
            ],
            options={
                "verbose_name": "permohonan",
                "verbose_name_plural": "permohonan",
                "ordering": ["-received_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Instruction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=80, unique=True, verbose_name="isi")),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("data", "Data saja"), ("letter", "Dengan surat balasan")],
                        max_length=8,
                        verbose_name="perintah",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "verbose_name": "isi disposisi",
                "verbose_name_plural": "isi disposisi",
                "ordering": ["rank", "text"],
            },
        ),
        migrations.CreateModel(
            name="LateReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "text",
                    models.CharField(
                        error_messages={"unique": "Alasan ini sudah ada dalam daftar."},
                        max_length=80,
                        unique=True,
                        verbose_name="alasan",
                    ),
                ),
                (
                    "needs_words",
                    models.BooleanField(
                        default=False,
                        help_text="Yang memilihnya harus menuliskan penjelasan.",
                        verbose_name="perlu penjelasan",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "verbose_name": "alasan lewat waktu",
                "verbose_name_plural": "alasan lewat waktu",
                "ordering": ["rank", "text"],
            },
        ),
        migrations.CreateModel(
            name="Numbering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pendaftaran", "Nomor pendaftaran"),
                            ("agenda", "Nomor agenda surat masuk"),
                            ("surat", "Nomor surat balasan"),
                            ("ekspedisi", "Nomor buku ekspedisi"),
                        ],
                        max_length=12,
                        unique=True,
                        verbose_name="jenis nomor",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("sendiri", "Seri sendiri"), ("kantor", "Nomor kantor (diketik)")],
                        default="sendiri",
                        max_length=8,
                        verbose_name="cara",
                    ),
                ),
                (
                    "template",
                    models.CharField(
                        help_text="Isian: {nomor} atau {nomor:4} (empat angka), {kode}, {wilayah}, {bulan} Romawi, {tahun}.",
                        max_length=80,
                        verbose_name="pola",
                    ),
                ),
            ],
            options={
                "verbose_name": "penomoran",
                "verbose_name_plural": "penomoran",
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(default="Komisi Pemilihan Umum Kota Kupang", max_length=120, verbose_name="nama"),
                ),
                ("short_name", models.CharField(default="KPU Kota Kupang", max_length=60, verbose_name="nama singkat")),
                ("region_code", models.CharField(default="5371", max_length=10, verbose_name="kode wilayah")),
                ("city", models.CharField(default="Kupang", max_length=60, verbose_name="tempat surat")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="kode pos")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("website", models.CharField(blank=True, max_length=100, verbose_name="laman")),
                ("emblem", models.FileField(blank=True, upload_to="office/", verbose_name="lambang (PNG)")),
                (
                    "calendar_version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="versi kalender"),
                ),
            ],
            options={
                "verbose_name": "kantor",
                "verbose_name_plural": "kantor",
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("helpdesk", "Help Desk"),
                            ("ketua", "Ketua"),
                            ("anggota", "Anggota"),
                            ("sekretaris", "Sekretaris"),
                            ("kasubag", "Kasubag"),
                            ("staff", "Staf subbagian"),
                            ("admin", "Admin"),
                            ("pemeriksa", "Pemeriksa"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="nama jabatan")),
                ("short_title", models.CharField(max_length=60, verbose_name="sebutan singkat")),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("rank", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
            ],
            options={
                "verbose_name": "jabatan",
                "verbose_name_plural": "jabatan",
                "ordering": ["rank", "title"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("full_name", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                ("title_before", models.CharField(blank=True, max_length=40, verbose_name="gelar depan")),
                ("title_after", models.CharField(blank=True, max_length=60, verbose_name="gelar belakang")),
                ("nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "pengguna",
                "verbose_name_plural": "pengguna",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("definitif", "Definitif"), ("plt", "Plt."), ("plh", "Plh.")],
                        default="definitif",
                        max_length=10,
                        verbose_name="sebagai",
                    ),
                ),
                ("begins", models.DateField(verbose_name="sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="sampai")),
                ("decree", models.CharField(blank=True, max_length=120, verbose_name="nomor surat perintah/keputusan")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
            ],
            options={
                "verbose_name": "penugasan",
                "verbose_name_plural": "penugasan",
                "ordering": ["post__rank", "begins"],
            },
        ),
        migrations.CreateModel(
            name="Expedition",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="nomor urut")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(null=True)),
                ("contents", models.CharField(max_length=400, verbose_name="isi singkat")),
                ("addressed_to", models.CharField(max_length=200, verbose_name="ditujukan kepada")),
                (
                    "receiver_kind",
                    models.CharField(
                        choices=[
                            ("pemohon", "Pemohon sendiri"),
                            ("kuasa", "Kuasa (KTP dan surat kuasa dilihat)"),
                            ("kurir", "Kurir/pos"),
                            ("elektronik", "Dikirim secara elektronik"),
                        ],
                        default="pemohon",
                        max_length=10,
                        verbose_name="penerima",
                    ),
                ),
                ("receiver_name", models.CharField(max_length=150, verbose_name="nama penerima")),
                ("proxy_letter", models.CharField(blank=True, max_length=100, verbose_name="surat kuasa")),
                ("waybill", models.CharField(blank=True, max_length=60, verbose_name="nomor resi")),
                (
                    "medium",
                    models.CharField(
                        choices=[
                            ("cetak", "Cetakan"),
                            ("flashdisk", "Flash disk"),
                            ("surel", "Surel"),
                            ("whatsapp", "WhatsApp"),
                            ("melihat", "Dilihat/dicatat di tempat"),
                            ("kurir", "Kurir/pos"),
                        ],
                        max_length=10,
                        verbose_name="media",
                    ),
                ),
                ("archive_place", models.CharField(blank=True, max_length=100, verbose_name="tempat arsip")),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                ("refused_to_sign", models.BooleanField(default=False, verbose_name="menolak tanda tangan")),
                ("witness", models.CharField(blank=True, max_length=150, verbose_name="saksi")),
                ("cost", models.CharField(blank=True, max_length=100, verbose_name="biaya dan cara bayar")),
                ("booked_on", models.DateField(editable=False, verbose_name="hari pada buku")),
            ],
            options={
                "verbose_name": "buku ekspedisi",
                "verbose_name_plural": "buku ekspedisi",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="RawData",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("description", models.TextField(max_length=2000, verbose_name="uraian data baku")),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cetak", "Cetakan"),
                            ("flashdisk", "Flash disk"),
                            ("surel", "Surel"),
                            ("whatsapp", "WhatsApp"),
                            ("melihat", "Dilihat/dicatat di tempat"),
                            ("kurir", "Kurir/pos"),
                        ],
                        max_length=10,
                        verbose_name="media",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber data")),
            ],
            options={
                "verbose_name": "data baku",
                "verbose_name_plural": "data baku",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[("lengkap", "Lengkap dan jelas"), ("perlu_penjelasan", "Perlu penjelasan pemohon")],
                        max_length=18,
                        verbose_name="hasil mencermati",
                    ),
                ),
                ("summary", models.TextField(blank=True, max_length=1000, verbose_name="pokok surat")),
            ],
            options={
                "verbose_name": "hasil mencermati",
                "verbose_name_plural": "hasil mencermati",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="WrittenNotice",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("via", models.CharField(max_length=60, verbose_name="disampaikan lewat")),
            ],
            options={
                "verbose_name": "pemberitahuan tertulis",
                "verbose_name_plural": "pemberitahuan tertulis",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.AddField(
            model_name="steprecord",
            name="appointment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_app.appointment",
                verbose_name="pelaku",
            ),
        ),
        migrations.CreateModel(
            name="BookFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("lembar", "Lembar ekspedisi bertanda tangan"),
                            ("bulan", "Buku bulan yang ditutup"),
                            ("tahun", "Buku setahun"),
                            ("laporan", "Laporan tahunan yang ditetapkan"),
                        ],
                        max_length=8,
                        verbose_name="jenis",
                    ),
                ),
                ("path", models.CharField(editable=False, max_length=80, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="nama berkas")),
                ("content_type", models.CharField(max_length=60)),
                ("size", models.PositiveIntegerField(verbose_name="ukuran (bita)")),
                ("pages", models.PositiveIntegerField(null=True, verbose_name="halaman")),
                ("sha256", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField(verbose_name="disimpan")),
                (
                    "kept_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas buku",
                "verbose_name_plural": "berkas buku",
            },
        ),
        migrations.CreateModel(
            name="CalendarChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(verbose_name="perubahan")),
                ("changed_at", models.DateTimeField(verbose_name="saat")),
                ("begins", models.DateField(verbose_name="hari pertama yang berubah")),
                ("ends", models.DateField(null=True, verbose_name="hari terakhir yang berubah")),
                ("cases", models.PositiveIntegerField(default=0, verbose_name="permohonan yang tersentuh")),
                (
                    "measured",
                    models.PositiveIntegerField(default=0, verbose_name="permohonan yang sudah dihitung ulang"),
                ),
                (
                    "last_case",
                    models.BigIntegerField(default=0, verbose_name="permohonan terakhir yang dihitung ulang"),
                ),
                ("finished", models.BooleanField(default=False, verbose_name="selesai dihitung ulang")),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "perubahan kalender",
                "verbose_name_plural": "perubahan kalender",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ClassificationCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        max_length=20,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9.\\-/]+$", "Kode berisi huruf, angka, titik, garis, tanda hubung."
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="perihal")),
                ("is_default", models.BooleanField(default=False, verbose_name="dipakai bila tidak dipilih")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
            ],
            options={
                "verbose_name": "kode klasifikasi",
                "verbose_name_plural": "kode klasifikasi",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("is_default",),
                        name="one_default_code",
                        violation_error_message="Sudah ada kode lain yang dipakai bila tidak dipilih.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_default", False), ("active", True), _connector="OR"),
                        name="default_code_active",
                        violation_error_message="Kode yang dipakai bila tidak dipilih harus tetap dipakai.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("month", models.PositiveSmallIntegerField(verbose_name="bulan")),
                ("rows", models.PositiveIntegerField(verbose_name="baris")),
                ("closed_at", models.DateTimeField(verbose_name="ditutup")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="ditutup oleh",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closed_month",
                        to="requests_app.bookfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "bulan yang ditutup",
                "verbose_name_plural": "bulan yang ditutup",
                "ordering": ["-year", "-month"],
            },
        ),
        migrations.CreateModel(
            name="DayOverride",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "date",
                    models.DateField(
                        error_messages={"unique": "Tanggal ini sudah tercatat."}, unique=True, verbose_name="tanggal"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed", "Tutup (libur, cuti bersama, tutup setempat)"),
                            ("open", "Buka (misalnya piket tahapan Pemilu)"),
                            ("not_holiday", "Libur dibatalkan (jam kerja biasa)"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="keterangan")),
                ("decree", models.CharField(blank=True, max_length=120, verbose_name="nomor SKB/keputusan")),
                ("opens", models.TimeField(blank=True, null=True, verbose_name="buka")),
                ("closes", models.TimeField(blank=True, null=True, verbose_name="tutup")),
                ("break_begins", models.TimeField(blank=True, null=True, verbose_name="istirahat mulai")),
                ("break_ends", models.TimeField(blank=True, null=True, verbose_name="istirahat selesai")),
            ],
            options={
                "verbose_name": "hari khusus",
                "verbose_name_plural": "hari khusus",
                "ordering": ["-date"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["closed", "open", "not_holiday"])),
                        name="day_override_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "open"),
                                ("closes__gt", models.F("opens")),
                                ("closes__isnull", False),
                                ("opens__isnull", False),
                            ),
                            models.Q(
                                models.Q(("kind", "open"), _negated=True),
                                ("break_begins__isnull", True),
                                ("break_ends__isnull", True),
                                ("closes__isnull", True),
                                ("opens__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="day_override_hours_when_open",
                        violation_error_message="Hari buka memerlukan waktu buka dan tutup; hari lain tidak.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("break_begins__isnull", True), ("break_ends__isnull", True)),
                            models.Q(
                                ("break_begins__isnull", False),
                                ("break_ends__isnull", False),
                                ("break_begins__gt", models.F("opens")),
                                ("break_ends__gt", models.F("break_begins")),
                                ("closes__gt", models.F("break_ends")),
                            ),
                            _connector="OR",
                        ),
                        name="day_override_break_inside",
                        violation_error_message="Istirahat harus berada di antara waktu buka dan tutup.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="deadline",
                        serialize=False,
                        to="requests_app.informationrequest",
                    ),
                ),
                ("in_stage", models.BooleanField(default=False, verbose_name="informasi tahapan pada masa tahapan")),
                ("days", models.PositiveSmallIntegerField(null=True, verbose_name="hari kerja")),
                ("extended", models.PositiveSmallIntegerField(default=0, verbose_name="diperpanjang")),
                ("due", models.DateField(db_index=True, null=True, verbose_name="batas")),
            ],
            options={
                "verbose_name": "batas menurut undang-undang",
                "verbose_name_plural": "batas menurut undang-undang",
            },
        ),
        migrations.AddField(
            model_name="steprecord",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="records",
                to="requests_app.informationrequest",
                verbose_name="permohonan",
            ),
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                ("seen_at", models.DateTimeField(verbose_name="dilihat")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="requests_app.appointment"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="requests_app.informationrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "pembukaan NIK",
                "verbose_name_plural": "pembukaan NIK",
            },
        ),
        migrations.CreateModel(
            name="Division",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("short_name", models.CharField(max_length=40, verbose_name="nama singkat")),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
            ],
            options={
                "verbose_name": "divisi",
                "verbose_name_plural": "divisi",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="division_ends_after_begins",
                        violation_error_message="Tanggal akhir divisi mendahului tanggal mulainya.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pindaian", "Pindaian surat masuk"),
                            ("bukti", "Foto/tangkapan layar disposisi"),
                            ("data", "Data baku"),
                            ("surat", "Surat balasan (PDF bernomor)"),
                            ("surat_utuh", "Surat balasan beserta lampiran"),
                            ("bertanda_tangan", "Surat bertanda tangan"),
                            ("tanda_terima", "Tanda terima bertanda tangan"),
                            ("lain", "Lampiran lain"),
                        ],
                        max_length=16,
                        verbose_name="jenis",
                    ),
                ),
                ("path", models.CharField(editable=False, max_length=80, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="nama berkas")),
                ("content_type", models.CharField(max_length=60)),
                ("size", models.PositiveIntegerField(verbose_name="ukuran (bita)")),
                ("pages", models.PositiveSmallIntegerField(null=True, verbose_name="halaman")),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded_at", models.DateTimeField(verbose_name="diunggah")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="requests_app.informationrequest",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "dokumen",
                "verbose_name_plural": "dokumen",
                "ordering": ["uploaded_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ElectionStage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150, verbose_name="tahapan")),
                ("decree", models.CharField(max_length=150, verbose_name="nomor peraturan/keputusan")),
                ("begins", models.DateField(verbose_name="mulai")),
                (
                    "ends",
                    models.DateField(
                        blank=True, help_text="Kosong: belum ditentukan.", null=True, verbose_name="berakhir"
                    ),
                ),
            ],
            options={
                "verbose_name": "tahapan Pemilu dan Pemilihan",
                "verbose_name_plural": "tahapan Pemilu dan Pemilihan",
                "ordering": ["-begins", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="election_stage_ends_after_begins",
                        violation_error_message="Tahapan berakhir sebelum dimulai.",
                    ),
                    models.UniqueConstraint(
                        fields=("name", "begins"),
                        name="election_stage_once_from_a_day",
                        violation_error_message="Tahapan ini sudah tercatat mulai tanggal itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "entry",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Registrasi"), (5, "Surat masuk")], verbose_name="jalur"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("first", models.PositiveIntegerField(verbose_name="nomor pertama")),
                ("last", models.PositiveIntegerField(verbose_name="nomor terakhir")),
                ("printed_at", models.DateTimeField(verbose_name="dicetak")),
                ("token", models.CharField(editable=False, max_length=64, null=True, unique=True)),
                (
                    "printed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="dicetak oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "cetakan formulir darurat",
                "verbose_name_plural": "cetakan formulir darurat",
                "ordering": ["-year", "-first"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalClassificationCode",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        db_index=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z0-9.\\-/]+$", "Kode berisi huruf, angka, titik, garis, tanda hubung."
                            )
                        ],
                        verbose_name="kode",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="perihal")),
                ("is_default", models.BooleanField(default=False, verbose_name="dipakai bila tidak dipilih")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kode klasifikasi",
                "verbose_name_plural": "historical kode klasifikasi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDayOverride",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "date",
                    models.DateField(
                        db_index=True, error_messages={"unique": "Tanggal ini sudah tercatat."}, verbose_name="tanggal"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed", "Tutup (libur, cuti bersama, tutup setempat)"),
                            ("open", "Buka (misalnya piket tahapan Pemilu)"),
                            ("not_holiday", "Libur dibatalkan (jam kerja biasa)"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="keterangan")),
                ("decree", models.CharField(blank=True, max_length=120, verbose_name="nomor SKB/keputusan")),
                ("opens", models.TimeField(blank=True, null=True, verbose_name="buka")),
                ("closes", models.TimeField(blank=True, null=True, verbose_name="tutup")),
                ("break_begins", models.TimeField(blank=True, null=True, verbose_name="istirahat mulai")),
                ("break_ends", models.TimeField(blank=True, null=True, verbose_name="istirahat selesai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hari khusus",
                "verbose_name_plural": "historical hari khusus",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDivision",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("short_name", models.CharField(max_length=40, verbose_name="nama singkat")),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical divisi",
                "verbose_name_plural": "historical divisi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalElectionStage",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=150, verbose_name="tahapan")),
                ("decree", models.CharField(max_length=150, verbose_name="nomor peraturan/keputusan")),
                ("begins", models.DateField(verbose_name="mulai")),
                (
                    "ends",
                    models.DateField(
                        blank=True, help_text="Kosong: belum ditentukan.", null=True, verbose_name="berakhir"
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical tahapan Pemilu dan Pemilihan",
                "verbose_name_plural": "historical tahapan Pemilu dan Pemilihan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInstruction",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("text", models.CharField(db_index=True, max_length=80, verbose_name="isi")),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("data", "Data saja"), ("letter", "Dengan surat balasan")],
                        max_length=8,
                        verbose_name="perintah",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical isi disposisi",
                "verbose_name_plural": "historical isi disposisi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLateReason",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "text",
                    models.CharField(
                        db_index=True,
                        error_messages={"unique": "Alasan ini sudah ada dalam daftar."},
                        max_length=80,
                        verbose_name="alasan",
                    ),
                ),
                (
                    "needs_words",
                    models.BooleanField(
                        default=False,
                        help_text="Yang memilihnya harus menuliskan penjelasan.",
                        verbose_name="perlu penjelasan",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("active", models.BooleanField(default=True, verbose_name="dipakai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical alasan lewat waktu",
                "verbose_name_plural": "historical alasan lewat waktu",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLetterTemplate",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("given", "Diberikan seluruhnya"),
                            ("partly_refused", "Diberikan sebagian"),
                            ("refused", "Ditolak"),
                            ("not_held", "Tidak dikuasai"),
                            ("not_documented", "Belum didokumentasikan"),
                            ("interview", "Undangan wawancara"),
                        ],
                        max_length=14,
                        verbose_name="keputusan",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="nama naskah")),
                (
                    "body",
                    models.TextField(
                        help_text="Isian di antara kurung kurawal diisi dari permohonannya.",
                        max_length=10000,
                        verbose_name="isi",
                    ),
                ),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical naskah surat",
                "verbose_name_plural": "historical naskah surat",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNumbering",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pendaftaran", "Nomor pendaftaran"),
                            ("agenda", "Nomor agenda surat masuk"),
                            ("surat", "Nomor surat balasan"),
                            ("ekspedisi", "Nomor buku ekspedisi"),
                        ],
                        db_index=True,
                        max_length=12,
                        verbose_name="jenis nomor",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("sendiri", "Seri sendiri"), ("kantor", "Nomor kantor (diketik)")],
                        default="sendiri",
                        max_length=8,
                        verbose_name="cara",
                    ),
                ),
                (
                    "template",
                    models.CharField(
                        help_text="Isian: {nomor} atau {nomor:4} (empat angka), {kode}, {wilayah}, {bulan} Romawi, {tahun}.",
                        max_length=80,
                        verbose_name="pola",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical penomoran",
                "verbose_name_plural": "historical penomoran",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOffice",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "name",
                    models.CharField(default="Komisi Pemilihan Umum Kota Kupang", max_length=120, verbose_name="nama"),
                ),
                ("short_name", models.CharField(default="KPU Kota Kupang", max_length=60, verbose_name="nama singkat")),
                ("region_code", models.CharField(default="5371", max_length=10, verbose_name="kode wilayah")),
                ("city", models.CharField(default="Kupang", max_length=60, verbose_name="tempat surat")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="alamat")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="kode pos")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("website", models.CharField(blank=True, max_length=100, verbose_name="laman")),
                ("emblem", models.TextField(blank=True, max_length=100, verbose_name="lambang (PNG)")),
                (
                    "calendar_version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="versi kalender"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kantor",
                "verbose_name_plural": "historical kantor",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStatutoryRule",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("jawab", "Pemberitahuan tertulis"),
                            ("perpanjangan", "Perpanjangan pemberitahuan tertulis, satu kali"),
                            ("jawab_tahapan", "Pemberitahuan tertulis (informasi tahapan, pada masa tahapan)"),
                            ("perpanjangan_tahapan", "Perpanjangan, satu kali (informasi tahapan, pada masa tahapan)"),
                            ("kekurangan", "Memberi tahu pemohon bahwa berkas belum lengkap"),
                            ("melengkapi", "Pemohon melengkapi berkas, sejak diberi tahu"),
                            ("keberatan", "Pemohon mengajukan keberatan"),
                            ("tanggapan", "Atasan PPID menanggapi keberatan"),
                            ("tanggapan_tahapan", "Atasan PPID menanggapi keberatan (pada masa tahapan)"),
                        ],
                        max_length=24,
                        verbose_name="untuk",
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="hari kerja")),
                (
                    "source",
                    models.CharField(
                        help_text="Undang-undang atau peraturan, dengan pasalnya.",
                        max_length=200,
                        verbose_name="sumber",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="berlaku sampai"
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical batas hari kerja menurut undang-undang",
                "verbose_name_plural": "historical batas hari kerja menurut undang-undang",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTargetRevision",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("edition", models.CharField(default="2020", max_length=20, verbose_name="edisi SOP")),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("minutes", models.PositiveIntegerField(verbose_name="target (menit kerja)")),
                ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                ("decree", models.CharField(max_length=120, verbose_name="nomor keputusan")),
                ("valid_from", models.DateTimeField(verbose_name="berlaku sejak")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical perubahan target waktu",
                "verbose_name_plural": "historical perubahan target waktu",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUnit",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical subbagian",
                "verbose_name_plural": "historical subbagian",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUser",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        db_index=True,
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("full_name", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                ("title_before", models.CharField(blank=True, max_length=40, verbose_name="gelar depan")),
                ("title_after", models.CharField(blank=True, max_length=60, verbose_name="gelar belakang")),
                ("nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pengguna",
                "verbose_name_plural": "historical pengguna",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWorkingHours",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                (
                    "begins",
                    models.DateField(
                        db_index=True,
                        error_messages={"unique": "Sudah ada jam kerja yang mulai berlaku pada tanggal ini."},
                        verbose_name="berlaku sejak",
                    ),
                ),
                (
                    "ends",
                    models.DateField(
                        blank=True,
                        help_text="Kosong: sampai diganti jam kerja lain.",
                        null=True,
                        verbose_name="berlaku sampai",
                    ),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical jam kerja",
                "verbose_name_plural": "historical jam kerja",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalYearlyReport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(db_index=True, verbose_name="tahun")),
                (
                    "policy",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Gambaran umum kebijakan pelayanan informasi"
                    ),
                ),
                (
                    "execution",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Gambaran umum pelaksanaan: sarana, petugas, anggaran"
                    ),
                ),
                ("requests", models.TextField(blank=True, max_length=6000, verbose_name="Jumlah permohonan informasi")),
                (
                    "time",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Waktu yang diperlukan untuk memenuhi permohonan"
                    ),
                ),
                (
                    "outcomes",
                    models.TextField(
                        blank=True,
                        max_length=6000,
                        verbose_name="Permohonan yang diberikan dan yang ditolak, beserta alasannya",
                    ),
                ),
                (
                    "disputes",
                    models.TextField(blank=True, max_length=6000, verbose_name="Keberatan dan sengketa informasi"),
                ),
                (
                    "obstacles",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Kendala, rekomendasi, dan rencana tindak lanjut"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, verbose_name="versi")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.bookfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical laporan tahunan",
                "verbose_name_plural": "historical laporan tahunan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("given", "Diberikan seluruhnya"),
                            ("partly_refused", "Diberikan sebagian"),
                            ("refused", "Ditolak"),
                            ("not_held", "Tidak dikuasai"),
                            ("not_documented", "Belum didokumentasikan"),
                            ("interview", "Undangan wawancara"),
                        ],
                        max_length=14,
                        verbose_name="keputusan",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="nama naskah")),
                (
                    "body",
                    models.TextField(
                        help_text="Isian di antara kurung kurawal diisi dari permohonannya.",
                        max_length=10000,
                        verbose_name="isi",
                    ),
                ),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
            ],
            options={
                "verbose_name": "naskah surat",
                "verbose_name_plural": "naskah surat",
                "ordering": ["outcome", "-begins", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome__in",
                                ["given", "partly_refused", "refused", "not_held", "not_documented", "interview"],
                            )
                        ),
                        name="template_outcome_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="template_ends_after_begins",
                        violation_error_message="Tanggal akhir naskah mendahului tanggal mulainya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pendaftaran", "Nomor pendaftaran"),
                            ("agenda", "Nomor agenda surat masuk"),
                            ("surat", "Nomor surat balasan"),
                            ("ekspedisi", "Nomor buku ekspedisi"),
                            ("darurat", "Nomor formulir darurat"),
                        ],
                        max_length=12,
                        verbose_name="jenis nomor",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="nomor terakhir")),
            ],
            options={
                "verbose_name": "seri nomor",
                "verbose_name_plural": "seri nomor",
                "constraints": [models.UniqueConstraint(fields=("kind", "year"), name="series_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.PositiveIntegerField()),
                ("opened_at", models.DateTimeField()),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="requests_app.appointment"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="requests_app.informationrequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Petitioner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                (
                    "kind",
                    models.CharField(
                        choices=[("perorangan", "Perorangan"), ("badan_hukum", "Badan hukum")],
                        default="perorangan",
                        max_length=12,
                        verbose_name="jenis pemohon",
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="nama pemohon")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                ("phone_digits", models.CharField(blank=True, db_index=True, editable=False, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("nik", models.CharField(blank=True, max_length=16, verbose_name="NIK")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="alamat")),
                ("occupation", models.CharField(blank=True, max_length=100, verbose_name="pekerjaan")),
                ("deed_number", models.CharField(blank=True, max_length=100, verbose_name="nomor akta badan hukum")),
                ("proxy_name", models.CharField(blank=True, max_length=150, verbose_name="nama kuasa/wakil")),
                ("proxy_letter", models.CharField(blank=True, max_length=100, verbose_name="surat kuasa khusus")),
                ("erased_at", models.DateTimeField(editable=False, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="petitioners",
                        to="requests_app.informationrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "pemohon",
                "verbose_name_plural": "pemohon",
                "ordering": ["-act"],
            },
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="petitioner",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_app.petitioner",
                verbose_name="pemohon",
            ),
        ),
        migrations.AddField(
            model_name="steprecord",
            name="on_behalf_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_app.post",
                verbose_name="atas nama",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="division",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="requests_app.division",
                verbose_name="divisi",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="requests_app.office",
                verbose_name="kantor",
            ),
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="addressee",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_app.post",
                verbose_name="ingin bertemu",
            ),
        ),
        migrations.AddField(
            model_name="informationrequest",
            name="holder",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="waiting",
                to="requests_app.post",
                verbose_name="ditunggu",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalWrittenNotice",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("via", models.CharField(max_length=60, verbose_name="disampaikan lewat")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pemberitahuan tertulis",
                "verbose_name_plural": "historical pemberitahuan tertulis",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStepRecord",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical catatan tindakan",
                "verbose_name_plural": "historical catatan tindakan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReview",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "finding",
                    models.CharField(
                        choices=[("lengkap", "Lengkap dan jelas"), ("perlu_penjelasan", "Perlu penjelasan pemohon")],
                        max_length=18,
                        verbose_name="hasil mencermati",
                    ),
                ),
                ("summary", models.TextField(blank=True, max_length=1000, verbose_name="pokok surat")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hasil mencermati",
                "verbose_name_plural": "historical hasil mencermati",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRawData",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("description", models.TextField(max_length=2000, verbose_name="uraian data baku")),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cetak", "Cetakan"),
                            ("flashdisk", "Flash disk"),
                            ("surel", "Surel"),
                            ("whatsapp", "WhatsApp"),
                            ("melihat", "Dilihat/dicatat di tempat"),
                            ("kurir", "Kurir/pos"),
                        ],
                        max_length=10,
                        verbose_name="media",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="sumber data")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical data baku",
                "verbose_name_plural": "historical data baku",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("summary", models.TextField(blank=True, max_length=1000, verbose_name="pokok pembicaraan")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="pejabat yang ditemui",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pertemuan",
                "verbose_name_plural": "historical pertemuan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInformationRequest",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("number", models.CharField(max_length=60, verbose_name="nomor pendaftaran")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(null=True, verbose_name="nomor urut")),
                (
                    "code",
                    models.CharField(
                        db_index=True,
                        default=requests_app.models.case.new_code,
                        editable=False,
                        max_length=8,
                        verbose_name="kode lacak",
                    ),
                ),
                ("entry", models.PositiveSmallIntegerField(verbose_name="langkah awal")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("langsung", "Datang langsung"),
                            ("surat", "Surat"),
                            ("telepon", "Telepon"),
                            ("whatsapp", "WhatsApp"),
                            ("surel", "Surel"),
                            ("instagram", "Instagram"),
                            ("facebook", "Facebook"),
                        ],
                        max_length=12,
                        verbose_name="saluran",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="diterima")),
                (
                    "emergency_number",
                    models.CharField(blank=True, max_length=30, verbose_name="nomor formulir darurat"),
                ),
                ("information", models.TextField(max_length=4000, verbose_name="informasi yang dibutuhkan")),
                ("purpose", models.TextField(blank=True, max_length=1000, verbose_name="tujuan penggunaan")),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[("tahapan", "Tahapan Pemilu"), ("badan_publik", "KPU sebagai Badan Publik")],
                        max_length=14,
                        verbose_name="kategori",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("softcopy", "Salinan softcopy"),
                            ("hardcopy", "Salinan hardcopy"),
                            ("melihat", "Melihat/mencatat"),
                        ],
                        max_length=10,
                        verbose_name="cara memperoleh",
                    ),
                ),
                (
                    "collection",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ambil", "Ambil langsung"),
                            ("surel", "Surel"),
                            ("kurir", "Kurir"),
                            ("pos", "Pos"),
                            ("faksimili", "Faksimili"),
                        ],
                        max_length=10,
                        verbose_name="cara mendapat salinan",
                    ),
                ),
                ("confidential", models.BooleanField(default=False, verbose_name="rahasia")),
                ("edition", models.CharField(default="2020", max_length=10, verbose_name="edisi SOP")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Berjalan"), ("held", "Ditunda"), ("ended", "Selesai")],
                        default="open",
                        max_length=6,
                        verbose_name="keadaan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(null=True, verbose_name="langkah")),
                ("task", models.CharField(blank=True, max_length=12, verbose_name="tugas")),
                ("target", models.PositiveIntegerField(null=True, verbose_name="target (menit kerja)")),
                ("order", models.CharField(blank=True, max_length=8, verbose_name="perintah")),
                ("act", models.PositiveIntegerField(default=0, verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("was_held", models.BooleanField(default=False, verbose_name="pernah ditunda")),
                ("ending", models.CharField(blank=True, max_length=20, verbose_name="penyelesaian")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="dijawab tertulis")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "petitioner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.petitioner",
                        verbose_name="pemohon",
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="ingin bertemu",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="ditunggu",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical permohonan",
                "verbose_name_plural": "historical permohonan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIncomingLetter",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("sender", models.CharField(max_length=150, verbose_name="surat dari")),
                ("letter_number", models.CharField(blank=True, max_length=80, verbose_name="nomor surat")),
                ("letter_date", models.DateField(blank=True, null=True, verbose_name="tanggal surat")),
                ("subject", models.CharField(max_length=1000, verbose_name="perihal")),
                ("enclosure", models.CharField(blank=True, max_length=100, verbose_name="lampiran")),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat Segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        default="biasa",
                        max_length=14,
                        verbose_name="sifat",
                    ),
                ),
                ("agenda_number", models.CharField(max_length=40, verbose_name="nomor agenda")),
                ("agenda_year", models.PositiveSmallIntegerField(verbose_name="tahun agenda")),
                ("agenda_sequence", models.PositiveIntegerField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical surat masuk",
                "verbose_name_plural": "historical surat masuk",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIdentification",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("result", models.TextField(blank=True, max_length=1000, verbose_name="hasil identifikasi")),
                (
                    "category",
                    models.CharField(
                        choices=[("tahapan", "Tahapan Pemilu"), ("badan_publik", "KPU sebagai Badan Publik")],
                        default="tahapan",
                        max_length=14,
                        verbose_name="kategori",
                    ),
                ),
                (
                    "holding",
                    models.CharField(
                        choices=[
                            ("dikuasai", "Dikuasai"),
                            ("tidak", "Tidak dikuasai"),
                            ("belum", "Belum didokumentasikan"),
                        ],
                        default="dikuasai",
                        max_length=10,
                        verbose_name="penguasaan",
                    ),
                ),
                (
                    "excluded_article",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("17a", "Pasal 17 huruf a – penegakan hukum"),
                            ("17b", "Pasal 17 huruf b – kekayaan intelektual dan persaingan usaha"),
                            ("17c", "Pasal 17 huruf c – pertahanan dan keamanan"),
                            ("17d", "Pasal 17 huruf d – kekayaan alam"),
                            ("17e", "Pasal 17 huruf e – ketahanan ekonomi"),
                            ("17f", "Pasal 17 huruf f – hubungan luar negeri"),
                            ("17g", "Pasal 17 huruf g – akta otentik dan wasiat"),
                            ("17h", "Pasal 17 huruf h – rahasia pribadi"),
                            ("17i", "Pasal 17 huruf i – memorandum badan publik"),
                            ("17j", "Pasal 17 huruf j – dilarang undang-undang"),
                        ],
                        max_length=4,
                        verbose_name="dikecualikan menurut",
                    ),
                ),
                (
                    "consequence_test",
                    models.CharField(blank=True, max_length=150, verbose_name="uji konsekuensi KPU Provinsi"),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("softcopy", "Salinan softcopy"),
                            ("hardcopy", "Salinan hardcopy"),
                            ("melihat", "Melihat/mencatat"),
                        ],
                        default="softcopy",
                        max_length=10,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "proposal",
                    models.CharField(
                        choices=[
                            ("konsultasi", "Perlu konsultasi divisi"),
                            ("data", "Data saja, tanpa surat balasan"),
                            ("letter", "Surat balasan"),
                        ],
                        max_length=10,
                        verbose_name="usul tindak lanjut",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hasil identifikasi",
                "verbose_name_plural": "historical hasil identifikasi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHold",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("identitas", "Menunggu pemohon: kelengkapan identitas"),
                            ("penjelasan", "Menunggu pemohon: penjelasan"),
                            ("janji", "Menunggu pemohon: janji temu"),
                            ("pengambilan", "Menunggu pemohon: siap diambil"),
                            ("berhalangan", "Pejabat berhalangan"),
                            ("kahar", "Keadaan kahar"),
                            ("pleno", "Menunggu rapat pleno"),
                        ],
                        max_length=12,
                        verbose_name="alasan",
                    ),
                ),
                ("began_at", models.DateTimeField(verbose_name="mulai ditunda")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="dijadwalkan sampai")),
                ("notified_via", models.CharField(blank=True, max_length=60, verbose_name="diberi tahu lewat")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="berakhir")),
                ("act_ended", models.PositiveIntegerField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical penundaan",
                "verbose_name_plural": "historical penundaan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalExtension",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("reason", models.TextField(max_length=1000, verbose_name="alasan perpanjangan")),
                ("days", models.PositiveSmallIntegerField(verbose_name="hari kerja")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
                ("due_before", models.DateField(verbose_name="batas semula")),
                ("due_after", models.DateField(verbose_name="batas baru")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical perpanjangan",
                "verbose_name_plural": "historical perpanjangan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDisposition",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "form_of",
                    models.CharField(
                        choices=[
                            ("lisan", "Disposisi lisan"),
                            ("surat", "Disposisi surat"),
                            ("tugas", "Penugasan"),
                            ("alih", "Pengalihan"),
                        ],
                        max_length=6,
                        verbose_name="jenis disposisi",
                    ),
                ),
                ("instructions", models.TextField(blank=True, max_length=600, verbose_name="dengan hormat harap")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="catatan disposisi")),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("data", "Data saja, tanpa surat balasan"), ("letter", "Dengan surat balasan")],
                        max_length=8,
                        verbose_name="perintah",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat Segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        default="biasa",
                        max_length=14,
                        verbose_name="sifat",
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("sendiri", "Ditulis sendiri di aplikasi"),
                            ("lisan", "Diucapkan"),
                            ("tulisan", "Tulisan tangan"),
                            ("whatsapp", "WhatsApp"),
                        ],
                        default="sendiri",
                        max_length=10,
                        verbose_name="cara disampaikan",
                    ),
                ),
                ("said_at", models.DateTimeField(verbose_name="waktu disampaikan")),
                (
                    "confirmation",
                    models.CharField(
                        choices=[
                            ("sendiri", "Dicatat sendiri"),
                            ("belum", "Belum dikonfirmasi"),
                            ("benar", "Dikonfirmasi benar"),
                            ("keliru", "Dibantah"),
                        ],
                        max_length=8,
                        verbose_name="konfirmasi",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="dikonfirmasi")),
                ("recalled_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik kembali")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "speaker_appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                    ),
                ),
                (
                    "addressee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="diteruskan kepada",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="pemberi disposisi",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical disposisi",
                "verbose_name_plural": "historical disposisi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDesignation",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("ppid", "PPID"), ("atasan_ppid", "Atasan PPID")],
                        max_length=12,
                        verbose_name="penunjukan",
                    ),
                ),
                ("begins", models.DateField(verbose_name="sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="sampai")),
                ("decree", models.CharField(blank=True, max_length=120, verbose_name="nomor keputusan")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical penunjukan PPID",
                "verbose_name_plural": "historical penunjukan PPID",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCorrection",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("changed", models.CharField(max_length=300, verbose_name="yang dikoreksi")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical koreksi",
                "verbose_name_plural": "historical koreksi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConsultation",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[("arahan", "Arahan tentang data"), ("wawancara", "Dialihkan ke wawancara")],
                        max_length=10,
                        verbose_name="hasil",
                    ),
                ),
                ("advice", models.TextField(blank=True, max_length=2000, verbose_name="arahan divisi")),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("data", "Data saja, tanpa surat balasan"), ("letter", "Dengan surat balasan")],
                        max_length=8,
                        verbose_name="perintah",
                    ),
                ),
                ("interview_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu wawancara")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.division",
                        verbose_name="divisi",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical konsultasi",
                "verbose_name_plural": "historical konsultasi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalClosing",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("ending", models.CharField(max_length=20, verbose_name="penyelesaian")),
                ("statement", models.TextField(blank=True, max_length=2000, verbose_name="keterangan")),
                ("holding_body", models.CharField(blank=True, max_length=200, verbose_name="badan yang menguasai")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tersedia pada")),
                ("interview_on", models.DateField(blank=True, null=True, verbose_name="tanggal wawancara")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.division",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "true_case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical penyelesaian",
                "verbose_name_plural": "historical penyelesaian",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAvailabilityCheck",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("bersedia", "Bersedia sekarang"),
                            ("pejabat_lain", "Bertemu pejabat lain"),
                            ("janji", "Janji temu"),
                        ],
                        max_length=12,
                        verbose_name="kesediaan",
                    ),
                ),
                ("appointment_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu janji temu")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="pejabat yang ditemui",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kesediaan pejabat",
                "verbose_name_plural": "historical kesediaan pejabat",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAvailability",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("ada", "Ada di ruangan"), ("rapat", "Rapat"), ("tidak_ada", "Tidak ada")],
                        max_length=10,
                        verbose_name="kesediaan",
                    ),
                ),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="sampai")),
                ("set_at", models.DateTimeField(verbose_name="dicatat")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kesediaan",
                "verbose_name_plural": "historical kesediaan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAppointment",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("definitif", "Definitif"), ("plt", "Plt."), ("plh", "Plh.")],
                        default="definitif",
                        max_length=10,
                        verbose_name="sebagai",
                    ),
                ),
                ("begins", models.DateField(verbose_name="sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="sampai")),
                ("decree", models.CharField(blank=True, max_length=120, verbose_name="nomor surat perintah/keputusan")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical penugasan",
                "verbose_name_plural": "historical penugasan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Designation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("ppid", "PPID"), ("atasan_ppid", "Atasan PPID")],
                        max_length=12,
                        verbose_name="penunjukan",
                    ),
                ),
                ("begins", models.DateField(verbose_name="sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="sampai")),
                ("decree", models.CharField(blank=True, max_length=120, verbose_name="nomor keputusan")),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="requests_app.post", verbose_name="jabatan"
                    ),
                ),
            ],
            options={
                "verbose_name": "penunjukan PPID",
                "verbose_name_plural": "penunjukan PPID",
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("ada", "Ada di ruangan"), ("rapat", "Rapat"), ("tidak_ada", "Tidak ada")],
                        max_length=10,
                        verbose_name="kesediaan",
                    ),
                ),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="sampai")),
                ("set_at", models.DateTimeField(verbose_name="dicatat")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "post",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="availability",
                        to="requests_app.post",
                        verbose_name="jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "kesediaan",
                "verbose_name_plural": "kesediaan",
            },
        ),
        migrations.AddField(
            model_name="appointment",
            name="post",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointments",
                to="requests_app.post",
                verbose_name="jabatan",
            ),
        ),
        migrations.CreateModel(
            name="SavedDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("typed", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField(verbose_name="disimpan")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_drafts",
                        to="requests_app.informationrequest",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="requests_app.post"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "konsep tersimpan",
                "verbose_name_plural": "konsep tersimpan",
            },
        ),
        migrations.CreateModel(
            name="SeriesStart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pendaftaran", "Nomor pendaftaran"),
                            ("agenda", "Nomor agenda surat masuk"),
                            ("surat", "Nomor surat balasan"),
                            ("ekspedisi", "Nomor buku ekspedisi"),
                        ],
                        max_length=12,
                        verbose_name="jenis nomor",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2199),
                        ],
                        verbose_name="tahun",
                    ),
                ),
                (
                    "first",
                    models.PositiveIntegerField(
                        help_text="Nomor yang diberikan berikutnya; nomor sebelumnya ada pada buku lama.",
                        validators=[
                            django.core.validators.MinValueValidator(2),
                            django.core.validators.MaxValueValidator(99999),
                        ],
                        verbose_name="nomor pertama",
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="alasan")),
                ("set_at", models.DateTimeField(editable=False, verbose_name="ditetapkan")),
                (
                    "set_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditetapkan oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "awal seri nomor",
                "verbose_name_plural": "awal seri nomor",
                "ordering": ["-year", "kind"],
            },
        ),
        migrations.CreateModel(
            name="StatutoryRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("jawab", "Pemberitahuan tertulis"),
                            ("perpanjangan", "Perpanjangan pemberitahuan tertulis, satu kali"),
                            ("jawab_tahapan", "Pemberitahuan tertulis (informasi tahapan, pada masa tahapan)"),
                            ("perpanjangan_tahapan", "Perpanjangan, satu kali (informasi tahapan, pada masa tahapan)"),
                            ("kekurangan", "Memberi tahu pemohon bahwa berkas belum lengkap"),
                            ("melengkapi", "Pemohon melengkapi berkas, sejak diberi tahu"),
                            ("keberatan", "Pemohon mengajukan keberatan"),
                            ("tanggapan", "Atasan PPID menanggapi keberatan"),
                            ("tanggapan_tahapan", "Atasan PPID menanggapi keberatan (pada masa tahapan)"),
                        ],
                        max_length=24,
                        verbose_name="untuk",
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="hari kerja")),
                (
                    "source",
                    models.CharField(
                        help_text="Undang-undang atau peraturan, dengan pasalnya.",
                        max_length=200,
                        verbose_name="sumber",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="berlaku sejak")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True, help_text="Kosong: masih berlaku.", null=True, verbose_name="berlaku sampai"
                    ),
                ),
            ],
            options={
                "verbose_name": "batas hari kerja menurut undang-undang",
                "verbose_name_plural": "batas hari kerja menurut undang-undang",
                "ordering": ["kind", "valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "jawab",
                                    "perpanjangan",
                                    "jawab_tahapan",
                                    "perpanjangan_tahapan",
                                    "kekurangan",
                                    "melengkapi",
                                    "keberatan",
                                    "tanggapan",
                                    "tanggapan_tahapan",
                                ],
                            )
                        ),
                        name="statutory_rule_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__gt", 0)),
                        name="statutory_rule_days_positive",
                        violation_error_message="Jumlah hari kerja harus lebih dari nol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="statutory_rule_ends_after_begins",
                        violation_error_message="Masa berlaku berakhir sebelum dimulai.",
                    ),
                    models.UniqueConstraint(
                        fields=("kind", "valid_from"),
                        name="statutory_rule_once_from_a_day",
                        violation_error_message="Sudah ada aturan untuk hal ini yang berlaku sejak tanggal itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("created_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.informationrequest",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("span", models.CharField(choices=[("day", "hari"), ("month", "bulan")], max_length=5)),
                ("begins", models.DateField(verbose_name="mulai")),
                ("ends", models.DateField(verbose_name="sampai sebelum")),
                ("counts", models.JSONField()),
                ("minutes", models.JSONField()),
            ],
            options={
                "verbose_name": "rekap kinerja",
                "verbose_name_plural": "rekap kinerja",
                "constraints": [
                    models.UniqueConstraint(fields=("span", "begins"), name="tally_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("begins"))), name="tally_ends_after_begins"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.CharField(default="2020", max_length=20, verbose_name="edisi SOP")),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("minutes", models.PositiveIntegerField(verbose_name="target (menit kerja)")),
                ("reason", models.CharField(max_length=200, verbose_name="alasan")),
                ("decree", models.CharField(max_length=120, verbose_name="nomor keputusan")),
                ("valid_from", models.DateTimeField(verbose_name="berlaku sejak")),
            ],
            options={
                "verbose_name": "perubahan target waktu",
                "verbose_name_plural": "perubahan target waktu",
                "ordering": ["edition", "step", "valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gt", 0)),
                        name="target_revision_minutes_positive",
                        violation_error_message="Target waktu harus lebih dari nol menit.",
                    ),
                    models.UniqueConstraint(
                        fields=("edition", "step", "valid_from"),
                        name="target_revision_once_at_a_time",
                        violation_error_message="Langkah ini sudah mempunyai perubahan yang berlaku sejak saat itu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
            ],
            options={
                "verbose_name": "subbagian",
                "verbose_name_plural": "subbagian",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="unit_ends_after_begins",
                        violation_error_message="Tanggal akhir subbagian mendahului tanggal mulainya.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="post",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="requests_app.unit",
                verbose_name="subbagian",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalPost",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("helpdesk", "Help Desk"),
                            ("ketua", "Ketua"),
                            ("anggota", "Anggota"),
                            ("sekretaris", "Sekretaris"),
                            ("kasubag", "Kasubag"),
                            ("staff", "Staf subbagian"),
                            ("admin", "Admin"),
                            ("pemeriksa", "Pemeriksa"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="nama jabatan")),
                ("short_title", models.CharField(max_length=60, verbose_name="sebutan singkat")),
                ("begins", models.DateField(verbose_name="berlaku sejak")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("rank", models.PositiveSmallIntegerField(default=100, verbose_name="urutan")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.division",
                        verbose_name="divisi",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.office",
                        verbose_name="kantor",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.unit",
                        verbose_name="subbagian",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical jabatan",
                "verbose_name_plural": "historical jabatan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("run", models.PositiveSmallIntegerField(verbose_name="masuk ke")),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("began", models.DateTimeField(verbose_name="mulai")),
                ("opened", models.DateTimeField(null=True, verbose_name="dibuka")),
                ("ended", models.DateTimeField(null=True, verbose_name="selesai")),
                ("act_began", models.PositiveIntegerField()),
                ("act_ended", models.PositiveIntegerField(null=True)),
                ("target", models.PositiveIntegerField(verbose_name="target (menit kerja)")),
                ("working", models.DurationField(null=True, verbose_name="waktu kerja")),
                ("waiting", models.DurationField(null=True, verbose_name="menunggu dibuka")),
                ("step_total", models.DurationField(null=True, verbose_name="waktu langkah")),
                ("late", models.BooleanField(default=False, verbose_name="lewat waktu")),
                ("due_at", models.DateTimeField(null=True, verbose_name="batas")),
                ("unexplained", models.BooleanField(default=False, verbose_name="alasan ditunggu")),
                ("remeasured", models.BooleanField(default=False, verbose_name="dihitung ulang")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="requests_app.informationrequest",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="requests_app.post",
                    ),
                ),
            ],
            options={
                "verbose_name": "kunjungan langkah",
                "verbose_name_plural": "kunjungan langkah",
                "ordering": ["act_began"],
            },
        ),
        migrations.CreateModel(
            name="VerdictChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("working_before", models.DurationField(null=True, verbose_name="waktu kerja semula")),
                ("working_after", models.DurationField(null=True, verbose_name="waktu kerja")),
                ("waiting_before", models.DurationField(null=True, verbose_name="menunggu dibuka semula")),
                ("waiting_after", models.DurationField(null=True, verbose_name="menunggu dibuka")),
                ("step_total_before", models.DurationField(null=True, verbose_name="waktu langkah semula")),
                ("step_total_after", models.DurationField(null=True, verbose_name="waktu langkah")),
                ("late_before", models.BooleanField(verbose_name="lewat waktu semula")),
                ("late_after", models.BooleanField(verbose_name="lewat waktu")),
                ("due_at_before", models.DateTimeField(null=True, verbose_name="batas semula")),
                ("due_at_after", models.DateTimeField(null=True, verbose_name="batas")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdict_changes",
                        to="requests_app.informationrequest",
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="requests_app.calendarchange",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdict_changes",
                        to="requests_app.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "penilaian yang dihitung ulang",
                "verbose_name_plural": "penilaian yang dihitung ulang",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalLateness",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="penjelasan")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"active": True},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.latereason",
                        verbose_name="alasan lewat waktu",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.visit",
                        verbose_name="kunjungan langkah",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical alasan lewat waktu suatu langkah",
                "verbose_name_plural": "historical alasan lewat waktu suatu langkah",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="WorkingHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                (
                    "begins",
                    models.DateField(
                        error_messages={"unique": "Sudah ada jam kerja yang mulai berlaku pada tanggal ini."},
                        unique=True,
                        verbose_name="berlaku sejak",
                    ),
                ),
                (
                    "ends",
                    models.DateField(
                        blank=True,
                        help_text="Kosong: sampai diganti jam kerja lain.",
                        null=True,
                        verbose_name="berlaku sampai",
                    ),
                ),
            ],
            options={
                "verbose_name": "jam kerja",
                "verbose_name_plural": "jam kerja",
                "ordering": ["begins"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="working_hours_end_after_begin",
                        violation_error_message="Jam kerja berakhir sebelum mulai berlaku.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalWorkingSpan",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Senin"),
                            (1, "Selasa"),
                            (2, "Rabu"),
                            (3, "Kamis"),
                            (4, "Jumat"),
                            (5, "Sabtu"),
                            (6, "Minggu"),
                        ],
                        verbose_name="hari",
                    ),
                ),
                ("opens", models.TimeField(verbose_name="buka")),
                ("closes", models.TimeField(verbose_name="tutup")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hours",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.workinghours",
                        verbose_name="jam kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical waktu buka",
                "verbose_name_plural": "historical waktu buka",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="WorkingSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Senin"),
                            (1, "Selasa"),
                            (2, "Rabu"),
                            (3, "Kamis"),
                            (4, "Jumat"),
                            (5, "Sabtu"),
                            (6, "Minggu"),
                        ],
                        verbose_name="hari",
                    ),
                ),
                ("opens", models.TimeField(verbose_name="buka")),
                ("closes", models.TimeField(verbose_name="tutup")),
                (
                    "hours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spans",
                        to="requests_app.workinghours",
                        verbose_name="jam kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "waktu buka",
                "verbose_name_plural": "waktu buka",
                "ordering": ["hours", "weekday", "opens"],
            },
        ),
        migrations.CreateModel(
            name="YearlyReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="tahun")),
                (
                    "policy",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Gambaran umum kebijakan pelayanan informasi"
                    ),
                ),
                (
                    "execution",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Gambaran umum pelaksanaan: sarana, petugas, anggaran"
                    ),
                ),
                ("requests", models.TextField(blank=True, max_length=6000, verbose_name="Jumlah permohonan informasi")),
                (
                    "time",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Waktu yang diperlukan untuk memenuhi permohonan"
                    ),
                ),
                (
                    "outcomes",
                    models.TextField(
                        blank=True,
                        max_length=6000,
                        verbose_name="Permohonan yang diberikan dan yang ditolak, beserta alasannya",
                    ),
                ),
                (
                    "disputes",
                    models.TextField(blank=True, max_length=6000, verbose_name="Keberatan dan sengketa informasi"),
                ),
                (
                    "obstacles",
                    models.TextField(
                        blank=True, max_length=6000, verbose_name="Kendala, rekomendasi, dan rencana tindak lanjut"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, verbose_name="versi")),
                (
                    "settled",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.bookfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "laporan tahunan",
                "verbose_name_plural": "laporan tahunan",
            },
        ),
        migrations.CreateModel(
            name="AvailabilityCheck",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("bersedia", "Bersedia sekarang"),
                            ("pejabat_lain", "Bertemu pejabat lain"),
                            ("janji", "Janji temu"),
                        ],
                        max_length=12,
                        verbose_name="kesediaan",
                    ),
                ),
                ("appointment_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu janji temu")),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="pejabat yang ditemui",
                    ),
                ),
            ],
            options={
                "verbose_name": "kesediaan pejabat",
                "verbose_name_plural": "kesediaan pejabat",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("ending", models.CharField(max_length=20, verbose_name="penyelesaian")),
                ("statement", models.TextField(blank=True, max_length=2000, verbose_name="keterangan")),
                ("holding_body", models.CharField(blank=True, max_length=200, verbose_name="badan yang menguasai")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tersedia pada")),
                ("interview_on", models.DateField(blank=True, null=True, verbose_name="tanggal wawancara")),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.division",
                    ),
                ),
                (
                    "true_case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.informationrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "penyelesaian",
                "verbose_name_plural": "penyelesaian",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("arahan", "Arahan tentang data"), ("wawancara", "Dialihkan ke wawancara")],
                        max_length=10,
                        verbose_name="hasil",
                    ),
                ),
                ("advice", models.TextField(blank=True, max_length=2000, verbose_name="arahan divisi")),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("data", "Data saja, tanpa surat balasan"), ("letter", "Dengan surat balasan")],
                        max_length=8,
                        verbose_name="perintah",
                    ),
                ),
                ("interview_at", models.DateTimeField(blank=True, null=True, verbose_name="waktu wawancara")),
                (
                    "division",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.division",
                        verbose_name="divisi",
                    ),
                ),
            ],
            options={
                "verbose_name": "konsultasi",
                "verbose_name_plural": "konsultasi",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("changed", models.CharField(max_length=300, verbose_name="yang dikoreksi")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="requests_app.steprecord",
                    ),
                ),
            ],
            options={
                "verbose_name": "koreksi",
                "verbose_name_plural": "koreksi",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Disposition",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "form_of",
                    models.CharField(
                        choices=[
                            ("lisan", "Disposisi lisan"),
                            ("surat", "Disposisi surat"),
                            ("tugas", "Penugasan"),
                            ("alih", "Pengalihan"),
                        ],
                        max_length=6,
                        verbose_name="jenis disposisi",
                    ),
                ),
                ("instructions", models.TextField(blank=True, max_length=600, verbose_name="dengan hormat harap")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="catatan disposisi")),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("data", "Data saja, tanpa surat balasan"), ("letter", "Dengan surat balasan")],
                        max_length=8,
                        verbose_name="perintah",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat Segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        default="biasa",
                        max_length=14,
                        verbose_name="sifat",
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("sendiri", "Ditulis sendiri di aplikasi"),
                            ("lisan", "Diucapkan"),
                            ("tulisan", "Tulisan tangan"),
                            ("whatsapp", "WhatsApp"),
                        ],
                        default="sendiri",
                        max_length=10,
                        verbose_name="cara disampaikan",
                    ),
                ),
                ("said_at", models.DateTimeField(verbose_name="waktu disampaikan")),
                (
                    "confirmation",
                    models.CharField(
                        choices=[
                            ("sendiri", "Dicatat sendiri"),
                            ("belum", "Belum dikonfirmasi"),
                            ("benar", "Dikonfirmasi benar"),
                            ("keliru", "Dibantah"),
                        ],
                        max_length=8,
                        verbose_name="konfirmasi",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="dikonfirmasi")),
                ("recalled_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik kembali")),
                (
                    "addressee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispositions",
                        to="requests_app.post",
                        verbose_name="diteruskan kepada",
                    ),
                ),
                (
                    "copies",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="requests_app.post", verbose_name="tembusan kepada"
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="pemberi disposisi",
                    ),
                ),
                (
                    "speaker_appointment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.appointment",
                    ),
                ),
            ],
            options={
                "verbose_name": "disposisi",
                "verbose_name_plural": "disposisi",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="ExpeditionNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("pindaian", "Tanda tangan penerima dipindai"), ("arsip", "Tempat arsip")],
                        max_length=8,
                        verbose_name="jenis",
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=100, verbose_name="keterangan")),
                ("noted_at", models.DateTimeField(verbose_name="dicatat")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="dicatat oleh",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="requests_app.bookfile",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beside", to="requests_app.expedition"
                    ),
                ),
            ],
            options={
                "verbose_name": "catatan di samping buku ekspedisi",
                "verbose_name_plural": "catatan di samping buku ekspedisi",
                "ordering": ["noted_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("reason", models.TextField(max_length=1000, verbose_name="alasan perpanjangan")),
                ("days", models.PositiveSmallIntegerField(verbose_name="hari kerja")),
                ("source", models.CharField(max_length=200, verbose_name="sumber")),
                ("due_before", models.DateField(verbose_name="batas semula")),
                ("due_after", models.DateField(verbose_name="batas baru")),
            ],
            options={
                "verbose_name": "perpanjangan",
                "verbose_name_plural": "perpanjangan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_after__gt", models.F("due_before"))),
                        name="extension_moves_the_due_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="extension_has_a_reason"
                    ),
                ],
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("identitas", "Menunggu pemohon: kelengkapan identitas"),
                            ("penjelasan", "Menunggu pemohon: penjelasan"),
                            ("janji", "Menunggu pemohon: janji temu"),
                            ("pengambilan", "Menunggu pemohon: siap diambil"),
                            ("berhalangan", "Pejabat berhalangan"),
                            ("kahar", "Keadaan kahar"),
                            ("pleno", "Menunggu rapat pleno"),
                        ],
                        max_length=12,
                        verbose_name="alasan",
                    ),
                ),
                ("began_at", models.DateTimeField(verbose_name="mulai ditunda")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="dijadwalkan sampai")),
                ("notified_via", models.CharField(blank=True, max_length=60, verbose_name="diberi tahu lewat")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="berakhir")),
                ("act_ended", models.PositiveIntegerField(null=True)),
            ],
            options={
                "verbose_name": "penundaan",
                "verbose_name_plural": "penundaan",
                "indexes": [models.Index(fields=["ended_at"], name="requests_ap_ended_a_4bf82c_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("ended_at__gte", models.F("began_at")), _connector="OR"
                        ),
                        name="hold_ends_after_begins",
                        violation_error_message="Penundaan tidak dapat berakhir sebelum dimulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                ["identitas", "penjelasan", "janji", "pengambilan", "berhalangan", "kahar", "pleno"],
                            )
                        ),
                        name="hold_reason_known",
                    ),
                ],
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Identification",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("result", models.TextField(blank=True, max_length=1000, verbose_name="hasil identifikasi")),
                (
                    "category",
                    models.CharField(
                        choices=[("tahapan", "Tahapan Pemilu"), ("badan_publik", "KPU sebagai Badan Publik")],
                        default="tahapan",
                        max_length=14,
                        verbose_name="kategori",
                    ),
                ),
                (
                    "holding",
                    models.CharField(
                        choices=[
                            ("dikuasai", "Dikuasai"),
                            ("tidak", "Tidak dikuasai"),
                            ("belum", "Belum didokumentasikan"),
                        ],
                        default="dikuasai",
                        max_length=10,
                        verbose_name="penguasaan",
                    ),
                ),
                (
                    "excluded_article",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("17a", "Pasal 17 huruf a – penegakan hukum"),
                            ("17b", "Pasal 17 huruf b – kekayaan intelektual dan persaingan usaha"),
                            ("17c", "Pasal 17 huruf c – pertahanan dan keamanan"),
                            ("17d", "Pasal 17 huruf d – kekayaan alam"),
                            ("17e", "Pasal 17 huruf e – ketahanan ekonomi"),
                            ("17f", "Pasal 17 huruf f – hubungan luar negeri"),
                            ("17g", "Pasal 17 huruf g – akta otentik dan wasiat"),
                            ("17h", "Pasal 17 huruf h – rahasia pribadi"),
                            ("17i", "Pasal 17 huruf i – memorandum badan publik"),
                            ("17j", "Pasal 17 huruf j – dilarang undang-undang"),
                        ],
                        max_length=4,
                        verbose_name="dikecualikan menurut",
                    ),
                ),
                (
                    "consequence_test",
                    models.CharField(blank=True, max_length=150, verbose_name="uji konsekuensi KPU Provinsi"),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("softcopy", "Salinan softcopy"),
                            ("hardcopy", "Salinan hardcopy"),
                            ("melihat", "Melihat/mencatat"),
                        ],
                        default="softcopy",
                        max_length=10,
                        verbose_name="bentuk",
                    ),
                ),
                (
                    "proposal",
                    models.CharField(
                        choices=[
                            ("konsultasi", "Perlu konsultasi divisi"),
                            ("data", "Data saja, tanpa surat balasan"),
                            ("letter", "Surat balasan"),
                        ],
                        max_length=10,
                        verbose_name="usul tindak lanjut",
                    ),
                ),
            ],
            options={
                "verbose_name": "hasil identifikasi",
                "verbose_name_plural": "hasil identifikasi",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("excluded_article", ""), models.Q(("proposal", "data"), _negated=True), _connector="OR"
                        ),
                        name="identification_refusal_in_writing",
                        violation_error_message="Informasi yang dikecualikan ditolak secara tertulis: pilih surat balasan.",
                    )
                ],
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="IncomingLetter",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("sender", models.CharField(max_length=150, verbose_name="surat dari")),
                ("letter_number", models.CharField(blank=True, max_length=80, verbose_name="nomor surat")),
                ("letter_date", models.DateField(blank=True, null=True, verbose_name="tanggal surat")),
                ("subject", models.CharField(max_length=1000, verbose_name="perihal")),
                ("enclosure", models.CharField(blank=True, max_length=100, verbose_name="lampiran")),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat Segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        default="biasa",
                        max_length=14,
                        verbose_name="sifat",
                    ),
                ),
                ("agenda_number", models.CharField(max_length=40, verbose_name="nomor agenda")),
                ("agenda_year", models.PositiveSmallIntegerField(verbose_name="tahun agenda")),
                ("agenda_sequence", models.PositiveIntegerField(null=True)),
            ],
            options={
                "verbose_name": "surat masuk",
                "verbose_name_plural": "surat masuk",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agenda_year", "agenda_number"), name="agenda_number_unique_in_year"
                    )
                ],
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Lateness",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="penjelasan")),
                (
                    "cause",
                    models.ForeignKey(
                        limit_choices_to={"active": True},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.latereason",
                        verbose_name="alasan lewat waktu",
                    ),
                ),
                (
                    "visit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lateness",
                        to="requests_app.visit",
                        verbose_name="kunjungan langkah",
                    ),
                ),
            ],
            options={
                "verbose_name": "alasan lewat waktu suatu langkah",
                "verbose_name_plural": "alasan lewat waktu suatu langkah",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("summary", models.TextField(blank=True, max_length=1000, verbose_name="pokok pembicaraan")),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="pejabat yang ditemui",
                    ),
                ),
            ],
            options={
                "verbose_name": "pertemuan",
                "verbose_name_plural": "pertemuan",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="HistoricalReplyLetter",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="konsep ke")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu persetujuan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("ditarik", "Ditarik"),
                            ("terbit", "Terbit"),
                            ("batal", "Batal"),
                        ],
                        default="diajukan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("given", "Diberikan seluruhnya"),
                            ("partly_refused", "Diberikan sebagian"),
                            ("refused", "Ditolak"),
                            ("not_held", "Tidak dikuasai"),
                            ("not_documented", "Belum didokumentasikan"),
                            ("interview", "Undangan wawancara"),
                        ],
                        max_length=14,
                        verbose_name="keputusan",
                    ),
                ),
                (
                    "excluded_article",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("17a", "Pasal 17 huruf a – penegakan hukum"),
                            ("17b", "Pasal 17 huruf b – kekayaan intelektual dan persaingan usaha"),
                            ("17c", "Pasal 17 huruf c – pertahanan dan keamanan"),
                            ("17d", "Pasal 17 huruf d – kekayaan alam"),
                            ("17e", "Pasal 17 huruf e – ketahanan ekonomi"),
                            ("17f", "Pasal 17 huruf f – hubungan luar negeri"),
                            ("17g", "Pasal 17 huruf g – akta otentik dan wasiat"),
                            ("17h", "Pasal 17 huruf h – rahasia pribadi"),
                            ("17i", "Pasal 17 huruf i – memorandum badan publik"),
                            ("17j", "Pasal 17 huruf j – dilarang undang-undang"),
                        ],
                        max_length=4,
                        verbose_name="pasal penolakan",
                    ),
                ),
                ("subject", models.CharField(max_length=1000, verbose_name="hal")),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat Segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        default="biasa",
                        max_length=14,
                        verbose_name="sifat",
                    ),
                ),
                ("recipient", models.CharField(max_length=200, verbose_name="yth.")),
                ("recipient_address", models.CharField(blank=True, max_length=300, verbose_name="di (alamat)")),
                ("body", models.TextField(max_length=20000, verbose_name="isi surat")),
                ("copies_to", models.TextField(blank=True, max_length=1000, verbose_name="tembusan")),
                ("no_attachment", models.BooleanField(default=False, verbose_name="tanpa lampiran")),
                ("asks_paraf", models.BooleanField(default=False, verbose_name="minta paraf Sekretaris dahulu")),
                (
                    "classification",
                    models.CharField(default="PL.02-SD", max_length=20, verbose_name="kode klasifikasi"),
                ),
                ("number", models.CharField(editable=False, max_length=80, null=True, verbose_name="nomor surat")),
                ("number_year", models.PositiveSmallIntegerField(editable=False, null=True)),
                ("number_sequence", models.PositiveIntegerField(editable=False, null=True)),
                ("letter_date", models.DateField(editable=False, null=True, verbose_name="tanggal surat")),
                (
                    "code",
                    models.CharField(
                        blank=True, db_index=True, editable=False, max_length=8, verbose_name="kode periksa"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_as",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                    ),
                ),
                (
                    "in_name_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="a.n.",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="penandatangan",
                    ),
                ),
                (
                    "raw_data",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.rawdata",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical surat balasan",
                "verbose_name_plural": "historical surat balasan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="expedition",
            name="raw_data",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="requests_app.rawdata"
            ),
        ),
        migrations.CreateModel(
            name="ReplyLetter",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="konsep ke")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu persetujuan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("ditarik", "Ditarik"),
                            ("terbit", "Terbit"),
                            ("batal", "Batal"),
                        ],
                        default="diajukan",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("given", "Diberikan seluruhnya"),
                            ("partly_refused", "Diberikan sebagian"),
                            ("refused", "Ditolak"),
                            ("not_held", "Tidak dikuasai"),
                            ("not_documented", "Belum didokumentasikan"),
                            ("interview", "Undangan wawancara"),
                        ],
                        max_length=14,
                        verbose_name="keputusan",
                    ),
                ),
                (
                    "excluded_article",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("17a", "Pasal 17 huruf a – penegakan hukum"),
                            ("17b", "Pasal 17 huruf b – kekayaan intelektual dan persaingan usaha"),
                            ("17c", "Pasal 17 huruf c – pertahanan dan keamanan"),
                            ("17d", "Pasal 17 huruf d – kekayaan alam"),
                            ("17e", "Pasal 17 huruf e – ketahanan ekonomi"),
                            ("17f", "Pasal 17 huruf f – hubungan luar negeri"),
                            ("17g", "Pasal 17 huruf g – akta otentik dan wasiat"),
                            ("17h", "Pasal 17 huruf h – rahasia pribadi"),
                            ("17i", "Pasal 17 huruf i – memorandum badan publik"),
                            ("17j", "Pasal 17 huruf j – dilarang undang-undang"),
                        ],
                        max_length=4,
                        verbose_name="pasal penolakan",
                    ),
                ),
                ("subject", models.CharField(max_length=1000, verbose_name="hal")),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("biasa", "Biasa"),
                            ("segera", "Segera"),
                            ("sangat_segera", "Sangat Segera"),
                            ("rahasia", "Rahasia"),
                        ],
                        default="biasa",
                        max_length=14,
                        verbose_name="sifat",
                    ),
                ),
                ("recipient", models.CharField(max_length=200, verbose_name="yth.")),
                ("recipient_address", models.CharField(blank=True, max_length=300, verbose_name="di (alamat)")),
                ("body", models.TextField(max_length=20000, verbose_name="isi surat")),
                ("copies_to", models.TextField(blank=True, max_length=1000, verbose_name="tembusan")),
                ("no_attachment", models.BooleanField(default=False, verbose_name="tanpa lampiran")),
                ("asks_paraf", models.BooleanField(default=False, verbose_name="minta paraf Sekretaris dahulu")),
                (
                    "classification",
                    models.CharField(default="PL.02-SD", max_length=20, verbose_name="kode klasifikasi"),
                ),
                ("number", models.CharField(editable=False, max_length=80, null=True, verbose_name="nomor surat")),
                ("number_year", models.PositiveSmallIntegerField(editable=False, null=True)),
                ("number_sequence", models.PositiveIntegerField(editable=False, null=True)),
                ("letter_date", models.DateField(editable=False, null=True, verbose_name="tanggal surat")),
                (
                    "code",
                    models.CharField(
                        blank=True, db_index=True, editable=False, max_length=8, verbose_name="kode periksa"
                    ),
                ),
                (
                    "in_name_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="a.n.",
                    ),
                ),
                (
                    "raw_data",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.rawdata",
                    ),
                ),
                (
                    "signed_as",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.appointment",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="penandatangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "surat balasan",
                "verbose_name_plural": "surat balasan",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="LetterDecision",
            fields=[
                (
                    "steprecord_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="requests_app.steprecord",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("setuju", "Setujui dan beri nomor"),
                            ("kembalikan", "Kembalikan dengan catatan"),
                            ("paraf", "Diparaf Sekretaris"),
                            ("batal", "Dibatalkan"),
                        ],
                        max_length=10,
                        verbose_name="keputusan",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="requests_app.replyletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "pemeriksaan surat balasan",
                "verbose_name_plural": "pemeriksaan surat balasan",
            },
            bases=("requests_app.steprecord",),
        ),
        migrations.CreateModel(
            name="HistoricalLetterDecision",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("setuju", "Setujui dan beri nomor"),
                            ("kembalikan", "Kembalikan dengan catatan"),
                            ("paraf", "Diparaf Sekretaris"),
                            ("batal", "Dibatalkan"),
                        ],
                        max_length=10,
                        verbose_name="keputusan",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.replyletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical pemeriksaan surat balasan",
                "verbose_name_plural": "historical pemeriksaan surat balasan",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalExpedition",
            fields=[
                (
                    "steprecord_ptr",
                    models.ForeignKey(
                        auto_created=True,
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        parent_link=True,
                        related_name="+",
                        to="requests_app.steprecord",
                    ),
                ),
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complete", "Menyelesaikan tugas"),
                            ("ready", "Siap diambil"),
                            ("redirect", "Mengalihkan"),
                            ("recall", "Menarik kembali"),
                            ("correct", "Mengoreksi"),
                            ("confirm", "Mengonfirmasi"),
                            ("hold", "Menunda"),
                            ("resume", "Melanjutkan"),
                            ("end", "Menyelesaikan permohonan"),
                            ("reopen", "Membuka kembali"),
                            ("attach", "Melampirkan"),
                            ("paraf", "Memaraf"),
                            ("cancel", "Membatalkan surat"),
                            ("explain", "Menjelaskan keterlambatan"),
                            ("extend", "Memperpanjang batas undang-undang"),
                            ("notify", "Menyampaikan pemberitahuan tertulis"),
                        ],
                        default="complete",
                        max_length=8,
                        verbose_name="jenis tindakan",
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(verbose_name="langkah")),
                ("task", models.CharField(max_length=12, verbose_name="tugas")),
                ("act", models.PositiveIntegerField(verbose_name="tindakan ke")),
                ("happened_at", models.DateTimeField(verbose_name="terjadi")),
                ("recorded_at", models.DateTimeField(verbose_name="dicatat")),
                ("started_at", models.DateTimeField(null=True, verbose_name="formulir dibuka")),
                ("clock_set_back", models.BooleanField(default=False, verbose_name="jam server mundur")),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="catatan")),
                ("history_change_reason", models.TextField(null=True)),
                ("number", models.CharField(max_length=40, verbose_name="nomor urut")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("sequence", models.PositiveIntegerField(null=True)),
                ("contents", models.CharField(max_length=400, verbose_name="isi singkat")),
                ("addressed_to", models.CharField(max_length=200, verbose_name="ditujukan kepada")),
                (
                    "receiver_kind",
                    models.CharField(
                        choices=[
                            ("pemohon", "Pemohon sendiri"),
                            ("kuasa", "Kuasa (KTP dan surat kuasa dilihat)"),
                            ("kurir", "Kurir/pos"),
                            ("elektronik", "Dikirim secara elektronik"),
                        ],
                        default="pemohon",
                        max_length=10,
                        verbose_name="penerima",
                    ),
                ),
                ("receiver_name", models.CharField(max_length=150, verbose_name="nama penerima")),
                ("proxy_letter", models.CharField(blank=True, max_length=100, verbose_name="surat kuasa")),
                ("waybill", models.CharField(blank=True, max_length=60, verbose_name="nomor resi")),
                (
                    "medium",
                    models.CharField(
                        choices=[
                            ("cetak", "Cetakan"),
                            ("flashdisk", "Flash disk"),
                            ("surel", "Surel"),
                            ("whatsapp", "WhatsApp"),
                            ("melihat", "Dilihat/dicatat di tempat"),
                            ("kurir", "Kurir/pos"),
                        ],
                        max_length=10,
                        verbose_name="media",
                    ),
                ),
                ("archive_place", models.CharField(blank=True, max_length=100, verbose_name="tempat arsip")),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="keterangan")),
                ("refused_to_sign", models.BooleanField(default=False, verbose_name="menolak tanda tangan")),
                ("witness", models.CharField(blank=True, max_length=150, verbose_name="saksi")),
                ("cost", models.CharField(blank=True, max_length=100, verbose_name="biaya dan cara bayar")),
                ("booked_on", models.DateField(editable=False, verbose_name="hari pada buku")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.appointment",
                        verbose_name="pelaku",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.informationrequest",
                        verbose_name="permohonan",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.post",
                        verbose_name="atas nama",
                    ),
                ),
                (
                    "raw_data",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.rawdata",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="requests_app.replyletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical buku ekspedisi",
                "verbose_name_plural": "historical buku ekspedisi",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="expedition",
            name="letter",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="expeditions",
                to="requests_app.replyletter",
            ),
        ),
        migrations.AddIndex(
            model_name="calendarchange",
            index=models.Index(
                condition=models.Q(("finished", False)), fields=["finished"], name="calendar_change_unfinished"
            ),
        ),
        migrations.AddConstraint(
            model_name="closedmonth",
            constraint=models.UniqueConstraint(fields=("year", "month"), name="month_closed_once"),
        ),
        migrations.AddConstraint(
            model_name="closedmonth",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__gte", 1), ("month__lte", 12)), name="closed_month_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "surat")), fields=("record",), name="document_one_issued_pdf_per_letter"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "surat_utuh")),
                fields=("record",),
                name="document_one_joined_pdf_per_letter",
            ),
        ),
        migrations.AddConstraint(
            model_name="formbatch",
            constraint=models.UniqueConstraint(fields=("year", "first"), name="blank_forms_numbered_once"),
        ),
        migrations.AddConstraint(
            model_name="formbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gte", models.F("first"))), name="blank_forms_at_least_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="opening",
            constraint=models.UniqueConstraint(fields=("case", "act"), name="opening_once_per_act"),
        ),
        migrations.AddConstraint(
            model_name="petitioner",
            constraint=models.UniqueConstraint(fields=("case", "act"), name="petitioner_once_per_act"),
        ),
        migrations.AddConstraint(
            model_name="petitioner",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["perorangan", "badan_hukum"])), name="petitioner_kind_known"
            ),
        ),
        migrations.AddIndex(
            model_name="steprecord",
            index=models.Index(fields=["case", "act"], name="requests_ap_case_id_691e2f_idx"),
        ),
        migrations.AddConstraint(
            model_name="steprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("step__in", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])), name="record_step_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="steprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "task__in",
                        [
                            "approve",
                            "assign",
                            "availability",
                            "consult",
                            "deliver",
                            "dispose",
                            "draft",
                            "identify",
                            "meet",
                            "prepare",
                            "receive",
                            "register",
                            "review",
                        ],
                    )
                ),
                name="record_task_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="steprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "complete",
                            "ready",
                            "redirect",
                            "recall",
                            "correct",
                            "confirm",
                            "hold",
                            "resume",
                            "end",
                            "reopen",
                            "attach",
                            "paraf",
                            "cancel",
                            "explain",
                            "extend",
                            "notify",
                        ],
                    )
                ),
                name="record_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="steprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("happened_at__lte", models.F("recorded_at")), ("clock_set_back", True), _connector="OR"
                ),
                name="record_not_in_future",
                violation_error_message="Waktu kejadian tidak boleh sesudah waktu pencatatan.",
            ),
        ),
        migrations.AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["-received_at", "-id"], name="requests_ap_receive_8a6ebb_idx"),
        ),
        migrations.AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["state", "step"], name="requests_ap_state_c0a53d_idx"),
        ),
        migrations.AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["holder", "state"], name="requests_ap_holder__edec21_idx"),
        ),
        migrations.AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["number"], name="requests_ap_number_7888f1_idx"),
        ),
        migrations.AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["ended_at"], name="requests_ap_ended_a_4502fe_idx"),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="case_number_unique_in_year"),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.UniqueConstraint(fields=("year", "sequence"), name="case_sequence_unique_in_year"),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("emergency_number", ""), _negated=True),
                fields=("emergency_number",),
                name="case_emergency_number_used_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("step__isnull", True), ("step__in", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]), _connector="OR"
                ),
                name="case_step_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("task", ""),
                    (
                        "task__in",
                        [
                            "approve",
                            "assign",
                            "availability",
                            "consult",
                            "deliver",
                            "dispose",
                            "draft",
                            "identify",
                            "meet",
                            "prepare",
                            "receive",
                            "register",
                            "review",
                        ],
                    ),
                    _connector="OR",
                ),
                name="case_task_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(condition=models.Q(("edition__in", ["2020"])), name="case_edition_known"),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ending", ""),
                    (
                        "ending__in",
                        [
                            "given",
                            "replied",
                            "other_official",
                            "appointment",
                            "to_letter",
                            "answered",
                            "incomplete",
                            "withdrawn",
                            "duplicate",
                            "not_collected",
                            "not_held",
                            "not_documented",
                            "interviewed",
                            "refused",
                            "partly_refused",
                        ],
                    ),
                    _connector="OR",
                ),
                name="case_ending_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", False),
                        ("state", "ended"),
                        ("step__isnull", True),
                        ("task", ""),
                        models.Q(("ending", ""), _negated=True),
                    ),
                    models.Q(
                        ("ended_at__isnull", True),
                        ("ending", ""),
                        ("state__in", ["open", "held"]),
                        ("step__isnull", False),
                        models.Q(("task", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="case_ended_has_no_position",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                name="designation_ends_after_begins",
                violation_error_message="Tanggal akhir penunjukan mendahului tanggal mulainya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="availability",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["ada", "rapat", "tidak_ada"])), name="availability_known"
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["user", "begins"], name="requests_ap_user_id_e5c965_idx"),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["post", "begins"], name="requests_ap_post_id_4b3caa_idx"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["definitif", "plt", "plh"])), name="appointment_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                name="appointment_ends_after_begins",
                violation_error_message="Tanggal akhir penugasan mendahului tanggal mulainya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="saveddraft",
            constraint=models.UniqueConstraint(fields=("case", "post"), name="draft_once_per_case_and_post"),
        ),
        migrations.AddConstraint(
            model_name="seriesstart",
            constraint=models.UniqueConstraint(
                fields=("kind", "year"),
                name="series_start_once",
                violation_error_message="Nomor pertama seri ini sudah pernah ditetapkan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["helpdesk", "ketua", "anggota", "sekretaris", "kasubag", "staff", "admin", "pemeriksa"],
                    )
                ),
                name="post_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("begins")), _connector="OR"),
                name="post_ends_after_begins",
                violation_error_message="Tanggal akhir jabatan mendahului tanggal mulainya.",
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(condition=models.Q(("ended__isnull", True)), fields=["due_at"], name="visit_open_due"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["holder", "ended"], name="requests_ap_holder__3eb1d4_idx"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                condition=models.Q(("unexplained", True)), fields=["ended", "id"], name="visit_unexplained"
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["ended"], name="requests_ap_ended_a9263c_idx"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(fields=("case", "act_began"), name="visit_once_per_act"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended__isnull", True)), fields=("case",), name="visit_one_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="workingspan",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__in", [0, 1, 2, 3, 4, 5, 6])), name="working_span_weekday_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="workingspan",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes__gt", models.F("opens"))),
                name="working_span_closes_after_opens",
                violation_error_message="Waktu tutup harus setelah waktu buka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="workingspan",
            constraint=models.UniqueConstraint(
                fields=("hours", "weekday", "opens"),
                name="working_span_opens_once",
                violation_error_message="Waktu buka ini sudah ada pada hari itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "ending__in",
                        [
                            "given",
                            "replied",
                            "other_official",
                            "appointment",
                            "to_letter",
                            "answered",
                            "incomplete",
                            "withdrawn",
                            "duplicate",
                            "not_collected",
                            "not_held",
                            "not_documented",
                            "interviewed",
                            "refused",
                            "partly_refused",
                        ],
                    )
                ),
                name="closing_ending_known",
            ),
        ),
        migrations.AddIndex(
            model_name="disposition",
            index=models.Index(
                condition=models.Q(("confirmation", "belum")), fields=["confirmation"], name="disposition_pending"
            ),
        ),
        migrations.AddConstraint(
            model_name="disposition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("speaker", models.F("addressee")), _negated=True), ("form_of", "alih"), _connector="OR"
                ),
                name="disposition_not_to_oneself",
                violation_error_message="Disposisi tidak dapat ditujukan kepada pemberinya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposition",
            constraint=models.CheckConstraint(
                condition=models.Q(("instructions", ""), ("words", ""), _negated=True),
                name="disposition_says_something",
                violation_error_message="Pilih isi disposisi atau tulis catatannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="expeditionnote",
            constraint=models.UniqueConstraint(fields=("row", "file"), name="note_scan_once_a_row"),
        ),
        migrations.AddConstraint(
            model_name="expeditionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("file__isnull", False), ("kind", "pindaian")),
                    models.Q(("file__isnull", True), ("kind", "arsip"), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="note_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="replyletter",
            constraint=models.UniqueConstraint(fields=("number_year", "number"), name="letter_number_unique_in_year"),
        ),
        migrations.AddConstraint(
            model_name="replyletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["refused", "partly_refused"]), _negated=True),
                    models.Q(("excluded_article", ""), _negated=True),
                    _connector="OR",
                ),
                name="letter_refusal_names_article",
                violation_error_message="Penolakan harus menyebut pasal 17 yang menjadi dasarnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="replyletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number__isnull", False), ("status__in", ["terbit", "batal"])),
                    models.Q(("number__isnull", True), ("status__in", ["diajukan", "dikembalikan", "ditarik"])),
                    _connector="OR",
                ),
                name="letter_number_with_approval",
            ),
        ),
        migrations.AddIndex(
            model_name="expedition",
            index=models.Index(fields=["booked_on"], name="requests_ap_booked__ce223d_idx"),
        ),
        migrations.AddConstraint(
            model_name="expedition",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="expedition_number_unique_in_year"),
        ),
        migrations.AddConstraint(
            model_name="expedition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("receiver_kind", "kuasa"), _negated=True),
                    models.Q(("proxy_letter", ""), _negated=True),
                    _connector="OR",
                ),
                name="expedition_proxy_has_letter",
                violation_error_message="Isi nomor atau tanggal surat kuasa yang dilihat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="expedition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("refused_to_sign", False), models.Q(("witness", ""), _negated=True), _connector="OR"
                ),
                name="expedition_refusal_has_witness",
                violation_error_message="Penolakan tanda tangan disaksikan seseorang: isi nama saksinya.",
            ),
        ),
    ]
