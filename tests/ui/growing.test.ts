/** Lists that come a few at a time: how many rows are there at each moment. */
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
function grow(first: number, step?: number) {
  return createRoot((dispose) => {
    closing.push(dispose);
    const [list, setList] = createSignal("all");
    const [most, setMost] = createSignal(first);
    const drawn: string[] = [];
    const { shown, change } = createGrowing(most, step);
    const draw = createMemo(() => drawn.push(`${list()}: ${shown()}`));
    const turnTo = (name: string) => change(() => setList(name));
    return { drawn, draw, turnTo, setMost };
  });
}

describe("a list that grows", () => {
  it("begins with two and grows to what was asked for, one at a time", async () => {
    const { drawn } = grow(5);
    expect(drawn).toEqual(["all: 2"]);
    await until("five", () => drawn.length === 4);
    expect(drawn).toEqual(["all: 2", "all: 3", "all: 4", "all: 5"]);
  });

  it("goes as it came before another takes its place, of which two are drawn first", async () => {
    const { drawn, turnTo } = grow(4);
    await until("four", () => drawn.at(-1) === "all: 4");
    drawn.length = 0;
    turnTo("others");
    expect(drawn).toEqual([]);
    await until("four others", () => drawn.at(-1) === "others: 4");
    expect(drawn).toEqual(["all: 3", "all: 2", "others: 2", "others: 3", "others: 4"]);
  });

  it("turns to the last of those that were chosen while it was going, and to all of them in their order", async () => {
    const { drawn, turnTo } = grow(30);
    await until("thirty", () => drawn.at(-1) === "all: 30");
    turnTo("others");
    turnTo("the rest");
    await until("thirty of the rest", () => drawn.at(-1) === "the rest: 30");
    expect(drawn.filter((line) => line.startsWith("others"))).toEqual([]);
  });

  it("goes on from where it is when more are asked for, several at a time if told so", async () => {
    const { drawn, setMost } = grow(3, 10);
    await until("three", () => drawn.at(-1) === "all: 3");
    setMost(20);
    await until("twenty", () => drawn.at(-1) === "all: 20");
    expect(drawn).toEqual(["all: 2", "all: 3", "all: 13", "all: 20"]);
  });
});
