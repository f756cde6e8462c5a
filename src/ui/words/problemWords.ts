/** An expected failure in words. */
export type ProblemWords = {
  /** What happened, short enough for a heading. */
  readonly title: string;
  /** What is safe, or what was not changed. */
  readonly safe: string;
  /** What to do next. */
  readonly next: string;
};
