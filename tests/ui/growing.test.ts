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
    let next = "all";
    const [list, setList] = createSignal(next);
    const [most, setMost] = createSignal(first);
    const drawn: string[] = [];
    const asked: boolean[] = [];
    const { shown, change, renew } = createGrowing({
      most,
      *make(another) {
        asked.push(another);
        yield;
        setList(next);
      },
      ...(step === undefined ? {} : { step }),
    });
    const draw = createMemo(() => drawn.push(`${list()}: ${shown()}`));
    const turnTo = (name: string) => {
      next = name;
      change();
    };
    const hear = (name: string) => {
      next = name;
      renew();
    };
    return { drawn, draw, asked, turnTo, hear, setMost };
  });
}

describe("a list that grows", () => {
  it("begins with one and grows to what was asked for, one at a time", async () => {
    const { drawn } = grow(4);
    expect(drawn).toEqual(["all: 1"]);
    await until("four", () => drawn.length === 4);
    expect(drawn).toEqual(["all: 1", "all: 2", "all: 3", "all: 4"]);
  });

  it("goes as it came before another takes its place, of which one is drawn first", async () => {
    const { drawn, asked, turnTo } = grow(3);
    await until("three", () => drawn.at(-1) === "all: 3");
    drawn.length = 0;
    turnTo("others");
    expect(drawn).toEqual([]);
    await until("three others", () => drawn.at(-1) === "others: 3");
    expect(drawn).toEqual(["all: 2", "all: 1", "others: 1", "others: 2", "others: 3"]);
    expect(asked).toEqual([true]);
  });

  it("stays as long as it is when it is only made anew", async () => {
    const { drawn, asked, hear } = grow(3);
    await until("three", () => drawn.at(-1) === "all: 3");
    drawn.length = 0;
    hear("all, with news");
    await until("the news", () => drawn.length > 0);
    expect(drawn).toEqual(["all, with news: 3"]);
    expect(asked).toEqual([false]);
  });

  it("turns to the last of those that were chosen while it was going, also when news came after", async () => {
    const { drawn, asked, turnTo, hear } = grow(30);
    await until("thirty", () => drawn.at(-1) === "all: 30");
    turnTo("others");
    turnTo("the rest");
    hear("the rest, with news");
    await until("thirty of the rest", () => drawn.at(-1) === "the rest, with news: 30");
    expect(drawn.filter((line) => line.startsWith("others"))).toEqual([]);
    expect(asked).toEqual([true]);
  });

  it("goes on from where it is when more are asked for, several at a time if told so", async () => {
    const { drawn, setMost } = grow(3, 10);
    await until("three", () => drawn.at(-1) === "all: 3");
    setMost(20);
    await until("twenty", () => drawn.at(-1) === "all: 20");
    expect(drawn).toEqual(["all: 1", "all: 3", "all: 13", "all: 20"]);
  });
});
