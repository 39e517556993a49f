"""Spanish, in the register of the Organization's documents; the keys are those of en.py."""

WORDS = {
    # the facts on the first page
    "original": "Original: {language}",
    "language en": "inglés",
    "language es": "español",
    "language fr": "francés",
    "language pt": "portugués",
    "heading": "Documento consolidado",
    "date": "{day} de {month} de {year}",
    "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    # what this document is
    "explanatory": "Nota explicativa",
    "lead mandate": "Mandato",
    "lead base": "Documento de base",
    "note base": (
        "El presente documento, preparado por la Secretaría, compila las propuestas recibidas por escrito sobre el documento de base "
        "«{draft}». Propuestas sobre el texto: {proposals}. Otras observaciones: {remarks}."
    ),
    "lead cut-off": "Fecha de cierre",
    "note cut-off": "Se incluye lo recibido hasta el {date}.",
    "note deadline": (
        "El plazo fijado para presentar propuestas por escrito vencía el {date}; lo recibido después se incluye y así se indica."
    ),
    "lead received": "Comunicaciones",
    "note received": "Archivos recibidos: {files}. Estados Miembros que los enviaron: {states}. Otros participantes: {others}.",
    "note missing": "No se recibieron comunicaciones de: {names}.",
    "note none missing": "Se recibieron comunicaciones de todos los Estados Miembros.",
    "note other": (
        "El presente documento muestra únicamente lo enviado sobre este texto; consolidated.docx enumera todas las comunicaciones."
    ),
    "lead prejudice": "Carácter",
    "note prejudice": (
        "La presente compilación se publica sin perjuicio de la posición de ninguna delegación y no refleja acuerdo alguno. El orden "
        "no implica preferencia."
    ),
    # how to read it
    "marks": "Cómo leer este documento",
    "lead marks": "Marcas",
    "marks author": (
        "Las palabras cuya inserción se propone figuran subrayadas y aquellas cuya supresión se propone figuran tachadas, con el "
        "nombre del proponente. Las propuestas iguales se muestran una sola vez, con todos los nombres, como «Argentina; Mexico», en "
        "el orden de la reunión. Los colores los asigna Word y carecen de significado."
    ),
    "lead labels": "Etiquetas",
    "marks labels": (
        "Las palabras entre corchetes con el nombre «Secretariat», como [Argentina: debería] o [México: suprimir], indican de quién es "
        "la propuesta. No forman parte de ninguna propuesta."
    ),
    "lead conflicts": "Propuestas incompatibles y alternativas",
    "marks conflicts": (
        "Las propuestas sobre las mismas palabras que no pueden adoptarse todas a la vez llevan un número, como [C-03], que las "
        "precede en el texto y remite al Anexo {annex}, donde la redacción del proyecto y las alternativas figuran en paralelo."
    ),
    "marks alternatives": (
        "Cuando varias propuestas reformulan un mismo párrafo, la redacción del proyecto lleva la etiqueta «Proyecto» y le sigue cada "
        "redacción propuesta, completa, con la etiqueta «Alt. 1», «Alt. 2» y sus proponentes. Los números sirven solo de referencia."
    ),
    "lead accept": "Aceptar y rechazar",
    "marks accept": (
        "Si se rechazan todas las marcas se obtiene el documento de base. Si se aceptan todas no se obtiene un texto acordado, puesto "
        "que figuran juntas propuestas que se excluyen entre sí."
    ),
    "lead one": "Propuestas de una sola delegación",
    "marks one": (
        "En Word: Revisar > Mostrar marcas > Personas específicas; desactive «Todos los revisores» y marque todos los nombres en que "
        "figure la delegación, incluidos los conjuntos. El Anexo {annex} enumera esos nombres bajo cada proponente. La carpeta "
        "by-contributor contiene un documento por cada proponente, con sus propuestas únicamente."
    ),
    "lead ids": "Identificadores",
    "marks ids": (
        "Cada propuesta tiene un identificador, como {id}, que es el mismo aquí, en los anexos y en el cuadro comparativo "
        "(comparison.xlsx)."
    ),
    "lead annexes": "Anexos",
    "received": "Comunicaciones recibidas",
    "unread": "Atención: no pudo leerse: {count} ({files}). Nada en este documento refleja su contenido. Véase el Anexo {annex}.",
    "one file": "1 archivo",
    "several files": "{count} archivos",
    # labels in the text
    "draft option": "Proyecto",
    "alternative": "Alt. {number}",
    "colon": ": ",
    "to delete": "suprimir",
    "deleted option": "(suprimir)",
    "moved option": "(trasladar)",
    # who contributed, and what came
    "received of states": "Estados Miembros y grupos",
    "received of bodies": "Órganos, organizaciones y sociedad civil",
    "received of nobody": "Archivos sin proponente conocido",
    "capacity": "Calidad",
    "capacity state": "Estado Miembro",
    "capacity group": "grupo",
    "capacity observer": "observador permanente",
    "capacity organ": "órgano",
    "capacity organisation": "organización internacional",
    "capacity civil society": "sociedad civil",
    "capacity nobody": "sin asignar",
    "with capacity": "{name} ({capacity})",
    "counts": "Cifras",
    "counts note": "La observación de varios proponentes se cuenta una vez en cada calidad y una sola vez en el total.",
    "files": "Archivos",
    "support": "Apoyo",
    "on the report": "Sobre el informe",
    "total": "Total",
    "received how": "Forma; estado",
    "in conflicts": "En conflicto",
    "late": "fuera de plazo",
    "to see": "Para ver estas propuestas en Word, marque: ",
    # languages
    "original pending": "[Original: {language}; traducción pendiente] ",
    "original translated": "[Original: {language}] ",
    "translation pending": "Original: {language}; traducción pendiente",
    "secretariat translation": "[Traducción de la Secretaría] ",
    "translation": "Traducción de la Secretaría",
    # the annexes
    "annex title": "Anexo {number} – {title}",
    "annex conflicts": "Propuestas incompatibles y alternativas",
    "annex conflicts note": (
        "Propuestas sobre las mismas palabras que no pueden adoptarse todas a la vez, junto a la redacción del proyecto. Las palabras "
        "que no figuran en el proyecto aparecen en negrita y subrayadas; las que se omiten, tachadas. Un texto que conserva poco del "
        "proyecto aparece sin palabras tachadas. El orden no implica preferencia."
    ),
    "conflict proposals": "Propuestas: ",
    "annex proposals": "Propuestas por proponente",
    "annex proposals note": (
        "Todas las propuestas y observaciones de los Estados Miembros y grupos sobre el proyecto, con su disposición y su tipo. La que "
        "presentan varios proponentes figura bajo cada uno de ellos. Los apoyos se enumeran aparte."
    ),
    "annex bodies": "Órganos, organizaciones y sociedad civil",
    "annex bodies note": (
        "Lo recibido de participantes que no son Estados Miembros ni grupos, íntegramente. Se cuenta aparte de las propuestas de los "
        "Estados Miembros."
    ),
    "annex support": "Apoyo",
    "annex support note": "Participantes que apoyan lo que otros proponen. No figuran entre los autores de la propuesta ni de su marca.",
    "annex placements": "Ubicación de las observaciones",
    "annex placements note": (
        "Observaciones de cuadros y cartas, con lo que vincula cada una a su disposición. La certeza va de 0 a 1 y se refiere a la "
        "ubicación, no a la observación misma. La Secretaría corrige una ubicación en placements.xlsx."
    ),
    "annex unplaced": "Propuestas sin ubicar",
    "annex unplaced note": (
        "Observaciones que ningún indicio vincula a una sola disposición, en los términos en que se recibieron, con las disposiciones "
        "a las que podrían corresponder. La Secretaría las ubica, en placements.xlsx, cuando se conoce la disposición."
    ),
    "unplaced report": "Marcas en el informe del Relator que no remiten a ninguna disposición",
    "annex unplaced report note": (
        "Marcas hechas en el informe del Relator cuyo párrafo no remite a ninguna disposición del proyecto. Su texto figura en el "
        "anexo sobre el informe. La Secretaría corrige en crosswalk.xlsx a qué disposición remite un párrafo."
    ),
    "annex report": "Observaciones sobre el informe del Relator",
    "annex report note": (
        "Correcciones del informe del Relator y marcas hechas en él. No son propuestas sobre el proyecto y se cuentan aparte; cuando "
        "un párrafo del informe remite a una disposición del proyecto, esta se indica."
    ),
    "annex general": "Observaciones generales",
    "annex general note": (
        "Observaciones de los Estados Miembros y grupos sobre el proyecto en su conjunto, en los términos en que se recibieron."
    ),
    "annex texts": "Textos no vinculados a una disposición",
    "annex texts note": (
        "Textos que no son una versión del proyecto y propuestas que no pudieron mostrarse como marcas, en los términos en que se "
        "recibieron."
    ),
    "annex superseded": "Comunicaciones sustituidas y retiradas",
    "annex superseded note": "Se conservan en el registro; nada de ello se muestra como marca.",
    "annex files": "Registro de comunicaciones",
    "annex files unread": "Archivos que no pudieron leerse",
    "annex files unread note": "Nada en este documento refleja el contenido de estos archivos.",
    "annex files all": "Todos los demás archivos",
    "notices": "Avisos",
    "none": "Ninguno.",
    "no conflict": "No se encontraron propuestas incompatibles.",
    "counted": "{name} ({count})",
    "not reproduced": "{count} párrafos, no reproducidos: {status}",
    "unassigned": "(sin asignar)",
    "not placed": "sin ubicar",
    "in conflict": "véase {id}",
    # columns of the tables and sheets
    "words": "Texto recibido",
    "supporter": "Quien apoya",
    "supports": "Apoya la propuesta de",
    "proposals there": "Propuestas en ese lugar",
    "not named": "(no se nombra)",
    "evidence": "Indicio",
    "placed": "Ubicación",
    "candidates": "Posibilidades",
    "candidate": "Posibilidad {number}",
    "share": "{label} ({share:.2f})",
    "how": "{by}, {share:.2f}",
    "no candidate": "ninguna",
    "correct in": "Se corrige en",
    "leads to": "Remite a",
    "key": "Clave en ese archivo",
    "what": "Qué",
    "file superseded": "archivo completo",
    "parts": "partes del archivo, {state}: {count}",
    "conflict": "Conflicto",
    "conflicts": "Conflictos",
    "provision": "Disposición",
    "kind": "Clase",
    "options": "Opciones",
    "option": "Opción {number}",
    "proposals": "Propuestas",
    "contributor": "Proponente",
    "contributors": "Proponentes",
    "file": "Archivo",
    "received on": "Recibido",
    "form": "Forma",
    "status": "Estado",
    "comments": "Comentarios",
    "place": "Lugar",
    "text": "Texto",
    "reason": "Motivo",
    "hash": "Archivo y SHA-256",
    "message": "Mensaje",
    "id": "Id.",
    "section": "Sección",
    "draft text": "Texto del proyecto",
    "type": "Tipo",
    "proposed text": "Texto propuesto",
    "change": "Cambio (inserciones subrayadas, supresiones tachadas)",
    "rationale": "Comentario o fundamento",
    "equal": "Propuesto también por",
    "source": "Archivo de origen",
    "source place": "Lugar en el archivo",
    "language": "Idioma",
    "placed by": "Ubicada por",
    "confidence": "Certeza",
    "flags": "Indicaciones",
    "decision": "Decisión",
    "agreed": "Texto acordado",
    "note": "Nota",
    "alternatives": "Mostrado como alternativas",
    "symbol": "Signatura",
    "unplaced": "Sin ubicar",
    "held": "Retenido",
    "sha256": "SHA-256",
    "state": "Situación",
    "count": "Número",
    "yes": "sí",
    "no": "no",
    "continued": "{id} (continuación)",
    "several places": "{first} … {last}",
    # sheets
    "sheet proposals": "Propuestas",
    "sheet conflicts": "Conflictos",
    "sheet unplaced": "Sin ubicar",
    "sheet report": "Sobre el informe",
    "sheet general": "Observaciones generales",
    "sheet support": "Apoyo",
    "sheet bodies": "Órganos y otros",
    "sheet superseded": "Sustituidas",
    "sheet counts": "Cifras",
    "sheet submissions": "Comunicaciones",
    "sheet notices": "Avisos",
    "sheet ledger": "Libro de cuentas",
    "sheet texts": "Otros textos",
    "page": "Página &P de &N",
    "decisions": "pendiente,acordado,acordado ad referéndum,entre corchetes,no acordado,retirado,aplazado",
    "decision title": "Decisión",
    "decision error": "Elija una de las siguientes: {choices}.",
    # the closed lists of report.json as a document shows them
    "form tracked": "control de cambios",
    "form clean": "texto sin marcas",
    "form table": "cuadro",
    "form letter": "carta",
    "form comments": "comentarios",
    "form odt": ".odt, mediante LibreOffice",
    "form rtf": ".rtf, mediante LibreOffice",
    "form doc": ".doc, mediante LibreOffice",
    "status merged": "incorporado",
    "status rebased": "trasladado",
    "status other-language": "otro idioma",
    "status comments-only": "solo observaciones",
    "status unassigned": "sin asignar",
    "status superseded": "sustituido",
    "status withdrawn": "retirado",
    "status withheld": "en anexo",
    "status unreadable": "ilegible",
    "status quarantined": "en cuarentena",
    "type amend": "modificar",
    "type delete": "suprimir",
    "type insert": "insertar",
    "type move": "trasladar",
    "type comment": "comentario",
    "type general comment": "observación general",
    "type support": "apoyo",
    "type reservation": "reserva",
    "type withdrawal": "retiro",
    "type format": "formato",
    "kind rival replacement": "sustituciones incompatibles",
    "kind rival insertion": "inserciones incompatibles",
    "kind overlapping deletion": "supresiones superpuestas",
    "kind deletion against edit": "supresión frente a modificación",
    "kind paragraph deleted against edited": "párrafo suprimido y modificado",
    "kind rewritten by several": "reformulado por varios",
    "kind same cell": "misma celda",
    "kind row deleted against edited": "fila suprimida y modificada",
    "kind split or join against edit": "división o unión frente a modificación",
    "kind move against edit": "traslado frente a modificación",
    "by marked": "marca",
    "by compared": "comparación",
    "by form": "formulario",
    "by cited": "cita",
    "by quoted": "texto citado",
    "by similar": "semejanza",
    "by by hand": "a mano",
    "notice choice": "decisión del funcionario",
    "notice converted": "convertido",
    "notice corrected": "corregido",
    "notice draft text edited": "texto del proyecto modificado",
    "notice draft text removed": "texto del proyecto eliminado",
    "notice form": "formulario",
    "notice held": "retenido",
    "notice late": "fuera de plazo",
    "notice letter": "carta",
    "notice lost in reading": "perdido en la lectura",
    "notice no version": "no es versión del proyecto",
    "notice not applied": "no aplicado",
    "notice other version": "otra versión",
    "notice quarantined": "en cuarentena",
    "notice register": "registro",
    "notice row across the table": "fila que atraviesa el cuadro",
    "notice row without comment": "fila sin comentario",
    "notice superseded": "sustituido",
    "notice table continued": "cuadro que continúa",
    "notice to decide": "por decidir",
    "notice translation": "traducción",
    "notice unassigned": "sin asignar",
    "notice unmarked": "sin marcar",
    "notice unplaced": "sin ubicar",
    "notice unreadable": "ilegible",
    "notice withdrawn": "retirado",
    "notice withheld": "en anexo",
}
