# ruff: noqa: E501 - one paragraph on a line, so that the prose reads as a list
"""Letters in Portuguese: the Pan American Health Organization and a civil society network. Original text, invented people and network."""
from ..forms.letter import Letter

PAHO = Letter("pt", "2004-10-29", "Jacyra Montenegro Lisboa", (
    "A Organização Pan-Americana da Saúde agradece o convite e envia as seguintes observações sobre o projeto de Programa.",
    "De modo geral, a saúde dos migrantes deveria ser tratada como tema comum a todos os órgãos.",
    "No parágrafo 1 da seção IV.H, propõe-se a seguinte redação: “Preparar, com os ministérios da saúde, um guia sobre o acesso dos migrantes à atenção primária e à vacinação.”",
    "Alínea “b” do parágrafo 3º da seção IV.D: acrescentar “e a prevenção de acidentes” ao final.",
    "Após o parágrafo IV.H.2, acrescentar novo parágrafo: “Reunir dados sobre a saúde mental das pessoas que retornam.”",
    "Área responsável, na mesma seção: substituir o texto por “Unidade de políticas e sistemas de saúde”.",
    "Tabela 1, última linha: suprimir o prazo.",
    "A Organização apoia a proposta do Brasil sobre o parágrafo III.B.1.",
    "Relatório do Relator, parágrafo 24: acrescentar, ao final, “e ofereceu apoio técnico”.",
    "Atenciosamente,",
))

NETWORK = Letter("pt", "2004-10-30", "", (
    "Rede Varanda dos Caminhos – contribuição ao Grupo de Trabalho",
    "A Rede considera que o Programa precisa de metas verificáveis.",
    "II.B.4 – incluir “a discriminação por motivo de idioma”;",
    "V.A.2, alínea c – retirar “registradas na Organização”;",
    "III.A.3(a) – acrescentar “em especial para famílias com crianças”;",
    "Item III.B.2: as campanhas deveriam ser avaliadas por entidades independentes.",
    "Quanto às audiências da Comissão Interamericana de Direitos Humanos (IV.A.4), pede-se que duas delas se realizem fora da sede.",
    "Acrescentar ainda, no lugar mais adequado, “o trabalho das casas de acolhida”.",
))
