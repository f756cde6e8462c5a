import { createEffect, createSignal, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Person, Session } from "../../../app/api.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { Role } from "../../../domain/roles.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { personName } from "../../words/people.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { RoleTicks } from "./RoleTicks.tsx";

/** Open while there is a person. What is ticked stays when the server refuses. */
export function ChangeRoles(props: {
  session: Session;
  person: Person | undefined;
  onClose: () => void;
}): JSX.Element {
  const [roles, setRoles] = createSignal<readonly Role[]>([]);
  const [error, setError] = createSignal<string>();
  const act = createAct((user: UserId, chosen: readonly Role[]) => props.session.changeRoles(user, chosen));
  createEffect(
    on(
      () => props.person,
      (person) => {
        setRoles(person?.roles ?? []);
        setError(undefined);
        act.clear();
      },
    ),
  );
  const save = async (): Promise<void> => {
    const user = props.person?.user;
    if (roles().length === 0) setError("Choose at least one role");
    else if (user !== undefined && (await act.run(user, roles())) !== undefined) props.onClose();
  };
  return (
    <Dialog
      id="change-roles"
      open={props.person !== undefined}
      title="Change roles"
      onClose={() => props.onClose()}
      actions={
        <>
          <Button busy={act.busy()} onClick={() => void save()}>
            {act.busy() ? "Saving" : "Save roles"}
          </Button>
          <Button kind="link" onClick={() => props.onClose()}>
            Cancel
          </Button>
        </>
      }
    >
      <Show when={props.person}>
        {(person) => (
          <>
            <ProblemNotice problem={act.problem()} />
            <RoleTicks
              label={`What is ${personName(person())} to the partnership?`}
              value={roles()}
              onChange={setRoles}
              error={error()}
            />
            <p class="govuk-body">
              It holds from the next time their device is online. Cases they can read already stay readable to
              them.
            </p>
          </>
        )}
      </Show>
    </Dialog>
  );
}
