/** Papers as they are added on the screens. The task list is shown, at the start and at the end. */
import type { Page } from "playwright-core";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import type { Filler } from "./answers.ts";

/** A file for the first paper that the panel needs, and for each of the others why it does not come now. */
export async function answerPapers(
  page: Page,
  definition: PanelDefinition,
  filler: Filler,
  file: string,
): Promise<void> {
  const section = definition.sections.find(({ kind }) => kind === "papers");
  if (!section) return;
  await page.getByRole("link", { name: section.title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: section.title }).waitFor();
  const needed = (definition.papers ?? []).filter(({ required }) => required !== undefined);
  for (const [at, paper] of needed.entries()) {
    const place = page.getByRole("region", { name: paper.label });
    if (at === 0) {
      await page.locator(`#file-${paper.key}`).setInputFiles(file);
      await place.getByText("PDF").first().waitFor();
      continue;
    }
    await place.getByRole("button", { name: /^I cannot send it now/ }).click();
    const reason = `Follows ${filler.canary()}`;
    await place.getByLabel("Why does it not come with the referral?").fill(reason);
    filler.given.push({ label: paper.label, text: reason });
  }
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { level: 1, name: "Referral" }).waitFor();
}
