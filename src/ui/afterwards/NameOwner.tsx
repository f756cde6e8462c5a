import { createMemo } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { sameName } from "../../domain/sameName.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Select } from "../kit/Select.tsx";
import { createLive } from "../live.ts";
import { caseHref } from "../routes.ts";
import { needed } from "../screens/parts/fieldErrors.ts";
import { ownerFoundWords } from "../words/reminded.ts";
import type { CardAction } from "./cardAction.ts";

/**
 * Names who does an action, out of those on Confer who may write in its case: for those who write for the panel,
 * where nobody is reminded of it. Who it was named for before stays in the history of the case.
 */
export function NameOwner(props: {
  session: Session;
  of: CardAction;
  onSaved: () => void;
  onClose: () => void;
}): JSX.Element {
  const { action, scope } = props.of;
  const id = `owner-${action.action}`;
  const people = createLive(props.session.people);
  const known = createMemo(() =>
    people().flatMap(({ user, profile }) =>
      user !== undefined && profile ? [{ user, profile, mayWrite: props.of.writers.includes(user) }] : [],
    ),
  );
  const choices = createMemo(() => known().filter(({ mayWrite }) => mayWrite));
  const called = () => known().filter(({ profile }) => sameName(profile.name, action.owner));
  /** Chosen already where one alone is called so, and may take it. */
  const likely = (): string => {
    const [only, ...others] = called();
    return only?.mayWrite === true && others.length === 0 ? only.user : "";
  };
  const form = createKeptForm({
    notes: props.session,
    name: `owner/${scope}/${action.action}`,
    blank: { user: likely() },
    check: ({ user }) => [needed(id, user, "Choose who does it")],
    save: ({ user }) => {
      const found = choices().find((each) => each.user === user);
      if (!found) return Promise.resolve({ ok: false, problem: { kind: "not-allowed" } } as const);
      const { name, agency } = found.profile;
      const contact = sameName(name, action.owner) ? {} : { contact: "" };
      return props.session.noteCase(scope, [
        { type: "action-set", action: action.action, owner: name, user: found.user, agency, ...contact },
      ]);
    },
    onSaved: () => props.onSaved(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`Name who does ${action.what}`}
      submitText="Save"
      busyText="Saving."
      onLeave={props.onClose}
    >
      <Select
        id={id}
        label="Who does it?"
        labelSize="s"
        hint={ownerFoundWords(action, called())}
        error={form.errors.of(id)}
        options={choices().map(({ user, profile }) => ({
          value: user,
          label: `${profile.name}, ${profile.agency}`,
        }))}
        value={form.draft.user}
        onChange={(user) => form.set("user", user)}
      />
      <p class="govuk-body">
        Those who may write in this case are listed. To name somebody else,{" "}
        <a class="govuk-link" href={`${caseHref(scope)}?tab=access`}>
          give them access to the case
        </a>{" "}
        first.
      </p>
    </KeptForm>
  );
}
