"""The words of Portuguese amendment instructions, without accents, by the signs that ``lexicon`` explains."""

WORDS = {
    "f": """na integra, integralmente, em sua totalidade, por completo, o, os, a, as, um, uma, se, que, nossa, nosso, minha, por
        favor, favor, tambem, alem disso, ademais, igualmente, portanto, por conseguinte, assim sendo, finalmente, depois,
        delegacao, governo, nossa delegacao, minha delegacao, comentario:, proposta:, alteracao proposta:, mudanca proposta:,
        sugestao:, emenda:, nossa proposta e, este, esta, estes, estas, esse, essa, todo, toda, atual, em um so, em um unico
        paragrafo, num so paragrafo, em um so paragrafo, em um, num unico paragrafo, em dois, em dois paragrafos,
        respeitosamente, como, correspondente, dito, ora, entao, pais, lhe""",
    "!": """queira a secretaria, solicita a secretaria, pede a secretaria, solicitamos a secretaria, pedimos a secretaria,
        solicita-se a secretaria, queira o secretariado, propoe, propomos, proponho, propor, propoe-se, sugere, sugerimos,
        sugiro, sugere-se, sugerir, recomenda, recomendamos, recomenda-se, solicita, solicitamos, solicita-se, pede, pedimos,
        pede-se, deseja propor, desejamos propor, gostariamos de propor, gostaria de propor, gostariamos de sugerir, gostaria de
        sugerir, gostariamos, gostaria, prefere, preferimos, preferiria, prefeririamos, conviria, convem, seria conveniente,
        seria preferivel, e preferivel, seria melhor, tem a honra de propor, temos a honra de propor, considera que,
        consideramos que, entende que, entendemos que, a nosso ver, em nossa opiniao, permite-se sugerir, permite-se propor,
        permitimo-nos sugerir, permitimo-nos propor, julga que, julgamos que, acredita que, acreditamos que, seria oportuno,
        deseja, desejamos, e necessario, solicita respeitosamente, queira, queiram""",
    "κ": "fosse, fossem",
    "¡": """agradeceria se, agradeceriamos se, ficaria grata se, ficariamos gratos se, agradeceria que se, agradeceria caso,
        agradeceria que, agradeceriamos que, gostaria que, gostariamos que, preferiria que, prefeririamos que""",
    "p": "seja, sejam, ser, deve ser, devem ser, deveria ser, deveriam ser, sao, devera ser, deverao ser, serem",
    "R": """substituisse, substituissem, substituir, substitua, substituam, substitua-se, substituam-se, substituir-se,
        substituindo, substituindo-se, substitui-la, substitui-lo, substitui-las, substitui-los, trocar, troque, troque-se, deve
        substituir-se, deveria substituir-se""",
    "ρ": "substituicao de, a substituicao de, substituicao da, a substituicao da, substituicao do, a substituicao do, substituicao das",
    "r": "substituido, substituida, substituidos, substituidas, trocado, trocada",
    "J": "alterar, altere, altere-se, modificar, modifique, modifique-se, mudar, mude, mude-se, emendar, emende-se, corrigir, corrija-se",
    "y": "alterado, alterada, modificado, modificada, corrigido, corrigida, emendado",
    "W": "reformular, reformule, reformule-se, redigir, redija-se, revisar, reescrever, reescreva-se",
    "w": "reformulado, reformulada, redigido, redigida, reescrito, reescrita",
    "D": """suprimisse, eliminasse, excluisse, suprimissem, suprimir, suprima, suprimam, suprima-se, suprimam-se, suprimir-se,
        eliminar, elimine, eliminem, elimine-se, eliminem-se, excluir, exclua, excluam, exclua-se, excluam-se, retirar, retire,
        retire-se, remover, remova, remova-se, apagar, apague-se, apague, omitir, omita-se, cortar, corte-se, riscar, deve
        suprimir-se, deveria suprimir-se, suprimindo, eliminando, excluindo""",
    "δ": """supressao de, a supressao de, supressao da, a supressao da, supressao do, a supressao do, supressao das, a supressao
        das, eliminacao de, eliminacao da, eliminacao do, a eliminacao da, a eliminacao do, exclusao de, exclusao da, exclusao
        do, a exclusao da, a exclusao do, a exclusao de, a eliminacao de, a retirada de, a retirada da, a retirada do""",
    "d": """suprimido, suprimida, suprimidos, suprimidas, eliminado, eliminada, eliminados, eliminadas, excluido, excluida,
        excluidos, excluidas, retirado, retirada, removido, removida, omitido, omitida""",
    "I": """inserisse, incluisse, acrescentasse, inserissem, inserir, insira, insiram, insira-se, insiram-se, inserir-se,
        acrescentar, acrescente, acrescentem, acrescente-se, acrescentar-se, adicionar, adicione, adicione-se, incluir, inclua,
        incluam, inclua-se, incluir-se, incorporar, incorpore-se, agregar, agregue-se, introduzir, introduza-se, intercalar,
        intercale-se, acrescentando, inserindo, incluindo""",
    "ι": """insercao de, insercao da, insercao do, a insercao de, a insercao da, a insercao do, inclusao de, inclusao da, inclusao
        do, a inclusao de, a inclusao da, a inclusao do, acrescimo de, acrescimo da, o acrescimo de, o acrescimo da, o acrescimo
        do, adicao de, a adicao de, a adicao da""",
    "i": """inserido, inserida, inseridos, inseridas, acrescentado, acrescentada, acrescentados, acrescentadas, adicionado,
        adicionada, incluido, incluida, incluidos, incluidas, incorporado, incorporada""",
    "M": """transferisse, movesse, mover, mova, mova-se, transferir, transfira, transfira-se, deslocar, desloque-se, passar,
        realocar, trasladar""",
    "μ": "transferencia de, transferencia do, a transferencia do, o deslocamento do, deslocamento do",
    "m": "movido, movida, transferido, transferida, transferidos, deslocado, deslocada",
    "G": "fundir, funda, fundam-se, unir, unam-se, combinar, combinem-se, juntar, fusionar, fundir-se, mesclar, juntem-se",
    "γ": "fusao de, fusao dos, a fusao dos, a fusao de",
    "g": "fundidos, fundidas, unidos, combinados, fusionados, juntados",
    "S": "dividir, divida, divida-se, separar, separe-se, desdobrar, desdobre-se",
    "s": "dividido, dividida, separado, desdobrado",
    "L": """passaria a ter, passaria a ler-se, passara a ter, ficaria, passaria a dizer, deveria ficar, deve passar a, passaria a
        ser, ficaria assim redigido, passa a ler-se, leia-se, ler, leia, deve ler-se, devera ler-se, deveria ler-se, deve dizer,
        deveria dizer, devera dizer, diga-se, dizer, que diga, passe a ler, passe a ter, tenha, fique, fique assim, para que se
        leia, usar, utilizar, colocar, escrever, passe a dizer, deve ler, deveria ler, leiam-se, lendo-se, passe a ter a
        seguinte redacao, deve ter a seguinte redacao, deveria ter a seguinte redacao, tenha a seguinte redacao, passa a ter a
        seguinte redacao, passe a vigorar com a seguinte redacao, que se leia""",
    "b": "por, pela, pelo, pelas, pelos, com",
    "t": "ao, aos, para, para o, para a",
    "H": "onde se le, onde le-se, onde consta, onde se diz, onde diz",
    "h": "em vez de, em lugar de, no lugar de, ao inves de",
    "v": "em seu lugar, no seu lugar, em substituicao",
    "A": """apos, depois de, depois da, depois do, depois das, depois dos, logo apos, imediatamente apos, em seguida a,
        imediatamente depois de, imediatamente depois da""",
    "B": "antes de, antes da, antes do, antes das, antes dos, imediatamente antes de, imediatamente antes da",
    "N": "entre",
    "&": "e, e a, bem como, e tambem",
    "/": "ou, ou ainda, quer",
    "o": """passagem, passagens, fragmento, numero, palavra, palavras, expressao, expressoes, termo, termos, frase, frases,
        vocabulo, locucao, adjetivo, verbo, substantivo, seguinte frase, seguinte expressao, seguintes palavras, oracao, trecho""",
    "O1": "primeiro, primeira",
    "O2": "segundo, segunda",
    "O3": "terceiro, terceira",
    "O4": "quarto, quarta",
    "O5": "quinto, quinta",
    "O-1": "ultimo, ultima",
    "C": "ocorrencia, ocorrencias, mencao, mencoes, aparicao, vez",
    "E": "todas, todos, cada, todas as, todos os",
    "*": """onde quer que apareca, sempre que aparecer, cada vez que aparece, cada vez que apareca, em todas as suas ocorrencias, em
        todos os casos, onde aparecer, em todas as ocorrencias, sempre que apareca, onde quer que ocorra""",
    "x": """em todo o texto, ao longo do texto, ao longo de todo o texto, em todo o documento, ao longo do documento, ao longo de
        todo o documento, em todo o projeto, no texto inteiro, em todo o programa, em todo o projeto de programa, no conjunto do
        texto""",
    "n": "novo, nova, adicional",
    "=": """do seguinte teor, com o seguinte teor, nos termos seguintes, com a seguinte redacao, seguinte, da seguinte forma, da
        seguinte maneira, o seguinte, como segue, assim, nos seguintes termos""",
    "k": "texto, conteudo, redacao, com o seguinte texto",
    "e": "no final, ao final, no fim, ao fim",
    "a": "no inicio, ao inicio, no comeco, no principio",
    "l": """em, no, na, nos, nas, no que se refere a, no que se refere ao, com relacao a, com relacao ao, em relacao a, em relacao
        ao, quanto a, quanto ao, a respeito do, sobre, no que diz respeito ao, relativamente ao, dentro do, sob, no tocante ao""",
    "~": "de, do, da, dos, das",
    "U": "paragrafo, subparagrafo, alinea, inciso, item, disposicao",
    "z": "que comeca com, que comeca por, que inicia com, que se inicia com, iniciado por, que comeca com as palavras",
    "c": """porque, ja que, uma vez que, visto que, dado que, a fim de, com o fim de, com o objetivo de, com vistas a, pois, por
        razoes de, por motivos de, por coerencia, por clareza, tendo em vista, de modo a, de forma a, o que, devido a, em
        virtude de, por ser, em conformidade com, de acordo com, em consonancia com, com o intuito de, porquanto, a fim de que,
        para que, em razao de""",
    "*2": "em ambos os casos, nos dois casos, em ambos os lugares, nos dois lugares",
    "E2": "ambas, ambos, duas, dois, as duas, ambas as, ambos os",
    "X": """nao, nunca, nem, nenhum, nenhuma, ninguem, jamais, opoe, opomos, opoe-se, opor-se, opomo-nos, oporia, contra, rejeita,
        rejeitamos, objeta, apoia, apoiamos, apoio, apoiar, endossa, acordo, manter, mantenha, conservar, evitar, foi, foram,
        era, havia, tem, temos, teria, propos, proposta, eliminou, suprimiu, substituiu, inseriu, acrescentou, excluiu, poderia,
        poderiam, pode, podem, pergunta, perguntamos, preocupa, lamenta, lamentamos, sem, aceita, aceitamos, decidiu, quem,
        concorda, concordamos, retira, retiramos, favoravel, associa, adere""",
    "¿": """se a, se o, se as, se os, caso, salvo, exceto, desde que, a menos que, mas, porem, contudo, no entanto, todavia,
        somente, apenas, quando, ate, alternativamente, caso contrario, no caso de, embora, enquanto, proposto por, proposta
        por, proposta do, proposta da, proposto pelo, proposto pela, proposta pelo, proposta pela, no ano passado,
        anteriormente, talvez, possivelmente, na medida, sugerido por, se for, se forem, conforme proposto, sugerido pela,
        sugerido pelo, se nao, se este, se esta, se houver""",
}  # fmt: skip
UNITS = (
    r"(?:sub)?paragrafos?(?: (?:operativos?|preambulares|preambular))?|par\.|pars\.|artigos?|art\b\.?|secao|secoes|capitulos?|incisos?"
    r"|alineas?|itens"
    r"|item|pontos?|paginas?|pags?\b\.?|pp?\.|linhas?|titulo|cabecalho|preambulo|caput|anexo|partes?|marcador(?:es)?|recomendacao|recomendacoes|subsecao"
)
UNLABELLED = "titulo|preambulo|caput|cabecalho"
ORDINALS = {
    "primeira": 1, "primeiro": 1, "segunda": 2, "segundo": 2, "terceira": 3, "terceiro": 3, "quarta": 4, "quarto": 4, "quinta": 5,
    "quinto": 5, "sexto": 6, "penultimo": 0, "penultima": 0, "ultima": -1, "ultimo": -1,
}  # fmt: skip
SENTENCE = "frase|oracao|periodo"
JOINTS = "e|a|ao"
DOCUMENT = (
    r"projeto(?: de (?:programa|texto|documento))?(?: interamericano)?|programa(?: interamericano)?|documento|relatorio(?: do relator)?"
    r"|preambulo|introducao|minuta"
)
DELEGATION = r"(?:a |o )?(?:delegacao|governo|missao permanente|republica) (?:de |do |da |dos |das )"
TAKES_BACK = r"\b(?:opoe-se|opomo-nos|nos opomos|nao (?:pode|podemos) aceitar|nao aceita|nao concorda|nao apoia|rejeita|retira (?:a|sua))"
FOREIGN = r"\b(?:como segue|seguintes?|propostas?|propos|emendas?|sugestoes)\b"
