/** Who is to be there for a case and is not marked as here. Names are typed by people: it says, and blocks nothing. */
import { researchFor } from "../../../domain/case/discussion.ts";
import { type Party, standsFor, unrepresented } from "../../../domain/meeting/party.ts";
import type { Heard } from "./heard.ts";

const presentAt = ({ room }: Heard) =>
  room.open
    .view()
    .attendees.filter(({ present }) => present)
    // Whoever is there has come after all.
    .map((each) => ({ ...each, apologies: undefined }));

const missingOf = (heard: Heard, parties: readonly Party[]) =>
  unrepresented(parties, presentAt(heard), heard.item.item);

/** Those without whom the panel does not hear it, and whoever presents it. [HAR-48], [OXT-68], [OXT-83] */
export const neededNotHere = (heard: Heard): readonly Party[] =>
  missingOf(
    heard,
    heard.heard().parties.filter(({ required, part }) => required || part === "presents"),
  );

/** The agencies that contribute: those involved by the referral, and those that wrote about it. [HER-41] */
export function contributorsNotHere(heard: Heard): readonly string[] {
  const here = presentAt(heard);
  const named = missingOf(heard, heard.heard().parties).map(({ name, agency }) => agency || name);
  const wrote = researchFor(heard.file(), heard.meeting)
    .map(({ record }) => record.agency)
    .filter((agency) => !here.some((each) => standsFor(each, { key: "", name: "", agency })));
  return [...new Set([...named, ...wrote])].filter((each) => each !== "");
}

/** Whether a chair is marked as here. */
export function chairIsHere({ session, open }: Heard["room"]): boolean {
  const chairs = session.people.value.flatMap(({ user, roles }) =>
    user && roles.includes("chair") ? [user] : [],
  );
  return open.view().attendees.some(({ present, user }) => present && user && chairs.includes(user));
}
