"""The words of Spanish amendment instructions, without accents, by the signs that ``lexicon`` explains."""

WORDS = {
    "f": """en su totalidad, integramente, por completo, la, el, los, las, lo, un, una, se, que, nuestra, nuestro, mi, nosotros, por
        favor, tambien, asimismo, ademas, por lo tanto, por tanto, por ello, por consiguiente, en consecuencia, finalmente,
        luego, delegacion, gobierno, nuestra delegacion, mi delegacion, pais, la delegacion, en primer lugar, en segundo lugar,
        por ultimo, comentario:, propuesta:, cambio propuesto:, sugerencia:, enmienda:, nuestra propuesta es, este, esta, estos,
        estas, dicho, dicha, todo, toda, actual, en uno solo, en un solo parrafo, en uno, en dos, en dos parrafos, y asi,
        respetuosamente, cordialmente, como, siguiente:, correspondiente, le""",
    "!": """solicita a la secretaria, pide a la secretaria, solicitamos a la secretaria, pedimos a la secretaria, ruega a la
        secretaria, se ruega a la secretaria, tenga a bien, tenga a bien la secretaria, propone, proponemos, propongo, proponer,
        sugiere, sugerimos, sugiero, sugerir, recomienda, recomendamos, solicita, solicitamos, pide, pedimos, desea proponer,
        deseamos proponer, desea sugerir, deseamos sugerir, quisieramos proponer, quisiera proponer, quisieramos sugerir,
        quisiera sugerir, quisiera, quisieramos, nos permitimos sugerir, nos permitimos proponer, se permite sugerir, se permite
        proponer, prefiere, preferimos, preferiria, prefeririamos, convendria, conviene, seria conveniente, seria preferible, es
        preferible, seria mejor, es conveniente, agradeceriamos, agradeceria, tiene el honor de proponer, tenemos el honor de
        proponer, considera que, consideramos que, estima que, estimamos que, a nuestro juicio, en nuestra opinion, tiene a bien
        proponer, es necesario, cree que, creemos que, seria oportuno, desea, deseamos, se ruega, rogamos""",
    "κ": "fuera, fueran, fuese, fuesen",
    "¡": """agradeceria si, agradeceriamos si, agradeceria que, agradeceriamos que, desearia que, deseariamos que, preferiria que,
        prefeririamos que""",
    "p": "sea, sean, ser, debe ser, deben ser, deberia ser, deberian ser, ha de ser, es, son, debera ser, deberan ser",
    "R": """sustituyera, sustituyeran, sustituyese, reemplazara, reemplazase, reemplazaran, sustituir, sustituya, sustituyan,
        sustituyase, sustituyanse, sustituirse, sustituye, sustituyen, reemplazar, reemplace, reemplacen, reemplacese,
        reemplazarse, reemplaza, reemplazan, remplazar, remplace, remplacese, substituir, substituya, substituyase, sustituirla,
        sustituirlo, reemplazarla, reemplazarlo, sustituirlas, sustituirlos, reemplazarlas, reemplazarlos, debe sustituirse,
        debe reemplazarse, deberia sustituirse, deberia reemplazarse, deberian sustituirse, deben sustituirse, sustituirla por,
        reemplazando, sustituyendo, debera sustituirse, debera reemplazarse""",
    "ρ": "sustitucion de, la sustitucion de, reemplazo de, el reemplazo de, sustitucion del, el reemplazo del",
    "r": "sustituido, sustituida, sustituidos, sustituidas, reemplazado, reemplazada, reemplazados, reemplazadas, remplazado, remplazada",
    "J": """cambiar, cambie, cambiese, cambien, modificar, modifique, modifiquese, cambiarse, modificarse, enmendar, enmiende,
        corregir, corrijase, deberia modificarse, debe modificarse, deberia cambiarse, debe cambiarse""",
    "y": "cambiado, cambiada, modificado, modificada, corregido, corregida",
    "W": """reformular, reformule, reformulese, redactar, redacte, redactese, redactarse, reformularse, revisar, deberia redactarse,
        debe redactarse, debe reformularse, deberia reformularse""",
    "w": "reformulado, redactado, reformulada, redactada",
    "D": """suprimiera, suprimieran, suprimiese, eliminara, eliminaran, eliminase, suprimir, suprima, supriman, suprimase,
        suprimanse, suprimirse, suprime, suprimen, eliminar, elimine, eliminen, eliminese, eliminense, eliminarse, borrar,
        borrese, omitir, omitase, omita, quitar, quitese, quite, tachar, tachese, debe suprimirse, deberia suprimirse, debe
        eliminarse, deberia eliminarse, deberian suprimirse, deberian eliminarse, deben eliminarse, deben suprimirse,
        suprimiendo, eliminando, debera suprimirse, debera eliminarse, retirar, retirese""",
    "δ": """supresion de, la supresion de, eliminacion de, la eliminacion de, supresion del, eliminacion del, la supresion del, la
        eliminacion del""",
    "d": "suprimido, suprimida, suprimidos, suprimidas, eliminado, eliminada, eliminados, eliminadas, omitido, omitida, borrado, borrada",
    "I": """insertara, anadiera, agregara, incluyera, incorporara, insertase, anadiese, incluyese, agregase, insertar, inserte,
        inserten, insertese, insertarse, inserta, agregar, agregue, agreguen, agreguese, agregarse, anadir, anada, anadan,
        anadase, anadanse, anadirse, incluir, incluya, incluyan, incluyase, incluirse, incorporar, incorpore, incorporese,
        intercalar, intercalese, intercale, adicionar, adicione, adicionese, agregandose, debe insertarse, deberia insertarse,
        deberia anadirse, deberia agregarse, debe anadirse, debe agregarse, introducir""",
    "ι": """insercion de, la insercion de, adicion de, la adicion de, inclusion de, la inclusion de, incorporacion de, la
        incorporacion de, insercion del, adicion del, inclusion del""",
    "i": "insertado, insertada, insertados, insertadas, agregado, agregada, anadido, anadida, incluido, incluida, incorporado, incorporada",
    "M": """trasladara, trasladase, moviera, mover, mueva, muevase, trasladar, traslade, trasladese, trasladarse, moverse, pasar,
        reubicar, reubique, reubiquese, deberia trasladarse, debe trasladarse, transferir, desplazar""",
    "μ": "traslado de, el traslado de, traslado del, el traslado del, reubicacion de, reubicacion del",
    "m": "movido, movida, trasladado, trasladada, trasladados, reubicado, reubicada",
    "G": """fusionaran, fusionara, fusionar, fusione, fusionen, fusionense, fusionarse, unir, unanse, combinar, combinense,
        refundir, refundanse, deberian fusionarse, deben fusionarse, fundir""",
    "γ": "fusion de, la fusion de",
    "g": "fusionado, fusionados, fusionadas, combinados, unidos, refundidos",
    "S": "dividir, divida, dividase, dividirse, separar, separese, partir, deberia dividirse, debe dividirse",
    "s": "dividido, dividida, separado",
    "L": """deberia quedar redactado, debe quedar redactado, debera quedar redactado, quedar redactado, debe quedar, deberia quedar,
        pase a decir, debe rezar, pasaria a decir, quedara asi, quede redactado asi, queda redactado, debe decir, deberia decir,
        debera decir, digase, diga, debe leerse, deberia leerse, debera leerse, lease, leer, se lea, que diga, quede redactado,
        quede, quedaria, quedara redactado, quede asi, decir, para que diga, usar, utilizar, poner, escribir, usese, utilicese,
        deberian decir, a fin de que diga, rece, deberia rezar, que rece, leerse, que se lea, diria""",
    "b": "por, con",
    "t": "a, al, hacia",
    "H": "donde dice, donde se lee, en donde dice, donde diga",
    "h": "en lugar de, en vez de",
    "v": "en su lugar, en su reemplazo, en su sustitucion",
    "A": """despues de, despues del, a continuacion de, a continuacion del, tras, inmediatamente despues de, inmediatamente despues
        del, luego de""",
    "B": "antes de, antes del, inmediatamente antes de, delante de, inmediatamente antes del",
    "N": "entre",
    "&": "y, e, y tambien, asi como, y luego",
    "/": "o, u, o bien",
    "o": """pasaje, pasajes, fragmento, cifra, palabra, palabras, expresion, expresiones, frase, frases, termino, terminos, vocablo,
        vocablos, locucion, adjetivo, verbo, sustantivo, voz, siguiente frase, siguiente expresion, siguientes palabras, oracion""",
    "O1": "primer, primera, primero",
    "O2": "segundo, segunda",
    "O3": "tercer, tercera, tercero",
    "O4": "cuarto, cuarta",
    "O5": "quinto, quinta",
    "O-1": "ultimo, ultima",
    "C": "aparicion, apariciones, mencion, menciones, ocurrencia, ocurrencias, vez",
    "E": "todas, todos, cada, todas las, todos los",
    "*": """cada vez que aparece, cada vez que aparezca, donde aparezca, donde aparece, dondequiera que aparezca, cada vez que
        aparezcan, donde quiera que aparezca, en todas sus apariciones, todas las veces que aparece, en todos los casos, cada
        vez que figure""",
    "x": """en todo el texto, en todo el documento, en todo el proyecto, a lo largo del texto, a lo largo de todo el texto, a lo
        largo del documento, a lo largo de todo el documento, en la totalidad del texto, en todo el proyecto de programa, en
        todo el programa, en el texto completo, en el conjunto del texto""",
    "n": "nuevo, nueva, adicional",
    "=": """del siguiente tenor, del tenor siguiente, con el siguiente tenor, con el tenor siguiente, que diga lo siguiente, en los
        terminos siguientes, de este tenor, siguiente, de la siguiente manera, lo siguiente, como sigue, asi, de la siguiente
        forma, en los siguientes terminos, el siguiente""",
    "k": "texto, contenido, redaccion, con la siguiente redaccion, con el siguiente texto, con el texto siguiente",
    "e": "al final, en el final",
    "a": "al principio, al comienzo, al inicio",
    "l": """en, en el, con respecto a, con respecto al, respecto a, respecto al, respecto del, en relacion con, en cuanto a, en
        cuanto al, con relacion a, con relacion al, sobre, dentro de, dentro del, bajo, en lo que respecta a, en lo que respecta
        al""",
    "~": "de, del",
    "U": "parrafo, subparrafo, inciso, literal, apartado, numeral, disposicion",
    "z": "que comienza con, que empieza con, que comienza, que empieza, que comienza con las palabras, que inicia con",
    "c": """porque, ya que, dado que, puesto que, para, a fin de, con el fin de, con el objeto de, con el proposito de, en aras de,
        por cuanto, debido a, por razones de, por motivos de, en virtud de, pues, lo que, lo cual, a efectos de, con miras a, de
        acuerdo con, de conformidad con, en consonancia con, por coherencia, por claridad, por ser, toda vez que, en atencion a,
        con objeto de, de manera que, de modo que""",
    "*2": "en ambos casos, en los dos casos, en ambos lugares, en los dos lugares en que aparece",
    "E2": "ambas, ambos, dos, las dos, los dos",
    "X": """no, nunca, ni, ninguna, ninguno, nadie, jamas, tampoco, opone, oponemos, oponerse, opondria, opondriamos, contra,
        rechaza, rechazamos, objeta, objetamos, apoya, apoyamos, apoyo, apoyar, respalda, respaldamos, acuerdo, mantener,
        mantenga, conservar, evitar, fue, fueron, era, habia, ha, han, hemos, habria, propuso, propuesta, elimino, suprimio,
        sustituyo, reemplazo, agrego, inserto, podria, podrian, puede, pueden, pregunta, preguntamos, preocupa, lamenta,
        lamentamos, acoge, retira, retiramos, sin, acepta, aceptamos, acordo, decidio, quien, secunda, suma, adhiere, favor,
        coincide, coincidimos, quienes""",
    "¿": """si, salvo, excepto, siempre que, siempre y cuando, a menos que, pero, sin embargo, no obstante, solo, solamente, cuando,
        hasta, alternativamente, de lo contrario, en caso de, en caso de que, en su defecto, aunque, mientras, propuesto por,
        propuesta por, propuesta de, sugerido por, el ano pasado, anteriormente, quizas, tal vez, posiblemente, en la medida,
        como propone, como propuso, supuesto, sugerida por, tal como, en el caso de que, acaso""",
}  # fmt: skip
UNITS = (
    r"(?:sub-?)?parrafos?(?: (?:operativos?|dispositivos?|resolutivos?|preambulares|preambular|introductorio))?|parr?\.|parrs\.|articulos?"
    r"|arts?\b\.?"
    r"|seccion(?:es)?|capitulos?|incisos?|literal(?:es)?|numeral(?:es)?|apartados?|puntos?|paginas?|pags?\b\.?|pp?\.|lineas?|renglon(?:es)?"
    r"|titulo|encabezado|preambulo|anexo|partes?|vinetas?|recomendacion(?:es)?|acapites?|lit\.|inc\.|subsecciones|subseccion|epigrafes?"
)
UNLABELLED = "titulo|encabezado|preambulo|chapeau"
ORDINALS = {
    "primera": 1, "primer": 1, "segunda": 2, "segundo": 2, "tercera": 3, "tercer": 3, "cuarta": 4, "cuarto": 4, "quinta": 5, "quinto": 5,
    "sexto": 6, "penultimo": 0, "penultima": 0, "ultima": -1, "ultimo": -1,
}  # fmt: skip
SENTENCE = "oracion|frase"
JOINTS = "y|e|al|a"
DOCUMENT = (
    r"proyecto(?: de (?:programa|texto|documento))?(?: interamericano)?|programa(?: interamericano)?|documento|informe(?: del relator)?"
    r"|preambulo|introduccion|borrador"
)
DELEGATION = r"(?:la |el )?(?:delegacion|gobierno|mision permanente|republica) (?:de(?: la| el| los)?|del) "
TAKES_BACK = r"\b(?:se opone|nos oponemos|no (?:puede|podemos) aceptar|no acepta|no esta de acuerdo|no apoya|rechaza|retira)"
FOREIGN = r"\b(?:como sigue|siguientes?|propuestas?|propuso|enmiendas?|sugerencias?)\b"
