import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { SaveBackup } from "./parts/SaveBackup.tsx";

/** The browser cleared the database under an open app. What is in memory is all there is until the page is closed. */
export function StorageLost(props: { session: Session }): JSX.Element {
  return (
    <Page title="This browser has removed what Confer keeps on this device">
      <Notice tone="bad" title="Do not close this page yet">
        <p>
          Everything that had been sent is safe on the server. What had not been sent is now only in the
          memory of this page, and is gone when the page is closed or loaded again.
        </p>
      </Notice>
      <h2 class="govuk-heading-m">1. Save it as a backup file</h2>
      <p class="govuk-body">
        One encrypted file that only you can open, with your passphrase or recovery code. It cannot hold
        papers that were not sent, and may not hold a page that was half written: note what you remember of
        them.
      </p>
      <SaveBackup session={props.session} />
      <h2 class="govuk-heading-m">2. Start again and open the file</h2>
      <p class="govuk-body">
        The welcome page asks for the backup file. It needs a connection once, and your cases come back from
        the server.
      </p>
      <Button kind="secondary" onClick={() => location.replace("/")}>
        I have saved the file: start again
      </Button>
      <Show when={!navigator.onLine}>
        <p class="govuk-body">There is no connection now. The app itself still opens; the backup can wait.</p>
      </Show>
    </Page>
  );
}
