/** Everything that a case holds is in the copy for the person: of every panel, from a case that was heard. [ASH-100] */
import { describe, expect, it } from "vitest";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import type { CaseRecord } from "../../../src/domain/records/record.ts";
import { PanelDefinition } from "../../../src/forms/definition.ts";
import { heldParts } from "../../../src/forms/disclosure/held.ts";
import { composeCase } from "../../../src/forms/minutes/caseMinutes.ts";
import { minutesText } from "../../../src/forms/minutes/shape.ts";
import { SHIPPED_PANELS } from "../../../src/forms/panels/shipped.ts";
import type { ReferralSnapshot } from "../../../src/forms/snapshot.ts";
import { makeStamper } from "../../domain/stamped.ts";
import { caseRecords, heldMeeting, MEETING, noteOn, SCOPE } from "../minutes/heldMeeting.ts";

const snapshot: ReferralSnapshot = {
  definitionId: "d",
  definitionVersion: "2026.1",
  panelName: "Panel",
  handlingMark: "Confidential",
  sections: [
    {
      key: "person",
      title: "The person",
      items: [
        { kind: "answer", key: "name", label: "Full name", answer: "Person Alder" },
        { kind: "answer", key: "blank", label: "Left empty", answer: null },
        { kind: "list", key: "ticks", label: "Ticked", answers: ["One thing", "Another"] },
        { kind: "table", key: "rows", label: "Rows", columns: ["Who", "What"], rows: [["Nell", "Sister"]] },
        { kind: "note", key: "note", label: "Mind", text: "A rule was applied" },
      ],
    },
  ],
};

describe.each(SHIPPED_PANELS)("what the $name holds", async ({ load }) => {
  const definition = PanelDefinition.parse(await load()) as PanelDefinition;
  const log = definition.records.find(({ about, fields }) => about === "case" && fields.length > 0);
  const stamp = makeStamper();
  const fold = (...more: CaseRecord[]) =>
    foldCase(
      emptyCaseFile(SCOPE),
      [...caseRecords(definition), ...more].map((record) => stamp(record)),
    );
  const parts = (...more: CaseRecord[]) =>
    heldParts({ definition, file: fold(...more), snapshot, nameOf: () => "Somebody" });
  const filed: CaseRecord = {
    type: "filed-record",
    kind: log?.key ?? "",
    values: [{ field: log?.fields[0]?.key ?? "", value: "Said in a log" }],
    on: "2026-11-26" as CalendarDate,
  };

  it("is in the copy: answers, notes, research, decisions, actions, logs", () => {
    const text = JSON.stringify(
      parts(filed, { type: "declined", reason: "Told elsewhere" }).flatMap(({ texts }) => texts),
    );
    for (const said of [
      "Person Alder",
      "One thing",
      "Who: Nell",
      "A rule was applied",
      noteOn(definition.meeting.perCase[0]?.key ?? ""),
      "A kitchen fire in May.",
      "The hall is blocked.",
      "It meets the criteria.",
      "Fit an alarm",
      "Said in a log",
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain("Left empty");
  });

  it("has every text under an id of its own, the same each time it is read", () => {
    const ids = (of: ReturnType<typeof parts>) => of.flatMap(({ texts }) => texts.map(({ id }) => id));
    const file = fold(filed);
    const read = () => ids(heldParts({ definition, file, snapshot, nameOf: () => "Somebody" }));
    expect(new Set(read()).size).toBe(read().length);
    expect(read()).toEqual(read());
  });

  it("is told by the minutes once there are some, and by notes until then", () => {
    const source = heldMeeting(definition);
    const [minutes] = source.agenda.flatMap((item) => composeCase(source, item) ?? []);
    if (!minutes) throw new Error("no minutes");
    const kept = parts({
      type: "case-minutes",
      meeting: MEETING.key,
      minutes: minutesText(minutes),
      hash: "h",
    });
    expect(kept.map(({ title }) => title).join()).toContain("Minutes of the meeting on 26 November 2026");
    expect(kept.some(({ key }) => key === "notes")).toBe(false);
    expect(parts().some(({ key }) => key === "notes")).toBe(true);
    const broken = parts({ type: "case-minutes", meeting: "m2", minutes: "{", hash: "h" });
    expect(JSON.stringify(broken)).toContain("They cannot be read by this version of Confer.");
  });
});
