import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { Imported } from "../../../app/backup/api.ts";
import type { Confer } from "../../../app/stages.ts";
import { createAct } from "../../act.ts";
import { Details } from "../../kit/Details.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { SummaryList } from "../../kit/SummaryList.tsx";
import { createLive } from "../../live.ts";
import { importedWords, savedWords, waitingWords } from "../../words/backup.ts";
import { type BackupChosen, BackupFileForm } from "./BackupFileForm.tsx";
import { SaveBackup } from "./SaveBackup.tsx";

/** On the page about safety: a file against losing this device, and a file from another. */
export function Backup(props: { confer: Confer; session: Session }): JSX.Element {
  const safety = createLive(props.session.safety);
  const backup = createLive(props.session.backup);
  const [imported, setImported] = createSignal<Imported>();
  const take = createAct(({ file, secret }: BackupChosen) => props.session.importBackup(file, secret));
  const open = async (chosen: BackupChosen): Promise<void> => {
    setImported((await take.run(chosen))?.value);
  };
  return (
    <>
      <h2 class="govuk-heading-m">Backup of unsent work</h2>
      <p class="govuk-body">
        One encrypted file with everything that only this device has: what is not yet sent, what was refused,
        and what is half written. Only you can open it, with your passphrase or recovery code, on this or
        another device. Keep it anywhere that is not this device.
      </p>
      <SummaryList
        rows={[
          { key: "It would hold", value: waitingWords(safety()) },
          { key: "Last saved", value: savedWords(backup()) },
        ]}
      />
      <SaveBackup session={props.session} kind="secondary" />
      <Details summary="I have a backup file of mine from another device">
        <p>
          What is missing here is added. Nothing that is here is changed. This works without a connection.
        </p>
        {/* Gone once it has done its work, and the passphrase with it. */}
        <Show when={imported() === undefined} fallback={<p>It was opened: see below.</p>}>
          <BackupFileForm
            confer={props.confer}
            makesDevice={false}
            submitText="Add what is in it"
            busyText="Opening the backup. This can take a minute."
            busy={take.busy()}
            problem={take.problem()}
            onSubmit={(chosen) => void open(chosen)}
          />
        </Show>
      </Details>
      <div role="status">
        <Show when={imported()}>
          {(taken) => (
            <Notice tone="good" title="The backup was opened">
              <For each={importedWords(taken())}>{(sentence) => <p>{sentence}</p>}</For>
            </Notice>
          )}
        </Show>
      </div>
    </>
  );
}
