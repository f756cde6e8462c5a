import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { BackupCopy } from "../../../app/backup/api.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { saveFile } from "../../saveFile.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** Hands the person one sealed file of everything that is only on this device. */
export function SaveBackup(props: {
  session: Pick<Session, "saveBackup" | "noteBackupSaved">;
  kind?: "secondary";
}): JSX.Element {
  const [said, setSaid] = createSignal("");
  // Made, and waiting for the fresh press that the browser wants before it shares.
  let ready: BackupCopy | undefined;
  const act = createAct(() => props.session.saveBackup());
  const save = async (): Promise<void> => {
    setSaid("");
    const copy = ready ?? (await act.run())?.value;
    ready = undefined;
    if (copy === undefined) return;
    const saved = await saveFile(copy.file, copy.fileName, "application/octet-stream");
    if (saved === "cancelled") return;
    if (saved === "press-again") {
      ready = copy;
      setSaid("The backup is ready. Press once more to share it.");
      return;
    }
    await props.session.noteBackupSaved(copy.madeMs);
    setSaid(
      saved === "share"
        ? "The backup was handed over. Check that it is where you put it."
        : "The backup is saved with your downloads. Your work stays here too.",
    );
  };
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <div class="confer-actions">
        <Button kind={props.kind} busy={act.busy()} onClick={() => void save()}>
          {act.busy() ? "Making the backup" : "Save a backup of unsent work"}
        </Button>
        <span class="govuk-body-s" role="status">
          {said()}
        </span>
      </div>
    </>
  );
}
