/** Runs the steps of a check one after another, counts what passed and failed, and says so in the last line. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** A Vitest run counts its tests; anything else counts as one. */
  readonly kind: "vitest" | "one";
};

type Count = { readonly passed: number; readonly failed: number };
type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
};

export function run(
  command: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, ...environment } });
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function runStep(step: Step): Promise<Count> {
  process.stdout.write(`\n── ${step.name}\n`);
  if (step.kind === "one") {
    const code = await run(step.command, step.environment);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), "confer-report-"));
  const report = join(folder, "report.json");
  const [program, ...args] = step.command;
  const code = await run(
    [program, ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    step.environment,
  );
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
    // A file that does not even load has no tests to fail.
    const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every step runs, also after a failure. The exit code is 0 only when none failed. */
export async function runSteps(steps: readonly Step[]): Promise<never> {
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    const count = await runStep(step);
    passed += count.passed;
    failed += count.failed;
    if (count.failed > 0) process.stdout.write(`\n── ${step.name}: ${count.failed} failed\n`);
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
