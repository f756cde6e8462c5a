import { useParams } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Problem, Session } from "../../app/api.ts";
import type { OpenTransfer, TransferFormat } from "../../app/transferTypes.ts";
import { mayLeaveOpen } from "../../forms/leaveOpen.ts";
import { CaseGate, type OpenCase } from "../caseFile/CaseGate.tsx";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { Button } from "../kit/Button.tsx";
import { CopyButton } from "../kit/CopyButton.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { midSentence } from "../kit/SummaryList.tsx";
import { saveFile } from "../saveFile.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

/** A case box by box, to be typed over into another system. [ASH-48, ASH-88] */
export function TransferPage(props: { session: Session }): JSX.Element {
  const params = useParams();
  return (
    <CaseGate session={props.session} title="For another system">
      {(open) => <Transfer session={props.session} open={open} name={params["transfer"] ?? ""} />}
    </CaseGate>
  );
}

type Props = { session: Session; open: OpenCase; name: string };

function Transfer(props: Props): JSX.Element {
  const found = createMemo(() => {
    // Read again when the case changes: what is read is not live.
    props.open.view();
    return props.session.readTransfer(props.open.scope, props.name);
  });
  return (
    <Page
      title="For another system"
      heading={found()?.transfer.label ?? "For another system"}
      caption={props.open.view().summary.reference}
      back={{ href: `${props.open.href()}?tab=follow-up`, text: "Follow-up" }}
    >
      <Show
        when={found()}
        fallback={<EmptyState>This panel’s papers ask for nothing to be entered elsewhere.</EmptyState>}
      >
        {(transfer) => (
          <>
            <p class="govuk-body">{transfer().transfer.hint}</p>
            <Boxes {...props} transfer={transfer()} />
            <Show
              when={openFilesOf(props.open)}
              fallback={
                <p class="govuk-inset-text">
                  This panel does not let these boxes leave without a password, so there is no file for the
                  other system. Copy the boxes above one by one, or make a protected PDF.
                </p>
              }
            >
              <TakeOut {...props} />
            </Show>
            <ProtectedPdf
              session={props.session}
              panel={props.open.view().definition?.id}
              begins={() => props.session.composeTransfer(props.open.scope, props.name)}
              make={(wish) => props.session.exportTransfer(props.open.scope, props.name, wish)}
              record={(how, by) => props.session.recordExport(props.open.scope, how, "extract", by)}
            />
            <ReadHere
              compose={() => props.session.composeTransfer(props.open.scope, props.name)}
              record={(how) => props.session.recordExport(props.open.scope, how, "extract")}
            />
          </>
        )}
      </Show>
    </Page>
  );
}

function Boxes(props: Props & { transfer: OpenTransfer }): JSX.Element {
  // Once for each visit: the history of the case says that something was copied, not how often.
  let noted = false;
  const note = (): void => {
    if (noted) return;
    noted = true;
    void props.session.recordExport(props.open.scope, "copy", "extract");
  };
  return (
    <dl class="confer-transfer">
      <For each={props.transfer.rows}>
        {(row) => (
          <div class="confer-transfer__row">
            <dt>{row.label}</dt>
            <dd dir="auto">
              <Show
                when={row.value !== ""}
                fallback={<span class="confer-empty-value">Nothing is recorded</span>}
              >
                {row.value}
              </Show>
            </dd>
            <Show when={row.value !== ""}>
              <dd class="confer-no-print">
                <CopyButton text={() => row.value} about={midSentence(row.label)} onCopied={note}>
                  Copy
                </CopyButton>
              </dd>
            </Show>
          </div>
        )}
      </For>
    </dl>
  );
}

/** By the panel's rule. The app refuses them all the same where it says no. [ASH-69] */
function openFilesOf(open: OpenCase): boolean {
  const { definition } = open.view();
  return definition !== undefined && mayLeaveOpen(definition, "extract");
}

/** As files without a password, for the other system alone; the history of the case says that they were made. */
function TakeOut(props: Props): JSX.Element {
  const { session, open } = props;
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  const download = async (format: TransferFormat): Promise<void> => {
    const file = session.transferFile(open.scope, props.name, format);
    setProblem(file.ok ? undefined : file.problem);
    if (!file.ok) return;
    const saved = await saveFile(
      file.value.bytes,
      file.value.fileName,
      format === "csv" ? "text/csv" : "application/json",
    );
    if (saved !== "download" && saved !== "share") {
      setSaid(saved === "press-again" ? "Press once more." : "Nothing was handed over.");
      return;
    }
    setSaid("The file was handed over. Delete it once the other system has it.");
    const noted = await session.recordExport(open.scope, saved, "extract");
    if (!noted.ok) setProblem(noted.problem);
  };
  return (
    <div class="confer-no-print">
      <h2 class="govuk-heading-m">As a file, for a system that can read one</h2>
      <p class="govuk-body">
        These files are not protected by a password. Keep them on this device, never send them by email, and
        delete them once the other system has taken them in.
      </p>
      <ProblemNotice problem={problem()} />
      <div class="confer-actions">
        <Button kind="secondary" onClick={() => void download("csv")}>
          Download as a table (CSV)
        </Button>
        <Button kind="secondary" onClick={() => void download("json")}>
          Download as data (JSON)
        </Button>
      </div>
      <p class="govuk-body" role="status">
        {said()}
      </p>
    </div>
  );
}
