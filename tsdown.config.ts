import {defineConfig} from "tsdown"

export default defineConfig({
  entry: {
    main: "src/cli/main.ts",
    index: "src/index.ts",
    language: "src/language.ts",
    client: "src/client.ts",
    hand: "src/cli/ledger/hand.ts"
  },
  // taken apart by what is used of it: with all its languages it takes a tenth of a second to open
  deps: {alwaysBundle: [/^zod/]},
  format: "esm",
  platform: "node",
  target: "node20",
  dts: true,
  clean: ["dist/*.js", "dist/*.d.ts"],
  outDir: "dist",
  outExtensions: () => ({js: ".js", dts: ".d.ts"})
})
