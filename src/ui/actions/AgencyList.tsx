import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ActionListWish } from "../../app/actionListTypes.ts";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { Session } from "../../app/api.ts";
import { dateWords } from "../caseFile/when.ts";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { Details } from "../kit/Details.tsx";
import { ACTION_STATES } from "../words/actions.ts";

/** What one agency is to do, as a document for that agency: its own actions, and cases by reference alone. */
export function AgencyList(props: {
  session: Session;
  agency: string;
  /** In the order wanted; those of other agencies are left out. */
  actions: readonly ListedAction[];
}): JSX.Element {
  const own = () => props.actions.filter(({ agency }) => agency === props.agency);
  const list = (): ActionListWish => ({
    agency: props.agency,
    actions: own().map((action) => ({
      action,
      due: action.due === "" ? "No date agreed" : dateWords(action.due),
      state: ACTION_STATES[action.state].text,
    })),
  });
  const panel = (): string | undefined => {
    const ids = new Set(own().map(({ definitionId }) => definitionId));
    return ids.size === 1 ? [...ids][0] : undefined;
  };
  // What was composed or made is what is recorded, whatever is found above since.
  let [read, made] = [list(), list()];
  return (
    <Show when={own().length > 0}>
      <Details summary={`These actions of ${props.agency} to print or as a PDF`}>
        <p class="govuk-body">
          For that agency alone: its {own().length === 1 ? "action" : `${own().length} actions`} as found
          above, with cases by reference and no name of a person they are about, unless an action’s own words
          name one.
        </p>
        <ProtectedPdf
          session={props.session}
          panel={panel()}
          begins={() => props.session.composeActionList(made)}
          make={(wish) => {
            made = list();
            return props.session.exportActionList(made, wish);
          }}
          record={(how) => props.session.recordActionList(made, how)}
        />
        <ReadHere
          choice={props.agency}
          compose={() => {
            read = list();
            return props.session.composeActionList(read);
          }}
          record={(how) => props.session.recordActionList(read, how)}
        />
      </Details>
    </Show>
  );
}
