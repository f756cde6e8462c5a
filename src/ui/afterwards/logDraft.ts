/** A line of one of the panel's logs as it is typed, what is wrong with it, and the record it becomes. */
import type { CaseNote } from "../../app/meetingTypes.ts";
import { type CalendarDate, readDateParts } from "../../domain/calendarDate.ts";
import { MAX_NAME, MAX_PROSE } from "../../domain/lengths.ts";
import type { PanelLog } from "../../forms/definition/handling.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { pastDateError } from "../screens/parts/dateError.ts";
import { tooMuch } from "../screens/parts/fieldErrors.ts";

type Box = { text: string; date: { day: string; month: string; year: string } };
/** By the key of the field. */
export type LogDraft = Record<string, Box>;

export const blankLine = ({ fields }: PanelLog): LogDraft =>
  Object.fromEntries(fields.map(({ key }) => [key, { text: "", date: { day: "", month: "", year: "" } }]));

export const boxId = (log: PanelLog, key: string): string => `log-${log.key}-${key}`;

const isEmpty = ({ text, date }: Box): boolean => text.trim() === "" && readDateParts(date).kind === "empty";

/** Something has to be written; a date has to be one. Which boxes of a line matter, its writer knows. */
export function lineErrors(
  log: PanelLog,
  draft: LogDraft,
  today: CalendarDate,
): readonly (FieldError | undefined)[] {
  const [first] = log.fields;
  const boxes = log.fields.map((field) => ({ field, box: draft[field.key] as Box }));
  if (first && boxes.every(({ box }) => isEmpty(box)))
    return [{ fieldId: boxId(log, first.key), text: "Fill in at least one box" }];
  return boxes.map(({ field, box }) => {
    const id = boxId(log, field.key);
    if (field.type === "date") {
      return readDateParts(box.date).kind === "empty"
        ? undefined
        : pastDateError(id, box.date, "the date", today);
    }
    const most = field.type === "longText" ? MAX_PROSE : MAX_NAME;
    return tooMuch(id, box.text, most, `‘${field.label}’`);
  });
}

/** The boxes that were filled in, dates as ISO days. */
export function lineRecord(log: PanelLog, draft: LogDraft, on: CalendarDate): CaseNote {
  const values = log.fields.flatMap((field) => {
    const box = draft[field.key] as Box;
    const read = readDateParts(box.date);
    const value = field.type === "date" ? (read.kind === "date" ? read.date : "") : box.text.trim();
    return value === "" ? [] : [{ field: field.key, value }];
  });
  return { type: "filed-record", kind: log.key, values, on };
}
