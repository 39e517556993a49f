"""Spanish: what the Secretariat says in comparison.xlsx alone."""

WORDS = {
    "sheet read me": "Léame",
    "sheet comparison": "Comparación",
    "sheet heat": "Mapa de calor",
    "sheet changes": "Cambios",
    "sheet files": "Archivos",
    # columns
    "order": "Orden",
    "responsible": "Área responsable",
    "time frame": "Plazo",
    "is late": "Fuera de plazo",
    "answered": "Respondió",
    "title": "Título",
    "no section": "(fuera de las secciones)",
    "whole draft": "(proyecto en su conjunto)",
    "what changed": "Desde la edición anterior",
    "before": "Antes",
    "change new": "nueva",
    "change changed": "modificada",
    "change gone": "ya no se propone",
    # the chart
    "chart": "Propuestas y observaciones por sección",
    "chart number": "Número",
    # the first sheet
    "read title": "Comparación de las propuestas",
    "read what": "Qué es este libro",
    "what workbook": "Libro",
    "what workbook told": (
        "Preparado por la Secretaría. Enumera las propuestas y observaciones escritas sobre “{draft}”, una por fila: en el orden del "
        "proyecto, luego en el de la reunión y luego por fecha. Los identificadores y los números son los de consolidated.docx."
    ),
    "read figures": "Cifras",
    "figure states": "Estados Miembros que respondieron",
    "figure of states": "Estados Miembros que participan",
    "figure files": "Archivos recibidos",
    "figure all": "Propuestas y observaciones",
    "figure proposals": "– propuestas sobre el texto",
    "figure comments": "– comentarios",
    "figure support": "– apoyos",
    "figure on the report": "– sobre el informe del Relator",
    "figure unplaced": "– sin ubicar",
    "figure conflicts": "Conflictos",
    "read use": "Cómo usarlo",
    "use filter": "Filtrar y ordenar",
    "use filter told": "Con las flechas del encabezado de una hoja. La columna Orden de Propuestas restablece el orden.",
    "use fold": "Plegar y desplegar",
    "use fold told": (
        "Con los signos + y − sobre las columnas y junto a las filas. Están plegados los detalles de las propuestas, las disposiciones "
        "sin propuestas y los proponentes sin propuestas."
    ),
    "use links": "Seguir enlaces",
    "use links told": "Un identificador o un nombre subrayado lleva a su fila en otra hoja: de Propuestas a Comparación, y de vuelta.",
    "use long": "Textos largos",
    "use long told": (
        "Excel muestra a lo sumo 409 puntos de una fila; un texto más largo se lee entero en la barra de fórmulas. Lo que no cabe en una "
        "celda continúa en la fila siguiente, con el mismo identificador."
    ),
    "read marks": "Cómo se muestran los cambios",
    "sample kept": "Los Estados ",
    "sample deleted": "deben",
    "sample inserted": "podrán",
    "sample end": " actuar.",
    "sample id": "MEX-07",
    "mark inserted": "Subrayado: palabras que se propone insertar.",
    "mark deleted": "Tachado: palabras que se propone suprimir.",
    "mark change": "Un cambio en su lugar. Los colores no tienen significado propio.",
    "mark bold": "Negrita: un identificador, un nombre o un título.",
    "read decisions": "Decisión, texto acordado y nota",
    "decisions for": "Para los revisores",
    "decisions for told": (
        "Los revisores llenan estas columnas de Propuestas. El identificador de una fila no se modifica: dice a qué propuesta "
        "corresponde lo anotado."
    ),
    "decision 1": "aún no considerada",
    "decision 2": "aceptada como figura en el texto acordado o, si este está vacío, como fue propuesta",
    "decision 3": "aceptada, sujeta a confirmación",
    "decision 4": "queda entre corchetes; la redacción está abierta",
    "decision 5": "considerada y no aceptada",
    "decision 6": "retirada por quienes la presentaron",
    "decision 7": "se considerará más adelante",
    "read sheets": "Hojas",
    "about proposals": "Una fila por cada propuesta y observación, con columnas para la decisión.",
    "about comparison": (
        "Las disposiciones del proyecto hacia abajo, los proponentes a lo ancho; cada celda muestra el texto propuesto, con sus cambios."
    ),
    "about heat": (
        "Número de propuestas y observaciones por sección y proponente. La que es de varios figura en la columna de cada uno y una vez "
        "en el total."
    ),
    "about conflicts": "Propuestas sobre las mismas palabras que no pueden aprobarse todas, con las alternativas una al lado de otra.",
    "about general": "Comentarios de Estados Miembros y grupos sobre el proyecto en su conjunto.",
    "about unplaced": "Observaciones que nada vincula a una sola disposición, con aquellas en las que podrían figurar.",
    "about support": "Proponentes que apoyan lo que otros proponen.",
    "about report": "Correcciones del informe del Relator y marcas hechas en él.",
    "about bodies": "Lo que enviaron órganos, organizaciones y la sociedad civil.",
    "about superseded": "Lo que fue reemplazado o retirado.",
    "about changes": "Lo nuevo, lo modificado y lo que ya no se propone desde la edición anterior.",
    "about submissions": "Los Estados Miembros, hayan respondido o no, y los demás proponentes, con sus archivos y números.",
    "about files": "El registro de los archivos recibidos y el destino de cada uno.",
    "about counts": "Números según la calidad de los proponentes.",
    "about notices": "Lo que la Secretaría debe saber de ciertos archivos.",
    "about ledger": "El destino de cada marca, comentario, fila y párrafo recibido.",
    "about texts": "Textos que no son versión del proyecto, en las palabras recibidas.",
}
