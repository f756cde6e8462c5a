/** Which cases a panel takes, as its public page says it, with the options of the questions that say it in detail. */
import type { PanelDefinition } from "./definition.ts";
import { questionIndex } from "./questionIndex.ts";

export type PublicCriterion = {
  readonly text: string;
  /** Each with the hint that explains it. */
  readonly options: readonly string[];
};

/** Without “None of these”, which is no criterion. */
export function publicCriteria(definition: PanelDefinition): readonly PublicCriterion[] {
  const index = questionIndex(definition);
  return (definition.eligibility.criteria ?? []).map(({ text, options }) => {
    const question = options === undefined ? undefined : index.get(options)?.question;
    if (question?.type !== "choice" && question?.type !== "choices") return { text, options: [] };
    const none = question.type === "choices" ? question.none : undefined;
    const kept = question.options.filter(({ key }) => key !== none);
    return {
      text,
      options: kept.map(({ label, hint }) => (hint === undefined ? label : `${label}. ${hint}`)),
    };
  });
}
