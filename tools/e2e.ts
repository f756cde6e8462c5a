/** The end-to-end tests in real Chromium on a real server process, once on each store: `npm run e2e`. */
import { runSteps, type Step } from "./steps.ts";

const onStore = (store: string, ...files: string[]): Step => ({
  name: `end to end on ${store}`,
  command: ["vitest", "run", "--config", "vitest.e2e.config.ts"],
  files,
  environment: { CONFER_E2E_STORE: store },
  kind: "vitest",
});

await runSteps([
  { name: "build", command: ["npm", "run", "--silent", "build"], kind: "one" },
  onStore("sqlite", ...process.argv.slice(2)),
  onStore("postgres", "/line.test", "/canary.test"),
]);
