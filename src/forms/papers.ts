/**
 * The papers that a panel asks for: which are asked, and which are owed. A paper is owed until one of its kind
 * is there or, where a reason will do, a reason is. Pure: what a paper is made of is no matter here.
 */
import { type Answers, asText, questionPath, reasonPath } from "./answers.ts";
import type { Paper, Section } from "./definition/section.ts";
import { holds, type Reader } from "./evaluate.ts";
import type { FieldError } from "./fieldError.ts";
import { ASIDE_LENGTH, tooLong } from "./validateAnswer.ts";

/** A paper of the case, as far as rules care: what it is, and whether it has been taken away again. */
export type HeldPaper = { readonly kind: string; readonly removed: boolean };

/** The kind of a paper that no panel asks for. */
export const OTHER_PAPER = "other";
/** The kind of a signed consent form that was photographed. */
export const CONSENT_SHEET = "consentSheet";
/** The kind of what shows that an action was done: of the case, and no part of its referral. */
export const EVIDENCE = "evidence";

/** The kinds that are asked for as things stand, in the order of the definition. */
export const askedPapers = (reader: Reader): readonly Paper[] =>
  (reader.definition.papers ?? []).filter(
    ({ visibleWhen }) => visibleWhen === undefined || holds(reader, visibleWhen),
  );

/** Where a kind is optional, whatever else there is can go there: a second such place would only puzzle. */
export const takesAnything = (asked: readonly Paper[]): boolean =>
  asked.some(({ required }) => required === undefined);

export const isHeld = (papers: readonly HeldPaper[], kind: string): boolean =>
  papers.some((paper) => paper.kind === kind && !paper.removed);

/** Why a paper of this kind does not come with the referral; "" where nothing is said. */
export const paperReason = (answers: Answers, section: string, paper: string): string =>
  asText(answers.get(reasonPath(section, paper))).trim();

/** What is owed in the section of papers, and reasons too long to be sent. */
export function paperGaps(
  section: Section,
  reader: Reader,
  papers: readonly HeldPaper[],
): readonly FieldError[] {
  return askedPapers(reader).flatMap((paper): readonly FieldError[] => {
    const { required, key, label } = paper;
    if (required === undefined || isHeld(papers, key)) return [];
    const reason = required === "orReason" ? paperReason(reader.answers, section.key, key) : "";
    if (reason !== "") {
      const called = `why ${inSentence(label)} does not come with the referral`;
      const problem = tooLong({ label, called }, reason, ASIDE_LENGTH);
      const path = reasonPath(section.key, key);
      return problem ? [{ path, sectionKey: section.key, pageKey: undefined, label, ...problem }] : [];
    }
    return [
      {
        path: questionPath(section.key, key),
        sectionKey: section.key,
        pageKey: undefined,
        label,
        message: `Add ${inSentence(label)}${required === "orReason" ? ", or say why it does not come with the referral" : ""}`,
        kind: "missing",
      },
    ];
  });
}

/** "Chronology" as "the chronology"; a word in capitals keeps them. */
function inSentence(label: string): string {
  const bare = label.replace(/^(?:the|an?) /i, "");
  const [first = "", second = ""] = bare;
  const isName = second === second.toLocaleUpperCase("en-GB") && second !== second.toLocaleLowerCase("en-GB");
  return `the ${isName ? bare : first.toLocaleLowerCase("en-GB") + bare.slice(first.length)}`;
}
