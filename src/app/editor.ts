/**
 * Typing into a draft.
 *
 * [Note: how typing is kept] Every change goes at once into memory; within a second into one sealed row of the
 * device's database (the buffer); and at a pause, on leaving a page or before submitting, into an entry, after
 * which the row goes. A tab that is killed leaves its row, and the next unlock makes an entry of it. An answer
 * that no entry can hold stays in the row: see [Note: too long for a record] in app/tooLong.ts.
 */
import type { CaseFile } from "../domain/case/caseFile.ts";
import { versionsOf } from "../domain/field.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { Change } from "../domain/records/change.ts";
import { type AnswerValue, type FieldPath, isFieldPath } from "../forms/answers.ts";
import type { Editor, Outcome } from "./api.ts";
import { answersOf, definitionOf } from "./caseReading.ts";
import type { BufferRow } from "../store/localStore.ts";
import type { Context } from "./context.ts";
import { makeLive } from "./live.ts";
import { isNarrative } from "./narrative.ts";
import { answerRecords } from "./sizing.ts";
import { fitsRecord, tooLongOf, withTyped } from "./tooLong.ts";

const BUFFER_AFTER_MS = 400;
const ENTRY_AFTER_MS = 8_000;
export const BUFFER_LABEL = "buffer";

type Pending = Map<FieldPath, Change>;

export type OpenEditor = Editor & {
  readonly scope: ScopeId;
  /** The case changed underneath: another device's answers, or our own as entries. */
  refresh(): void;
  /** Answers typed that are not an entry yet and can be. */
  readonly typed: number;
  /** The same as JSON, as the buffer keeps it; undefined for nothing. */
  readonly pending: string | undefined;
  /** When typing was last on the disk. */
  readonly keptMs: number | undefined;
};

export function openEditor(context: Context, scope: ScopeId, tab: string, onTyping: () => void): OpenEditor {
  const { store, scribe, vault } = context;
  const key = `${scope}/${tab}`;
  let pending: Pending = new Map(context.tooLong.get(scope)?.changes);
  let adopted = context.tooLong.get(scope)?.rows ?? [];
  let bufferTimer: ReturnType<typeof setTimeout> | undefined;
  let entryTimer: ReturnType<typeof setTimeout> | undefined;
  let flushing: Promise<Outcome> | undefined;
  const typedAnswers = () => withTyped(answersOf(fileOf(context, scope)), pending);
  const answers = makeLive(typedAnswers());
  const tooLong = () => context.tooLong.get(scope)?.changes.size ?? 0;
  const saved = makeLive<Editor["saved"]["value"]>({ state: "saved", atMs: undefined, tooLong: tooLong() });
  const say = (state: "saved" | "saving" | "failed") =>
    saved.set({ state, atMs: state === "saved" ? context.now() : saved.value.atMs, tooLong: tooLong() });

  saved.subscribe(onTyping);

  const change = (next: Pending) => {
    pending = next;
    context.tooLong.set(scope, { changes: tooLongOf(pending), rows: [] });
  };
  const refresh = () => answers.set(typedAnswers());

  /** False when the device could not keep it. */
  const keep = async (): Promise<boolean> => {
    clearTimeout(bufferTimer);
    bufferTimer = undefined;
    try {
      if (pending.size > 0) {
        const sealed = await vault.sealLocal(BUFFER_LABEL, key, JSON.stringify([...pending.values()]));
        await store.local.buffer.put({ key, scope, sealed });
      }
      await store.local.buffer.bulkDelete(pending.size > 0 ? [...adopted] : [key, ...adopted]);
      adopted = [];
      return true;
    } catch {
      return false;
    }
  };

  const makeEntry = async (): Promise<Outcome> => {
    clearTimeout(entryTimer);
    entryTimer = undefined;
    const batch = new Map([...pending].filter(([, each]) => fitsRecord(each)));
    if (batch.size === 0) return { ok: true, value: undefined };
    const written = await scribe.write(scope, answerRecords([...batch.values()]));
    if (!written.ok) {
      say("failed");
      return written;
    }
    // What was typed while the entry was being written stays pending.
    change(new Map([...pending].filter(([path, each]) => batch.get(path) !== each)));
    say((await keep()) ? "saved" : "failed");
    refresh();
    return written;
  };

  const keepTyped = async () => {
    if (pending.size > 0) say((await keep()) ? "saved" : "failed");
  };

  const flush = async (): Promise<Outcome> => {
    await keepTyped();
    while (flushing) await flushing;
    flushing = makeEntry().finally(() => (flushing = undefined));
    return flushing;
  };

  return {
    scope,
    answers,
    saved,
    get typed() {
      return pending.size - tooLong();
    },
    get pending() {
      return pending.size > 0 ? JSON.stringify([...pending.values()]) : undefined;
    },
    get keptMs() {
      return saved.value.atMs;
    },
    refresh,
    flush,
    set(path, value) {
      change(new Map(pending).set(path, changeOf(context, scope, path, value)));
      say("saving");
      bufferTimer ??= setTimeout(() => void keepTyped(), BUFFER_AFTER_MS);
      clearTimeout(entryTimer);
      entryTimer = setTimeout(() => void flush(), ENTRY_AFTER_MS);
      refresh();
    },
    async close() {
      await flush();
      clearTimeout(bufferTimer);
      clearTimeout(entryTimer);
    },
  };
}

/** Whose row of the buffer it is. */
export const tabOf = (key: string): string => key.slice(key.indexOf("/") + 1);

const fileOf = (context: Context, scope: ScopeId): CaseFile => {
  const file = context.library.shelves.get(scope)?.file;
  if (!file) throw new Error("openEditor: no such case");
  return file;
};

/** For narrative, the change names the versions it was written over: the ones on the screen. */
export function changeOf(context: Context, scope: ScopeId, path: FieldPath, value: AnswerValue): Change {
  const file = fileOf(context, scope);
  const json = value as Change["value"];
  if (!isNarrative(definitionOf(context, file), path)) return { path, value: json };
  return { path, value: json, replaces: versionsOf(file.fields[path]).map((version) => version.entry) };
}

const isWritten = (file: CaseFile, { path, value }: Change): boolean =>
  versionsOf(file.fields[path]).some((version) => JSON.stringify(version.value) === JSON.stringify(value));

/** Makes entries of what killed tabs left in the buffer. `which`: of those rows only. */
export async function recoverBuffers(
  context: Context,
  which: (row: BufferRow) => boolean = () => true,
): Promise<number> {
  const rows = (await context.store.local.buffer.toArray()).filter(which);
  let recovered = 0;
  for (const row of rows) {
    const text = await context.vault.openLocal(BUFFER_LABEL, row.key, row.sealed);
    // Not ours: another person's on a shared device. It stays for them.
    if (text === undefined) continue;
    const file = context.library.shelves.get(row.scope)?.file;
    const typed = (JSON.parse(text) as Change[]).filter((change) => isFieldPath(change.path));
    if (typed.length === 0 || !file) continue;
    // The tab may have ended between making the entry and dropping its row: a second entry of the same words
    // would read as two people's.
    const changes = typed.filter((change) => fitsRecord(change) && !isWritten(file, change));
    const written = changes.length > 0 && (await context.scribe.write(row.scope, answerRecords(changes)));
    if (written && !written.ok) continue;
    const waits = await leaveTooLong(context, row, typed);
    if (!waits) await context.store.local.buffer.delete(row.key);
    recovered += changes.length;
  }
  return recovered;
}

/** Leaves in the row what is too long to be an entry, for the editor to take up; false where nothing is. */
async function leaveTooLong(context: Context, row: BufferRow, typed: readonly Change[]): Promise<boolean> {
  const long = typed.filter((change) => !fitsRecord(change));
  if (long.length === 0) return false;
  if (long.length < typed.length) {
    const sealed = await context.vault.sealLocal(BUFFER_LABEL, row.key, JSON.stringify(long));
    await context.store.local.buffer.put({ ...row, sealed });
  }
  const before = context.tooLong.get(row.scope);
  context.tooLong.set(row.scope, {
    changes: new Map([
      ...(before?.changes ?? []),
      ...long.map((each) => [each.path as FieldPath, each] as const),
    ]),
    rows: [...(before?.rows ?? []), row.key],
  });
  return true;
}
