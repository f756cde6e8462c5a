/** Everything, from nothing: `npm test`. */
import { runSteps } from "./steps.ts";

await runSteps([
  { name: "types", command: ["node", "tools/types.ts"], kind: "one" },
  { name: "lint", command: ["npm", "run", "--silent", "check:lint"], kind: "one" },
  { name: "format", command: ["npm", "run", "--silent", "check:format"], kind: "one" },
  { name: "dead code", command: ["npm", "run", "--silent", "check:dead"], kind: "one" },
  { name: "build", command: ["npm", "run", "--silent", "build"], kind: "one" },
  { name: "unit, server, documents, simulation", command: ["vitest", "run"], kind: "vitest" },
  {
    name: "end to end on SQLite",
    command: ["vitest", "run", "--config", "vitest.e2e.config.ts"],
    environment: { CONFER_E2E_STORE: "sqlite" },
    kind: "vitest",
    twice: true,
  },
  {
    name: "end to end on PostgreSQL",
    command: ["vitest", "run", "--config", "vitest.e2e.config.ts"],
    files: ["/line.test", "/canary.test"],
    environment: { CONFER_E2E_STORE: "postgres" },
    kind: "vitest",
    twice: true,
  },
]);
