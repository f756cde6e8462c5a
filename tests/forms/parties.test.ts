/** Whom referrals name for their hearing, by each panel's own definition. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { type AnswerValue, cellPath, type FieldPath, questionPath } from "../../src/forms/answers.ts";
import { asksEarlierIn, partiesOf } from "../../src/forms/parties.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import type { PanelDefinition } from "../../src/forms/definition.ts";

const TODAY = "2026-11-26" as CalendarDate;

async function panel(id: string): Promise<PanelDefinition> {
  const parsed = parseDefinition(await SHIPPED_PANELS.find((each) => each.id === id)?.load());
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return parsed.definition;
}

const found = (definition: PanelDefinition, answers: readonly (readonly [FieldPath, AnswerValue])[]) =>
  partiesOf(definition, new Map(answers), TODAY).map(({ key, name, agency }) => [key, name, agency]);

describe("whom a referral names", () => {
  it("[OXT-29] [OXT-82] [OXT-83] [OXT-67] special attendees, those who present too, the team manager", async () => {
    const oxfordshire = await panel("oxfordshire");
    const answers = [
      [cellPath("referrer", "invitees", "a", "name"), "Dr Iris Invented"],
      [cellPath("referrer", "invitees", "a", "agency"), "Made-up hospital"],
      [cellPath("referrer", "presenters", "b", "name"), "Pat Presenter"],
      [questionPath("referrer", "teamManager"), "Toni Manager"],
      [questionPath("referrer", "keySocialWorker"), "Sam Worker"],
    ] as const;
    expect(found(oxfordshire, answers)).toEqual([
      ["referringAgency", "", ""],
      ["keySocialWorker", "Sam Worker", ""],
      ["presenters", "Pat Presenter", ""],
      ["teamManager", "Toni Manager", ""],
      ["invitees", "Dr Iris Invented", "Made-up hospital"],
    ]);
  });

  it("[OXT-83] somebody who has to be there is missed where the referral names nobody", async () => {
    const parties = partiesOf(await panel("oxfordshire"), new Map(), TODAY);
    expect(parties.filter(({ required }) => required).map(({ key, name }) => [key, name])).toEqual([
      ["referringAgency", ""],
      ["teamManager", ""],
    ]);
  });

  it("[HAR-13] [HAR-47] takes only the rows that say so, each for its part", async () => {
    const rows = ["brings", "invited", "told"].flatMap(
      (comes) =>
        [
          [cellPath("involved", "agencies", comes, "agency"), `Agency that ${comes}`],
          [cellPath("involved", "agencies", comes, "comes"), comes],
        ] as const,
    );
    const keys = found(await panel("hartlepool-stockton"), rows).filter(([key]) => key !== "referringAgency");
    expect(keys).toEqual([
      ["brings", "", "Agency that brings"],
      ["invited", "", "Agency that invited"],
    ]);
  });

  it("[ASH-52] a question that is not asked names nobody", async () => {
    const ashfield = await panel("ashfield");
    const name = [questionPath("referrer", "presenterName"), "Stan Dinn"] as const;
    const someoneElse = [questionPath("referrer", "presenter"), "someoneElse"] as const;
    expect(found(ashfield, [name])).toEqual([]);
    expect(found(ashfield, [name, someoneElse])).toEqual([["presenter", "Stan Dinn", ""]]);
  });

  it("[ASH-80] why a referrer asks to be heard early is read only where they ask", async () => {
    const ashfield = await panel("ashfield");
    const why = [questionPath("referrer", "earlierSlotWhy"), "By 11, for a court"] as const;
    const asks = [questionPath("referrer", "earlierSlot"), "yes"] as const;
    expect(asksEarlierIn(ashfield, new Map([why]), TODAY)).toBe("");
    expect(asksEarlierIn(ashfield, new Map([why, asks]), TODAY)).toBe("By 11, for a court");
  });

  it.each(SHIPPED_PANELS)(
    "the $name says whom to look for, and what goes out with the agenda",
    async ({ id }) => {
      const { meeting, circulation, deadlines } = await panel(id);
      expect(meeting.named?.some(({ part }) => part === "presents")).toBe(true);
      expect(circulation.some(({ goes }) => goes === "release")).toBe(true);
      expect(meeting.agendaKinds.some((kind) => kind.for === "business")).toBe(true);
      expect(meeting.agendaKinds.some((kind) => kind.for === "heardBefore")).toBe(true);
      const due = circulation.flatMap((row) => row.due ?? []);
      expect(due.filter((key) => !deadlines.some((each) => each.key === key))).toEqual([]);
    },
  );
});
