/** The actions of every case that this person may read, in one list. A part of the surface in api.ts. */
import type { Action } from "../domain/case/actions.ts";
import type { ScopeId, UserId } from "../domain/ids.ts";
import type { Chase } from "../forms/escalation.ts";

export type ListedAction = Action & {
  readonly scope: ScopeId;
  readonly reference: string;
  /** Of the person the case is about. On screens only. */
  readonly subject: string;
  readonly panelName: string;
  readonly definitionId: string;
  /** What it is meant to bring about, in the panel's words. */
  readonly outcomeLabel: string | undefined;
  /** This person is to do it: chosen by name, or written by the same name. */
  readonly mine: boolean;
  /** Something is asked about it that this person is to answer. */
  readonly forMe: boolean;
  /** To whom it goes while it is not done, and from when; soonest first. */
  readonly chases: readonly Chase[];
  /** Whoever may read and no more leaves no word. */
  readonly mayUpdate: boolean;
  /** Those who may write in the case, and so could take it on. */
  readonly writers: readonly UserId[];
  /** Those who have opened the case. */
  readonly readers: readonly UserId[];
  /** Names of those who said or asked something of it. */
  readonly names: Readonly<Record<UserId, string>>;
};
