import { describe, expect, it } from "vitest";
import { settingHref, settingMistake } from "../../src/forms/settingValue.ts";

describe("a panel's setting [ASH-74] [HER-50]", () => {
  it.each([
    ["email", "panel@example.gov.uk", "mailto:panel@example.gov.uk"],
    ["tel", "01632 960 001 ext 4", "tel:01632960001"],
    ["tel", "+44 (0)1632 960001", "tel:+4401632960001"],
    ["url", "www.example.gov.uk/panel-dates", "https://www.example.gov.uk/panel-dates"],
    ["url", "http://example.gov.uk", "http://example.gov.uk"],
  ] as const)("of type %s may be %s", (type, text, href) => {
    expect(settingMistake({ type }, text)).toBeUndefined();
    expect(settingHref({ type }, ` ${text} `)).toBe(href);
  });

  it.each([
    ["email", "panel at example"],
    ["email", "a@b.uk?bcc=everyone@c.uk"],
    ["email", "a@b.uk, c@d.uk"],
    ["tel", "ask Sam"],
    ["url", "javascript:alert(1)"],
    ["url", "data:text/html,x"],
    ["url", "https://user:pw@example.org"],
    ["url", "panel"],
    ["text", "x".repeat(5_001)],
  ] as const)("of type %s may not be %s", (type, text) => {
    expect(settingMistake({ type }, text)).toMatch(/^(Enter|It is too long)/);
    expect(settingHref({ type }, text)).toBeUndefined();
  });

  it("may be empty, and leads nowhere then", () => {
    for (const type of ["email", "tel", "url", "text", "people"] as const) {
      expect(settingMistake({ type }, "  ")).toBeUndefined();
      expect(settingHref({ type }, "  ")).toBeUndefined();
    }
  });
});
