/** An entry that the server would not have, as the sealed bytes it is: for a colleague or support. */
import type { EntryId } from "../domain/ids.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import type { Session } from "./api.ts";

export async function exportRefused(store: DeviceStore, id: EntryId): ReturnType<Session["exportRefused"]> {
  const row = await store.local.refused.get(id);
  if (!row) return { ok: false, problem: { kind: "not-allowed" } };
  return { ok: true, value: { bytes: row.bytes, fileName: `confer-refused-${id.slice(0, 6)}.entry` } };
}
