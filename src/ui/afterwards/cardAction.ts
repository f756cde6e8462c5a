/** An action as its card has it, wherever the card stands. */
import type { Action } from "../../domain/case/actions.ts";
import type { ScopeId, UserId } from "../../domain/ids.ts";
import type { Chase } from "../../forms/escalation.ts";

export type CardAction = {
  readonly action: Action;
  readonly scope: ScopeId;
  /** Of the case. */
  readonly reference: string;
  readonly outcome: string | undefined;
  /** To whom it goes while it is not done, and from when. */
  readonly chases: readonly Chase[];
  readonly mayUpdate: boolean;
  /** Who could take it on. */
  readonly writers: readonly UserId[];
  readonly whoOf: (user: UserId) => string;
};
