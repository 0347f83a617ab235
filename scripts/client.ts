// npm run client: src/client.ts from the OpenAPI document.
import {spawnSync} from "node:child_process"
import {writeFileSync} from "node:fs"
import {join} from "node:path"
import {clientOf} from "../src/api/client.ts"
import {openapi} from "../src/api/openapi.ts"
import {routes} from "../src/api/routes/list.ts"

const root = join(import.meta.dirname, "..")
writeFileSync(join(root, "src", "client.ts"), clientOf(openapi(routes, "")))
spawnSync(join(root, "node_modules", ".bin", "biome"), ["format", "--write", "src/client.ts"], {cwd: root, stdio: "inherit"})
