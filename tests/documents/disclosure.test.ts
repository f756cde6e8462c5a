/** Copies for the person a case is about, and for another system: what is withheld is nowhere in the file. [ASH-100] [ASH-48] */
import { describe, expect, it } from "vitest";
import { makeDisclosureDocument } from "../../src/documents/disclosure.ts";
import type { DocumentModel } from "../../src/documents/model.ts";
import { makeTransferDocument } from "../../src/documents/transfer.ts";
import { type HeldPart, PAPERS_PART } from "../../src/forms/disclosure/held.ts";
import { type Marks, withheld } from "../../src/forms/disclosure/withhold.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, PASSWORD } from "./fixtures.ts";
import { wholePdf } from "./pdfFiles.ts";
import { all, readStructure } from "./structure.ts";
import { decrypted, leaks, run, textOf, withFile } from "./tools.ts";

const META = {
  reference: "TST-7K3M9",
  panelName: "Test Panel",
  handlingMark: "Confidential",
  madeOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
};
const PARTS: HeldPart[] = [
  {
    key: "referral.person",
    title: "The referral: The person",
    texts: [
      { id: "a", label: "Full name", text: "Person Alder" },
      {
        id: "b",
        label: "Who rang",
        text: "Quillon Zander rang about the hall.\nQUILLON  ZANDER rang twice.",
      },
      { id: "c", label: "Health", text: "A diagnosis of zoanthropy" },
    ],
  },
];
const MARKS: Marks = {
  texts: [{ id: "c", why: "seriousHarm" }],
  phrases: [{ words: "Quillon Zander", why: "somebodyElse" }],
};
const SECRET = ["Quillon", "QUILLON", "Zander", "zoanthropy"];

const made = async (model: DocumentModel, password: string | null = null): Promise<Uint8Array> =>
  (await fileOf(model, password)).bytes;

describe("[ASH-100] a copy for the person", () => {
  const model = makeDisclosureDocument(withheld(PARTS, MARKS), MARKS, META);

  it("says what is withheld and on what ground in law, in its place and at the head", async () => {
    const text = textOf(await made(model));
    expect(text).toMatch(
      /What is not in this copy .*Data Protection Act 2018, schedule 2, paragraphs 16 and 17/,
    );
    expect(text).toContain("[withheld: about somebody else] rang about the hall.");
    expect(text).toContain("Health [withheld: likely to cause serious harm]");
    expect(text).toContain("Person Alder");
  });

  it("holds nothing of what is withheld, in clear or behind its password", async () => {
    const open = await made(model);
    expect(SECRET.filter((word) => textOf(open).includes(word))).toEqual([]);
    expect(leaks(open, SECRET)).toEqual([]);
    const shut = await made(model, PASSWORD);
    expect(withFile(shut, (path) => run("qpdf", ["--check", path]).code)).not.toBe(0);
    expect(leaks(decrypted(shut, PASSWORD), SECRET)).toEqual([]);
  });

  it("speaks of no ground where nothing is withheld", async () => {
    const marks = { texts: [], phrases: [] };
    expect(textOf(await made(makeDisclosureDocument(PARTS, marks, META)))).not.toContain(
      "What is not in this copy",
    );
  });

  it("is tagged, each text under its label", async () => {
    const { tree, problems } = await readStructure(await made(model));
    expect(problems).toEqual([]);
    expect(all(tree, "H2").length).toBe(2);
  });
});

describe("[ASH-100] papers in a copy for the person", () => {
  const papers: HeldPart = {
    key: PAPERS_PART,
    title: "Papers",
    texts: ["give", "keep", "open"].map((id) => ({
      id,
      label: `Paper to ${id} of Quillon Zander`,
      text: "Added by Casey",
    })),
  };
  const marks: Marks = { ...MARKS, texts: [{ id: "keep", why: "seriousHarm" }], given: ["give", "keep"] };
  const copy = async () => {
    const [given, kept, open] = await Promise.all([wholePdf(1), wholePdf(2), wholePdf(3)]);
    const file = (bytes: Uint8Array) => ({ name: "paper-1.pdf", mediaType: "application/pdf", bytes });
    // All three are handed over, as a mistake of the caller would: what is not given is left out all the same.
    return made(
      makeDisclosureDocument(withheld([papers], marks), marks, META, [
        { id: "give", file: file(given) },
        { id: "keep", file: file(kept) },
        { id: "open", file: file(open) },
      ]),
    );
  };

  it("gives the pages of those that were chosen, and of no others", async () => {
    const bytes = await copy();
    const text = textOf(bytes);
    // Of the three only the one that is given has one page alone.
    expect(text).toContain("Page 1, line 29");
    expect(text).not.toContain("Page 2, line 29");
    expect(withFile(bytes, (path) => run("pdfdetach", ["-list", path]).out)).toMatch(/^1 embedded files/);
    expect((await readStructure(bytes)).problems).toEqual([]);
  });

  it("says of each where it is, or on what ground it is not there, and names nobody who is withheld", async () => {
    const text = textOf(await copy());
    expect(text).toMatch(
      /Paper to give of \[withheld: about somebody else\] Added by Casey Its pages are at the end/,
    );
    expect(text).toMatch(/Paper to keep of .{0,40} \[withheld: likely to cause serious harm\]/);
    expect(text).toMatch(/Paper to open of .{0,40} Added by Casey It is not in this copy/);
    expect(text).not.toContain("Zander");
  });
});

describe("[ASH-48] what to enter elsewhere, on paper", () => {
  it("has each box with what goes into it, empty ones said to be empty", async () => {
    const rows = [
      { key: "name", label: "Full name", value: "Person Alder" },
      { key: "gender", label: "Gender", value: "" },
    ];
    const bytes = await made(makeTransferDocument("What to enter there", rows, META));
    expect(textOf(bytes)).toContain("Full name Person Alder Gender Nothing is recorded");
    expect((await readStructure(bytes)).problems).toEqual([]);
  });
});
