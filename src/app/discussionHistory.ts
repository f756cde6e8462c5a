/** What a panel did about a case, in the sentences of its history: without the name of who did it. */
import type { DiscussionRecord } from "../domain/case/caseFile.ts";
import type { PanelDefinition } from "../forms/definition.ts";

export function discussionText(record: DiscussionRecord, definition: PanelDefinition | undefined): string {
  switch (record.type) {
    case "research-note":
      return record.nothing ? "found nothing in their agency’s records" : "said what their agency knows";
    case "decided": {
      const label = definition?.decisions.find(({ key }) => key === record.decision)?.label;
      return label === undefined ? "recorded a decision of the panel" : `recorded the decision ‘${label}’`;
    }
    case "action-set":
      if (record.removed !== undefined) return `${record.removed ? "removed" : "put back"} an action`;
      return record.what === undefined
        ? "changed an action"
        : `recorded an action: ‘${shortened(record.what)}’`;
    case "action-updated":
      if (record.takesBack !== undefined) return "took back what they said of an action";
      return {
        open: "opened an action again",
        inProgress: "said how an action is going",
        done: "said that an action is done",
        notPossible: "said that an action is not possible",
      }[record.state];
    case "action-offered":
      return `asked ${record.owner} to take on an action`;
    case "action-day-asked":
      return "asked for another day for an action";
    case "action-answered":
      return record.agreed
        ? "agreed to what was asked about an action"
        : "said no to what was asked about an action";
    case "report-promised":
      return "recorded when progress is to be reported";
    case "reported":
      return "reported progress";
    case "filed-record": {
      const label = definition?.records.find(({ key }) => key === record.kind)?.label;
      return label === undefined ? "added to one of the panel’s records" : `added to ‘${label}’`;
    }
    case "case-minutes":
      return "kept the minutes as they were signed";
    case "disclosure-marked":
      return "marked what is withheld from a copy for the person";
    case "case-closed":
      return record.closed ? "closed the case for the panel" : "opened the case again for the panel";
  }
}

const SHOWN = 60;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
