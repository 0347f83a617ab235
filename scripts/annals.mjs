// npm run --silent annals -- …: the built command, built first if its sources are newer.
import {join} from "node:path"
import {pathToFileURL} from "node:url"
import {ready, root} from "./ready.mjs"

ready()
process.argv.splice(1, 1, join(root, "dist", "main.js"))
await import(pathToFileURL(join(root, "dist", "main.js")).href)
