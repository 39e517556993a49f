
"""Two drafts with a Rapporteur's report, in English and Spanish, on subjects far from the samples; original text.

Each paragraph of a report has the labels of the draft to which a careful officer would lead it; none where it leads nowhere.
Where a state changed or added a paragraph, its words and the labels for its proposal follow. Written before the first run on them.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import orjson
from openpyxl import load_workbook

from tests.meetings import run
from tests.placement import SURE
from tests.samples.draft import paragraphs
from tests.samples.model import Document
from tests.samples.package import docx
from tests.samples.word import Hand

Line = tuple[str, str]  # style, words
Led = tuple[str, str, str]  # style, words of the report, labels tied by ";"

SCHOOLS: tuple[Line, ...] = (
    ("Title", "Draft Inter-American Plan for Schools in Remote Areas"),
    ("Heading1", "Purpose and approach"),
    ("Heading2", "Purpose"),
    ("Provision", "The Plan seeks to ensure that every child in a remote area completes basic education."),
    ("Provision", "It complements national policies and creates no financial obligation for states."),
    ("Heading2", "Guiding principles"),
    ("Provision", "Teaching shall respect the mother tongue and the customs of indigenous communities."),
    ("Provision", "Parents take part in the management of each school through a council."),
    ("Provision", "No pupil shall be excluded for lack of a birth certificate."),
    ("Heading1", "Measures by states"),
    ("Heading2", "Teachers"),
    ("Provision", "States shall offer housing and a hardship allowance to teachers who serve in remote areas."),
    ("Provision", "Training for multigrade classrooms shall be part of the initial education of teachers."),
    ("Provision", "Newly appointed teachers shall be accompanied by a mentor during two years."),
    ("Heading2", "Buildings and transport"),
    ("Provision", "School buildings shall resist earthquakes and hurricanes and shall have drinking water."),
    ("Provision", "States shall consider boats and buses for pupils who live more than five kilometers away."),
    ("Provision", "Boarding schools shall be inspected twice a year by a medical officer."),
    ("Heading2", "Learning at a distance"),
    ("Provision", "Radio lessons shall be broadcast in the afternoon, with printed guides for the pupil."),
    ("Provision", "Satellite links shall be provided to secondary schools by 2009."),
    ("Provision", "Open software shall be preferred for the computers bought under the Plan."),
    ("Heading1", "Tasks of the Organization"),
    ("Heading2", "Inter-American Committee on Education"),
    ("Provision", "To publish an atlas of schools without electricity."),
    ("Provision", "To award a yearly prize to outstanding rural teachers."),
    ("Heading2", "Trust for the Americas"),
    ("Provision", "To raise donations of textbooks and solar panels from private companies."),
    ("Provision", "To run training courses for librarians."),
    ("Heading1", "Monitoring"),
    ("Heading2", "Indicators"),
    ("Provision", "Progress shall be measured by the rates of enrollment, repetition and dropout, by sex."),
    ("Provision", "Data shall be gathered in the month of May and sent within sixty days."),
    ("Heading2", "Evaluation"),
    ("Provision", "An external evaluation shall be carried out in the third year."),
    ("Provision", "Its findings shall be discussed at the meeting of ministers of education."),
)
ON_SCHOOLS: tuple[Led, ...] = (
    ("Title", "Report of the Rapporteur on the seminar on rural schools", ""),
    ("Heading1", "Proceedings", ""),
    ("ReportPara", "The seminar took place in three sessions and was attended by fifty persons.", ""),
    ("ReportPara", "The Chair thanked the host country for its hospitality and explained the order of the debate.", ""),
    ("ReportPara", "A minister spoke of the place of education in the fight against poverty.", ""),
    ("Heading1", "Points raised", ""),
    ("Heading2", "Staff", ""),
    ("ReportPara", "Most speakers regarded housing and an allowance as the surest way to keep teachers in distant places.", "II.A.1"),
    ("ReportPara", "The multigrade classroom was called the normal case, for which initial training prepares nobody.", "II.A.2"),
    ("ReportPara", "The burden on mentors was mentioned.", "II.A.3"),
    ("ReportPara", "Speakers from small islands described how young colleagues leave after two years.", ""),
    ("Heading2", "Language and culture", ""),
    (
        "ReportPara",
        "It was recalled that the mother tongue is the door to reading, and that indigenous communities wish to be heard.",
        "I.B.1",
    ),
    ("ReportPara", "One delegation explained how councils of parents choose the head of the school.", "I.B.2"),
    ("ReportPara", "The absence of a birth certificate still keeps children out of school in some districts.", "I.B.3"),
    ("Heading2", "Premises", ""),
    ("ReportPara", "Damage done by hurricanes and earthquakes to buildings without foundations was shown in pictures.", "II.B.1"),
    ("ReportPara", "The figure of five kilometers was considered too high by two delegations.", "II.B.2"),
    ("ReportPara", "Abuse in boarding schools was discussed, and medical visits were thought too rare.", "II.B.3"),
    ("Heading2", "Technology", ""),
    ("ReportPara", "Lessons by radio were preferred to television, above all where printed guides reach the pupil in time.", "II.C.1"),
    ("ReportPara", "The date for satellite links was questioned (Plan, paragraph II.C.2).", "II.C.2"),
    ("ReportPara", "Nobody spoke against open software.", "II.C.3"),
    ("Heading1", "Organs and partners", ""),
    ("ReportPara", "The Inter-American Committee on Education announced an atlas of schools that lack electricity.", "III.A.1"),
    ("ReportPara", "The Trust for the Americas reported on donations of textbooks.", "III.B.1"),
    ("ReportPara", "A representative of the press association offered to print the report free of charge.", ""),
    ("Heading1", "Next steps", ""),
    ("ReportPara", "Indicators need more work, in particular those on dropout and repetition.", "IV.A.1"),
    ("ReportPara", "The ministers of education will have the findings of the external evaluation before them.", "IV.B.1;IV.B.2"),
    ("ReportPara", "Written comments are awaited within sixty days, and the next seminar will take place in May.", ""),
    ("ReportPara", "The report was adopted without a vote.", ""),
)
CHANGED_SCHOOLS: tuple[tuple[str, str, str], ...] = (  # opening of the paragraph, old words > new words, labels
    ("Most speakers regarded", "housing and an allowance > housing, an allowance and home leave", "II.A.1"),
    ("The multigrade classroom", "the normal case > the normal case on small islands", "II.A.2"),
    ("The burden on mentors", "was mentioned > was mentioned, and a lighter timetable for them was proposed", "II.A.3"),
    ("It was recalled", "the door to reading > the door to reading and to arithmetic", "I.B.1"),
    ("One delegation explained", "choose the head > choose and dismiss the head", "I.B.2"),
    ("Damage done by", "without foundations > without foundations and without drinking water", "II.B.1"),
    ("Abuse in boarding", "too rare > too rare and announced in advance", "II.B.3"),
    ("Lessons by radio", "in time > in time and in two languages", "II.C.1"),
    ("The date for satellite", "was questioned > was accepted by some and questioned by others", "II.C.2"),
    ("The Trust for", "donations of textbooks > donations of textbooks and of solar panels", "III.B.1"),
    ("Indicators need", "dropout and repetition > dropout, repetition and enrollment", "IV.A.1"),
    ("The seminar took place", "fifty persons > fifty persons and two ministers of education", ""),
    ("Written comments", "sixty days > ninety days", ""),
    ("The report was adopted", "without a vote > as amended orally", ""),
)
AGUA: tuple[Line, ...] = (
    ("Title", "Proyecto de Programa Interamericano de Gestión de las Cuencas Compartidas"),
    ("Heading1", "Disposiciones generales"),
    ("Heading2", "Alcance"),
    ("Provision", "El Programa se aplica a los ríos, lagos y acuíferos que atraviesan una frontera."),
    ("Provision", "Sus disposiciones no afectan los tratados bilaterales de límites."),
    ("Heading2", "Principios"),
    ("Provision", "El uso doméstico del agua tiene prioridad sobre el riego y la minería."),
    ("Provision", "Quien contamina paga la limpieza y repara el daño a terceros."),
    ("Provision", "Los pueblos de la ribera serán consultados antes de toda obra de represamiento."),
    ("Heading1", "Medidas nacionales"),
    ("Heading2", "Calidad del agua"),
    ("Provision", "Los Estados instalarán estaciones de muestreo aguas arriba y aguas abajo de cada ciudad."),
    ("Provision", "Se prohíbe el vertido de mercurio y de cianuro."),
    ("Provision", "Las plantas de tratamiento de aguas servidas contarán con un operador certificado."),
    ("Heading2", "Crecidas y sequías"),
    ("Provision", "Se establecerá un sistema de alerta temprana con sirenas y mensajes de radio."),
    ("Provision", "Los embalses mantendrán un volumen de reserva durante los meses de estiaje."),
    ("Provision", "Queda prohibida la construcción de viviendas en las llanuras de inundación."),
    ("Heading2", "Bosques y pesca"),
    ("Provision", "Se reforestarán las cabeceras con especies nativas."),
    ("Provision", "La veda del bagre y del sábalo se fijará en las mismas fechas a ambos lados de la frontera."),
    ("Heading1", "Cooperación"),
    ("Heading2", "Comisión de Cuencas"),
    ("Provision", "La Comisión llevará un inventario de las represas y de su estado de conservación."),
    ("Provision", "Mediará en las controversias por caudales cuando ambas partes lo pidan."),
    ("Heading2", "Financiamiento"),
    ("Provision", "El Banco de desarrollo será invitado a otorgar préstamos en condiciones favorables."),
    ("Provision", "Una tasa sobre la navegación comercial alimentará un fondo de emergencia."),
)
SOBRE_AGUA: tuple[Led, ...] = (
    ("Title", "Informe de la Relatora sobre el taller técnico", ""),
    ("Heading1", "Desarrollo del taller", ""),
    ("ReportPara", "El taller se celebró durante dos días con la asistencia de treinta especialistas.", ""),
    ("ReportPara", "La Presidencia recordó que nadie queda obligado por sus intervenciones.", ""),
    ("Heading1", "Asuntos tratados", ""),
    ("Heading2", "Uso del agua", ""),
    (
        "ReportPara",
        "Varias delegaciones pidieron que el riego reciba el mismo trato que el uso doméstico, y una mencionó la minería.",
        "I.B.1",
    ),
    ("ReportPara", "La consulta con los pueblos de la ribera dio lugar a un largo debate sobre las obras de represamiento.", "I.B.3"),
    ("ReportPara", "Se preguntó quién repara el daño cuando el que contamina no es conocido.", "I.B.2"),
    ("ReportPara", "El mercurio y el cianuro fueron calificados como la mayor amenaza.", "II.A.2"),
    ("ReportPara", "Faltan operadores certificados para las plantas de tratamiento.", "II.A.3"),
    ("Heading2", "Riesgos", ""),
    ("ReportPara", "Las sirenas de alerta temprana han salvado vidas en dos valles.", "II.B.1"),
    ("ReportPara", "Se habló de viviendas levantadas en llanuras de inundación y de quién debe pagar su traslado.", "II.B.3"),
    ("ReportPara", "El volumen de los embalses en los meses de estiaje preocupa a los productores.", "II.B.2"),
    ("Heading2", "Recursos vivos", ""),
    ("ReportPara", "Los pescadores explicaron que la veda del bagre cambia de un lado a otro de la frontera.", "II.C.2"),
    ("ReportPara", "La reforestación con especies nativas tiene el apoyo de todos.", "II.C.1"),
    ("Heading2", "Instituciones", ""),
    ("ReportPara", "La Comisión de Cuencas presentó un primer inventario de represas.", "III.A.1"),
    ("ReportPara", "Hubo dudas sobre la tasa a la navegación comercial.", "III.B.2"),
    ("ReportPara", "El próximo taller tendrá lugar en la ciudad que las partes decidan.", ""),
)
CAMBIOS_AGUA: tuple[tuple[str, str, str], ...] = (
    ("Varias delegaciones pidieron", "el mismo trato > un trato preferente, igual", "I.B.1"),
    ("La consulta con", "un largo debate > un debate breve", "I.B.3"),
    ("El mercurio y", "la mayor amenaza > la mayor amenaza para la salud", "II.A.2"),
    ("Faltan operadores", "plantas de tratamiento > plantas de tratamiento en las ciudades pequeñas", "II.A.3"),
    ("Las sirenas", "dos valles > tres valles", "II.B.1"),
    ("Los pescadores", "del bagre > del bagre y del sábalo", "II.C.2"),
    ("La Comisión de Cuencas", "de represas > de represas y de su estado", "III.A.1"),
    ("Hubo dudas", "comercial > comercial y sobre el fondo de emergencia", "III.B.2"),
    ("El taller se celebró", "dos días > tres días", ""),
)


@dataclass(frozen=True)
class Meeting:
    """What goes into inputs/, and where things belong."""

    language: str
    draft: tuple[Line, ...]
    report: tuple[Led, ...]
    changes: tuple[tuple[str, str, str], ...]

    def files(self) -> dict[str, bytes]:
        """The draft, the report and Chile's marked-up copy of it, typed anew."""
        changed = [(style, _changed(words, self.changes)) for style, words, _ in self.report]
        said = f'[meeting]\nlanguage = "{self.language}"\n'.encode()
        return {
            "consolidation.toml": said,
            "draft-program.docx": _file(self.draft, self.language),
            "rapporteur-report.docx": _file([(style, words) for style, words, _ in self.report], self.language),
            "submissions/Chile.docx": _file(changed, self.language),
        }


MEETINGS = {"schools": Meeting("en", SCHOOLS, ON_SCHOOLS, CHANGED_SCHOOLS), "agua": Meeting("es", AGUA, SOBRE_AGUA, CAMBIOS_AGUA)}


def _changed(words: str, changes: tuple[tuple[str, str, str], ...]) -> str:
    for opening, change, _ in changes:
        old, new = change.split(" > ")
        if words.startswith(opening):
            assert words.count(old) == 1
            return words.replace(old, new)
    return words


def _file(lines: list[Line] | tuple[Line, ...], language: str) -> bytes:
    rows = [(f"p{n}", style, words) for n, (style, words) in enumerate(lines)]
    return docx(
        Document(tuple(paragraphs(rows)), {}, rows[0][2], "", language=language), Hand("unseen report", ("Chile",), "2004-10-25T10:00:00Z")
    )


@dataclass(frozen=True)
class Judged:
    """One thing with its key, and the label at which the run put it: "" where it is unplaced."""

    words: str
    labels: tuple[str, ...]
    found: str

    @property
    def wrong(self) -> bool:
        return bool(self.found) and self.found not in self.labels


def judged(meeting: Meeting, folder: Path) -> tuple[list[Judged], list[Judged]]:
    """The paragraphs of the report by the proposed crosswalk, and the proposals on it, after one run in folder."""
    for name, data in meeting.files().items():
        path = folder / "inputs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    run(folder / "inputs", folder / "outputs")
    return _paragraphs(meeting, folder / "outputs"), _proposals(meeting, folder / "outputs")


def _paragraphs(meeting: Meeting, outputs: Path) -> list[Judged]:
    rows = list(load_workbook(outputs / "crosswalk.xlsx").active.iter_rows(values_only=True))
    head = next(r for r in rows if r[0] == "Key")
    words, leads, sure = (head.index(name) for name in ("Words", "Leads to", "Confidence"))
    found = {str(r[words]): str(r[leads]) if float(r[sure]) >= SURE else "" for r in rows[rows.index(head) + 1 :] if r[words]}
    return [Judged(said, _labels(key), found[said]) for style, said, key in meeting.report if style == "ReportPara"]


def _proposals(meeting: Meeting, outputs: Path) -> list[Judged]:
    made = orjson.loads((outputs / "stages" / "align.json").read_bytes())
    told = {p["comment"]["text"].partition(": ")[2]: p["label"] if p["provision"] else "" for p in made if p["submission"] == "Chile.docx"}
    assert len(told) == len(meeting.changes)
    return [
        Judged(opening, _labels(key), next(at for said, at in told.items() if said.startswith(opening)))
        for opening, _, key in meeting.changes
    ]


def _labels(key: str) -> tuple[str, ...]:
    return tuple(x for x in key.split(";") if x)


if __name__ == "__main__":
    for name, meeting in MEETINGS.items():
        with tempfile.TemporaryDirectory() as folder:
            for kind, found in zip(("paragraphs", "proposals"), judged(meeting, Path(folder)), strict=True):
                keyed = [j for j in found if j.labels]
                for j in found:
                    if j.wrong or (j.labels and not j.found):
                        print("WRONG" if j.wrong else "unplaced", j.words[:70], "|", ";".join(j.labels), "|", j.found)
                placed = sum(bool(j.found) and not j.wrong for j in keyed)
                print(
                    f"{name}: {len(found)} {kind}, {len(keyed)} with a place, {placed} of them right, {sum(j.wrong for j in found)} wrong"
                )
