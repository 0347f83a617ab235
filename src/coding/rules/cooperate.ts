import type {Rule} from "../rule.ts"

/// Cooperation in deed from which both sides gain: trade, joint manoeuvres, extradition, shared intelligence.
export const cooperate: readonly Rule[] = [
  {
    name: "joint-exercise",
    code: "COOPERATE",
    verbs: ["hold", "conduct", "stage", "begin", "start", "carry out", "launch", "participate", "take part", "join", "complete"],
    nouns: ["exercise", "drill", "manoeuvre", "maneuver", "patrol", "operation"],
    needs: ["joint", "jointly", "together"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "complement with", "between"],
    mutual: true,
    prior: 0.8,
    examples: [
      "{actor Russia} held a joint exercise with {recipient China}.",
      "{actor Russia} conducted joint drills with {recipient China}.",
      "{actor Russia} has held a drill together with {recipient China}."
    ]
  },
  {
    name: "exercise-with",
    code: "COOPERATE",
    verbs: ["hold", "conduct", "stage", "carry out", "begin", "start", "launch", "complete"],
    when: {subject: {actor: true}, object: {is: ["drill"]}, with: {actor: true}},
    actor: "subject",
    recipient: ["with"],
    mutual: true,
    prior: 0.75,
    examples: ["{actor India} conducted a drill with {recipient Vietnam}."]
  },
  {
    name: "cooperate",
    code: "COOPERATE",
    verbs: [
      "cooperate",
      "co-operate",
      "collaborate",
      "coordinate",
      "work together",
      "join force",
      "partner",
      "team up",
      "trade",
      "do business"
    ],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "complement with"],
    prior: 0.7,
    examples: ["{actor Jordan} coordinated with {recipient Iraq} on the border."],
    not: ["The sisters collaborated on a cookbook."]
  },
  {
    name: "work-with",
    code: "COOPERATE",
    verbs: ["work"],
    when: {subject: {actor: true}, with: {actor: true}},
    actor: "subject",
    recipient: ["with"],
    prior: 0.55,
    examples: ["{actor The Colombian army} worked with {recipient Ecuador} on the rescue."]
  },
  {
    name: "extradite",
    code: "COOPERATE",
    verbs: ["extradite", "hand over", "turn over", "transfer", "deliver", "surrender"],
    when: {subject: {actor: true}, object: {actor: true}, to: {actor: true}},
    actor: "subject",
    recipient: "to",
    prior: 0.75,
    examples: [
      "{actor Colombia} extradited a drug lord to {recipient the United States}.",
      "{actor Serbia} handed over the general to {recipient the court}."
    ]
  },
  {
    name: "share-intelligence",
    code: "COOPERATE",
    verbs: ["share", "exchange", "swap", "pass", "provide", "give", "hand over"],
    when: {subject: {actor: true}, object: {is: ["intelligence"]}},
    actor: "subject",
    recipient: ["with", "to", "recipient"],
    prior: 0.75,
    examples: ["{actor Jordan} shared intelligence with {recipient France}."]
  },
  {
    name: "sell-buy",
    code: "COOPERATE",
    verbs: ["sell", "export", "ship", "supply", "buy", "purchase", "import", "order", "lease", "acquire"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "from", "recipient"],
    prior: 0.6,
    examples: ["{actor Russia} sold wheat to {recipient Egypt}.", "{actor Poland} bought tanks from {recipient South Korea}."],
    not: ["The farmer sold eggs at the market."]
  },
  {
    name: "invest",
    code: "COOPERATE",
    verbs: ["invest"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["in", "with"],
    prior: 0.6,
    examples: ["{actor China} invested two billion dollars in {recipient Zambia}."],
    not: ["The couple invested in a new oven."]
  },
  {
    name: "economic-ties",
    code: "COOPERATE",
    verbs: ["resume", "expand", "boost", "increase", "restart", "open", "begin", "start", "launch", "reopen"],
    when: {subject: {actor: true}, object: {is: ["commerce"]}},
    actor: "subject",
    recipient: ["with", "to", "from"],
    prior: 0.65,
    examples: [
      "{actor Iran} resumed oil exports to {recipient India}.",
      "{actor Kenya} launched direct flights with {recipient Somalia}."
    ]
  },
  {
    name: "cooperation-noun",
    code: "COOPERATE",
    nouns: ["cooperation", "co-operation", "collaboration", "partnership", "coordination"],
    when: {subject: {actor: true}},
    actor: ["subject", "between"],
    recipient: ["with", "between"],
    prior: 0.5,
    examples: ["{actor Azerbaijan}'s cooperation with {recipient Israel} has grown."]
  }
]
