/** What must hold when a schedule has settled. Each check says in a sentence what it found. */
import { DatabaseSync } from "node:sqlite";
import type { Library } from "../../src/app/library.ts";
import { parseEntry } from "../../src/domain/entry.ts";
import type { EntryId, ScopeId, UserId } from "../../src/domain/ids.ts";
import type { Change } from "../../src/domain/records/change.ts";
import { parseRecord } from "../../src/domain/records/record.ts";
import { toB64 } from "../../src/domain/bytes.ts";
import { NARRATIVE } from "./actions.ts";
import type { SimDevice } from "./simDevice.ts";
import type { WrittenEntry } from "./witness.ts";
import type { World } from "./world.ts";

export type Held = {
  readonly device: SimDevice;
  readonly library: Library;
  readonly access: ReadonlyMap<ScopeId, ReadonlyMap<UserId, string>>;
  /** Every entry on the device, base64. */
  readonly entries: ReadonlyMap<EntryId, { readonly scope: ScopeId; readonly entry: string }>;
};

const RANK: Record<string, number> = { read: 0, contribute: 1, lead: 2 };

/** Object keys in one order, so that two equal values are equal text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** What people see on each device before it is shut. */
export function liveFiles(world: World): Map<string, string> {
  const files = new Map<string, string>();
  for (const { session, person } of world.devices) {
    for (const { scope } of session?.cases.value ?? []) {
      const watched = session?.watchCase(scope);
      watched?.close();
      files.set(`${person.name}/${scope}`, canonical(watched?.view.value?.file));
    }
  }
  return files;
}

/** What a device may show as wrong at the end of a schedule in which nobody was hostile: nothing. */
export function checkSessions(world: World): string[] {
  return world.devices.flatMap(({ session, person }) => {
    if (!session) return [`${person.name} is not open`];
    const { unsent, waiting } = session.safety.value;
    return [
      ...session.quarantined.value.map(({ fault }) => `${person.name} quarantined an entry: ${fault}`),
      ...session.refused.value.map(({ reason }) => `${person.name} had an entry refused: ${reason}`),
      ...(unsent > 0 ? [`${person.name} still has ${unsent} unsent`] : []),
      ...(waiting > 0 ? [`${person.name} still waits for ${waiting}`] : []),
    ];
  });
}

export async function hold(device: SimDevice): Promise<Held> {
  const { library, store, vault } = await device.readCold(true);
  const docs = await store.entries.collection.find().exec();
  const entries = new Map(docs.map(({ id, scope, entry }) => [id, { scope, entry }]));
  const access = new Map(
    vault.scopes().map(({ scope, members }) => [scope, new Map(members.map((m) => [m.user, m.access]))]),
  );
  await store.close();
  return { device, library, access, entries };
}

/** Cached views and views folded from the entries alone agree. */
export async function checkCache(held: Held): Promise<string[]> {
  const { library, store } = await held.device.readCold(false);
  await store.close();
  const problems: string[] = [];
  const { name } = held.device.person;
  for (const [scope, shelf] of library.shelves) {
    const cached = held.library.shelves.get(scope);
    if (canonical(shelf) !== canonical(cached))
      problems.push(`${name}'s cached view differs from its entries`);
  }
  if (library.shelves.size !== held.library.shelves.size) problems.push(`${name}'s cache holds other cases`);
  for (const { fault } of library.quarantined.values())
    problems.push(`${name} quarantined an entry: ${fault}`);
  if (library.waiting.size > 0) problems.push(`${name} still waits for ${library.waiting.size}`);
  for (const scope of library.shelves.keys()) {
    if (library.missingIn(scope) > 0) problems.push(`${name} knows of ${library.missingIn(scope)} missing`);
    if (library.shelves.get(scope)?.forked) problems.push(`${name} sees two histories of one device`);
  }
  return problems;
}

type Truth = {
  readonly entries: ReadonlyMap<EntryId, { readonly scope: ScopeId; readonly entry: string }>;
  readonly members: ReadonlyMap<ScopeId, ReadonlySet<UserId>>;
};

/** What the server holds, read from its database. */
export function serverTruth(file: string): Truth {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("SELECT id, scope, bytes FROM entries").all();
  const entries = rows.map(
    ({ id, scope, bytes }) =>
      [
        id as EntryId,
        { scope: scope as ScopeId, entry: toB64(new Uint8Array(bytes as Uint8Array)) },
      ] as const,
  );
  const members = new Map<ScopeId, Set<UserId>>();
  for (const { scope, user_id: user } of database.prepare("SELECT scope, user_id FROM members").all()) {
    const known = members.get(scope as ScopeId) ?? new Set();
    members.set(scope as ScopeId, known.add(user as UserId));
  }
  database.close();
  return { entries: new Map(entries), members };
}

/** Everybody let into a case holds exactly its entries and sees exactly the same; nobody else holds any. */
export function checkEqual(
  world: World,
  held: readonly Held[],
  truth: Truth,
  live: Map<string, string>,
): string[] {
  const problems: string[] = [];
  for (const { device, library, entries } of held) {
    const { name, identity } = device.person;
    for (const [id, { scope, entry }] of truth.entries) {
      if (!truth.members.get(scope)?.has(identity.user)) continue;
      const own = entries.get(id);
      if (!own) problems.push(`${name} lacks an entry by ${world.witness.written.get(id)?.by ?? "the base"}`);
      else if (own.entry !== entry) problems.push(`${name} holds other bytes than the server`);
    }
    for (const [id, { scope }] of entries) {
      if (!truth.entries.has(id)) problems.push(`${name} holds an entry that the server lacks`);
      if (!truth.members.get(scope)?.has(identity.user))
        problems.push(`${name} holds an entry of a case never granted`);
    }
    for (const [scope, { file }] of library.shelves) {
      if (scope === library.panel) continue;
      const first = held.find((other) => other.library.shelves.has(scope));
      if (canonical(first?.library.shelves.get(scope)?.file) !== canonical(file)) {
        problems.push(`${name} sees a case otherwise than ${first?.device.person.name}`);
      }
      const shown = live.get(`${name}/${scope}`);
      if (shown !== canonical(file))
        problems.push(`${name}'s screen showed a case otherwise than its entries`);
    }
  }
  return problems;
}

/** Nothing the app called done is missing; nothing is there that nobody wrote. */
export function checkWritten(world: World, held: readonly Held[], truth: Truth): string[] {
  const problems: string[] = [];
  const { witness } = world;
  for (const { id, json, action, by } of witness.written.values()) {
    if (json !== undefined && witness.done.has(action) && !truth.entries.has(id)) {
      problems.push(`lost: ${by} ${action}, ${json.slice(0, 60)}`);
    }
  }
  const base = new Set(world.devices.map(({ person }) => person.identity.panel));
  for (const { device, entries } of held) {
    for (const [id, { scope, entry }] of entries) {
      const written = witness.written.get(id);
      const genuine = written ? toB64(written.bytes) === entry : base.has(scope);
      if (!genuine) problems.push(`${device.person.name} holds an entry that nobody wrote`);
    }
  }
  for (const { scope, user, access } of witness.shared) {
    const given = held
      .find(({ device }) => device.person.identity.user === user)
      ?.access.get(scope)
      ?.get(user);
    if (given === undefined || (RANK[given] ?? 0) < (RANK[access] ?? 0))
      problems.push(`a share (${access}) was lost`);
  }
  return problems;
}

function essenceOf({ json, scope, bytes }: WrittenEntry): unknown {
  const parsed = parseEntry(bytes);
  return [json, scope, parsed.ok ? parsed.entry.header.at : undefined];
}

/** Nobody opened what was not granted to them, and what was opened is what was written. */
export function checkOpened(world: World, truth: Truth): string[] {
  const { witness, devices } = world;
  return witness.opened.flatMap(({ by, id, scope, json, at }) => {
    const user = devices.find(({ person }) => person.name === by)?.person.identity.user;
    const written = witness.written.get(id);
    const problems: string[] = [];
    if (user && !truth.members.get(scope)?.has(user))
      problems.push(`${by} opened an entry of a case never granted`);
    const genuine = !written || canonical([json, scope, at]) === canonical(essenceOf(written));
    if (!genuine) problems.push(`${by} opened a forged entry`);
    return problems;
  });
}

/** Every version of a narrative that nobody wrote over, knowing it, is still there. */
export function checkNarrative(world: World, held: readonly Held[], truth: Truth): string[] {
  const standing = new Map<ScopeId, Set<EntryId>>();
  const replaced = new Set<EntryId>();
  for (const { id, scope, json } of world.witness.written.values()) {
    const parsed = json === undefined ? undefined : parseRecord(json);
    if (!truth.entries.has(id) || !parsed?.ok || parsed.record.type !== "answers") continue;
    const change = parsed.record.changes.find((each: Change) => each.path === NARRATIVE);
    if (!change) continue;
    standing.set(scope, (standing.get(scope) ?? new Set()).add(id));
    for (const over of change.replaces ?? []) replaced.add(over);
  }
  return held.flatMap(({ device, library }) =>
    [...library.shelves].flatMap(([scope, { file }]) => {
      const wanted = [...(standing.get(scope) ?? [])].filter((id) => !replaced.has(id)).toSorted();
      const shown = (file.fields[NARRATIVE]?.narrative ?? []).map(({ entry }) => entry).toSorted();
      return canonical(wanted) === canonical(shown)
        ? []
        : [`${device.person.name} misses a version of a narrative`];
    }),
  );
}
