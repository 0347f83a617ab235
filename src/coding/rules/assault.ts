import type {Rule} from "../rule.ts"

/// Deliberate acts that can do substantial physical harm. Specific means first; the bare "attack" and "fight" last.
export const assault: readonly Rule[] = [
  {
    name: "suicide-attack",
    code: "ASSAULT",
    mode: "suicide-attack",
    verbs: ["blow up", "blow"],
    needs: ["suicide", "himself", "herself", "themselves"],
    actor: "subject",
    recipient: ["in", "near", "at", "outside", "among"],
    examples: [
      "{actor A Taliban fighter} blew himself up near {recipient a Pakistani police station}.",
      "{actor A rebel} blew himself up among {recipient Pakistani soldiers}."
    ]
  },
  {
    name: "abduct",
    code: "ASSAULT",
    mode: "abduct",
    verbs: [
      "abduct",
      "kidnap",
      "hijack",
      "take hostage",
      "snatch",
      "seize hostage",
      "carry off",
      "drag off",
      "spirit away",
      "march off"
    ],
    actor: "subject",
    recipient: "object",
    prior: 0.9,
    examples: [
      "{actor Gunmen} kidnapped {recipient two French engineers} in the north.",
      "{recipient Four teachers} were abducted by {actor Boko Haram}."
    ]
  },
  {
    name: "abduct-hostage",
    code: "ASSAULT",
    mode: "abduct",
    verbs: ["take", "hold", "capture"],
    needs: ["hostage", "captive", "prisoner"],
    when: {object: {actor: true}},
    actor: "subject",
    recipient: "object",
    examples: ["{actor The rebels} took {recipient an Italian priest} hostage."]
  },
  {
    name: "capture-fighters",
    code: "ASSAULT",
    mode: "abduct",
    verbs: ["capture"],
    when: {object: {actor: true, isNot: ["territory"]}},
    actor: "subject",
    recipient: "object",
    examples: ["{actor Syrian rebels} captured {recipient nine government soldiers} on Sunday."]
  },
  {
    name: "abduction-noun",
    code: "ASSAULT",
    mode: "abduct",
    nouns: ["abduction", "kidnapping", "kidnap", "hijacking", "hostage-taking"],
    actor: "subject",
    recipient: "object",
    examples: [
      "{actor Boko Haram}'s kidnapping of {recipient the teachers} shocked the town.",
      "The kidnapping of {recipient the teachers} by {actor Boko Haram} is not over."
    ]
  },
  {
    name: "torture",
    code: "ASSAULT",
    mode: "torture",
    verbs: ["torture", "waterboard", "electrocute", "mutilate", "maim", "burn alive"],
    actor: "subject",
    recipient: "object",
    prior: 0.9,
    examples: ["{actor Prison guards} tortured {recipient the detainees}."]
  },
  {
    name: "torture-noun",
    code: "ASSAULT",
    mode: "torture",
    nouns: ["torture"],
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    examples: ["{actor Syria}'s torture of {recipient prisoners} drew wide anger."]
  },
  {
    name: "sexual-violence",
    code: "ASSAULT",
    mode: "sexual",
    verbs: ["rape", "gang-rape", "molest", "sexually assault", "sexually abuse"],
    actor: "subject",
    recipient: "object",
    prior: 0.9,
    examples: ["{actor Soldiers} raped {recipient women} in the village."]
  },
  {
    name: "sexual-violence-noun",
    code: "ASSAULT",
    mode: "sexual",
    nouns: ["rape", "sexual violence", "sexual assault"],
    actor: ["subject", "by"],
    recipient: ["object", "of", "against"],
    examples: ["{actor The militia}'s rape of {recipient refugees} went on."],
    prior: 0.6
  },
  {
    name: "assassinate",
    code: "ASSAULT",
    mode: "targeted",
    verbs: [
      "assassinate",
      "execute",
      "behead",
      "massacre",
      "slaughter",
      "lynch",
      "crucify",
      "exterminate",
      "hang",
      "poison",
      "stone",
      "liquidate",
      "burn alive",
      "garrotte"
    ],
    when: {object: {isNot: ["proposal", "agreement"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.9,
    examples: [
      "{actor Gunmen} assassinated {recipient a Lebanese minister} on Friday.",
      "{actor The militants} beheaded {recipient two British hostages}."
    ],
    not: ["The orchestra executed the difficult passage with ease."]
  },
  {
    name: "assassination-noun",
    code: "ASSAULT",
    mode: "targeted",
    nouns: [
      "assassination",
      "execution",
      "massacre",
      "beheading",
      "slaughter",
      "murder",
      "genocide",
      "lynching",
      "ethnic cleansing"
    ],
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    examples: [
      "{actor Hezbollah}'s assassination of {recipient the Lebanese minister} shocked the country.",
      "The assassination of {recipient the Lebanese minister} by {actor Hezbollah} shocked the country."
    ]
  },
  {
    name: "kill",
    code: "ASSAULT",
    verbs: [
      "kill",
      "murder",
      "shoot dead",
      "gun down",
      "slay",
      "stab",
      "shoot",
      "shoot down",
      "down",
      "knife",
      "hack",
      "club",
      "gas",
      "cut down",
      "put to death",
      "liquidate",
      "pick off",
      "bayonet",
      "spear",
      "slit",
      "take out"
    ],
    when: {subject: {isNot: ["nature"]}, object: {isNot: ["game", "trade-shows", "proposal", "agreement"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.9,
    examples: ["{actor Israeli soldiers} killed {recipient three Palestinians} in Jenin."],
    not: [
      "A landslide killed six people in Nepal.",
      "Heavy rain killed off interest in the fair.",
      "The senator killed the bill."
    ]
  },
  {
    name: "open-fire",
    code: "ASSAULT",
    mode: "firearms",
    verbs: ["open fire", "open", "fire", "shoot", "fire on", "open up"],
    when: {on: {}},
    actor: "subject",
    recipient: ["on", "complement object"],
    examples: [
      "{actor Riot police} opened fire on {recipient the demonstrators}.",
      "{actor Snipers} fired on {recipient the crowd}."
    ]
  },
  {
    name: "fire-at",
    code: "ASSAULT",
    verbs: ["fire", "shoot", "launch", "lob", "hurl", "throw"],
    when: {at: {}},
    actor: "subject",
    recipient: ["at"],
    examples: ["{actor Hamas} fired rockets at {recipient Israel}."],
    not: ["The minister threw doubt on the numbers."]
  },
  {
    name: "fire-into",
    code: "ASSAULT",
    verbs: ["fire", "launch", "lob", "rain", "drop", "unleash", "send", "hurl", "loose"],
    when: {object: {is: ["weapon", "heavy-weapon"]}},
    actor: "subject",
    recipient: ["into", "toward", "towards", "on", "against", "over"],
    examples: ["{actor Militants} fired rockets into {recipient Israel}."]
  },
  {
    name: "bomb",
    code: "ASSAULT",
    verbs: [
      "bomb",
      "bombard",
      "shell",
      "strafe",
      "pound",
      "blast",
      "rocket",
      "mortar",
      "pummel",
      "carpet-bomb",
      "barrage",
      "firebomb",
      "blow up",
      "detonate",
      "torpedo",
      "set ablaze",
      "flatten"
    ],
    actor: "subject",
    recipient: ["object", "against", "near", "in", "at"],
    prior: 0.85,
    examples: ["{recipient Ukrainian positions} were shelled by {actor the separatists}."],
    not: ["The comedy bombed."]
  },
  {
    name: "bombing-noun",
    code: "ASSAULT",
    nouns: [
      "bombing",
      "bombardment",
      "shelling",
      "airstrike",
      "air strike",
      "strike",
      "air raid",
      "drone strike",
      "missile strike",
      "rocket fire",
      "barrage",
      "car bomb",
      "missile attack",
      "rocket attack",
      "bomb attack",
      "shooting",
      "stabbing",
      "ambush",
      "bombing raid",
      "bomb"
    ],
    when: {subject: {isNot: ["labour-strike"]}},
    actor: ["subject", "by"],
    recipient: ["object", "on", "against", "of", "at", "in", "near"],
    examples: [
      "{actor Israel} carried out an airstrike on {recipient Hamas} positions.",
      "{actor Russia}'s shelling of {recipient Ukraine} went on."
    ]
  },
  {
    name: "beat",
    code: "ASSAULT",
    mode: "beat",
    verbs: [
      "beat",
      "beat up",
      "punch",
      "kick",
      "slap",
      "batter",
      "manhandle",
      "whip",
      "flog",
      "rough up",
      "maul",
      "brutalize",
      "cane",
      "club",
      "set upon",
      "slash",
      "stone",
      "lathi-charge",
      "thrash",
      "pummel",
      "pelt",
      "bludgeon",
      "scald",
      "lash"
    ],
    when: {object: {actor: true, isNot: ["game"]}, subject: {isNot: ["game", "nature"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.7,
    examples: [
      "{actor Police} beat {recipient the students} with sticks.",
      "{recipient A journalist} was beaten by {actor soldiers}."
    ],
    not: ["The Swedish team beat France in the final match."]
  },
  {
    name: "wound",
    code: "ASSAULT",
    verbs: ["wound", "injure", "maim", "harm", "hurt"],
    when: {object: {actor: true}, subject: {}},
    actor: "subject",
    recipient: "object",
    prior: 0.8,
    examples: [
      "{actor Israeli gunfire} wounded {recipient six Palestinians}.",
      "{actor Rebels} injured {recipient four policemen}."
    ]
  },
  {
    name: "crowd-control",
    code: "ASSAULT",
    mode: "crowd-control",
    verbs: [
      "disperse",
      "fire",
      "use",
      "tear-gas",
      "teargas",
      "break up",
      "spray",
      "deploy",
      "douse",
      "drive off",
      "drive back",
      "hose",
      "scatter"
    ],
    needs: ["teargas", "tear", "baton", "cannon", "rubber", "pepper", "truncheon", "lathi"],
    actor: "subject",
    recipient: ["object", "at", "against", "on", "complement object"],
    prior: 0.85,
    examples: ["{actor Officers} used water cannon against {recipient the marchers}."]
  },
  {
    name: "destroy",
    code: "ASSAULT",
    mode: "destroy",
    verbs: [
      "destroy",
      "raze",
      "demolish",
      "torch",
      "burn down",
      "burn",
      "bulldoze",
      "set ablaze",
      "wreck",
      "ransack",
      "sabotage",
      "flatten",
      "level",
      "sink",
      "damage",
      "desecrate",
      "loot",
      "set fire",
      "tear down",
      "blow up",
      "gut",
      "dynamite"
    ],
    when: {object: {is: ["structure", "goods"]}, subject: {isNot: ["game"]}},
    actor: "subject",
    recipient: ["object", "in", "of"],
    prior: 0.75,
    examples: [
      "{actor The Israeli army} demolished {recipient a Palestinian home}.",
      "{actor Militants} torched {recipient a Nigerian village}."
    ],
    not: ["The earthquake destroyed the bridge."]
  },
  {
    name: "destruction-noun",
    code: "ASSAULT",
    mode: "destroy",
    nouns: ["destruction", "demolition", "sabotage", "arson"],
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    prior: 0.6,
    examples: ["{actor Israel}'s demolition of {recipient Palestinian homes} drew protests."]
  },
  {
    name: "storm",
    code: "ASSAULT",
    verbs: [
      "storm",
      "ambush",
      "invade",
      "overrun",
      "assault",
      "raid",
      "besiege",
      "attack",
      "assail",
      "charge at",
      "gas",
      "strike",
      "hit",
      "target",
      "lynch",
      "engage",
      "mow down",
      "run over",
      "ram",
      "rocket"
    ],
    when: {subject: {isNot: ["game", "nature"]}, object: {isNot: ["game", "proposal", "deed", "agreement", "talks"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.85,
    examples: [
      "{actor Iraqi forces} attacked {recipient Islamic State} positions at dawn.",
      "{actor Rebels} ambushed {recipient a government convoy}.",
      "{actor Iraq} invaded {recipient Kuwait}."
    ],
    not: ["A heat wave struck the coast.", "The two sides struck a deal."]
  },
  {
    name: "take-territory",
    code: "ASSAULT",
    verbs: [
      "capture",
      "overrun",
      "seize",
      "take",
      "retake",
      "recapture",
      "liberate",
      "conquer",
      "occupy",
      "take over",
      "regain",
      "clear",
      "annex",
      "reclaim"
    ],
    when: {object: {is: ["territory"], isNot: ["relations", "talks"]}},
    actor: "subject",
    recipient: ["from", "object", "of"],
    prior: 0.75,
    examples: [
      "{actor Syrian troops} recaptured the town from {recipient the rebels}.",
      "{actor The rebels} seized the airport from {recipient the army}."
    ],
    not: ["She took the road to the coast."]
  },
  {
    name: "take-town",
    code: "ASSAULT",
    verbs: ["capture", "retake", "recapture", "liberate", "conquer", "overrun"],
    when: {subject: {actor: true}, object: {isNot: ["game", "goods"]}},
    actor: "subject",
    recipient: ["from", "object"],
    prior: 0.75,
    examples: ["{actor The Iraqi army} recaptured Tikrit from {recipient Islamic State}."],
    not: ["The painting captured the mood of the evening."]
  },
  {
    name: "taking-noun",
    code: "ASSAULT",
    nouns: [
      "capture",
      "recapture",
      "liberation",
      "seizure",
      "invasion",
      "incursion",
      "occupation",
      "fall",
      "annexation",
      "retaking",
      "re-taking",
      "offensive",
      "onslaught",
      "siege"
    ],
    when: {object: {isNot: ["goods"]}},
    actor: ["subject", "by"],
    recipient: ["object", "against", "of", "on", "into", "from"],
    prior: 0.7,
    examples: ["{actor Russia}'s invasion of {recipient Ukraine} entered its second month."],
    not: ["The fall of the currency went on."]
  },
  {
    name: "defeat",
    code: "ASSAULT",
    verbs: [
      "defeat",
      "crush",
      "rout",
      "repel",
      "repulse",
      "push back",
      "drive out",
      "eliminate",
      "neutralize",
      "wipe out",
      "annihilate",
      "dislodge",
      "oust"
    ],
    when: {
      object: {actor: true, sector: ["REB", "MIL", "CRM", "UAF", "PRM"], isNot: ["game", "elections"]},
      subject: {isNot: ["game"]}
    },
    actor: "subject",
    recipient: "object",
    prior: 0.7,
    examples: ["{actor The Nigerian army} routed {recipient Boko Haram} near the lake."],
    not: ["The governor defeated his rival in the election."]
  },
  {
    name: "push-out",
    code: "ASSAULT",
    verbs: ["push", "drive", "force", "expel", "clear", "flush"],
    when: {object: {actor: true, sector: ["REB", "MIL", "CRM", "UAF", "PRM"]}},
    needs: ["out", "from", "back"],
    actor: "subject",
    recipient: "object",
    prior: 0.7,
    examples: ["{actor Kurdish fighters} drove {recipient the Islamic State} out of the town."]
  },
  {
    name: "fight-between",
    code: "ASSAULT",
    verbs: ["clash", "fight", "battle", "skirmish"],
    when: {between: {actor: true}},
    actor: ["between"],
    recipient: ["with"],
    mutual: true,
    prior: 0.7,
    examples: ["Clashes between {actor the Sudanese army} and {actor the Rapid Support Forces} went on."]
  },
  {
    name: "clash",
    code: "ASSAULT",
    verbs: ["clash", "fight", "battle", "skirmish", "exchange fire", "trade fire", "combat", "war"],
    when: {subject: {actor: true, isNot: ["game"]}},
    actor: "subject",
    recipient: ["with", "against", "object"],
    prior: 0.75,
    examples: [
      "{actor Armenian troops} clashed with {recipient Azerbaijani forces}.",
      "{actor Kurdish fighters} battled {recipient the Islamic State}."
    ],
    not: ["The team fought hard for the title.", "The band is fighting for attention."]
  },
  {
    name: "exchange-fire",
    code: "ASSAULT",
    verbs: ["exchange", "trade"],
    when: {object: {is: ["firearm", "heavy-weapon", "primitive-weapon", "weapon"]}},
    mode: "firearms",
    actor: "subject",
    recipient: ["with", "across"],
    mutual: true,
    examples: ["{actor Indian soldiers} exchanged fire with {actor Pakistani troops}."]
  },
  {
    name: "begin-operation",
    code: "ASSAULT",
    verbs: [
      "begin",
      "start",
      "launch",
      "resume",
      "open",
      "announce",
      "continue",
      "mount",
      "conduct",
      "carry out",
      "wage",
      "step up"
    ],
    when: {subject: {actor: true, sector: ["MIL", "REB", "PRM", "UAF", "COP"]}, object: {is: ["warfare"]}},
    actor: "subject",
    recipient: ["against", "complement object", "complement against", "on", "complement on", "in"],
    prior: 0.7,
    examples: [
      "{actor Iraqi forces} began an operation against {recipient Islamic State}.",
      "{actor The rebels} launched their advance on the capital."
    ]
  },
  {
    name: "attack-noun",
    code: "ASSAULT",
    nouns: [
      "attack",
      "assault",
      "raid",
      "onslaught",
      "killing",
      "violence",
      "clash",
      "fighting",
      "battle",
      "war",
      "fight",
      "hostility",
      "aggression",
      "atrocity",
      "brutality",
      "operation",
      "campaign",
      "gun battle",
      "firefight",
      "skirmish",
      "abuse",
      "crackdown",
      "counterattack",
      "counteroffensive",
      "counter-offensive",
      "targeting"
    ],
    when: {subject: {actor: true}, object: {}},
    actor: ["subject", "by"],
    recipient: ["object", "on", "against", "of", "with"],
    prior: 0.7,
    examples: ["{actor The army}'s attack on {recipient Houthi rebels} failed."],
    not: ["Her campaign against smoking won an award."]
  },
  {
    name: "attack-noun-victim",
    code: "ASSAULT",
    nouns: [
      "attack",
      "assault",
      "raid",
      "killing",
      "onslaught",
      "airstrike",
      "strike",
      "bombing",
      "shelling",
      "atrocity",
      "targeting",
      "violence"
    ],
    when: {object: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["object", "on", "against", "of"],
    prior: 0.6,
    examples: ["An attack on {recipient Pakistani soldiers} was reported on Monday."]
  },
  {
    name: "human-shields",
    code: "ASSAULT",
    mode: "abduct",
    verbs: ["use", "hold", "take"],
    needs: ["shield"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: [
      "{actor The militants} used {recipient the villagers} as human shields.",
      "{actor The militants} are using {recipient civilians} as a human shield."
    ]
  },
  {
    name: "claim-responsibility",
    code: "ASSAULT",
    verbs: ["claim", "accept", "take"],
    nouns: ["responsibility"],
    needs: ["responsibility"],
    when: {for: {}},
    actor: "subject",
    recipient: ["complement object"],
    prior: 0.6,
    examples: ["{actor The Pakistani Taliban} claimed responsibility for the bombing."],
    not: ["The baker took responsibility for the late cakes."]
  },
  {
    name: "unconventional",
    code: "ASSAULT",
    mode: "unconventional",
    verbs: ["use", "drop", "release", "employ", "deploy"],
    when: {object: {is: ["unconventional-weapon"]}},
    actor: "subject",
    recipient: ["against", "on", "in"],
    prior: 0.75,
    examples: ["{actor The Syrian army} used chlorine against {recipient the rebels}."]
  },
  {
    name: "use-force",
    code: "ASSAULT",
    verbs: ["use", "employ"],
    when: {object: {is: ["weapon", "heavy-weapon", "firearm", "aircraft"]}, against: {}},
    actor: "subject",
    recipient: ["against", "on"],
    examples: ["{actor The army} used tanks against {recipient the rebels}."]
  },
  {
    name: "violate-ceasefire",
    code: "ASSAULT",
    verbs: ["violate", "break", "breach"],
    when: {object: {is: ["ceasefire"]}},
    actor: "subject",
    recipient: ["with", "complement object", "against"],
    prior: 0.65,
    examples: ["{actor The rebels} violated a truce with {recipient the Colombian army}."]
  },
  {
    name: "plant-bomb",
    code: "ASSAULT",
    mode: "explosives",
    verbs: ["plant", "set off", "detonate", "explode", "lay", "hurl"],
    when: {object: {is: ["explosive"]}},
    actor: "subject",
    recipient: ["at", "in", "near", "outside", "under", "against"],
    examples: ["{actor Militants} planted a bomb near {recipient the Turkish embassy}."]
  },
  {
    name: "come-under",
    code: "ASSAULT",
    verbs: ["come", "be", "fall"],
    when: {subject: {actor: true}, under: {is: ["under-fire"]}},
    actor: ["from", "by", "complement subject", "complement from"],
    recipient: "subject",
    prior: 0.7,
    examples: ["{recipient A Kenyan convoy} came under attack from {actor al-Shabaab} on Sunday."]
  },
  {
    name: "set-fire-to",
    code: "ASSAULT",
    mode: "destroy",
    verbs: ["set"],
    needs: ["fire", "ablaze", "alight"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "object", "recipient"],
    prior: 0.7,
    examples: ["{actor The militants} set fire to {recipient a Nigerian police station}."]
  },
  {
    name: "fire-from-noun",
    code: "ASSAULT",
    nouns: ["fire", "gunfire", "rocket fire", "artillery fire", "strike", "air strike"],
    when: {on: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["on"],
    prior: 0.7,
    examples: ["Artillery fire from {actor Armenia} on {recipient Azerbaijan} began at dawn."]
  },
  {
    name: "beating-noun",
    code: "ASSAULT",
    mode: "beat",
    nouns: ["beating", "stoning", "flogging", "lynching"],
    when: {object: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["object", "of"],
    prior: 0.65,
    examples: ["The beating of {recipient a journalist} by {actor Haitian policemen} was filmed."]
  },
  {
    name: "put-to-death",
    code: "ASSAULT",
    mode: "targeted",
    verbs: ["put", "stone", "beat", "shoot"],
    when: {object: {actor: true}},
    needs: ["death"],
    actor: "subject",
    recipient: "object",
    prior: 0.8,
    examples: ["{actor The rebels} put {recipient two soldiers} to death."]
  },
  {
    name: "seize-person",
    code: "ASSAULT",
    mode: "abduct",
    verbs: ["seize", "carry off", "drag", "grab", "hold"],
    when: {
      subject: {actor: true, is: ["militia", "kidnappers"]},
      object: {actor: true, isNot: ["territory", "goods"]}
    },
    actor: "subject",
    recipient: "object",
    prior: 0.65,
    examples: ["{actor Gunmen} seized {recipient a Kenyan doctor} near the river."]
  }
]
