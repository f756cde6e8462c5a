/** Minutes on paper: what a reader of the file sees, page by page, and what nobody sees without its password. */
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeMinutesDocument } from "../../src/documents/minutes.ts";
import { fileNameBy } from "../../src/documents/fileName.ts";
import type { MinutesStanding, PrintedMinutes } from "../../src/forms/minutes/printed.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { SUBJECT } from "../forms/minutes/heldMeeting.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, PASSWORD } from "./fixtures.ts";
import { printedFor, SIGNED } from "./printedMinutes.ts";
import { all, readStructure } from "./structure.ts";
import { decrypted, leaks, run, textOf, withFile } from "./tools.ts";

async function made(printed: PrintedMinutes, password: string | null = null): Promise<Uint8Array> {
  const outcome = await fileOf(makeMinutesDocument(printed, CREATED_AT_MS), password);
  expect(outcome.missing).toEqual([]);
  const keep = process.env["CONFER_PICTURES"];
  if (keep === "all" && password === null) {
    mkdirSync("test-results", { recursive: true });
    writeFileSync(`test-results/minutes-${printed.meeting.panel.split(" ")[0]}.pdf`, outcome.bytes);
  }
  return outcome.bytes;
}

/** That these stand in the text one after another. */
function inOrder(text: string, words: readonly string[]): void {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    expect(at, `${word} after ${text.slice(from, from + 200)}`).toBeGreaterThanOrEqual(0);
    from = at + word.length;
  }
}

describe.each(SHIPPED_PANELS)("the printed minutes of the $name", ({ id }) => {
  it("read from the panel to the signature in the order of the meeting", async () => {
    const bytes = await made(await printedFor(id));
    const text = textOf(bytes);
    inOrder(text, [
      "Confidential",
      "Minutes",
      "26 November 2026",
      "Agenda",
      "Item 1: TST-7K3M9",
      "Present",
      "Charlie Chair",
      "Morgan Member",
      "Apologies",
      SUBJECT,
      "Earlier actions",
      "Actions by agency",
      "What Who Agency By when",
      "Clear the hall",
      "Signature",
      "I confirm",
      "Charlie Chair",
      "Service manager",
      "27 November 2026",
      "Check code",
    ]);
    expect(text).toMatch(/Page 1 of \d/);
  });

  it("are tagged: tables with header cells, the drawn signature with words for it, nothing out of place", async () => {
    const { tree, problems } = await readStructure(await made(await printedFor(id)));
    expect(problems).toEqual([]);
    const heads = all(tree, "TH").filter((cell) => cell.scope === "Column");
    expect(heads.length).toBeGreaterThan(10);
    expect(all(tree, "Figure").map((figure) => figure.alt)).toEqual(["Drawn signature of Charlie Chair"]);
  });
});

describe("printed minutes", () => {
  it("open with their password alone, and tell nothing without it", async () => {
    const bytes = await made(await printedFor("ashfield"), PASSWORD);
    expect(leaks(bytes, ["Alder", "Charlie", "TST-7K3M9", "Ashfield"])).toEqual([]);
    expect(withFile(bytes, (path) => run("qpdf", ["--check", path]).code)).not.toBe(0);
    expect(textOf(decrypted(bytes, PASSWORD))).toContain("Charlie Chair");
  });

  it("[HER-24] of a guest hold the meeting and their own case, and say what is left out", async () => {
    const printed = await printedFor("hertfordshire");
    const text = textOf(await made({ ...printed, cases: [] }));
    expect(text).toContain("Item 1: TST-7K3M9");
    expect(text).toContain("Not in this copy");
    expect(text).not.toContain(SUBJECT);
  });

  it("that were replaced say so at the head of each page, and a draft that it is one", async () => {
    const old = { ...SIGNED, supersededOn: "1 December 2026" } as MinutesStanding;
    const printed = await printedFor("oxfordshire", old);
    const text = textOf(await made(printed));
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(text.split("Confidential: superseded")).toHaveLength(pages + 1);
    expect(text).toContain("Amended minutes replaced these on 1 December 2026.");
    const draft = textOf(await made({ ...printed, standing: { kind: "draft" } }));
    expect(draft).toContain("Confidential: draft, not signed");
    expect(draft).not.toContain("Check code");
  });

  it("that amend earlier ones say why; those of a panel without a signature say how they were published", async () => {
    const amended = { ...SIGNED, reason: "The date was wrong." } as MinutesStanding;
    expect(textOf(await made(await printedFor("ashfield", amended)))).toContain("The date was wrong.");
    const published = { ...SIGNED, signed: false, drawn: undefined } as MinutesStanding;
    const text = textOf(await made(await printedFor("ashfield", published)));
    expect(text).toContain("Published without a signature");
    expect(text).not.toContain("Signature");
  });

  it("made for one reader say for whom and which copy on every page, and not in the title", async () => {
    const printed = {
      ...(await printedFor("ashfield")),
      copy: { number: 3, mark: "K7Q2", reader: "Morgan Member" },
    };
    const text = textOf(await made(printed));
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1]);
    expect(text.match(/copy 3-K7Q2 for Morgan Member/g)).toHaveLength(pages);
    expect(text).toContain("Number 3-K7Q2, for Morgan Member");
    expect(makeMinutesDocument(printed, CREATED_AT_MS).frame.title).not.toContain("Morgan");
  });

  it("name no person in title or footer", async () => {
    const { frame } = makeMinutesDocument(await printedFor("ashfield"), CREATED_AT_MS);
    expect(`${frame.title} ${frame.footer}`).not.toMatch(/Alder|Charlie/);
  });
});

describe("the file's name", () => {
  const parts = { reference: null, document: "minutes", date: "2026-11-26" } as const;
  it("follows the panel's pattern and names nobody", () => {
    expect(fileNameBy("{reference}-{document}-{date}", parts)).toBe("minutes-2026-11-26.pdf");
    expect(fileNameBy("{reference}-{document}-{date}", { ...parts, reference: "TST-7K3M9" })).toBe(
      "tst-7k3m9-minutes-2026-11-26.pdf",
    );
    expect(fileNameBy("{document} of {reference}", { ...parts, reference: "Person Alder" })).toBe(
      "minutes of.pdf",
    );
    expect(fileNameBy("{who}", parts)).toBe("who.pdf");
  });
});
