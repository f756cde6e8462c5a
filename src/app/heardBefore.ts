/**
 * Cases on this device that look to be about the same person as another. In memory and only while unlocked; only
 * among what this person may read now, so that nothing is learnt here that could not be read anyway.
 */
import type { CaseFile } from "../domain/case/caseFile.ts";
import { standingOf } from "../domain/case/status.ts";
import { readDateParts } from "../domain/calendarDate.ts";
import type { ScopeId } from "../domain/ids.ts";
import { type Identity, type Likeness, likenessOf } from "../domain/likeness.ts";
import { asDateParts, asText, type FieldPath } from "../forms/answers.ts";
import type { AlikeCase } from "./alikeCase.ts";
import { answersOf, definitionOf } from "./caseReading.ts";
import type { Context } from "./context.ts";

/** A file is made anew whenever it changes, so what was read from one stays true of it. */
const read = new WeakMap<CaseFile, readonly Identity[]>();

/** The persons a case is about, those with a name so far. */
function identitiesOf(context: Context, file: CaseFile): readonly Identity[] {
  const known = read.get(file);
  if (known) return known;
  const definition = definitionOf(context, file);
  if (!definition) return [];
  const answers = answersOf(file);
  const found = definition.subjects.flatMap(({ kind, nameQuestion, dateOfBirthQuestion }) => {
    const name = asText(answers.get(nameQuestion as FieldPath)).trim();
    if (kind !== "person" || name === "") return [];
    const parts = dateOfBirthQuestion && asDateParts(answers.get(dateOfBirthQuestion as FieldPath));
    const born = parts ? readDateParts(parts) : undefined;
    return [{ name, born: born?.kind === "date" ? born.date : undefined }];
  });
  read.set(file, found);
  return found;
}

/** Newest first. */
export function alikeCases(context: Context, scope: ScopeId): readonly AlikeCase[] {
  const file = context.library.shelves.get(scope)?.file;
  const own = file ? identitiesOf(context, file) : [];
  if (own.length === 0) return [];
  return [...context.library.shelves.values()]
    .flatMap(({ file: other }) => {
      if (other.scope === scope || !mayRead(context, other)) return [];
      const likeness = nearest(own, identitiesOf(context, other));
      return likeness ? [alikeFrom(context, other, likeness)] : [];
    })
    .toSorted((a, b) => b.atMs - a.atMs);
}

function nearest(own: readonly Identity[], others: readonly Identity[]): Likeness | undefined {
  const found = own.flatMap((a) => others.map((b) => likenessOf(a, b)));
  return found.find((likeness) => likeness === "same") ?? found.find((likeness) => likeness !== undefined);
}

const mayRead = ({ membership, identity }: Context, { scope }: CaseFile): boolean =>
  membership.scopes.get(scope)?.members.some(({ user }) => user === identity.user) ?? false;

function alikeFrom(context: Context, file: CaseFile, likeness: Likeness): AlikeCase {
  const { status, last } = standingOf(file);
  const started = file.started;
  return {
    scope: file.scope,
    reference: started?.record.reference ?? "",
    panelName: definitionOf(context, file)?.shortName ?? started?.record.definition ?? "",
    status,
    mine: started?.author === context.identity.user,
    atMs: last?.order[0] ?? file.edits.at(-1)?.order[0] ?? started?.order[0] ?? 0,
    likeness,
  };
}
