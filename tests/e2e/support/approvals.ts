/** Agreement as it is taken down on the screens. The task list is shown, at the start and at the end. */
import type { Page } from "playwright-core";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import type { Filler } from "./answers.ts";

/** What everybody said whose agreement or view this referral needs: by telephone, taken down by its author. */
export async function takeDownApprovals(
  page: Page,
  definition: PanelDefinition,
  filler: Filler,
): Promise<void> {
  const needed = (definition.approvals ?? []).filter(({ required }) => required !== undefined);
  for (const { label, kind } of needed) {
    const row = page.getByRole("link", { name: label, exact: true });
    if (!(await row.isVisible())) continue;
    await row.click();
    await page.getByLabel("Write down what somebody said").check();
    const name = `Pat ${filler.canary()}`;
    await page.getByLabel("Their name").fill(name);
    if (kind === "approval") await page.getByLabel("They approve it").check();
    const words = `Go ahead ${filler.canary()}`;
    await page.getByLabel("What they said").fill(words);
    await page.getByLabel("In person or by telephone").check();
    const when = page.getByRole("group", { name: "When did they say it?" });
    await when.getByLabel("Day").fill("3");
    await when.getByLabel("Month").fill("3");
    await when.getByLabel("Year").fill("2025");
    await page.getByRole("button", { name: "Record it", exact: true }).click();
    await page.getByRole("status").getByText("Recorded.").waitFor();
    filler.given.push({ label, text: name }, { label, text: words });
    await page.getByRole("link", { name: "Go back to the referral" }).click();
    await page.getByRole("heading", { level: 1, name: "Referral" }).waitFor();
  }
}
