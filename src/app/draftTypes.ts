/** What an author can do to a draft besides typing. */
import type { ScopeId } from "../domain/ids.ts";
import type { Outcome } from "./outcome.ts";

export type PaperForm = {
  readonly filledInBy: string;
  /** "2026-11-26"; "" takes back that there was a paper form. */
  readonly signedOn: string;
  readonly note?: string;
};

export type DraftActions = {
  /** Goes on with another version of the panel's form. Answers stay; going back is the same step again. */
  changeForm(scope: ScopeId, version: string): Promise<Outcome>;
  /** Answers of an earlier case that fit and are not given here yet, of these sections. Resolves to how many. */
  copyAnswers(scope: ScopeId, from: ScopeId, sections: readonly string[]): Promise<Outcome<number>>;
  recordPaperForm(scope: ScopeId, paper: PaperForm): Promise<Outcome>;
};
