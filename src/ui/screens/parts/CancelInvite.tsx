import type { JSX } from "solid-js";
import type { Person, Session } from "../../../app/api.ts";
import type { InviteId } from "../../../domain/ids.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { personName } from "../../words/people.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** Open while there is a person. Names what is cancelled and what follows. */
export function CancelInvite(props: {
  session: Session;
  person: Person | undefined;
  onClose: () => void;
}): JSX.Element {
  const act = createAct((invite: InviteId) => props.session.cancelInvite(invite));
  const close = (): void => {
    act.clear();
    props.onClose();
  };
  const cancel = async (): Promise<void> => {
    const invite = props.person?.invite;
    if (invite !== undefined && (await act.run(invite)) !== undefined) close();
  };
  return (
    <Dialog
      id="cancel-invite"
      open={props.person !== undefined}
      title={`Cancel the invite for ${props.person === undefined ? "" : personName(props.person)}?`}
      onClose={close}
      actions={
        <>
          <Button kind="warning" busy={act.busy()} onClick={() => void cancel()}>
            {act.busy() ? "Cancelling" : "Cancel the invite"}
          </Button>
          <Button kind="link" onClick={close}>
            Keep it
          </Button>
        </>
      }
    >
      <ProblemNotice problem={act.problem()} />
      <p>The link stops working at once. You can invite them again at any time.</p>
    </Dialog>
  );
}
