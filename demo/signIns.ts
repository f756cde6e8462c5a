/** The page that lists the demonstration's people, each with a link to an address of their own. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatIdentity } from "../src/app/identityStore.ts";
import { ROLE_NAMES } from "../src/domain/roles.ts";
import { DEMO_PASSPHRASE, type SignIn } from "./story.ts";

export const SIGN_INS_PATH = "/demonstration/people.html";

/** One origin a person: their browser storage is then apart, as on devices of their own. */
export const addressOf = (signIn: SignIn, port: number): string =>
  `http://${signIn.key}.localhost:${port}/#demonstration=${formatIdentity(signIn.identity)}`;

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const roleNames = ({ roles }: SignIn): string => roles.map((role) => ROLE_NAMES[role]).join(", ");

export function writeSignInPage(distDir: string, signIns: readonly SignIn[], port: number): void {
  const style = readdirSync(join(distDir, "assets")).find((file) => /^index.*\.css$/.test(file)) ?? "";
  const rows = signIns.map(
    (signIn) =>
      `<li><p><a class="govuk-link govuk-body-l" href="${escape(addressOf(signIn, port))}">${escape(signIn.name)}</a><br>` +
      `<span class="govuk-body">${escape(roleNames(signIn))}, ${escape(signIn.agency)}</span></p></li>`,
  );
  const page = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demonstration sign-ins – Confer</title>
<link rel="stylesheet" href="/assets/${style}"></head>
<body class="govuk-template__body"><main class="govuk-width-container govuk-main-wrapper">
<h1 class="govuk-heading-xl">Demonstration sign-ins</h1>
<p class="govuk-body-l">Everyone here is invented. Each link opens Confer at an address of its own, as on a device of that person.</p>
<p class="govuk-body">The passphrase of each is: <strong>${escape(DEMO_PASSPHRASE)}</strong></p>
<ul class="govuk-list">${rows.join("\n")}</ul>
<p class="govuk-body">Try this: open Riley Referrer, start a referral and submit it; then open Casey Co-ordinator, read it, decide, and make the PDF.</p>
</main></body></html>
`;
  const folder = join(distDir, "demonstration");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "people.html"), page);
}
