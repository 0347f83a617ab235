import type {Rule} from "../rule.ts"

/// Rejections and refusals, cancelled meetings, vetoes, doors kept shut, accusations turned away.
export const reject: readonly Rule[] = [
  {
    name: "end-mediation",
    code: "REJECT",
    mode: "meet",
    verbs: ["end", "halt", "stop", "suspend", "abandon", "give up"],
    when: {object: {is: ["mediation"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["between", "in", "with", "complement between"],
    prior: 0.65,
    examples: ["{actor Norway} ended its mediation between {recipient Colombia} and {recipient Venezuela}."]
  },
  {
    name: "cancel-meeting",
    code: "REJECT",
    mode: "meet",
    verbs: [
      "cancel",
      "call off",
      "postpone",
      "boycott",
      "scrap",
      "put off",
      "skip",
      "abandon",
      "shun",
      "delay",
      "snub",
      "walk out",
      "pull out of",
      "suspend",
      "break off"
    ],
    when: {object: {is: ["talks"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "object", "to", "complement object", "complement subject", "of"],
    prior: 0.85,
    examples: [
      "{actor Pakistan} called off talks with {recipient India}.",
      "{actor The Polish president} cancelled a visit to {recipient Israel}."
    ],
    not: ["The airline cancelled forty flights."]
  },
  {
    name: "walk-out",
    code: "REJECT",
    mode: "meet",
    verbs: ["walk out", "walk", "pull", "storm", "withdraw", "pull out", "storm out", "drop out"],
    when: {"out of": {is: ["talks"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "out of", "complement with"],
    examples: ["{actor North Korea} walked out of the meeting with {recipient South Korea}."]
  },
  {
    name: "withdraw-from-talks",
    code: "REJECT",
    mode: "meet",
    verbs: ["withdraw", "pull out", "walk", "walk away", "quit"],
    when: {from: {is: ["talks"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "from"],
    examples: ["{actor The Houthi rebels} withdrew from the negotiations with {recipient the government}."]
  },
  {
    name: "refuse-to",
    code: "REJECT",
    verbs: ["refuse", "decline"],
    complement: {
      any: true,
      notWords: [
        "comment",
        "say",
        "elaborate",
        "answer",
        "speculate",
        "confirm",
        "disclose",
        "give",
        "name",
        "identify",
        "speak",
        "discuss",
        "reveal",
        "respond",
        "specify"
      ]
    },
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["complement object", "recipient", "to", "with", "complement recipient", "complement with", "complement to"],
    prior: 0.85,
    examples: [
      "{actor Iran} refused to meet {recipient the American envoy}.",
      "{actor Hungary} refused to take in {recipient asylum seekers}."
    ],
    not: ["The engine refused to start."]
  },
  {
    name: "refuse-thing",
    code: "REJECT",
    verbs: [
      "refuse",
      "reject",
      "turn down",
      "spurn",
      "rebuff",
      "dismiss",
      "rule out",
      "veto",
      "decline",
      "oppose",
      "rebut",
      "repudiate",
      "shoot down",
      "snub",
      "deny",
      "disregard",
      "defy",
      "ignore",
      "resist",
      "scorn",
      "disavow",
      "throw out",
      "overrule",
      "strike down",
      "vote down",
      "vote against",
      "overturn",
      "thwart",
      "exclude",
      "contest"
    ],
    when: {
      subject: {actor: true, isNot: ["game"]},
      object: {is: ["proposal", "talks", "agreement", "ceasefire", "aid", "yielding", "cooperation", "reform"]}
    },
    actor: "subject",
    recipient: ["recipient", "complement subject", "object", "from", "by", "to", "of", "for", "with", "against"],
    prior: 0.8,
    examples: [
      "{actor Israel} rejected a ceasefire proposal from {recipient Egypt}.",
      "{actor Greece} turned down {recipient Turkey}'s offer of mediation."
    ],
    not: ["The mayor declined a second helping."]
  },
  {
    name: "reject-somebody",
    code: "REJECT",
    verbs: ["reject", "rebuff", "snub", "spurn", "turn away", "defy", "shun", "oppose"],
    when: {object: {actor: true}, subject: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.65,
    examples: ["{actor Hungary} defied {recipient the European Commission}."]
  },
  {
    name: "rejection-noun",
    code: "REJECT",
    nouns: ["rejection", "refusal", "veto"],
    when: {subject: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["of", "object", "to", "complement object"],
    prior: 0.65,
    examples: ["{actor Turkey} repeated its rejection of {recipient the Swedish} offer."]
  },
  {
    name: "deny-entry",
    code: "REJECT",
    verbs: ["deny", "refuse"],
    when: {object: {is: ["entry"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["recipient", "to"],
    prior: 0.8,
    examples: [
      "{actor Israel} denied entry to {recipient two American lawmakers}.",
      "{actor Israel} refused entry to {recipient the lawmakers}."
    ]
  },
  {
    name: "bar-entry",
    code: "REJECT",
    verbs: ["bar", "ban", "block", "prevent", "stop", "turn back", "turn away", "prohibit", "forbid", "keep"],
    when: {object: {actor: true}, subject: {actor: true}},
    complement: {words: ["enter", "come", "visit", "join", "attend", "land", "dock", "cross", "travel", "enter"]},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: ["{actor Israel} barred {recipient the UN envoy} from entering Gaza."]
  },
  {
    name: "turn-boats-back",
    code: "REJECT",
    verbs: ["turn back", "turn away", "turn around", "push back", "turn", "repel"],
    needs: ["back", "away", "around"],
    when: {object: {is: ["arrivals"]}},
    actor: "subject",
    recipient: ["object", "of"],
    prior: 0.7,
    examples: ["{actor Greece} turned back boats of {recipient migrants}."]
  },
  {
    name: "say-no",
    code: "REJECT",
    verbs: ["balk", "disagree", "object", "demur", "vote"],
    when: {subject: {actor: true}, to: {is: ["proposal", "agreement", "talks", "yielding"]}},
    actor: "subject",
    recipient: ["to", "with", "complement subject"],
    prior: 0.65,
    examples: ["{actor Turkey} objected to {recipient Sweden}'s bid for membership."]
  },
  {
    name: "vote-against",
    code: "REJECT",
    verbs: ["vote"],
    when: {subject: {actor: true}, against: {}},
    actor: "subject",
    recipient: ["against", "complement subject"],
    prior: 0.65,
    examples: ["{actor Russia} voted against {recipient the American} resolution."]
  },
  {
    name: "not-accept",
    code: "REJECT",
    verbs: [
      "accept",
      "recognize",
      "recognise",
      "approve",
      "agree",
      "support",
      "back",
      "endorse",
      "negotiate",
      "cooperate",
      "comply",
      "allow",
      "yield",
      "compromise",
      "sign",
      "ratify",
      "release",
      "lift",
      "ease",
      "bow",
      "tolerate",
      "permit",
      "attend",
      "participate",
      "talk",
      "join",
      "surrender",
      "give in",
      "withdraw",
      "end",
      "remove",
      "stop",
      "halt",
      "return",
      "change",
      "back down",
      "hold",
      "meet",
      "give",
      "pay",
      "leave"
    ],
    negated: true,
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["with", "object", "to", "complement object", "complement subject", "from", "of"],
    ofItself: true,
    prior: 0.65,
    examples: [
      "{actor Iran} will not negotiate with {recipient the United States}.",
      "{actor Armenia} does not accept {recipient Azerbaijan}'s plan."
    ]
  },
  {
    name: "break-agreement",
    code: "REJECT",
    verbs: ["break", "violate", "breach", "renege", "flout", "defy", "disobey", "scrap", "tear up", "abrogate", "repudiate"],
    when: {subject: {actor: true}, object: {is: ["agreement", "promise", "law"], isNot: ["ceasefire"]}},
    actor: "subject",
    recipient: ["with", "complement object"],
    prior: 0.55,
    examples: ["{actor Kenya} violated a trade treaty with {recipient Uganda}."]
  },
  {
    name: "stall",
    code: "REJECT",
    verbs: ["obstruct", "stall", "hinder", "impede", "hamper", "block", "stonewall"],
    when: {subject: {actor: true}, object: {is: ["proposal", "talks", "agreement", "aid", "yielding", "reform", "cooperation"]}},
    actor: "subject",
    recipient: ["complement subject", "to", "for", "object", "from", "with"],
    prior: 0.65,
    examples: ["{actor Cyprus} blocked a new round of talks with {recipient Turkey}."]
  }
]
