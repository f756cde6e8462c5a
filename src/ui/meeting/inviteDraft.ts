/** Somebody who is asked to come, while the form about them is open; and the record it becomes. Pure. */
import type { Person } from "../../app/api.ts";
import { attendeeOf, type MeetingNote } from "../../app/meetingTypes.ts";
import type { AttendeeId, ItemId, UserId } from "../../domain/ids.ts";
import { MAX_NAME } from "../../domain/lengths.ts";
import type { Invitee } from "../../domain/meeting/agenda.ts";
import { type Party, sameWords } from "../../domain/meeting/party.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { personName } from "../words/people.ts";

export type InviteDraft = {
  /** "" for somebody who is not on Confer. */
  user: string;
  name: string;
  agency: string;
  position: string;
  seat: string;
  which: "all" | "some";
  items: string[];
  permittedBy: string;
};

export const NOBODY: InviteDraft = {
  user: "",
  name: "",
  agency: "",
  position: "",
  seat: "",
  which: "all",
  items: [],
  permittedBy: "",
};

export type OnConfer = {
  readonly user: UserId;
  readonly name: string;
  readonly agency: string;
  readonly position: string;
  /** Has a part in panels, beside writing referrals. */
  readonly ofPanel: boolean;
};

/** The people who can be let in, by name. */
export const onConfer = (people: readonly Person[]): readonly OnConfer[] =>
  people
    .flatMap((person) =>
      person.state === "confirmed" && person.user !== undefined
        ? [
            {
              user: person.user,
              name: personName(person),
              agency: person.profile?.agency ?? "",
              position: person.profile?.position ?? "",
              ofPanel: person.roles.some((role) => role !== "referrer"),
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));

export const invitedDraft = (invitee: Invitee): InviteDraft => ({
  user: invitee.user ?? "",
  name: invitee.name,
  agency: invitee.agency ?? "",
  position: invitee.position ?? "",
  seat: invitee.seat ?? "",
  which: invitee.items.length === 0 ? "all" : "some",
  items: [...invitee.items],
  permittedBy: invitee.permittedBy ?? "",
});

/** Of somebody whom a referral names: for that item only. Whoever is on Confer under that name is proposed. */
export const partyDraft = (party: Party, item: ItemId, people: readonly OnConfer[]): InviteDraft => ({
  ...NOBODY,
  user: people.find(({ name }) => sameWords(name, party.name))?.user ?? "",
  name: party.name,
  agency: party.agency,
  seat: party.required ? party.key : "",
  which: "some",
  items: [item],
});

export function inviteErrors(draft: InviteDraft, id: string): readonly (FieldError | undefined)[] {
  return [
    draft.user === "" ? needed(`${id}-name`, draft.name, "Enter the name of whoever is asked") : undefined,
    draft.which === "some" && draft.items.length === 0
      ? { fieldId: `${id}-items`, text: "Choose the items they are asked for" }
      : undefined,
    tooMuch(`${id}-name`, draft.name, MAX_NAME, "The name"),
    tooMuch(`${id}-agency`, draft.agency, MAX_NAME, "The agency"),
    tooMuch(`${id}-position`, draft.position, MAX_NAME, "The position"),
    tooMuch(`${id}-permitted`, draft.permittedBy, MAX_NAME, "The chair’s name"),
  ];
}

/** `attendee`: whom it is about, or for somebody new who is not on Confer a new id. */
export function inviteRecord(
  draft: InviteDraft,
  attendee: AttendeeId,
  people: readonly OnConfer[],
): Extract<MeetingNote, { type: "invited" }> {
  const person = people.find(({ user }) => user === draft.user);
  const about = person ?? draft;
  return {
    type: "invited",
    attendee: person ? attendeeOf(person.user) : attendee,
    ...(person ? { user: person.user } : {}),
    name: about.name.trim(),
    agency: about.agency.trim(),
    position: about.position.trim(),
    seat: draft.seat,
    items: draft.which === "all" ? [] : (draft.items as ItemId[]),
    permittedBy: draft.permittedBy.trim(),
    removed: false,
  };
}
