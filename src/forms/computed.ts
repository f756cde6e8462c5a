/** What a form works out by itself from a date, in words that say how. Never throws, whatever the answers. */
import {
  type CalendarDate,
  formatCalendarDate,
  monthsBetween,
  readDateParts,
} from "../domain/calendarDate.ts";
import { asDateParts, questionPath } from "./answers.ts";
import type { DateText } from "./answerText.ts";
import type { QuestionOf } from "./definition/question.ts";
import { isAsked, type Reader } from "./evaluate.ts";
import { questionIndex } from "./questionIndex.ts";

/** "On a plan since 3 March 2025, 20 months: over 18 months." Without a date to count from, says so. */
export function computedText(
  reader: Reader,
  question: QuestionOf<"computed">,
  date: DateText = formatCalendarDate,
): string {
  const from = startOf(reader, question.from);
  if (!from || from > reader.today) return question.unknown;
  const months = monthsBetween(from, reader.today);
  const amount = question.unit === "years" ? Math.floor(months / 12) : months;
  const band = question.bands.find(({ atLeast }) => amount >= (atLeast ?? 0));
  if (!band) return question.unknown;
  const words = `${amount} ${question.unit === "years" ? "year" : "month"}${amount === 1 ? "" : "s"}`;
  return band.text.replaceAll("{date}", date(from)).replaceAll("{amount}", words);
}

/** The date counted from; a question that is hidden counts as unanswered. */
function startOf(reader: Reader, ref: string): CalendarDate | undefined {
  const located = questionIndex(reader.definition).get(ref);
  if (!located || !isAsked(reader, located)) return undefined;
  const parts = asDateParts(reader.answers.get(questionPath(located.section.key, located.question.key)));
  const read = parts && readDateParts(parts);
  return read?.kind === "date" ? read.date : undefined;
}
