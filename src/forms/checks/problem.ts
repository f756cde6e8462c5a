/** One thing wrong with a definition. */
export type Problem = {
  /** "Section ‘Consent’, question ‘verbalBy’". */
  readonly place: string;
  /** Begins with the place. */
  readonly sentence: string;
};

export const problem = (place: string, what: string): Problem => ({ place, sentence: `${place}: ${what}.` });

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const sectionPlace = (section: { readonly title: string }): string => `Section ‘${section.title}’`;
export const questionPlace = (
  section: { readonly title: string },
  question: { readonly key: string },
  group?: { readonly key: string },
): string =>
  group
    ? `${sectionPlace(section)}, question ‘${group.key}’, field ‘${question.key}’`
    : `${sectionPlace(section)}, question ‘${question.key}’`;

/** "Deadline ‘agendaOut’". */
export const keyedPlace = (noun: string, key: string): string => `${upperFirst(noun)} ‘${key}’`;
