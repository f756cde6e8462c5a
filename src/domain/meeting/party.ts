/**
 * Whom the hearing of a case concerns, as its referral names them, and which of them nobody who is asked to come
 * stands for. Names and agencies are typed by people: a likeness of words is all there is to go by, and a screen
 * says so and blocks nothing.
 */
import type { ItemId } from "../ids.ts";
import type { Attendee } from "./attendance.ts";

export type Party = {
  /** Of the definition's `named`. */
  readonly key: string;
  readonly label: string;
  readonly part: "presents" | "asked" | "involved";
  /** "" where the referral gives none. */
  readonly name: string;
  readonly agency: string;
  /** Somebody has to be there for it; there may be nobody named. */
  readonly required: boolean;
};

type Asked = Pick<Attendee, "name" | "agency" | "seat" | "items" | "apologies">;

/** Those of one case for whom nobody is asked who comes, or sends cover. [ASH-10] [HAR-16] [HER-41] [OXT-83] */
export const unrepresented = (
  parties: readonly Party[],
  attendees: readonly Asked[],
  item: ItemId,
): readonly Party[] =>
  parties.filter((party) => !attendees.some((each) => comesFor(each, item) && standsFor(each, party)));

const comesFor = ({ items, apologies }: Asked, item: ItemId): boolean =>
  (items.length === 0 || items.includes(item)) && (!apologies || apologies.record.cover !== undefined);

/** By the seat they were given, by agency, or by name. */
export function standsFor(
  { seat, name, agency = "" }: Pick<Asked, "seat" | "name" | "agency">,
  party: Pick<Party, "key" | "name" | "agency">,
): boolean {
  return seat === party.key || sameWords(agency, party.agency) || sameWords(name, party.name);
}

/** Little words that tell no agency from another. */
const SMALL = new Set(["the", "of", "and", "for", "in", "service", "services", "team"]);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize("NFKC")
      .toLocaleLowerCase("en-GB")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "" && !SMALL.has(word)),
  );

/** "Housing" and "The housing service"; "Ada Okoro" and "Ada Okoro, Housing". One has every word of the other. */
export function sameWords(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (one.size === 0 || two.size === 0) return false;
  return one.isSubsetOf(two) || two.isSubsetOf(one);
}
