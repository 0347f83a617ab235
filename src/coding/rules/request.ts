import type {Rule} from "../rule.ts"

/// What somebody is said to owe. Tried before everything else, since "must end its attacks" is no end of attacks.
export const obligation: readonly Rule[] = [
  {
    name: "must",
    code: "REQUEST",
    verbs: ["*"],
    modal: ["must", "should", "ought"],
    when: {subject: {actor: true}},
    actor: "speaker",
    recipient: ["subject", "object"],
    ofItself: true,
    prior: 0.6,
    examples: ['"{recipient Eritrea} must withdraw its troops," {actor the Ethiopian foreign minister} said.'],
    not: [
      "The Ethiopian foreign minister said the rebels must have slept.",
      "Ethiopian officials said they would have to read it first."
    ]
  }
]

/// Requests, demands, orders. What is asked for decides the mode.
export const request: readonly Rule[] = [
  {
    name: "call-for-end-of-own-war",
    code: "REQUEST",
    mode: "yield",
    verbs: ["call"],
    when: {for: {is: ["yielding", "ceasefire"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["on", "complement subject", "between", "by", "from", "in", "to", "of"],
    prior: 0.8,
    examples: [
      "{actor The United Nations} called for an end to the siege of {recipient Gaza}.",
      "{actor France} called for a ceasefire in {recipient Sudan}."
    ]
  },
  {
    name: "urge",
    code: "REQUEST",
    verbs: [
      "urge",
      "implore",
      "beg",
      "beseech",
      "exhort",
      "press",
      "pressure",
      "lobby",
      "petition",
      "instruct",
      "order",
      "command",
      "direct",
      "push",
      "request",
      "call upon",
      "call on",
      "summon up",
      "require",
      "adjure",
      "entreat",
      "importune",
      "coax",
      "badger",
      "pester",
      "cajole",
      "prod",
      "nudge",
      "spur",
      "enjoin",
      "admonish",
      "counsel",
      "advise",
      "lean on",
      "oblige",
      "mandate",
      "egg on",
      "goad",
      "bid",
      "prevail on",
      "prevail upon",
      "sound out",
      "dare",
      "tip",
      "plead"
    ],
    complement: {links: ["infinitive", "purpose", "content"]},
    when: {subject: {actor: true, isNot: ["court"]}, object: {actor: true}},
    actor: "subject",
    recipient: ["object", "recipient"],
    prior: 0.85,
    examples: [
      "{actor Germany} urged {recipient Turkey} to release the journalist.",
      "{actor Bolivia} ordered {recipient the rebels} to lay down their weapons.",
      "{actor Students} begged {recipient the president} to step down."
    ],
    not: ["The coach urged the players to run faster."]
  },

  {
    name: "tell-to",
    code: "REQUEST",
    verbs: ["tell", "ask", "order", "advise", "warn"],
    complement: {links: ["infinitive", "purpose"]},
    when: {subject: {actor: true, isNot: ["court"]}, object: {actor: true}},
    actor: "subject",
    recipient: ["object", "recipient"],
    prior: 0.8,
    examples: [
      "{actor The United Nations} asked {recipient Sudan} to admit observers.",
      "{actor Iraq} told {recipient the company} to leave."
    ]
  },
  {
    name: "go-cap-in-hand",
    code: "REQUEST",
    mode: "assist",
    verbs: ["go", "come", "turn", "run"],
    when: {subject: {actor: true}, to: {actor: true}},
    needs: ["cap", "bowl", "begging", "help", "bailout"],
    both: true,
    actor: "subject",
    recipient: "to",
    prior: 0.6,
    examples: ["{actor Laos} went cap in hand to {recipient China}."]
  },
  {
    name: "urge-plain",
    code: "REQUEST",
    verbs: ["urge", "implore", "exhort", "beseech"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["object", "recipient", "complement subject", "on"],
    prior: 0.75,
    examples: ["{actor Finland} urged restraint on {recipient Israel}."]
  },
  {
    name: "call-on",
    code: "REQUEST",
    verbs: ["call", "call on", "call upon", "appeal", "prevail"],
    when: {subject: {actor: true}, on: {actor: true}},
    complement: {any: true},
    actor: "subject",
    recipient: ["on", "upon"],
    prior: 0.85,
    examples: [
      "{actor Chad}, {actor Niger} and Mali called on {recipient Togo} to free the sailors.",
      "{actor Japan} called on {recipient North Korea} to return to talks."
    ],
    not: ["The nurse called on her neighbour's garden."]
  },
  {
    name: "call-upon",
    code: "REQUEST",
    verbs: ["call"],
    when: {subject: {actor: true}, upon: {actor: true}},
    actor: "subject",
    recipient: ["upon"],
    prior: 0.85,
    examples: ["{actor The Security Council} has called upon {recipient Eritrea} to admit monitors."]
  },
  {
    name: "call-on-for",
    code: "REQUEST",
    verbs: ["call", "call on", "call upon"],
    when: {subject: {actor: true}, on: {actor: true}, for: {}},
    actor: "subject",
    recipient: ["on", "upon"],
    prior: 0.8,
    examples: ["{actor Togo} called on {recipient Benin} for restraint."]
  },
  {
    name: "ask-to",
    code: "REQUEST",
    verbs: ["ask", "request"],
    complement: {links: ["infinitive"]},
    when: {subject: {actor: true, isNot: ["court"]}, object: {absent: true}},
    actor: "subject",
    recipient: ["of", "from", "complement with"],
    prior: 0.7,
    examples: ["{actor The Jordanian government} asked to send inspectors."]
  },
  {
    name: "appeal-to",
    code: "REQUEST",
    verbs: ["appeal", "turn", "plead", "reach out", "write", "pray", "cry out", "look", "turn again"],
    when: {
      subject: {actor: true},
      to: {actor: true},
      for: {is: ["aid", "cooperation", "yielding", "reform", "talks", "force", "weapon"]}
    },
    actor: "subject",
    recipient: ["to"],
    prior: 0.8,
    examples: ["{actor Mozambique} appealed to {recipient South Africa} for help."]
  },
  {
    name: "appeal",
    code: "REQUEST",
    verbs: ["appeal", "plead"],
    when: {subject: {actor: true}, to: {actor: true}},
    actor: "subject",
    recipient: ["to", "with"],
    prior: 0.75,
    examples: ["{actor The Pope} appealed to {recipient the gunmen} to free the nuns."],
    not: ["The suspect appealed to a sense of fun."]
  },
  {
    name: "appeal-for",
    code: "REQUEST",
    verbs: ["appeal", "plead"],
    when: {subject: {actor: true}, for: {}},
    actor: "subject",
    recipient: ["to", "from", "on"],
    prior: 0.75,
    examples: [
      "{actor The World Food Programme} appealed for food.",
      "{actor The World Food Programme} appealed for help from {recipient the United States}."
    ]
  },
  {
    name: "ask-for-thing",
    code: "REQUEST",
    verbs: ["ask", "beg", "implore", "beseech", "petition", "lobby", "press", "approach", "tap", "nag"],
    when: {subject: {actor: true}, object: {actor: true}, for: {}},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: [
      "{actor Ghana} begged {recipient its creditors} for time.",
      "{actor Lesotho} asked {recipient South Africa} for maize."
    ],
    not: ["The waiter asked her for the plate."]
  },
  {
    name: "call-for",
    code: "REQUEST",
    verbs: [
      "call",
      "push",
      "press",
      "lobby",
      "agitate",
      "clamour",
      "clamor",
      "ask",
      "cry",
      "plead",
      "canvass",
      "appeal",
      "beg",
      "sue",
      "angle",
      "fish",
      "cry out"
    ],
    when: {subject: {actor: true}, for: {}},
    actor: "subject",
    recipient: ["on", "from", "for", "complement subject", "by", "complement object", "object", "in", "against"],
    prior: 0.75,
    examples: [
      "{actor The opposition} has called for the resignation of {recipient the prime minister}.",
      "{actor Norway} called for an investigation by {recipient the United Nations}."
    ],
    not: ["The recipe calls for two eggs."]
  },
  {
    name: "seek-asylum",
    code: "REQUEST",
    mode: "assist",
    verbs: ["seek", "request", "ask", "apply", "beg", "plead", "bargain", "appeal", "petition", "claim"],
    when: {subject: {actor: true}},
    needs: ["asylum", "refuge", "sanctuary"],
    actor: "subject",
    recipient: ["in", "from", "at", "to", "of", "object", "complement in"],
    prior: 0.7,
    examples: [
      "{actor Two Cuban pilots} sought asylum in {recipient Mexico}.",
      "{actor The Afghan singer} sought refuge in {recipient Canada}."
    ]
  },
  {
    name: "demand",
    code: "REQUEST",
    verbs: [
      "demand",
      "seek",
      "request",
      "insist",
      "require",
      "solicit",
      "crave",
      "claim",
      "extract",
      "propose",
      "advocate",
      "recommend",
      "suggest"
    ],
    when: {
      subject: {actor: true},
      object: {
        is: [
          "proposal",
          "yielding",
          "reform",
          "aid",
          "cooperation",
          "talks",
          "weapon",
          "demands",
          "explanation",
          "asylum",
          "resignation",
          "force",
          "ceasefire",
          "access",
          "agreement",
          "pardon",
          "captive"
        ]
      }
    },
    actor: "subject",
    recipient: ["from", "of", "complement subject", "by", "complement object", "object", "with", "to", "on"],
    prior: 0.75,
    examples: [
      "{actor Workers} demanded the resignation of {recipient the minister}.",
      "{actor Cuba} sought a loan from {recipient Russia}."
    ],
    not: ["The puzzle demands patience."]
  },
  {
    name: "demand-that",
    code: "REQUEST",
    verbs: ["demand", "insist", "request", "ask", "propose", "recommend", "order", "urge", "rule"],
    complement: {any: true},
    when: {subject: {actor: true, isNot: ["court"]}},
    actor: "subject",
    recipient: ["object", "complement subject", "from", "complement object"],
    prior: 0.7,
    examples: ["{actor Poland} asked that {recipient the European Union} pay for the fence."],
    not: ["Niger insisted in March that nothing was owed to Benin."]
  },
  {
    name: "insist-on",
    code: "REQUEST",
    verbs: ["insist"],
    when: {subject: {actor: true}, on: {}},
    actor: "subject",
    recipient: ["from", "complement subject", "with"],
    prior: 0.6,
    examples: ["{actor Egypt} insisted on a reply from {recipient Ethiopia}."]
  },
  {
    name: "request-noun",
    code: "REQUEST",
    nouns: [
      "appeal",
      "plea",
      "request",
      "demand",
      "entreaty",
      "exhortation",
      "recommendation",
      "instruction",
      "order",
      "supplication",
      "sos",
      "ultimatum",
      "admonition"
    ],
    when: {subject: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["to", "on", "from", "complement object"],
    prior: 0.6,
    examples: ["{actor Somalia} repeated its plea to {recipient the African Union} for more soldiers."],
    not: ["The phone call from Russia was short."]
  },
  {
    name: "pressure",
    code: "REQUEST",
    verbs: ["pressure", "put", "exert", "apply", "increase", "step up"],
    when: {subject: {actor: true}, object: {is: ["pressure"]}},
    actor: "subject",
    recipient: ["on", "object"],
    prior: 0.65,
    examples: ["{actor Washington} put pressure on {recipient Israel} to stop the strikes."]
  },
  {
    name: "pressure-somebody",
    code: "REQUEST",
    verbs: ["pressure", "pressurise", "pressurize", "press", "lobby", "petition"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: ["object"],
    prior: 0.65,
    examples: ["{actor The miners} petitioned {recipient the government}."]
  },
  {
    name: "mediation-asked",
    code: "REQUEST",
    mode: "meet",
    verbs: ["invite"],
    when: {subject: {actor: true}, object: {actor: true}},
    complement: {words: ["mediate", "intervene", "help"]},
    actor: "subject",
    recipient: "object",
    prior: 0.6,
    examples: ["{actor Lebanon} invited {recipient France} to mediate."]
  },
  {
    name: "want-to",
    code: "REQUEST",
    verbs: ["want", "need", "like", "expect"],
    when: {subject: {actor: true}, object: {actor: true}},
    complement: {links: ["infinitive", "content", "purpose"]},
    actor: ["subject", "speaker"],
    recipient: ["object", "complement subject"],
    prior: 0.6,
    examples: ["{actor Slovenia} wants {recipient Croatia} to pay for the dam."],
    not: ["The gardener wants the roses to bloom."]
  },
  {
    name: "plead-with",
    code: "REQUEST",
    verbs: ["plead", "intercede", "remonstrate"],
    when: {subject: {actor: true}, with: {actor: true}},
    actor: "subject",
    recipient: "with",
    prior: 0.75,
    examples: ["{actor The bishop} pleaded with {recipient the rebels} to spare the clinic."]
  },
  {
    name: "call-noun",
    code: "REQUEST",
    nouns: ["call", "entreaty", "plea", "appeal", "demand", "request", "petition", "overture", "application"],
    when: {for: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["on", "to", "for"],
    prior: 0.6,
    examples: ["{actor The miners}' call for {recipient the Peruvian government} to step in was ignored."],
    not: ["The phone call for her mother never came."]
  },
  {
    name: "call-on-noun",
    code: "REQUEST",
    nouns: ["call", "pressure", "entreaty", "overture", "petition"],
    when: {on: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["on"],
    prior: 0.6,
    examples: [
      "{actor France}'s call on {recipient Chad} to hold elections found no echo.",
      "{actor Italy}'s pressure on {recipient Malta} grew."
    ]
  },
  {
    name: "call-to-noun",
    code: "REQUEST",
    nouns: ["entreaty", "overture", "petition", "application"],
    when: {to: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["to"],
    prior: 0.6,
    examples: ["{actor Malawi}'s application to {recipient the World Bank} is on its way."]
  },
  {
    name: "hand-demands",
    code: "REQUEST",
    verbs: ["give", "hand", "present", "submit", "put", "put in", "lodge", "file", "deliver", "send", "make", "address", "issue"],
    when: {object: {is: ["demands"]}, subject: {actor: true}},
    actor: "subject",
    recipient: [
      "recipient",
      "to",
      "with",
      "on",
      "for",
      "complement subject",
      "complement to",
      "complement with",
      "complement for"
    ],
    prior: 0.7,
    examples: [
      "{actor Teachers} handed a list of demands to {recipient the education ministry}.",
      "{actor Palau} lodged an application with {recipient the Asian Development Bank}."
    ]
  },
  {
    name: "apply-to",
    code: "REQUEST",
    verbs: ["apply"],
    when: {subject: {actor: true}, to: {actor: true}, for: {}},
    actor: "subject",
    recipient: "to",
    prior: 0.7,
    examples: ["{actor Tonga} applied to {recipient the World Bank} for a loan."]
  },
  {
    name: "order-off",
    code: "REQUEST",
    verbs: ["order", "tell", "instruct"],
    needs: ["off", "out", "away"],
    when: {subject: {actor: true}, object: {actor: true, isNot: ["diplomat"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.6,
    examples: ["{actor The Kenyan government} ordered {recipient the herders} off the ranch."]
  },
  {
    name: "call-in-help",
    code: "REQUEST",
    mode: "assist",
    verbs: ["call in", "summon"],
    when: {subject: {actor: true, sector: ["GOV"]}, object: {actor: true, is: ["rescuers", "troops", "aircraft"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.5,
    examples: ["{actor The Albanian government} has called in {recipient Turkish rescuers}."]
  },
  {
    name: "appeal-for-calm",
    code: "REQUEST",
    mode: "yield",
    verbs: ["appeal", "call", "plead", "urge", "ask", "press", "preach"],
    needs: ["calm", "restraint", "moderation", "patience", "de-escalation", "level-headedness"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["on", "to", "from", "complement subject", "object"],
    prior: 0.7,
    examples: ["{actor France} appealed for calm.", "{actor The Arab League} called for calm."]
  },
  {
    name: "call-on-sides",
    code: "REQUEST",
    verbs: ["call", "call on", "appeal", "call upon"],
    when: {subject: {actor: true}, on: {is: ["sides"]}},
    complement: {any: true},
    actor: "subject",
    recipient: ["on"],
    prior: 0.75,
    examples: ["{actor Norway} called on both camps to show restraint.", "{actor The UN} called on the rivals to talk."]
  },
  {
    name: "appeal-to-sides",
    code: "REQUEST",
    verbs: ["appeal", "plead", "turn"],
    when: {subject: {actor: true}, to: {is: ["sides"]}},
    actor: "subject",
    recipient: ["to"],
    prior: 0.7,
    examples: [
      "{actor The bishops of Peru} appealed to both sides to talk.",
      "{actor Norway} appealed to both camps to hold back."
    ]
  },
  {
    name: "urge-sides",
    code: "REQUEST",
    verbs: ["urge", "ask", "press", "implore", "beg", "exhort", "beseech", "tell"],
    when: {subject: {actor: true}, object: {is: ["sides"]}},
    complement: {links: ["infinitive", "purpose", "content"]},
    actor: "subject",
    recipient: ["object"],
    prior: 0.7,
    examples: ["{actor The UN} begged the rivals to talk."]
  },
  {
    name: "demand-anything",
    code: "REQUEST",
    verbs: ["demand"],
    when: {
      subject: {
        actor: true,
        sector: ["GOV", "LEG", "PTY", "OPP", "REB", "MIL", "LAB", "CVL", "REL", "EDU", "REF", "ELI", "PRM", "AGR", "SOC"],
        isNot: ["game", "court"]
      },
      object: {present: true, isNot: ["game", "attention", "time-span"]}
    },
    complement: {absent: true},
    actor: "subject",
    recipient: ["from", "of", "complement from", "object"],
    prior: 0.6,
    examples: [
      "{actor Bolivian senators} demanded a full debate in the chamber.",
      "{actor The Chadian rebels} demanded a share of the land.",
      "{actor Students in Chile} demanded lower fees."
    ],
    not: ["The job demanded patience."]
  },
  {
    name: "court-orders",
    code: "REQUEST",
    verbs: ["order", "direct", "instruct", "tell"],
    when: {subject: {is: ["court"]}, object: {actor: true, isNot: ["diplomat"]}},
    complement: {
      links: ["infinitive", "purpose"],
      notWords: ["pay", "compensate", "arrest", "detain", "jail", "hold", "leave", "release", "free", "die"]
    },
    actor: "subject",
    recipient: ["object"],
    both: true,
    prior: 0.6,
    examples: ["{actor A Kenyan court} ordered {recipient the government} to shut two power plants."]
  },
  {
    name: "turn-to-for",
    code: "REQUEST",
    mode: "assist",
    verbs: ["turn", "look"],
    when: {subject: {actor: true}, to: {actor: true}, for: {present: true, isNot: ["trial"]}},
    actor: "subject",
    recipient: ["to"],
    both: true,
    prior: 0.6,
    examples: ["{actor Armenia} turned to {recipient India} for pilots."]
  }
]
