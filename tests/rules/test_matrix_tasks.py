"""Who may do which task where a case stands, typed by hand; and the order of the rows (ASVS 2.3.1).

The cases wait for kasubag2; `hop3` and `hop6` were passed on to the Sekretaris and to anggota1. Who may never do a task
reads 403, whoever may but not here reads 409; a Kasubag may record a disposition, but only one given to itself: 422.
"""

from requests_app.sop import CURRENT_EDITION, EDITIONS
from tests import matrix
from tests.matrix import OFFICIALS, MatrixCase, Row

# -- Where the task is awaited -----------------------------------------------------------------------------------------

AWAITED = """
                                   anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  {availability2}/availability/ log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST {availability2}/availability/ log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  {meet2}/meet/                 log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST {meet2}/meet/                 log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  {meet2}/dispose/              log  403  403  log  409  200  409  409  409  409  409  403  403  403
POST {meet2}/dispose/              log  403  403  403  409  302  409  409  409  409  409  403  403  403
GET  {dispose3}/dispose/           log  403  403  log  200  200  403  403  200  200  200  403  403  403
POST {dispose3}/dispose/           log  403  403  403  302  302  403  403  302  302  422  403  403  403
GET  {hop3}/dispose/               log  403  403  log  200  403  403  403  200  200  200  403  403  403
POST {hop3}/dispose/               log  403  403  403  302  403  403  403  302  302  422  403  403  403
GET  {deliver4}/deliver/           log  403  403  log  200  403  403  403  403  200  403  403  403  403
POST {deliver4}/deliver/           log  403  403  403  302  403  403  403  403  302  403  403  403  403
GET  {receive5}/receive/           log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST {receive5}/receive/           log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  {dispose6}/dispose/           log  403  403  log  200  200  403  403  200  200  200  403  403  403
POST {dispose6}/dispose/           log  403  403  403  302  302  403  403  302  302  422  403  403  403
GET  {hop6}/dispose/               log  403  403  log  200  403  200  403  200  200  200  403  403  403
POST {hop6}/dispose/               log  403  403  403  302  403  302  403  302  302  422  403  403  403
GET  {review7}/review/             log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {review7}/review/             log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {identify8}/identify/         log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {identify8}/identify/         log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {consult9}/consult/           log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {consult9}/consult/           log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {assign10}/assign/            log  403  403  log  200  200  200  200  200  200  200  403  403  403
POST {assign10}/assign/            log  403  403  403  302  302  302  302  302  302  422  403  403  403
GET  {prepare10}/prepare/          log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {prepare10}/prepare/          log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {deliver11}/deliver/          log  403  403  log  200  403  403  403  403  200  403  403  403  403
POST {deliver11}/deliver/          log  403  403  403  302  403  403  403  403  302  403  403  403  403
GET  {assign12}/assign/            log  403  403  log  200  200  200  200  200  200  200  403  403  403
POST {assign12}/assign/            log  403  403  403  302  302  302  302  302  302  422  403  403  403
GET  {draft12}/draft/              log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {draft12}/draft/              log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {approve12}/approve/          log  403  403  log  403  200  403  403  403  403  403  403  403  403
POST {approve12}/approve/          log  403  403  403  403  302  403  403  403  403  403  403  403  403
GET  {deliver13}/deliver/          log  403  403  log  200  403  403  403  403  200  403  403  403  403
POST {deliver13}/deliver/          log  403  403  403  302  403  403  403  403  302  403  403  403  403
GET  {review7}/tidak-ada/          log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST {review7}/tidak-ada/          log  403  403  403  404  404  404  404  404  404  404  404  404  404
"""

# -- Where it is not: here on a case that has ended --------------------------------------------------------------------

NOT_AWAITED = """
                           anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  {ended}/register/     log  403  403  log  409  403  403  403  403  403  403  403  403  403
POST {ended}/register/     log  403  403  403  409  403  403  403  403  403  403  403  403  403
GET  {ended}/availability/ log  403  403  log  409  403  403  403  403  403  403  403  403  403
POST {ended}/availability/ log  403  403  403  409  403  403  403  403  403  403  403  403  403
GET  {ended}/meet/         log  403  403  log  409  403  403  403  403  403  403  403  403  403
POST {ended}/meet/         log  403  403  403  409  403  403  403  403  403  403  403  403  403
GET  {ended}/dispose/      log  403  403  log  409  409  409  409  409  409  409  403  403  403
POST {ended}/dispose/      log  403  403  403  409  409  409  409  409  409  409  403  403  403
GET  {ended}/receive/      log  403  403  log  409  403  403  403  403  403  403  403  403  403
POST {ended}/receive/      log  403  403  403  409  403  403  403  403  403  403  403  403  403
GET  {ended}/review/       log  403  403  log  403  403  403  403  403  409  409  403  403  403
POST {ended}/review/       log  403  403  403  403  403  403  403  403  409  409  403  403  403
GET  {ended}/identify/     log  403  403  log  403  403  403  403  403  409  409  403  403  403
POST {ended}/identify/     log  403  403  403  403  403  403  403  403  409  409  403  403  403
GET  {ended}/consult/      log  403  403  log  403  403  403  403  403  409  409  403  403  403
POST {ended}/consult/      log  403  403  403  403  403  403  403  403  409  409  403  403  403
GET  {ended}/assign/       log  403  403  log  409  409  409  409  409  409  409  403  403  403
POST {ended}/assign/       log  403  403  403  409  409  409  409  409  409  409  403  403  403
GET  {ended}/prepare/      log  403  403  log  403  403  403  403  403  409  409  403  403  403
POST {ended}/prepare/      log  403  403  403  403  403  403  403  403  409  409  403  403  403
GET  {ended}/draft/        log  403  403  log  403  403  403  403  403  409  409  403  403  403
POST {ended}/draft/        log  403  403  403  403  403  403  403  403  409  409  403  403  403
GET  {ended}/approve/      log  403  403  log  403  409  409  409  409  403  403  403  403  403
POST {ended}/approve/      log  403  403  403  403  409  409  409  409  403  403  403  403  403
GET  {ended}/deliver/      log  403  403  log  409  403  403  403  403  409  409  403  403  403
POST {ended}/deliver/      log  403  403  403  409  403  403  403  403  409  409  403  403  403
"""

TO_KASUBAG = {"addressee": "{kasubag2}", "instructions": "{instruction}", "manner": "lisan"}
BODIES = {
    "register": {"name": "Ina Lado", "phone": "tidak ada", "addressee": "{ketua}", "information": "DPT"},
    "availability": {"official": "{ketua}", "result": "bersedia"},
    "meet": {"official": "{ketua}"},
    "dispose": TO_KASUBAG,
    "receive": {"sender": "Ina Lado", "subject": "Data pemilih"},
    "review": {"finding": "lengkap"},
    "identify": {"proposal": "data", "holding": "dikuasai"},
    "consult": {"division": "{division}", "outcome": "arahan", "order": "data"},
    "assign": TO_KASUBAG,
    "prepare": {"description": "DPT per kecamatan", "medium": "flashdisk"},
    "draft": {"outcome": "given", "recipient": "Universitas", "subject": "Jawaban", "body": "Terlampir.",
              "no_attachment": "on", "signer": "{ketua}"},
    "approve": {"decision": "setuju"},
    "deliver": {"receiver_name": "Ina Lado", "description": "DPT", "medium": "cetak"},
}  # fmt: skip
# A meeting not recorded yet may be recorded with the disposition given in it, by the official met.
IN_THE_MEETING = ("meet2", "dispose", "ketu")


def slug(row: Row) -> str:
    return row.path.split("/")[-2]


def place(row: Row) -> str:
    return row.path.split("{")[1].split("}")[0]


def bodies(table: str) -> dict[str, dict]:
    """Give what is posted at each address of a table."""
    return {row.path: BODIES.get(slug(row), {}) for row in matrix.rows(table)}


class Tasks(MatrixCase):
    def test_where_awaited(self):
        self.check(AWAITED, bodies(AWAITED))

    def test_where_not_awaited(self):
        self.check(NOT_AWAITED, bodies(NOT_AWAITED))


class Order(MatrixCase):
    def test_no_task_is_done_but_the_awaited_one(self):
        """Everywhere a case stands, every other task answers as on an ended case, and writes nothing."""
        got, expected = {}, {}
        for name, case in self.office.cases.items():
            for row in (row for row in matrix.rows(NOT_AWAITED) if row.method == "POST" and slug(row) != case.task):
                for column in {row.who("409")[0], row.who("409")[-1]}:
                    if (name, slug(row), column) == IN_THE_MEETING or name == "secret":
                        continue
                    path = row.path.replace("{ended}", f"{{{name}}}")
                    answer = self.office.ask("POST", path, column, BODIES[slug(row)])
                    got[name, slug(row), column] = (answer.word, answer.wrote)
                    expected[name, slug(row), column] = (row.expected[column], False)
        assert got == expected
        assert {name for name, _, _ in got} == set(self.office.cases) - {"secret"}

    def test_an_empty_form_tells_what_it_lacks_only_to_who_may(self):
        got, expected = {}, {}
        for row in (row for row in matrix.rows(AWAITED) if row.method == "POST"):
            for column in (one for one in OFFICIALS if row.expected[one] in ("302", "403")):
                got[str(row), column] = self.office.ask("POST", row.path, column).word
                expected[str(row), column] = row.expected[column].replace("302", "422")
        assert got == expected


def test_every_task_stands_in_both_tables_with_both_methods():
    slugs = {task.slug for row in EDITIONS[CURRENT_EDITION].rows for task in row.tasks}
    both = {(one, method) for one in slugs for method in ("GET", "POST")}
    assert {(slug(row), row.method) for row in matrix.rows(NOT_AWAITED)} == both
    # A case is registered before it has an address.
    awaited = {(slug(row), row.method) for row in matrix.rows(AWAITED) if slug(row) != "tidak-ada"}
    assert awaited == {pair for pair in both if pair[0] != "register"}


def test_every_place_of_a_task_stands_in_the_table():
    places = {(row.number, task.slug) for row in EDITIONS[CURRENT_EDITION].rows for task in row.tasks}
    typed = {(place(row), slug(row)) for row in matrix.rows(AWAITED)}
    assert {(f"{slug}{step}", slug) for step, slug in places - {(1, "register")}} <= typed
