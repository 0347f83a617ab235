import type {Rule} from "../rule.ts"

/// Agreeing, offering, promising to cooperate. Cooperation told in the future tense becomes AGREE in the coder, without a rule.
const promising = [
  "commitment",
  "pledge",
  "promise",
  "offer",
  "undertaking",
  "assurance",
  "guarantee",
  "consent",
  "readiness",
  "willingness",
  "vow",
  "agreement to"
]

export const agree: readonly Rule[] = [
  {
    name: "committed",
    code: "AGREE",
    verbs: ["commit", "dedicate"],
    adjectives: ["commit", "committed", "dedicated"],
    when: {to: {absent: true}},
    complement: {
      any: true,
      notWords: ["attack", "strike", "destroy", "kill", "fight", "defeat", "invade", "bomb", "carry out", "eliminate", "degrade"]
    },
    actor: ["object", "subject"],
    recipient: ["to", "complement recipient", "complement to", "complement with", "complement object", "complement in", "in"],
    prior: 0.65,
    examples: ["{actor Norway} is committed to helping {recipient Malawi}."]
  },
  {
    name: "agree-to",
    code: "AGREE",
    verbs: ["agree", "consent", "accept", "assent", "decide", "opt"],
    complement: {any: true},
    when: {subject: {actor: true}, with: {absent: true}},
    actor: "subject",
    recipient: [
      "with",
      "complement object",
      "complement with",
      "complement to",
      "complement recipient",
      "complement for",
      "complement from"
    ],
    prior: 0.75,
    examples: ["{actor Kenya} agreed to help {recipient Somalia} with doctors."],
    not: ["The twins agreed to paint the kitchen."]
  },
  {
    name: "agree-with-to",
    code: "AGREE",
    verbs: ["agree", "arrange", "settle"],
    when: {subject: {actor: true}, with: {actor: true}},
    complement: {any: true, links: ["infinitive", "purpose"]},
    actor: "subject",
    recipient: ["with", "complement with", "complement object"],
    prior: 0.75,
    examples: ["{actor Egypt} agreed with {recipient Jordan} on Monday to share its water."]
  },
  {
    name: "agree-on",
    code: "AGREE",
    verbs: ["agree", "settle", "concur"],
    when: {subject: {actor: true}, to: {absent: true}, with: {isNot: ["opinion"]}},
    actor: "subject",
    recipient: ["with", "complement with", "complement between", "between"],
    mutual: true,
    prior: 0.75,
    examples: [
      "{actor Serbia} and {actor Kosovo} agreed on a plan for the border.",
      "{actor Iran} settled with {actor Iraq} on the debt."
    ],
    not: ["The doctor and her patient agreed on a diet."]
  },
  {
    name: "promise-to",
    code: "AGREE",
    verbs: ["promise", "pledge", "vow", "offer", "commit", "undertake", "volunteer", "guarantee", "propose", "swear"],
    complement: {types: ["AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE"], links: ["infinitive", "purpose", "content"]},
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: [
      "recipient",
      "complement recipient",
      "complement to",
      "complement with",
      "complement between",
      "complement object",
      "to",
      "complement for",
      "object",
      "with",
      "complement in",
      "complement subject"
    ],
    prior: 0.75,
    examples: [
      "{actor Canada} promised to help {recipient Haiti}.",
      "{actor Turkey} offered to mediate between {recipient Russia} and {recipient Ukraine}."
    ]
  },
  {
    name: "intend-to",
    code: "AGREE",
    verbs: [
      "plan",
      "intend",
      "aim",
      "want",
      "hope",
      "prepare",
      "express",
      "expect",
      "wish",
      "seek",
      "look",
      "mean",
      "be due",
      "be ready",
      "consider"
    ],
    when: {subject: {actor: true}},
    complement: {types: ["AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE"], links: ["infinitive", "purpose"]},
    status: "planned",
    actor: "subject",
    recipient: [
      "recipient",
      "complement recipient",
      "complement to",
      "complement with",
      "complement between",
      "complement object",
      "to",
      "complement for",
      "object",
      "with"
    ],
    prior: 0.65,
    examples: ["{actor Kenya} is planning to send food to {recipient Somalia}."]
  },
  {
    name: "promise-thing",
    code: "AGREE",
    verbs: [
      "promise",
      "pledge",
      "offer",
      "commit",
      "guarantee",
      "propose",
      "extend",
      "announce",
      "vow",
      "earmark",
      "approve",
      "unveil"
    ],
    when: {
      subject: {actor: true},
      object: {
        is: ["aid", "cooperation", "talks", "money", "military-goods", "support", "asylum", "agreement", "force"],
        isNot: ["recognition"]
      }
    },
    actor: "subject",
    recipient: [
      "recipient",
      "to",
      "for",
      "with",
      "in",
      "complement to",
      "complement for",
      "object",
      "against",
      "complement object"
    ],
    prior: 0.75,
    examples: [
      "{actor Japan} pledged 50 million dollars to {recipient Bangladesh}.",
      "{actor Sweden} offered {recipient Ukraine} fighter jets.",
      "{actor Mexico} offered asylum to {recipient the Bolivian leader}."
    ],
    not: ["The shop offered a discount on shoes."]
  },
  {
    name: "promise-reform",
    code: "AGREE",
    verbs: ["promise", "pledge", "vow", "commit", "agree"],
    when: {subject: {actor: true}, object: {is: ["reform", "yielding"]}},
    actor: "subject",
    recipient: ["recipient", "to"],
    prior: 0.6,
    examples: [
      "{actor The Jordanian king} promised reforms to {recipient the demonstrators}.",
      "{actor The Jordanian government} promised reforms to {recipient the opposition}."
    ]
  },
  {
    name: "promise-reform-to",
    code: "AGREE",
    verbs: ["promise", "pledge", "vow", "agree", "undertake", "commit", "volunteer", "resolve", "bind"],
    complement: {any: true},
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: [
      "recipient",
      "object",
      "complement object",
      "complement with",
      "to",
      "complement to",
      "complement in",
      "complement for",
      "complement from"
    ],
    prior: 0.6,
    examples: ["{actor The Moldovan government} pledged to hold free elections."],
    not: ["The tenor vowed to sing again."]
  },
  {
    name: "commitment",
    code: "AGREE",
    adjectives: ["ready", "committed", "willing", "prepared"],
    verbs: ["stand ready", "commit"],
    complement: {
      any: true,
      notWords: ["attack", "strike", "destroy", "kill", "fight", "defeat", "invade", "bomb", "carry out", "eliminate", "degrade"]
    },
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "with", "complement object", "complement with", "complement to", "complement recipient"],
    prior: 0.65,
    examples: ["{actor Oman} is ready to help {recipient Yemen}."],
    not: ["The baker is ready to open his shop."]
  },
  {
    name: "ready-for",
    code: "AGREE",
    adjectives: ["ready", "willing", "prepared", "eager", "keen"],
    when: {subject: {actor: true}, for: {is: ["talks", "cooperation", "peace", "agreement"]}},
    actor: "subject",
    recipient: ["with", "for", "complement with"],
    both: true,
    prior: 0.6,
    examples: ["{actor Vanuatu} is ready for talks with {recipient Tonga}."]
  },
  {
    name: "commitment-to",
    code: "AGREE",
    adjectives: ["commit", "committed", "dedicated"],
    verbs: ["commit", "remain"],
    when: {subject: {actor: true}, to: {}},
    actor: ["subject", "object"],
    recipient: ["to", "with", "complement object", "complement with", "complement to"],
    prior: 0.6,
    examples: ["{actor Norway} is committed to a partnership with {recipient Malawi}."]
  },
  {
    name: "commitment-noun",
    code: "AGREE",
    nouns: promising,
    complement: {any: true},
    when: {subject: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["to", "complement object", "with", "complement to"],
    prior: 0.55,
    examples: ["{actor Norway}'s promise to help {recipient Malawi} came late."]
  },
  {
    name: "commitment-to-noun",
    code: "AGREE",
    nouns: promising,
    when: {subject: {actor: true}, to: {actor: true}},
    actor: ["subject", "by", "from"],
    recipient: ["to", "complement object", "with", "complement to"],
    prior: 0.55,
    examples: ["{actor NATO} repeated its pledge to {recipient Georgia}."]
  },
  {
    name: "agreement-noun",
    code: "AGREE",
    nouns: ["agreement", "deal", "accord", "consensus", "understanding"],
    when: {subject: {actor: true}},
    actor: ["subject", "between"],
    recipient: ["with"],
    mutual: true,
    prior: 0.5,
    examples: ["{actor Egypt}'s deal with {actor Israel} was welcome news."]
  },
  {
    name: "invite",
    code: "AGREE",
    verbs: ["invite"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: "object",
    prior: 0.75,
    examples: ["{actor The Chinese president} invited {recipient the Zambian leader} to Beijing."]
  },
  {
    name: "invitation",
    code: "AGREE",
    verbs: ["extend", "send", "issue", "give", "offer", "hand", "deliver", "convey"],
    needs: ["invitation"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "recipient", "complement to"],
    both: true,
    prior: 0.65,
    examples: ["{actor Jordan} extended an invitation to {recipient the Iraqi president}."],
    not: ["The bride sent an invitation to her aunt."]
  },
  {
    name: "accept-invitation",
    code: "AGREE",
    verbs: ["accept", "approve", "agree"],
    when: {subject: {actor: true}, object: {is: ["proposal"]}},
    actor: "subject",
    recipient: ["from", "by", "complement subject", "object", "to", "of", "complement object"],
    prior: 0.65,
    examples: ["{actor The Ugandan president} accepted an invitation from {recipient Rwanda}."]
  },
  {
    name: "respond-well",
    code: "AGREE",
    verbs: ["respond", "react", "reply", "answer"],
    needs: ["favourably", "favorably", "positively", "affirmatively"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["to", "object"],
    both: true,
    prior: 0.6,
    examples: ["{actor Tonga} responded favourably to {recipient Fiji}'s offer."]
  },
  {
    name: "agree-to-thing",
    code: "AGREE",
    verbs: ["agree", "consent", "subscribe", "assent", "sign up", "sign on", "accede", "come round", "come around", "come over"],
    when: {subject: {actor: true}, to: {}},
    actor: "subject",
    recipient: ["with", "to", "complement subject", "complement object"],
    prior: 0.7,
    examples: ["{actor Moldova} consented to {recipient Romania}'s proposal."]
  },
  {
    name: "want-peace",
    code: "AGREE",
    verbs: ["consider", "contemplate", "explore", "weigh", "mull", "want", "seek", "desire", "hope", "look"],
    when: {subject: {actor: true}, object: {is: ["cooperation", "relations", "peace", "talks"]}},
    actor: "subject",
    recipient: ["with"],
    prior: 0.5,
    examples: ["{actor India} wants closer ties with {recipient Nepal}."]
  },
  {
    name: "plan-meeting",
    code: "AGREE",
    verbs: ["schedule", "arrange", "plan", "organize", "set"],
    when: {subject: {actor: true}, object: {is: ["talks"]}},
    actor: "subject",
    recipient: ["with", "complement with", "to", "complement object"],
    prior: 0.65,
    examples: ["{actor Finland} arranged a meeting with {recipient Estonia}."]
  },
  {
    name: "assure",
    code: "AGREE",
    verbs: ["assure", "reassure", "guarantee", "promise", "pledge"],
    when: {subject: {actor: true}, object: {actor: true}},
    actor: "subject",
    recipient: ["object", "recipient"],
    both: true,
    prior: 0.6,
    examples: ["{actor The Thai army chief} assured {recipient the prime minister} that the vote would be held."]
  },
  {
    name: "give-word",
    code: "AGREE",
    verbs: ["give", "offer", "make", "extract", "provide", "declare", "signal", "voice", "get"],
    when: {object: {is: ["word-given"]}},
    actor: "subject",
    recipient: ["recipient", "to", "for", "complement to", "object", "complement with", "complement object"],
    both: true,
    prior: 0.65,
    examples: ["{actor Malta} gave {recipient Tunisia} its word on the patrol boats."],
    not: ["The plumber gave his word to the widow."]
  },
  {
    name: "offer-anything",
    code: "AGREE",
    verbs: ["offer", "promise", "pledge", "volunteer", "guarantee"],
    when: {
      subject: {actor: true, isNot: ["game"]},
      object: {
        isNot: [
          "pardon",
          "resigning",
          "remorse",
          "publication",
          "backing",
          "ceasefire",
          "reform",
          "yielding",
          "deed",
          "violence",
          "revenge"
        ]
      }
    },
    actor: "subject",
    recipient: ["recipient", "to", "object", "for"],
    both: true,
    prior: 0.55,
    examples: ["{actor Slovakia} offered {recipient Hungary} the use of its rail yards."]
  },
  {
    name: "come-to-terms",
    code: "AGREE",
    verbs: ["come", "reach", "arrive", "find"],
    needs: ["terms", "consensus", "compromise", "accommodation"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["with"],
    mutual: true,
    both: true,
    prior: 0.6,
    examples: ["{actor Mali} came to terms with {actor Niger} on the wells."],
    not: ["The widow came to terms with her loss."]
  },
  {
    name: "shake-on",
    code: "AGREE",
    verbs: ["shake"],
    needs: ["hands"],
    when: {subject: {actor: true}, on: {present: true}},
    actor: "subject",
    recipient: ["with"],
    mutual: true,
    both: true,
    prior: 0.6,
    examples: ["{actor Mali} shook hands with {actor Niger} on the sale of the wells."]
  },
  {
    name: "green-light",
    code: "AGREE",
    verbs: ["greenlight", "green-light", "back", "authorise", "authorize", "approve", "clear", "okay", "endorse"],
    complement: {types: ["AID", "COOPERATE", "CONSULT"]},
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["complement to", "complement recipient", "complement object", "complement with", "complement for"],
    both: true,
    prior: 0.6,
    examples: ["{actor Estonia} authorised sending arms to {recipient Ukraine}."]
  },
  {
    name: "offer-to-mediate",
    code: "AGREE",
    verbs: ["offer", "volunteer", "propose", "put", "put forward", "step forward", "appoint", "name", "serve"],
    needs: ["mediator", "go-between", "intermediary", "mediate", "mediation", "offices", "broker", "arbiter", "conciliator"],
    when: {subject: {actor: true}},
    actor: "subject",
    recipient: ["between", "to", "complement between", "for"],
    prior: 0.65,
    examples: [
      "{actor Norway} offered its services as an intermediary.",
      "{actor The Finnish president} volunteered as mediator.",
      "{actor The African Union} appointed a former judge as mediator."
    ]
  }
]
