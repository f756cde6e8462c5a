/**
 * Every kind of document as other people's readers find it: PDF.js and MuPDF, beside qpdf and Poppler. Opened with the password,
 * refused without and with another, its text there, and its structure there to be read aloud. [ASH-69]
 */
import { beforeAll, describe, expect, it } from "vitest";
import { makeActionList } from "../../src/documents/actionList.ts";
import { makeAgendaPack } from "../../src/documents/agendaPack.ts";
import { makeBlankForm } from "../../src/documents/blankForm.ts";
import { makeDisclosureDocument } from "../../src/documents/disclosure.ts";
import { makeFollowThrough } from "../../src/documents/followThrough.ts";
import { makeLetterDocument } from "../../src/documents/letter.ts";
import type { DocumentModel } from "../../src/documents/model.ts";
import { makeMinutesDocument } from "../../src/documents/minutes.ts";
import { makeReferralDocument } from "../../src/documents/referral.ts";
import { makeReportDocument } from "../../src/documents/report.ts";
import { makeTransferDocument } from "../../src/documents/transfer.ts";
import { ashfield } from "../forms/fixtures.ts";
import { makePartnership } from "../support/vaults.ts";
import { fileOf } from "./build.ts";
import { agencyNumbers, CREATED_AT_MS, meta, PASSWORD, snapshot } from "./fixtures.ts";
import { wholePdf } from "./pdfFiles.ts";
import { readByPdfJs } from "./pdfjs.ts";
import { printedFor, provenMinutes, signedFile } from "./printedMinutes.ts";
import { run, withFile } from "./tools.ts";

const WRONG = "otter-kettle-maple-48";
const META = {
  reference: "TST-7K3M9",
  panelName: "Test Panel",
  handlingMark: "Confidential",
  madeOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
};

/** What each is, and words that stand in it one after another. */
const KINDS: readonly [string, () => DocumentModel | Promise<DocumentModel>, readonly string[]][] = [
  ["a referral", () => makeReferralDocument(snapshot, meta), ["ACC-2026-014", "pneumonia in October"]],
  [
    "minutes that nobody signed",
    async () => makeMinutesDocument(await printedFor("oxfordshire"), CREATED_AT_MS),
    ["Minutes", "Charlie Chair"],
  ],
  [
    "an agenda with a paper",
    async () =>
      makeAgendaPack({
        ...META,
        date: "3 December 2026",
        start: "10:00",
        copy: { number: 3, mark: "K7Q2", reader: "Gil Guest" },
        agenda: [{ title: "Item 1: TST-7K3M9", kind: "New case", minutes: "", inPack: "below" }],
        cases: [
          {
            title: "Item 1: TST-7K3M9",
            referral: { snapshot, meta },
            papers: [
              {
                title: "Chronology",
                file: { name: "c.pdf", mediaType: "application/pdf", bytes: await wholePdf(1) },
              },
            ],
          },
        ],
      }),
    ["Gil Guest", "New case", "Chronology"],
  ],
  [
    "a copy for the person",
    () => {
      const texts = [{ id: "a", label: "Full name", text: "Person Alder" }];
      const parts = [{ key: "referral.person", title: "The person", texts }];
      return makeDisclosureDocument(parts, { texts: [], phrases: [] }, META, []);
    },
    ["The person", "Full name", "Person Alder"],
  ],
  [
    "an extract for another system",
    () =>
      makeTransferDocument("What to enter", [{ key: "n", label: "Full name", value: "Person Alder" }], META),
    ["What to enter", "Full name", "Person Alder"],
  ],
  [
    "a letter",
    () =>
      makeLetterDocument(
        { to: "Quillon Zander", subject: "What was decided", body: "Suitable.", from: "The chair" },
        META,
      ),
    ["Quillon Zander", "Suitable.", "The chair"],
  ],
  [
    "a list of actions",
    () =>
      makeActionList(
        [
          {
            reference: "TST-7K3M9",
            what: "Change the lock",
            owner: "Pat",
            due: "3 December 2026",
            state: "To do",
          },
        ],
        { ...META, agency: "Housing" },
      ),
    ["Housing", "Change the lock", "Pat"],
  ],
  [
    "what agencies did of what they agreed",
    () =>
      makeFollowThrough([agencyNumbers("Housing")], {
        ...META,
        panels: ["Test Panel"],
        period: "1 April 2026 to 31 March 2027",
        countedOn: "26 November 2026",
      }),
    ["Actions by agency", "Waiting for an answer", "Housing"],
  ],
  [
    "a yearly report",
    () =>
      makeReportDocument(
        {
          referrals: [{ label: "Received", count: 18 }],
          daysToDecision: 23,
          decisions: [],
          themes: [],
          outcomes: [],
          agencies: [],
          reports: [],
          resources: [],
        },
        { ...META, year: "1 April 2026 to 31 March 2027", countedOn: "26 November 2026" },
      ),
    ["Received", "18"],
  ],
];

function inOrder(text: string, words: readonly string[]): void {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    expect(at, `${word} in ${text.slice(from, from + 300)}`).toBeGreaterThanOrEqual(0);
    from = at + word.length;
  }
}

/** By PDF.js, MuPDF and Poppler: with the password, and by none of them without. */
async function expectProtected(bytes: Uint8Array, words: readonly string[]): Promise<void> {
  expect(await readByPdfJs(bytes)).toBeUndefined();
  expect(await readByPdfJs(bytes, WRONG)).toBeUndefined();
  const read = await readByPdfJs(bytes, PASSWORD);
  if (!read) throw new Error("PDF.js does not open it");
  inOrder(read.text, words);
  expect(read.title).not.toBe("");
  expect(read.lang).toBe("en-GB");
  expect(read.roles).toEqual(expect.arrayContaining(["Root", "Document", "H1"]));
  withFile(bytes, (path) => {
    const drawn = (...password: string[]) =>
      run("mutool", ["draw", "-F", "txt", ...password, "-o", "-", path]);
    inOrder(drawn("-p", PASSWORD).out.replaceAll(/\s+/g, " "), words.slice(0, 1));
    for (const refused of [drawn(), drawn("-p", WRONG)]) {
      expect(refused.error).toContain("password");
      expect(refused.out).not.toContain(words[0]);
    }
    expect(run("pdfinfo", ["-upw", PASSWORD, path]).out).toMatch(/Pages: +\d/);
    expect(run("pdfinfo", ["-upw", WRONG, path]).error).toContain("Incorrect password");
  });
}

describe("readers of other people", () => {
  it.each(KINDS)("[ASH-69] open %s with its password alone, and read it aloud", async (_, compose, words) => {
    await expectProtected((await fileOf(await compose(), PASSWORD)).bytes, words);
  });

  describe("minutes that were signed", () => {
    let bytes: Uint8Array;
    beforeAll(async () => {
      const { people } = await makePartnership([["chair"]]);
      const vault = people[1]?.vault;
      if (!vault) throw new Error("nobody is there to sign");
      ({ bytes } = await signedFile(vault, (await provenMinutes(vault)).printed));
    });

    it("[ASH-69] are opened and read aloud as any other", () =>
      expectProtected(bytes, ["Minutes", "Charlie Chair"]));
  });

  it("open a blank form without one, since it is about nobody", async () => {
    const { bytes } = await fileOf(makeBlankForm(ashfield, CREATED_AT_MS));
    const read = await readByPdfJs(bytes);
    inOrder(read?.text ?? "", ["Referral form", ashfield.name]);
    expect(read?.roles).toEqual(expect.arrayContaining(["Document", "H1"]));
  });
});
