import type {Context, Event, EventType} from "../model/model.ts"

/// CAMEO for users of ICEWS, GDELT and Phoenix: the code that says about what a PLOVER type, mode and context say, what the
/// code is called, and its Goldstein score. Source: the CAMEO codebook 1.1b3, PLOVER's own conversion table (2021), and the
/// Goldstein scores that GDELT publishes for CAMEO codes; codes and scores are facts. The way back loses: CAMEO has
/// one code where PLOVER has several, and a mode without a code of its own takes the nearest that is not narrower.

interface Code {
  readonly code: string
  readonly says: string
  readonly goldstein: number
}

const code = (number: string, says: string, goldstein: number): Code => ({code: number, says, goldstein})

/// Type alone, then narrower by mode, then by context (the first of the event's that is named here).
const table: Readonly<
  Record<
    EventType,
    {
      readonly plain: Code
      readonly modes?: Readonly<Record<string, Code>>
      readonly contexts?: Readonly<Partial<Record<Context, Code>>>
    }
  >
> = {
  AGREE: {
    plain: code("030", "Express intent to cooperate", 4),
    contexts: {
      economic: code("0311", "Express intent to cooperate economically", 5.2),
      military: code("0312", "Express intent to cooperate militarily", 5.2),
      legal: code("0313", "Express intent to cooperate on judicial matters", 5.2),
      intelligence: code("0314", "Express intent to cooperate on intelligence", 5.2),
      human_security: code("0333", "Express intent to provide humanitarian aid", 5.2),
      peacekeeping: code("0334", "Express intent to provide military protection or peacekeeping", 6),
      political_institutions: code("034", "Express intent to bring political reform", 7)
    }
  },
  CONSULT: {
    plain: code("040", "Consult", 1),
    modes: {
      phone: code("041", "Discuss by telephone", 1),
      visit: code("042", "Make a visit", 1.9),
      "third-party": code("044", "Meet at a third location", 2.5)
    }
  },
  SUPPORT: {plain: code("050", "Engage in diplomatic cooperation", 3.5)},
  CONCEDE: {
    plain: code("080", "Yield", 5),
    contexts: {
      legal: code("081", "Ease administrative sanctions", 5),
      political_institutions: code("083", "Accede to demands for political reform", 5),
      rights_freedoms: code("0833", "Accede to demands for rights", 5)
    }
  },
  COOPERATE: {
    plain: code("060", "Engage in material cooperation", 6),
    contexts: {
      economic: code("061", "Cooperate economically", 6.4),
      military: code("062", "Cooperate militarily", 7.4),
      legal: code("063", "Engage in judicial cooperation", 7.4),
      intelligence: code("064", "Share intelligence or information", 7)
    }
  },
  AID: {
    plain: code("070", "Provide aid", 7),
    contexts: {
      economic: code("071", "Provide economic aid", 7.4),
      military: code("072", "Provide military aid", 8.3),
      human_security: code("073", "Provide humanitarian aid", 7.4),
      disasters: code("073", "Provide humanitarian aid", 7.4),
      health: code("073", "Provide humanitarian aid", 7.4),
      peacekeeping: code("074", "Provide military protection or peacekeeping", 8.5),
      asylum: code("075", "Grant asylum", 7)
    }
  },
  RETREAT: {
    // 08 is yielding; what PLOVER calls retreat are its material branches.
    plain: code("080", "Yield", 5),
    modes: {
      release: code("084", "Return, release", 7),
      access: code("086", "Allow international involvement", 9),
      ceasefire: code("0871", "Declare truce, ceasefire", 9),
      disarm: code("0873", "Demobilize armed forces", 9),
      withdraw: code("0874", "Retreat or surrender militarily", 10),
      resign: code("0831", "Accede to demands for change in leadership", 5)
    }
  },
  REQUEST: {
    plain: code("100", "Demand", -5),
    modes: {
      assist: code("101", "Demand material cooperation", -5),
      change: code("104", "Demand political reform", -5),
      yield: code("105", "Demand that target yields", -5),
      meet: code("106", "Demand meeting, negotiation", -5)
    }
  },
  ACCUSE: {
    plain: code("110", "Disapprove", -2),
    modes: {
      disapprove: code("111", "Criticize or denounce", -2),
      allege: code("112", "Accuse", -2),
      investigate: code("090", "Investigate", -2)
    }
  },
  REJECT: {
    plain: code("120", "Reject", -4),
    modes: {
      assist: code("121", "Reject material cooperation", -4),
      change: code("123", "Reject demand for political reform", -4),
      yield: code("124", "Refuse to yield", -4),
      meet: code("125", "Reject proposal to meet, discuss, or negotiate", -5)
    }
  },
  THREATEN: {
    plain: code("130", "Threaten", -4.4),
    modes: {
      restrict: code("132", "Threaten with administrative sanctions", -5.8),
      arrest: code("132", "Threaten with administrative sanctions", -5.8),
      relations: code("1313", "Threaten to reduce or break relations", -5.8),
      expel: code("136", "Threaten to halt international involvement", -7),
      territory: code("1382", "Threaten occupation", -7),
      violence: code("138", "Threaten with military force", -7)
    }
  },
  PROTEST: {
    plain: code("140", "Engage in political dissent", -6.5),
    modes: {
      demo: code("141", "Demonstrate or rally", -6.5),
      hunger: code("142", "Conduct hunger strike", -6.5),
      strike: code("143", "Conduct strike or boycott", -6.5),
      boycott: code("143", "Conduct strike or boycott", -6.5),
      obstruct: code("144", "Obstruct passage, block", -7.5),
      riot: code("145", "Protest violently, riot", -7.5),
      vandalize: code("145", "Protest violently, riot", -7.5)
    }
  },
  SANCTION: {
    plain: code("160", "Reduce relations", -4),
    modes: {
      convict: code("116", "Find guilty or liable (legally)", -2),
      withdraw: code("161", "Reduce or break diplomatic relations", -4),
      discontinue: code("162", "Reduce or stop material aid", -5.6),
      expel: code("166", "Expel or withdraw", -7)
    },
    contexts: {economic: code("163", "Impose embargo, boycott, or sanctions", -8)}
  },
  MOBILIZE: {
    plain: code("150", "Demonstrate military or police power", -7.2),
    modes: {
      troops: code("154", "Mobilize or increase armed forces", -7.2),
      police: code("153", "Mobilize or increase police power", -7.2)
    }
  },
  COERCE: {
    plain: code("170", "Coerce", -7),
    modes: {
      seize: code("171", "Seize or damage property", -9.2),
      restrict: code("172", "Impose administrative sanctions", -5),
      censor: code("1721", "Impose restrictions on political freedoms", -5),
      curfew: code("1723", "Impose curfew", -5),
      "martial-law": code("1724", "Impose state of emergency or martial law", -5),
      arrest: code("173", "Arrest, detain, or charge with legal action", -5),
      deport: code("174", "Expel or deport individuals", -5),
      cyber: code("176", "Attack cybernetically", -7)
    }
  },
  ASSAULT: {
    plain: code("190", "Use conventional military force", -10),
    modes: {
      abduct: code("181", "Abduct, hijack, or take hostage", -9),
      beat: code("182", "Physically assault", -9.5),
      primitive: code("182", "Physically assault", -9.5),
      sexual: code("1821", "Sexually assault", -9),
      torture: code("1822", "Torture", -9),
      targeted: code("186", "Assassinate", -10),
      explosives: code("183", "Conduct suicide, car, or other non-military bombing", -10),
      "suicide-attack": code("1831", "Carry out suicide bombing", -10),
      "crowd-control": code("175", "Use tactics of violent repression", -9),
      firearms: code("193", "Fight with small arms and light weapons", -10),
      "heavy-weapons": code("194", "Fight with artillery and tanks", -10),
      aerial: code("195", "Employ aerial weapons", -10),
      drone: code("195", "Employ aerial weapons", -10),
      unconventional: code("204", "Use unconventional mass violence", -10)
    }
  }
}

/// An event as CAMEO has it.
export interface Cameo extends Code {
  /// "1712" is "171" is "17".
  readonly base: string
  readonly root: string
  /// CAMEO's own: 01 to 05 verbal cooperation, to 08 material cooperation, to 13 verbal conflict, to 20 material conflict.
  readonly quad: 1 | 2 | 3 | 4
}

/// The CAMEO code of an event: by its first mode that has one, else by its first context that has one, else by its type.
export function cameoOf(event: Pick<Event, "type" | "modes" | "contexts">): Cameo {
  const {plain, modes, contexts} = table[event.type]
  const own = <T>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
    of && Object.hasOwn(of, key) ? of[key] : undefined
  const found =
    event.modes.map(mode => own(modes, mode)).find(c => c !== undefined) ??
    event.contexts.map(context => own(contexts as Readonly<Record<string, Code>>, context)).find(c => c !== undefined) ??
    plain
  const root = found.code.slice(0, 2)
  return {...found, base: found.code.slice(0, 3), root, quad: root <= "05" ? 1 : root <= "08" ? 2 : root <= "13" ? 3 : 4}
}

/// Every code that can come out, for the codebook and the tests.
export const cameoCodes: readonly Code[] = Object.values(table).flatMap(entry => [
  entry.plain,
  ...Object.values(entry.modes ?? {}),
  ...Object.values(entry.contexts ?? {})
])
