/** A line of one of the panel's logs as it is typed, what is wrong with it, and the record it becomes. */
import {
  type CalendarDate,
  dateNumbers,
  parseCalendarDate,
  readDateParts,
} from "../../domain/calendarDate.ts";
import type { EntryId } from "../../domain/ids.ts";
import { MAX_NAME, MAX_PROSE } from "../../domain/lengths.ts";
import { valueIn } from "../../domain/logLines.ts";
import type { LogLine } from "../../domain/records/logLine.ts";
import type { PanelLog } from "../../forms/definition/handling.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { anyDateError, pastDateError } from "../screens/parts/dateError.ts";
import { tooMuch } from "../screens/parts/fieldErrors.ts";

type Box = { text: string; date: { day: string; month: string; year: string } };
/** By the key of the field. */
export type LogDraft = Record<string, Box>;

const NO_DATE = { day: "", month: "", year: "" };

export const blankLine = ({ fields }: PanelLog): LogDraft =>
  Object.fromEntries(fields.map(({ key }) => [key, { text: "", date: { ...NO_DATE } }]));

/** A line that is there, to be put right. */
export const draftOf = ({ fields }: PanelLog, line: LogLine): LogDraft =>
  Object.fromEntries(
    fields.map(({ key, type }) => {
      const value = valueIn(line, key);
      return [
        key,
        type === "date" ? { text: "", date: partsOf(value) } : { text: value, date: { ...NO_DATE } },
      ];
    }),
  );

function partsOf(value: string): Box["date"] {
  const date = parseCalendarDate(value);
  if (!date) return { ...NO_DATE };
  const { day, month, year } = dateNumbers(date);
  return { day: String(day), month: String(month), year: String(year) };
}

/** Of a box on the screen; a line that is put right has boxes of its own beside those of a new one. */
export const boxId = (log: PanelLog, key: string, corrects?: EntryId): string =>
  ["log", log.key, key, ...(corrects === undefined ? [] : [corrects])].join("-");

const isEmpty = ({ text, date }: Box): boolean => text.trim() === "" && readDateParts(date).kind === "empty";

/** Something has to be written; a date has to be one. Which boxes of a line matter, its writer knows. */
export function lineErrors(
  log: PanelLog,
  draft: LogDraft,
  today: CalendarDate,
  corrects?: EntryId,
): readonly (FieldError | undefined)[] {
  const [first] = log.fields;
  const boxes = log.fields.map((field) => ({ field, box: draft[field.key] as Box }));
  if (first && boxes.every(({ box }) => isEmpty(box)))
    return [{ fieldId: boxId(log, first.key, corrects), text: "Fill in at least one box" }];
  return boxes.map(({ field, box }) => {
    const id = boxId(log, field.key, corrects);
    if (field.type === "date") {
      if (readDateParts(box.date).kind === "empty") return undefined;
      return field.ahead === true
        ? anyDateError(id, box.date)
        : pastDateError(id, box.date, "the date", today);
    }
    const most = field.type === "longText" ? MAX_PROSE : MAX_NAME;
    return tooMuch(id, box.text, most, `‘${field.label}’`);
  });
}

/** The boxes that were filled in, dates as ISO days. */
export function lineRecord(log: PanelLog, draft: LogDraft, on: CalendarDate, corrects?: EntryId): LogLine {
  const values = log.fields.flatMap((field) => {
    const box = draft[field.key] as Box;
    const read = readDateParts(box.date);
    const value = field.type === "date" ? (read.kind === "date" ? read.date : "") : box.text.trim();
    return value === "" ? [] : [{ field: field.key, value }];
  });
  return { kind: log.key, values, on, ...(corrects === undefined ? {} : { corrects }) };
}
