/** A case in the boxes of another system, by the panel's map of them. [ASH-48, ASH-88] */
import { formatCalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import { actionsOf } from "../domain/case/actions.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import { decisionsOf } from "../domain/case/discussion.ts";
import { STATUS_NAMES, standingOf } from "../domain/case/status.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Transfer, TransferFact } from "./definition/transfer.ts";
import type { ReferralSnapshot } from "./snapshot.ts";
import { itemText } from "./snapshotText.ts";

export type TransferRow = { readonly key: string; readonly label: string; readonly value: string };

export type TransferSource = {
  readonly definition: PanelDefinition;
  readonly file: CaseFile;
  /** As it was last sent. */
  readonly snapshot: ReferralSnapshot | undefined;
  /** The day of a meeting by its key: ISO, or "". */
  readonly dayOf: (meeting: string) => string;
};

/** In the order of the map; "" for a box that has nothing to say. */
export const transferRows = (transfer: Transfer, source: TransferSource): readonly TransferRow[] =>
  transfer.columns.map(({ key, label, question, fact }) => ({
    key,
    label,
    value: fact === undefined ? answerOf(question ?? "", source) : factOf(fact, source),
  }));

function answerOf(question: string, { snapshot }: TransferSource): string {
  const items = snapshot?.sections.flatMap((section) => section.items) ?? [];
  const item = items.find(({ key }) => key === question);
  return item ? itemText(item) : "";
}

function factOf(fact: TransferFact, { definition, file, dayOf }: TransferSource): string {
  const { status, firstSubmitted } = standingOf(file);
  const decided = decisionsOf(file);
  const last = decided.at(-1)?.record;
  switch (fact) {
    case "reference":
      return file.started?.record.reference ?? "";
    case "panel":
      return definition.name;
    case "status":
      return STATUS_NAMES[status];
    case "receivedOn":
      return firstSubmitted ? formatCalendarDate(londonDateOf(firstSubmitted.order[0])) : "";
    case "heardOn":
      return decided.map(({ record }) => dayWords(dayOf(record.meeting))).join("\n");
    case "decision":
      return definition.decisions.find(({ key }) => key === last?.decision)?.label ?? "";
    case "decisionReason":
      return last?.reason ?? "";
    case "actions":
      return actionsOf(file)
        .map(({ what, owner, agency, due }) =>
          [what.replace(/[.\s]+$/, ""), owner, agency, due === "" ? "" : `by ${dayWords(due)}`]
            .filter((part) => part !== "")
            .join(", "),
        )
        .join("\n");
  }
}

function dayWords(text: string): string {
  const date = parseCalendarDate(text);
  return date ? formatCalendarDate(date) : text;
}
