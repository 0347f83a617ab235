import type {Rule} from "../rule.ts"

/// Meetings, visits, talks by any means. A visitor is the actor and the host the recipient; where nobody is the guest, all are actors.
export const consult: readonly Rule[] = [
  {
    name: "visit",
    code: "CONSULT",
    mode: "visit",
    verbs: ["visit", "tour"],
    when: {subject: {actor: true}, object: {}},
    actor: "subject",
    recipient: ["object", "to", "in"],
    prior: 0.8,
    examples: [
      "{actor The Indian prime minister} visited {recipient Mauritius} on Monday.",
      "{actor The Pope} visited {recipient Iraq}."
    ],
    not: ["Thousands of shoppers visited the market."]
  },
  {
    name: "visit-noun",
    code: "CONSULT",
    mode: "visit",
    nouns: ["visit", "trip", "tour"],
    when: {subject: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["to", "object", "of", "with", "in"],
    prior: 0.75,
    examples: ["{actor The Cuban foreign minister} paid a visit to {recipient Algeria}."]
  },
  {
    name: "travel-for-talks",
    code: "CONSULT",
    mode: "visit",
    verbs: ["arrive", "travel", "fly", "go", "come", "head", "land", "return", "journey", "leave", "be"],
    when: {subject: {actor: true, sector: ["GOV", "MIL", "LEG", "PTY", "REB", "OPP", "REL"]}, for: {is: ["talks"]}},
    actor: "subject",
    recipient: ["in", "to", "with", "complement with", "at"],
    prior: 0.75,
    examples: ["{actor The Iranian foreign minister} arrived in {recipient Syria} for talks."]
  },
  {
    name: "travel-to-meet",
    code: "CONSULT",
    mode: "visit",
    verbs: ["arrive", "fly", "travel", "land"],
    when: {subject: {actor: true, sector: ["GOV"]}},
    actor: "subject",
    recipient: ["in", "to", "into"],
    prior: 0.6,
    examples: ["{actor The Turkish president} arrived in {recipient Azerbaijan} on Friday."]
  },
  {
    name: "host",
    code: "CONSULT",
    mode: "visit",
    verbs: ["host", "receive", "welcome", "greet", "entertain"],
    when: {object: {self: true, isNot: ["talks"]}, subject: {self: true}},
    actor: "object",
    recipient: "subject",
    prior: 0.75,
    examples: [
      "{recipient The Kenyan president} received {actor the Ethiopian prime minister} on Sunday.",
      "{recipient Norway} hosted {actor a Taliban delegation}."
    ]
  },
  {
    name: "host-talks",
    code: "CONSULT",
    mode: "third-party",
    verbs: ["host", "chair", "convene"],
    when: {object: {is: ["talks"]}, subject: {actor: true}},
    actor: ["subject"],
    recipient: ["between", "with", "complement between", "complement with", "complement subject", "of"],
    prior: 0.7,
    examples: ["{actor Qatar} hosted talks between {recipient Chad} and {recipient the rebels}."]
  },
  {
    name: "phone",
    code: "CONSULT",
    mode: "phone",
    verbs: ["phone", "telephone", "speak", "talk", "discuss", "confer", "have"],
    needs: ["phone", "telephone", "call", "video", "videoconference", "teleconference"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "to", "object"],
    mutual: true,
    prior: 0.8,
    examples: ["{actor The French president} spoke with {actor the Lebanese prime minister} by phone."]
  },
  {
    name: "phone-verb",
    code: "CONSULT",
    mode: "phone",
    verbs: ["phone", "telephone", "call"],
    when: {subject: {actor: true, sector: ["GOV"]}, object: {self: true}},
    complement: {absent: true},
    actor: "subject",
    recipient: ["object"],
    mutual: true,
    prior: 0.65,
    examples: ["{actor The German chancellor} telephoned {actor the Ukrainian president}."]
  },
  {
    name: "mediate",
    code: "CONSULT",
    mode: "third-party",
    verbs: ["mediate", "broker", "facilitate", "arbitrate", "moderate"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["between", "object", "in", "complement between", "complement with", "complement subject"],
    prior: 0.75,
    examples: [
      "{actor Oman} mediated between {recipient Iran} and {recipient Saudi Arabia}.",
      "{actor Kenya} mediated a dispute between {recipient Sudan} and {recipient South Sudan}."
    ]
  },
  {
    name: "mediation-noun",
    code: "CONSULT",
    mode: "third-party",
    nouns: ["mediation"],
    actor: ["subject", "by"],
    recipient: ["between", "in"],
    prior: 0.6,
    examples: ["{actor Turkey}'s mediation in {recipient Somalia} goes on."]
  },
  {
    name: "meet",
    code: "CONSULT",
    verbs: [
      "meet",
      "meet with",
      "confer",
      "consult",
      "negotiate",
      "huddle",
      "hold talks",
      "bargain",
      "converse",
      "sit down",
      "parley",
      "convene",
      "hobnob"
    ],
    when: {subject: {actor: true, isNot: ["game"]}},
    actor: "subject",
    recipient: ["with", "object", "between"],
    mutual: true,
    prior: 0.85,
    examples: [
      "{actor The Egyptian president} met {actor his Sudanese counterpart} in Cairo.",
      "{actor North Korean} officials met with {actor a South Korean delegation}.",
      "{actor Colombia} negotiated with {actor the guerrillas} in Havana."
    ],
    not: ["The new model meets the safety standard.", "The old friends met for a coffee."]
  },
  {
    name: "talk",
    code: "CONSULT",
    verbs: ["speak", "talk", "discuss", "debate", "exchange view", "brief", "address"],
    when: {subject: {actor: true}, with: {actor: true}},
    actor: "subject",
    recipient: ["with"],
    mutual: true,
    prior: 0.75,
    examples: ["{actor The Greek foreign minister} discussed the islands with {actor Turkey}."]
  },
  {
    name: "speak-to",
    code: "CONSULT",
    verbs: ["speak", "talk"],
    when: {subject: {actor: true, sector: ["GOV", "REB", "PTY", "LEG", "MIL"]}, to: {actor: true}},
    actor: "subject",
    recipient: ["to"],
    mutual: true,
    prior: 0.65,
    examples: ["{actor The Belgian prime minister} spoke to {actor the Congolese president} about the mines."]
  },
  {
    name: "discuss-together",
    code: "CONSULT",
    verbs: ["discuss", "debate"],
    when: {subject: {actor: true}, object: {}},
    actor: "subject",
    recipient: ["with"],
    mutual: true,
    prior: 0.55,
    examples: ["{actor Poland} and {actor Lithuania} discussed the pipeline."],
    not: ["The book discusses the history of glass."]
  },
  {
    name: "hold-talks",
    code: "CONSULT",
    verbs: [
      "hold",
      "have",
      "begin",
      "start",
      "open",
      "resume",
      "conclude",
      "conduct",
      "continue",
      "attend",
      "join",
      "end",
      "launch",
      "finish",
      "complete",
      "restart",
      "complete"
    ],
    when: {object: {is: ["talks"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "complement with", "complement subject", "complement object", "between", "of"],
    mutual: true,
    prior: 0.85,
    examples: ["{actor Serbia} held talks with {actor Kosovo} in Brussels."],
    not: ["The choir held a meeting on Sunday."]
  },
  {
    name: "join-for-talks",
    code: "CONSULT",
    verbs: ["join", "gather", "assemble", "convene", "participate", "take part", "come together", "sit down", "attend"],
    when: {subject: {actor: true}, for: {is: ["talks"]}},
    actor: "subject",
    recipient: ["object", "with"],
    mutual: true,
    prior: 0.75,
    examples: ["{actor The Spanish prime minister} joined {actor Moroccan} officials for talks."]
  },
  {
    name: "take-part",
    code: "CONSULT",
    mode: "multilateral",
    verbs: ["participate", "take part", "gather", "assemble", "attend", "participate in", "take part in"],
    when: {subject: {actor: true}, object: {is: ["talks"]}},
    actor: "subject",
    recipient: ["with", "of"],
    mutual: true,
    prior: 0.65,
    examples: ["{actor Chad} and {actor Niger} took part in a summit on Monday."]
  },
  {
    name: "talks-noun",
    code: "CONSULT",
    nouns: [
      "talk",
      "talks",
      "meeting",
      "summit",
      "negotiation",
      "negotiations",
      "dialogue",
      "consultation",
      "consultations",
      "discussion",
      "conference",
      "peace talk",
      "peace talks"
    ],
    when: {subject: {actor: true}},
    actor: ["subject", "between", "of"],
    recipient: ["with", "between", "object"],
    mutual: true,
    prior: 0.65,
    examples: [
      "Talks between {actor Iran} and {actor Iraq} ended on Friday.",
      "{actor Saudi Arabia}'s talks with {actor the Houthis} went on."
    ],
    not: ["The meeting of the chess club went on until late."]
  },
  {
    name: "talks-with-noun",
    code: "CONSULT",
    nouns: [
      "talk",
      "talks",
      "meeting",
      "summit",
      "negotiation",
      "negotiations",
      "dialogue",
      "consultation",
      "consultations",
      "discussion"
    ],
    when: {with: {actor: true}},
    actor: ["subject", "by", "between"],
    recipient: ["with"],
    mutual: true,
    prior: 0.55,
    examples: ["The talks with {actor Bolivia} went on.", "The negotiations with {actor Iran} went on."]
  },
  {
    name: "in-touch",
    code: "CONSULT",
    verbs: ["be", "keep", "stay", "remain", "contact", "liaise"],
    needs: ["touch", "contact"],
    when: {with: {actor: true}, subject: {actor: true}},
    actor: "subject",
    recipient: "with",
    mutual: true,
    prior: 0.6,
    examples: ["{actor The Swedish foreign ministry} is in contact with {actor Syrian} officials."]
  },
  {
    name: "contact",
    code: "CONSULT",
    verbs: ["contact"],
    when: {object: {actor: true}, subject: {actor: true, sector: ["GOV"]}},
    actor: "subject",
    recipient: "object",
    mutual: true,
    prior: 0.55,
    examples: ["{actor The Iraqi government} contacted {actor Turkey} about the dam."]
  },
  {
    name: "present-credentials",
    code: "CONSULT",
    verbs: ["present", "hand", "deliver"],
    when: {object: {is: ["credentials"]}},
    actor: "subject",
    recipient: ["to", "recipient"],
    prior: 0.7,
    examples: ["{actor The Vietnamese ambassador} presented his credentials to {recipient the Finnish president}."]
  },
  {
    name: "bring-together",
    code: "CONSULT",
    verbs: ["bring together", "gather"],
    when: {object: {actor: true}, subject: {actor: true}},
    actor: ["subject"],
    recipient: "object",
    prior: 0.55,
    examples: [
      "{actor Switzerland} gathered {recipient the Cypriot leaders}.",
      "{actor Switzerland} will have gathered {recipient the Cypriot leaders}."
    ]
  }
]
