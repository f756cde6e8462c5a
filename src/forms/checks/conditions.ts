/** Every condition reads a question that exists, compares it with answers it can have, and ends. */
import { allSections, type PanelDefinition } from "../definition.ts";
import { type Condition, readsOf } from "../definition/condition.ts";
import { isUnasked, type Question, type Unasked } from "../definition/question.ts";
import { type Located, locateAll, optionsOf, questionIndex } from "../questionIndex.ts";
import { keyedPlace, problem, type Problem, questionPlace, sectionPlace } from "./problem.ts";

/** A condition with where it stands; `group` is set inside a repeating group. */
type Placed = { readonly place: string; readonly condition: Condition; readonly group: string | undefined };

export function checkConditions(definition: PanelDefinition): readonly Problem[] {
  const placed = allPlaced(definition);
  return [
    ...placed.flatMap((each) => checkOne(definition, each)),
    ...placed.flatMap(({ place, condition }) => impossibleMonths(place, condition)),
    ...loops(definition),
  ];
}

function allPlaced(definition: PanelDefinition): readonly Placed[] {
  const questions = locateAll(definition).flatMap(({ section, question, group }): Placed[] => {
    const place = questionPlace(section, question, group);
    const inGroup = group && `${section.key}.${group.key}`;
    const own = question.visibleWhen ? [{ place, condition: question.visibleWhen, group: inGroup }] : [];
    if (isUnasked(question)) return own;
    const alerts = (question.alerts ?? []).map(({ key, when }) => ({
      place: `${place}, alert ‘${key}’`,
      condition: when,
      group: inGroup,
    }));
    return [...own, ...alerts];
  });
  const starts = allSections(definition).flatMap((section): Placed[] =>
    section.startsWhen
      ? [{ place: sectionPlace(section), condition: section.startsWhen.condition, group: undefined }]
      : [],
  );
  const rules = definition.eligibility.rules.map(({ key, met }) => ({
    place: keyedPlace("eligibility rule", key),
    condition: met,
    group: undefined,
  }));
  const approvals = (definition.approvals ?? []).flatMap(({ key, when }) =>
    when ? [{ place: keyedPlace("approval", key), condition: when, group: undefined }] : [],
  );
  return [...questions, ...starts, ...rules, ...approvals];
}

function checkOne(definition: PanelDefinition, { place, condition, group }: Placed): readonly Problem[] {
  const index = questionIndex(definition);
  return readsOf(condition).flatMap(({ question: ref, op, values }) => {
    const located = index.get(ref);
    if (!located) return [problem(place, unknownRef(definition, ref))];
    const { question } = located;
    if (isUnasked(question))
      return [problem(place, `reads ‘${ref}’, which is a ${nounOf(question)} and has no answer`)];
    if (located.group && group !== `${located.section.key}.${located.group.key}`) {
      return [problem(place, `reads ‘${ref}’, which can be read only inside its own rows`)];
    }
    if (!OPS[question.type].includes(op))
      return [problem(place, `‘${op}’ cannot be asked of ‘${ref}’, a ${question.type} question`)];
    const offered = answersTo(question);
    return values
      .filter((value) => offered && !offered.has(value))
      .map((value) => problem(place, `reads the option ‘${value}’ of ‘${ref}’, which does not exist`));
  });
}

const nounOf = ({ type }: Unasked): string => (type === "note" ? "note" : "sum");

function unknownRef(definition: PanelDefinition, ref: string): string {
  const [section = ""] = ref.split(".");
  const exists = allSections(definition).some(({ key }) => key === section);
  return exists
    ? `reads the question ‘${ref}’, which does not exist`
    : `reads the section ‘${section}’ (‘${ref}’), which does not exist`;
}

const TEXT = ["answered", "is", "isOneOf"] as const;
const CHOICE = ["answered", "is", "isOneOf", "includes"] as const;
const OPS: Record<Exclude<Question["type"], Unasked["type"]>, readonly Condition["op"][]> = {
  text: TEXT,
  longText: ["answered"],
  tel: ["answered"],
  email: ["answered"],
  address: ["answered"],
  number: TEXT,
  date: ["answered", "monthsSince"],
  choice: CHOICE,
  yesNo: CHOICE,
  yesNoUnsure: CHOICE,
  choices: ["answered", "includes", "countAtLeast"],
  grid: ["answered", "includes", "countAtLeast"],
  repeat: ["answered", "countAtLeast"],
};

/** The values an answer can have; undefined where it can be any text. */
function answersTo(question: Exclude<Question, Unasked>): ReadonlySet<string> | undefined {
  if (question.type === "grid") {
    return new Set(
      question.rows.flatMap((row) => [
        row.key,
        ...question.columns.map((column) => `${row.key}/${column.key}`),
      ]),
    );
  }
  const options = optionsOf(question);
  return options.length > 0 ? new Set(options.map(({ key }) => key)) : undefined;
}

function impossibleMonths(place: string, condition: Condition): readonly Problem[] {
  if (condition.op === "not") return impossibleMonths(place, condition.of);
  if (condition.op === "all" || condition.op === "any") {
    return condition.of.flatMap((each) => impossibleMonths(place, each));
  }
  if (condition.op !== "monthsSince") return [];
  const { atLeast, below } = condition;
  if (atLeast === undefined && below === undefined)
    return [problem(place, "‘monthsSince’ needs ‘atLeast’ or ‘below’")];
  const never = atLeast !== undefined && below !== undefined && atLeast >= below;
  return never ? [problem(place, "‘monthsSince’ can never hold: ‘atLeast’ is not below ‘below’")] : [];
}

/** Steps from a question to the ones it depends on: more than a person could follow, and a bound on the work. */
const LONGEST_CHAIN = 12;

/** Questions whose being asked depends, however far round, on themselves. Each loop is told once. */
function loops(definition: PanelDefinition): readonly Problem[] {
  const index = questionIndex(definition);
  const heights = new Map<string, number>();
  const found: Problem[] = [];
  /** The steps below this question. A loop, or a chain already far too long, is not followed further. */
  const visit = (located: Located, trail: readonly string[]): number => {
    const place = questionPlace(located.section, located.question, located.group);
    const at = trail.indexOf(located.ref);
    if (at >= 0) {
      const round = [...trail.slice(at), located.ref].map((ref) => `‘${ref}’`).join(" → ");
      found.push(problem(place, `is asked only in a loop: ${round}`));
      return 0;
    }
    const known = heights.get(located.ref);
    if (known !== undefined) return known;
    if (trail.length > LONGEST_CHAIN * 2) return LONGEST_CHAIN;
    const below = dependsOn(located, index).map((next) => visit(next, [...trail, located.ref]) + 1);
    const height = Math.max(0, ...below);
    heights.set(located.ref, height);
    if (height === LONGEST_CHAIN + 1) {
      found.push(problem(place, `depends on a chain of more than ${LONGEST_CHAIN} other questions`));
    }
    return height;
  };
  for (const located of index.values()) visit(located, []);
  return found;
}

function dependsOn(
  { section, question, group }: Located,
  index: ReadonlyMap<string, Located>,
): readonly Located[] {
  const read = question.visibleWhen ? readsOf(question.visibleWhen).map((each) => each.question) : [];
  const refs = group ? [...read, `${section.key}.${group.key}`] : read;
  return refs.flatMap((ref) => index.get(ref) ?? []);
}
