/** Half-made screens, sealed in the device's buffer under the screen's name, so that a killed tab loses none of it. */
import type { Session } from "./api.ts";
import type { Context } from "./context.ts";
import { problemOfError } from "./scribe.ts";

const LABEL = "note";
const keyOf = (user: string, name: string) => `note/${user}/${name}`;

export function makeNotes(context: Context): Pick<Session, "keepNote" | "readNote" | "clearNote"> {
  const { vault, store, identity } = context;
  const { buffer } = store.local;
  const key = (name: string) => keyOf(identity.user, name);
  return {
    async keepNote(name, text) {
      try {
        const sealed = await vault.sealLocal(LABEL, key(name), text);
        await buffer.put({ key: key(name), scope: identity.panel, sealed });
        return { ok: true, value: undefined };
      } catch (error) {
        return { ok: false, problem: problemOfError(error) };
      }
    },
    async readNote(name) {
      const row = await buffer.get(key(name));
      return row && vault.openLocal(LABEL, row.key, row.sealed);
    },
    async clearNote(name) {
      await buffer.delete(key(name));
    },
  };
}
