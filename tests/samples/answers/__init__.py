"""What delegations sent in other forms than marks on the English draft: file name -> the function that writes the file."""
from collections.abc import Callable
from functools import partial

from ..forms.compound import encrypted
from ..forms.grid import grid_docx
from ..forms.letter import letter_docx, letter_eml, letter_html, letter_txt
from ..forms.odt import grid_odt, letter_odt
from ..forms.pdf import letter_pdf
from ..forms.rtf import letter_rtf
from ..forms.xlsx import grid_xlsx
from . import english, french, portuguese, spanish, tables, unreadable

BARBADOS_MAIL = ("mission.barbados@example.org", "Draft Program: comments", "Thu, 28 Oct 2004 15:42:00 -0400")

ANSWERS: dict[str, Callable[[], bytes]] = {
    "Antigua and Barbuda.txt": partial(letter_txt, english.ANTIGUA_AND_BARBUDA),
    "Bahamas - letter.docx": partial(letter_docx, english.BAHAMAS),
    "Barbados.eml": partial(letter_eml, english.BARBADOS, *BARBADOS_MAIL),
    "Belize.pdf": partial(letter_pdf, english.BELIZE),
    "Canada add. 1.docx": partial(letter_docx, french.CANADA),
    "CIM - quadro de comentários.odt": partial(grid_odt, tables.WOMEN),
    "Colombia - retiro de propuesta.odt": partial(letter_odt, spanish.COLOMBIA),
    "Dominica.docx": partial(letter_docx, english.DOMINICA),
    "Ecuador corr. 1.docx": partial(letter_docx, spanish.ECUADOR),
    "Grenada.rtf": partial(letter_rtf, english.GRENADA),
    "Guatemala - nota verbal.docx": partial(letter_docx, spanish.GUATEMALA),
    "Guyana.docx": partial(encrypted, "Guyana"),
    "Haïti - lettre.html": partial(letter_html, french.HAITI),
    "Honduras - observaciones.xlsx": partial(grid_xlsx, tables.HONDURAS, "Observaciones"),
    "OPAS - carta.docx": partial(letter_docx, portuguese.PAHO),
    "Rede Varanda dos Caminhos.txt": partial(letter_txt, portuguese.NETWORK),
    "Saint Kitts and Nevis.docx": unreadable.damaged,
    "Saint Lucia - comment table.docx": partial(grid_docx, tables.SAINT_LUCIA),
    "Saint Vincent and the Grenadines.docx": partial(letter_docx, english.SAINT_VINCENT),
    "~$xico.docx": unreadable.lock,
}
