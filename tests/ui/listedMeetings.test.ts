/** Which meetings the home page names, and to whom it shows the way in. */
import { describe, expect, it } from "vitest";
import type { MeetingSummary } from "../../src/app/meetingTypes.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { listMeetings, mayOpen } from "../../src/ui/meeting/listedMeetings.ts";

const TODAY = "2026-11-26" as CalendarDate;

const on = (date: string, said: Partial<MeetingSummary> = {}): MeetingSummary => ({
  meeting: { key: date, definition: "ashfield", date, start: "10:00", cancelled: false },
  definitionId: "ashfield",
  panelName: "Ashfield",
  begun: false,
  items: 0,
  released: false,
  invited: false,
  apologies: false,
  notesOwed: 0,
  signed: false,
  ...said,
});
const dates = (meetings: readonly MeetingSummary[]) => meetings.map(({ meeting }) => meeting.date);

describe("the meetings on the home page", () => {
  it("[ASH-87] [HAR-66] [OXT-88] keep one that was held, for its minutes are signed and read after the day", () => {
    const { next, held } = listMeetings(
      [
        on("2026-11-12", { begun: true }),
        on("2026-11-25", { begun: true }),
        on("2026-11-26", { begun: true }),
      ],
      TODAY,
    );
    expect(dates(held)).toEqual(["2026-11-25", "2026-11-12"]);
    expect(dates(next)).toEqual(["2026-11-26"]);
  });

  it("leave out one that went by and that this device may not read", () => {
    expect(listMeetings([on("2026-11-25")], TODAY).held).toEqual([]);
  });

  it("name every one that somebody has a part in, however many panels meet before it", () => {
    const others = ["01", "02", "03", "04", "07"].map((day) => on(`2026-12-${day}`));
    const { next } = listMeetings([...others, on("2026-12-17", { invited: true })], TODAY);
    expect(dates(next)).toEqual(["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-17"]);
  });

  it("[OXT-88] open for whoever was only sent the minutes, and for nobody without a part", () => {
    expect(mayOpen(on("2026-11-25", { begun: true }), false)).toBe(true);
    expect(mayOpen(on("2026-12-17"), false)).toBe(false);
    expect(mayOpen(on("2026-12-17"), true)).toBe(true);
  });
});
