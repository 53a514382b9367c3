"""Go's templates: what a reader sees of them."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

HOLES = [
    ("Hi {{.Name}}!", "Hi ⟨.Name⟩!"),
    ("Hi {{- .Name -}} !", "Hi⟨.Name⟩!"),
    ("{{.Client.Name | upper}} {{$.X}} {{.}}", "⟨.Client.Name⟩ ⟨$.X⟩ ⟨.⟩"),
    ('Pay {{printf "%.2f" .Amount}}', "Pay ⟨printf   .Amount⟩"),
    ('By {{.Due.Format "2 January 2006"}}', "By ⟨.Due.Format⟩"),
    ('{{"Please pay"}}.', "Please pay."),
    ('{{"}}"}}.', "}}."),
    ('{{template "footer" .}}', '⟨"footer" .⟩'),
    ('{{.Name | default "our dear friend"}}', "⟨.Name⟩ | our dear friend"),
    ("a {{.B", "a {{.B"),
]
REMARKS = [
    ("{{/* we will sue you */}}Hi", "Hi"),
    ("{{- /* we will sue }} you */ -}} Hi", "Hi"),
    ("{{/* don't */}}Hi{{/* it's */}}", "Hi"),
    ("{{/* two\nlines */}}\nHi", "Hi"),
    ("{{$x := .A}}{{$i, $y := .B}}{{$x = 3}}Hi", "Hi"),
    ("{{break}}{{continue}}Hi", "Hi"),
]
CHOICES = [
    ("{{if .A}}A{{end}}.", "A. | ."),
    ("{{if .A}}A{{else}}B{{end}}", "A | B"),
    ("{{- if .A -}} A {{- else -}} B {{- end -}}", "A | B"),
    ("{{if .A}}A{{else if .B}}B{{else if .C}}C{{else}}D{{end}}", "A | B | C | D"),
    ('{{if eq .A "}}"}}A{{end}}.', "A. | ."),
    ("{{if and .A (not .B)}}A{{end}}.", "A. | ."),
    ("{{if .A}}A{{end}}{{if not .A}}B{{end}}", "A | B"),
    ("{{if not .A}}A{{else}}B{{end}}", "B | A"),
    ("{{if .A}}A{{if .B}}B{{end}}C{{end}}", "ABC | AC | "),
    ("{{with .A}}A{{.}}{{else}}B{{end}}", "A⟨.⟩ | B"),
    ("{{with .A}}A{{else with .B}}B{{end}}", "A | B | "),
    ("{{with $x := .A}}A{{end}}.", "A. | ."),
]
LOOPS = [
    ("{{range .Xs}}{{.}},{{end}}", "⟨.⟩,"),
    ("{{range $i, $x := .Xs}}{{$x}}{{end}}", "⟨$x⟩"),
    ("{{range .Xs}}A{{else}}B{{end}}", "A | B"),
    ("{{range .Xs}}A{{if .B}}B{{else}}C{{end}}{{end}}", "AB | AC"),
]
PARTS = [
    ('{{define "body"}}A{{end}}B', "AB"),
    ('{{block "body" .}}A{{end}}B', "AB"),
    ('{{define "body"}}{{if .A}}A{{else}}B{{end}}{{end}}', "A | B"),
    ("Hi\n{{if .A}}\nA\n{{end}}\nC", "Hi\nA\nC | Hi\nC"),
    ("Hi\n{{- if .A}}\nA\n{{- end}}\nC", "Hi\nA\nC | Hi\nC"),
]
SUBJECTS = [
    ('{{define "subject"}}Due {{.X}}{{end}}A', "Due ⟨.X⟩", "A"),
    ('{{define "subject"}}{{if .A}}B{{else}}C{{end}}{{end}}A', "B | C", "A"),
    ('{{block "title" .}}T{{end}}A', "T", "A"),
]
SUBTLE = [
    ('{{printf "Please pay %s by Friday" .Sum}}', "Please pay ⟨%s⟩ by Friday"),
    ('By {{.Due.Format "Monday, 2 January 2006"}}', "By ⟨.Due.Format⟩"),
    ('By {{.Due.Format "Mon Jan 2 2006"}}', "By ⟨.Due.Format⟩"),
    ('{{`Please "pay"`}}.', 'Please "pay".'),
    ("{{`{{`}}x", "{{x"),
    ("{{if eq .A 1}}A{{end}}{{if ne .A 1}}B{{end}}", "A | B"),
]


@pytest.mark.parametrize(("source", "texts"), [*HOLES, *REMARKS, *CHOICES, *LOOPS, *PARTS, *SUBTLE])
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source, ".gotmpl") == texts


@pytest.mark.parametrize(("source", "named", "body"), SUBJECTS)
def test_a_subject(source: str, named: str, body: str) -> None:
    assert (subject(source, ".gotmpl"), shown(source, ".gotmpl")) == (named, body)
