import type { JSX } from "solid-js";
import type { Outcome } from "../../app/api.ts";
import type { Confer, Enrolment } from "../../app/stages.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { type BackupChosen, BackupFileForm } from "./parts/BackupFileForm.tsx";

/** From a backup file to a device of the same person. Says what will happen before it asks for anything. */
export function Restore(props: {
  confer: Confer;
  enrol: (enrolling: () => Promise<Outcome<Enrolment>>) => Promise<Outcome<Enrolment>>;
  onBack: () => void;
}): JSX.Element {
  const act = createAct((chosen: BackupChosen) => props.enrol(() => props.confer.restore(chosen)));
  return (
    <Page title="Open a backup file">
      <p class="govuk-body">
        A backup holds work that had not been sent. This device becomes another device of yours:
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>You choose the file, and enter what opens it.</li>
        <li>Confer makes keys for this device, tells the server, and shows a new recovery code once.</li>
        <li>What had not been sent is sent, and your cases come back from the server.</li>
      </ol>
      <p class="govuk-body">
        This needs a connection once. If your other device still works, it goes on working.
      </p>
      <BackupFileForm
        confer={props.confer}
        makesDevice={true}
        submitText="Open the backup"
        busyText="Opening the backup and telling the server about this device. This can take a minute."
        busy={act.busy()}
        problem={act.problem()}
        onSubmit={(chosen) => void act.run(chosen)}
        more={
          <Button kind="link" onClick={() => props.onBack()}>
            Back to the welcome page
          </Button>
        }
      />
    </Page>
  );
}
