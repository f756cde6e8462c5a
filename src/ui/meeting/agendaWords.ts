/** An agenda in words: pure. */
import type { HeardCase, MeetingView, WaitingCase } from "../../app/meetingTypes.ts";
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import type { Party } from "../../domain/meeting/party.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { dateWords } from "../caseFile/when.ts";

type Kinds = Pick<PanelDefinition, "meeting">;

/** "ASH-4K2: Person Birch", "ASH-4K2" where the case is not on this device, or the title of other business. */
export function itemTitle(
  item: Pick<AgendaItem, "case" | "reference" | "title">,
  cases: ReadonlyMap<unknown, HeardCase>,
): string {
  if (item.case === undefined) return item.title?.trim() || "Item without a title";
  const held = cases.get(item.case)?.summary;
  const reference = held?.reference || item.reference || "Case";
  return held && held.subject.trim() !== "" ? `${reference}: ${held.subject}` : reference;
}

export const kindLabel = ({ meeting }: Kinds, kind: string): string =>
  meeting.agendaKinds.find(({ key }) => key === kind)?.label ?? "";

/** The kinds that an item can have: of business, or of a case. */
export const kindsFor = ({ meeting }: Kinds, aboutCase: boolean): Kinds["meeting"]["agendaKinds"] =>
  meeting.agendaKinds.filter((kind) => (kind.for === "business") === !aboutCase);

/** What a case goes on the agenda as, at first. [ASH-86] [OXT-86] */
export function kindForCase(
  definition: Kinds,
  { heardOn, promises }: Pick<WaitingCase, "heardOn" | "promises">,
) {
  const kinds = kindsFor(definition, true);
  const before = kinds.find((kind) => kind.for === "heardBefore");
  const heard = heardOn.length > 0 || promises.length > 0;
  return ((heard ? before : undefined) ?? kinds[0])?.key ?? "";
}

/** "1 hour 35 minutes". */
export function spanWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    hours > 0 ? `${hours} ${hours === 1 ? "hour" : "hours"}` : "",
    rest > 0 || hours === 0 ? `${rest} ${rest === 1 ? "minute" : "minutes"}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** "Ada Okoro, Housing". */
export const partyWords = ({ name, agency }: Pick<Party, "name" | "agency">): string =>
  [name, agency].filter((part) => part !== "").join(", ");

/** Several who present, as one line and back. */
const SEPARATOR = "; ";
export const joinPresenters = (names: readonly string[]): string =>
  [...new Set(names.map((name) => name.replaceAll(";", ",").trim()))]
    .filter((name) => name !== "")
    .join(SEPARATOR);
export const splitPresenters = (line: string): readonly string[] =>
  line
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** "Report due 3 December 2026, in person, from Ada Okoro". */
export function promiseWords({ record }: WaitingCase["promises"][number]): string {
  const when = record.by === "nextMeeting" ? "at the next meeting" : dateWords(record.on);
  const how = record.how === "inPerson" ? "in person" : "in writing";
  const who = record.who.trim() === "" ? "" : `, from ${record.who}`;
  return `Progress report due ${when}, ${how}${who}`;
}

/** "Items 1 and 3 only", "The whole meeting". Empty where the items are gone. */
export function itemsWords(items: readonly string[], agenda: MeetingView["agenda"]): string {
  if (items.length === 0) return "The whole meeting";
  const numbers = agenda.flatMap(({ item }, at) => (items.includes(item) ? [at + 1] : []));
  if (numbers.length === 0) return "Only items that were taken off the agenda";
  const last = numbers.at(-1);
  return numbers.length === 1
    ? `Item ${last} only`
    : `Items ${numbers.slice(0, -1).join(", ")} and ${last} only`;
}
