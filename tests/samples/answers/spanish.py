# ruff: noqa: E501 - one paragraph on a line, so that the prose reads as a list
"""Letters in Spanish: Colombia, Ecuador, Guatemala. Original text, invented people."""
from ..forms.letter import Letter

GUATEMALA = Letter("es", "2004-10-26", "Anabella Xiquín Archila", (
    "Misión Permanente de Guatemala ante la Organización de los Estados Americanos",
    "Nota n.º 00-2004",
    "La Misión Permanente de Guatemala saluda atentamente a la Secretaría del Grupo de Trabajo y tiene el honor de remitir las observaciones del Gobierno de Guatemala sobre la versión en español del proyecto de Programa (CAJP/GT/TM-00/04).",
    "1. En el inciso a) del párrafo 3 de la Sección II, apartado B, sustitúyase “la pronta información” por “la información inmediata”.",
    "2. Párrafo II.B.8: agréguese “, desglosadas por sexo y edad,” después de “comparables”.",
    "3. En el párrafo 1 de la sección IV.G, elimínese la palabra “público”.",
    "4. Insértese un nuevo párrafo 2 bis en la sección III.C, que diga: “Fomentar la coordinación entre los procesos regionales de consulta y la red de puntos focales.”",
    "5. El numeral 3 de la sección V.B debe decir: “El Programa se revisará cada cuatro años a partir de su aprobación.”",
    "6. Literal c) del numeral 3 del apartado IV.A: sustitúyase “en tránsito” por “en tránsito, en particular mujeres y niños”.",
    "7. Guatemala acompaña la propuesta de El Salvador sobre el mismo literal.",
    "8. Con respecto al párrafo que comienza “Nada de lo dispuesto en el Programa”, se propone reemplazar “legislación nacional” por “legislación interna”.",
    "9. Trasládese el párrafo III.B.3 a continuación del párrafo III.B.1.",
    "10. Guatemala formula una reserva respecto de los párrafos 1 y 2 de la sección V.C, en espera de instrucciones.",
    "11. En términos generales, Guatemala considera que el Programa debería prestar mayor atención a las zonas fronterizas.",
    "12. En relación con el párrafo 15 del informe del Relator, se sugiere agregar, al final, “y por varios Estados”.",
    "La Misión Permanente de Guatemala aprovecha la oportunidad para reiterar a la Secretaría las seguridades de su distinguida consideración.",
))

ECUADOR = Letter("es", "2004-11-02", "Galo Moncayo Terán", (
    "{!Corrección a las observaciones del Ecuador!}",
    "En la propuesta del Ecuador sobre el párrafo IV.H.2, donde dice “children” debe decir “sons and daughters”.",
    "Además, en el párrafo II.A.1 intercálese “efectivamente” después de “promover y proteger”.",
))

COLOMBIA = Letter("es", "2004-11-08", "Luz Dary Cifuentes Arango", (
    "La Misión Permanente de Colombia saluda atentamente a la Secretaría y se refiere a sus propuestas del 25 de octubre de 2004.",
    "Tras nuevas consultas, Colombia retira su propuesta sobre el párrafo IV.H.1, relativa a la atención de urgencia.",
    "Las demás propuestas se mantienen sin cambios.",
))
