import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { EntryId } from "../../domain/ids.ts";
import { makeSnapshot } from "../../forms/makeSnapshot.ts";
import type { ReferralSnapshot } from "../../forms/snapshot.ts";
import { ReadHere } from "../documents/ReadHere.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Select } from "../kit/Select.tsx";
import { AgreedSince } from "../approvals/AgreedSince.tsx";
import { AlikeCases } from "./AlikeCases.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { ProtectedPdf } from "./ProtectedPdf.tsx";
import { SnapshotView } from "./SnapshotView.tsx";
import { isoDayOf, momentOf } from "./when.ts";

/** The referral as it was submitted; a draft as it stands. */
export function ReferralTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const [chosen, setChosen] = createSignal("");
  const [pageOpen, setPageOpen] = createSignal(false);
  const snapshots = () => props.open.view().snapshots;
  const submitted = createMemo(() => snapshots().find(({ entry }) => entry === chosen()) ?? snapshots()[0]);
  const recordOf = (entry: EntryId | undefined) =>
    props.open.view().file.status.find((step) => step.entry === entry)?.record;
  const note = (): { title: string; text: string } | undefined => {
    const sent = recordOf(submitted()?.entry);
    if (sent?.type === "corrected") return { title: "What was put right", text: sent.note };
    if (sent?.type !== "submitted" || sent.note === undefined) return undefined;
    return { title: "What was added since it was returned", text: sent.note };
  };
  const verb = (entry: EntryId): string =>
    recordOf(entry)?.type === "corrected" ? "Corrected" : "Submitted";
  const draft = createMemo((): ReferralSnapshot | undefined => {
    const { definition, answers, file, origins, papers, approvals } = props.open.view();
    if (!definition) return undefined;
    const today = isoDayOf(Date.now());
    return makeSnapshot(definition, answers, file.consent, { today, origins, papers, approvals });
  });
  return (
    <>
      <div class="confer-no-print">
        <AlikeCases session={props.session} open={props.open} />
      </div>
      <Show when={snapshots().length > 1}>
        <div class="confer-no-print">
          <Select
            id="version"
            label="Which version"
            prompt="The latest"
            options={snapshots().map(({ entry, atMs }, index) => ({
              value: entry,
              label: `${verb(entry)} ${momentOf(atMs)}${index === 0 ? " (latest)" : ""}`,
            }))}
            value={chosen()}
            onChange={setChosen}
          />
        </div>
      </Show>
      <Switch
        fallback={
          <EmptyState>
            The referral appears here once it has been submitted and this device has received it.
          </EmptyState>
        }
      >
        <Match when={submitted()}>
          {(sent) => (
            <>
              <PrintHead snapshot={sent().snapshot} reference={props.open.view().summary.reference} />
              <p class="govuk-body">
                As {verb(sent().entry).toLowerCase()} on {momentOf(sent().atMs)}.
              </p>
              <Show when={note()}>
                {(said) => (
                  <>
                    <h2 class="govuk-heading-m">{said().title}</h2>
                    <p class="govuk-body confer-said">{said().text}</p>
                  </>
                )}
              </Show>
              <AgreedSince open={props.open} sent={sent().snapshot} />
              {/* The page says the same: twice, no part of it could be told from its like. */}
              <Show when={!pageOpen()}>
                <SnapshotView snapshot={sent().snapshot} />
              </Show>
              <ProtectedPdf
                session={props.session}
                panel={sent().snapshot.definitionId}
                begins={() => props.session.composeReferral(props.open.scope)}
                make={(wish) => props.session.exportReferral(props.open.scope, wish)}
                record={(how, by) => props.session.recordExport(props.open.scope, how, "referral", by)}
              />
              <ReadHere
                compose={() => props.session.composeReferral(props.open.scope)}
                record={(how) => props.session.recordExport(props.open.scope, how, "referral")}
                onShown={setPageOpen}
              />
            </>
          )}
        </Match>
        <Match when={draft()}>
          {(current) => (
            <>
              <PrintHead snapshot={current()} reference={props.open.view().summary.reference} />
              <p class="govuk-body">
                {props.open.view().access.length > 1
                  ? "As it stands. It has not been sent."
                  : "As it stands. Nobody else has it."}
              </p>
              <SnapshotView snapshot={current()} />
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}

/** On paper only: what it is and how to handle it, since the bars of the screen are not printed. */
function PrintHead(props: { snapshot: ReferralSnapshot; reference: string }): JSX.Element {
  return (
    <p class="govuk-body confer-print-only">
      {props.snapshot.handlingMark}. {props.snapshot.panelName}. {props.reference}. Form version{" "}
      {props.snapshot.definitionVersion}.
    </p>
  );
}
