/** The rules by which actions are chased and people reminded of them, of the panels as they run now. */
import type { Action } from "../domain/case/actions.ts";
import type { PanelBook } from "../domain/panelBook.ts";
import type { ActionReminders } from "../forms/definition/actions.ts";
import { type Chase, makeChases } from "../forms/escalation.ts";
import { USUAL_REMINDERS } from "../forms/reminders.ts";
import type { Context } from "./context.ts";
import { inForce, namedDaysOf } from "./definitions.ts";

export type ChasingRules = {
  readonly chasesOf: (action: Pick<Action, "meeting" | "due">) => readonly Chase[];
  readonly reminders: ActionReminders;
};

/** A book is made anew when anything in it changes: what was made of one holds as long as it does. */
const made = new WeakMap<PanelBook, Map<string, ChasingRules>>();

/** By the id of a definition. What is not in force yet is not kept, since it may come. */
export function chasingRules(context: Context, definitionId: string): ChasingRules {
  const { book } = context.library;
  const known = made.get(book) ?? new Map<string, ChasingRules>();
  made.set(book, known);
  const before = known.get(definitionId);
  if (before) return before;
  const definition = inForce(context, definitionId);
  if (!definition) return { chasesOf: () => [], reminders: USUAL_REMINDERS };
  const meetings = Object.values(book.meetings)
    .map(({ value }) => value)
    .filter((meeting) => meeting.definition === definitionId);
  const rules: ChasingRules = {
    chasesOf: makeChases(definition, meetings, namedDaysOf(book)),
    reminders: definition.actions?.reminders ?? USUAL_REMINDERS,
  };
  known.set(definitionId, rules);
  return rules;
}
