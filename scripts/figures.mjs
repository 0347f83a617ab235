// Writes the measured figures of eval/scores.json into the README, between its marks. Run: npm run figures
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {root} from "./ready.mjs"

const scores = JSON.parse(readFileSync(join(root, "eval", "scores.json"), "utf8"))
const rows = [
  [
    "events",
    "news.coreF1",
    "events in 22 open news and government texts, found with the right type and parties (F1)",
    "NGEC-2025: 0.52 for document types alone, on other articles"
  ],
  [
    "events",
    "news.docTypeMacroF1",
    "the same texts: which types happened, by document (macro F1)",
    "NGEC-2025: 0.52, on other articles"
  ],
  ["events", "news.nonfactsAsFacts", "plans, denials and hypotheses passed off as facts (share; lower is better)", ""],
  ["events", "news.statusAccuracy", "status right, of events found", ""],
  ["events", "cameo-coped.macroF1", "quad class of single sentences, or none (macro F1)", "one class always: 0.10"],
  [
    "petrarch",
    "fair.f1",
    "PETRARCH unit tests, fair part: actor, recipient and type (F1)",
    "UniversalPetrarch 0.80 to 0.83 with the tests' own verbs"
  ],
  ["relations", "plv.rootMacroF1", "type between two given actors (PLV, macro F1)", "GPT-4 zero-shot 0.62; ZSP 0.82"],
  ["claims", "uds-ih2.mae", "did it happen, -3 to 3 (UDS, mean absolute error; lower is better)", "a constant 1.92; neural 0.96"],
  ["actors", "at-date.countryAccuracy", "country of a mention on its day", "a list of countries and capitals: 0.50"],
  ["actors", "at-date.personAccuracy", "person a title or name stands for on its day", "the same list: 0.06"],
  ["names", "uner-ewt.f1", "names (Universal NER, EWT)", "XLM-R large 0.86"],
  ["times", "gum-dates.value", "dates in open news and other texts, value right (F1)", ""],
  ["times", "wikiwars.value", "dates in war histories, value right (F1)", ""],
  ["places", "geovirus.recognition", "place names found (GeoVirus, F1)", ""],
  ["parse", "ud-ewt.las", "dependency parse (EWT, LAS on given tokens)", "UDPipe 1.2 0.81; spaCy trf 0.89"],
  ["reports", "polnear.attribution", "who says what, all three parts (PolNeAR, F1)", ""],
  ["same-event", "ecbplus.conll", "same event across articles (ECB+ dev, CoNLL F1)", "same head word 0.72; neural 0.80 to 0.86"],
  ["article", "scrapinghub.f1", "article text of web pages (F1)", "trafilatura 0.958; readability.js 0.947"]
]
const told = rows
  .filter(([task, figure]) => typeof scores[task]?.[figure] === "number")
  .map(([task, figure, says, peers]) => `| ${says} | ${scores[task][figure].toFixed(3)} | ${peers} |`)
const text = [
  "Development figures, from `npm run eval` (docs/eval.md says on what). People who wrote the rules may have looked at these texts; expect less on",
  "texts of other kinds. No figure says that an event is true, only that it is what the words say.",
  "",
  "| what | annals | others, as published |",
  "|---|---|---|",
  ...told
].join("\n")
const file = join(root, "README.md")
const readme = readFileSync(file, "utf8")
writeFileSync(file, readme.replace(/(<!-- figures:[^>]*-->\n)[\s\S]*?(<!-- \/figures -->)/, `$1${text}\n$2`))
