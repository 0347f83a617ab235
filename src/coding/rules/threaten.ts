import type {Rule} from "../rule.ts"

/// Threats and warnings of serious consequences. The threat has happened; what is threatened has not.
export const threaten: readonly Rule[] = [
  {
    name: "threaten",
    code: "THREATEN",
    verbs: ["threaten", "menace", "intimidate", "blackmail", "vow revenge", "brandish", "vow war", "sabre-rattle"],
    when: {subject: {actor: true, isNot: ["nature"]}},
    actor: "subject",
    recipient: [
      "object",
      "complement object",
      "complement against",
      "complement on",
      "complement with",
      "against",
      "complement from"
    ],
    prior: 0.85,
    examples: [
      "{actor North Korea} threatened to attack {recipient South Korea}.",
      "{actor Turkey} threatened {recipient Greece} with war."
    ],
    not: ["Rising water threatened the old bridge."]
  },
  {
    name: "threat-noun",
    code: "THREATEN",
    nouns: ["threat", "ultimatum", "warning"],
    when: {subject: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["to", "against", "complement object"],
    prior: 0.65,
    examples: ["{actor Iran} issued a threat against {recipient Israel}."],
    not: ["Smoking poses a threat to health."]
  },
  {
    name: "vow-attack",
    code: "THREATEN",
    mode: "violence",
    verbs: ["vow", "promise", "pledge", "swear"],
    complement: {types: ["ASSAULT", "MOBILIZE"]},
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["complement object", "complement against", "complement on"],
    prior: 0.75,
    examples: ["{actor Hezbollah} vowed to attack {recipient Israel}."]
  },
  {
    name: "vow-punish",
    code: "THREATEN",
    verbs: ["vow", "promise", "pledge", "swear"],
    complement: {
      words: [
        "retaliate",
        "respond",
        "punish",
        "avenge",
        "destroy",
        "crush",
        "annihilate",
        "fight",
        "hit",
        "strike",
        "defeat",
        "eliminate",
        "resist",
        "hunt"
      ]
    },
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["complement object", "complement against"],
    prior: 0.75,
    examples: ["{actor Pakistan} vowed to punish {recipient the militants}."]
  },
  {
    name: "vow-sanction",
    code: "THREATEN",
    verbs: ["vow", "promise", "pledge", "swear"],
    complement: {types: ["SANCTION", "COERCE", "PROTEST"]},
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["complement object", "complement on", "complement against", "complement with"],
    prior: 0.7,
    examples: ["{actor The European Union} vowed to impose sanctions on {recipient Belarus}."]
  },
  {
    name: "vow-revenge",
    code: "THREATEN",
    mode: "violence",
    verbs: ["vow", "promise", "swear", "threaten", "pledge"],
    when: {object: {is: ["revenge"]}},
    actor: "subject",
    recipient: ["against", "on", "for"],
    prior: 0.8,
    examples: ["{actor Hamas} vowed revenge against {recipient Israel}."]
  },
  {
    name: "promise-harshness",
    code: "THREATEN",
    verbs: ["vow", "promise", "swear", "threaten", "pledge", "announce"],
    needs: ["stern", "tough", "harsh", "severe", "grave", "dire", "crushing", "painful", "drastic", "retaliatory", "punitive"],
    when: {subject: {actor: true}, object: {is: ["answer"]}},
    actor: "subject",
    recipient: ["against", "on", "for"],
    prior: 0.7,
    examples: ["{actor The Algerian president} promised stern measures against {recipient Morocco}."]
  },
  {
    name: "warn-own-about",
    code: "THREATEN",
    verbs: ["warn", "caution", "alert"],
    when: {subject: {actor: true}, object: {others: false}, about: {actor: true, others: true}},
    actor: "subject",
    recipient: ["about"],
    prior: 0.55,
    examples: ["{actor Taiwan} warned its citizens about {recipient China}."]
  },
  {
    name: "warn-of",
    code: "THREATEN",
    verbs: ["warn"],
    when: {subject: {actor: true}, of: {is: ["violence", "restriction", "penalty", "deed"]}},
    actor: "subject",
    recipient: ["object", "recipient"],
    prior: 0.75,
    examples: ["{recipient Taiwan} was warned of military action by {actor China}."]
  },
  {
    name: "warn-of-answer",
    code: "THREATEN",
    verbs: ["warn"],
    when: {subject: {actor: true}, of: {is: ["consequence"]}},
    actor: "subject",
    recipient: ["object", "recipient"],
    prior: 0.65,
    examples: ["{actor The Indian army} warned of a strong answer."]
  },
  {
    name: "warn-that-answered",
    code: "THREATEN",
    verbs: ["warn"],
    complement: {words: ["answer", "respond", "retaliate", "punish", "avenge", "reply", "react"], links: ["content"]},
    when: {subject: {actor: true, sector: ["GOV", "MIL", "REB", "PRM", "LEG"]}},
    actor: "subject",
    recipient: ["object", "complement subject", "complement to"],
    prior: 0.6,
    examples: ["{actor The Sudanese army} warned that any raid would be answered."]
  },
  {
    name: "warn-against",
    code: "THREATEN",
    verbs: ["warn", "caution"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: ["object"],
    prior: 0.65,
    examples: [
      "{actor Russia} warned {recipient NATO} against sending troops.",
      "{actor Ethiopia} warned {recipient Eritrea} that it would respond."
    ],
    not: ["Doctors warned that the winter would be hard."]
  },
  {
    name: "warn-about",
    code: "THREATEN",
    verbs: ["warn"],
    when: {subject: {actor: true}, against: {actor: true}},
    actor: "subject",
    recipient: ["against"],
    prior: 0.5,
    examples: ["{actor The army} warned against {recipient the rebels}."]
  },
  {
    name: "will-retaliate",
    code: "THREATEN",
    mode: "violence",
    verbs: ["retaliate", "annihilate", "obliterate", "avenge", "turn"],
    complement: {absent: true},
    needs: ["will", "shall"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["against", "object"],
    ofItself: true,
    prior: 0.6,
    examples: ["{actor Syria} will retaliate against {recipient Israel}, the minister said."]
  },
  {
    name: "warrant",
    code: "THREATEN",
    mode: "arrest",
    verbs: ["issue", "order", "seek", "request", "put out", "publish", "obtain", "secure", "renew"],
    when: {object: {is: ["warrant"]}},
    actor: "subject",
    recipient: ["for", "against", "complement object", "of"],
    prior: 0.85,
    examples: ["{actor The court} issued a warrant for {recipient the former Catalan leader}."]
  },
  {
    name: "order-arrest",
    code: "THREATEN",
    mode: "arrest",
    verbs: ["order"],
    when: {object: {is: ["captivity"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["of", "complement object"],
    prior: 0.8,
    examples: ["{actor A judge} ordered the arrest of {recipient the former Peruvian president}."]
  },
  {
    name: "arrest-in-absentia",
    code: "THREATEN",
    mode: "arrest",
    verbs: ["arrest", "sentence", "convict"],
    needs: ["absentia", "absence"],
    actor: "subject",
    recipient: "object",
    examples: ["{actor A court} arrested {recipient the exiled banker} in absentia."],
    prior: 0.7
  },
  {
    name: "give-ultimatum",
    code: "THREATEN",
    verbs: ["send", "serve", "hand", "present", "repeat", "renew", "give", "issue", "set", "deliver"],
    when: {object: {is: ["ultimatum"], isNot: ["advice"]}},
    actor: "subject",
    recipient: ["recipient", "to", "on", "for", "complement for", "complement to", "complement subject", "against"],
    prior: 0.8,
    examples: ["{actor Niger} gave an ultimatum to {recipient the French ambassador}."]
  },
  {
    name: "consider-sanctions",
    code: "THREATEN",
    verbs: ["consider", "weigh", "mull"],
    complement: {types: ["SANCTION", "ASSAULT", "COERCE"]},
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["complement object", "complement on", "complement against"],
    prior: 0.55,
    examples: ["{actor Canada} considered sanctioning {recipient Haiti}."]
  },
  {
    name: "symbolic-flag",
    code: "THREATEN",
    mode: "territory",
    verbs: ["plant", "hoist", "raise"],
    when: {object: {is: ["flag"]}, on: {}},
    actor: "subject",
    recipient: ["on"],
    prior: 0.5,
    examples: ["{actor Chinese activists} planted a flag on {recipient the Japanese island}."]
  },
  {
    name: "apply-for-warrant",
    code: "THREATEN",
    mode: "arrest",
    verbs: ["apply", "ask"],
    when: {subject: {actor: true}, for: {is: ["warrant"]}},
    actor: "subject",
    recipient: ["against", "complement for", "complement against", "complement object"],
    prior: 0.75,
    examples: ["{actor The prosecutor} applied for a warrant against {recipient the Sudanese general}."]
  },
  {
    name: "warrant-noun",
    code: "THREATEN",
    mode: "arrest",
    nouns: ["warrant"],
    when: {for: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["for", "against"],
    prior: 0.75,
    examples: ["{actor The Dakar court}'s warrant for {recipient the minister} was sent abroad."]
  },
  {
    name: "order-arrested",
    code: "THREATEN",
    mode: "arrest",
    verbs: ["order"],
    complement: {words: ["arrest", "detain", "apprehend", "jail"]},
    when: {subject: {actor: true, sector: ["JUD", "GOV"]}},
    actor: "subject",
    recipient: ["complement object", "complement subject"],
    prior: 0.75,
    examples: ["{actor A judge} ordered that {recipient the banker} be arrested."]
  },
  {
    name: "or-else",
    code: "THREATEN",
    verbs: ["tell", "order", "warn", "give"],
    needs: ["or", "otherwise"],
    complement: {words: ["die", "face", "lose", "forfeit", "risk", "suffer", "perish"]},
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: ["object", "recipient"],
    prior: 0.7,
    examples: ["{actor Boko Haram} told {recipient the teachers} to leave Maiduguri or die."]
  },
  {
    name: "give-until",
    code: "THREATEN",
    verbs: ["give"],
    needs: ["until", "deadline", "ultimatum", "notice"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["recipient", "object", "complement subject"],
    prior: 0.65,
    examples: ["{actor Mali} gave {recipient the Danish contingent} until Friday to leave."],
    not: ["The baker gave the dough until noon to rise."]
  },
  {
    name: "give-days",
    code: "THREATEN",
    verbs: ["give"],
    complement: {links: ["infinitive", "purpose", "time"]},
    when: {subject: {actor: true}, object: {actor: true, isNot: ["embassy-staff"]}, "": {is: ["time-span"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.6,
    examples: ["{actor The Haitian gangs} gave {recipient the government} a week to resign."]
  },
  {
    name: "give-span",
    code: "THREATEN",
    verbs: ["give", "allow"],
    complement: {
      links: ["infinitive", "purpose"],
      notWords: ["rest", "prepare", "think", "study", "vote", "eat", "finish", "mourn", "pray"]
    },
    when: {subject: {actor: true}, object: {is: ["time-span"]}, recipient: {actor: true}},
    actor: "subject",
    recipient: "recipient",
    prior: 0.6,
    examples: ["{actor Mauritania} gave {recipient Senegal} three days to withdraw."]
  },
  {
    name: "wield-threat",
    code: "THREATEN",
    verbs: [
      "wield",
      "brandish",
      "raise",
      "make",
      "repeat",
      "renew",
      "hurl",
      "paint",
      "trade",
      "exchange",
      "utter",
      "hold out",
      "dangle",
      "send"
    ],
    when: {subject: {actor: true}, object: {is: ["threats"]}},
    actor: "subject",
    recipient: ["against", "with", "to", "at", "on", "complement against", "complement to", "complement with"],
    prior: 0.65,
    examples: ["{actor Belarus} made threats against {recipient Poland}."]
  },
  {
    name: "serve-notice",
    code: "THREATEN",
    verbs: ["serve", "issue"],
    needs: ["notice"],
    when: {subject: {actor: true}, on: {actor: true}},
    actor: "subject",
    recipient: "on",
    prior: 0.6,
    examples: ["{actor The miners} served notice on {recipient the Chilean government} of a walkout."]
  }
]
