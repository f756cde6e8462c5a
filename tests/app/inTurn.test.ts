import { describe, expect, it } from "vitest";
import { InTurn } from "../../src/app/inTurn.ts";
import { until } from "../support/device.ts";

/** Keeps the thread busy, as a slow device does. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe("work that gives way", () => {
  it("lets others have their turn between pieces, and is done to the end", async () => {
    const told: string[] = [];
    const work = new InTurn(function* () {
      for (let piece = 0; piece < 4; piece++) {
        busy(10);
        told.push(`piece ${piece}`);
        yield;
      }
    });
    work.schedule();
    const others = setInterval(() => told.push("key"), 1);
    await until("the end", () => told.includes("piece 3"));
    clearInterval(others);
    const between = told.slice(told.indexOf("piece 0") + 1, told.indexOf("piece 3"));
    expect(between.filter((each) => each === "key").length).toBeGreaterThanOrEqual(3);
  });

  it("is done once however often it is asked for, and once more when asked for while it runs", async () => {
    let begun = 0;
    let ended = 0;
    const work: InTurn = new InTurn(function* () {
      begun += 1;
      busy(10);
      yield;
      if (begun === 1) for (let n = 0; n < 3; n++) work.schedule();
      busy(10);
      yield;
      ended += 1;
    });
    for (let n = 0; n < 5; n++) work.schedule();
    await until("two rounds", () => ended === 2);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([begun, ended]).toEqual([2, 2]);
  });

  it("stops between pieces once it is closed, and does nothing that was only asked for", async () => {
    let done = 0;
    const work: InTurn = new InTurn(function* () {
      busy(10);
      done += 1;
      work.close();
      yield;
      done += 1;
    });
    work.schedule();
    await until("the first piece", () => done === 1);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(done).toBe(1);

    let asked = 0;
    const other = new InTurn(function* () {
      asked += 1;
      yield;
    });
    other.schedule();
    other.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toBe(0);
  });

  it("goes through everything at once where that is wanted", () => {
    let pieces = 0;
    const work = new InTurn(function* () {
      for (; pieces < 3; pieces++) yield;
    });
    work.finish();
    expect(pieces).toBe(3);
  });
});
