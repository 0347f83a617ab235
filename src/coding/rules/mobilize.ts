import type {Rule} from "../rule.ts"

/// Force shown and readied but not used.
export const mobilize: readonly Rule[] = [
  {
    name: "deploy",
    code: "MOBILIZE",
    verbs: [
      "deploy",
      "mobilize",
      "mobilise",
      "send",
      "dispatch",
      "station",
      "mass",
      "move",
      "position",
      "amass",
      "rush",
      "redeploy",
      "scramble",
      "concentrate",
      "reinforce",
      "send in",
      "field",
      "garrison",
      "base",
      "gather",
      "assemble",
      "muster",
      "activate",
      "fly",
      "sail",
      "order",
      "bring",
      "shift"
    ],
    when: {subject: {actor: true}, object: {is: ["force"], isNot: ["diplomat", "peacekeeper"]}},
    actor: ["subject", "object"],
    recipient: ["against", "on", "near", "along", "to", "at", "around", "into", "in"],
    prior: 0.75,
    examples: [
      "{actor Russia} massed troops near {recipient the Ukrainian border}.",
      "{actor Chile} deployed soldiers against {recipient the truckers}."
    ],
    not: ["The zoo moved its lions to a new house."]
  },
  {
    name: "deployment-noun",
    code: "MOBILIZE",
    nouns: ["deployment", "mobilization", "mobilisation", "buildup", "build-up"],
    actor: ["subject", "by"],
    recipient: ["against", "near", "on", "along", "in", "to"],
    when: {subject: {actor: true}},
    prior: 0.6,
    examples: ["{actor Turkey} ordered a mobilization against {recipient Cyprus}."]
  },
  {
    name: "alert",
    code: "MOBILIZE",
    verbs: ["put", "place", "go", "raise", "be", "remain"],
    needs: ["alert", "readiness"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["against", "along"],
    prior: 0.75,
    examples: ["{actor Pakistan} put its army on high alert."]
  },
  {
    name: "drill",
    code: "MOBILIZE",
    verbs: ["hold", "conduct", "stage", "begin", "start", "carry out", "launch", "kick off", "perform"],
    when: {subject: {actor: true}, object: {is: ["drill"]}},
    actor: "subject",
    recipient: ["near", "against", "off", "around"],
    prior: 0.75,
    examples: ["{actor China} held naval drills near {recipient Taiwan}."],
    not: ["The band held a noisy drill."]
  },
  {
    name: "test-weapon",
    code: "MOBILIZE",
    mode: "weapons",
    verbs: ["test", "test-fire", "launch", "fire", "detonate", "conduct", "carry out", "flight-test", "stage"],
    when: {
      subject: {actor: true},
      object: {is: ["arms-test"]},
      at: {absent: true},
      into: {absent: true},
      on: {absent: true},
      against: {absent: true}
    },
    actor: "subject",
    recipient: ["toward", "towards", "over", "near", "off", "against"],
    prior: 0.75,
    examples: ["{actor North Korea} tested a ballistic missile.", "{actor Iran} tested two missiles."]
  },
  {
    name: "patrol",
    code: "MOBILIZE",
    verbs: ["patrol", "fly", "sail", "parade", "enter", "cross", "violate", "buzz", "shadow", "encroach", "intrude"],
    when: {subject: {actor: true, is: ["force"]}},
    actor: "subject",
    recipient: ["object", "near", "over", "along", "into"],
    prior: 0.6,
    examples: [
      "{actor Chinese warships} sailed near {recipient Japan}.",
      "{actor Russian jets} entered {recipient Estonian} airspace."
    ]
  },
  {
    name: "call-up",
    code: "MOBILIZE",
    mode: "troops",
    verbs: ["call up", "conscript", "draft", "recruit"],
    when: {subject: {actor: true}, object: {is: ["troops"]}},
    actor: "subject",
    recipient: ["against"],
    prior: 0.75,
    examples: ["{actor Israel} has drafted 20,000 reservists."]
  },
  {
    name: "tighten-security",
    code: "MOBILIZE",
    mode: "police",
    verbs: ["tighten", "step up", "beef up", "boost", "increase", "reinforce", "strengthen", "heighten"],
    when: {subject: {actor: true}, object: {is: ["guarding"]}},
    actor: "subject",
    recipient: ["against", "in", "at", "around"],
    prior: 0.6,
    examples: ["{actor French police} stepped up security around the embassy."]
  },
  {
    name: "arm-itself",
    code: "MOBILIZE",
    mode: "weapons",
    verbs: ["fortify", "militarize", "arm", "build up", "stockpile", "upgrade", "develop"],
    when: {subject: {actor: true}, object: {is: ["weapon", "unconventional-weapon"]}},
    actor: "subject",
    recipient: ["against"],
    prior: 0.55,
    examples: ["{actor Iran} stockpiled missiles along the coast."]
  },
  {
    name: "declare-war",
    code: "MOBILIZE",
    verbs: ["declare"],
    when: {subject: {actor: true}, object: {is: ["war"]}},
    actor: "subject",
    recipient: ["on", "against"],
    prior: 0.6,
    examples: ["{actor Ethiopia} declared war on {recipient Eritrea}."]
  }
]
