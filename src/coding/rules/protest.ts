import type {Rule} from "../rule.ts"

/// Civilians acting together against somebody: marches, riots, strikes, hunger strikes, boycotts, blockades.
export const protest: readonly Rule[] = [
  {
    name: "hunger-strike",
    code: "PROTEST",
    mode: "hunger",
    verbs: ["go", "begin", "start", "stage", "launch", "be", "continue", "declare", "end"],
    nouns: ["hunger strike"],
    needs: ["hunger"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["against", "over"],
    prior: 0.85,
    examples: ["{actor Palestinian prisoners} began a hunger strike on Monday."]
  },
  {
    name: "go-on-strike",
    code: "PROTEST",
    mode: "strike",
    verbs: ["strike", "go", "begin", "start", "stage", "launch", "hold", "walk off", "walk out", "be", "call", "down"],
    nouns: ["strike", "walkout", "stoppage", "general strike"],
    needs: ["strike", "walkout", "stoppage", "tool", "walk"],
    when: {subject: {actor: true, sector: ["LAB", "EDU", "MED", "CVL", "SOC", "AGR", "BUS", "OPP"]}},
    actor: "subject",
    recipient: ["against", "at", "over", "complement against"],
    prior: 0.8,
    examples: [
      "{actor Nigerian doctors} went on strike over pay.",
      "{actor French railway workers} staged a strike against {recipient the government}."
    ]
  },
  {
    name: "stop-work",
    code: "PROTEST",
    mode: "strike",
    verbs: ["stop", "down", "walk off", "halt"],
    when: {subject: {actor: true}, object: {is: ["work"]}},
    actor: "subject",
    recipient: ["against"],
    prior: 0.7,
    examples: ["{actor The miners} have stopped work.", "{actor The workers} halted all work on Monday."]
  },
  {
    name: "boycott",
    code: "PROTEST",
    mode: "boycott",
    verbs: ["boycott"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["object", "of", "complement subject"],
    prior: 0.7,
    examples: ["{actor Opposition parties} boycotted the vote."]
  },
  {
    name: "block-road",
    code: "PROTEST",
    mode: "obstruct",
    verbs: ["block", "blockade", "barricade", "occupy", "picket", "obstruct"],
    when: {subject: {actor: true, sector: ["CVL", "LAB", "EDU", "AGR", "OPP", "SOC", "REL", "REF"]}},
    actor: "subject",
    recipient: ["object", "of"],
    prior: 0.75,
    examples: ["{actor Farmers} blocked roads outside Brussels.", "{actor Students} occupied the ministry."]
  },
  {
    name: "riot",
    code: "PROTEST",
    mode: "riot",
    verbs: ["riot", "rampage", "loot", "torch", "vandalize", "vandalise", "ransack", "burn"],
    when: {subject: {actor: true, sector: ["CVL", "LAB", "EDU", "OPP", "SOC", "REL", "REF"]}},
    actor: "subject",
    recipient: ["object", "against", "in", "of"],
    prior: 0.75,
    examples: ["{actor Protesters} torched {recipient a police station}."]
  },
  {
    name: "clash-police",
    code: "PROTEST",
    mode: "riot",
    verbs: ["clash", "scuffle", "fight", "battle", "brawl"],
    when: {
      subject: {actor: true, sector: ["CVL", "LAB", "EDU", "OPP", "SOC"]},
      with: {actor: true, sector: ["COP", "MIL", "GOV"]}
    },
    actor: "subject",
    recipient: "with",
    prior: 0.75,
    examples: ["{actor Demonstrators} clashed with {recipient police} in Athens."]
  },
  {
    name: "protest",
    code: "PROTEST",
    mode: "demo",
    verbs: [
      "protest",
      "demonstrate",
      "rally",
      "march",
      "gather",
      "take to the street",
      "picket",
      "chant",
      "assemble",
      "converge",
      "pour",
      "mobilize",
      "parade"
    ],
    when: {
      subject: {actor: true, sector: ["CVL", "LAB", "EDU", "OPP", "SOC", "REL", "AGR", "MED", "JRN", "REF", "PTY", "UNK", "ELI"]}
    },
    needs: [
      "protest",
      "demonstrate",
      "rally",
      "march",
      "demand",
      "street",
      "against",
      "slogan",
      "banner",
      "picket",
      "chant",
      "demonstrator",
      "protester"
    ],
    actor: "subject",
    recipient: ["against", "object", "complement against", "over", "complement object", "at", "outside"],
    prior: 0.8,
    examples: ["{actor Students} marched against {recipient the Hungarian prime minister}."],
    not: ["Shares rallied on Monday.", "The band marched through the village."]
  },
  {
    name: "protest-noun",
    code: "PROTEST",
    mode: "demo",
    nouns: ["protest", "demonstration", "rally", "march", "sit-in", "vigil", "protests", "demo"],
    when: {subject: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["against", "object", "at", "over"],
    prior: 0.75,
    examples: ["{actor The students}' protest against {recipient the government} went on."],
    not: ["The champion held a rally in the second set."]
  },
  {
    name: "hold-protest",
    code: "PROTEST",
    mode: "demo",
    verbs: ["hold", "stage", "organize", "organise", "lead", "join", "attend", "mount", "continue"],
    when: {subject: {actor: true}, object: {is: ["protest"]}},
    actor: "subject",
    recipient: ["against", "complement against", "over", "at", "outside"],
    prior: 0.8,
    examples: ["{actor Teachers} staged a demonstration against {recipient the education ministry}."]
  },
  {
    name: "protest-against-noun",
    code: "PROTEST",
    mode: "demo",
    nouns: ["protest", "demonstration", "rally", "march", "unrest", "riot", "uprising"],
    when: {against: {actor: true}},
    actor: ["subject", "by"],
    recipient: ["against"],
    prior: 0.6,
    examples: ["There were protests against {recipient the Sudanese president} on Sunday."]
  },
  {
    name: "vandalize",
    code: "PROTEST",
    mode: "vandalize",
    verbs: ["deface", "vandalize", "vandalise", "topple", "spray"],
    when: {subject: {actor: true, sector: ["CVL", "SOC", "EDU", "OPP"]}},
    actor: "subject",
    recipient: ["object", "of"],
    prior: 0.65,
    examples: ["{actor Activists} defaced a statue of {recipient the king}."]
  }
]
