import { Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button, ButtonLink } from "./Button.tsx";
import { classes } from "./field.ts";

export interface SummaryAction {
  /** "Change". */
  text: string;
  /** What it is about, for a screen reader; the row's key as it reads within a sentence, when not given. */
  about?: string | undefined;
  /** One of these: a place, or an act. */
  href?: string | undefined;
  onClick?: (() => void) | undefined;
}

export interface SummaryRow {
  key: string;
  /** Empty or undefined reads "Not provided". Line breaks in text are kept. */
  value: JSX.Element;
  /** Long text: under its key, as wide as the list, where it can be read. */
  long?: boolean | undefined;
  actions?: readonly SummaryAction[] | undefined;
}

function Action(props: { action: SummaryAction; rowKey: string }): JSX.Element {
  const about = (): string => props.action.about ?? midSentence(props.rowKey);
  return (
    <Show
      when={props.action.href}
      fallback={
        <Button kind="link" about={about()} onClick={() => props.action.onClick?.()}>
          {props.action.text}
        </Button>
      }
    >
      {(href) => (
        <ButtonLink kind="link" href={href()} about={about()}>
          {props.action.text}
        </ButtonLink>
      )}
    </Show>
  );
}

/** "Full name" → "full name", but "LCS number" stays: a screen reader spells it out. */
export const midSentence = (text: string): string =>
  /^\p{Lu}(?![\p{Lu}\d])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const isEmpty = (value: JSX.Element): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Check answers: everything as it will be read, with Change beside each. A row stays the same element as it changes. */
export function SummaryList(props: { rows: readonly SummaryRow[] }): JSX.Element {
  return (
    <dl class="govuk-summary-list">
      <Index each={props.rows}>
        {(row) => (
          <div
            class={classes(
              "govuk-summary-list__row",
              (row().actions ?? []).length === 0 && "govuk-summary-list__row--no-actions",
              row().long === true && "confer-summary--long",
            )}
          >
            <dt class="govuk-summary-list__key">{row().key}</dt>
            <dd class="govuk-summary-list__value" dir="auto">
              <Show
                when={!isEmpty(row().value)}
                fallback={<span class="confer-empty-value">Not provided</span>}
              >
                {row().value}
              </Show>
            </dd>
            <Show when={(row().actions ?? []).length > 0}>
              <dd class="govuk-summary-list__actions">
                <div class="confer-actions">
                  <Index each={row().actions}>
                    {(action) => <Action action={action()} rowKey={row().key} />}
                  </Index>
                </div>
              </dd>
            </Show>
          </div>
        )}
      </Index>
    </dl>
  );
}
