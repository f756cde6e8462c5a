import { describe, expect, it } from "vitest";
import { paperPlace, roomWords } from "../../src/ui/papers/paperWords.ts";
import { paperFileName } from "../../src/ui/papers/saving.ts";
import { orderBeside, photoNumber, titleFrom } from "../../src/ui/papers/titles.ts";

describe("what a paper is called", () => {
  it("is its file's name without the ending, and never nothing", () => {
    expect(titleFrom("Letter 3.4.2026.PDF")).toBe("Letter 3.4.2026");
    expect(titleFrom("no ending")).toBe("no ending");
    expect(titleFrom(".docx")).toBe(".docx");
    expect(titleFrom(`${"long ".repeat(100)}.pdf`)).toHaveLength(120);
    expect(titleFrom("half \ud83d.pdf").isWellFormed()).toBe(true);
  });

  it("is a number for a photo, and no number is given twice", () => {
    const titled = (...titles: string[]) => titles.map((title) => ({ title }));
    expect(photoNumber([])).toBe(0);
    expect(photoNumber(titled("Photo 2", "The hall", "Photo 11", "Photo of 99"))).toBe(11);
  });

  it("stays out of the name of a copy", () => {
    expect(paperFileName("ASH-7K3M9", 2, "application/pdf")).toBe("paper-ash-7k3m9-2.pdf");
    expect(paperFileName("ASH-7K3M9", 1, "application/x-newer")).toBe("paper-ash-7k3m9-1.bin");
  });
});

describe("moving a paper", () => {
  const papers = [{ order: 1 }, { order: 2 }, { order: 5 }];

  it("puts it between its new neighbours, or before the first or after the last", () => {
    expect(orderBeside(papers, 2, "up")).toBe(1.5);
    expect(orderBeside(papers, 1, "up")).toBe(0);
    expect(orderBeside(papers, 0, "down")).toBe(3.5);
    expect(orderBeside(papers, 1, "down")).toBe(6);
  });

  it("goes no further than the end", () => {
    expect(orderBeside(papers, 0, "up")).toBeUndefined();
    expect(orderBeside(papers, 2, "down")).toBeUndefined();
  });
});

describe("where a paper stands", () => {
  const paper = { sizeBytes: 1000, sentBytes: 0, whoName: "J Okoro (Housing)" };

  it("is said in words, with how much has gone", () => {
    const at = (place: Parameters<typeof paperPlace>[0]["place"], sentBytes = 0) =>
      paperPlace({ ...paper, place, sentBytes }, "tablet").text;
    expect(at("here")).toBe("On this tablet, not yet sent");
    expect(at("sending")).toBe("Waiting to be sent");
    expect(at("sending", 409)).toBe("Sending, 40 %");
    expect(at("on-server", 1000)).toBe("On the server");
    expect(at("elsewhere")).toBe("Still on the device of J Okoro (Housing)");
    expect(at("refused")).toBe("Refused by the server, still on this tablet");
  });

  it("counts what can be put back as room taken", () => {
    expect(roomWords([])).toBe("No papers yet. There is room for 500 MB");
    const papers = [
      { sizeBytes: 4_000_000, removed: false },
      { sizeBytes: 8_300_000, removed: true },
    ];
    expect(roomWords(papers)).toBe("1 paper, 12 MB of 500 MB");
  });
});
