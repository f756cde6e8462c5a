/**
 * Consent in a children’s panel, offline on a tablet: a young person who understands enough decides, a parent’s
 * word stands beside theirs, and terms that ask for nothing are content with a reason.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { axeFaults } from "../ui/inPage.ts";
import { askWith, headed, pick, press, readAloud, tick, yesBy } from "./support/consentSteps.ts";
import { joinAlone } from "./support/meetingWorld.ts";
import { passBeforeYouStart, passInstallFirst } from "./support/referral.ts";
import { makeStoryteller } from "./support/story.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const parsed = parseDefinition(hertfordshireJson);
if (!parsed.ok) throw new Error("Hertfordshire does not parse");
const hertfordshire = parsed.definition;

describe("consent about a child, offline on a tablet", () => {
  let world: World;
  let worker: Person;
  const failing = () => onTestFailed(({ task }) => world.picture(`consent-${task.name}`));
  const page = () => worker.page;
  const open = async () => {
    await page().getByRole("link", { name: "Consent", exact: true }).click();
    await headed(page(), "Consent");
  };
  const clean = async () => {
    await page().evaluate(() => scrollTo(0, 0));
    expect(await axeFaults(page())).toEqual([]);
  };
  const stands = () => page().getByText("Where it stands").locator("xpath=..").innerText();

  beforeAll(async () => {
    world = await makeWorld();
    worker = await world.makePerson("Tom Abara", { viewport: { width: 820, height: 1180 }, touch: true });
    await joinAlone(world, worker, [ashfield, hertfordshireJson]);
    await page().getByRole("link", { name: "Start a referral" }).first().waitFor();
    // Both panels are on the tablet before it goes out.
    await page().getByRole("link", { name: "Start a referral" }).first().click();
    await passInstallFirst(page());
    await page()
      .getByRole("link", { name: /Hertfordshire/ })
      .first()
      .waitFor();
    await worker.offline(true);
    page().setDefaultTimeout(10_000);
  });

  afterAll(async () => {
    await world.close();
  });

  it("in a children’s panel: Gillick competence for this decision, and a parent’s no beside it", async () => {
    failing();
    await startChild();
    await open();
    await press(page(), "Start");
    await page().getByLabel("Yes", { exact: true }).check();
    await press(page(), "Record and continue");
    await headed(page(), "Who decides?");
    const order = await page()
      .getByRole("group", { name: "Who decides about sharing?" })
      .getByRole("radio")
      .all();
    const first = await order[0]?.getAttribute("value");
    expect(first).toBe("selfUnder16");
    await page().getByText("The person is 14 years old").waitFor();
    await pick(page(), "Who decides about sharing?", /under 16/);
    await page().getByLabel("Name of the person who decides").fill("Jo Young");
    await press(page(), "Continue");
    await page().getByText("Say what shows that they can make this decision").first().waitFor();
    await page()
      .getByLabel(/Gillick competence/)
      .fill("Said in her own words what goes to whom.");
    await clean();
    await press(page(), "Continue");
    await readAloud(page());
    await yesBy(page(), /Types their name/);
    await page().getByLabel("Their name, typed by them").fill("Jo Young");
    await tick(page(), "The person ticks this", /./).check();
    await press(page(), "Record consent");
    await headed(page(), "Consent");
    await press(page(), "Record another person’s view beside it");
    await headed(page(), "Whose view is it?");
    await clean();
    await askWith(page(), /parental responsibility/, "Kim Parent");
    await pick(page(), /./, /^No/);
    await press(page(), "Continue");
    await press(page(), "Record their answer");
    await headed(page(), "Consent");
    expect(await stands()).toContain("has given consent");
    const main = await page().getByRole("main").innerText();
    expect(main).toContain("Kim Parent (Someone with parental responsibility) says no");
  });

  it("[GAP-17] where the panel’s terms ask for neither, a reason is enough, and is kept with those terms", async () => {
    failing();
    await startChild();
    await open();
    await press(page(), "Start");
    await page().getByLabel("Yes", { exact: true }).check();
    await press(page(), "Record and continue");
    // Pressed before the record is made, Back would be overtaken by the page that follows it.
    await headed(page(), "Who decides?");
    await page().getByRole("link", { name: "What is recorded" }).click();
    await press(page(), "Say why nothing is recorded");
    await page()
      .getByText(hertfordshire.consent.notRequired?.statement ?? "-")
      .waitFor();
    await press(page(), "Record the reason");
    await page().getByText("Say why nothing was recorded about consent").first().waitFor();
    await clean();
    await page().getByLabel("Why do you record neither").fill("It is on the county’s own file.");
    await press(page(), "Record the reason");
    await headed(page(), "Consent");
    expect(await stands()).toContain("This panel’s terms do not ask for it");
    await page().getByRole("link", { name: "Back to the referral" }).click();
    await headed(page(), "Referral");
    expect(await page().getByRole("listitem").filter({ hasText: "Consent" }).innerText()).toContain(
      "Complete",
    );
  });

  /** A referral about a fourteen-year-old, up to its task list. */
  async function startChild(): Promise<void> {
    const filler = makeStoryteller();
    await page().getByRole("link", { name: "Home" }).first().click();
    await page().getByRole("link", { name: "Start a referral" }).first().click();
    await passInstallFirst(page());
    await page()
      .getByRole("link", { name: /Hertfordshire/ })
      .first()
      .click();
    await passBeforeYouStart(page());
    for (const formPage of hertfordshire.eligibility.section.pages) {
      await headed(page(), formPage.title);
      await filler.fillPage(page(), formPage);
      await press(page(), "Continue");
    }
    await headed(page(), "Referral");
    const [person] = hertfordshire.sections;
    await page()
      .getByRole("link", { name: person?.title ?? "", exact: true })
      .click();
    await page()
      .getByLabel(/^Full name/)
      .fill("Jo Young");
    const born = page().getByRole("group", { name: /^Date of birth/ });
    await born.getByLabel("Day").fill("3");
    await born.getByLabel("Month").fill("2");
    await born
      .getByLabel("Year")
      .fill(String(new Date().getFullYear() - 14 - (new Date().getMonth() < 2 ? 1 : 0)));
    await press(page(), "Save and come back later");
    await headed(page(), "Referral");
  }
});
