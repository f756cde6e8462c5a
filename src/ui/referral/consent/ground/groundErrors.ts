/** What each page about a ground still needs, so that the last one can look back at all of them. */
import type { FieldError } from "../../../kit/ErrorSummary.tsx";
import { needed } from "../../../screens/parts/fieldErrors.ts";
import { comingDateError, pastDateError } from "../../../screens/parts/dateError.ts";
import { UNSURE } from "../draft.ts";
import { reliedOn } from "../groundEvents.ts";
import type { Step, StepProps } from "../step.ts";
import { longName, longPerson, longText } from "../tooLong.ts";

const PAGES = ["ground", "law", "weighed", "informed", "decided"] as const satisfies readonly Step[];
type GroundPage = (typeof PAGES)[number];
type Given = Pick<StepProps, "draft" | "open">;

/** The first page with something missing: after a change on one, another may not hold any more. */
export const firstGroundGap = (given: Given): GroundPage | undefined =>
  PAGES.find((page) => groundErrors(page, given).some((error) => error !== undefined));

export function groundErrors(page: GroundPage, given: Given): readonly (FieldError | undefined)[] {
  const { draft, open } = given;
  switch (page) {
    case "ground":
      return [
        needed("ground-why", draft.reason, "Choose why you do not rely on consent"),
        needed("share", draft.share, "Say what was decided"),
        draft.grounds.length > 0 ? undefined : { fieldId: "grounds", text: "Choose at least one ground" },
        needed("ground-reason", draft.groundReason, "Say what shows that this applies"),
        longText("ground-reason", draft.groundReason, "The reason"),
      ];
    case "law":
      return draft.share === "no" ? [] : lawErrors(given);
    case "weighed":
      return [
        needed("harm", draft.harm, "Say what harm is feared"),
        longText("harm", draft.harm, "What harm is feared"),
        needed("urgency", draft.urgency, "Say how urgent it is"),
        needed("necessity", draft.necessity, "Say why it is or is not necessary"),
        longText("necessity", draft.necessity, "Why it is or is not necessary"),
        ...(draft.share === "yes" ? leastErrors(given) : []),
      ];
    case "informed":
      return [
        needed("informed", draft.informed, "Say whether you have told the person"),
        draft.informed === "no"
          ? needed("informed-because", draft.informedBecause, "Say why the person has not been told")
          : undefined,
        draft.informed === "no"
          ? longText("informed-because", draft.informedBecause, "Why the person has not been told")
          : undefined,
        draft.informed === "no" ? comingDateError("reconsider", draft.reconsider, open.today) : undefined,
        longText("known-wishes", draft.wishes, "What is known of their wishes"),
        longText("capacity", draft.capacity, "Whether they can decide this"),
      ];
    case "decided":
      return [
        needed("decided-by", draft.decidedBy.name, "Enter who decided"),
        ...longPerson("decided-by", draft.decidedBy),
        ...longPerson("advised-by", draft.advisedBy),
        pastDateError("decided-on", draft.on, "the date it was decided", open.today),
        comingDateError("review-on", draft.reviewOn, open.today),
        needsRequest(given)
          ? needed(
              "request-by",
              draft.requestBy,
              "Enter who asked: what you chose in law rests on their request",
            )
          : undefined,
        longName("request-by", draft.requestBy, "Who asked"),
        longName("request-reference", draft.requestReference, "The reference"),
      ];
  }
}

/** A basis alone is not enough for what is sensitive: that needs a condition too [domain 2.1]. */
function lawErrors(given: Given): readonly (FieldError | undefined)[] {
  const { draft } = given;
  if (draft.body === "") return [{ fieldId: "body", text: "Say whether a public authority decides" }];
  if (draft.basis === UNSURE) return [];
  const kinds = chosenLaw(given).map(({ kind }) => kind);
  return [
    kinds.includes("basis")
      ? undefined
      : { fieldId: "basis", text: "Choose a lawful basis, or that you are not sure" },
    kinds.includes("condition")
      ? undefined
      : { fieldId: "conditions", text: "Choose a condition, or that none is needed" },
  ];
}

function leastErrors({ draft, open }: Given): readonly (FieldError | undefined)[] {
  const { recipients } = open.definition().consent;
  return [
    needed("information", draft.information, "Say which information is shared, at the least"),
    longText("information", draft.information, "Which information is shared"),
    recipients.every((name) => draft.groundLeftOut.includes(name))
      ? { fieldId: "ground-recipients", text: "Choose who gets it" }
      : undefined,
  ];
}

const chosenLaw = ({ draft, open }: Given) => reliedOn(draft, open.definition(), open.today);

/** Something chosen in law rests on somebody having asked. */
export const needsRequest = (given: Given): boolean =>
  given.draft.share === "yes" &&
  given.draft.basis !== UNSURE &&
  chosenLaw(given).some(({ needsRequest: needs }) => needs === true);
