import type {Token} from "../model/model.ts"

/// Sets right what the parser is known to misread where a sentence speaks of names it never met: whose verb is whose. Each rule asks
/// for a reading that prose hardly has (a sentence without any verb of its own, a verb without a subject beside one with two) and
/// leaves a tree. Changes the tokens from `first` to `last` (not included) in place.
export function mend(tokens: Token[], first: number, last: number): void {
  for (let i = first; i < last; i++) if (giving.has(tokens[i]!.lemma) && tokens[i]!.upos === "VERB") given(tokens, last, i)
  for (let i = first; i < last; i++) helped(tokens, i)
  for (let i = first; i < last; i++) if (besideVerb.test(tokens[i]!.relation)) unaddressed(tokens, first, last, i)
  for (let i = first; i < last; i++) if (tokens[i]!.relation === "nsubj:outer") lone(tokens, first, last, i)
  for (let i = first; i < last; i++) if (/^(?:last|first|next)$/.test(tokens[i]!.text)) numbered(tokens, first, i)
  for (let i = first; i < last; i++) if (tokens[i]!.text === "between") between(tokens, first, last, i)
  for (let i = first; i < last; i++)
    if (tokens[i]!.relation === "obj" && /^(?:which|that|whom)$/i.test(tokens[i]!.text)) relative(tokens, first, last, i)
  for (let i = first + 1; i < last - 1; i++) if (tokens[i]!.relation === "amod") pronounDid(tokens, i)
  for (let i = first; i < last; i++) if (tokens[i]!.relation === "conj") sameShape(tokens, i)
  for (let i = first + 1; i < last; i++)
    if (tokens[i]!.upos === "ADJ" && tokens[i - 1]!.text === "to") toOpen(tokens, first, last, i)
  const root = onlyRoot(tokens, first, last)
  if (root < 0) return
  if (tokens[root]!.upos === "VERB") {
    active(tokens, first, last, root)
    if (saying.has(tokens[root]!.lemma)) {
      const noun = onlySaid(tokens, first, root)
      if (noun >= 0) nounSentence(tokens, first, last, noun)
    }
    if (saidBefore(tokens, first, last, root)) return
    told(tokens, first, last, root)
    toldOf(tokens, first, last, root)
    attributed(tokens, first, last, root)
    return
  }
  nounSentence(tokens, first, last, root)
}

/// "*Chad eased border controls*, officials said": the noun that is all that is said.
function onlySaid(tokens: readonly Token[], first: number, root: number): number {
  let found = -1
  for (let i = first; i < root; i++) {
    if (tokens[i]!.head !== root || tokens[i]!.relation !== "ccomp") continue
    if (found >= 0) return -1
    found = i
  }
  return found
}

/// "*Chad bombed Togo*, a day after Idriss, his brother, *said* that …": the saying behind an "after" is not what tells the rest.
function saidBefore(tokens: Token[], first: number, last: number, root: number): boolean {
  if (!saying.has(tokens[root]!.lemma)) return false
  const kids = tokens.slice(first, last).filter(t => t.head === root)
  const deed = kids.find(t => t.relation === "ccomp" && t.index < root && t.upos === "VERB")
  if (!deed || kids.some(t => /^(?:nsubj|csubj|expl)/.test(t.relation))) return false
  const word = tokens.slice(deed.index, root).findLast(t => t.relation === "case" && /^(?:after|before|since)$/i.test(t.text))
  const who = word && tokens[word.head]
  if (!who || who.index < word.index || who.index > root || !/^(?:PROPN|NOUN)$/.test(who.upos)) return false
  // between the two stands nothing but what says more of him
  for (let i = who.index + 1; i < root; i++) {
    const {head, relation} = tokens[i]!
    if (relation !== "punct" && head !== root && (head < who.index || head >= root)) return false
  }
  for (const kid of kids) if (kid.index > root && kid.relation === "punct") tokens[kid.index] = {...kid, head: deed.index}
  tokens[root] = {...tokens[root]!, head: deed.index, relation: "advcl"}
  tokens[deed.index] = {...deed, head: -1, relation: "root"}
  tokens[who.index] = {...who, head: root, relation: "nsubj"}
  tokens[word.index] = {...word, head: root, relation: "mark"}
  return true
}

/// A sentence read as a mere noun, though it has a verb.
function nounSentence(tokens: Token[], first: number, last: number, root: number): void {
  if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[root]!.upos)) return
  const kids: number[] = []
  for (let i = first; i < last; i++) if (tokens[i]!.head === root) kids.push(i)
  if (kids.some(i => /^(?:nsubj|csubj|cop|aux|expl)/.test(tokens[i]!.relation))) return
  behind(tokens, first, last, root, kids)
  within(tokens, last, root, kids)
}

const giving: ReadonlySet<string> = new Set("give lend loan offer grant promise sell pay hand owe award".split(" "))

/// "lent *Chad* 20 million francs", "gave *Chad* information": who is given it was read as what sort of thing it is.
function given(tokens: Token[], last: number, verb: number): void {
  givenSomebody(tokens, last, verb)
  const name = tokens[verb + 1]
  if (name?.upos !== "PROPN" || name.relation !== "compound" || name.head <= name.index || name.head >= last) return
  const thing = tokens[name.head]!
  const next = tokens[name.index + 1]!
  if (thing.head !== verb || thing.relation !== "obj" || thing.upos !== "NOUN") return
  if (next.upos !== "NUM" && !(next.index === thing.index && massNoun.has(thing.lemma))) return
  tokens[name.index] = {...name, head: verb, relation: "iobj"}
}

/// "granted *the mayor* asylum": an article before what is given without one belongs to whom it is given.
function givenSomebody(tokens: Token[], last: number, verb: number): void {
  const opens = tokens[verb + 1]
  if (!opens || !/^(?:DET|PRON|PROPN)$/.test(opens.upos) || !/^(?:det|nmod:poss)$/.test(opens.relation)) return
  let thing = verb + 2
  while (thing < last && thing < verb + 9 && !(tokens[thing]!.head === verb && tokens[thing]!.relation === "obj")) thing++
  const who = tokens[thing - 1]
  if (thing >= last || !massNoun.has(tokens[thing]?.lemma ?? "") || who?.upos !== "NOUN") return
  if (who.relation !== "compound" || who.head !== thing) return
  for (let i = verb + 1; i < who.index; i++) if (tokens[i]!.head === thing) tokens[i] = {...tokens[i]!, head: who.index}
  tokens[who.index] = {...who, head: verb, relation: "iobj"}
}

/// What is given without an article.
const massNoun: ReadonlySet<string> = new Set(
  `information aid assistance help money food weapon arms troop support credit loan grant permission asylum advice intelligence equipment
  training medicine fuel wheat rice grain asylum refuge shelter amnesty citizenship bail clemency immunity access`.split(/\s+/)
)

/// "the treaty *which the two leaders signed* on Monday was published": a verb with a relative pronoun for object and somebody
/// between the two is done by that somebody to what stands before the pronoun.
function relative(tokens: Token[], first: number, last: number, pronoun: number): void {
  const verb = tokens[pronoun]!.head
  const behind = pronoun - (tokens[pronoun - 1]?.text === "," ? 2 : 1)
  const thing = tokens[behind]
  if (verb <= pronoun + 1 || verb >= last || behind < first || !thing || !/^(?:NOUN|PROPN)$/.test(thing.upos)) return
  if (!/^VB[DN]$/.test(tokens[verb]!.xpos)) return
  let doer = -1
  for (let i = first; i < last; i++) {
    const {head, relation} = tokens[i]!
    if (head !== verb) continue
    if (/^(?:aux|cop|mark|expl)/.test(relation)) return
    if (/^nsubj/.test(relation)) doer = i
  }
  const before = tokens[verb - 1]!
  // "the pact, which *the two* signed": taken for another name of the pact
  if (doer < 0 && before.head === behind && before.relation === "appos") doer = before.index
  if (doer <= pronoun || doer >= verb) return
  const root = tokens[verb]!.head < 0
  const main = root ? mainBehind(tokens, last, verb) : -1
  if (root && main < 0) return
  if (root) {
    const passive = tokens.slice(verb, main).some(t => t.head === main && t.relation === "aux:pass")
    for (let i = first; i < last; i++) {
      if (tokens[i]!.head !== verb || i === main || (i >= pronoun && i < main && tokens[i]!.relation !== "punct")) continue
      const unmarked = i < pronoun && /^(?:obl:unmarked|dislocated|compound|nmod|obl)$/.test(tokens[i]!.relation)
      tokens[i] = {...tokens[i]!, head: main, ...(unmarked && {relation: passive ? "nsubj:pass" : "nsubj"})}
    }
    tokens[main] = {...tokens[main]!, head: -1, relation: "root"}
  }
  const linked = tokens[verb]!.relation === "acl:relcl" && tokens[verb]!.head < pronoun
  tokens[doer] = {...tokens[doer]!, head: verb, relation: "nsubj"}
  tokens[verb] = {...tokens[verb]!, xpos: "VBD", ...(!linked && {head: behind, relation: "acl:relcl"})}
}

/// "*The two* last met": the adverb was read as what there are two of.
function numbered(tokens: Token[], first: number, adverb: number): void {
  const [the, two, at, verb] = [tokens[adverb - 2], tokens[adverb - 1], tokens[adverb]!, tokens[adverb + 1]]
  if (adverb - 2 < first || !/^the$/i.test(the!.text) || two?.relation !== "nummod" || two.head !== adverb) return
  if (!/^nsubj/.test(at.relation) || at.head !== verb?.index || verb.upos !== "VERB") return
  tokens[adverb] = {...at, upos: "ADV", xpos: "RB", relation: "advmod"}
  tokens[adverb - 1] = {...two, head: verb.index, relation: at.relation}
  tokens[adverb - 2] = {...the!, head: two.index}
}

/// "workers in Chad and *students in Togo*": the second of two such phrases was read as a second place.
function sameShape(tokens: Token[], second: number): void {
  const place = tokens[tokens[second]!.head]
  const first = place && tokens[place.head]
  if (!first || place.upos !== "PROPN" || place.relation !== "nmod" || first.index > place.index || place.index > second) return
  if (first.upos !== "NOUN" || tokens[second]!.upos !== "NOUN") return
  const [word, name] = [tokens[second + 1], tokens[second + 2]]
  const own = word?.upos === "ADP" && /^(?:in|of|from)$/.test(word.text) && name?.upos === "PROPN" && name.relation === "nmod"
  if (!own) return
  tokens[second] = {...tokens[second]!, head: first.index}
  tokens[second + 2] = {...name, head: second}
}

/// "the *talks* between Chad and the minister were called off": the second of two was read as the subject.
function between(tokens: Token[], first: number, last: number, preposition: number): void {
  const one = tokens[preposition]!.head
  const thing = tokens[preposition - 1]
  if (one <= preposition || one >= last || !thing || thing.index < first || tokens[one]!.head !== thing.index) return
  let and = one + 1
  while (and < last && hangs(tokens, and, one)) and++
  const other = tokens[and]?.text === "and" ? tokens[tokens[and]!.head] : undefined
  if (!other || other.index <= and || other.index >= last || !/^nsubj/.test(other.relation)) return
  if (thing.head !== other.head || !/^(?:obl|obl:unmarked|dislocated|nmod|nsubj:outer|compound)$/.test(thing.relation)) return
  tokens[thing.index] = {...thing, relation: other.relation}
  tokens[other.index] = {...other, head: one, relation: "conj"}
}

/// The finite verb that a relative clause was read as the ruler of.
function mainBehind(tokens: readonly Token[], last: number, verb: number): number {
  for (let i = verb + 1; i < last; i++) {
    const {head, relation, upos, xpos} = tokens[i]!
    if (head !== verb || upos !== "VERB" || !/^(?:ccomp|parataxis|conj|advcl|xcomp)$/.test(relation)) continue
    const finite = /^VB[DZP]$/.test(xpos) || tokens.slice(verb, i).some(t => t.head === i && /^aux/.test(t.relation))
    if (finite && !tokens.slice(verb, i).some(t => t.head === i && /^(?:nsubj|csubj|mark|cc)/.test(t.relation))) return i
  }
  return -1
}

/// The token without a head, if there is just one.
function onlyRoot(tokens: readonly Token[], first: number, last: number): number {
  let root = -1
  for (let i = first; i < last; i++) {
    if (tokens[i]!.head >= 0) continue
    if (root >= 0) return -1
    root = i
  }
  return root
}

/// "Chad, Niger and Togo *called* on Mali to leave": the only verb was read as a participle, or as joined to the noun before it,
/// though it has an object or somebody it calls on.
function behind(tokens: Token[], first: number, last: number, root: number, kids: readonly number[]): void {
  const verbs = kids.filter(
    i => i > root && tokens[i]!.upos === "VERB" && (/^(?:acl|conj)$/.test(tokens[i]!.relation) || resumed(tokens, root, i))
  )
  const [verb] = verbs
  if (verb === undefined || verbs.length > 1 || !carries(tokens, verb, first, last)) return
  const {head: above, relation} = tokens[root]!
  for (const i of kids) if (i > verb) tokens[i] = {...tokens[i]!, head: verb}
  tokens[root] = {...tokens[root]!, head: verb, relation: "nsubj"}
  tokens[verb] = {...tokens[verb]!, head: above, relation, xpos: "VBD"}
}

/// "Idriss, *who leads the party*, accused …": the verb behind a relative clause and its comma.
const resumed = (tokens: readonly Token[], root: number, verb: number): boolean =>
  tokens[verb]!.relation === "parataxis" &&
  tokens[verb]!.xpos === "VBD" &&
  tokens[verb - 1]!.text === "," &&
  tokens.slice(root, verb).some(t => t.head === root && t.relation === "acl:relcl")

/// Whether a verb behind a noun is an active past tense: it has an object or somebody it calls on, or is one that nobody suffers, and
/// has nothing that a participle or a second conjunct would have.
function carries(tokens: readonly Token[], verb: number, first: number, last: number): boolean {
  const {text, xpos, relation, lemma} = tokens[verb]!
  if (xpos !== "VBD" && !(xpos === "VBN" && /ed$/i.test(text))) return false
  let active = (relation === "conj" && xpos === "VBD") || unsuffered.has(lemma)
  let asked = false
  for (let i = first; i < last; i++) {
    const {head, relation: kind, text: word, upos} = tokens[i]!
    if (head !== verb) continue
    if (/^(?:nsubj|csubj|cop|aux|expl|mark|cc)/.test(kind)) return false
    if (/^(?:PRON|DET)$/.test(upos) && /^(?:who|which|that|whom)$/i.test(word)) return false
    if (i > verb && (kind === "obj" || kind === "ccomp")) active = true
    if (i > verb && /^(?:advcl|xcomp)$/.test(kind)) asked = true
  }
  return active || (asked && lemma === "call" && tokens[verb + 1]?.text === "on")
}

/// What nobody is done to: "students *protested*" is never short for "students who were protested".
const unsuffered: ReadonlySet<string> = new Set(
  `protest march clash agree arrive appeal react respond retaliate object demonstrate depart cooperate collaborate negotiate apologize
  apologise rally travel fly refuse decline`.split(/\s+/)
)

/// "*Chad eased border controls* with Niger.": a verb between a name and a noun, read as if it told what sort of noun it is.
function within(tokens: Token[], last: number, root: number, kids: readonly number[]): void {
  const verb = kids.find(
    i => i < root && tokens[i]!.relation === "amod" && /^(?:VERB|ADJ)$/.test(tokens[i]!.upos) && pastForm.test(tokens[i]!.text)
  )
  if (verb === undefined || !/^\.$/.test(tokens[last - 1]!.text)) return
  const subject = verb - 1
  const before = tokens[subject]
  if ((before?.head !== root && before?.head !== verb) || !/^(?:compound|nsubj|obl:unmarked)$/.test(before.relation)) return
  const noun = before.upos === "NOUN" && tokens[verb]!.upos === "VERB"
  if (before.upos !== "PROPN" && !noun) return
  // "*Chad's foreign minister* voiced grave concern": what stands before the doer is his.
  const his = kids.filter(i => i < subject && tokens[i]!.relation !== "punct")
  if (his.length > 0 && !(noun && his.every(i => /^(?:nmod:poss|amod|compound|det|nummod)$/.test(tokens[i]!.relation)))) return
  for (const i of his) tokens[i] = {...tokens[i]!, head: subject}
  for (const i of kids) if (i > root && tokens[i]!.relation === "punct") tokens[i] = {...tokens[i]!, head: verb}
  tokens[subject] = {...before, head: verb, relation: "nsubj"}
  const {head: above, relation} = tokens[root]!
  tokens[verb] = {...tokens[verb]!, head: above, relation, upos: "VERB", xpos: "VBD", lemma: pastOf(tokens[verb]!)}
  tokens[root] = {...tokens[root]!, head: verb, relation: "obj"}
}

const pastForm =
  /(?:ed|^(?:cut|hit|shut|met|sent|won|held|built|lent|shot|fought|froze|broke|took|gave|sank|shook|threw|withdrew|wrote|began|chose|drew|struck|stole|swore|saw|fell|ran|left|quit))$/

/// The verb that an adjective in "-ed" comes from: near enough for rules, which try other spellings.
const pastOf = ({upos, lemma, text}: Token): string => (upos === "VERB" ? lemma : text.toLowerCase().replace(/ed$/, ""))

/// "*Rebels* from Chad *attacked* a town, state radio *said*.": the deed lost its doer to the verb of saying, and that one its own to
/// the list of what it says.
function told(tokens: Token[], first: number, last: number, root: number): void {
  let said = -1
  let doer = -1
  let speaker = -1
  for (let i = first; i < root; i++) {
    const {head, relation, upos} = tokens[i]!
    if (head !== root) continue
    if (/^(?:nsubj|csubj)/.test(relation)) doer = doer < 0 ? i : -2
    else if (relation === "ccomp" && upos === "VERB") said = said < 0 ? i : -2
    else if (/^(?:compound|nmod|obl:unmarked|obl|obj)$/.test(relation) && /^(?:NOUN|PROPN)$/.test(upos)) speaker = i
  }
  if (said < 0 || doer < 0 || speaker < 0 || doer > said || speaker < said || speaker !== root - 1) return
  for (let i = first; i < last; i++) if (tokens[i]!.head === said && /^(?:nsubj|csubj|expl)/.test(tokens[i]!.relation)) return
  tokens[doer] = {...tokens[doer]!, head: said}
  tokens[speaker] = {...tokens[speaker]!, relation: "nsubj"}
}

/// "Chad attacked *a town*, state radio said.": what the deed was done to stands before whoever tells of it, and is not what he says.
function toldOf(tokens: Token[], first: number, last: number, root: number): void {
  if (!saying.has(tokens[root]!.lemma)) return
  let said = -1
  let speaker = -1
  for (let i = first; i < last; i++) {
    const {head, relation, upos} = tokens[i]!
    if (head !== root) continue
    if (/^(?:ccomp|advcl|parataxis)$/.test(relation) && upos === "VERB" && i < root) said = said < 0 ? i : -2
    else if (relation === "nsubj") speaker = speaker < 0 ? i : -2
  }
  if (said < 0 || speaker < said) return
  let comma = speaker - 1
  while (comma > said && tokens[comma]!.text !== ",") comma--
  if (comma <= said) return
  for (let i = said + 1; i < comma; i++) {
    const {head, relation} = tokens[i]!
    if (head === root && /^(?:obj|iobj|obl|advmod|advcl|xcomp)/.test(relation)) tokens[i] = {...tokens[i]!, head: said}
  }
  tokens[said] = {...tokens[said]!, relation: "ccomp"}
}

/// "*Chad* has broken relations": what hangs in a helping verb hangs in the verb it helps.
function helped(tokens: Token[], token: number): void {
  const {head, relation} = tokens[token]!
  const helper = tokens[head]
  if (!helper || helper.head < 0 || helper.head === token || !/^(?:aux|cop)/.test(helper.relation)) return
  if (/^(?:[nc]subj|i?obj|obl|advcl|advmod|ccomp|xcomp|punct)/.test(relation))
    tokens[token] = {...tokens[token]!, head: helper.head}
}

/// "said *it deplored Libya*": after "it" no word tells what sort of thing the next name is.
function pronounDid(tokens: Token[], verb: number): void {
  const did = tokens[verb]!
  const whom = tokens[did.head]
  const who = tokens[verb - 1]!
  if (did.upos !== "VERB" || !whom || whom.index !== verb + 1 || whom.upos !== "PROPN") return
  if (!/^(?:it|he|she|they|we|i)$/i.test(who.text) || who.upos !== "PRON") return
  const clause = whom.head === who.head && whom.relation === "xcomp" ? "ccomp" : whom.relation
  tokens[verb] = {...did, head: whom.head, relation: clause, xpos: "VBD"}
  tokens[whom.index] = {...whom, head: verb, relation: "obj"}
  tokens[who.index] = {...who, head: verb, relation: "nsubj"}
}

/// "is to *open* talks": what has "to" before it and an object is done.
function toOpen(tokens: Token[], first: number, last: number, verb: number): void {
  const {head} = tokens[verb - 1]!
  if (head !== verb) return
  let object = false
  for (let i = verb + 1; i < last && i < verb + 12; i++)
    if (tokens[i]!.head === verb && tokens[i]!.relation === "obj") object = true
  if (!object) return
  tokens[verb] = {...tokens[verb]!, upos: "VERB", xpos: "VB"}
  for (let i = Math.max(first, verb - 6); i < verb; i++)
    if (tokens[i]!.head === verb && tokens[i]!.relation === "cop") tokens[i] = {...tokens[i]!, relation: "aux"}
}

/// "*The ministry* called in the envoy.": a whole sentence has no passive without "was".
function active(tokens: Token[], first: number, last: number, root: number): void {
  if (tokens[root]!.xpos !== "VBN" || !/^\.$/.test(tokens[last - 1]!.text)) return
  let doer = -1
  let suffers = together.has(tokens[root]!.lemma) || (tokens[root]!.lemma === "call" && tokens[root + 1]?.upos === "ADP")
  for (let i = first; i < last; i++) {
    const {head, relation} = tokens[i]!
    if (head !== root) continue
    if (/^(?:aux|cop|nsubj$|csubj)/.test(relation)) return
    if (relation === "nsubj:pass" && i < root) doer = i
    if (/^(?:obj|xcomp|ccomp)$/.test(relation) && i > root) suffers = true
  }
  if (doer < 0 || !suffers) return
  tokens[doer] = {...tokens[doer]!, relation: "nsubj"}
  tokens[root] = {...tokens[root]!, xpos: "VBD"}
}

/// What one does with others, and is seldom done to anybody.
const together: ReadonlySet<string> = new Set(["gather", "assemble", "convene", "confer"])

const besideVerb = /^(?:discourse|vocative|iobj)$/

/// "*Idriss* accused the army", "Opposition leader *Idriss* said": nobody is addressed where no comma stands, and nobody is given what
/// is done behind him.
function unaddressed(tokens: Token[], first: number, last: number, name: number): void {
  const {head, relation, text} = tokens[name]!
  if (head <= name || head >= last || tokens[head]!.upos !== "VERB" || !/^VB[DZP]$/.test(tokens[head]!.xpos)) return
  if (!/^\p{Lu}/u.test(text) && relation !== "iobj") return
  let title = -1
  let doers = 0
  for (let i = first; i < last; i++) {
    if (tokens[i]!.head !== head || !/^(?:[nc]subj|expl|aux|cop)/.test(tokens[i]!.relation)) continue
    doers++
    if (/^nsubj/.test(tokens[i]!.relation) && i === name - 1) title = i
  }
  const between = (i: number) => tokens[i]!.head !== name && tokens[i]!.head !== name + 1 && tokens[i]!.head !== head
  for (let i = name + 1; i < head; i++) if (between(i) || tokens[i]!.upos === "PUNCT") return
  if (relation !== "iobj" && title < 0 && name !== first) return
  // "*Former minister* Idriss said": the title of who says it
  const named = tokens[name + 1]
  if (relation === "iobj" && doers === 1 && named?.upos === "PROPN" && named.relation === "nsubj" && named.head === head) {
    tokens[name] = {...tokens[name]!, head: name + 1, relation: "compound"}
    return
  }
  if (doers > (title < 0 ? 0 : 1)) return
  const upos = /^(?:INTJ|X)$/.test(tokens[name]!.upos) ? "PROPN" : tokens[name]!.upos
  if (title < 0) tokens[name] = {...tokens[name]!, upos, relation: "nsubj"}
  else tokens[name] = {...tokens[name]!, upos, head: title, relation: "appos"}
}

/// "*Chad* is to leave, he said.": an outer subject where there is no inner one is the subject.
function lone(tokens: Token[], first: number, last: number, subject: number): void {
  const {head} = tokens[subject]!
  for (let i = first; i < last; i++)
    if (tokens[i]!.head === head && /^(?:nsubj|csubj|expl)(?!:outer)/.test(tokens[i]!.relation)) return
  tokens[subject] = {...tokens[subject]!, relation: "nsubj"}
}

/// "Chad will renew ties with Niger, *a ministry official* said.": who says it was read as another name of the last one named.
function attributed(tokens: Token[], first: number, last: number, root: number): void {
  if (!saying.has(tokens[root]!.lemma)) return
  const speaker = tokens[root - 1]
  if (
    !speaker ||
    root - 1 <= first ||
    !/^(?:NOUN|PROPN)$/.test(speaker.upos) ||
    !/^(?:appos|conj|nmod|list)$/.test(speaker.relation)
  )
    return
  for (let i = first; i < last; i++) if (tokens[i]!.head === root && /^(?:nsubj|csubj|expl)/.test(tokens[i]!.relation)) return
  let left = speaker.index - 1
  while (left > first && hangs(tokens, left, speaker.index)) left--
  if (tokens[left]!.text !== ",") return
  tokens[speaker.index] = {...speaker, head: root, relation: "nsubj"}
}

/// Whether a token hangs, at whatever depth, in another.
function hangs(tokens: readonly Token[], token: number, above: number): boolean {
  let at = token
  for (let steps = 0; at >= 0 && steps < 20; steps++) {
    if (tokens[at]!.text === ",") return false
    if (at === above) return true
    at = tokens[at]!.head
  }
  return false
}

const saying: ReadonlySet<string> = new Set("say report announce add state note claim declare".split(" "))
