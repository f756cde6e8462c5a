/** What is typed over into another system: [ASH-48] [ASH-88]. */
import { describe, expect, it } from "vitest";
import { emptyCaseFile } from "../../src/domain/case/caseFile.ts";
import { foldCase } from "../../src/domain/case/fold.ts";
import type { Transfer } from "../../src/forms/definition/transfer.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { transferRows } from "../../src/forms/transferRows.ts";
import { makeStamper } from "../domain/stamped.ts";
import { answersOf, ashfield, COMPLETE, today } from "./fixtures.ts";
import { caseRecords, SCOPE } from "./minutes/heldMeeting.ts";

const transfer = ashfield.transfers?.[0] as Transfer;
const stamp = makeStamper();
const file = foldCase(
  emptyCaseFile(SCOPE),
  caseRecords(ashfield).map((record) => stamp(record)),
);
const snapshot = makeSnapshot(
  ashfield,
  answersOf({ ...COMPLETE, "person.name": "Person Alder", "person.gender": "" }),
  [],
  { today },
);
const rows = transferRows(transfer, {
  definition: ashfield,
  file,
  snapshot,
  dayOf: (meeting) => (meeting === "m1" ? "2026-11-26" : ""),
});
const valueOf = (key: string) => rows.find((row) => row.key === key)?.value;

describe("[ASH-48] [ASH-88] what to enter on ECINS", () => {
  it("has the panel’s boxes in their order, those without an answer empty", () => {
    expect(rows.map(({ key }) => key)).toEqual(transfer.columns.map(({ key }) => key));
    expect(valueOf("gender")).toBe("");
  });

  it("takes answers from the referral as it was sent, and the rest from the case", () => {
    expect(valueOf("name")).toBe("Person Alder");
    expect(valueOf("reference")).toBe("TST-7K3M9");
    expect(valueOf("heardOn")).toBe("26 November 2026");
    expect(valueOf("decision")).toBe(ashfield.decisions[0]?.label);
    expect(valueOf("decisionReason")).toBe("It meets the criteria.");
    expect(valueOf("actions")).toContain("Fit an alarm, Fay Fire, Fire service");
  });

  it("is written in a log about the case", () => {
    expect(ashfield.records.find(({ key }) => key === transfer.record)?.about).toBe("case");
  });
});
