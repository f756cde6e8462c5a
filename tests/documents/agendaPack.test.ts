/** The agenda and its papers as one document: for one reader, in order, and other cases by reference alone. */
import { expect, it } from "vitest";
import { type AgendaPackInput, makeAgendaPack } from "../../src/documents/agendaPack.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, meta, snapshot } from "./fixtures.ts";
import { wholePdf } from "./pdfFiles.ts";
import { all, readStructure } from "./structure.ts";
import { textOf } from "./tools.ts";

const pack = async (papers: number): Promise<AgendaPackInput> => ({
  panelName: "Testshire panel",
  handlingMark: "Official: sensitive",
  date: "3 December 2026",
  start: "10:00",
  copy: { number: 3, mark: "K7Q2", reader: "Gil Guest, Housing" },
  madeOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
  agenda: [
    { title: "Item 1: TST-2026-1", kind: "New case", minutes: "20 minutes", inPack: "below" },
    { title: "Item 2: TST-2026-2", kind: "New case", minutes: "", inPack: "left-out" },
    { title: "Item 3: Winter shelter", kind: "Business", minutes: "5 minutes", inPack: "business" },
  ],
  cases: [
    {
      title: "Item 1: TST-2026-1",
      referral: { snapshot, meta },
      papers: [
        {
          title: "Chronology",
          file: { name: "c.pdf", mediaType: "application/pdf", bytes: await wholePdf(papers) },
        },
        { title: "Letter", file: null },
      ],
    },
  ],
});

const open = (input: AgendaPackInput) => fileOf(makeAgendaPack(input));

it("[ASH-07] has the agenda, then each case as it was referred, then its papers, and says whose copy it is", async () => {
  const made = await open(await pack(2));
  const text = textOf(made.bytes);
  const inOrder = [
    "Agenda and papers",
    "Copy Number 3-K7Q2, for Gil Guest, Housing",
    "Item 2: TST-2026-2",
    "Not in this copy",
    snapshot.sections[0]?.title ?? "",
    "Chronology",
    "Page 2, line 29",
    "Letter",
    "was not on the device",
  ];
  let from = 0;
  for (const part of inOrder) {
    const at = text.indexOf(part, from);
    expect(at, `“${part}” after position ${from}`).toBeGreaterThanOrEqual(from);
    from = at;
  }
  const { problems, tree } = await readStructure(made.bytes);
  expect(problems).toEqual([]);
  expect(all(tree, "H1")).toHaveLength(1);
  expect(all(tree, "H2")).toHaveLength(2);
  expect(made.unshown).toEqual([{ title: "Letter", why: "not-here", attached: false }]);
});

it("[ASH-95] has the number of the copy and its reader on every page, and neither where it names nobody", async () => {
  const input = await pack(2);
  const made = await open(input);
  expect(made.pages).toBeGreaterThan(3);
  const foot = /copy 3-K7Q2 for Gil Guest, Housing/g;
  expect(textOf(made.bytes).match(foot)).toHaveLength(made.pages);
  expect(textOf((await open({ ...input, copy: undefined })).bytes)).not.toMatch(
    /Copy Number|· copy|Gil Guest/,
  );
});

it("numbers five hundred pages through, however they came", async () => {
  const made = await open(await pack(500));
  expect(made.pages).toBeGreaterThan(503);
  expect(textOf(made.bytes, "-f", String(made.pages))).toContain(`Page ${made.pages} of ${made.pages}`);
});
