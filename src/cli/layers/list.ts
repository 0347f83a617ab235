import type {Layer} from "./layer.ts"
import {times} from "./times.ts"

/// Every layer, in the order of the journey. `annals annotate` and its help read this list.
export const layers: readonly Layer[] = [times]
