/** What agencies agreed to and what became of it, on one page: each number under its name, and nobody named. */
import { describe, expect, it } from "vitest";
import { makeFollowThrough } from "../../src/documents/followThrough.ts";
import { fileOf } from "./build.ts";
import { agencyNumbers, CREATED_AT_MS, PASSWORD } from "./fixtures.ts";
import { all, readStructure } from "./structure.ts";
import { decrypted, run, textOf, withFile } from "./tools.ts";

const META = {
  panels: ["Test Panel"],
  period: "28 August 2026 to 26 November 2026",
  handlingMark: "Confidential",
  countedOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
};
const AGENCIES = ["Adult social care", "Housing and community safety partnership", "Police"].map(
  agencyNumbers,
);

async function made(agencies = AGENCIES, meta = META, password: string | null = null) {
  const outcome = await fileOf(makeFollowThrough(agencies, meta), password);
  expect(outcome.missing).toEqual([]);
  return outcome;
}

describe("[OXT-33] what agencies did, on paper", () => {
  it("has every number in the order of the screen, the days counted and the handling mark, on one page", async () => {
    const { bytes, pages } = await made(
      Array.from({ length: 12 }, (_, at) => agencyNumbers(`Agency ${at + 1}`)),
    );
    expect(pages).toBe(1);
    const text = textOf(bytes);
    expect(text).toMatch(/^Confidential Actions by agency Panel Test Panel Agreed 28 August 2026 to 26 Nov/);
    expect(text).toContain("Counted on 26 November 2026");
    expect(text).toContain("Agency 12 12 5 2 1 4 3 6");
    expect(text).toContain("a number alone may still tell who is meant");
    expect(text).toMatch(/Actions by agency · 28 August 2026 to 26 November 2026 Page 1 of 1/);
  });

  it("is tagged: a table whose columns are headed, each row as wide as its head", async () => {
    const { tree, problems } = await readStructure((await made()).bytes);
    expect(problems).toEqual([]);
    const tables = all(tree, "Table").map((table) => all(table, "TR"));
    const numbers = tables.find((rows) => rows.length === 1 + AGENCIES.length) ?? [];
    const rows = numbers.map((row) => row.kids.map(({ type }) => type));
    expect(rows[0]).toEqual(Array.from({ length: 8 }, () => "TH"));
    expect(rows.map((row) => row.length)).toEqual([8, 8, 8, 8]);
  });

  it("names every panel it counts, and says so where nothing was agreed", async () => {
    const text = textOf((await made([], { ...META, panels: ["One Panel", "Other Panel"] })).bytes);
    expect(text).toContain("Panels One Panel, Other Panel");
    expect(text).toContain("No action was agreed in this time.");
  });

  it("opens with its password alone", async () => {
    const { bytes } = await made(AGENCIES, META, PASSWORD);
    expect(withFile(bytes, (path) => run("qpdf", ["--check", path]).code)).not.toBe(0);
    expect(textOf(decrypted(bytes, PASSWORD))).toContain("Police 12 5 2 1 4 3 6");
  });
});
