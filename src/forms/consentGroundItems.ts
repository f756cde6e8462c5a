/** A decision to share without consent, or not to, with all that somebody would ask who looks at it later. */
import type { ConsentEventOf } from "../domain/consent.ts";
import type { DateText } from "./answerText.ts";
import { consentPath } from "./consentGaps.ts";
import { answerItem, linesSaid, listItem, named, sentence } from "./consentText.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Section } from "./definition/section.ts";
import type { SnapshotItem } from "./snapshot.ts";

type Ground = ConsentEventOf<"ground">;

const BODIES = {
  publicAuthority: "A public authority",
  other: "Not a public authority",
} as const;
const LAW_LABELS = {
  basis: "Lawful basis",
  condition: "Condition for sensitive information",
  gateway: "Powers and duties to share",
} as const;

export function groundItems(
  definition: PanelDefinition,
  section: Section,
  event: Ground,
  /** From 0, among those that are shown. */
  at: number,
  date: DateText,
): readonly SnapshotItem[] {
  const { withoutConsent } = definition.consent;
  const key = (part: string): string => `${consentPath(section, "ground")}/${at + 1}/${part}`;
  const { whyWithoutConsent: why } = event;
  const { share } = event;
  return [
    listItem(
      key("grounds"),
      share ? "Ground for sharing without consent" : "Decided not to share. Grounds weighed",
      event.grounds.map(({ wording }) => wording),
    ),
    answerItem(
      key("why"),
      "Why without consent",
      sentence(why.law ? `${why.wording} (${why.law})` : why.wording, why.detail),
    ),
    answerItem(key("reason"), "Reason", event.reason),
    ...linesSaid([
      [key("harm"), "What harm is feared", event.harm],
      [key("urgency"), "How urgent it is", event.urgency?.wording],
    ]),
    ...lawItems(event, key),
    answerItem(key("necessity"), withoutConsent.necessity.label, event.necessity),
    ...linesSaid([[key("information"), "The least that does the job", event.information]]),
    ...(share ? [listItem(key("recipients"), "Shared with", event.recipients)] : []),
    answerItem(key("informed"), withoutConsent.informed.label, toldText(event, date)),
    ...linesSaid([
      [key("wishes"), "The person’s own wishes, as far as they are known", event.wishes],
      [key("capacity"), "Capacity, and best interests", event.capacity],
    ]),
    answerItem(key("decidedBy"), "Decided by", `${named(event.decidedBy)}, ${date(event.decidedOn)}`),
    ...linesSaid([
      [key("body"), "Body that decided", event.decidingBody && BODIES[event.decidingBody]],
      [key("advisedBy"), "Advised by", event.advisedBy?.map(named).join("; ")],
      [key("request"), "Asked for by", event.request && requestText(event.request)],
      [key("reviewOn"), "To be looked at again", event.reviewOn && date(event.reviewOn)],
    ]),
  ];
}

function toldText({ informed }: Ground, date: DateText): string {
  const again = informed.reconsiderOn ? `To be looked at again ${date(informed.reconsiderOn)}.` : "";
  const because = [informed.because, again].filter((part) => part !== undefined && part !== "").join(" ");
  return sentence(informed.answer === "yes" ? "Yes" : "No", because);
}

const requestText = ({ by, reference }: { readonly by: string; readonly reference?: string | undefined }) =>
  reference ? `${by}, ${reference}` : by;

/** The law as it stood on the screen; older records hold only a name. */
function lawItems({ basis, basisToConfirm }: Ground, key: (part: string) => string): readonly SnapshotItem[] {
  if (basisToConfirm === true) {
    return [
      answerItem(key("basis"), LAW_LABELS.basis, "Still to be confirmed by somebody who knows the law"),
    ];
  }
  if (!basis) return [];
  const { reliedOn } = basis;
  if (!reliedOn) {
    return linesSaid([
      [key("basis"), LAW_LABELS.basis, basis.article6],
      [key("condition"), LAW_LABELS.condition, basis.article9],
      [key("gateway"), LAW_LABELS.gateway, basis.gateways?.join("; ")],
    ]);
  }
  return (["basis", "condition", "gateway"] as const).flatMap((kind) => {
    const lines = reliedOn
      .filter((each) => each.kind === kind)
      .map(({ wording, law }) => `${wording} (${law})`);
    return lines.length > 0 ? [listItem(key(kind), LAW_LABELS[kind], lines)] : [];
  });
}
