/**
 * All the words that a mail or a push may hold. None of them tells of a person, a case or an agency: the server
 * knows none.
 */
import type { Counts } from "../store/noticesPort.ts";

const actions = (count: number): string => (count === 1 ? "1 action" : `${count} actions`);

/** "1 action overdue", "2 actions due this week": what there is, the most urgent first. */
const partsOf = ({ overdue, due, later, chase }: Counts): readonly string[] => [
  ...(overdue > 0 ? [`${actions(overdue)} overdue`] : []),
  ...(due > 0 ? [`${actions(due)} due this week`] : []),
  ...(later > 0 ? [`${actions(later)} due later`] : []),
  ...(chase > 0 ? [`${actions(chase)} to follow up`] : []),
];

export const subjectOf = (counts: Counts): string => `Confer: ${partsOf(counts).join(", ")}`;

/** "You have 1 action overdue and 2 actions due this week." */
export function sentenceOf(counts: Counts): string {
  const parts = partsOf(counts);
  const last = parts.at(-1) ?? "nothing to do";
  const before = parts.slice(0, -1).join(", ");
  return `You have ${before === "" ? last : `${before} and ${last}`}.`;
}

export const TRY_SUBJECT = "Confer: this is a test";
export const TRY_SENTENCE = "This is a test. Reminders from Confer reach you here.";
const SEE = "See what to do in Confer";
const STOP =
  "Confer sends this because you asked to be reminded by email. To stop, or to choose another time, open Confer and choose Reminders.";
const CODE_SUBJECT = "Confer: your code";
const CODE_STEPS = "Enter it in Confer within an hour to be reminded at this address.";
const CODE_STOP =
  "If you did not ask for it, you need do nothing: without the code nothing more is sent to you.";

export type MailText = { readonly subject: string; readonly text: string; readonly html: string };

/** Two sentences of ours and a link: nothing in them needs to be escaped. */
const page = (title: string, paragraphs: readonly string[]): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${title}</title></head>
<body style="font: 1rem/1.5 sans-serif">
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</body>
</html>
`;

/** `origin`: as people type it. */
export function digestMail(counts: Counts, origin: string): MailText {
  return noticeMail(subjectOf(counts), sentenceOf(counts), origin);
}

export const tryMail = (origin: string): MailText => noticeMail(TRY_SUBJECT, TRY_SENTENCE, origin);

function noticeMail(subject: string, sentence: string, origin: string): MailText {
  const link = `${origin}/`;
  return {
    subject,
    text: `${sentence}\n\n${SEE}:\n${link}\n\n${STOP}\n`,
    html: page(subject, [sentence, `<a href="${link}">${SEE}</a>`, STOP]),
  };
}

export const codeMail = (code: string): MailText => ({
  subject: CODE_SUBJECT,
  text: `Your code is ${code}\n\n${CODE_STEPS}\n\n${CODE_STOP}\n`,
  html: page(CODE_SUBJECT, [`Your code is <strong>${code}</strong>`, CODE_STEPS, CODE_STOP]),
});
