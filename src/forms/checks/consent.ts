/** The consent model: its law exists, and who may decide makes sense. */
import { SIGNING_WAYS } from "../../domain/consent.ts";
import type { PanelDefinition } from "../definition.ts";
import type { Decider } from "../definition/consentModel.ts";
import { LAW, type LawKind } from "../law/law.ts";
import { keyedPlace, problem, type Problem } from "./problem.ts";

const KINDS: readonly LawKind[] = ["basis", "condition", "gateway"];
/** The Mental Capacity Act, which attorneys and deputies act under, begins at 16. */
const CAPACITY_ACT_FROM = 16;
/** Parental responsibility ends at 18. */
const ADULT_FROM = 18;

export function checkConsent(definition: PanelDefinition): readonly Problem[] {
  const { consent } = definition;
  return [
    ...consent.deciders.flatMap((decider) =>
      inDecider(decider).map((what) => problem(keyedPlace("consent decider", decider.key), what)),
    ),
    ...(consent.deciders.some(({ capacity }) => capacity === "self")
      ? []
      : [problem("Consent, deciders", "none of them is the person themselves")]),
    ...inLaw(consent.withoutConsent.law),
    ...missingWays(definition),
    ...(consent.rule === "notRequired" && !consent.notRequired
      ? [problem("Consent, notRequired", "is needed with the rule ‘notRequired’: what referrers are told")]
      : []),
  ];
}

function inDecider({ capacity, ages, evidence, ability }: Decider): readonly string[] {
  const found: string[] = [];
  const from = ages?.from ?? 0;
  const below = ages?.below ?? Infinity;
  if (from >= below) found.push("‘from’ must be less than ‘below’");
  if ((capacity === "attorney" || capacity === "deputy") && below <= CAPACITY_ACT_FROM) {
    found.push("attorneys and deputies decide for people of 16 and over");
  }
  if (capacity === "parent" && from >= ADULT_FROM) {
    found.push("parental responsibility ends at 18");
  }
  if (capacity === "self" && evidence) found.push("nobody proves a right to decide for themselves");
  if (capacity === "self" && below <= CAPACITY_ACT_FROM && ability?.required !== true) {
    found.push("‘ability’ must be required: under 16, enough understanding of this decision has to be shown");
  }
  if (capacity !== "self" && !evidence) {
    found.push("‘evidence’ must say what has to be seen of somebody who decides for another");
  }
  return found;
}

/** A panel that names law has to name some of each kind it means to offer, and a basis at least. */
function inLaw(keys: readonly string[] | undefined): readonly Problem[] {
  if (!keys) return [];
  const place = "Consent, withoutConsent, law";
  const known = new Map(LAW.entries.map(({ key, kind }) => [key, kind]));
  const unknown = keys.filter((key) => !known.has(key));
  const offered = new Set(keys.map((key) => known.get(key)));
  return [
    ...unknown.map((key) => problem(place, `names ‘${key}’, which is not in the list of law`)),
    ...KINDS.filter((kind) => kind !== "gateway" && !offered.has(kind)).map((kind) =>
      problem(place, `offers no ${kind}`),
    ),
  ];
}

/** Not everybody can sign, type or speak: each way has to be there. */
function missingWays({ consent }: PanelDefinition): readonly Problem[] {
  return SIGNING_WAYS.filter((way) => !consent.ways.some((each) => each.way === way)).map((way) =>
    problem("Consent, ways", `has no way of the kind ‘${way}’`),
  );
}
