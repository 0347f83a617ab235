import {svelte} from "@sveltejs/vite-plugin-svelte"
import {defineConfig} from "vite"

/// The page: built into dist/web, served by the program itself at its own address. `ANNALS_API` is where `vite` sends
/// the page's questions while it is being worked on.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte()],
  build: {outDir: "../dist/web", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, modulePreload: {polyfill: false}},
  server: {proxy: {"/api": process.env.ANNALS_API ?? "http://127.0.0.1:7117"}}
})
