# ruff: noqa: E501 - one edit on a line, so that the edits read as a list
"""Versions of the Spanish draft and of the Rapporteur's report: Bolivia, Chile, Nicaragua, Paraguay, Venezuela. Original text, invented people."""
from ..edits import amend, comment, delete, insert_after, rewrite
from ..submission import Submission

BOLIVIA_LETTER = (
    "La Misión Permanente de Bolivia saluda atentamente a la Secretaría del Grupo de Trabajo y se refiere al proyecto de Programa.",
    "Bolivia considera que el texto debería atender, en todas sus secciones, a la situación de los pueblos indígenas que se desplazan a través de las fronteras.",
    "Bolivia apoya la propuesta de México sobre el párrafo II.B.3(b).",
    "Se adjunta a continuación el texto del proyecto con las modificaciones marcadas.",
)
BOLIVIA = [
    amend("spe4", "Combatir el racismo, {+la discriminación racial, +}la xenofobia"),
    amend("iin1", "{-Preparar directrices-}{+Preparar y difundir directrices+} sobre el trato"),
    amend("pah1", "la atención primaria de la salud{+, con respeto de la medicina tradicional+}."),
    amend("cor2c", "sociedad civil registradas ante la Organización{+ y representantes de pueblos indígenas+}."),
]

NICARAGUA = [
    amend("gen2", "Los Estados Miembros {-adoptarán-}{+procurarán adoptar+}, en un plazo"),
    amend("spe7", "Alentar la reducción de los costos {+de transferencia +}y una mayor transparencia"),
    amend("cid2", "informar sobre las condiciones de detención{+ y sobre el acceso a intérpretes+}."),
    insert_after("dev2", "nic-remittances", "Promover el uso de las remesas en proyectos de infraestructura comunitaria, cuando las familias así lo decidan."),
    delete("smt2"),
    amend("t6c4", "{-2005-}{+2006+}"),
    amend("rep4", "Los informes serán públicos{+ y se traducirán a los idiomas oficiales+}."),
    amend("fn:pilot", "con los gobiernos interesados{+ y con las autoridades locales+}."),
    amend("res2", "Se establecerá {#c1|un fondo voluntario#} al que"),
    comment("c1", "¿Quién administrará este fondo?"),
]

PARAGUAY = [
    amend("sco2a", "sin discriminación de ningún tipo{+ y cualquiera que sea su situación migratoria+};"),
    amend("inf3", "en los idiomas de los migrantes de que se trate{+, incluidas las lenguas indígenas+}, información"),
    amend("law3c", "los de los trabajadores de temporada{-.-}{+;+}"),
    insert_after("law3c", "pry-elderly", "la atención a los migrantes de edad avanzada."),
    amend("coo3", "uno designado por cada Estado Miembro{+ en el plazo de seis meses+}."),
    rewrite("leg3", "Elaborar un modelo de acuerdo sobre notificación y acceso consulares."),
    delete("dem2"),
]

CHILE = [
    amend("r2", "Representatives of member states, permanent observers, organs of the inter-American system, {+specialized organizations, +}international"),
    amend("r11", "be made flexible{+ or be left to each state+} (draft, section"),
    amend("r13", "not depend on a request{+, as is the practice of several states+} (draft"),
    amend("r17", "The cost of sending remittances {+and the fees of intermediaries +}{-was-}{+were+} examined"),
    insert_after("r19", "chl-media", "One delegation described a code of conduct that it had agreed with broadcasters."),
    amend("r27", "the frequency of reports{+, the review clause+} and the financing"),
    amend("r14", "{#c1|examples of alternatives#} were given"),
    comment("c1", "The examples could be listed in an annex to the report."),
]

VENEZUELA = [
    amend("r8", "explained how the process works and {-offered-}{+undertook+} to share"),
    amend("r12", "agreed on the importance of due process{+, of legal aid+} and of consular assistance"),
    amend("r13", "not depend on a request{+ of the detained person+} (draft"),
    amend("r18", "recognition of qualifications{+ and of work experience+} be included"),
    delete("r20"),
    amend("r21", "The difference between trafficking in persons and the smuggling of migrants was stressed{+, as was the assistance due to victims+}."),
    amend("r27", "the frequency of reports{+, the review clause+} and the financing"),
    amend("r24", "the access of migrants to {+public +}health services"),
]

VERSIONS = {
    "Bolivia.docx": Submission(("Severo Condorcanqui Vera",), "2004-10-28", BOLIVIA, base="es", cover=BOLIVIA_LETTER),
    "Chile - report of the Rapporteur.docx": Submission(("Isidora Undurraga Petit",), "2004-10-27", CHILE, base="report"),
    "Nicaragua.docx": Submission(("Auxiliadora Lacayo Tijerino",), "2004-10-25", NICARAGUA, base="es"),
    "Paraguay.docx": Submission(("Blas Ayala Cabañas",), "2004-10-29", PARAGUAY, base="es", clean=True, page_shift=1),
    "Venezuela (informe del Relator).docx": Submission(("Yuraima Colmenares Duin",), "2004-10-28", VENEZUELA, base="report"),
}
