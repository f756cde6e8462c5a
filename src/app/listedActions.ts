/** Reads the actions of every case on this device into one list. */
import { type Action, actionsOf, mayAnswer, openAskings } from "../domain/case/actions.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import type { ScopeId } from "../domain/ids.ts";
import { sameName } from "../domain/sameName.ts";
import type { ListedAction } from "./actionTypes.ts";
import { definitionOf } from "./caseReading.ts";
import { chasingRules } from "./chasing.ts";
import { summarise } from "./caseSummary.ts";
import { type Context, nameOf, profileOf, rolesOf } from "./context.ts";

/** A file is made anew when anything in it changes: what was read from one holds as long as it does. */
const read = new WeakMap<CaseFile, readonly Action[]>();

function actionsIn(file: CaseFile): readonly Action[] {
  const known = read.get(file) ?? actionsOf(file);
  read.set(file, known);
  return known;
}

const NONE: readonly ListedAction[] = [];

type Listed = { readonly from: readonly unknown[]; readonly actions: readonly ListedAction[] };
/** By case: thousands of actions are not made anew because one of them was. */
const listed = new WeakMap<CaseFile, Listed>();

/** In the order agreed; the same objects while nothing that they are made from has changed. */
export function actionsInCase(context: Context, scope: ScopeId): readonly ListedAction[] {
  const file = context.library.shelves.get(scope)?.file;
  if (!file || file.discussion.length === 0) return NONE;
  const { library, membership, tooLong } = context;
  const from = [
    library.book,
    membership.directory,
    membership.scopes.get(scope),
    definitionOf(context, file),
    tooLong.get(scope)?.changes,
    chasingRules(context, file.started?.record.definition ?? ""),
  ];
  const before = listed.get(file);
  if (before && from.every((each, at) => each === before.from[at])) return before.actions;
  const actions = listIn(context, scope, file);
  listed.set(file, { from, actions });
  return actions;
}

function listIn(context: Context, scope: ScopeId, file: CaseFile): readonly ListedAction[] {
  const actions = actionsIn(file);
  const summary = actions.length === 0 ? undefined : summarise(context, scope);
  if (!summary) return NONE;
  const { user } = context.identity;
  const myName = profileOf(context, user)?.name ?? "";
  const roles = rolesOf(context, user);
  const members = context.membership.scopes.get(scope)?.members ?? [];
  const writers = members.filter(({ access }) => access !== "read").map((member) => member.user);
  const { chasesOf } = chasingRules(context, summary.definitionId);
  const readers = file.opened.map((each) => each.user);
  const outcomes = definitionOf(context, file)?.outcomes ?? [];
  return actions.map((action) => ({
    ...action,
    scope,
    reference: summary.reference,
    subject: summary.subject,
    panelName: summary.panelName,
    definitionId: summary.definitionId,
    outcomeLabel: outcomes.find(({ key }) => key === action.outcome)?.label,
    mine: action.user === user || (action.user === undefined && sameName(action.owner, myName)),
    forMe: openAskings(action).some((asking) => mayAnswer(asking, user, roles)),
    chases: chasesOf(action),
    mayUpdate: writers.includes(user),
    writers,
    readers,
    names: Object.fromEntries(
      [...action.updates, ...action.askings.flatMap(({ asked, answer }) => [asked, answer ?? asked])].map(
        ({ author }) => [author, nameOf(context, author)],
      ),
    ),
  }));
}
