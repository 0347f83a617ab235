import {parentPort, workerData} from "node:worker_threads"
import type {Article} from "../../model/model.ts"
import {reader} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {stored} from "./crew.ts"
import {ownIn, type Wanted} from "./own.ts"

/// One thread of a crew: an article comes, its reading goes.

const {folder, ...wanted} = workerData as {folder: string} & Wanted
const {read} = reader(openResources(), ownIn(folder, wanted))

parentPort!.on("message", (article: Article) => parentPort!.postMessage(stored(read, article)))
