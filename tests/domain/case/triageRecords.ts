/** Every record that those who decide write in a case, for the properties of the fold. */
import fc from "fast-check";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import type { CaseRecord } from "../../../src/domain/records/record.ts";

const text = fc.string({ maxLength: 5 });

export const triageRecords: readonly fc.Arbitrary<CaseRecord>[] = [
  fc.record({ type: fc.constant("returned" as const), gaps: fc.constant([{ text: "more" }]) }),
  fc.record({ type: fc.constant("accepted" as const), meeting: text }),
  fc.record({
    type: fc.constant("settled-outside" as const),
    reason: text,
    agreed: text,
    by: text,
    how: fc.constant("email" as const),
    on: fc.constant("2026-11-25" as CalendarDate),
  }),
  fc.record({
    type: fc.constant("checked" as const),
    point: fc.constantFrom("history", "__proto__"),
    finding: fc.constantFrom("yes", "no", "unsure", ""),
    note: text,
  }),
  fc.record({
    type: fc.constant("filed-elsewhere" as const),
    record: text,
    by: text,
    under: text,
    on: fc.constant("2026-11-25" as CalendarDate),
  }),
  fc.record({ type: fc.constant("declined" as const), reason: text }),
];
