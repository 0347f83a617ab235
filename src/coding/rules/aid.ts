import type {Rule} from "../rule.ts"

/// Help in deed: money, goods, arms, soldiers, doctors, refuge, rescue. Help still to come is turned into AGREE by the coder.
export const aid: readonly Rule[] = [
  {
    name: "disaster-relief-troops",
    code: "AID",
    verbs: ["send", "deploy", "dispatch", "mobilize", "mobilise", "rush", "fly"],
    when: {subject: {actor: true}, object: {is: ["force", "rescuers", "aid"]}},
    needs: [
      "flood",
      "flooding",
      "earthquake",
      "quake",
      "hurricane",
      "cyclone",
      "typhoon",
      "tsunami",
      "landslide",
      "wildfire",
      "relief",
      "rescue",
      "disaster",
      "storm",
      "drought",
      "famine",
      "epidemic",
      "outbreak",
      "ebola",
      "victim",
      "survivor"
    ],
    actor: "subject",
    recipient: ["to", "in", "recipient", "for", "complement object", "into"],
    prior: 0.8,
    examples: [
      "{actor Pakistan} sent troops to {recipient Turkey} after the earthquake.",
      "{actor The army} deployed soldiers to help {recipient the flood victims}."
    ]
  },
  {
    name: "grant-asylum",
    code: "AID",
    verbs: ["grant", "give", "provide", "receive"],
    when: {object: {is: ["asylum"]}, subject: {actor: true}},
    actor: "subject",
    recipient: ["recipient", "to", "for"],
    prior: 0.8,
    examples: ["{actor Ecuador} granted asylum to {recipient the activist}."]
  },
  {
    name: "troops-in-support",
    code: "AID",
    verbs: ["send", "deploy", "dispatch", "contribute", "provide", "offer"],
    when: {subject: {actor: true}, object: {is: ["force", "peacekeeper"]}},
    complement: {words: ["help", "support", "assist", "train", "protect", "aid", "defend", "back", "monitor", "keep"]},
    actor: "subject",
    recipient: ["complement object", "to", "in"],
    prior: 0.7,
    examples: ["{actor Kenya} sent soldiers to help {recipient Somalia}."]
  },
  {
    name: "give-aid",
    code: "AID",
    verbs: [
      "give",
      "provide",
      "send",
      "deliver",
      "donate",
      "supply",
      "ship",
      "grant",
      "extend",
      "airlift",
      "distribute",
      "lend",
      "transfer",
      "contribute",
      "fly",
      "dispatch",
      "award",
      "allocate",
      "disburse",
      "hand",
      "channel",
      "render",
      "airdrop",
      "drop",
      "bring",
      "loan",
      "pour",
      "release",
      "spend",
      "funnel",
      "rush",
      "pay"
    ],
    when: {subject: {actor: true}, object: {is: ["aid", "money"], isNot: ["force"]}},
    actor: "subject",
    recipient: ["to", "recipient", "for", "with", "in", "into", "complement object", "toward", "towards"],
    prior: 0.8,
    examples: [
      "{actor Norway} gave 20 million dollars to {recipient Malawi}.",
      "{actor The Red Cross} delivered food to {recipient displaced families}.",
      "{actor Denmark} granted {recipient an Iranian dissident} asylum."
    ],
    not: ["The aunt gave money to her nephew.", "The bank extended a loan to the bakery."]
  },
  {
    name: "give-arms",
    code: "AID",
    verbs: ["give", "provide", "send", "deliver", "supply", "ship", "transfer", "donate", "lend", "dispatch"],
    when: {subject: {actor: true}, object: {is: ["military-goods"]}},
    actor: "subject",
    recipient: ["to", "recipient", "for", "with"],
    prior: 0.8,
    examples: [
      "{actor Estonia} supplied howitzers to {recipient Ukraine}.",
      "{actor Qatar} gave rifles to {recipient the rebels}."
    ]
  },
  {
    name: "provide-with",
    code: "AID",
    verbs: ["provide", "supply", "equip", "furnish", "arm", "present"],
    when: {subject: {actor: true}, with: {is: ["aid", "military-goods", "money"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.8,
    examples: ["{actor Iran} supplied {recipient the militia} with rockets."]
  },
  {
    name: "peacekeepers-sent",
    code: "AID",
    verbs: ["send", "deploy", "dispatch", "contribute", "station"],
    when: {subject: {actor: true}, object: {is: ["peacekeeper"]}},
    actor: "subject",
    recipient: ["to", "in", "into"],
    prior: 0.7,
    examples: ["{actor Ghana} sent peacekeepers to {recipient Liberia}."]
  },
  {
    name: "support-forces",
    code: "AID",
    verbs: ["support", "back", "help", "assist", "enable"],
    when: {subject: {actor: true}, object: {is: ["deed", "force", "militia"]}},
    actor: "subject",
    recipient: ["object", "complement subject", "by", "of"],
    prior: 0.6,
    examples: ["{actor The coalition} supported the offensive by {recipient Iraqi forces}."]
  },
  {
    name: "help",
    code: "AID",
    verbs: [
      "help",
      "assist",
      "aid",
      "train",
      "fund",
      "finance",
      "bankroll",
      "subsidize",
      "feed",
      "vaccinate",
      "treat",
      "evacuate",
      "arm",
      "equip",
      "house",
      "bail out",
      "resettle",
      "sponsor",
      "subsidise",
      "support",
      "nurse",
      "save",
      "relieve",
      "shelter",
      "harbor",
      "harbour",
      "protect",
      "defend",
      "shield",
      "advise"
    ],
    when: {subject: {actor: true, isNot: ["game"]}, object: {self: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.65,
    examples: [
      "{actor American advisers} trained {recipient Iraqi soldiers}.",
      "{actor Germany} helped {recipient Greece} with the fires.",
      "{actor Uganda} sheltered {recipient South Sudanese refugees}."
    ],
    not: ["The trainer helped the team to a win.", "Bright lamps help the plants."]
  },
  {
    name: "rescue",
    code: "AID",
    verbs: ["rescue", "save"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.85,
    examples: [
      "{actor Nigerian troops} rescued {recipient the kidnapped schoolgirls}.",
      "{recipient Ninety migrants} were rescued by {actor the Italian coast guard}."
    ],
    not: ["A late goal rescued the visitors."]
  },
  {
    name: "free-hostages",
    code: "AID",
    verbs: ["free", "liberate", "recover"],
    when: {subject: {actor: true, sector: ["COP", "MIL"]}, object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: ["{actor Mexican police} freed {recipient four hostages} from a house."]
  },
  {
    name: "take-in",
    code: "AID",
    verbs: ["take in", "resettle", "accept", "absorb", "take", "admit"],
    when: {subject: {actor: true}, object: {actor: true, sector: ["REF"]}},
    actor: "subject",
    recipient: "object",
    prior: 0.7,
    examples: ["{actor Canada} took in {recipient Syrian refugees}."]
  },
  {
    name: "forgive-debt",
    code: "AID",
    verbs: ["forgive", "cancel", "write off", "waive", "reschedule", "restructure", "erase", "annul"],
    when: {subject: {actor: true}, object: {is: ["debt"]}},
    actor: "subject",
    recipient: ["of", "object", "for", "to", "complement subject"],
    ofItself: true,
    prior: 0.8,
    examples: ["{actor Russia} wrote off the debt of {recipient Cuba}.", "{actor China} forgave {recipient Zimbabwe}'s debt."]
  },
  {
    name: "compensate",
    code: "AID",
    verbs: ["compensate", "reimburse", "pay"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: ["object", "recipient", "to"],
    prior: 0.65,
    examples: ["{actor Turkey} compensated {recipient the villagers}."]
  },
  {
    name: "aid-noun",
    code: "AID",
    nouns: ["aid", "assistance", "donation", "relief"],
    when: {subject: {actor: true}},
    actor: ["subject", "from", "by"],
    recipient: ["to", "for"],
    prior: 0.5,
    examples: ["{actor Japan}'s aid to {recipient the Philippines} arrived."]
  },
  {
    name: "secure",
    code: "AID",
    verbs: ["guard", "escort", "protect", "shelter"],
    when: {subject: {actor: true, sector: ["MIL", "COP", "GOV"]}, object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.55,
    examples: ["{actor Spanish soldiers} escorted {recipient the aid workers}."]
  }
]
