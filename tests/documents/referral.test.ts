import { describe, expect, it } from "vitest";
import type { Block } from "../../src/documents/model.ts";
import { makeReferralDocument } from "../../src/documents/referral.ts";
import { meta, snapshot } from "./fixtures.ts";

const { blocks, frame } = makeReferralDocument(snapshot, meta);

function answerBody(label: string): Block[] {
  const answers = blocks.flatMap((block) => (block.kind === "answers" ? block.answers : []));
  return answers.find((answer) => answer.label === label)?.body ?? [];
}

describe("a referral as a document", () => {
  it("begins with its reference and a summary", () => {
    expect(blocks[0]).toEqual({ kind: "heading", level: 1, text: "Referral ACC-2026-014" });
    expect(blocks[1]).toMatchObject({
      kind: "facts",
      facts: [
        { label: "Panel", value: "Ashfield Complex Case Panel" },
        { label: "Reference", value: "ACC-2026-014" },
        { label: "State", value: "Submitted" },
        { label: "Submitted", value: "26 November 2026" },
        { label: "Referring service", value: "Wrenfield community nursing" },
      ],
    });
  });

  it("has every section and question in the order they were asked", () => {
    const headings = blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(headings).toEqual(snapshot.sections.map((section) => section.title));
    const labels = JSON.stringify(blocks);
    let from = 0;
    for (const item of snapshot.sections.flatMap((section) => section.items)) {
      const at = labels.indexOf(JSON.stringify(item.label).slice(1, -1), from);
      expect(at, item.label).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  it("says where there is no answer", () => {
    expect(answerBody("Is there a telephone number that is safe to call?")).toEqual([
      { kind: "paragraph", text: "Not provided", tone: "quiet" },
    ]);
    expect(answerBody("Are there animals in the home?")).toMatchObject([{ text: "None" }]);
  });

  it("prints the rows of a table too wide for the page one under another", () => {
    expect(blocks.filter((block) => block.kind === "table").map((table) => table.caption)).toEqual([
      "Current risks",
    ]);
    expect(answerBody("Agencies involved: 2 of 2")).toMatchObject([
      {
        kind: "facts",
        tone: "record",
        facts: [
          { label: "Agency", value: "Police" },
          {},
          {},
          {},
          {},
          {},
          { label: "Notes", value: "Not provided" },
        ],
      },
    ]);
  });

  it("prints rows one under another where a column would break a word, such as an address to write to", () => {
    const table = (cell: string) =>
      makeReferralDocument(
        {
          ...snapshot,
          sections: [
            {
              key: "a",
              title: "A",
              items: [
                {
                  kind: "table",
                  key: "a.b",
                  label: "Agencies",
                  columns: ["Name", "Job", "Email", "What they do"],
                  rows: [["Sam", "Nurse", cell, "Visits"]],
                },
              ],
            },
          ],
        },
        meta,
      ).blocks.find(({ kind }) => kind === "table" || kind === "answers")?.kind;
    expect(table("sam@example.org")).toBe("table");
    expect(table("sam.sample-example@services.example.org")).toBe("answers");
  });

  it("names no person in its title or footer", () => {
    expect(frame.title).toBe("Referral ACC-2026-014, Ashfield Complex Case Panel");
    expect(frame.footer).not.toContain("Gŵynedd");
  });

  it("says that a draft is one", () => {
    const draft = makeReferralDocument(snapshot, {
      reference: null,
      state: "Draft",
      submittedOn: null,
      createdAtMs: 0,
    });
    expect(draft.blocks[0]).toMatchObject({ text: "Referral (draft)" });
    expect(JSON.stringify(draft.blocks[1])).toContain("Not submitted");
  });
});
