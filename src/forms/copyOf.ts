/** A copy of a document made for one reader, and what it is called on paper and in the register. */

/** `number`: one after the greatest that its maker's device knew of. `mark`: of this copy alone, whoever made it and where. */
export type CopyOf = { readonly number: number; readonly mark: string; readonly reader: string };

/** "3-K7Q2", as printed and as in the history. Copies made before there were marks are "3". */
export const copyName = (number: number, mark: string | undefined): string =>
  mark === undefined ? String(number) : `${number}-${mark}`;
