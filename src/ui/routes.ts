/**
 * Where everything is. Addresses are seen over shoulders and kept in histories, so none carries a name or an
 * id: cases, people and meetings are numbered as they are met, in this page's memory only. The numbers outlive locking,
 * so that unlocking returns to the same place; after a reload they are gone and the address leads home.
 * Two pages are anybody's and stand before all of this (main.tsx): /check, and /panel/<address> for a panel's public page.
 * The server keeps /sync, /session, /join, /setup, /blobs, /public, /notices, /calendar and /health for itself
 * (src/sw/routing.ts).
 */
import type { InviteId, ItemId, ScopeId, UserId } from "../domain/ids.ts";

type Numbers<Id> = {
  of(id: Id): number;
  /** From an address; undefined for a number never given. */
  find(text: string | undefined): Id | undefined;
  forget(): void;
};

export function makeNumbers<Id>(): Numbers<Id> {
  let ids: Id[] = [];
  return {
    of(id) {
      const index = ids.indexOf(id);
      return index < 0 ? ids.push(id) : index + 1;
    },
    find: (text) => (text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? ids[Number(text) - 1] : undefined),
    forget() {
      ids = [];
    },
  };
}

const cases = makeNumbers<ScopeId>();
const people = makeNumbers<UserId | InviteId>();
/** By the keys of their records. */
const meetings = makeNumbers<string>();
/** Of agendas. */
const items = makeNumbers<ItemId>();

/** The case that `params.case` of an address stands for. Undefined: go home. */
export const scopeOf = (number: string | undefined): ScopeId | undefined => cases.find(number);
export const personOf = (number: string | undefined): UserId | InviteId | undefined => people.find(number);

export const meetingOf = (number: string | undefined): string | undefined => meetings.find(number);
export const itemOf = (number: string | undefined): ItemId | undefined => items.find(number);

/** When another person unlocks: nothing of the one before may be reached by its number. */
export function forgetNumbers(): void {
  cases.forget();
  people.forget();
  meetings.forget();
  items.forget();
}

/** As the router matches them. `:case`, `:person`, `:meeting` and `:item` are numbers; `:section` is a section's key. */
export const PATTERNS = {
  home: "/",
  search: "/search",
  people: "/people",
  invite: "/people/invite",
  confirmPerson: "/people/:person/confirm",
  panels: "/panels",
  meetingDate: "/panels/meeting/:meeting",
  panelRecords: "/panels/records",
  passwords: "/panels/passwords",
  actions: "/actions",
  report: "/report",
  followThrough: "/report/agencies",
  safety: "/safety",
  refused: "/refused",
  settings: "/settings",
  reminders: "/settings/reminders",
  inbox: "/inbox",
  meeting: "/meeting/:meeting",
  meetingAgenda: "/meeting/:meeting/agenda",
  meetingPeople: "/meeting/:meeting/people",
  meetingRelease: "/meeting/:meeting/release",
  meetingPack: "/meeting/:meeting/pack",
  minutes: "/meeting/:meeting/minutes",
  item: "/meeting/:meeting/item/:item",
  apologies: "/meeting/:meeting/apologies",
  meetingRoom: "/meeting/:meeting/room",
  meetingSign: "/meeting/:meeting/sign",
  log: "/log",
  newReferral: "/referral/new",
  case: "/case/:case",
  tasks: "/case/:case/tasks",
  section: "/case/:case/section/:section/:page?",
  consent: "/case/:case/consent",
  papers: "/case/:case/papers",
  approval: "/case/:case/approvals/:approval",
  agree: "/case/:case/agree",
  check: "/case/:case/check",
  submitted: "/case/:case/submitted",
  disclosure: "/case/:case/disclosure",
  transfer: "/case/:case/transfer/:transfer",
  letter: "/case/:case/letter",
} as const;

/** A case as it is read, or with `rest` one of its other pages: "tasks", "section/risks", "check". */
export const caseHref = (scope: ScopeId, rest?: string): string =>
  `/case/${cases.of(scope)}${rest === undefined ? "" : `/${rest}`}`;
/** Its date, deadlines and changes. */
export const meetingDateHref = (key: string): string => `/panels/meeting/${meetings.of(key)}`;
/** A meeting as it is prepared and held, or with `rest` one of its other pages: "agenda", "room". */
export const meetingHref = (key: string, rest?: string): string =>
  `/meeting/${meetings.of(key)}${rest === undefined ? "" : `/${rest}`}`;
/** One item of its agenda, as those who come prepare for it. */
export const itemHref = (key: string, item: ItemId): string => meetingHref(key, `item/${items.of(item)}`);
export const confirmPersonHref = (id: UserId | InviteId): string => `/people/${people.of(id)}/confirm`;
