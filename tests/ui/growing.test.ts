/** Lists that come a few at a time: how many rows are there at each moment. */
import type { Accessor } from "solid-js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { until } from "../support/device.ts";

/** As browsers have it: for Node, Solid resolves to the build that renders once and follows nothing. */
const CLIENT = "solid-js/dist/solid.js";
vi.mock("solid-js", async () => (await import(CLIENT)) as typeof import("solid-js"));
const { createMemo, createRoot, createSignal } = await import("solid-js");
const { createGrowing } = await import("../../src/ui/actions/createGrowing.ts");

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** `drawn`: "list: rows", each time that a screen would have drawn them. */
function grow(first: number) {
  return createRoot((dispose) => {
    closing.push(dispose);
    const [list, setList] = createSignal({ name: "all" });
    const [most, setMost] = createSignal(first);
    const drawn: string[] = [];
    const shown: Accessor<number> = createGrowing(most, list);
    const draw = createMemo(() => drawn.push(`${list().name}: ${shown()}`));
    return { drawn, draw, setList, setMost };
  });
}

describe("a list that grows", () => {
  it("begins with two and grows to what was asked for, one at a time", async () => {
    const { drawn } = grow(5);
    expect(drawn).toEqual(["all: 2"]);
    await until("five", () => drawn.length === 4);
    expect(drawn).toEqual(["all: 2", "all: 3", "all: 4", "all: 5"]);
  });

  it("draws two of other ones first, and never as many of them as it had of those before", async () => {
    const { drawn, setList } = grow(30);
    await until("thirty", () => drawn.at(-1) === "all: 30");
    drawn.length = 0;
    setList({ name: "others" });
    expect(drawn).toEqual(["others: 2"]);
    await until("thirty others", () => drawn.at(-1) === "others: 30");
    expect(drawn).toHaveLength(29);
  });

  it("goes on from where it is when more are asked for", async () => {
    const { drawn, setMost } = grow(3);
    await until("three", () => drawn.at(-1) === "all: 3");
    setMost(4);
    await until("four", () => drawn.at(-1) === "all: 4");
    expect(drawn).toEqual(["all: 2", "all: 3", "all: 4"]);
  });
});
