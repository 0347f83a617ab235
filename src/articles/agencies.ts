/// News agencies as articles credit them, in brackets or in a dateline.

/// Short name in credits, full name. Source: the agencies' own names.
export const agencies: Readonly<Record<string, string>> = {
  Reuters: "Reuters",
  AP: "The Associated Press",
  "Associated Press": "The Associated Press",
  AFP: "Agence France-Presse",
  UPI: "United Press International",
  PA: "PA Media",
  DPA: "Deutsche Presse-Agentur",
  EFE: "EFE",
  ANSA: "ANSA",
  APA: "APA",
  AAP: "Australian Associated Press",
  CP: "The Canadian Press",
  "Canadian Press": "The Canadian Press",
  PTI: "Press Trust of India",
  ANI: "Asian News International",
  IANS: "Indo-Asian News Service",
  APP: "Associated Press of Pakistan",
  BSS: "Bangladesh Sangbad Sangstha",
  UNB: "United News of Bangladesh",
  Xinhua: "Xinhua",
  Kyodo: "Kyodo News",
  Jiji: "Jiji Press",
  Yonhap: "Yonhap",
  KCNA: "Korean Central News Agency",
  CNA: "Central News Agency",
  VNA: "Vietnam News Agency",
  Bernama: "Bernama",
  Antara: "Antara",
  TASS: "TASS",
  "ITAR-TASS": "TASS",
  Interfax: "Interfax",
  "RIA Novosti": "RIA Novosti",
  RIA: "RIA Novosti",
  Sputnik: "Sputnik",
  Ukrinform: "Ukrinform",
  BelTA: "BelTA",
  Anadolu: "Anadolu Agency",
  AA: "Anadolu Agency",
  IRNA: "Islamic Republic News Agency",
  ISNA: "Iranian Students' News Agency",
  SANA: "Syrian Arab News Agency",
  WAM: "Emirates News Agency",
  SPA: "Saudi Press Agency",
  KUNA: "Kuwait News Agency",
  QNA: "Qatar News Agency",
  Petra: "Jordan News Agency",
  MENA: "Middle East News Agency",
  WAFA: "Palestine News & Information Agency",
  Bloomberg: "Bloomberg",
  "dpa-AFX": "dpa-AFX",
  TNS: "Tribune News Service"
}

const names = Object.keys(agencies)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  .join("|")

const credited = `(?:with|from|and|agenc(?:y|ies)|news|inputs?|by|staff|wires?|${names}|${names.toUpperCase()})`

/// A credit in brackets at the end of a paragraph: "… on Friday. (Reuters)". It must follow a full stop, so that neither a
/// dateline nor an abbreviation after its name is taken for one.
export const bracketCredit = new RegExp(
  `(?<=[.!?”"'’])[ \\t]*[([]${credited}(?:(?: ?[,/&–-] ?| )${credited}){0,8}[)\\]](?=[ \\t]*(?:\\n|$))`,
  "g"
)

/// "MOSCOW, Oct. 18 (Agency) —": a dateline at the head of a text, its place and agency. It stays in the text.
export const dateline = new RegExp(
  `^\\s*(?<place>\\p{Lu}[\\p{Lu}'’. -]{2,30}|(?:\\p{Lu}[\\p{L}'’.-]+ ?){1,3})(?:, ?(?<land>\\p{Lu}[\\p{L}. ]{2,25}))?(?:, ?(?<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? (?<day>\\d{1,2})(?:,? (?<year>(?:19|20)\\d\\d))?)?,? ?(?:[([](?<agency>${names})[)\\]])? ?(?:--?|[–—:])\\s`,
  "u"
)
