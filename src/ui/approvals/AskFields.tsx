import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { Session } from "../../app/api.ts";
import { Notice } from "../kit/Notice.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import type { FieldErrors } from "../screens/parts/fieldErrors.ts";
import type { ApprovalDraft } from "./approvalDraft.ts";
import { colleaguesOf, matching, MOST_SHOWN } from "./colleagues.ts";

/** Whom to ask, and a message to them. */
export function AskFields(props: {
  session: Session;
  draft: ApprovalDraft;
  set: SetStoreFunction<ApprovalDraft>;
  errors: FieldErrors;
}): JSX.Element {
  const people = createLive(props.session.people);
  const me = createLive(props.session.me);
  const all = createMemo(() => colleaguesOf(people(), me().user));
  const found = createMemo(() => matching(all(), props.draft.filter, props.draft.user));
  return (
    <Show
      when={all().length > 0}
      fallback={
        <p class="govuk-body">
          Nobody else has been confirmed on Confer yet. Write down what somebody said instead.
        </p>
      }
    >
      <Show when={all().length > MOST_SHOWN}>
        <TextInput
          id="colleague-filter"
          type="search"
          label="Find a colleague"
          hint="Part of a name, a position or an agency."
          value={props.draft.filter}
          onInput={(filter) => props.set("filter", filter)}
        />
      </Show>
      <Radios
        id="colleague"
        label="Whom do you ask?"
        legendSize="s"
        error={props.errors.of("colleague")}
        options={found().map(({ user, name, about }) => ({ value: user, label: name, hint: about }))}
        value={props.draft.user === "" ? undefined : props.draft.user}
        onChange={(user) => props.set("user", user)}
      />
      <Show when={all().length > MOST_SHOWN && found().length >= MOST_SHOWN}>
        <p class="govuk-body">There are {all().length} people. Type above to find others.</p>
      </Show>
      <TextArea
        id="message"
        label="A message to them"
        labelSize="s"
        optional={true}
        rows={3}
        error={props.errors.of("message")}
        value={props.draft.message}
        onInput={(message) => props.set("message", message)}
      />
      <Notice tone="info" title="They will see this draft">
        They can read it as it stands, and as you change it, and nothing else of yours. They cannot change it.
        This cannot be taken back.
      </Notice>
    </Show>
  );
}
