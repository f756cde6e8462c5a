/** An agenda in words, its forms as records, and who gets what of it. */
import { describe, expect, it } from "vitest";
import type { MeetingView } from "../../src/app/meetingTypes.ts";
import type { AttendeeId, ItemId, ScopeId } from "../../src/domain/ids.ts";
import { attendeesOf } from "../../src/domain/meeting/attendance.ts";
import { agendaOf, noticesOf, releasesOf } from "../../src/domain/meeting/agenda.ts";
import { emptyMeetingFile, foldMeeting } from "../../src/domain/meeting/meetingFile.ts";
import type { MeetingRecord } from "../../src/domain/records/record.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import {
  itemsWords,
  itemTitle,
  joinPresenters,
  kindForCase,
  kindsFor,
  spanWords,
  splitPresenters,
} from "../../src/ui/meeting/agendaWords.ts";
import { inviteErrors, inviteRecord, NOBODY, partyDraft } from "../../src/ui/meeting/inviteDraft.ts";
import { draftErrors, draftOf, readMinutes, recordOf } from "../../src/ui/meeting/itemDraft.ts";
import { agendaDue, othersOf, recipientsOf, sendingsOf } from "../../src/ui/meeting/sending.ts";
import { entryId, makeStamper, userId } from "../domain/stamped.ts";

const item = (number: number) => entryId(number) as string as ItemId;
const person = (number: number) => userId(number) as string as AttendeeId;
const definitionOf = async (id: string) => {
  const parsed = parseDefinition(await SHIPPED_PANELS.find((each) => each.id === id)?.load());
  if (!parsed.ok) throw new Error(id);
  return parsed.definition;
};

describe("an item of the agenda", () => {
  const found = { item: item(1), kind: "newCase", order: 0, supplementary: false };

  it("is called by reference where its case is not on this device, and business by its title", () => {
    const scope = "scope" as ScopeId;
    expect(itemTitle({ case: scope, reference: "ASH-1" }, new Map())).toBe("ASH-1");
    const held = { summary: { reference: "ASH-1", subject: "Person" } };
    expect(itemTitle({ case: scope }, new Map([[scope, held as never]]))).toBe("ASH-1: Person");
    expect(itemTitle({ title: "Winter beds" }, new Map())).toBe("Winter beds");
  });

  it.each(["ashfield", "hertfordshire", "hartlepool-stockton", "oxfordshire"])(
    "[ASH-86] [OXT-86] of a case that was heard before has the kind that %s has for it",
    async (id) => {
      const definition = await definitionOf(id);
      const kind = (heardOn: string[]) => kindForCase(definition, { heardOn, promises: [] });
      expect(kind([])).toBe("newCase");
      const again = definition.meeting.agendaKinds.find(({ key }) => key === kind(["2026-10-01"]));
      expect(again?.for).toBe("heardBefore");
      expect(kindsFor(definition, false).every((each) => each.for === "business")).toBe(true);
    },
  );

  it("[HER-37] can be a pre-MAP meeting too", async () => {
    const keys = kindsFor(await definitionOf("hertfordshire"), true).map(({ key }) => key);
    expect(keys).toContain("preMap");
  });

  it("[OXT-82] is presented by several, some of whom the referral names", () => {
    const draft = draftOf({ ...found, presenter: "Ada, Housing; Bo; Cy" }, ["Bo"]);
    expect(draft).toMatchObject({ ticked: ["Bo"], others: "Ada, Housing\nCy" });
    expect(recordOf(found, draft, false)).toMatchObject({ presenter: "Bo; Ada, Housing; Cy" });
    expect(splitPresenters(joinPresenters(["A; B", " ", "C"]))).toEqual(["A, B", "C"]);
  });

  it("[ASH-80] is brought forward, or heard late, only with who agreed", () => {
    const errors = (parts: object) =>
      draftErrors({ ...draftOf(found, []), ...parts }, "x", false).flatMap((each) => each?.fieldId ?? []);
    expect(errors({})).toEqual([]);
    expect(errors({ broughtForward: "Has to leave" })).toEqual(["x-agreed"]);
    expect(errors({ lateReason: "Cannot wait", agreedBy: "The chair" })).toEqual([]);
  });

  it("takes minutes as people type them", () => {
    expect(["", "20", " 20 ", "1440"].map(readMinutes)).toEqual([0, 20, 20, 1440]);
    expect(["half an hour", "-5", "1441", "2.5"].map(readMinutes)).toEqual(Array(4).fill(undefined));
    expect([0, 1, 60, 95].map(spanWords)).toEqual(["0 minutes", "1 minute", "1 hour", "1 hour 35 minutes"]);
  });
});

describe("somebody asked to come", () => {
  const ada = { user: userId(7), name: "Ada Okoro", agency: "Housing", position: "Lead", ofPanel: true };

  it("[OXT-29] is proposed from the referral, for that case alone, and found on Confer by name", () => {
    const party = {
      key: "k",
      label: "",
      part: "asked",
      name: "Okoro, Ada",
      agency: "",
      required: true,
    } as const;
    expect(partyDraft(party, item(1), [ada])).toMatchObject({
      user: ada.user,
      which: "some",
      items: [item(1)],
      seat: "k",
    });
  });

  it("is one and the same for two who ask them at once, and a new one where they are only a name", () => {
    expect(inviteRecord({ ...NOBODY, user: ada.user }, person(9), [ada])).toMatchObject({
      attendee: ada.user,
      user: ada.user,
      name: "Ada Okoro",
      items: [],
    });
    const only = inviteRecord({ ...NOBODY, name: " Iris " }, person(9), [ada]);
    expect(only).toMatchObject({ attendee: person(9), name: "Iris" });
    expect(only.user).toBeUndefined();
  });

  it("needs a name, and items where they come for some only", () => {
    const fields = (parts: object) =>
      inviteErrors({ ...NOBODY, ...parts }, "x").flatMap((each) => each?.fieldId ?? []);
    expect(fields({})).toEqual(["x-name"]);
    expect(fields({ user: ada.user, which: "some" })).toEqual(["x-items"]);
    expect(fields({ name: "Iris", permittedBy: "The chair" })).toEqual([]);
  });

  it("comes for numbered items, as the agenda stands now", () => {
    const agenda = [1, 2, 3].map((number) => ({ item: item(number) })) as unknown as MeetingView["agenda"];
    expect(itemsWords([], agenda)).toBe("The whole meeting");
    expect(itemsWords([item(2)], agenda)).toBe("Item 2 only");
    expect(itemsWords([item(3), item(1)], agenda)).toBe("Items 1 and 3 only");
    expect(itemsWords([item(9)], agenda)).toBe("Only items that were taken off the agenda");
  });
});

describe("who gets what", () => {
  const stamp = makeStamper();
  const records = [
    ...[1, 2].map((number) => ({ type: "agenda-item", item: item(number), kind: "newCase", order: number })),
    { type: "invited", attendee: person(2), user: userId(2), name: "Member" },
    { type: "invited", attendee: person(3), user: userId(3), name: "Guest", items: [item(2)] },
    { type: "invited", attendee: person(4), name: "Only a name" },
  ];
  const told = { type: "released", what: "notice", items: [], to: [userId(2)], notice: true };
  const sent = {
    type: "released",
    what: "papers",
    items: [item(1)],
    to: [userId(2)],
    others: ["Only a name"],
  };
  const viewOf = (...more: object[]): MeetingView => {
    const stamped = [...records, ...more].map((each) => stamp(each as MeetingRecord));
    const file = foldMeeting(emptyMeetingFile(), stamped);
    const view = { file, agenda: agendaOf(file), attendees: attendeesOf(file), cases: new Map() };
    return view as unknown as MeetingView;
  };
  const rows = (view: MeetingView) =>
    recipientsOf(view, new Set([userId(2), userId(3)])).map(({ attendee, onConfer, items, fresh }) => [
      attendee.name,
      onConfer,
      items.length,
      fresh.length,
    ]);

  it("is the whole agenda for members, their items for guests, nothing for whoever is only a name", () => {
    const view = viewOf();
    expect(rows(view)).toEqual([
      ["Member", true, 2, 2],
      ["Guest", true, 1, 1],
      ["Only a name", false, 2, 2],
    ]);
    expect(othersOf(recipientsOf(view, new Set([userId(2), userId(3)])))).toEqual(["Only a name"]);
  });

  it("is, after it went out, what is new since for each", () => {
    expect(rows(viewOf(told, sent)).map(([, , , fresh]) => fresh)).toEqual([1, 1, 1]);
  });

  it("[OXF-02] is not sent by being told of the meeting", () => {
    const { file, agenda } = viewOf(told);
    expect([noticesOf(file).length, releasesOf(file).length]).toEqual([1, 0]);
    expect(agenda.some(({ supplementary }) => supplementary)).toBe(false);
    expect(viewOf(told, sent).agenda.map(({ supplementary }) => supplementary)).toEqual([false, true]);
  });
});

describe("what goes out before a meeting", () => {
  const meeting = { key: "m", date: "2026-12-10", start: "10:00", cancelled: false };
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const panelOf = async (id: string) => {
    const definition = await definitionOf(id);
    const date = { ...meeting, definition: id };
    return {
      definition,
      meetings: [date],
      everyMeeting: [date],
      settings: {},
      namedDays: [],
      filed: [],
      reportExports: [],
      passwords: [],
    };
  };

  it("[ASH-07] [HER-03] is late once its last moment is past, and not before", async () => {
    for (const [id, last] of [
      ["ashfield", "2026-12-08"],
      ["hertfordshire", "2026-12-04"],
    ] as const) {
      const panel = await panelOf(id);
      const date = panel.everyMeeting[0] as (typeof panel.everyMeeting)[number];
      expect(agendaDue(panel, date, at(last))).toMatchObject({ due: { date: last }, late: false });
      expect(agendaDue(panel, date, at("2026-12-09"))).toMatchObject({ late: true });
    }
  });

  it("[OXF-02] [OXF-03] is a notice and an invitation apart from the papers, where the panel has them", async () => {
    const panel = await panelOf("oxfordshire");
    const view = {
      definition: panel.definition,
      meeting: panel.everyMeeting[0] as never,
      file: emptyMeetingFile(),
    };
    const rows = sendingsOf(view, panel, at("2026-11-20"));
    expect(rows.map(({ row, due }) => [row.key, row.goes, due?.date])).toEqual([
      ["notice", "notice", "2026-11-26"],
      ["invitation", "notice", "2026-11-26"],
      ["papers", "release", undefined],
    ]);
    expect(rows.some(({ late }) => late)).toBe(false);
    expect(sendingsOf(view, panel, at("2026-11-27")).map(({ late }) => late)).toEqual([true, true, false]);
  });
});
