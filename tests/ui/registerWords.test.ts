/** The register of a meeting's documents, as its co-ordinator reads it. */
import { describe, expect, it } from "vitest";
import { emptyMeetingFile, foldMeeting } from "../../src/domain/meeting/meetingFile.ts";
import type { MeetingRecord } from "../../src/domain/records/record.ts";
import { REGISTER_COLUMNS, registerRows } from "../../src/ui/meeting/registerWords.ts";
import { makeStamper, userId } from "../domain/stamped.ts";

const ON = "2026-11-26";
const AT = Date.parse(`${ON}T10:42:00Z`);

describe("[ASH-95] the register of a meeting in words", () => {
  const stamp = makeStamper();
  const signed = (ms: number) =>
    stamp(
      {
        type: "minutes-signed",
        minutes: "{}",
        hash: "h",
        cases: [],
        name: "Chair",
        how: "typed",
        on: ON,
        meaning: "m",
      } as unknown as MeetingRecord,
      { ms, roles: ["chair"] },
    );
  const made = (parts: object, ms: number, who = 1) =>
    stamp({ type: "meeting-exported", ...parts } as MeetingRecord, { ms, who });
  const rows = (records: Parameters<typeof foldMeeting>[1]) =>
    registerRows({
      file: foldMeeting(emptyMeetingFile(), records),
      names: new Map([[userId(1), "Casey (Council)"]]),
    });

  it("says of each copy which it is, for whom, how it left, by whom and when, newest first", () => {
    const found = rows([
      made({ document: "pack", how: "print", copy: 2, copyMark: "K7Q2", reader: "Gil Guest, Housing" }, AT),
      made({ document: "minutes", how: "download", protectedBy: "November 2026" }, AT + 60_000, 2),
    ]);
    expect(found).toEqual([
      [
        "Minutes\nNo number",
        "Nobody named",
        "Protected PDF, downloaded, with the password for November 2026",
        "Somebody not yet known on this device\n26 November 2026, 10:43",
      ],
      [
        "Agenda and papers\nCopy 2-K7Q2",
        "Gil Guest, Housing",
        "On paper",
        "Casey (Council)\n26 November 2026, 10:42",
      ],
    ]);
    expect(found.every((row) => row.length === REGISTER_COLUMNS.length)).toBe(true);
  });

  it("says of minutes that were replaced since, so that old copies can be asked back", () => {
    const [first, second] = [signed(AT), signed(AT + 1_000)];
    const of = ({ id }: { readonly id: string }, ms: number) =>
      made({ document: "minutes", how: "share", minutes: id }, ms);
    const documents = (records: Parameters<typeof rows>[0]) => rows(records).map((row) => row[0]);
    expect(documents([first, of(first, AT + 10)])).toEqual(["Minutes\nNo number"]);
    expect(documents([first, second, of(first, AT + 10), of(second, AT + 2_000)])).toEqual([
      "Minutes\nNo number",
      "Minutes, superseded since\nNo number",
    ]);
  });

  it("is empty where nothing was made", () => {
    expect(rows([signed(AT)])).toEqual([]);
  });
});
