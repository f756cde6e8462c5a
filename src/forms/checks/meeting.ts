/** The steps of a meeting bring what every meeting needs, each thing once, and nothing that the panel does not have. */
import type { Meeting } from "../definition/meeting.ts";
import type { PanelDefinition } from "../definition.ts";
import { keyedPlace, problem, type Problem } from "./problem.ts";

type Wanted = { readonly brings: string; readonly when: boolean; readonly why: string };

export function checkMeeting(definition: PanelDefinition): readonly Problem[] {
  const { opening, perCase, attendanceFields } = definition.meeting;
  return [
    ...missing("Meeting, opening", openingBrings(opening), openingNeeds(definition)),
    ...missing("Meeting, perCase", caseBrings(perCase), caseNeeds(definition)),
    ...needless(definition),
    ...twice(attendanceFields.map(({ is }) => is)).map((is) =>
      problem("Meeting, attendanceFields", `more than one is ‘${is}’`),
    ),
    ...(attendanceFields.some(({ is }) => is === "name")
      ? []
      : [problem("Meeting, attendanceFields", "none is ‘name’, so nobody could be added")]),
    ...twice(definition.confidentiality?.fields.flatMap(({ is }) => is ?? []) ?? []).map((is) =>
      problem("Confidentiality, fields", `more than one is ‘${is}’`),
    ),
    ...gatheredSteps(definition),
  ];
}

const openingBrings = (steps: Meeting["opening"]): readonly string[] =>
  steps.flatMap(({ brings }) => brings ?? []);
const caseBrings = (steps: Meeting["perCase"]): readonly string[] =>
  steps.flatMap(({ brings }) => brings ?? []);

const openingNeeds = ({ confidentiality, declaration }: PanelDefinition): readonly Wanted[] => [
  { brings: "attendance", when: true, why: "nobody could be marked as here" },
  { brings: "statement", when: confidentiality !== undefined, why: "the statement is read out nowhere" },
  {
    brings: "declarations",
    when: declaration?.signed === "everyMeeting",
    why: "the declaration is signed nowhere",
  },
];

function caseNeeds({ meeting, minutes }: PanelDefinition): readonly Wanted[] {
  const reports = minutes.sections.some(({ holds }) => holds?.includes("reporting"));
  return [
    { brings: "earlierActions", when: true, why: "earlier actions could not be gone through" },
    { brings: "agencyNotes", when: true, why: "what the agencies know would be shown nowhere" },
    { brings: "decision", when: true, why: "no decision could be recorded" },
    { brings: "actions", when: true, why: "no action could be recorded" },
    { brings: "quorum", when: meeting.quorum.rule !== "none", why: "the quorum is checked nowhere" },
    { brings: "report", when: reports, why: "the minutes want progress reports that nobody could record" },
  ];
}

const missing = (place: string, brought: readonly string[], needs: readonly Wanted[]): readonly Problem[] => [
  ...needs
    .filter(({ brings, when }) => when && !brought.includes(brings))
    .map(({ brings, why }) => problem(place, `no step brings ‘${brings}’, so ${why}`)),
  ...twice(brought).map((brings) => problem(place, `more than one step brings ‘${brings}’`)),
];

/** What a step brings has to be there to be brought. */
function needless({ meeting, confidentiality, declaration }: PanelDefinition): readonly Problem[] {
  const place = (key: string) => keyedPlace("step of the opening", key);
  const opening = meeting.opening.flatMap(({ key, brings }) => {
    if (brings === "statement" && !confidentiality)
      return [problem(place(key), "brings ‘statement’, but there is no ‘confidentiality’")];
    if (brings === "declarations" && (!declaration || declaration.signed === "never"))
      return [problem(place(key), "brings ‘declarations’, but there is no ‘declaration’ to sign")];
    return [];
  });
  const perCase = meeting.perCase
    .filter(({ brings }) => meeting.quorum.rule === "none" && brings?.includes("quorum"))
    .map(({ key }) => problem(keyedPlace("step of a case", key), "brings ‘quorum’, but the panel has none"));
  return [...opening, ...perCase];
}

function gatheredSteps({ meeting, minutes }: PanelDefinition): readonly Problem[] {
  const known = new Set(
    meeting.perCase.flatMap(({ key, also = [] }) => [key, ...also.map((box) => box.key)]),
  );
  return minutes.sections.flatMap(({ key, steps = [] }) =>
    steps
      .filter((step) => !known.has(step))
      .map((step) =>
        problem(
          keyedPlace("section of the minutes", key),
          `gathers the step ‘${step}’, which does not exist`,
        ),
      ),
  );
}

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
