/** What a panel's public page says of the cases it takes. */
import { describe, expect, it } from "vitest";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { publicCriteria } from "../../src/forms/publicCriteria.ts";

const of = async (id: string) => {
  const parsed = parseDefinition(await SHIPPED_PANELS.find((panel) => panel.id === id)?.load());
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return publicCriteria(parsed.definition);
};

describe("public criteria", () => {
  it.each(SHIPPED_PANELS)("of $name are there, and none of them is “None of these”", async ({ id }) => {
    const criteria = await of(id);
    expect(criteria.length).toBeGreaterThan(3);
    const labels = criteria.flatMap(({ options }) => options);
    expect(labels.length).toBeGreaterThan(2);
    expect(labels).not.toContain("None of these");
  });

  it("[ASH-21] [ASH-22] [ASH-23] of Ashfield are its three, of which one is enough", async () => {
    const criteria = await of("ashfield");
    expect(criteria.at(-1)?.text).toBe("At least one of these is true:");
    expect(criteria.at(-1)?.options).toHaveLength(3);
    expect(criteria.at(-1)?.options[0]).toMatch(/formal route\. For example the safeguarding hub/);
  });
});
