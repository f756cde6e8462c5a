/** What a page's origin keeps in the browser, read as any script or anyone with the profile could. */
import type { Page } from "playwright-core";
import type { Place } from "./search.ts";

/** IndexedDB by database and store, caches, local and session storage. Bytes as they are, text as UTF-8. */
export async function dumpStores(page: Page, called: string): Promise<Place[]> {
  const dumped = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
      });
    /** One character for each byte; text first becomes UTF-8. */
    const latin = (bytes: Uint8Array): string => {
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) {
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      }
      return text;
    };
    const flat = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return latin(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) {
        return latin(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      }
      if (Array.isArray(value)) return value.map(flat).join(" ");
      if (typeof value === "object" && value !== null) {
        return Object.entries(value)
          .map(([key, part]) => `${flat(key)}=${flat(part)}`)
          .join(" ");
      }
      return latin(new TextEncoder().encode(String(value)));
    };
    const places: { name: string; text: string }[] = [
      { name: "localStorage", text: flat({ ...localStorage }) },
      { name: "sessionStorage", text: flat({ ...sessionStorage }) },
      { name: "history.state", text: flat(history.state) },
    ];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store);
        const rows = [await done(reading.getAllKeys()), await done(reading.getAll())];
        places.push({ name: `IndexedDB ${name}/${store}`, text: flat([name, store, ...rows]) });
      }
      database.close();
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.arrayBuffer();
        places.push({ name: `cache ${new URL(request.url).pathname}`, text: flat([request.url, body]) });
      }
    }
    return places;
  });
  return dumped.map(({ name, text }) => ({
    name: `${called}: ${name}`,
    bytes: Buffer.from(text, "latin1"),
  }));
}

/** Puts a word in every kind of place there is, to see that it would be found. */
export async function plant(page: Page, word: string): Promise<void> {
  await page.evaluate(async (text) => {
    localStorage.setItem("planted", text);
    sessionStorage.setItem("planted", text);
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open("planted", 1);
      opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("things"));
      opening.addEventListener("success", () => {
        const things = opening.result.transaction("things", "readwrite");
        const wide = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
        things.objectStore("things").put({ deep: [{ text }], filler: "ab".repeat(5000) }, "text");
        things.objectStore("things").put({ bytes: wide }, "bytes");
        things.addEventListener("complete", () => {
          opening.result.close();
          resolve();
        });
      });
    });
    await (await caches.open("planted")).put("/planted", new Response(text));
  }, word);
}
