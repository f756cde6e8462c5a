/** The log of decisions on paper: each with its reason, newest first, and nothing readable without its password. [ASH-49] */
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type DecisionLogMeta,
  type LoggedDecision,
  makeDecisionLog,
} from "../../src/documents/decisionLog.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, PASSWORD } from "./fixtures.ts";
import { readStructure } from "./structure.ts";
import { decrypted, leaks, run, textOf, withFile } from "./tools.ts";

const META: DecisionLogMeta = {
  panelName: "Test Panel",
  days: "From 1 April 2026",
  handlingMark: "Official: sensitive",
  madeOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
};
const ACCEPTED: LoggedDecision = {
  reference: "TST-7K3M9",
  panel: "Test",
  received: "2 November 2026",
  decided: "9 November 2026",
  decision: "Accepted",
  by: "Quillon Zander (Larkshire Council)",
  meeting: "3 December 2026",
  reason: "Taken late: it grew overnight",
};
const DECLINED: LoggedDecision = {
  ...ACCEPTED,
  reference: "TST-2BCDF",
  decided: "5 November 2026",
  decision: "Declined",
  meeting: "",
  reason: "It is moving as it should.\nAsk again in spring.",
};

async function made(lines: readonly LoggedDecision[], password: string | null, meta = META) {
  const file = await fileOf(makeDecisionLog(lines, meta), password);
  expect(file.missing).toEqual([]);
  return file;
}

describe("[ASH-49] the log of decisions on paper", () => {
  it("opens with its password alone, by AES-256, and tells nothing before", async () => {
    const { bytes } = await made([ACCEPTED, DECLINED], PASSWORD);
    expect(leaks(bytes, ["TST-7K3M9", "Quillon", "Zander", "overnight", "Test Panel"])).toEqual([]);
    withFile(bytes, (path) => {
      expect(run("qpdf", ["--check", path]).code).not.toBe(0);
      expect(run("qpdf", ["--password=not-the-password", "--check", path]).code).toBe(2);
      expect(run("qpdf", [`--password=${PASSWORD}`, "--show-encryption", path]).out).toContain("R = 6");
    });
    expect(textOf(decrypted(bytes, PASSWORD))).toContain("TST-2BCDF: Declined");
  });

  it("says what was asked for, how many of each, and each decision with its days, its author and its reason", async () => {
    const { bytes } = await made([ACCEPTED, DECLINED], null);
    const text = textOf(bytes);
    let from = 0;
    for (const part of [
      "Official: sensitive",
      "Log of decisions",
      "Panel Test Panel",
      "Decided From 1 April 2026",
      "Made on 26 November 2026",
      "Accepted 1",
      "Declined 1",
      "TST-7K3M9: Accepted",
      "Received 2 November 2026",
      "Decided 9 November 2026",
      "By Quillon Zander (Larkshire Council)",
      "For the meeting on 3 December 2026",
      "Reason Taken late: it grew overnight",
      "TST-2BCDF: Declined",
      "It is moving as it should. Ask again in spring.",
    ]) {
      const at = text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect((await readStructure(bytes)).problems).toEqual([]);
    // A refusal is for no meeting.
    expect(text.match(/For the meeting on/g)).toHaveLength(1);
  });

  it("names the panel of each where it is of every panel, and says when nothing was decided", async () => {
    const every = { ...META, panelName: null };
    expect(textOf((await made([DECLINED], null, every)).bytes)).toContain("Panel Every panel");
    expect(textOf((await made([DECLINED], null, every)).bytes)).toContain("Panel Test Received");
    expect(textOf((await made([], null)).bytes)).toContain("Nothing was decided.");
  });

  it("goes over many pages without losing a line", async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ ...ACCEPTED, reference: `TST-${1000 + at}` }));
    const { bytes, pages } = await made(many, null);
    expect(pages).toBeGreaterThan(4);
    expect(textOf(bytes).match(/TST-1\d{3}: Accepted/g)).toHaveLength(60);
    if (process.env["CONFER_PICTURES"] === "all") {
      mkdirSync("test-results", { recursive: true });
      writeFileSync("test-results/decision-log.pdf", (await made([ACCEPTED, DECLINED, ...many], null)).bytes);
    }
  });
});
