// npm start: installs and builds what is missing, reads the sample pile and serves it.
import {spawn} from "node:child_process"
import {join} from "node:path"
import {ready, root} from "./ready.mjs"

ready()
const child = spawn(process.execPath, [join(root, "dist", "main.js"), "demo", ...process.argv.slice(2)], {stdio: "inherit"})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)))
