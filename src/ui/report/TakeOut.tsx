import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Problem, Session } from "../../app/api.ts";
import { type Period, periodWords } from "../../forms/period.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { momentOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { createLive } from "../live.ts";
import { saveFile } from "../saveFile.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

type Props = { session: Session; panel: PanelInfo; period: Period };
type How = Parameters<Session["recordReportExport"]>[2];

/** The report on paper, as a table, or as a protected PDF; each time is said beneath it. */
export function TakeOut(props: Props): JSX.Element {
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  const record = (how: How) => props.session.recordReportExport(props.panel.definition.id, props.period, how);
  const note = async (how: How, words: string): Promise<void> => {
    setSaid(words);
    const noted = await record(how);
    if (!noted.ok) setProblem(noted.problem);
  };
  const download = async (): Promise<void> => {
    const file = props.session.annualReportCsv(props.panel.definition.id, props.period);
    setProblem(file.ok ? undefined : file.problem);
    if (!file.ok) return;
    const saved = await saveFile(file.value.bytes, file.value.fileName, "text/csv");
    if (saved === "download") await note("table", "The table was handed to this device’s downloads.");
    else if (saved === "share") await note("table", "The table was handed over.");
    else setSaid(saved === "press-again" ? "Press once more." : "Nothing was handed over.");
  };
  const printPage = (): Promise<void> => {
    window.print();
    return note("print", "");
  };
  return (
    <div class="confer-no-print">
      <h2 class="govuk-heading-m">On paper, or for a spreadsheet</h2>
      <p class="govuk-body confer-measure">Printing and the table are not protected by a password.</p>
      <ProblemNotice problem={problem()} />
      <div class="confer-actions">
        <Button kind="secondary" onClick={() => void printPage()}>
          Print
        </Button>
        <Button kind="secondary" onClick={() => void download()}>
          Download as a table (CSV)
        </Button>
      </div>
      <p class="govuk-body" role="status">
        {said()}
      </p>
      <ProtectedPdf
        session={props.session}
        panel={props.panel.definition.id}
        forOne={true}
        make={(wish) => props.session.exportAnnualReport(props.panel.definition.id, props.period, wish)}
        record={(how) => record(how)}
      />
      <TakenOut {...props} />
    </div>
  );
}

const HOW: Readonly<Record<string, string>> = {
  download: "as a protected PDF",
  share: "as a protected PDF",
  print: "on paper",
  table: "as a table",
};

function TakenOut(props: Props): JSX.Element {
  const people = createLive(props.session.people);
  const nameOf = (user: string) =>
    people().find((person) => person.user === user)?.profile?.name ?? "Somebody who is not on this device";
  const lines = () => props.panel.reportExports.toReversed();
  return (
    <Show when={lines().length > 0}>
      <h2 class="govuk-heading-m">When it was taken out</h2>
      <ul class="govuk-list govuk-list--bullet">
        <For each={lines()}>
          {({ author, order, record }) => (
            <li>
              {momentOf(order[0])}: {nameOf(author)} took out the report on{" "}
              {periodWords({ from: record.from, to: record.to })} {HOW[record.how] ?? ""}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
