/** Half-made screens, sealed in the device's buffer under the screen's name, so that a killed tab loses none of it. */
import type { Session } from "./api.ts";
import type { Context } from "./context.ts";
import { problemOfError } from "./scribe.ts";

export const NOTE_LABEL = "note";
const keysOf = (user: string) => `note/${user}/`;
export const noteKey = (user: string, name: string): string => `${keysOf(user)}${name}`;
/** The screen's name, from the key of a row of the buffer; undefined where that is no note of theirs. */
export const noteName = (user: string, key: string): string | undefined =>
  key.startsWith(keysOf(user)) ? key.slice(keysOf(user).length) : undefined;

export function makeNotes(context: Context): Pick<Session, "keepNote" | "readNote" | "clearNote"> {
  const { vault, store, identity } = context;
  const { buffer } = store.local;
  const key = (name: string) => noteKey(identity.user, name);
  return {
    async keepNote(name, text) {
      try {
        const sealed = await vault.sealLocal(NOTE_LABEL, key(name), text);
        await buffer.put({ key: key(name), scope: identity.panel, sealed });
        return { ok: true, value: undefined };
      } catch (error) {
        return { ok: false, problem: problemOfError(error) };
      }
    },
    async readNote(name) {
      const row = await buffer.get(key(name));
      return row && vault.openLocal(NOTE_LABEL, row.key, row.sealed);
    },
    async clearNote(name) {
      await buffer.delete(key(name));
    },
  };
}
