import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { MeetingDate } from "../../../domain/panelBook.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, needed } from "./fieldErrors.ts";
import { REASON_HINT } from "./MoveMeeting.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** Open for as long as it is there. */
export function CancelMeeting(props: {
  session: Session;
  meeting: MeetingDate;
  onClose: () => void;
}): JSX.Element {
  const { meeting } = props;
  const kept = createKeptDraft(props.session, `cancel-meeting/${meeting.key}`, { reason: "" });
  const errors = createFieldErrors();
  const act = createAct(props.session.setMeetingDate.bind(props.session));
  const cancel = async (): Promise<void> => {
    const reason = kept.draft.reason.trim();
    if (!errors.check([needed("cancel-reason", reason, "Say why it is cancelled")])) {
      document.getElementById("cancel-reason")?.focus();
      return;
    }
    if ((await act.run({ ...props.meeting, cancelled: true, reason })) === undefined) return;
    kept.drop();
    props.onClose();
  };
  return (
    <Dialog
      id="cancel-meeting"
      open
      title={`Cancel the meeting on ${dateWords(meeting.date)}?`}
      onClose={props.onClose}
      actions={
        <>
          <Button kind="warning" busy={act.busy()} onClick={() => void cancel()}>
            Cancel this date
          </Button>
          <Button kind="link" onClick={props.onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <ProblemNotice problem={act.problem() ?? kept.problem()} />
      <p>
        Everybody sees that it is cancelled. Confer sends no message about it: tell people as you usually do.
      </p>
      <Show when={kept.ready()}>
        <TextInput
          id="cancel-reason"
          label="Why it is cancelled"
          hint={REASON_HINT}
          value={kept.draft.reason}
          onInput={(value) => kept.set("reason", value.slice(0, 300))}
          error={errors.of("cancel-reason")}
        />
      </Show>
    </Dialog>
  );
}
