// npm run build: the command and the library into dist/, the page into dist/web/.
import {existsSync} from "node:fs"
import {join} from "node:path"
import {npx, root, stamped} from "./ready.mjs"

npx("tsdown", "--config", "tsdown.config.ts", "--logLevel", "warn")
if (existsSync(join(root, "web", "vite.config.ts"))) npx("vite", "build", "--config", "web/vite.config.ts", "--logLevel", "warn")
stamped()
