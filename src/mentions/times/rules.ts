import {dates} from "./rules/dates.ts"
import {days} from "./rules/days.ts"
import {lengths} from "./rules/lengths.ts"
import {periods} from "./rules/periods.ts"
import {units} from "./rules/units.ts"
import type {Rule} from "./setting.ts"

/// All ways of saying when, in the order in which equals are preferred; the longest match wins.
export const rules: readonly Rule[] = [...dates, ...periods, ...days, ...units, ...lengths]
