import type {Rule} from "../rule.ts"

/// Giving way in words: pardons, apologies, promised withdrawals, truces that are declared, demands that are met or dropped.
export const concede: readonly Rule[] = [
  {
    name: "apologize",
    code: "CONCEDE",
    verbs: ["apologize", "apologise", "express regret", "make amends", "atone"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "for", "complement object"],
    prior: 0.85,
    examples: ["{actor Japan} apologized to {recipient South Korea} for the wartime labour."],
    not: ["The shop apologized for the long queue."]
  },
  {
    name: "apology-noun",
    code: "CONCEDE",
    nouns: ["apology", "regret", "remorse"],
    actor: "subject",
    recipient: ["to", "for"],
    prior: 0.75,
    examples: ["{actor Belgium} offered an apology to {recipient Congo}."]
  },
  {
    name: "regret-deed",
    code: "CONCEDE",
    verbs: ["regret", "express"],
    when: {object: {is: ["deed"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["complement object", "to"],
    prior: 0.5,
    examples: ["{actor The United States} regretted the killing of {recipient the Afghan farmers}."]
  },
  {
    name: "pardon",
    code: "CONCEDE",
    verbs: ["pardon", "amnesty", "acquit", "reprieve", "exonerate", "absolve", "commute", "rehabilitate"],
    actor: "subject",
    recipient: ["object", "of", "complement subject"],
    prior: 0.85,
    examples: [
      "{actor The Turkish president} pardoned {recipient two generals}.",
      "{recipient The activist} was acquitted by {actor a court}."
    ]
  },
  {
    name: "grant-amnesty",
    code: "CONCEDE",
    verbs: ["grant", "give", "offer", "declare", "issue", "announce"],
    when: {object: {is: ["pardon"]}},
    actor: "subject",
    recipient: ["recipient", "to", "for"],
    prior: 0.8,
    examples: [
      "{actor Colombia} granted an amnesty to {recipient the rebels}.",
      "{actor Colombia} offered an amnesty to {recipient the rebels}."
    ]
  },
  {
    name: "declare-truce",
    code: "CONCEDE",
    verbs: [
      "declare",
      "announce",
      "call",
      "proclaim",
      "offer",
      "agree",
      "accept",
      "agree to",
      "negotiate",
      "sign",
      "reach",
      "broker",
      "back"
    ],
    when: {object: {is: ["ceasefire"], isNot: ["talks"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "complement object"],
    prior: 0.7,
    examples: ["{actor The Colombian rebels} declared a ceasefire with {recipient the government}."]
  },
  {
    name: "agree-truce",
    code: "CONCEDE",
    verbs: ["agree", "consent", "commit"],
    when: {to: {is: ["ceasefire"]}},
    actor: "subject",
    recipient: ["with"],
    prior: 0.7,
    examples: ["{actor Ethiopia} agreed to a truce with {recipient Eritrea}."]
  },
  {
    name: "agree-withdraw",
    code: "CONCEDE",
    verbs: [
      "agree",
      "promise",
      "pledge",
      "vow",
      "offer",
      "decide",
      "undertake",
      "commit",
      "announce",
      "consent",
      "order",
      "prepare"
    ],
    complement: {types: ["RETREAT", "CONCEDE"]},
    when: {object: {isNot: ["resigning"]}},
    actor: "subject",
    recipient: ["with", "from", "recipient", "to", "complement object"],
    prior: 0.75,
    examples: [
      "{actor Chad} announced the withdrawal of its soldiers from {recipient Niger}.",
      "{actor Iran} agreed to release {recipient the British sailors}.",
      "{actor Eritrea} promised to withdraw its troops from the border."
    ]
  },
  {
    name: "drop-demand",
    code: "CONCEDE",
    verbs: ["drop", "withdraw", "abandon", "retract", "give up", "rescind", "soften", "scrap", "shelve", "back down", "dismiss"],
    when: {object: {is: ["proposal", "accusation", "crime"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["against", "for", "with", "complement object", "to"],
    prior: 0.65,
    examples: [
      "{actor Prosecutors} dropped the charges against {recipient the opposition leader}.",
      "{actor Serbia} dropped its demand for {recipient Kosovo} to wait."
    ]
  },
  {
    name: "recognize-loss",
    code: "CONCEDE",
    verbs: ["concede"],
    when: {object: {is: ["elections"]}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.7,
    examples: ["{actor The Gambian president} conceded the election to {recipient the opposition}."]
  },
  {
    name: "back-down",
    code: "CONCEDE",
    verbs: [
      "back down",
      "relent",
      "give in",
      "yield",
      "bow",
      "cave",
      "acquiesce",
      "climb down",
      "concede",
      "compromise",
      "make concession",
      "give way",
      "accede",
      "capitulate",
      "backtrack",
      "reverse"
    ],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "with", "object"],
    prior: 0.65,
    examples: ["{actor The Polish government} backed down on Thursday."],
    not: ["The defender conceded a late goal.", "The road gave way after the rain."]
  },
  {
    name: "meet-demand",
    code: "CONCEDE",
    verbs: ["accept", "meet", "satisfy", "grant", "heed", "bow"],
    when: {object: {is: ["demands"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["of", "object", "complement subject"],
    prior: 0.7,
    examples: ["{actor Ukraine} accepted the demands of {recipient the miners}."]
  },
  {
    name: "suspend-protest",
    code: "CONCEDE",
    verbs: ["suspend", "call off", "end", "halt", "postpone"],
    when: {object: {is: ["protest"]}},
    actor: "subject",
    recipient: ["against"],
    prior: 0.7,
    examples: ["{actor The teachers} suspended their strike against {recipient the government}."]
  }
]
