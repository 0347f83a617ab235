import type {Clause} from "../model/model.ts"
import type {Deed} from "./match.ts"
import type {Page} from "./page.ts"
import {charges, denials, dismissals} from "./status-words.ts"
import type {WordClasses} from "./words.ts"

/// Why words that read like a deed tell of none: a game or a tale, a figure of speech, a general truth, a suspicion nobody utters.
/// What is only planned, denied or possible is told all the same and is the business of status.ts.
export function silenceOf(page: Page, classes: WordClasses, deed: Deed): string | undefined {
  const {clause} = deed
  if (isTale(page, classes, deed)) return "a game or a tale"
  if (isFigure(page, deed)) return "a figure of speech"
  if (isShown(page, clause)) return "told by a film or a book"
  if (isGeneral(page, clause)) return "said of anybody, not of somebody"
  // "is suspected of buying votes": how somebody is seen, and by whom is not said.
  if (deed.actors.length === 0 && clause.passive && clause.predicate.lemma === "suspect")
    return "nobody says whose suspicion it is"
  if (deed.rule.name === "leader-abroad" && isAtHome(deed)) return "somebody at home"
  if (isAtHome(deed) && deed.recipients.every(r => r.basis !== "stated") && deniesReport(page, clause))
    return "a report is denied, nothing turned down"
  if (deed.rule.code === "REQUEST" && clause.predicate.lemma === "ask" && asksQuestion(page, clause)) return "a question"
  if (deed.rule.code === "REQUEST" && clause.predicate.lemma === "insist" && isClaim(page, clause)) return "said, not demanded"
  if (deed.rule.name === "bombing-noun" && clause.predicate.lemma === "strike" && isOfWork(page, clause))
    return "a strike of workers"
  // "the right to defend itself": nobody else is helped.
  if (kind.has(deed.rule.code) && clause.objects.length > 0 && clause.objects.every(o => isSelf(page, o.head)))
    return "done to oneself"
  return undefined
}

/// "insisted that nothing *was* owed", "insists its men *used* flares" beside "insisted that it *be* paid": what is so is not demanded.
function isClaim(page: Page, clause: Clause): boolean {
  const {tokens} = page.document
  return (
    page.children[clause.index]?.some(c => {
      const verb = tokens[c.predicate.head]!
      const isTold = c.modal === undefined && (c.tense === "past" || /^VB[DZ]$/.test(verb.xpos))
      return isTold && c.predicate.head > clause.predicate.head && c.parent?.link !== "relative"
    }) ?? false
  )
}

/// "*Kenya's strike* is over", where the article speaks of unions and the sentence of no weapon.
function isOfWork(page: Page, clause: Clause): boolean {
  const {tokens, sentences} = page.document
  const {first, last} = sentences[clause.sentence]!
  const has = (some: typeof tokens, words: RegExp): boolean => some.some(t => words.test(t.lemma))
  return has(tokens, atWork) && !has(tokens.slice(first, last), atWar)
}

const atWork = /^(?:union|walkout|stoppage|striker|picket|unionist|wage)$/i
const atWar =
  /^(?:air|missile|drone|rocket|bomb|jet|warplane|plane|helicopter|artillery|army|navy|military|force|troop|militia|rebel|target|kill|wound|hit)$/i

const kind: ReadonlySet<string> = new Set(["SUPPORT", "AID", "COOPERATE"])
const isSelf = (page: Page, head: number): boolean =>
  /^(?:it|him|her|them|our|my)sel(?:f|ves)$/i.test(page.document.tokens[head]?.text ?? "")

/// Nobody of another country is named whom it was done to.
const isAtHome = ({actors, recipients}: Deed): boolean =>
  recipients.every(r => actors.some(a => a.means.country !== undefined && a.means.country === r.means.country))

/// "denied a report that its troops had attacked": the attack is told, as one that did not happen.
const deniesReport = (page: Page, {predicate, objects}: Clause): boolean =>
  (denials.has(predicate.lemma) || dismissals.has(predicate.lemma)) &&
  objects.some(o => charges.has(page.document.tokens[o.head]?.lemma.toLowerCase() ?? ""))

const officials: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PRM", "UAF"])

/// Of fans who fight the police, a word of games takes nothing away.
function isTale(page: Page, classes: WordClasses, {clause, actors, recipients}: Deed): boolean {
  if ([...actors, ...recipients].some(g => g.means.sectors.some(sector => officials.has(sector)))) return false
  const {first, last} = page.document.sentences[clause.sentence]!
  const lemmas = page.document.tokens.slice(first, last).map(t => t.lemma.toLowerCase())
  return [...lemmas, ...lemmas.slice(1).map((lemma, at) => `${lemmas[at]} ${lemma}`)].some(w => classes.has("game-or-tale", w))
}

/// "asked, ‘So he is going?’": a question mark behind it and nobody asked to do or give anything.
function asksQuestion(page: Page, clause: Clause): boolean {
  const {tokens, sentences} = page.document
  const {last} = sentences[clause.sentence]!
  const wants =
    clause.obliques.some(o => o.preposition === "for") || page.children[clause.index]?.some(c => c.parent?.marker === "to")
  return !wants && tokens.slice(clause.predicate.head, last).some(t => t.text.includes("?"))
}

/// "The film tells of *a raid*".
function isShown(page: Page, {parent}: Clause): boolean {
  const above = parent && page.document.clauses[parent.clause]
  if (!above || !/^(?:tell|portray|depict|recount|describe|recreate|dramatise|dramatize|retell)$/.test(above.predicate.lemma))
    return false
  return above.subjects.some(s =>
    /^(?:film|movie|novel|book|documentary|play|memoir|musical|opera|poem|ballad|painting)$/.test(
      page.document.tokens[s.head]?.lemma.toLowerCase() ?? ""
    )
  )
}

const harsh: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"])

/// Who punishes, attacks and besieges in figures of speech alone.
const traders: ReadonlySet<string> = new Set(
  "market investor trader speculator bondholder shareholder creditor lender price yield currency electorate fate history time economics geography inflation".split(
    " "
  )
)

/// What is attacked, bombed, killed and taken hostage in figures of speech alone.
const ideas: ReadonlySet<string> = new Set(
  `debt deficit inflation unemployment poverty corruption hunger idea notion argument theory myth dogma orthodoxy thesis plan proposal bill
  deal budget reform policy record currency yield economy growth hope dream illusion chance accord treaty process peace independence freedom
  democracy credibility reputation legacy problem disease virus climate complacency conscience truth consensus speech imagination debate agenda
  threat terrorism extremism radicalism radicalisation trafficking smuggling
  relation relationship tie bond bargain affair mood atmosphere conversation question assumption logic sovereignty principle tradition culture language institution constitution privilege`.split(
    /\s+/
  )
)

/// Verbs that need a body or a wall to be meant as they are said.
const violent: ReadonlySet<string> = new Set(
  "attack assault bomb bombard shell storm invade besiege kill murder strangle torpedo ambush assassinate slaughter butcher bury hijack fight combat sink wound shoot hang hit strike poison stone execute".split(
    " "
  )
)

const armed: ReadonlySet<string> = new Set(["MIL", "COP", "REB", "PRM", "UAF", "SPY"])

/// Candidates do these to one another, in a sentence that speaks of votes.
const contests: ReadonlySet<string> = new Set(
  "beat defeat hammer crush trounce rout thrash hit slam batter savage fight".split(" ")
)
const votes: ReadonlySet<string> = new Set(
  "election vote voter candidate incumbent ballot poll primary runoff nominee nomination constituency governor gov. challenger campaign".split(
    " "
  )
)
function isOfVotes(page: Page, clause: Clause): boolean {
  const {first, last} = page.document.sentences[clause.sentence]!
  return page.document.tokens.slice(first, last).some(t => votes.has(t.lemma.toLowerCase()))
}

/// "Investors attacked Italy's debt", "the markets have taken Portugal hostage", "to kill the idea".
function isFigure(page: Page, {clause, rule, actors}: Deed): boolean {
  if (!harsh.has(rule.code)) return false
  const lemmaAt = (head: number): string => page.document.tokens[head]?.lemma.toLowerCase() ?? ""
  if (clause.subjects.length > 0 && clause.subjects.every(s => traders.has(lemmaAt(s.head)))) return true
  if (rule.code === "ASSAULT" && contests.has(clause.predicate.lemma) && isOfVotes(page, clause))
    return !actors.some(a => a.means.sectors.some(sector => armed.has(sector)))
  return violent.has(clause.predicate.lemma) && clause.objects.length > 0 && clause.objects.every(o => ideas.has(lemmaAt(o.head)))
}

const rarely: ReadonlySet<string> = new Set("always rarely seldom usually generally typically sometimes invariably".split(" "))

/// "Governments that jail their critics *rarely* last", "every few months somebody announces that …": true at all times and told of none.
function isGeneral(page: Page, clause: Clause): boolean {
  if (isTimeless(clause) && (clause.adverbs.some(a => rarely.has(a)) || everySoOften(page, clause))) return true
  // "a government that fears its people is …"
  if (clause.parent?.link !== "relative") return false
  const above = page.document.clauses[clause.parent.clause]
  const whose = [...clause.subjects, ...clause.objects].find(p => p.head < clause.predicate.head)
  if (!above || !whose || !(isTimeless(above) || above.modal !== undefined)) return false
  const [first, second] = page.tokensIn(whose.span.start, whose.span.end)
  const any = /^(?:an?|any|every|no|whoever|anyone|those)$/i.test(first?.text ?? "")
  return (
    any &&
    second !== undefined &&
    !page.actorsIn(whose.span.start, whose.span.end).some(m => m.means?.country && m.form === "name")
  )
}

const isTimeless = (clause: Clause): boolean =>
  clause.tense === "present" && !clause.perfect && !clause.progressive && clause.modal === undefined

function everySoOften(page: Page, clause: Clause): boolean {
  const {first} = page.document.sentences[clause.sentence]!
  const before = page.document.tokens.slice(first, clause.predicate.head).map(t => t.text.toLowerCase())
  const at = before.indexOf("every")
  return (
    at >= 0 &&
    before
      .slice(at + 1, at + 5)
      .some(w => /^(?:years?|months?|weeks?|days?|decades?|generations?|times?|summers?|springs?)$/.test(w))
  )
}
