/** What a paper is called until a person calls it something. */
import type { PaperView } from "../../app/paperTypes.ts";

const TITLE_MAX = 120;
const PHOTO = /^Photo (\d{1,4})$/;

export const photoTitle = (number: number): string => `Photo ${number}`;

/** The highest number that a photo of the case has had, removed ones too: none is given twice. */
export const photoNumber = (papers: readonly Pick<PaperView, "title">[]): number =>
  Math.max(0, ...papers.map(({ title }) => Number(PHOTO.exec(title)?.[1] ?? "0")));

/** "Letter of May" for "Letter of May.pdf". */
export function titleFrom(fileName: string): string {
  const bare = fileName.replace(/\.[a-z][a-z0-9]{0,9}\s*$/i, "").trim();
  return (bare === "" ? fileName : bare).toWellFormed().slice(0, TITLE_MAX);
}

/** The order that puts one paper before or after its neighbour; undefined where it has none on that side. */
export function orderBeside(
  papers: readonly Pick<PaperView, "order">[],
  index: number,
  way: "up" | "down",
): number | undefined {
  const at = (place: number): number | undefined => papers[place]?.order;
  const [near, far] = way === "up" ? [at(index - 1), at(index - 2)] : [at(index + 1), at(index + 2)];
  if (near === undefined) return undefined;
  if (far === undefined) return way === "up" ? near - 1 : near + 1;
  return (near + far) / 2;
}
