/** An action of any case as its card has it, and what is said of its case there. */
import type { JSX } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { CardAction } from "../afterwards/cardAction.ts";
import { caseHref } from "../routes.ts";

export type ListedCard = CardAction & { readonly action: ListedAction };

export const cardOf = (action: ListedAction): ListedCard => ({
  action,
  scope: action.scope,
  reference: action.reference,
  outcome: action.outcomeLabel,
  chases: action.chases,
  mayUpdate: action.mayUpdate,
  writers: action.writers,
  whoOf: (user) => action.names[user] ?? "Somebody who is not on this device",
});

/** Which case, and the way to it. */
export const aboutCase = ({ action }: ListedCard): JSX.Element => (
  <p class="govuk-body">
    <a class="govuk-link confer-target" href={`${caseHref(action.scope)}?tab=actions`}>
      {action.subject.trim() === "" ? action.reference : action.subject}
    </a>{" "}
    <span class="confer-place">
      {action.reference} · {action.panelName}
      {action.agency === "" ? "" : ` · ${action.agency}`}
    </span>
  </p>
);
