/** The people of the partnership whom an author can ask. */
import type { Person } from "../../app/api.ts";
import type { UserId } from "../../domain/ids.ts";
import { personName } from "../words/people.ts";

/** More than these are found by typing. */
export const MOST_SHOWN = 8;

type Colleague = { readonly user: UserId; readonly name: string; readonly about: string };

/** By name. Only confirmed people can be let in. */
export const colleaguesOf = (people: readonly Person[], me: UserId): readonly Colleague[] =>
  people
    .flatMap((person) =>
      person.state === "confirmed" && person.user !== undefined && person.user !== me
        ? [
            {
              user: person.user,
              name: personName(person),
              about: [person.profile?.position, person.profile?.agency].filter(Boolean).join(", "),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));

/** Those with every word typed, whoever is chosen among them. */
export function matching(all: readonly Colleague[], typed: string, chosen: string): readonly Colleague[] {
  const words = typed
    .toLocaleLowerCase("en-GB")
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = all.filter(({ name, about }) => {
    const text = `${name} ${about}`.toLocaleLowerCase("en-GB");
    return words.every((word) => text.includes(word));
  });
  const shown = found.slice(0, MOST_SHOWN);
  const kept = all.find(({ user }) => user === chosen);
  return kept && !shown.includes(kept) ? [kept, ...shown] : shown;
}
