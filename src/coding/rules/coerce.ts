import type {Rule} from "../rule.ts"

/// Force short of violence: arrests, seizures, bans, curfews, censorship, deportation, cutting people off.
export const coerce: readonly Rule[] = [
  {
    name: "arrest",
    code: "COERCE",
    mode: "arrest",
    verbs: [
      "arrest",
      "detain",
      "apprehend",
      "imprison",
      "jail",
      "round up",
      "nab",
      "incarcerate",
      "lock up",
      "take into custody",
      "intern",
      "remand",
      "handcuff",
      "re-arrest",
      "rearrest",
      "hold"
    ],
    when: {object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.88,
    examples: [
      "{actor Sudanese police} arrested {recipient two activists} on Tuesday.",
      "{recipient Two activists} were detained by {actor Sudanese police}."
    ],
    not: ["The drug arrested the spread of the disease."]
  },
  {
    name: "arrest-noun",
    code: "COERCE",
    mode: "arrest",
    nouns: ["arrest", "detention", "imprisonment", "jailing", "house arrest", "mass arrest"],
    when: {object: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    prior: 0.7,
    examples: [
      "The arrest of {recipient three journalists} by {actor Ethiopian police} was condemned.",
      "{actor Ethiopia}'s arrest of {recipient three journalists} is unlawful."
    ]
  },
  {
    name: "put-under-arrest",
    code: "COERCE",
    mode: "arrest",
    verbs: ["put", "place", "take", "keep"],
    needs: ["arrest", "custody", "detention"],
    when: {object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.8,
    examples: ["{actor The army} placed {recipient the president} under house arrest."]
  },
  {
    name: "deport",
    code: "COERCE",
    mode: "deport",
    verbs: [
      "deport",
      "expel",
      "banish",
      "exile",
      "evict",
      "extradite",
      "send back",
      "forcibly remove",
      "uproot",
      "displace",
      "relocate"
    ],
    when: {object: {actor: true}, subject: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.8,
    examples: ["{actor Algeria} deported {recipient hundreds of migrants} to Niger."]
  },
  {
    name: "deportation-noun",
    code: "COERCE",
    mode: "deport",
    nouns: ["deportation", "expulsion", "eviction"],
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    prior: 0.6,
    examples: ["{actor Pakistan} resumed the deportation of {recipient Afghan refugees}."]
  },
  {
    name: "seize-goods",
    code: "COERCE",
    mode: "seize",
    verbs: [
      "seize",
      "confiscate",
      "impound",
      "freeze",
      "expropriate",
      "nationalize",
      "nationalise",
      "appropriate",
      "requisition",
      "commandeer",
      "intercept",
      "detain",
      "take away",
      "grab"
    ],
    when: {object: {is: ["goods"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["from", "of", "object", "belonging", "complement subject"],
    prior: 0.8,
    examples: [
      "{actor Iran} seized {recipient a Greek tanker} in the Gulf.",
      "{actor Police} confiscated computers from {recipient the newspaper}."
    ],
    not: ["The engine seized on the road."]
  },
  {
    name: "search-premises",
    code: "COERCE",
    mode: "seize",
    verbs: ["raid", "search", "ransack", "storm", "occupy", "sweep"],
    when: {object: {is: ["premises"]}, subject: {actor: true, sector: ["COP", "GOV", "JUD", "SPY"]}},
    actor: "subject",
    recipient: ["object", "of", "complement subject"],
    prior: 0.75,
    examples: [
      "{actor Turkish police} searched the office of {recipient a newspaper}.",
      "{actor Turkish police} searched the home of {recipient a journalist}."
    ]
  },
  {
    name: "censor",
    code: "COERCE",
    mode: "censor",
    verbs: [
      "ban",
      "block",
      "censor",
      "shut down",
      "close",
      "suspend",
      "restrict",
      "shut",
      "silence",
      "take off",
      "prohibit",
      "jam",
      "close down",
      "muzzle",
      "gag"
    ],
    when: {object: {is: ["media"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["object", "of", "in"],
    prior: 0.8,
    examples: ["{actor Egypt} blocked {recipient a news website}."]
  },
  {
    name: "cut-services",
    code: "COERCE",
    mode: "withhold",
    verbs: [
      "cut",
      "cut off",
      "shut off",
      "block",
      "shut down",
      "withhold",
      "switch off",
      "disrupt",
      "suspend",
      "deny",
      "turn off",
      "disconnect",
      "obstruct",
      "starve"
    ],
    when: {object: {is: ["utility", "access"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "in", "for", "recipient", "from", "across", "of"],
    prior: 0.7,
    examples: [
      "{actor Israel} blocked electricity to {recipient Gaza}.",
      "{actor Israel} has cut the electricity in {recipient Gaza}."
    ]
  },
  {
    name: "curfew",
    code: "COERCE",
    mode: "curfew",
    verbs: ["impose", "declare", "order", "extend", "announce", "enforce", "reimpose", "introduce", "clamp"],
    when: {object: {is: ["curfew"]}},
    actor: "subject",
    recipient: ["on", "in", "over", "across"],
    prior: 0.85,
    examples: ["{actor Indian authorities} imposed a curfew in Srinagar."]
  },
  {
    name: "martial-law",
    code: "COERCE",
    mode: "martial-law",
    verbs: ["impose", "declare", "proclaim", "extend", "announce", "introduce", "order"],
    when: {object: {is: ["martial-law"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["on", "in", "over", "against"],
    prior: 0.85,
    examples: ["{actor The Philippine president} declared martial law in Mindanao."]
  },
  {
    name: "ban-people",
    code: "COERCE",
    mode: "restrict",
    verbs: [
      "ban",
      "outlaw",
      "prohibit",
      "forbid",
      "restrict",
      "bar",
      "dissolve",
      "disband",
      "suspend",
      "curb",
      "suppress",
      "limit",
      "criminalize",
      "prevent",
      "stifle",
      "disenfranchise",
      "disqualify",
      "proscribe"
    ],
    when: {subject: {actor: true}, object: {is: ["rights", "protest"]}},
    actor: "subject",
    recipient: ["object", "from", "by", "of", "in", "complement subject"],
    prior: 0.75,
    examples: ["{actor Belarus} banned {recipient an opposition party}."]
  },
  {
    name: "bar-somebody",
    code: "COERCE",
    mode: "restrict",
    verbs: ["ban", "bar", "prohibit", "forbid", "prevent", "block", "confine", "restrict", "stop"],
    when: {subject: {actor: true}, object: {actor: true}},
    complement: {},
    actor: "subject",
    recipient: "object",
    prior: 0.6,
    examples: [
      "{actor Iranian authorities} banned {recipient women} from the stadium.",
      "{actor Police} prevented {recipient the lawyers} from seeing their clients."
    ],
    not: ["Rain stopped the fans from coming."]
  },
  {
    name: "impose-restrictions",
    code: "COERCE",
    mode: "restrict",
    verbs: ["impose", "place", "tighten", "enforce", "maintain", "set up", "keep", "lay", "erect", "introduce"],
    when: {object: {is: ["restriction"], isNot: ["penalty", "curfew"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["on", "of", "against", "around", "in", "complement object"],
    prior: 0.75,
    examples: ["{actor Saudi Arabia} imposed a blockade on {recipient Yemen}."]
  },
  {
    name: "blockade",
    code: "COERCE",
    mode: "restrict",
    verbs: [
      "blockade",
      "besiege",
      "cordon off",
      "encircle",
      "surround",
      "seal off",
      "isolate",
      "cut off",
      "barricade",
      "quarantine"
    ],
    when: {subject: {actor: true}, object: {}},
    actor: "subject",
    recipient: "object",
    prior: 0.7,
    examples: [
      "{actor Security forces} surrounded {recipient the opposition leader}'s house.",
      "{actor The army} blockaded {recipient the rebel town}."
    ]
  },
  {
    name: "siege-noun",
    code: "COERCE",
    mode: "restrict",
    nouns: ["siege", "blockade", "besiegement", "encirclement"],
    actor: ["subject", "by"],
    recipient: ["object", "of", "on"],
    prior: 0.6,
    examples: ["{actor Israel}'s blockade of {recipient Gaza} entered a new year."]
  },
  {
    name: "crack-down",
    code: "COERCE",
    verbs: [
      "crack down",
      "suppress",
      "repress",
      "persecute",
      "oppress",
      "stifle",
      "harass",
      "crush",
      "quell",
      "quash",
      "subjugate",
      "muzzle",
      "discriminate",
      "clamp down",
      "purge",
      "terrorize",
      "intimidate",
      "coerce",
      "subdue",
      "conscript",
      "recruit",
      "exploit",
      "extort",
      "marginalize",
      "enslave",
      "mistreat"
    ],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["object", "on", "against", "complement subject"],
    prior: 0.65,
    examples: [
      "{actor Iran} cracked down on {recipient protesters}.",
      "{actor Myanmar}'s army persecuted {recipient the Rohingya}."
    ]
  },
  {
    name: "crackdown-noun",
    code: "COERCE",
    nouns: ["crackdown", "repression", "persecution", "suppression", "oppression", "harassment", "purge"],
    when: {subject: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["on", "against", "object", "of"],
    prior: 0.7,
    examples: [
      "{actor Cuba}'s crackdown on {recipient the opposition} has begun.",
      "{actor China}'s repression of {recipient the opposition} has begun."
    ]
  },
  {
    name: "cyber-warfare",
    code: "COERCE",
    mode: "cyber",
    verbs: ["launch", "wage", "conduct", "carry out", "mount"],
    when: {object: {is: ["cyber"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["against", "on", "at", "complement object"],
    prior: 0.8,
    examples: ["{actor Iran} launched a cyberattack against {recipient Albania}."]
  },
  {
    name: "hack",
    code: "COERCE",
    mode: "cyber",
    verbs: ["hack", "breach", "deface", "hack into", "infiltrate", "paralyze", "knock offline", "penetrate"],
    when: {subject: {actor: true}},
    needs: [
      "hack",
      "hacker",
      "computer",
      "website",
      "email",
      "e-mail",
      "server",
      "network",
      "system",
      "cyber",
      "account",
      "database",
      "malware",
      "online"
    ],
    actor: "subject",
    recipient: ["into", "object", "of", "complement subject"],
    prior: 0.8,
    examples: ["{actor Russian hackers} breached the computer network of {recipient the German parliament}."]
  },
  {
    name: "cyberattack-noun",
    code: "COERCE",
    mode: "cyber",
    nouns: ["cyberattack", "cyber attack", "cyber-attack", "hacking"],
    actor: ["subject", "by", "from"],
    recipient: ["on", "against", "object", "of"],
    prior: 0.7,
    examples: [
      "{actor North Korea}'s cyberattack on {recipient South Korea} lasted a day.",
      "The cyberattack on {recipient South Korea} by {actor North Korea} lasted a day."
    ]
  },
  {
    name: "disinform",
    code: "COERCE",
    mode: "misinformation",
    verbs: ["spread", "publish", "disseminate", "plant", "circulate", "mislead", "deceive", "interfere", "meddle"],
    when: {subject: {actor: true}},
    needs: ["disinformation", "misinformation", "propaganda", "false", "fake", "interfere", "meddle", "lie"],
    actor: "subject",
    recipient: ["object", "in", "about", "against", "among"],
    prior: 0.65,
    examples: ["{actor Russia} spread disinformation about {recipient Moldova}."]
  },
  {
    name: "impose-law",
    code: "COERCE",
    mode: "restrict",
    verbs: ["close", "shut", "shut down"],
    when: {subject: {actor: true, sector: ["GOV", "COP", "MIL"]}, object: {is: ["premises"]}},
    actor: "subject",
    recipient: ["object", "of"],
    prior: 0.6,
    examples: ["{actor Egyptian authorities} closed the offices of {recipient a rights group}."]
  }
]
