import { defineConfig } from "vitest/config";
import { slowFirst } from "./tools/slowFirst.ts";

/** Two files at a time, each with its own server and browsers: one leaves half of two processors idle. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.test.ts"],
    environment: "node",
    maxWorkers: 2,
    sequence: { sequencer: slowFirst(["e2e/cycle", "e2e/screens", "e2e/triage", "e2e/demonstration"]) },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
