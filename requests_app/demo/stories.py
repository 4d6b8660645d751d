"""What a demonstration case is about: its petitioner, its topic, and the words a clerk would type."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from typing import Any

from ..clock import WITA
from ..models.books import ROMAN
from ..models.case import InformationRequest
from ..models.records import IncomingLetter, RawData
from ..models.seed import fixture
from ..text.words import tanggal


@dataclass
class Story:
    """One case's petitioner and topic."""

    number: int
    topic: dict[str, Any]
    person: dict[str, Any]
    texts: dict[str, Any]
    rng: Random

    @property
    def unit(self) -> str:
        """Name who of people.toml the matter belongs to."""
        return self.topic["to"]

    def words(self) -> str:
        return self.rng.choice(self.texts["words"])

    def petitioner(self) -> dict[str, Any]:
        """Give the petitioner's data: the organisation with its representative, or the person."""
        if self.topic.get("body"):
            body = {"kind": "badan_hukum", "name": self.topic["sender"], "proxy_name": self.person["name"]}
            body["deed_number"] = f"AHU-{9000 + self.number}.AH.01.04 (rekaan)"
            return {**self.person, **body, "occupation": "", "nik": ""}
        return {**self.person, "name": self.topic.get("sender", self.person["name"])}


class Library:
    """Deals petitioners and topics in a fixed order."""

    def __init__(self, rng: Random) -> None:
        self.texts, self.rng, self.dealt = fixture("demo"), rng, 0
        self.pools = {name: cycle(self.texts[name]) for name in ("people", "visits", "letters")}

    def story(self, pool: str, topic: str = "") -> Story:
        """Deal the next story."""
        self.dealt += 1
        about = self.texts["topics"][topic] if topic else next(self.pools[pool])
        return Story(self.dealt, about, self.person(), self.texts, self.rng)

    def person(self) -> dict[str, Any]:
        """Deal the next person, with a telephone number that cannot be anybody's."""
        name, occupation, address = next(self.pools["people"])
        place = [row[0] for row in self.texts["people"]].index(name)
        person = {"name": name, "occupation": occupation, "address": f"{address}, Kota Kupang"}
        person["phone"] = f"08120000{place:04}"
        if place % 3 == 0:
            person["nik"] = (
                f"5371{place % 6 + 1:02}{place % 28 + 1:02}0{place % 9 + 1}{80 + place % 20:02}{9000 + place}"
            )
        return person


def typed(story: Story, case: InformationRequest | None, task: str, at: datetime) -> dict[str, Any]:
    """Give what the clerk types at a task where the plot says nothing."""
    return FORMS.get(task, lambda *_: {})(story, case, at)


def registration(story: Story, case: InformationRequest | None, at: datetime) -> dict[str, Any]:
    topic = story.topic
    common = {**story.petitioner(), "category": topic.get("category", "tahapan"), "form": "softcopy"}
    common["collection"] = story.rng.choice(["ambil", "ambil", "surel"])
    if "information" in topic:
        return {**common, "information": topic["information"], "purpose": topic["purpose"]}
    return {**common, **letter(story, case, at)}


def letter(story: Story, case: InformationRequest | None, at: datetime) -> dict[str, Any]:
    topic, day = story.topic, at.astimezone(WITA).date() - timedelta(days=story.rng.randint(1, 5))
    number = topic.get("number", "").format(month=ROMAN[day.month - 1], year=day.year)
    subject = topic.get("subject") or f"Permohonan {topic['information'][:1].lower()}{topic['information'][1:]}"
    sender = topic.get("sender") or story.person["name"]
    return {"sender": sender, "subject": subject, "letter_number": number, "letter_date": day, "enclosure": "1 berkas"}


def drafting(story: Story, case: InformationRequest, at: datetime) -> dict[str, Any]:
    incoming = IncomingLetter.objects.filter(case=case).order_by("-act")[0]
    return {
        "signer": "ketua",
        "classification": "PL.02-SD",
        "subject": f"Jawaban atas {incoming.subject}",
        "recipient": incoming.sender,
        "recipient_address": "di Kupang",
        "body": story.texts["replies"],
        "description": story.topic["data"],
        "files": ["pdf", "csv"],
        "source": "Berita acara pleno",
        "copies_to": "Ketua KPU Provinsi Nusa Tenggara Timur di Kupang",
    }


def reply(story: Story, case: InformationRequest, outcome: str) -> str:
    """Write the body of a reply letter."""
    incoming = IncomingLetter.objects.filter(case=case).order_by("-act")[0]
    words = {
        "number": f" nomor {incoming.letter_number}" if incoming.letter_number else "",
        "date": tanggal(incoming.letter_date or incoming.happened_at),
        "subject": incoming.subject,
        "registration": case.number,
        "data": story.topic["data"],
    }
    return story.texts["replies"][outcome].strip().format(**words)


def handing(story: Story, case: InformationRequest, at: datetime) -> dict[str, Any]:
    person, texts = story.person["name"], story.texts
    common = {"receiver_name": person, "archive_place": story.rng.choice(texts["places"])}
    if RawData.objects.filter(case=case).exists() or case.records.filter(task="approve").exists():
        return common
    return {
        **common,
        "description": story.topic["data"],
        "medium": "flashdisk",
        "files": [story.rng.choice(["csv", "pdf"])],
    }


FORMS = {
    "start": registration,
    "receive": letter,
    "availability": lambda story, case, at: {"official": case.addressee},
    "meet": lambda story, case, at: {"summary": story.rng.choice(story.texts["talks"])},
    "dispose": lambda story, case, at: {"words": story.words()},
    "assign": lambda story, case, at: {"words": "Siapkan sesuai permintaan."},
    "review": lambda story, case, at: {"summary": f"Pemohon meminta {story.topic['data']}."},
    "identify": lambda story, case, at: {
        "category": story.topic.get("category", "tahapan"),
        "form": "softcopy",
        "holding": "dikuasai",
        "result": f"Yang diminta: {story.topic['data']}.",
    },
    "consult": lambda story, case, at: {"division": "Sosdiklih Parmas SDM", "advice": "Cukup data yang ditetapkan."},
    "prepare": lambda story, case, at: {"description": story.topic["data"], "source": "Berita acara pleno"},
    "draft": drafting,
    "deliver": handing,
}
