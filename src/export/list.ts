import {csv, tsv} from "./csv.ts"
import type {Exporter} from "./exporter.ts"
import {jsonl} from "./jsonl.ts"

/// Every exporter there is, in the order help and page show them.
export const exporters: readonly Exporter[] = [csv, tsv, jsonl]
