/** Two tabs of one device keep one cache between them: what either saves must open whole. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Library } from "../../src/app/library.ts";
import { LibraryCache } from "../../src/app/libraryCache.ts";
import { createVault } from "../../src/crypto/vault.ts";
import { inThread, type VaultPort } from "../../src/crypto/vaultPort.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { openSession, type OpenSession } from "../../src/app/session.ts";
import { ALONE, type Tabs } from "../../src/app/tabs.ts";
import { questionPath } from "../../src/forms/answers.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { makeDisk, makeNodeTransport } from "../../demo/device.ts";
import { until } from "../support/device.ts";
import { type DeviceStore, openDeviceStore } from "../../src/store/deviceStore.ts";
import { toDoc } from "../../src/store/entryStore.ts";
import { ensureWritten, makePartnership, PASSPHRASE, type Person, testSettings } from "../support/vaults.ts";

describe("two tabs of one device", () => {
  let store: DeviceStore;
  let person: Person;

  const openTab = async (): Promise<{ library: Library; cache: LibraryCache }> => {
    const vault: VaultPort = inThread(await createVault(testSettings));
    await vault.unlock(person.identity, { passphrase: PASSPHRASE });
    const library = new Library(person.identity, vault, () => undefined);
    return { library, cache: new LibraryCache(store, library, vault) };
  };
  const write = async (scope: ScopeId, text: string) => {
    const place = await store.placeIn(scope);
    const entry = ensureWritten(person.vault.writeContent(scope, text, place));
    await store.add([entry], { scope, seq: place.seq + 1, hash: entry.hash });
  };
  const started = (i: number) =>
    JSON.stringify({ type: "case-started", definition: "d", definitionVersion: "1", reference: `ASH-${i}` });
  /** Two of these fit on a new page of the cache, and three on one that grew. */
  const long = JSON.stringify({ type: "answers", changes: [{ path: "a.b", value: "x".repeat(110_000) }] });

  const openCase = async (i: number): Promise<ScopeId> => {
    const opened = ensureWritten(person.vault.openScope("case"));
    person.vault.read([opened]);
    await store.add([opened]);
    await write(opened.scope, started(i));
    return opened.scope;
  };

  beforeAll(async () => {
    const { people, chain } = await makePartnership([]);
    person = people[0] as Person;
    store = await openDeviceStore("two-tabs", makeDisk());
    await store.add(chain);
  });

  afterAll(() => store.close());

  it("never leave a cache in which a case is missing, whoever saved last", async () => {
    const [first, second] = [await openTab(), await openTab()];
    await first.cache.load(() => undefined);
    await second.cache.load(() => undefined);
    // One tab meets the cases small and keeps them on one page; the other meets them grown and parts them.
    const scopes = [await openCase(0), await openCase(1), await openCase(2)];
    await first.cache.catchUp();
    await first.cache.save();
    for (const scope of scopes) await write(scope, long);
    await first.cache.catchUp();
    await first.cache.save();
    await second.cache.catchUp();
    await second.cache.save();
    scopes.push(await openCase(3));
    await first.cache.catchUp();
    await first.cache.save();

    const third = await openTab();
    await third.cache.load(() => undefined);
    const found = scopes.map((scope) => third.library.shelves.get(scope)?.file.started?.record.reference);
    expect(found).toEqual(["ASH-0", "ASH-1", "ASH-2", "ASH-3"]);
  });

  it("read what the other stored more slowly, and so is dated before what was read already", async () => {
    const tab = await openTab();
    await tab.cache.load(() => undefined);
    const began = Date.now();
    const scope = await openCase(4);
    await tab.cache.catchUp();
    const place = await store.placeIn(scope);
    const late = ensureWritten(person.vault.writeContent(scope, long, place));
    const { storageInstance } = store.entries.collection;
    const stored = await storageInstance.originalStorageInstance.bulkWrite(
      [
        {
          document: {
            ...toDoc(late),
            _deleted: false,
            _attachments: {},
            _rev: "1-other",
            _meta: { lwt: began },
          },
        },
      ],
      "another tab",
    );
    expect(stored.error).toEqual([]);
    await tab.cache.catchUp();
    expect(tab.library.shelves.get(scope)?.file.entries).toContain(late.id);
  });
});

describe("one draft open in two tabs", () => {
  const TEXT = questionPath("risks", "currentRisks");
  const NAME = questionPath("person", "name");
  const tabs = new Set<string>();
  /** Tabs that know of each other and never sync. */
  const SHARED: Tabs = {
    ...ALONE,
    lead: () => () => undefined,
    hold: (tab) => {
      tabs.add(tab);
      return () => void tabs.delete(tab);
    },
    present: () => Promise.resolve(new Set(tabs)),
  };
  let store: DeviceStore;
  let person: Person;
  let scope: ScopeId;

  const open = async (): Promise<OpenSession> => {
    const vault = inThread(await createVault(testSettings));
    await vault.unlock(person.identity, { passphrase: PASSPHRASE });
    return openSession(person.identity, vault, store, {
      transport: makeNodeTransport("http://localhost:1"),
      origin: "http://localhost:1",
      now: () => Date.now(),
      random: testSettings.random,
      retryMs: 60_000,
      tabs: SHARED,
      watchNetwork: () => () => undefined,
      startDocumentsWorker: () => {
        throw new Error("no worker here");
      },
      saveIdentity: () => Promise.resolve(),
      storageLow: () => Promise.resolve(false),
    });
  };
  const viewIn = (session: OpenSession) => session.watchCase(scope).view.value;
  const versionsIn = (session: OpenSession) =>
    viewIn(session)?.conflicts.flatMap(({ versions }) => versions.map(({ value }) => value));
  const buffered = () => store.local.buffer.count();

  beforeAll(async () => {
    const { people, chain } = await makePartnership([]);
    person = people[0] as Person;
    store = await openDeviceStore("two-tabs-draft", makeDisk());
    await store.add(chain);
    const session = await open();
    await session.adoptDefinition(ashfield);
    await until("the panel", () => session.panels.value.length > 0);
    const started = await session.startReferral("ashfield", new Map());
    if (!started.ok) throw new Error(started.problem.kind);
    scope = started.value;
    await session.shut();
  });

  afterAll(() => store.close());

  it("leaves what the other tab is typing to that tab: nobody is asked to choose between a text and its beginning", async () => {
    const first = await open();
    const editor = await first.edit(scope);
    editor.set(TEXT, "Candles in");
    await until("the buffer", () => editor.saved.value.state === "saved");
    const second = await open();
    expect(await buffered()).toBe(1);
    editor.set(TEXT, "Candles in the hall");
    await editor.flush();
    await until(
      "the words in the other tab",
      () => viewIn(second)?.answers.get(TEXT) === "Candles in the hall",
    );
    expect(versionsIn(second)).toEqual([]);
    await first.shut();
    await second.shut();
  });

  it("shows both texts where both typed at once, and closing either loses neither", async () => {
    const [first, second] = [await open(), await open()];
    const [one, two] = [await first.edit(scope), await second.edit(scope)];
    one.set(TEXT, "Typed in the first window");
    two.set(TEXT, "Typed in the second window");
    await first.shut();
    await two.flush();
    await until("both texts", () => versionsIn(second)?.length === 2);
    await second.shut();
    const later = await open();
    expect(versionsIn(later)?.toSorted()).toEqual([
      "Typed in the first window",
      "Typed in the second window",
    ]);
    expect(await buffered()).toBe(0);
    await later.shut();
  });

  it("takes up what a tab left behind that is gone", async () => {
    const first = await open();
    const editor = await first.edit(scope);
    editor.set(NAME, "Person One");
    await until("the buffer", () => editor.saved.value.state === "saved");
    // Killed: nothing is flushed, and its lock goes with it.
    tabs.clear();
    const second = await open();
    expect(viewIn(second)?.answers.get(NAME)).toBe("Person One");
    expect(await buffered()).toBe(0);
    await second.shut();
    await first.shut();
  });
});
