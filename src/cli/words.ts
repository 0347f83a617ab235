import {dateSaid} from "../export/headline.ts"
import type {Place, TimeSpan} from "../model/model.ts"

/// A time as people write it, never finer than it was said.
export const dayOf = (time: TimeSpan | undefined): string => dateSaid(time) ?? "no day said"

export const codeOf = (place: Place): string => place.country ?? ""
