import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { type Period, periodWords } from "../../forms/period.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { momentOf } from "../caseFile/when.ts";
import { ReadHere } from "../documents/ReadHere.tsx";
import { TableOut } from "../documents/TableOut.tsx";
import { createLive } from "../live.ts";

type Props = { session: Session; panel: PanelInfo; period: Period };
type How = Parameters<Session["recordReportExport"]>[2];

/** The report as a page, as a table, or as a protected PDF; each time is said beneath it. */
export function TakeOut(props: Props): JSX.Element {
  const id = () => props.panel.definition.id;
  const record = (how: How) => props.session.recordReportExport(id(), props.period, how);
  return (
    <>
      <ReadHere
        choice={`${id()} ${props.period.from}`}
        compose={() => props.session.composeAnnualReport(id(), props.period)}
        record={record}
      />
      <TableOut
        words="The table is not protected by a password."
        table={() => props.session.annualReportCsv(id(), props.period)}
        record={() => record("table")}
        prints={false}
      />
      <ProtectedPdf
        session={props.session}
        panel={id()}
        forOne={true}
        begins={() => props.session.composeAnnualReport(id(), props.period)}
        make={(wish) => props.session.exportAnnualReport(id(), props.period, wish)}
        record={(how) => record(how)}
      />
      <TakenOut {...props} />
    </>
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
      <h2 class="govuk-heading-m confer-no-print">When it was taken out</h2>
      <ul class="govuk-list govuk-list--bullet confer-no-print">
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
