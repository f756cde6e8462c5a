import type { JSX } from "solid-js";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { PATTERNS } from "../routes.ts";

export function NotFound(): JSX.Element {
  return (
    <Page title="There is no such page">
      <p class="govuk-body">The address may be from an older version, or not whole. Nothing is lost.</p>
      <ButtonLink href={PATTERNS.home}>Go to the start page</ButtonLink>
    </Page>
  );
}
