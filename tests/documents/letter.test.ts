/** A letter about a case: what was written, whole and in order, under the panel's mark, and nothing readable without its password. */
import { expect, it } from "vitest";
import { type ListedTask, makeActionList } from "../../src/documents/actionList.ts";
import { makeLetterDocument } from "../../src/documents/letter.ts";
import { makeProtectedPdf } from "../../src/documents/protectedPdf.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, fonts, PASSWORD } from "./fixtures.ts";
import { readStructure } from "./structure.ts";
import { decrypted, leaks, run, textOf, withFile } from "./tools.ts";

const META = {
  reference: "TST-7K3M9",
  panelName: "Test Panel",
  handlingMark: "Official: sensitive",
  madeOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
};
const LETTER = {
  to: "Quillon Zander\nHousing options",
  subject: "What was decided about TST-7K3M9",
  body: "The panel heard this case on 3 December 2026.\n\nIt decided: suitable.",
  from: "The chair\nTest Panel",
};

it("[ASH-67] says what was written, to whom and from whom, and opens with its password alone", async () => {
  const outcome = await makeProtectedPdf(makeLetterDocument(LETTER, META), PASSWORD, fonts, (length) =>
    new Uint8Array(length).fill(7),
  );
  if (outcome.kind !== "made") throw new Error("Nothing was made");
  expect(leaks(outcome.bytes, ["Quillon", "Zander", "Test Panel"])).toEqual([]);
  withFile(outcome.bytes, (path) => {
    expect(run("qpdf", ["--password=not-the-password", "--check", path]).code).toBe(2);
    expect(run("qpdf", [`--password=${PASSWORD}`, "--show-encryption", path]).out).toContain("R = 6");
  });
  const open = decrypted(outcome.bytes, PASSWORD);
  const text = textOf(open);
  let from = 0;
  for (const part of [
    "Official: sensitive",
    LETTER.subject,
    "Quillon Zander",
    "26 November 2026",
    "The panel heard this case",
    "It decided: suitable.",
    "Yours sincerely",
    "The chair",
  ]) {
    const at = text.indexOf(part, from);
    expect(at, part).toBeGreaterThanOrEqual(from);
    from = at;
  }
  expect((await readStructure(open)).problems).toEqual([]);
});

it("gives an agency its own actions, by reference, most urgent first, and says when there is none", async () => {
  const meta = {
    agency: "Housing",
    handlingMark: "Official: sensitive",
    madeOn: "26 November 2026",
    createdAtMs: CREATED_AT_MS,
  };
  const task = {
    reference: "TST-7K3M9",
    what: "Change the lock",
    owner: "Pat",
    due: "3 December 2026",
    state: "To do",
  };
  const read = async (tasks: readonly ListedTask[]) => {
    const outcome = await fileOf(makeActionList(tasks, meta));
    expect((await readStructure(outcome.bytes)).problems).toEqual([]);
    return textOf(outcome.bytes);
  };
  expect(await read([task, { ...task, what: "Ring the school" }])).toMatch(
    /Actions of Housing .*Left to do 2 .*TST-7K3M9 Change the lock Pat 3 December 2026 To do TST-7K3M9 Ring the school/,
  );
  expect(await read([])).toContain("Nothing is left to do.");
});
