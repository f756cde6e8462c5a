/** The store on a real device: IndexedDB with strict durability, and one writer across tabs by Web Locks. */
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { withBulkReads } from "./bulkReads.ts";
import type { StorePlatform } from "./deviceStore.ts";
import { withSlimMeta } from "./slimMeta.ts";
import { withSteadyClock } from "./steadyClock.ts";

export const browserPlatform = (profile: string): StorePlatform => ({
  storage: withSteadyClock(
    withSlimMeta(withBulkReads(getRxStorageDexie({ chromeTransactionDurability: "strict" }))),
  ) as StorePlatform["storage"],
  dexie: {},
  exclusive: async (task) => await navigator.locks.request(`${profile}-write`, task),
  multiInstance: true,
});
