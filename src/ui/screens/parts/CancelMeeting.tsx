import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { MeetingDate } from "../../../domain/panelBook.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** Open while there is a meeting. */
export function CancelMeeting(props: {
  session: Session;
  meeting: MeetingDate | undefined;
  onClose: () => void;
}): JSX.Element {
  const act = createAct((meeting: MeetingDate) =>
    props.session.setMeetingDate({ ...meeting, cancelled: true }),
  );
  const close = (): void => {
    act.clear();
    props.onClose();
  };
  const cancel = async (): Promise<void> => {
    if (props.meeting !== undefined && (await act.run(props.meeting)) !== undefined) close();
  };
  return (
    <Dialog
      id={`cancel-meeting-${props.meeting?.key ?? "none"}`}
      open={props.meeting !== undefined}
      title={`Cancel the meeting on ${props.meeting === undefined ? "" : dateWords(props.meeting.date)}?`}
      onClose={close}
      actions={
        <>
          <Button kind="warning" busy={act.busy()} onClick={() => void cancel()}>
            Cancel this date
          </Button>
          <Button kind="link" onClick={close}>
            Keep it
          </Button>
        </>
      }
    >
      <ProblemNotice problem={act.problem()} />
      <p>Everybody sees it go. Confer sends no message about it: tell people as you usually do.</p>
    </Dialog>
  );
}
