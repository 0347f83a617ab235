import type {Rule} from "../rule.ts"

/// Relations cut back in deed, and verdicts of courts.
export const sanction: readonly Rule[] = [
  {
    name: "convict",
    code: "SANCTION",
    mode: "convict",
    verbs: ["convict", "sentence", "find guilty", "fine", "condemn", "imprison", "jail"],
    when: {object: {actor: true}},
    needs: [
      "guilty",
      "sentence",
      "convict",
      "year",
      "month",
      "death",
      "life",
      "fine",
      "court",
      "judge",
      "prison",
      "jail",
      "conviction",
      "murder",
      "corruption",
      "terrorism",
      "tribunal",
      "jury"
    ],
    actor: "subject",
    recipient: "object",
    prior: 0.8,
    examples: [
      "{actor A Cairo court} convicted {recipient three journalists}.",
      "{recipient The opposition leader} was sentenced to nine years in prison by {actor a Russian court}."
    ]
  },
  {
    name: "find-guilty",
    code: "SANCTION",
    mode: "convict",
    verbs: ["find", "rule", "declare", "judge", "hold"],
    needs: ["guilty", "liable", "unconstitutional"],
    when: {object: {}},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: ["{actor A French court} found {recipient the former president} guilty of bribery."]
  },
  {
    name: "conviction-noun",
    code: "SANCTION",
    mode: "convict",
    nouns: ["conviction", "verdict"],
    when: {object: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["object", "against", "of"],
    prior: 0.55,
    examples: ["The conviction of {recipient two ministers} by {actor a Romanian court} was upheld."]
  },
  {
    name: "order-to-pay",
    code: "SANCTION",
    mode: "convict",
    verbs: ["order", "require", "instruct"],
    when: {subject: {actor: true, sector: ["JUD"]}, object: {actor: true}},
    complement: {words: ["pay", "compensate"]},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: [
      "{actor The court} ordered {recipient the oil company} to pay damages.",
      "{actor A judge} ordered {recipient Shell} to pay damages."
    ]
  },
  {
    name: "impose-sanctions",
    code: "SANCTION",
    mode: "discontinue",
    verbs: [
      "impose",
      "slap",
      "place",
      "extend",
      "tighten",
      "widen",
      "renew",
      "expand",
      "approve",
      "adopt",
      "announce",
      "introduce",
      "levy",
      "enforce",
      "apply",
      "toughen",
      "prolong",
      "unveil",
      "reimpose",
      "raise",
      "increase",
      "put"
    ],
    when: {object: {is: ["penalty"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["on", "against", "upon", "complement object", "object", "complement on", "complement against"],
    prior: 0.85,
    examples: [
      "{actor Canada} imposed sanctions on {recipient Belarus}.",
      "{actor India} slapped tariffs on {recipient Chinese} steel."
    ]
  },
  {
    name: "sanction",
    code: "SANCTION",
    mode: "discontinue",
    verbs: ["sanction", "penalize", "blacklist", "embargo", "boycott", "penalise"],
    when: {object: {actor: true}, subject: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: ["{actor The United States} sanctioned {recipient two Iranian generals}."]
  },
  {
    name: "sanctions-noun",
    code: "SANCTION",
    mode: "discontinue",
    nouns: ["sanction", "sanctions", "embargo"],
    when: {subject: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["on", "against", "object"],
    prior: 0.55,
    examples: [
      "{actor Britain}'s sanctions against {recipient Myanmar} are harsh.",
      "{actor Britain}'s embargo against {recipient Myanmar} is harsh."
    ]
  },
  {
    name: "leave-treaty",
    code: "SANCTION",
    mode: "withdraw",
    verbs: [
      "withdraw",
      "pull out",
      "leave",
      "quit",
      "exit",
      "walk away",
      "cancel",
      "terminate",
      "scrap",
      "suspend",
      "abandon",
      "tear up",
      "annul",
      "revoke"
    ],
    when: {subject: {actor: true}, object: {is: ["agreement"], isNot: ["ceasefire"]}},
    actor: "subject",
    recipient: ["with", "complement with", "object", "between"],
    prior: 0.65,
    examples: ["{actor Ukraine} terminated a friendship treaty with {recipient Russia}."]
  },
  {
    name: "leave-treaty-from",
    code: "SANCTION",
    mode: "withdraw",
    verbs: ["withdraw", "pull out", "walk away", "exit"],
    when: {subject: {actor: true}, from: {is: ["agreement"]}},
    actor: "subject",
    recipient: ["with", "from"],
    prior: 0.6,
    examples: ["{actor The United States} withdrew from the missile treaty with {recipient Russia}."]
  },
  {
    name: "abandon-relations",
    code: "SANCTION",
    mode: "discontinue",
    verbs: ["abandon", "renounce", "sacrifice"],
    when: {subject: {actor: true}, object: {is: ["relations"]}},
    actor: "subject",
    recipient: ["with", "to"],
    prior: 0.75,
    examples: ["{actor Nicaragua} abandoned its ties with {recipient Taiwan}."]
  },
  {
    name: "break-relations",
    code: "SANCTION",
    mode: "discontinue",
    verbs: [
      "sever",
      "break",
      "cut",
      "suspend",
      "downgrade",
      "freeze",
      "break off",
      "cut off",
      "end",
      "halt",
      "terminate",
      "curtail",
      "reduce",
      "scale back",
      "scale down",
      "rupture",
      "stop",
      "discontinue"
    ],
    when: {subject: {actor: true}, object: {is: ["relations"]}},
    actor: "subject",
    recipient: ["with", "to", "complement with", "from", "between", "for"],
    prior: 0.85,
    examples: [
      "{actor Bahrain} severed diplomatic relations with {recipient Iran}.",
      "{actor The Netherlands} suspended aid to {recipient Rwanda}."
    ],
    not: ["The ropes broke off with a snap."]
  },
  {
    name: "cut-aid",
    code: "SANCTION",
    mode: "discontinue",
    verbs: [
      "suspend",
      "cut",
      "halt",
      "freeze",
      "stop",
      "withhold",
      "end",
      "cut off",
      "cancel",
      "reduce",
      "slash",
      "block",
      "withdraw",
      "discontinue",
      "scale back",
      "pause"
    ],
    when: {subject: {actor: true}, object: {is: ["aid", "military-goods", "commerce"]}},
    actor: "subject",
    recipient: ["to", "for", "from", "with", "complement object", "in", "object"],
    prior: 0.75,
    examples: [
      "{actor The World Bank} suspended a loan to {recipient Uganda}.",
      "{actor Russia} halted gas exports to {recipient Bulgaria}."
    ],
    not: ["The mechanic cut off the fuel."]
  },
  {
    name: "expel-diplomats",
    code: "SANCTION",
    mode: "expel",
    verbs: ["expel", "oust", "throw out", "kick out", "eject", "order out", "boot", "declare"],
    when: {object: {is: ["diplomat", "peacekeeper", "ngo"]}, subject: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.9,
    examples: ["{actor Poland} expelled {recipient three Russian diplomats}."]
  },
  {
    name: "expel-member",
    code: "SANCTION",
    mode: "expel",
    verbs: ["expel", "suspend", "exclude", "eject", "oust", "bar", "remove", "kick out", "disqualify", "strip"],
    when: {object: {actor: true}, subject: {actor: true}, from: {isNot: ["territory"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.7,
    examples: [
      "{actor The African Union} suspended {recipient Mali} from the bloc.",
      "{actor The ruling party} expelled {recipient four lawmakers} from its ranks."
    ]
  },
  {
    name: "suspend-membership",
    code: "SANCTION",
    mode: "expel",
    verbs: ["suspend", "revoke", "freeze", "cancel"],
    when: {object: {is: ["membership"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["of", "object", "complement subject"],
    prior: 0.7,
    examples: ["{actor The Arab League} suspended the membership of {recipient Syria}."]
  },
  {
    name: "make-flee",
    code: "SANCTION",
    mode: "expel",
    verbs: ["force", "compel", "drive"],
    when: {object: {actor: true}, subject: {actor: true}},
    complement: {words: ["flee", "leave", "emigrate"]},
    actor: "subject",
    recipient: "object",
    prior: 0.65,
    examples: ["{actor The militia} forced {recipient villagers} to flee."]
  },
  {
    name: "recall-ambassador",
    code: "SANCTION",
    mode: "withdraw",
    verbs: ["recall", "withdraw", "pull out", "pull", "call back", "bring home"],
    when: {object: {is: ["diplomat", "peacekeeper", "ngo"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["from", "to", "in"],
    prior: 0.8,
    examples: ["{actor Morocco} recalled its ambassador from {recipient Spain}."]
  },
  {
    name: "close-embassy",
    code: "SANCTION",
    mode: "withdraw",
    verbs: ["close", "shut", "shut down", "shutter", "vacate"],
    when: {object: {is: ["embassy"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["in", "to"],
    prior: 0.75,
    examples: ["{actor Australia} closed its embassy in {recipient Afghanistan}."]
  },
  {
    name: "leave-organization",
    code: "SANCTION",
    mode: "withdraw",
    verbs: ["withdraw", "pull out", "leave", "quit", "exit", "secede", "pull"],
    when: {subject: {actor: true}, from: {actor: true, isNot: ["territory"]}},
    actor: "subject",
    recipient: ["from", "of"],
    prior: 0.6,
    examples: ["{actor Burundi} withdrew from {recipient the International Criminal Court}."]
  },
  {
    name: "close-border",
    code: "SANCTION",
    mode: "discontinue",
    verbs: ["close", "shut", "seal", "seal off", "block"],
    when: {subject: {actor: true}, object: {is: ["frontier"]}},
    actor: "subject",
    recipient: ["with", "to", "for", "between", "of", "against"],
    prior: 0.65,
    examples: ["{actor Nigeria} closed its border with {recipient Benin}."]
  },
  {
    name: "dismiss-official",
    code: "SANCTION",
    mode: "expel",
    verbs: ["fire", "sack", "dismiss", "oust", "impeach", "depose", "topple", "overthrow", "unseat", "remove", "recall"],
    when: {
      subject: {actor: true, sector: ["GOV", "LEG", "MIL", "PTY"]},
      object: {actor: true, sector: ["GOV", "LEG", "MIL", "JUD", "COP", "PTY"]}
    },
    actor: "subject",
    recipient: "object",
    prior: 0.6,
    examples: ["{actor The Tunisian president} sacked {recipient the prime minister}."]
  },
  {
    name: "ban-import",
    code: "SANCTION",
    mode: "discontinue",
    verbs: ["ban", "block", "prohibit", "restrict"],
    when: {subject: {actor: true}, object: {is: ["commerce"]}},
    actor: "subject",
    recipient: ["from", "to", "object", "of", "complement from"],
    prior: 0.7,
    examples: ["{actor Indonesia} banned palm oil exports to {recipient India}."]
  }
]
