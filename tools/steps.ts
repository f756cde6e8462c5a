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
  /** Which of Vitest's files; all that it finds, if none is given. */
  readonly files?: readonly string[];
  /**
   * Whether up to two files that failed are run once more, each by itself: in real browsers on a busy machine a test
   * may meet what is no fault of the code. That it took two attempts is said at the end, never left out.
   */
  readonly twice?: boolean;
};

/** What failed, or passed only at the second attempt, is said again at the end, for whoever reads only the end. */
type Count = {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly secondAttempts: readonly string[];
};

/** The part of Vitest's JSON report that is read here. */
type VitestReport = {
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
const MOST_FILES_TWICE = 2;

type FileReport = VitestReport["testResults"][number];

const passedIn = (files: readonly FileReport[]): number =>
  files.flatMap((file) => file.assertionResults).filter((test) => test.status === "passed").length;

/** A test that failed, or a file that did not load and so has no tests to fail. */
function failuresIn(files: readonly FileReport[]): string[] {
  return files.flatMap((file) => {
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
  if (step.kind === "vitest") return runVitest(step);
  const code = await run(step.command, step.environment);
  return {
    passed: code === 0 ? 1 : 0,
    failures: code === 0 ? [] : [`ended with ${code}`],
    secondAttempts: [],
  };
}

async function runVitest(step: Step): Promise<Count> {
  const first = await reportOf(step, step.files ?? []);
  const once = { passed: passedIn(first.files), failures: failuresOf(first), secondAttempts: [] };
  const failed = first.files.filter((file) => failuresIn([file]).length > 0);
  if (!step.twice || failed.length === 0 || failed.length > MOST_FILES_TWICE) return once;
  process.stdout.write(`\n── ${step.name}, once more what failed\n`);
  const again = await reportOf(
    step,
    failed.map((file) => relative(process.cwd(), file.name)),
  );
  const rest = first.files.filter((file) => !failed.includes(file));
  const failures = failuresOf(again);
  return {
    passed: passedIn(rest) + passedIn(again.files),
    failures,
    secondAttempts: failures.length === 0 ? once.failures : [],
  };
}

function failuresOf({ code, files }: { readonly code: number; readonly files: readonly FileReport[] }) {
  const failures = failuresIn(files);
  if (code === 0 || failures.length > 0) return failures;
  return [
    files.length === 0 ? `ended with ${code} and left no report` : "an error outside any test: see above",
  ];
}

/** `files`: none where the run left no report. */
async function reportOf(
  { command: [program, ...args], environment }: Step,
  filters: readonly string[],
): Promise<{ readonly code: number; readonly files: readonly FileReport[] }> {
  const folder = mkdtempSync(join(tmpdir(), "confer-report-"));
  const path = join(folder, "report.json");
  const code = await run(
    [program, ...args, ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${path}`],
    environment,
  );
  try {
    return { code, files: (JSON.parse(readFileSync(path, "utf8")) as VitestReport).testResults };
  } catch {
    return { code, files: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every step runs, also after a failure. The exit code is 0 only when none failed. */
export async function runSteps(steps: readonly Step[]): Promise<never> {
  let passed = 0;
  const failures: string[] = [];
  const twice: string[] = [];
  for (const step of steps) {
    const count = await runStep(step);
    passed += count.passed;
    failures.push(...count.failures.map((failure) => `✗ ${step.name}: ${failure}`));
    twice.push(
      ...count.secondAttempts.map((failure) => `! ${step.name}, passed only when run again: ${failure}`),
    );
  }
  const lines = [...twice, ...failures, `${passed} passed, ${failures.length} failed`];
  process.stdout.write(`\n${lines.join("\n\n")}\n`);
  process.exit(failures.length === 0 ? 0 : 1);
}
