/** What a letter about a decision says at first, in the words of the record: to be read and changed before it goes. Pure. */
import type { CaseView } from "../../app/api.ts";
import type { StatusRecord } from "../../domain/case/caseFile.ts";
import { decisionsOf } from "../../domain/case/discussion.ts";
import type { MeetingDate } from "../../domain/panelBook.ts";
import { dateWords } from "../caseFile/when.ts";

type Decided = Pick<CaseView, "file" | "standing" | "definition" | "summary">;

/** "" while nothing is decided. `meetings`: of the panel, to say when it was heard. */
export function decisionText(view: Decided, meetings: readonly MeetingDate[]): string {
  const heard = view.standing.status === "accepted" ? heardText(view, meetings) : "";
  return heard === "" ? statusText(view) : heard;
}

function heardText({ file, definition }: Decided, meetings: readonly MeetingDate[]): string {
  const last = decisionsOf(file).at(-1)?.record;
  if (!last) return "";
  const date = meetings.find(({ key }) => key === last.meeting)?.date;
  const when = date === undefined ? "" : ` on ${dateWords(date)}`;
  const label = definition?.decisions.find(({ key }) => key === last.decision)?.label ?? last.decision;
  return paragraphs([
    `The panel heard this case${when}.`,
    `It decided: ${label}.`,
    reason("The reason given", last.reason),
  ]);
}

function statusText({ standing, definition, summary }: Decided): string {
  const record = standing.last?.record;
  switch (record?.type) {
    case "accepted": {
      const { meeting } = summary;
      const when = meeting ? ` It is on the agenda of ${dateWords(meeting.date)} at ${meeting.start}.` : "";
      return paragraphs([`The panel will hear the case that you referred.${when}`, record.note]);
    }
    case "returned":
      return paragraphs([
        "The panel asks for more information before it can hear the case that you referred. The referral keeps its reference and its place.",
        ...gapsText(record, definition),
        record.note,
      ]);
    case "declined":
      return paragraphs([
        "The panel will not hear the case that you referred.",
        reason("The reason given", record.reason),
        "You and your service stay responsible for it. Talk to the co-ordinator if things change.",
      ]);
    case "settled-outside":
      return paragraphs([
        "This was settled without waiting for the panel.",
        reason("Why it could not wait", record.reason),
        reason(`What was agreed on ${dateWords(record.on)}`, record.agreed),
      ]);
    default:
      return "";
  }
}

const gapsText = (
  { gaps }: Extract<StatusRecord, { type: "returned" }>,
  definition: Decided["definition"],
): string[] =>
  gaps.map(({ sectionKey, text }) => {
    const title = definition?.sections.find(({ key }) => key === sectionKey)?.title;
    return title === undefined ? text : `${title}: ${text}`;
  });

const reason = (what: string, words: string | undefined): string =>
  words === undefined || words.trim() === "" ? "" : `${what}: ${words.trim()}`;

const paragraphs = (all: readonly (string | undefined)[]): string =>
  all
    .map((each) => each?.trim() ?? "")
    .filter((each) => each !== "")
    .join("\n\n");
