import { defineConfig } from "vitest/config";
import { slowFirst } from "./tools/slowFirst.ts";

/** A file for each processor. Vitest by itself keeps one free, which of two is half. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    environment: "node",
    maxWorkers: "100%",
    sequence: {
      sequencer: slowFirst(["simulation/simulation", "ui/kit", "simulation/sabotage", "ui/budget"]),
    },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
