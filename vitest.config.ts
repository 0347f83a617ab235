import {availableParallelism} from "node:os"
import {defineConfig} from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "train/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // on two cores vitest would leave one to itself
    maxWorkers: Math.max(2, availableParallelism() - 1)
  }
})
