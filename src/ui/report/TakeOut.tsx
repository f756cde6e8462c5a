import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import type { Period } from "../../forms/period.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { TableOut } from "../documents/TableOut.tsx";
import { TakenOut } from "./TakenOut.tsx";

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
      <TakenOut
        session={props.session}
        what="the report"
        exports={props.panel.reportExports.filter((each) => each.record.document === undefined)}
      />
    </>
  );
}
