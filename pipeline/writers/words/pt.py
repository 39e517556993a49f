"""Portuguese, in the register of the Organization's documents; the keys are those of en.py."""

WORDS = {
    # the facts on the first page
    "original": "Original: {language}",
    "language en": "inglês",
    "language es": "espanhol",
    "language fr": "francês",
    "language pt": "português",
    "heading": "Documento consolidado",
    "date": "{day} de {month} de {year}",
    "months": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    # what this document is
    "explanatory": "Nota explicativa",
    "lead mandate": "Mandato",
    "lead base": "Documento de base",
    "note base": (
        "Este documento, preparado pela Secretaria, compila as propostas recebidas por escrito sobre o documento de base “{draft}”. "
        "Propostas sobre o texto: {proposals}. Outras observações: {remarks}."
    ),
    "lead cut-off": "Data de encerramento",
    "note cut-off": "Inclui-se o que foi recebido até {date}.",
    "note deadline": (
        "O prazo fixado para as propostas por escrito vencia em {date}; o que foi recebido depois está incluído e assim indicado."
    ),
    "lead received": "Comunicações",
    "note received": "Arquivos recebidos: {files}. Estados membros que os enviaram: {states}. Outros participantes: {others}.",
    "note missing": "Não foram recebidas comunicações de: {names}.",
    "note none missing": "Foram recebidas comunicações de todos os Estados membros.",
    "note other": "Este documento mostra somente o que foi enviado sobre este texto; consolidated.docx enumera todas as comunicações.",
    "lead prejudice": "Caráter",
    "note prejudice": (
        "Esta compilação é feita sem prejuízo da posição de qualquer delegação e não reflete acordo algum. A ordem não implica "
        "preferência."
    ),
    # how to read it
    "marks": "Como ler este documento",
    "lead marks": "Marcas",
    "marks author": (
        "As palavras cuja inserção se propõe estão sublinhadas e aquelas cuja supressão se propõe estão tachadas, com o nome do "
        "proponente. As propostas iguais aparecem uma só vez, com todos os nomes, como “Argentina; Mexico”, na ordem da reunião. As "
        "cores são escolhidas pelo Word e não têm significado."
    ),
    "lead labels": "Rótulos",
    "marks labels": (
        "As palavras entre colchetes com o nome “Secretariat”, como [Argentina: deveria] ou [México: suprimir], indicam de quem é a "
        "proposta. Não fazem parte de nenhuma proposta."
    ),
    "lead conflicts": "Propostas incompatíveis e alternativas",
    "marks conflicts": (
        "As propostas sobre as mesmas palavras que não podem ser todas adotadas têm um número, como [C-03], que as precede no texto e "
        "remete ao Anexo {annex}, onde a redação do projeto e as alternativas estão lado a lado."
    ),
    "marks alternatives": (
        "Quando várias propostas reformulam um mesmo parágrafo, a redação do projeto leva o rótulo “Projeto” e é seguida de cada "
        "redação proposta, completa, com o rótulo “Alt. 1”, “Alt. 2” e seus proponentes. Os números servem apenas de referência."
    ),
    "lead accept": "Aceitar e rejeitar",
    "marks accept": (
        "A rejeição de todas as marcas dá o documento de base. A aceitação de todas as marcas não dá um texto acordado, uma vez que "
        "propostas que se excluem figuram lado a lado."
    ),
    "lead one": "Propostas de uma só delegação",
    "marks one": (
        "No Word: Revisão > Mostrar Marcações > Pessoas Específicas; desmarque “Todos os Revisores” e marque todos os nomes em que "
        "figure a delegação, inclusive os conjuntos. O Anexo {annex} enumera esses nomes sob cada proponente. A pasta by-contributor "
        "contém um documento para cada proponente, somente com as suas propostas."
    ),
    "lead ids": "Identificadores",
    "marks ids": (
        "Cada proposta tem um identificador, como {id}, que é o mesmo aqui, nos anexos e no quadro comparativo (comparison.xlsx)."
    ),
    "lead annexes": "Anexos",
    "received": "Comunicações recebidas",
    "unread": "Atenção: não foi possível ler: {count} ({files}). Nada neste documento reflete o seu conteúdo. Ver Anexo {annex}.",
    "one file": "1 arquivo",
    "several files": "{count} arquivos",
    # labels in the text
    "draft option": "Projeto",
    "alternative": "Alt. {number}",
    "colon": ": ",
    "to delete": "suprimir",
    "deleted option": "(suprimir)",
    "moved option": "(deslocar)",
    # who contributed, and what came
    "received of states": "Estados membros e grupos",
    "received of bodies": "Órgãos, organizações e sociedade civil",
    "received of nobody": "Arquivos sem proponente conhecido",
    "capacity": "Qualidade",
    "capacity state": "Estado membro",
    "capacity group": "grupo",
    "capacity observer": "observador permanente",
    "capacity organ": "órgão",
    "capacity organisation": "organização internacional",
    "capacity civil society": "sociedade civil",
    "capacity nobody": "não atribuído",
    "with capacity": "{name} ({capacity})",
    "counts": "Números",
    "counts note": "A observação de vários proponentes é contada uma vez em cada qualidade e uma só vez no total.",
    "files": "Arquivos",
    "support": "Apoio",
    "on the report": "Sobre o relatório",
    "total": "Total",
    "received how": "Forma; situação",
    "in conflicts": "Em conflito",
    "late": "fora do prazo",
    "to see": "Para ver estas propostas no Word, marque: ",
    # languages
    "original pending": "[Original: {language}; tradução pendente] ",
    "original translated": "[Original: {language}] ",
    "translation pending": "Original: {language}; tradução pendente",
    "secretariat translation": "[Tradução da Secretaria] ",
    "translation": "Tradução da Secretaria",
    # the annexes
    "annex title": "Anexo {number} – {title}",
    "annex conflicts": "Propostas incompatíveis e alternativas",
    "annex conflicts note": (
        "Propostas sobre as mesmas palavras que não podem ser todas adotadas, ao lado da redação do projeto. As palavras que não estão "
        "no projeto aparecem em negrito e sublinhadas; as que são omitidas, tachadas. Um texto que conserva pouco do projeto aparece "
        "sem palavras tachadas. A ordem não implica preferência."
    ),
    "conflict proposals": "Propostas: ",
    "annex proposals": "Propostas por proponente",
    "annex proposals note": (
        "Todas as propostas e observações dos Estados membros e grupos sobre o projeto, com sua disposição e seu tipo. A de vários "
        "proponentes figura sob cada um deles. Os apoios são enumerados à parte."
    ),
    "annex bodies": "Órgãos, organizações e sociedade civil",
    "annex bodies note": (
        "O que foi recebido de participantes que não são Estados membros nem grupos, na íntegra. É contado à parte das propostas dos "
        "Estados membros."
    ),
    "annex support": "Apoio",
    "annex support note": "Participantes que apoiam o que outros propõem. Não figuram entre os autores da proposta nem de sua marca.",
    "annex placements": "Localização das observações",
    "annex placements note": (
        "Observações de quadros e cartas, com o que vincula cada uma à sua disposição. A certeza vai de 0 a 1 e se refere à "
        "localização, não à própria observação. A Secretaria corrige uma localização em placements.xlsx."
    ),
    "annex unplaced": "Propostas não localizadas",
    "annex unplaced note": (
        "Observações que nenhum indício vincula a uma só disposição, nos termos em que foram recebidas, com as disposições a que "
        "poderiam corresponder. A Secretaria as localiza, em placements.xlsx, quando se conhece a disposição."
    ),
    "unplaced report": "Marcas no relatório do Relator que não remetem a nenhuma disposição",
    "annex unplaced report note": (
        "Marcas feitas no relatório do Relator cujo parágrafo não remete a nenhuma disposição do projeto. Seu texto figura no anexo "
        "sobre o relatório. A Secretaria corrige em crosswalk.xlsx a que disposição remete um parágrafo."
    ),
    "annex report": "Observações sobre o relatório do Relator",
    "annex report note": (
        "Correções do relatório do Relator e marcas feitas nele. Não são propostas sobre o projeto e são contadas à parte; quando um "
        "parágrafo do relatório remete a uma disposição do projeto, esta é indicada."
    ),
    "annex general": "Observações gerais",
    "annex general note": "Observações dos Estados membros e grupos sobre o projeto em seu conjunto, nos termos em que foram recebidas.",
    "annex texts": "Textos não vinculados a uma disposição",
    "annex texts note": (
        "Textos que não são uma versão do projeto e propostas que não puderam ser mostradas como marcas, nos termos em que foram "
        "recebidos."
    ),
    "annex superseded": "Comunicações substituídas e retiradas",
    "annex superseded note": "Mantidas no registro; nada delas é mostrado como marca.",
    "annex files": "Registro de comunicações",
    "annex files unread": "Arquivos que não puderam ser lidos",
    "annex files unread note": "Nada neste documento reflete o conteúdo destes arquivos.",
    "annex files all": "Todos os outros arquivos",
    "notices": "Avisos",
    "none": "Nenhum.",
    "no conflict": "Não foram encontradas propostas incompatíveis.",
    "counted": "{name} ({count})",
    "not reproduced": "{count} parágrafos, não reproduzidos: {status}",
    "unassigned": "(não atribuído)",
    "not placed": "não localizada",
    "in conflict": "ver {id}",
    # columns of the tables and sheets
    "words": "Texto recebido",
    "supporter": "Quem apoia",
    "supports": "Apoia a proposta de",
    "proposals there": "Propostas nesse lugar",
    "not named": "(não nomeado)",
    "evidence": "Indício",
    "placed": "Localização",
    "candidates": "Possibilidades",
    "candidate": "Possibilidade {number}",
    "share": "{label} ({share:.2f})",
    "how": "{by}, {share:.2f}",
    "no candidate": "nenhuma",
    "correct in": "Corrige-se em",
    "leads to": "Remete a",
    "key": "Chave nesse arquivo",
    "what": "O quê",
    "file superseded": "arquivo inteiro",
    "parts": "partes do arquivo, {state}: {count}",
    "conflict": "Conflito",
    "conflicts": "Conflitos",
    "provision": "Disposição",
    "kind": "Classe",
    "options": "Opções",
    "option": "Opção {number}",
    "proposals": "Propostas",
    "contributor": "Proponente",
    "contributors": "Proponentes",
    "file": "Arquivo",
    "received on": "Recebido",
    "form": "Forma",
    "status": "Situação",
    "comments": "Comentários",
    "place": "Lugar",
    "text": "Texto",
    "reason": "Motivo",
    "hash": "Arquivo e SHA-256",
    "message": "Mensagem",
    "id": "Id.",
    "section": "Seção",
    "draft text": "Texto do projeto",
    "type": "Tipo",
    "proposed text": "Texto proposto",
    "change": "Mudança (inserções sublinhadas, supressões tachadas)",
    "rationale": "Comentário ou fundamento",
    "equal": "Proposto também por",
    "source": "Arquivo de origem",
    "source place": "Lugar no arquivo",
    "language": "Idioma",
    "placed by": "Localizada por",
    "confidence": "Certeza",
    "flags": "Indicações",
    "decision": "Decisão",
    "agreed": "Texto acordado",
    "note": "Nota",
    "alternatives": "Mostrado como alternativas",
    "symbol": "Símbolo",
    "unplaced": "Não localizadas",
    "held": "Retido",
    "sha256": "SHA-256",
    "state": "Estado",
    "count": "Número",
    "yes": "sim",
    "no": "não",
    "continued": "{id} (continuação)",
    "several places": "{first} … {last}",
    # sheets
    "sheet proposals": "Propostas",
    "sheet conflicts": "Conflitos",
    "sheet unplaced": "Não localizadas",
    "sheet report": "Sobre o relatório",
    "sheet general": "Observações gerais",
    "sheet support": "Apoio",
    "sheet bodies": "Órgãos e outros",
    "sheet superseded": "Substituídas",
    "sheet counts": "Números",
    "sheet submissions": "Comunicações",
    "sheet notices": "Avisos",
    "sheet ledger": "Livro de contas",
    "sheet texts": "Outros textos",
    "page": "Página &P de &N",
    "decisions": "pendente,acordado,acordado ad referendum,entre colchetes,não acordado,retirado,adiado",
    "decision title": "Decisão",
    "decision error": "Escolha uma das seguintes: {choices}.",
    # the closed lists of report.json as a document shows them
    "form tracked": "controle de alterações",
    "form clean": "texto sem marcas",
    "form table": "quadro",
    "form letter": "carta",
    "form comments": "comentários",
    "form odt": ".odt, pelo LibreOffice",
    "form rtf": ".rtf, pelo LibreOffice",
    "form doc": ".doc, pelo LibreOffice",
    "status merged": "incorporado",
    "status rebased": "transposto",
    "status other-language": "outro idioma",
    "status comments-only": "somente observações",
    "status unassigned": "não atribuído",
    "status superseded": "substituído",
    "status withdrawn": "retirado",
    "status withheld": "em anexo",
    "status unreadable": "ilegível",
    "status quarantined": "em quarentena",
    "type amend": "modificar",
    "type delete": "suprimir",
    "type insert": "inserir",
    "type move": "deslocar",
    "type comment": "comentário",
    "type general comment": "observação geral",
    "type support": "apoio",
    "type reservation": "reserva",
    "type withdrawal": "retirada",
    "type format": "formatação",
    "kind rival replacement": "substituições incompatíveis",
    "kind rival insertion": "inserções incompatíveis",
    "kind overlapping deletion": "supressões sobrepostas",
    "kind deletion against edit": "supressão e modificação",
    "kind paragraph deleted against edited": "parágrafo suprimido e modificado",
    "kind rewritten by several": "reformulado por vários",
    "kind same cell": "mesma célula",
    "kind row deleted against edited": "linha suprimida e modificada",
    "kind split or join against edit": "divisão ou junção e modificação",
    "kind move against edit": "deslocamento e modificação",
    "by marked": "marca",
    "by compared": "comparação",
    "by form": "formulário",
    "by cited": "citação",
    "by quoted": "texto citado",
    "by similar": "semelhança",
    "by by hand": "à mão",
    "notice choice": "escolha do funcionário",
    "notice converted": "convertido",
    "notice corrected": "corrigido",
    "notice draft text edited": "texto do projeto modificado",
    "notice draft text removed": "texto do projeto removido",
    "notice form": "formulário",
    "notice held": "retido",
    "notice late": "fora do prazo",
    "notice letter": "carta",
    "notice lost in reading": "perdido na leitura",
    "notice no version": "não é versão do projeto",
    "notice not applied": "não aplicado",
    "notice other version": "outra versão",
    "notice quarantined": "em quarentena",
    "notice register": "registro",
    "notice row across the table": "linha que atravessa o quadro",
    "notice row without comment": "linha sem comentário",
    "notice superseded": "substituído",
    "notice table continued": "continuação do quadro",
    "notice to decide": "a decidir",
    "notice translation": "tradução",
    "notice unassigned": "não atribuído",
    "notice unmarked": "sem marca",
    "notice unplaced": "não localizada",
    "notice unreadable": "ilegível",
    "notice withdrawn": "retirado",
    "notice withheld": "em anexo",
}
