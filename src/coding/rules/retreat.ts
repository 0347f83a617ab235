import type {Rule} from "../rule.ts"

/// Giving way in deed: troops leave, captives go free, arms are laid down, guns fall silent, somebody is let in, an official resigns.
/// What is only announced is turned into CONCEDE by the coder.
export const retreat: readonly Rule[] = [
  {
    name: "withdraw-troops",
    code: "RETREAT",
    mode: "withdraw",
    verbs: [
      "withdraw",
      "pull out",
      "pull back",
      "pull",
      "remove",
      "bring home",
      "evacuate",
      "recall",
      "redeploy",
      "draw down",
      "move back"
    ],
    when: {object: {is: ["force"], isNot: ["diplomat", "peacekeeper"]}},
    actor: "subject",
    recipient: ["from", "out of"],
    prior: 0.85,
    examples: [
      "{actor Russia} withdrew its troops from {recipient Georgia}.",
      "{actor France} pulled its soldiers out of {recipient Mali}."
    ]
  },
  {
    name: "troops-leave",
    code: "RETREAT",
    mode: "withdraw",
    verbs: [
      "withdraw",
      "retreat",
      "pull out",
      "pull back",
      "leave",
      "evacuate",
      "vacate",
      "flee",
      "abandon",
      "fall back",
      "depart",
      "disengage"
    ],
    when: {subject: {actor: true, is: ["force", "militia", "troops"]}},
    actor: "subject",
    recipient: ["from", "object"],
    prior: 0.75,
    examples: ["{actor Israeli troops} withdrew from {recipient Gaza}.", "{actor Rebel fighters} retreated from the town."]
  },
  {
    name: "lose-ground",
    code: "RETREAT",
    mode: "withdraw",
    verbs: ["cede", "hand over", "relinquish", "surrender", "give up", "return"],
    when: {object: {is: ["territory"]}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.7,
    examples: ["{actor Sudan} handed over the border region to {recipient Ethiopia}."]
  },
  {
    name: "withdrawal-noun",
    code: "RETREAT",
    mode: "withdraw",
    nouns: ["withdrawal", "pullout", "pull-out", "pullback", "retreat"],
    actor: ["subject", "of", "by"],
    recipient: ["from"],
    prior: 0.7,
    examples: ["{actor Israel} completed its withdrawal from {recipient Lebanon}."],
    not: ["The bank limits the withdrawal of cash."]
  },
  {
    name: "release-captive",
    code: "RETREAT",
    mode: "release",
    verbs: [
      "release",
      "free",
      "let go",
      "set free",
      "hand over",
      "repatriate",
      "return",
      "liberate",
      "swap",
      "exchange",
      "turn over"
    ],
    when: {object: {is: ["captive"]}, subject: {isNot: ["police"]}},
    actor: "subject",
    recipient: ["object", "to", "with"],
    prior: 0.85,
    examples: [
      "{actor Iran} released {recipient two American prisoners}.",
      "{recipient Six hostages} were freed by {actor the rebels} on Friday.",
      "{actor Egypt} freed {recipient a journalist} after 400 days."
    ],
    not: ["The band released a new album."]
  },
  {
    name: "release-anybody",
    code: "RETREAT",
    mode: "release",
    verbs: ["release", "free", "set free", "let free", "let go", "liberate"],
    when: {object: {isNot: ["publication", "territory"]}, subject: {actor: true, isNot: ["police"]}},
    actor: "subject",
    recipient: ["object", "to"],
    prior: 0.65,
    examples: ["{actor Cuba} has freed {recipient Ferrer}.", "{actor Cuba} released {recipient the three brothers}."]
  },
  {
    name: "release-noun",
    code: "RETREAT",
    mode: "release",
    nouns: ["release", "prisoner swap", "prisoner exchange", "repatriation"],
    when: {object: {is: ["captive"]}},
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    prior: 0.65,
    examples: ["The release of {recipient three activists} by {actor Belarus} came as a surprise."]
  },
  {
    name: "return-property",
    code: "RETREAT",
    verbs: ["return", "hand back", "give back", "restitute"],
    when: {object: {isNot: ["talks", "relations", "force", "publication"]}, to: {}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.7,
    examples: ["{actor Hungary} returned the seized gold to {recipient Romania}."]
  },
  {
    name: "lift-restriction",
    code: "RETREAT",
    verbs: [
      "lift",
      "ease",
      "end",
      "remove",
      "relax",
      "repeal",
      "revoke",
      "waive",
      "suspend",
      "drop",
      "loosen",
      "scrap",
      "abolish",
      "rescind",
      "halt",
      "terminate"
    ],
    when: {object: {is: ["penalty", "restriction", "curfew", "martial-law"]}},
    actor: "subject",
    recipient: ["on", "against", "of", "from", "for", "complement object"],
    prior: 0.75,
    examples: [
      "{actor The European Union} has lifted its sanctions against {recipient Burundi}.",
      "{actor Bahrain} ended its embargo on {recipient Qatar}."
    ]
  },
  {
    name: "lifting-noun",
    code: "RETREAT",
    nouns: ["lifting", "easing"],
    actor: ["subject", "by"],
    recipient: ["on", "against"],
    prior: 0.5,
    examples: ["{actor Britain}'s lifting of sanctions against {recipient Myanmar} is overdue."]
  },
  {
    name: "reopen-border",
    code: "RETREAT",
    mode: "access",
    verbs: ["reopen", "open"],
    when: {object: {is: ["territory"]}},
    actor: "subject",
    recipient: ["to", "with", "for"],
    prior: 0.6,
    examples: ["{actor Jordan} reopened its border to {recipient Syrian refugees}."],
    not: ["The king opened the new museum."]
  },
  {
    name: "allow-entry",
    code: "RETREAT",
    mode: "access",
    verbs: ["allow", "let", "permit", "authorize"],
    complement: {
      words: [
        "enter",
        "visit",
        "inspect",
        "return",
        "deliver",
        "pass",
        "reach",
        "cross",
        "work",
        "operate",
        "distribute",
        "leave",
        "monitor",
        "dock",
        "land",
        "come"
      ]
    },
    when: {object: {actor: true}},
    actor: "subject",
    recipient: ["object", "complement subject"],
    prior: 0.75,
    examples: [
      "{actor Sudan} allowed {recipient UN inspectors} to enter Darfur.",
      "{actor Israel} let {recipient aid workers} enter Gaza."
    ]
  },
  {
    name: "admit-observers",
    code: "RETREAT",
    mode: "access",
    verbs: ["allow", "let", "permit", "admit", "let in", "grant", "accept"],
    when: {object: {actor: true, is: ["peacekeeper"]}},
    actor: "subject",
    recipient: ["object"],
    prior: 0.75,
    examples: ["{actor Iran} admitted {recipient the UN inspectors} to the site."]
  },
  {
    name: "allow-access",
    code: "RETREAT",
    mode: "access",
    verbs: ["allow", "grant", "give", "provide", "permit", "open"],
    when: {object: {is: ["access"]}},
    actor: "subject",
    recipient: ["recipient", "to", "for"],
    prior: 0.75,
    examples: [
      "{actor Syria} granted access to {recipient the Red Cross}.",
      "{actor Syria} gave access to {recipient UN inspectors}."
    ]
  },
  {
    name: "disarm",
    code: "RETREAT",
    mode: "disarm",
    verbs: [
      "disarm",
      "demobilize",
      "demobilise",
      "disband",
      "surrender",
      "lay down",
      "hand over",
      "give up",
      "hand in",
      "turn in",
      "decommission",
      "capitulate",
      "dismantle",
      "scrap"
    ],
    when: {subject: {actor: true}, object: {is: ["weapon", "force", "unconventional-weapon"]}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.8,
    examples: [
      "{actor The guerrillas} handed over their weapons to {recipient UN monitors}.",
      "{actor Libya} dismantled its missiles."
    ]
  },
  {
    name: "surrender",
    code: "RETREAT",
    mode: "disarm",
    verbs: ["surrender", "capitulate", "give up", "disarm", "turn himself", "demobilize"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.75,
    examples: ["{actor The militants} surrendered to {recipient Afghan police}."],
    not: ["The champion surrendered her title."]
  },
  {
    name: "cease-fire-kept",
    code: "RETREAT",
    mode: "ceasefire",
    verbs: [
      "observe",
      "implement",
      "honor",
      "honour",
      "respect",
      "begin",
      "start",
      "extend",
      "uphold",
      "hold",
      "keep",
      "enforce"
    ],
    when: {object: {is: ["ceasefire"]}},
    actor: "subject",
    recipient: ["with", "against"],
    prior: 0.75,
    examples: ["{actor The rebels} began a ceasefire with {recipient the Philippine army} at midnight."]
  },
  {
    name: "stop-fighting",
    code: "RETREAT",
    mode: "ceasefire",
    verbs: ["stop", "end", "halt", "cease", "suspend", "pause", "abandon", "call off"],
    when: {object: {is: ["deed"], isNot: ["restriction", "penalty", "aid", "relations"]}},
    actor: "subject",
    recipient: ["against", "on", "with", "complement object"],
    prior: 0.7,
    examples: ["{actor Ethiopia} halted its offensive against {recipient the Tigrayan rebels}."],
    not: ["The choir ended its campaign for a new roof."]
  },
  {
    name: "resign",
    code: "RETREAT",
    mode: "resign",
    verbs: ["resign", "step down", "step aside", "abdicate", "quit", "stand down", "bow out"],
    when: {subject: {actor: true, sector: ["GOV", "LEG", "MIL", "PTY", "JUD", "COP", "SPY", "OPP", "ELI"]}},
    actor: "subject",
    prior: 0.85,
    examples: [
      "{actor The Lebanese prime minister} resigned on Tuesday.",
      "{actor Peru's president} stepped down after weeks of anger."
    ],
    not: ["The coach resigned after the defeat."]
  },
  {
    name: "announce-resignation",
    code: "RETREAT",
    mode: "resign",
    verbs: ["announce", "submit", "tender", "offer", "hand in"],
    when: {subject: {actor: true}, object: {is: ["resigning"]}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.75,
    examples: ["{actor The prime minister} announced his resignation on Tuesday."]
  },
  {
    name: "withdraw-place",
    code: "RETREAT",
    mode: "withdraw",
    verbs: ["withdraw", "pull out", "retreat", "pull back"],
    when: {subject: {actor: true}, from: {is: ["territory"]}},
    actor: "subject",
    recipient: ["from"],
    prior: 0.65,
    examples: ["{actor Ethiopia} withdrew from the border town."]
  }
]
