/** Somebody quicker than the disk: the last choice counts, is saved, and is what the screen shows meanwhile. */
import { createRoot, createSignal } from "solid-js";
import { expect, test, vi } from "vitest";
import type { Outcome } from "../../src/app/api.ts";
import { createAct } from "../../src/ui/act.ts";
import { createChoice } from "../../src/ui/choice.ts";

// Node is given Solid for servers, whose effects do not run.
vi.mock("solid-js", async () => import(String("solid-js/dist/solid.js")));

/** A record that is saved when it is let go, and is on the screen a moment after. */
function makeRecord() {
  const [stored, setStored] = createSignal<string>();
  const saves: { value: string; end(outcome: Outcome): void }[] = [];
  const act = createAct((value: string) => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    saves.push({ value, end: resolve });
    return promise;
  });
  const choice = createRoot(() => createChoice(stored, act));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    choice,
    act,
    setStored,
    values: () => saves.map(({ value }) => value),
    async end(outcome: Outcome) {
      saves.at(-1)?.end(outcome);
      await settle();
    },
  };
}
const saved: Outcome = { ok: true, value: undefined };
const failed: Outcome = { ok: false, problem: { kind: "storage-full" } };

test("a choice is shown at once, and stays while the record comes to the screen", async () => {
  const { choice, values, end, setStored } = makeRecord();
  choice.choose("yes");
  expect(choice.value()).toBe("yes");
  await end(saved);
  expect(choice.value()).toBe("yes");
  setStored("yes");
  // From here on the record speaks: it may be taken back elsewhere.
  setStored("no");
  expect(choice.value()).toBe("no");
  expect(values()).toEqual(["yes"]);
});

test("of several chosen while one is being saved, the last is saved after it", async () => {
  const { choice, values, end, setStored } = makeRecord();
  for (const value of ["yes", "no", "unsure"]) choice.choose(value);
  expect(choice.value()).toBe("unsure");
  await end(saved);
  setStored("yes");
  expect(choice.value()).toBe("unsure");
  await end(saved);
  setStored("unsure");
  expect(values()).toEqual(["yes", "unsure"]);
  expect(choice.value()).toBe("unsure");
});

test("a choice that could not be saved goes back to what the record says, and the reason is there", async () => {
  const { choice, act, end, setStored } = makeRecord();
  setStored("no");
  choice.choose("yes");
  await end(failed);
  expect(choice.value()).toBe("no");
  expect(act.problem()).toEqual({ kind: "storage-full" });
});

test("a choice made while another fails is saved all the same", async () => {
  const { choice, values, end } = makeRecord();
  choice.choose("yes");
  choice.choose("no");
  await end(failed);
  expect(values()).toEqual(["yes", "no"]);
  expect(choice.value()).toBe("no");
});
