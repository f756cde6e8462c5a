import { describe, expect, it } from "vitest";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { makeFileName } from "../../src/documents/fileName.ts";
import { PASSWORD_WORDS, makePassword } from "../../src/documents/password.ts";
import { passwordProblem } from "../../src/documents/passwordRule.ts";

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Bytes that draw these places in the word list. */
function drawing(...draws: number[][]): (length: number) => Uint8Array {
  let draw = 0;
  return () => {
    const places = draws[draw] ?? [];
    draw += 1;
    return new Uint8Array(places.flatMap((place) => [place >> 8, place & 0xff]));
  };
}

describe("a generated password [ASH-06]", () => {
  it("is eight words from a list of 2,048: 88 bits", () => {
    expect(wordlist.length).toBe(2_048);
    expect(PASSWORD_WORDS * Math.log2(wordlist.length)).toBeGreaterThanOrEqual(80);
    const words = makePassword(drawing([0, 1, 2, 3, 4, 5, 6, 2_047])).split(" ");
    expect(words).toEqual([...wordlist.slice(0, 7), "zoo"]);
  });

  it("uses the whole of two bytes evenly: the place wraps round the list", () => {
    expect(makePassword(drawing([2_048, 1, 2, 3, 4, 5, 6, 65_535]))).toBe(
      makePassword(drawing([0, 1, 2, 3, 4, 5, 6, 2_047])),
    );
  });

  it("always passes the rule for passwords", () => {
    for (let time = 0; time < 2_000; time += 1) expect(passwordProblem(makePassword(random))).toBeNull();
  });

  it("draws again where the words are longer than 64 characters together", () => {
    const long = wordlist.flatMap((word, at) => (word.length === 8 ? [at] : [])).slice(0, 8);
    const short = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(makePassword(drawing(long, short)).split(" ")).toEqual(wordlist.slice(0, 8));
  });

  it("refuses to go on with a broken random source", () => {
    expect(() => makePassword((length) => new Uint8Array(length))).toThrow(/same words/);
    expect(() => makePassword(() => new Uint8Array(3))).toThrow(/wrong length/);
  });
});

describe("the rule for passwords [ASH-69]", () => {
  it.each([
    ["", "empty"],
    ["short-one", "too-short"],
    ["x7-".repeat(22), "too-long"],
    ["dŵr-kettle-maple", "not-plain-characters"],
    ["otter\nkettle-maple", "not-plain-characters"],
    ["otter🦄kettle-maple", "not-plain-characters"],
    ["aaaaaaaaaaaaaa", "easily-guessed"],
    ["abababababababab", "easily-guessed"],
    ["12345678901234", "easily-guessed"],
    ["Password2026!!", "easily-guessed"],
    ["abcdefghijklmnop", "easily-guessed"],
  ] as const)("%j is %s", (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it("lets a good one pass", () => {
    expect(passwordProblem("otter-kettle-maple-47")).toBeNull();
  });
});

describe("a file name", () => {
  it("is the kind and the reference", () => {
    expect(makeFileName("referral", "ACC-2026-014")).toBe("referral-acc-2026-014.pdf");
    expect(makeFileName("minutes", "ACC/2026/11")).toBe("minutes-acc-2026-11.pdf");
    expect(makeFileName("report", null, "csv")).toBe("report.csv");
  });

  it.each(["Gwynedd", "Jan Wren 2", "../../etc/1", "x".repeat(40) + "1", "", "A1\u0000"])(
    "leaves out a reference that may be something else: %j",
    (reference) => {
      expect(makeFileName("referral", reference)).toBe("referral.pdf");
    },
  );
});
