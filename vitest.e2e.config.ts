import { defineConfig } from "vitest/config";
import { slowFirst } from "./tools/slowFirst.ts";

/**
 * Each file has its own server and browsers. With CONFER_E2E_FILES=2 two run at a time, in two thirds of the time: a way to find
 * what goes wrong only on a busy machine, and for the same reason not the usual one.
 */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.test.ts"],
    environment: "node",
    maxWorkers: Number(process.env["CONFER_E2E_FILES"] ?? 1),
    sequence: { sequencer: slowFirst(["e2e/cycle", "e2e/screens", "e2e/triage", "e2e/demonstration"]) },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
