/** Who is there, who is not and who comes instead, what they signed; and whether cases may be opened yet. */
import { mayMinute } from "../roles.ts";
import { type Happened, ofType } from "../happened.ts";
import type { AttendeeId, ItemId } from "../ids.ts";
import type { AttendanceMode } from "../records/meeting.ts";
import { type Invitee, inviteesOf } from "./agenda.ts";
import type { MeetingFile, MeetingStep } from "./meetingFile.ts";

type Of<T extends MeetingStep["type"]> = Extract<MeetingStep, { type: T }>;

export type Attendee = Invitee & {
  readonly present: boolean;
  readonly mode: AttendanceMode;
  readonly protocol: Of<"attended">["protocol"];
  /** The last word on not coming; undefined where nothing was said, or they come after all. */
  readonly apologies: Happened<Of<"apologies">> | undefined;
  /** The last declaration signed. */
  readonly declared: Happened<Of<"declared">> | undefined;
  readonly interests: readonly Happened<Of<"interest">>[];
};

/** Everybody asked to come or there, in the order first named. */
export function attendeesOf(file: MeetingFile): readonly Attendee[] {
  return inviteesOf(file).map((invitee) => {
    const said = own(ofType(file.steps, "attended"), invitee)
      .filter(({ roles }) => mayMinute(roles))
      .map(({ record }) => record);
    const apologies = own(ofType(file.steps, "apologies"), invitee).at(-1);
    return {
      ...invitee,
      present: said.findLast(({ present }) => present !== undefined)?.present ?? false,
      mode: said.findLast(({ mode }) => mode !== undefined)?.mode ?? "inPerson",
      protocol: said.findLast(({ protocol }) => protocol !== undefined)?.protocol,
      apologies: apologies?.record.absent === true ? apologies : undefined,
      declared: own(ofType(file.steps, "declared"), invitee).at(-1),
      interests: own(ofType(file.steps, "interest"), invitee),
    };
  });
}

/** What was said of one person. People speak for themselves; for others, whoever writes for the panel. */
const own = <R extends { readonly attendee: AttendeeId }>(
  steps: readonly Happened<R>[],
  { attendee, user }: Invitee,
): readonly Happened<R>[] =>
  steps.filter(
    (step) => step.record.attendee === attendee && (mayMinute(step.roles) || step.author === user),
  );

/** Which steps of the opening are done, by key; the last word on each. */
export function openingOf(file: MeetingFile): ReadonlyMap<string, Happened<Of<"opening-done">>> {
  const done = new Map<string, Happened<Of<"opening-done">>>();
  for (const step of ofType(file.steps, "opening-done")) {
    if (mayMinute(step.roles)) done.set(step.record.step, step);
  }
  return new Map([...done].filter(([, { record }]) => record.done));
}

export type GateRules = {
  /** Steps of the opening that must be done before a case is opened: keys of the definition. */
  readonly gates: readonly string[];
  /** Each person there signs a declaration of this version, at every meeting. */
  readonly declarationVersion: string | undefined;
};

export type GateStanding = {
  readonly open: boolean;
  /** Keys of steps not done. */
  readonly missing: readonly string[];
  /** There, and have not signed. */
  readonly unsigned: readonly Attendee[];
};

/** Whether cases may be opened. [ASH-89], [ASH-102]: nothing about a person is said before. */
export function gateOf(file: MeetingFile, rules: GateRules): GateStanding {
  const done = openingOf(file);
  const present = attendeesOf(file).filter((each) => each.present);
  const missing = rules.gates.filter((key) => !done.has(key));
  const unsigned =
    rules.declarationVersion === undefined
      ? []
      : present.filter(({ declared }) => declared?.record.declarationVersion !== rules.declarationVersion);
  return { open: missing.length === 0 && unsigned.length === 0, missing, unsigned };
}

/** The chair's last word on whether an item has enough agencies. */
export const quorumOf = (file: MeetingFile, item: ItemId): Happened<Of<"quorum">> | undefined =>
  ofType(file.steps, "quorum").findLast((step) => mayMinute(step.roles) && step.record.item === item);

export type ItemTime = {
  /** Of all the times it was begun and ended. */
  readonly spentMs: number;
  /** When it was begun and has not ended since. */
  readonly runningSinceMs: number | undefined;
};

/** How long an item took. Beginning one ends whichever ran before: a panel hears one at a time. */
export function timesOf(file: MeetingFile): ReadonlyMap<ItemId, ItemTime> {
  const spent = new Map<ItemId, number>();
  let running: { readonly item: ItemId; readonly since: number } | undefined;
  for (const { record, order, roles } of ofType(file.steps, "item-timed")) {
    if (!mayMinute(roles)) continue;
    if (running && (record.now === "started" || record.item === running.item)) {
      spent.set(running.item, (spent.get(running.item) ?? 0) + Math.max(0, order[0] - running.since));
      running = undefined;
    }
    if (record.now === "started") running = { item: record.item, since: order[0] };
  }
  const items = new Set([...spent.keys(), ...(running ? [running.item] : [])]);
  return new Map(
    [...items].map((item) => [
      item,
      {
        spentMs: spent.get(item) ?? 0,
        runningSinceMs: running?.item === item ? running.since : undefined,
      },
    ]),
  );
}
