"""Portuguese: what the Secretariat says in comparison.xlsx alone."""

WORDS = {
    "sheet read me": "Leia-me",
    "sheet comparison": "Comparação",
    "sheet heat": "Mapa de calor",
    "sheet changes": "Alterações",
    "sheet files": "Arquivos",
    # columns
    "order": "Ordem",
    "responsible": "Área responsável",
    "time frame": "Prazo",
    "is late": "Fora do prazo",
    "answered": "Respondeu",
    "title": "Título",
    "no section": "(fora das seções)",
    "whole draft": "(projeto como um todo)",
    "what changed": "Desde a edição anterior",
    "before": "Antes",
    "change new": "nova",
    "change changed": "alterada",
    "change gone": "não mais proposta",
    # the chart
    "chart": "Propostas e observações por seção",
    "chart number": "Número",
    # the first sheet
    "read title": "Comparação das propostas",
    "read what": "O que é esta pasta de trabalho",
    "what workbook": "Pasta",
    "what workbook told": (
        "Preparada pela Secretaria. Enumera as propostas e observações escritas sobre “{draft}”, uma por linha: na ordem do projeto, "
        "depois na da reunião, depois por data. Os identificadores e os números são os de consolidated.docx."
    ),
    "read figures": "Números",
    "figure states": "Estados membros que responderam",
    "figure of states": "Estados membros que participam",
    "figure files": "Arquivos recebidos",
    "figure all": "Propostas e observações",
    "figure proposals": "– propostas sobre o texto",
    "figure comments": "– comentários",
    "figure support": "– apoios",
    "figure on the report": "– sobre o relatório do Relator",
    "figure unplaced": "– não localizadas",
    "figure conflicts": "Conflitos",
    "read use": "Como usar",
    "use filter": "Filtrar e ordenar",
    "use filter told": "Pelas setas no cabeçalho de uma planilha. A coluna Ordem de Propostas restabelece a ordem.",
    "use fold": "Recolher e expandir",
    "use fold told": (
        "Pelos sinais + e − acima das colunas e ao lado das linhas. Estão recolhidos os detalhes das propostas, as disposições sem "
        "propostas e os proponentes sem propostas."
    ),
    "use links": "Seguir vínculos",
    "use links told": "Um identificador ou um nome sublinhado leva à sua linha em outra planilha: de Propostas a Comparação, e de volta.",
    "use long": "Textos longos",
    "use long told": (
        "O Excel mostra no máximo 409 pontos de uma linha; um texto mais longo é lido por inteiro na barra de fórmulas. O que não cabe em "
        "uma célula continua na linha abaixo, sob o mesmo identificador."
    ),
    "read marks": "Como as mudanças são mostradas",
    "sample kept": "Os Estados ",
    "sample deleted": "devem",
    "sample inserted": "podem",
    "sample end": " agir.",
    "sample id": "MEX-07",
    "mark inserted": "Sublinhado: palavras cuja inserção se propõe.",
    "mark deleted": "Tachado: palavras cuja supressão se propõe.",
    "mark change": "Uma mudança em seu lugar. As cores não têm significado próprio.",
    "mark bold": "Negrito: um identificador, um nome ou um título.",
    "read decisions": "Decisão, texto acordado e nota",
    "decisions for": "Para os revisores",
    "decisions for told": (
        "Os revisores preenchem estas colunas de Propostas. O identificador de uma linha não se altera: diz a que proposta se refere o "
        "que foi anotado."
    ),
    "decision 1": "ainda não considerada",
    "decision 2": "aceita como consta do texto acordado ou, se este está vazio, como foi proposta",
    "decision 3": "aceita, sujeita a confirmação",
    "decision 4": "fica entre colchetes; a redação está em aberto",
    "decision 5": "considerada e não aceita",
    "decision 6": "retirada por quem a apresentou",
    "decision 7": "a ser considerada mais adiante",
    "read sheets": "Planilhas",
    "about proposals": "Uma linha por proposta e observação, com colunas para a decisão.",
    "about comparison": (
        "As disposições do projeto nas linhas, os proponentes nas colunas; cada célula mostra o texto proposto, com suas mudanças."
    ),
    "about heat": (
        "Número de propostas e observações por seção e proponente. A que é de vários figura na coluna de cada um e uma vez no total."
    ),
    "about conflicts": "Propostas sobre as mesmas palavras que não podem ser todas aprovadas, com as alternativas lado a lado.",
    "about general": "Comentários de Estados membros e grupos sobre o projeto como um todo.",
    "about unplaced": "Observações que nada vincula a uma só disposição, com aquelas em que poderiam figurar.",
    "about support": "Proponentes que apoiam o que outros propõem.",
    "about report": "Correções do relatório do Relator e marcas feitas nele.",
    "about bodies": "O que enviaram órgãos, organizações e a sociedade civil.",
    "about superseded": "O que foi substituído ou retirado.",
    "about changes": "O que é novo, alterado ou não mais proposto desde a edição anterior.",
    "about submissions": "Os Estados membros, tenham ou não respondido, e os demais proponentes, com seus arquivos e números.",
    "about files": "O registro dos arquivos recebidos, com o que foi feito de cada um.",
    "about counts": "Números segundo a qualidade dos proponentes.",
    "about notices": "O que a Secretaria deve saber de certos arquivos.",
    "about ledger": "O que foi feito de cada marca, comentário, linha e parágrafo recebido.",
    "about texts": "Textos que não são versão do projeto, nas palavras recebidas.",
}
