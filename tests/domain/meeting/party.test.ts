/** Whom a referral names for its hearing, and who of them nobody stands for. */
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../../src/domain/ids.ts";
import { type Party, sameWords, unrepresented } from "../../../src/domain/meeting/party.ts";

type Asked = Parameters<typeof unrepresented>[1][number];
const ITEM = "one" as ItemId;
const party = (parts: Partial<Party>): Party => ({
  key: "services",
  label: "Service",
  part: "involved",
  name: "",
  agency: "",
  required: false,
  ...parts,
});
const asked = (parts: Partial<Asked>): Asked => ({ name: "", items: [], apologies: undefined, ...parts });
const away = (cover: object) =>
  ({ record: { absent: true, ...cover } }) as unknown as NonNullable<Asked["apologies"]>;

describe("[ASH-10] [HAR-16] [HER-41] an agency that a referral names", () => {
  const housing = party({ agency: "Housing" });

  it("is represented by somebody of it who comes to that case", () => {
    expect(unrepresented([housing], [asked({ agency: "The housing service" })], ITEM)).toEqual([]);
    expect(unrepresented([housing], [asked({ agency: "Housing", items: [ITEM] })], ITEM)).toEqual([]);
  });

  it("is missing where they come to another case only, or somebody of another agency comes", () => {
    const elsewhere = asked({ agency: "Housing", items: ["two" as ItemId] });
    expect(unrepresented([housing], [elsewhere, asked({ agency: "Police" })], ITEM)).toEqual([housing]);
  });

  it("is missing where they sent apologies, and not where somebody covers", () => {
    expect(unrepresented([housing], [asked({ agency: "Housing", apologies: away({}) })], ITEM)).toEqual([
      housing,
    ]);
    const covered = asked({ agency: "Housing", apologies: away({ cover: { name: "Somebody" } }) });
    expect(unrepresented([housing], [covered], ITEM)).toEqual([]);
  });
});

describe("[OXT-83] whoever has to be there", () => {
  it("is there by the seat given to somebody, even where the referral names nobody", () => {
    const manager = party({ key: "teamManager", required: true });
    expect(unrepresented([manager], [asked({ name: "Somebody" })], ITEM)).toEqual([manager]);
    expect(unrepresented([manager], [asked({ name: "Somebody", seat: "teamManager" })], ITEM)).toEqual([]);
  });
});

describe("names and agencies, as people type them", () => {
  it.each([
    ["Housing", "the HOUSING service", true],
    ["Ada Okoro", "Ada Okoro, Housing", true],
    ["Nottinghamshire Police", "Thames Valley Police", false],
    ["", "", false],
    ["The service", "The team", false],
  ])("‘%s’ and ‘%s’: %s", (a, b, alike) => {
    expect(sameWords(a, b)).toBe(alike);
    expect(sameWords(b, a)).toBe(alike);
  });
});
