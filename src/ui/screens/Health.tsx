import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Safety, Session } from "../../app/api.ts";
import type { Confer } from "../../app/stages.ts";
import { createAct } from "../act.ts";
import { momentOf } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import type { SummaryRow } from "../kit/SummaryList.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { connectionWords } from "../words/connection.ts";
import { persistedWords, storageWords } from "../words/device.ts";
import { ClockNotice } from "../referral/Deadline.tsx";
import { Backup } from "./parts/Backup.tsx";
import { HealthAdvice } from "./parts/HealthAdvice.tsx";
import { NotLasting } from "./parts/NotLasting.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

/** "Is my work safe?" in full: where it is, what waits, what the browser promises, and what to do. */
export function Health(props: { confer: Confer; session: Session }): JSX.Element {
  const safety = createLive(props.session.safety);
  const check = createLive(props.confer.check);
  const sync = createAct(() => props.session.syncNow());
  const [asked, setAsked] = createSignal(false);
  const persist = createAct(async () => {
    const value = await props.confer.askToPersist();
    setAsked(true);
    return { ok: true, value } as const;
  });
  const persisted = () => check()?.persisted;
  return (
    <Page title="Is my work safe?">
      <ProblemNotice problem={sync.problem() ?? persist.problem()} />
      <HealthAdvice session={props.session} />
      <NotLasting confer={props.confer} />
      <ClockNotice session={props.session} />
      <h2 class="govuk-heading-m">The server</h2>
      <SummaryList rows={serverRows(safety())} />
      <div class="confer-actions">
        <Button busy={sync.busy() || safety().syncing} onClick={() => void sync.run()}>
          {sync.busy() || safety().syncing ? "Sending and fetching" : "Send and fetch now"}
        </Button>
        <Show when={safety().refused > 0}>
          <ButtonLink kind="secondary" href={PATTERNS.refused}>
            See what was refused
          </ButtonLink>
        </Show>
      </div>
      <Backup confer={props.confer} session={props.session} />
      <h2 class="govuk-heading-m">This device</h2>
      <SummaryList
        rows={[
          {
            key: "Last saved",
            value:
              safety().savedMs === undefined
                ? "Nothing typed since unlocking"
                : momentOf(safety().savedMs ?? 0),
          },
          { key: "Storage", value: storageWords(check()) },
          { key: "Kept by the browser", value: persistedWords(persisted()) },
          {
            key: "Installed as an app",
            value: check()?.installed === true ? "Yes" : "No: see Settings for how",
          },
        ]}
      />
      <Show when={persisted() !== "yes"}>
        <Button kind="secondary" busy={persist.busy()} onClick={() => void persist.run()}>
          Ask the browser to keep it
        </Button>
        <Show when={asked()}>
          <Notice tone="warn" title="The browser did not promise" live>
            <p>
              That is common, and nothing is lost by it. Install Confer as an app, ask again, and send your
              work often: what is on the server cannot be cleared by this browser.
            </p>
          </Notice>
        </Show>
      </Show>
      <p class="govuk-body">
        Do not clear this browser’s data while anything is not yet sent: it would be lost with it.
      </p>
    </Page>
  );
}

function serverRows(safety: Safety): readonly SummaryRow[] {
  return [
    { key: "Connection", value: connectionWords(safety) },
    {
      key: "Last exchange",
      value: safety.lastSyncMs === undefined ? "None since unlocking" : momentOf(safety.lastSyncMs),
    },
    { key: "Not yet sent", value: String(safety.unsent) },
    { key: "Refused by the server", value: String(safety.refused) },
    { key: "Set aside", value: String(safety.quarantined) },
    { key: "Waiting for something else", value: String(safety.waiting) },
  ];
}
