/// The card that lies beside weights of the English reader.
export function cardOf(facts: {
  sha256: string
  says: string
  script: string
  seed: number
  epochs: number
  scores: Record<string, unknown>
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
      }
    ],
    licence: "CC BY-SA 4.0",
    scores: {figures: "gold tokens, everything else predicted; las: universal relations, punctuation counted", ...facts.scores}
  }
  return `${JSON.stringify(card, null, 2)}\n`
}
