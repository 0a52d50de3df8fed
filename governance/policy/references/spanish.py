"""Spanish and Navarrese law that the rules cite."""

from governance.policy.references.source import Source

_BOE = "https://www.boe.es/eli/es"

LEY_14_2007 = Source(
    "Ley 14/2007",
    "Ley 14/2007, de 3 de julio, de Investigación biomédica",
    f"{_BOE}/l/2007/07/03/14/con",
    {
        "4.1": "research needs express written consent after written information",
        "4.2": "representatives decide for minors, who take part as they are able",
        "4.3": "consent may be revoked at any time, wholly or for a purpose",
        "5.2": "data that reveal relatives need the consent of all concerned",
        "5.3": "no use beyond the purposes consented to",
        "5.4": "everybody with access is bound to permanent secrecy",
        "6": "nobody is treated worse for refusing",
        "7": "donation is free of commerce",
        "12.2(e)": "the ethics committee reports before research begins",
        "12.4": "members with an interest abstain",
        "16": "a modified project needs a new favourable report",
        "45(c)": "genetic data serve no commercial purpose",
        "47": "six items of information before a genetic analysis",
        "48.1": "genetic analysis needs express, specific, written consent",
        "50.2": "genetic data in research: express consent, or anonymised before",
        "51.1": "secrecy of whoever has access to genetic data",
        "58.5": "samples of minors: the representative decides, the minor takes part",
    },
)
LEY_39_2015 = Source(
    "Ley 39/2015",
    "Ley 39/2015, de 1 de octubre, del Procedimiento Administrativo Común",
    f"{_BOE}/l/2015/10/01/39/con",
    {
        "30.2": "days are working days unless said otherwise",
        "30.3": "days are counted from the day after the notice",
        "30.4": "months and years end on the same ordinal day, or the last of the month",
        "30.5": "a last day that is no working day passes to the next one",
        "30.6": "a holiday in either place is a holiday",
        "31.2": "what is filed on a holiday counts as filed on the next working day",
        "43.2": "an electronic notice not opened in ten natural days is rejected",
        "53.1": "whoever is party to a procedure may know how it stands",
    },
)
LEY_40_2015 = Source(
    "Ley 40/2015",
    "Ley 40/2015, de 1 de octubre, de Régimen Jurídico del Sector Público",
    f"{_BOE}/l/2015/10/01/40/con",
    {
        "17.2": "a collegiate body needs chair, secretary and half of its members",
        "23.2": "five grounds on which a member abstains",
    },
)
LEY_41_2002 = Source(
    "Ley 41/2002",
    "Ley 41/2002, de 14 de noviembre, básica reguladora de la autonomía del paciente",
    f"{_BOE}/l/2002/11/14/41/con",
    {
        "16.3": "research keeps identity apart from clinical data",
        "16.7": "access to records is logged",
        "18": "a person's right of access, and who has it after death",
    },
)
LOPDGDD = Source(
    "LOPDGDD",
    "Ley Orgánica 3/2018, de Protección de Datos Personales y garantía de los derechos digitales",
    f"{_BOE}/lo/2018/12/05/3/con",
    {
        "7": "a minor's own consent counts from 14",
        "12.1": "rights are exercised in person or by a representative",
        "12.6": "parents exercise the rights of children under 14",
        "DA17.2.d": "pseudonymised research: separate teams, no re-identification",
        "DA17.2.g": "a committee reports before pseudonymised data are used",
        "DA17.2.h": "a data protection expert sits on the committee",
    },
)
RD_1090_2015 = Source(
    "RD 1090/2015",
    "Real Decreto 1090/2015, de ensayos clínicos y Comités de Ética",
    f"{_BOE}/rd/2015/12/04/1090/con",
    {
        "15.1": "composition of the committee",
        "15.3": "the secretary has a voice and no vote",
        "15.5": "members declare their interests",
        "16.5": "applicants and collaborators take no part",
        "16.6": "meetings in real time, with minutes",
    },
)
RD_1716_2011 = Source(
    "RD 1716/2011",
    "Real Decreto 1716/2011, de biobancos y muestras biológicas",
    f"{_BOE}/rd/2011/11/18/1716/con",
    {
        "32.1": "a donor can see purposes, investigators, and who used her data",
        "32.3": "at 18 the person takes over from her representative",
    },
)
RD_1112_2018 = Source(
    "RD 1112/2018",
    "Real Decreto 1112/2018, de accesibilidad de sitios web",
    f"{_BOE}/rd/2018/09/07/1112/con",
    {
        "5": "public web sites are accessible",
        "12": "a message about accessibility is answered in twenty working days",
        "13": "a complaint about accessibility is answered in two months",
    },
)
ENS = Source(
    "ENS",
    "Real Decreto 311/2022, Esquema Nacional de Seguridad",
    f"{_BOE}/rd/2022/05/03/311/con",
    {
        "op.acc.1": "whoever acts is identified by an account of her own",
        "op.acc.3": "critical tasks need two persons; auditing is a role of its own",
        "op.acc.4": "nothing is allowed that was not granted",
        "op.acc.6": "identity is confirmed with a second factor",
        "op.exp.8": "activity is logged, and the log is protected",
    },
)
LF_17_2010 = Source(
    "LF 17/2010",
    "Ley Foral 17/2010, de derechos y deberes de las personas en materia de salud",
    "https://www.boe.es/eli/es-nc/lf/2010/11/08/17/con",
    {
        "31.1": "everybody may know who accessed her data, and why",
        "60.3": "research keeps identity apart from clinical data",
    },
)
LF_18_1986 = Source(
    "LF 18/1986",
    "Ley Foral 18/1986, del Euskera",
    "https://www.boe.es/eli/es-nc/lf/1986/12/15/18/con",
    {"6": "citizens use Spanish or Basque with the administration"},
)
DF_8_2024 = Source(
    "DF 8/2024",
    "Decreto Foral 8/2024, del Comité de Ética de la Investigación con medicamentos de Navarra",
    "https://bon.navarra.es",
    {"composition": "ten to twenty members"},
)
