/** Whatever names another part of the definition names one that exists and fits. */
import { allSections, type PanelDefinition } from "../definition.ts";
import { questionIndex } from "../questionIndex.ts";
import { recordReferences } from "./records.ts";
import { keyedPlace, problem, type Problem, questionPlace, sectionPlace } from "./problem.ts";

const FILE_NAME_PARTS = new Set(["reference", "document", "date"]);
const WORDING_PARTS = new Set(["recipients", "panel"]);

export function checkReferences(definition: PanelDefinition): readonly Problem[] {
  return [
    ...roleReferences(definition),
    ...subjectReferences(definition),
    ...consentSections(definition),
    ...paperSections(definition),
    ...computedFrom(definition),
    ...reportThemes(definition),
    ...publicCriteria(definition),
    ...lookedForReferences(definition),
    ...circulationDates(definition),
    ...escalationDays(definition),
    ...namedInReferrals(definition),
    ...askedEarlier(definition),
    ...outcomeReferences(definition),
    ...recordReferences(definition),
    ...exceptionKey(definition),
    ...placeholders(definition),
  ];
}

function roleReferences(definition: PanelDefinition): readonly Problem[] {
  const roles = new Set(definition.roles.map(({ key }) => key));
  const named: readonly (readonly [string, string])[] = [
    ...definition.deadlines.map(({ key, who }) => [keyedPlace("deadline", key), who] as const),
    ...(definition.approvals ?? []).map(({ key, who }) => [keyedPlace("approval", key), who] as const),
    ...definition.circulation.flatMap(({ key, to }) =>
      to.map((role) => [keyedPlace("circulation", key), role] as const),
    ),
    ...(definition.actions?.escalation ?? []).flatMap(({ key, to }) =>
      to.map((role) => [keyedPlace("escalation", key), role] as const),
    ),
  ];
  return named
    .filter(([, role]) => !roles.has(role))
    .map(([place, role]) => problem(place, `names the role ‘${role}’, which does not exist`));
}

function reportThemes(definition: PanelDefinition): readonly Problem[] {
  const index = questionIndex(definition);
  const counted = ["choice", "choices", "grid"];
  return (definition.report?.themes ?? [])
    .filter((ref) => !counted.includes(index.get(ref)?.question.type ?? ""))
    .map((ref) => problem("The yearly report", `counts ‘${ref}’, which is no question with choices`));
}

function publicCriteria(definition: PanelDefinition): readonly Problem[] {
  const index = questionIndex(definition);
  return (definition.eligibility.criteria ?? [])
    .flatMap(({ options }) => (options === undefined ? [] : [options]))
    .filter((ref) => !["choice", "choices"].includes(index.get(ref)?.question.type ?? ""))
    .map((ref) => problem("The public criteria", `list the options of ‘${ref}’, which has none`));
}

function subjectReferences(definition: PanelDefinition): readonly Problem[] {
  const index = questionIndex(definition);
  return definition.subjects.flatMap(({ key, nameQuestion, dateOfBirthQuestion }) => {
    const place = keyedPlace("subject", key);
    const found: Problem[] = [];
    if (index.get(nameQuestion)?.question.type !== "text") {
      found.push(
        problem(place, `‘nameQuestion’ must name a question of type text; ‘${nameQuestion}’ is none`),
      );
    }
    if (dateOfBirthQuestion && index.get(dateOfBirthQuestion)?.question.type !== "date") {
      found.push(
        problem(place, `‘dateOfBirthQuestion’ must name a date question; ‘${dateOfBirthQuestion}’ is none`),
      );
    }
    return found;
  });
}

function consentSections(definition: PanelDefinition): readonly Problem[] {
  const sections = definition.sections.filter(({ kind }) => kind === "consent");
  if (sections.length > 1) {
    return sections
      .slice(1)
      .map((section) => problem(sectionPlace(section), "there is more than one consent section"));
  }
  return sections.length === 0
    ? [problem("Consent", "the record of it has no place, since no section is of kind consent")]
    : [];
}

/** Papers have one section to stand in, and none where the panel asks for no paper. */
function paperSections(definition: PanelDefinition): readonly Problem[] {
  const papers = definition.papers ?? [];
  const sections = definition.sections.filter(({ kind }) => kind === "papers");
  const more = sections
    .slice(1)
    .map((section) => problem(sectionPlace(section), "there is more than one section of papers"));
  const [section] = sections;
  if (!section) {
    return papers.length > 0
      ? [problem("Papers", "the panel asks for papers, but no section is of kind papers")]
      : [];
  }
  const keys = new Set(section.pages.flatMap((page) => page.questions.map(({ key }) => key)));
  const taken = papers
    .filter(({ key }) => keys.has(key))
    .map(({ key }) => problem(keyedPlace("paper", key), "a question of the section of papers has this key"));
  return [...more, ...taken];
}

function computedFrom(definition: PanelDefinition): readonly Problem[] {
  return [...questionIndex(definition).values()].flatMap(({ section, question }) => {
    if (question.type !== "computed") return [];
    const from = questionIndex(definition).get(question.from);
    if (from?.question.type === "date" && !from.group) return [];
    return [
      problem(
        questionPlace(section, question),
        `‘from’ must name a date question outside any rows; ‘${question.from}’ is none`,
      ),
    ];
  });
}

function lookedForReferences(definition: PanelDefinition): readonly Problem[] {
  const sections = new Set(allSections(definition).map(({ key }) => key));
  const approvals = new Set((definition.approvals ?? []).map(({ key }) => key));
  return definition.triage.checklist.flatMap(({ key, reads = [], section, approvals: named = [] }) => {
    const place = keyedPlace("triage checklist item", key);
    const unknown = reads.filter((ref) => !questionIndex(definition).has(ref));
    return [
      ...unknown.map((ref) => problem(place, `reads the question ‘${ref}’, which does not exist`)),
      ...named
        .filter((approval) => !approvals.has(approval))
        .map((approval) => problem(place, `names the approval ‘${approval}’, which does not exist`)),
      ...(section === undefined || sections.has(section)
        ? []
        : [problem(place, `names the section ‘${section}’, which does not exist`)]),
    ];
  });
}

function circulationDates({ circulation, deadlines }: PanelDefinition): readonly Problem[] {
  const known = new Set(deadlines.map(({ key }) => key));
  return circulation.flatMap(({ key, due }) =>
    due === undefined || known.has(due)
      ? []
      : [problem(keyedPlace("circulation", key), `names the deadline ‘${due}’, which does not exist`)],
  );
}

function escalationDays({ actions, deadlines }: PanelDefinition): readonly Problem[] {
  const ofMeetings = deadlines.filter(({ anchor }) => anchor === "meeting" || anchor === "nextMeeting");
  const after = new Set(ofMeetings.map(({ key }) => key));
  return (actions?.escalation ?? []).flatMap(({ key, deadline, afterOwnDay }) => {
    const place = keyedPlace("escalation", key);
    if ((deadline === undefined) === (afterOwnDay === undefined))
      return [problem(place, "needs either ‘deadline’ or ‘afterOwnDay’, and not both")];
    return deadline === undefined || after.has(deadline)
      ? []
      : [problem(place, `names ‘${deadline}’, which is no deadline counted from a meeting`)];
  });
}

function namedInReferrals(definition: PanelDefinition): readonly Problem[] {
  return (definition.meeting.named ?? []).flatMap((named) => {
    const place = keyedPlace("person named in a referral", named.key);
    const question = questionIndex(definition).get(named.question)?.question;
    if (question?.type !== "repeat") {
      const plain = question?.type === "text" && named.answer !== undefined;
      return plain
        ? []
        : [
            problem(
              place,
              `‘${named.question}’ must be a repeating question, or one of type text with ‘answer’`,
            ),
          ];
    }
    const fields = new Set(question.fields.map(({ key }) => key));
    return [named.nameField, named.agencyField, named.only?.field].flatMap((field) =>
      field === undefined || fields.has(field)
        ? []
        : [problem(place, `names the field ‘${field}’ of ‘${named.question}’, which does not exist`)],
    );
  });
}

function askedEarlier(definition: PanelDefinition): readonly Problem[] {
  const { asksEarlier } = definition.meeting;
  const asked =
    asksEarlier === undefined || questionIndex(definition).get(asksEarlier)?.question.type === "text";
  return asked
    ? []
    : [problem("Meeting", `‘asksEarlier’ must name a question of type text; ‘${asksEarlier}’ is none`)];
}

function outcomeReferences({ triage, records }: PanelDefinition): readonly Problem[] {
  const known = new Set(records.map(({ key }) => key));
  return triage.outcomes.flatMap(({ key, filedIn }) =>
    filedIn === undefined || known.has(filedIn)
      ? []
      : [
          problem(
            keyedPlace("triage outcome", key),
            `is filed in the record ‘${filedIn}’, which does not exist`,
          ),
        ],
  );
}

function exceptionKey({ eligibility }: PanelDefinition): readonly Problem[] {
  const { section, exception } = eligibility;
  const taken = section.pages.some((page) => page.questions.some(({ key }) => key === exception.key));
  return taken
    ? [problem(sectionPlace(section), `a question already has the exception’s key ‘${exception.key}’`)]
    : [];
}

/** A name in braces that nothing fills in would be printed as it stands. */
function placeholders(definition: PanelDefinition): readonly Problem[] {
  const unknown = (text: string, known: ReadonlySet<string>): readonly string[] =>
    [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "").filter((name) => !known.has(name));
  const file = unknown(definition.exports.fileName, FILE_NAME_PARTS).map((name) =>
    problem("Exports, fileName", `‘{${name}}’ is not something that can be filled in`),
  );
  const wordings = definition.consent.wordings.flatMap(({ key, title, paragraphs, declaration }) =>
    [title, ...paragraphs, declaration]
      .flatMap((text) => unknown(text, WORDING_PARTS))
      .map((name) =>
        problem(keyedPlace("consent wording", key), `‘{${name}}’ is not something that can be filled in`),
      ),
  );
  return [...file, ...wordings];
}
