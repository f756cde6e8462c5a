import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import type { FollowThroughWish } from "../../app/reportTypes.ts";
import { FOLLOW_THROUGH } from "../../domain/panelBook.ts";
import type { WholeFollowThrough } from "../../forms/followThrough.ts";
import type { Period } from "../../forms/period.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { TakenOut } from "./TakenOut.tsx";

/** What became of agencies' actions as a page, or as a protected PDF; each time is said beneath it. */
export function TakeFollowThrough(props: {
  session: Session;
  /** Those counted: of one alone, its password opens the PDF. */
  panels: readonly PanelInfo[];
  period: Period;
  agencies: readonly WholeFollowThrough[];
}): JSX.Element {
  const ids = () => props.panels.map(({ definition }) => definition.id);
  const wish = (): FollowThroughWish => ({ panels: ids(), period: props.period, agencies: props.agencies });
  // What was made is what is recorded, whatever is chosen above since.
  let [made, read] = [wish(), wish()];
  return (
    <>
      <ReadHere
        choice={`${ids().join(" ")} ${props.period.from}`}
        compose={() => {
          read = wish();
          return props.session.composeFollowThrough(read);
        }}
        record={(how) => props.session.recordFollowThrough(read, how)}
      />
      <ProtectedPdf
        session={props.session}
        panel={ids().length === 1 ? ids()[0] : undefined}
        begins={() => props.session.composeFollowThrough(made)}
        make={(making) => {
          made = wish();
          return props.session.exportFollowThrough(made, making);
        }}
        record={(how) => props.session.recordFollowThrough(made, how)}
      />
      <TakenOut
        session={props.session}
        what="the actions by agency"
        exports={props.panels.flatMap(({ reportExports }) =>
          reportExports.filter(({ record }) => record.document === FOLLOW_THROUGH),
        )}
      />
    </>
  );
}
