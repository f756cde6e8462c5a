import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { settingHref } from "../../forms/settingValue.ts";
import { createLive, createSteady } from "../live.ts";

type Contact = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly href: string;
  readonly away: boolean;
};

/** What can be written to, rung or opened, of what the co-ordinator has filled in. Names and papers are not here. */
function contactsOf({ definition, settings }: PanelInfo): readonly Contact[] {
  return definition.settings.flatMap((setting) => {
    const text = settings[setting.key] ?? "";
    const href = text === "" ? undefined : settingHref(setting, text);
    return href === undefined
      ? []
      : [{ key: setting.key, label: setting.label, text, href, away: setting.type === "url" }];
  });
}

/** Whom to ask, where help is needed; nothing at all while nothing is filled in. [ASH-74, HER-50] */
export function Contacts(props: { session: Session; definitionId: string }): JSX.Element {
  const panels = createLive(props.session.panels);
  const contacts = createSteady(
    () => {
      const panel = panels().find(({ definition }) => definition.id === props.definitionId);
      return panel ? contactsOf(panel) : [];
    },
    ({ key }) => key,
  );
  return (
    <Show when={contacts().length > 0}>
      <h2 class="govuk-heading-m">If you need to ask the panel</h2>
      <ul class="govuk-list confer-contacts">
        <For each={contacts()}>
          {({ label, text, href, away }) => (
            <li>
              {label}:{" "}
              <a
                class="govuk-link confer-target"
                href={href}
                target={away ? "_blank" : undefined}
                rel={away ? "noreferrer" : undefined}
              >
                {text}
                {away ? " (opens in a new tab)" : ""}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
