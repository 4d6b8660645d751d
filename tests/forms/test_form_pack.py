"""Forms of the desk: how they are drawn, what they say, what they refuse. No database."""

import re
from html.parser import HTMLParser

import pytest
from crispy_forms.layout import Layout, Row
from django import forms
from django.template import Context, Template

from requests_app.forms.base import LINE, DeskForm
from requests_app.forms.layout import More


class Desk(DeskForm, forms.Form):
    required_messages = {"meets": "Pilih siapa yang ingin ditemui."}

    name = forms.CharField(label="Nama pemohon", help_text="Seperti pada kartu identitas.")
    nik = forms.CharField(label="NIK", required=False, max_length=16)
    meets = forms.ChoiceField(
        label="Ingin bertemu", choices=[("k", "Ketua"), ("s", "Sekretaris")], widget=forms.RadioSelect
    )
    orders = forms.MultipleChoiceField(
        label="Instruksi",
        choices=[("t", "Tindak lanjuti"), ("u", "Untuk diketahui")],
        widget=forms.CheckboxSelectMultiple,
    )
    letter = forms.FileField(label="Pindaian surat")
    seen = forms.BooleanField(label="Kartu identitas sudah dilihat")
    share = forms.DecimalField(label="Bagian 50%", required=False, max_value=5)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def layout(self):
        return Layout(Row("name"), "meets", "orders", "letter", "seen", More("Lengkapi", "nik", "share"))


def drawn(form):
    """Draw a form as pages do."""
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))


class Ids(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.described = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"][1:]] if found.get("href", "").startswith("#") else []
        self.described += found.get("aria-describedby", "").split()


def test_each_required_message_names_its_field():
    assert {name: list(errors) for name, errors in Desk({}).errors.items()} == {
        "name": ["Isi nama pemohon."],
        "meets": ["Pilih siapa yang ingin ditemui."],
        "orders": ["Pilih instruksi."],
        "letter": ["Unggah pindaian surat."],
        "seen": ["Centang kartu identitas sudah dilihat."],
    }


def test_a_label_with_a_percent_sign_survives_numbers_in_its_message():
    assert Desk({"share": "7"}).errors["share"] == ["Bagian 50% paling besar 5."]


def test_an_empty_post_is_answered_not_taken_for_a_first_visit():
    assert Desk({}).is_valid() is False


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\u202e", "\u2066"])
def test_signs_no_paper_can_print_are_refused(sign):
    said = "Nama pemohon berisi tanda yang tidak dapat dicetak; hapus lalu ketik ulang."
    assert set(Desk({"name": f"Maria{sign}Tefa"}).errors["name"]) == {said}


@pytest.mark.parametrize("name", ["Ina", "dr. Yusuf Nau, M.Kes.", "Ma'ruf", "A.B. 😀", "  Ina  "])
def test_names_keep_their_case_and_signs(name):
    form = Desk({"name": name})
    form.is_valid()
    assert form.cleaned_data["name"] == name.strip()


def test_every_text_field_is_bounded():
    said = f"Nama pemohon paling panjang {LINE} huruf; sekarang {LINE + 1}."
    assert Desk({"name": "x" * (LINE + 1)}).errors["name"] == [said]


def test_the_browser_cuts_nothing_off():
    assert "maxlength" not in drawn(Desk())


def test_label_hint_error_input_come_in_that_order():
    page = drawn(Desk({}))
    places = [page.index(part) for part in ('for="id_name"', "id_name_helptext", 'id="id_name_error"', 'name="name"')]
    hint = page.index('id="id_name_helptext"')
    assert places[0] < hint < places[2] < places[3]


def test_every_error_link_and_description_leads_somewhere():
    found = Ids(drawn(Desk({})))
    assert [target for target in found.links + found.described if target not in found.ids] == []
    assert found.links == ["id_name", "id_meets_0", "id_orders_0", "id_letter", "id_seen"]


def test_no_id_is_given_twice():
    found = Ids(drawn(Desk({})))
    assert sorted(found.ids) == sorted(set(found.ids))


def test_optional_fields_say_so_and_required_ones_do_not():
    labels = re.findall(r"<(?:label for|legend).*?</(?:label|legend)>", drawn(Desk()), re.S)
    marked = [re.sub(r"<.*?>", "", label) for label in labels if "(opsional)" in label]
    assert marked == ["NIK (opsional)", "Bagian 50% (opsional)"]


def test_a_helper_attribute_does_not_leak_onto_radios():
    form = Desk()
    helper = form.helper
    helper.attrs = {"data-leak": "x", "class": "leak"}
    page = Template("{% load crispy_forms_tags %}{% crispy form helper %}").render(
        Context({"form": form, "helper": helper})
    )
    assert "leak" not in page


def test_a_forgotten_hidden_field_is_still_drawn():
    assert drawn(Desk()).count('name="token"') == 1


def test_nothing_is_inline():
    page = drawn(Desk({}))
    assert re.findall(r"\sstyle=|\son\w+=|<script|<style", page) == []


@pytest.mark.parametrize(("data", "is_open"), [(None, False), ({"nik": "5371"}, True), ({"share": "x"}, True)])
def test_folded_fields_open_when_one_is_filled_or_wrong(data, is_open):
    assert ("<details open>" in drawn(Desk(data))) is is_open


def test_typed_text_is_kept_and_escaped():
    page = drawn(Desk({"name": '"><script>x</script>'}))
    assert 'value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"' in page
