/** Search over the cases open on this device. In memory, in the clear only while unlocked; nothing is indexed on disk. */
import { asText } from "../forms/answers.ts";
import type { CaseSummary } from "./api.ts";
import { answersOf } from "./caseReading.ts";
import type { Context } from "./context.ts";

const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Cases in which every word is found; one found in the reference or name comes before one found in the text. */
export function searchCases(
  context: Context,
  cases: readonly CaseSummary[],
  words: string,
): readonly CaseSummary[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return cases
    .map((summary) => ({ summary, score: scoreOf(context, summary, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || b.summary.updatedMs - a.summary.updatedMs)
    .map(({ summary }) => summary);
}

function scoreOf(context: Context, summary: CaseSummary, wanted: readonly string[]): number {
  const near = fold(`${summary.reference} ${summary.subject} ${summary.panelName}`);
  const file = context.library.shelves.get(summary.scope)?.file;
  const far = file ? fold([...answersOf(file).values()].map((value) => asText(value)).join("\n")) : "";
  let score = 0;
  for (const word of wanted) {
    if (near.includes(word)) score += 10;
    else if (far.includes(word)) score += 1;
    else return 0;
  }
  return score;
}
