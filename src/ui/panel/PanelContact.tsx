import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PublicContact } from "../../domain/publicDates.ts";
import { settingHref } from "../../forms/settingValue.ts";
import { SummaryList } from "../kit/SummaryList.tsx";

const WORDS = { email: "Email", telephone: "Telephone" } as const;

/** How to reach whoever runs a panel, as the partnership set it; nothing stands in for what it did not set. */
export function PanelContact(props: { contact: PublicContact | undefined }): JSX.Element {
  const rows = () =>
    (["email", "telephone"] as const).flatMap((kind) => {
      const text = props.contact?.[kind];
      return text === undefined ? [] : [{ key: WORDS[kind], value: <Reached kind={kind} text={text} /> }];
    });
  return (
    <section aria-labelledby="panel-contact-title">
      <h2 class="govuk-heading-m" id="panel-contact-title">
        Whom to ask
      </h2>
      <Show
        when={rows().length > 0}
        fallback={
          <p class="govuk-body">
            The panel has published no contact yet. Ask your manager, or the agency that runs the panel.
          </p>
        }
      >
        <SummaryList rows={rows()} />
        <p class="govuk-body">Leave out names and details of people when you write by ordinary email.</p>
      </Show>
    </section>
  );
}

function Reached(props: { kind: keyof typeof WORDS; text: string }): JSX.Element {
  const href = () => settingHref({ type: props.kind === "email" ? "email" : "tel" }, props.text);
  return (
    <a class="govuk-link confer-target" href={href()}>
      {props.text}
    </a>
  );
}
