/** Runs the steps of a check one after another, counts what passed and failed, and says so in the last line. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

export type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** A Vitest run counts its tests; anything else counts as one. */
  readonly kind: "vitest" | "one";
};

/** What failed is said again at the end, where whoever reads only the end will find it. */
type Count = { readonly passed: number; readonly failures: readonly string[] };

/** The part of Vitest's JSON report that is read here. */
type VitestReport = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
};

const FAILURE_LINES = 12;

/** A test that failed, or a file that did not load and so has no tests to fail. */
function failuresIn(report: VitestReport): string[] {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) {
      return file.status === "failed" ? [said(relative(process.cwd(), file.name), file.message)] : [];
    }
    return failed.map((test) =>
      said(`${relative(process.cwd(), file.name)}: ${test.fullName}`, test.failureMessages?.[0] ?? ""),
    );
  });
}

function said(what: string, why: string): string {
  const lines = why.split("\n").filter((line) => !line.includes("node_modules"));
  return [what, ...lines.slice(0, FAILURE_LINES)].join("\n    ");
}

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
    return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [`ended with ${code}`] };
  }
  const folder = mkdtempSync(join(tmpdir(), "confer-report-"));
  const path = join(folder, "report.json");
  const [program, ...args] = step.command;
  const code = await run(
    [program, ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${path}`],
    step.environment,
  );
  try {
    const report = JSON.parse(readFileSync(path, "utf8")) as VitestReport;
    const failures = failuresIn(report);
    if (code !== 0 && failures.length === 0) failures.push("an error outside any test: see above");
    return { passed: report.numPassedTests, failures };
  } catch {
    return { passed: 0, failures: [`ended with ${code} and left no report`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every step runs, also after a failure. The exit code is 0 only when none failed. */
export async function runSteps(steps: readonly Step[]): Promise<never> {
  let passed = 0;
  const failures: string[] = [];
  for (const step of steps) {
    const count = await runStep(step);
    passed += count.passed;
    failures.push(...count.failures.map((failure) => `✗ ${step.name}: ${failure}`));
  }
  process.stdout.write(`\n${[...failures, `${passed} passed, ${failures.length} failed`].join("\n\n")}\n`);
  process.exit(failures.length === 0 ? 0 : 1);
}
