import type {Container} from "./container.ts"
import {tar} from "./tar.ts"
import {zip} from "./zip.ts"

/// Every kind of file that holds files, asked in this order.
export const containers: readonly Container[] = [zip, tar]
