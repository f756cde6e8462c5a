import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { LogFilter } from "../../app/triageTypes.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { TableOut } from "../documents/TableOut.tsx";

/** The log of decisions as a page, a table or a protected PDF; the history of each case says that it was taken out. */
export function TakeLogOut(props: {
  session: Session;
  filter: LogFilter;
  /** The one panel that it is of, whose password opens it. */
  panel: string | undefined;
}): JSX.Element {
  // What was composed or made is what is recorded, whatever is chosen above since.
  let [read, made] = [props.filter, props.filter];
  return (
    <>
      <ReadHere
        compose={() => {
          read = props.filter;
          return props.session.composeDecisionLog(read);
        }}
        record={(how) => props.session.recordLogExport(read, how)}
      />
      <TableOut
        words="The table is not protected by a password. The history of each case says that it was taken out."
        table={() => props.session.decisionLogCsv(props.filter)}
        record={(how) => props.session.recordLogExport(props.filter, how)}
        prints={false}
      />
      <ProtectedPdf
        session={props.session}
        panel={props.panel}
        begins={() => props.session.composeDecisionLog(made)}
        make={(wish) => {
          made = props.filter;
          return props.session.exportDecisionLog(made, wish);
        }}
        record={(how, protectedBy) => props.session.recordLogExport(made, how, protectedBy)}
      />
    </>
  );
}
