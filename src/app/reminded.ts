/** Whom an action's reminders are for, and what the server says became of them. Asked for what is on the screen alone. */
import type { ScopeId } from "../domain/ids.ts";
import { mayLead } from "../domain/roles.ts";
import { type Reader, remindersOf } from "../forms/reminders.ts";
import type { NoticeLine } from "../sync/notices.ts";
import { MAX_REMINDERS } from "../sync/noticesProtocol.ts";
import { chasingRules } from "./chasing.ts";
import { type Context, nameOf, rolesOf } from "./context.ts";
import { namedDaysOf } from "./definitions.ts";
import { makeLive } from "./live.ts";
import { reminderIdOf } from "./myDates.ts";
import { type RemindedActions, type RemindedPerson, type SentReminder, sentKey } from "./noticeTypes.ts";

/** A list is drawn card by card: what its cards ask within this is asked at once. */
const SOON_MS = 400;
/** What the server said stands for so long before it is asked again. */
const KNOWN_MS = 5 * 60_000;

export function makeReminded(context: Context, line: Pick<NoticeLine, "sent">): RemindedActions {
  const sentReminders = makeLive<ReadonlyMap<string, SentReminder>>(new Map());
  const waiting = new Map<string, Pick<RemindedPerson, "id" | "user">>();
  const askedMs = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    timer = undefined;
    const asked = [...waiting].slice(0, MAX_REMINDERS);
    if (asked.length === 0 || !context.online) return;
    for (const [key] of asked) waiting.delete(key);
    const answer = await line.sent(asked.map(([, { id, user }]) => ({ id, for: user })));
    if (!answer.ok) return;
    for (const [key] of asked) askedMs.set(key, context.now());
    const known = new Map(sentReminders.value);
    for (const { id, for: user, on, unsent } of answer.value.sent)
      known.set(sentKey({ id, user }), { on: on ?? undefined, unsent: unsent ?? undefined });
    sentReminders.set(known);
    if (waiting.size > 0) askSoon();
  };
  const askSoon = (): void => {
    timer ??= setTimeout(() => void ask().catch(() => undefined), SOON_MS);
  };

  return {
    sentReminders,
    remindedOf(scope, action) {
      const definition = context.library.shelves.get(scope)?.file.started?.record.definition ?? "";
      const { reminders } = chasingRules(context, definition);
      const found = remindersOf(
        action,
        reminders,
        readersOf(context, scope),
        namedDaysOf(context.library.book),
      );
      const id = reminderIdOf(action.action);
      return found.map((each) => ({ ...each, id, name: nameOf(context, each.user) }));
    },
    lookUpSent(reminders) {
      if (!mayLead(rolesOf(context, context.identity.user))) return;
      const since = context.now() - KNOWN_MS;
      for (const each of reminders)
        if ((askedMs.get(sentKey(each)) ?? -Infinity) < since) waiting.set(sentKey(each), each);
      if (waiting.size > 0) askSoon();
    },
  };
}

const readersOf = (context: Context, scope: ScopeId): readonly Reader[] =>
  (context.membership.scopes.get(scope)?.members ?? []).map(({ user }) => ({
    user,
    roles: rolesOf(context, user),
  }));
