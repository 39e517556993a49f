# ruff: noqa: E501 - one row on a line, so that the table reads as a table
"""Comment tables: Honduras, Inter-American Commission of Women, Saint Lucia. Original text, invented people."""
from ..forms.grid import Grid

SAINT_LUCIA = Grid(
    "en", "2004-10-27", "Philomène St. Rose",
    ("{!Comments on the draft Program!}", "Body: Saint Lucia      Date: 27~October 2004      Document: CAJP/GT/TM-00/04"),
    (
        ("No.", "Clause/ Subclause", "Paragraph/ Figure/ Table/ Note", "Type of comment", "Comment (justification for change)", "Proposed change", "Observations of the Secretariat"),
        ("", "(e.g. II.A)", "(e.g. 3(b), Table 1)", "ge = general, te = technical, ed = editorial", "", "", ""),
        ("LCA-1", "General", "", "ge", "The text uses “migrants” and “migrant workers” in turn; one expression would serve the reader."),
        ("LCA-2", "II.A.3(b)", "", "te", "Cooperation depends on information that is shared in good time.", "Replace “cooperation” with “cooperation and the exchange of information”."),
        ("LCA-3", "III.B", "Para. 4", "te", "The burden on small administrations should be kept low.", "To exchange statistical information through the systems that already exist in the region, with due protection of personal data and at no additional cost to small administrations."),
        ("LCA-4", "IV.I", "Table 1, row 2", "te", "Two years seem short.", "In the last column replace “2005–2007” by “2005–2008”."),
        ("LCA-5", "", "Footnote 2", "ed", "The symbol would help the reader.", "Insert “(CAJP/GT/TM-01/04)” after “special meeting”."),
        (),
        ("LCA-6", "IV.H", "1", "te", "Has the organization been consulted on this task?"),
        ("LCA-7", "idem", "2", "te", "The same information is already collected elsewhere.", "Delete."),
        ("LCA-8", "I.B.2", "(d)", "ed", "The principle should cover every decision.", "(d) the best interests of the child, as a primary consideration in every decision;"),
        ("LCA-9", "Training of officials", "", "te", "Distance courses reach more officials.", "Add a sentence on distance courses."),
        ("LCA-10", "II.B.3(c)(ii)", "", "ed", "", "“in migration reception centers.”"),
    ),
    (800, 1100, 1300, 1000, 2400, 2400, 1200),
)

HEADS = ("N.º", "Sección", "Párrafo, cuadro o nota", "Tipo", "Observación", "Cambio propuesto", "Respuesta de la Secretaría")
HONDURAS = Grid(
    "es", "2004-10-27", "Ninoska Bográn Zelaya",
    ("Cuadro de observaciones de la República de Honduras al proyecto de Programa (CAJP/GT/TM-00/04)", "Fecha: 27 de octubre de 2004"),
    (
        HEADS,
        ("1", "II.B", "3, inciso b)", "Fondo", "El aviso no debería depender de que alguien lo pida.", "Sustituir “cuando la persona detenida así lo solicite” por “sin demora”."),
        ("2", "I.B", "párr. 2 b)", "Fondo", "La frase se entiende sin el adjetivo.", "Suprimir “soberana”."),
        ("3", "III.A", "3 c)", "Fondo", "", "Agregar al final: “y de las trabajadoras del hogar”."),
        ("4", "IV.C", "nota al pie 5", "Forma", "Conviene un término más amplio.", "Sustituir “de común acuerdo con” por “en consulta con”."),
        HEADS,
        ("5", "IV.B", "3", "Fondo", "Falta una actividad de participación.", "Nuevo párrafo a continuación: “Promover la participación de las mujeres migrantes en los mecanismos de consulta.”"),
        ("6", "Ídem", "2, letra a)", "Forma", "", "“albergues temporales;”"),
        ("7", "", "Cuadro 1, fila 6", "Fondo", "El plazo parece corto.", "Sustituir “2006” por “2006–2007”."),
        ("8", "General", "", "General", "Honduras considera que el Programa debería prever un intercambio anual de experiencias entre consulados."),
        ("9", "V.A", "2", "Fondo", "¿Se prevé interpretación a los cuatro idiomas en la sesión especial?"),
        ("10", "", "", "Fondo", "Convendría mencionar en algún lugar a las personas con discapacidad.", "Agregar “con discapacidad”."),
        ("11", "IV.D", "1 y 2", "Fondo", "Ambas actividades deberían dirigirse también a las comunidades de retorno.", "Agregar “y de retorno”."),
    ),
    (6, 14, 22, 10, 44, 50, 24),
)

WOMEN = Grid(
    "pt", "2004-10-26", "Dalva Queiroz Sampaio",
    ("{!Quadro de comentários!}", "Entidade: Comissão Interamericana de Mulheres (CIM)      Data: 26 de outubro de 2004"),
    (
        ("Nº", "Dispositivo", "Comentário", "Redação proposta"),
        ("1", "Seção IV.B, parágrafo 1", "O cuidado de pessoas é trabalho distinto do serviço doméstico.", "Estudar a situação das mulheres migrantes ocupadas no serviço doméstico e no cuidado de pessoas, e recomendar medidas para sua proteção."),
        ("2", "Seção IV.B, parágrafo 2, alínea b", "A moradia é a primeira necessidade depois da acolhida.", "Acrescentar “e orientação sobre moradia”."),
        ("3", "alínea “a” do mesmo parágrafo", "", "casas de acolhida;"),
        ("4", "IV.B.3", "A pauta da próxima Assembleia já foi aprovada.", "Substituir “próxima Assembleia” por “Assembleia seguinte”."),
        ("5", "IV.B, áreas responsáveis", "As comissões nacionais executam boa parte das atividades.", "Incluir “mecanismos nacionais da mulher”."),
        ("6", "I.B.2(e)", "A Comissão está de acordo com a redação atual."),
        ("7", "Tabela 1, linha 4", "O estudo exige dois anos.", "Substituir “2005” por “2005 e 2006”."),
        ("8", "Geral", "Os dados deveriam ser apresentados por sexo em todas as atividades."),
        ("9", "IV.C, parágrafos 1 e 3", "Convém mencionar as meninas.", "Incluir “e meninas”."),
    ),
    (700, 2200, 3300, 3300),
)
