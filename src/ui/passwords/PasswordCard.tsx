import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import type { UserId } from "../../domain/ids.ts";
import type { PanelPassword } from "../../domain/passwords.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { CopyButton } from "../kit/CopyButton.tsx";
import { Tag } from "../kit/Tag.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";
import { createLive } from "../live.ts";
import { personName } from "../words/people.ts";
import { ToldForm } from "./ToldForm.tsx";
import { WAYS } from "./words.ts";

/** One password of the register: covered until asked for, and everybody who was told it. */
export function PasswordCard(props: {
  session: Session;
  panel: PanelInfo;
  password: PanelPassword;
  /** Documents are made with it today. */
  inUse: boolean;
  /** Made a moment ago: shown at once. */
  shown: boolean;
  leads: boolean;
}): JSX.Element {
  const people = createLive(props.session.people);
  const [shown, setShown] = createSignal(props.shown);
  const [telling, setTelling] = createSignal(false);
  const nameOf = (user: UserId): string => {
    const person = people().find((each) => each.user === user);
    return person ? personName(person) : "Somebody who is not on this device";
  };
  const titleId = (): string => `password-${props.panel.definition.id}-${props.password.entry}`;
  return (
    <section class="confer-card" aria-labelledby={titleId()}>
      <h3 class="confer-card__title" id={titleId()}>
        {props.password.name}{" "}
        <Show when={props.inUse}>
          <Tag tone="good">In use</Tag>
        </Show>
      </h3>
      <p class="govuk-body">
        Made {momentOf(props.password.madeMs)} by {nameOf(props.password.madeBy)}.
      </p>
      <Show when={shown()}>
        <WordsPhrase
          label={`Password for ${props.password.name}, word by word`}
          words={props.password.password.split(" ")}
        />
        <p class="govuk-body">
          As typed: <code class="confer-password-text">{props.password.password}</code>
        </p>
      </Show>
      <div class="confer-actions confer-no-print">
        <Button kind="secondary" about={`for ${props.password.name}`} onClick={() => setShown(!shown())}>
          {shown() ? "Hide the password" : "Show the password"}
        </Button>
        <Show when={shown()}>
          <CopyButton text={() => props.password.password} about={`for ${props.password.name}`}>
            Copy the password
          </CopyButton>
        </Show>
        <Show when={props.leads && !telling()}>
          <Button
            kind="secondary"
            about={`the password for ${props.password.name}`}
            onClick={() => setTelling(true)}
          >
            Note who was told
          </Button>
        </Show>
      </div>
      <Show when={telling()}>
        <ToldForm {...props} onDone={() => setTelling(false)} />
      </Show>
      <Show
        when={props.password.told.length > 0}
        fallback={<p class="govuk-body">Nobody is noted as told.</p>}
      >
        <h4 class="govuk-heading-s">Told</h4>
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.password.told}>
            {({ record, author }) => (
              <li>
                {[...record.users.map(nameOf), ...(record.others === undefined ? [] : [record.others])].join(
                  ", ",
                )}
                : {WAYS[record.how].said} on {dateWords(record.on)}, noted by {nameOf(author)}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
