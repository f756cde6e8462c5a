/** No key twice where answers, ticks or records would then be kept under one name. */
import { OTHER } from "../answers.ts";
import { APPROVALS } from "../approvals.ts";
import { CONSENT_PARTS } from "../consentGaps.ts";
import { allSections, type PanelDefinition } from "../definition.ts";
import type { FieldQuestion, Question, QuestionOf } from "../definition/question.ts";
import type { Section } from "../definition/section.ts";
import { keyedPlace, problem, type Problem, questionPlace, sectionPlace } from "./problem.ts";

type Keyed = { readonly key: string };

export function checkKeys(definition: PanelDefinition): readonly Problem[] {
  const sections = allSections(definition);
  const lists: readonly (readonly [string, readonly Keyed[]])[] = [
    ["role", definition.roles],
    ["seat", definition.agencies.seats ?? []],
    ["deadline", definition.deadlines],
    ["subject", definition.subjects],
    ["paper", definition.papers ?? []],
    ["approval", definition.approvals ?? []],
    ["triage checklist item", definition.triage.checklist],
    ["triage outcome", definition.triage.outcomes],
    ["decision", definition.decisions],
    ["outcome", definition.outcomes],
    ["escalation", definition.actions?.escalation ?? []],
    ["record", definition.records],
    ...definition.records.map(({ key, fields }) => [`field of the record ‘${key}’`, fields] as const),
    ["transfer", definition.transfers ?? []],
    ...(definition.transfers ?? []).map(
      ({ key, columns }) => [`box of the transfer ‘${key}’`, columns] as const,
    ),
    ["setting", definition.settings],
    ["conflict", definition.conflicts],
    ["circulation", definition.circulation],
    ["step of the opening", definition.meeting.opening],
    ["step of a case", definition.meeting.perCase.flatMap(({ key, also = [] }) => [{ key }, ...also])],
    ["kind of agenda item", definition.meeting.agendaKinds],
    ["person named in a referral", definition.meeting.named ?? []],
    ["eligibility rule", definition.eligibility.rules],
    ["consent way", definition.consent.ways],
    ["consent decider", definition.consent.deciders],
    ["category of information", definition.consent.categories ?? []],
    ["ground", definition.consent.withoutConsent.grounds],
    ["reason for no consent", definition.consent.withoutConsent.reasons],
  ];
  return [
    ...sections
      .filter((section, at) => sections.findIndex(({ key }) => key === section.key) < at)
      .map((section) =>
        problem(sectionPlace(section), `another section already has the key ‘${section.key}’`),
      ),
    ...sections
      .filter(({ key }) => key === APPROVALS)
      .map((section) => problem(sectionPlace(section), "this key belongs to what others have agreed")),
    ...sections.flatMap(inSection),
    ...lists.flatMap(([noun, items]) =>
      repeated(items).map((key) => problem(keyedPlace(noun, key), "this key is used twice")),
    ),
    ...repeatedWordings(definition),
  ];
}

const repeated = (items: readonly Keyed[]): readonly string[] => {
  const keys = items.map(({ key }) => key);
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];
};

function inSection(section: Section): readonly Problem[] {
  const questions = section.pages.flatMap((page) => page.questions);
  const reserved = section.kind === "consent" ? questions.filter(({ key }) => isConsentPart(key)) : [];
  return [
    ...repeated(section.pages).map((key) =>
      problem(sectionPlace(section), `the page ‘${key}’ is there twice`),
    ),
    ...repeated(questions).map((key) =>
      problem(questionPlace(section, { key }), "this key is used twice in the section"),
    ),
    ...reserved.map(({ key }) =>
      problem(questionPlace(section, { key }), "this key belongs to the consent record"),
    ),
    ...questions.flatMap((question) =>
      inQuestion(question).map((what) => problem(questionPlace(section, question), what)),
    ),
  ];
}

const isConsentPart = (key: string): boolean => CONSENT_PARTS.some((part) => part === key);

function inQuestion(question: Question): readonly string[] {
  switch (question.type) {
    case "grid":
      return [
        ...repeated(question.rows).map((key) => `the row ‘${key}’ is there twice`),
        ...repeated(question.columns).map((key) => `the column ‘${key}’ is there twice`),
      ];
    case "repeat":
      return [
        ...repeated(question.fields).map((key) => `the field ‘${key}’ is there twice`),
        ...question.fields.flatMap((field) => inField(field).map((what) => `field ‘${field.key}’: ${what}`)),
      ];
    case "note":
      return [];
    case "computed":
      return bandsInOrder(question);
    default:
      return inField(question);
  }
}

/** From the largest down, and the last without a number: one of them then always speaks. */
function bandsInOrder({ bands }: QuestionOf<"computed">): readonly string[] {
  const limits = bands.map(({ atLeast }) => atLeast);
  const falling = limits.every((limit, at) => at === 0 || (limits[at - 1] ?? 0) > (limit ?? -1));
  const open = limits.slice(0, -1).every((limit) => limit !== undefined) && limits.at(-1) === undefined;
  return falling && open
    ? []
    : ["its bands must go from the largest number down, and the last must have none"];
}

function inField(question: FieldQuestion): readonly string[] {
  if (question.type === "number") {
    const { min, max } = question;
    return min !== undefined && max !== undefined && min > max
      ? ["the smallest number is larger than the largest"]
      : [];
  }
  if (question.type !== "choice" && question.type !== "choices") return [];
  const found = repeated(question.options).map((key) => `the option ‘${key}’ is there twice`);
  const taken = question.other && question.options.some(({ key }) => key === OTHER);
  if (taken) found.push("the option ‘other’ is there already, beside the box for something else");
  const none = question.type === "choices" ? question.none : undefined;
  if (none !== undefined && !question.options.some(({ key }) => key === none)) {
    found.push(`‘none’ names the option ‘${none}’, which does not exist`);
  }
  return found;
}

function repeatedWordings({ consent }: PanelDefinition): readonly Problem[] {
  const names = consent.wordings.map(({ key, language }) => ({ key: `${key} (${language})` }));
  return repeated(names).map((key) =>
    problem(keyedPlace("consent wording", key), "this wording is there twice"),
  );
}
