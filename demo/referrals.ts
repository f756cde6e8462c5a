/** Referrals made up whole, with the consent and the approvals that a panel wants before one is sent. */
import type { OpenSession } from "../src/app/session.ts";
import type { CalendarDate } from "../src/domain/calendarDate.ts";
import type { ConsentEvent } from "../src/domain/consent.ts";
import type { ScopeId } from "../src/domain/ids.ts";
import type { Answers } from "../src/forms/answers.ts";
import type { PanelDefinition } from "../src/forms/definition.ts";
import { ensure } from "./ensure.ts";
import { inventApprovals } from "./inventApprovals.ts";

/** With its consent, and not sent. */
export async function draftFor(
  session: OpenSession,
  definition: PanelDefinition,
  answers: Answers,
  subject: string,
  today: CalendarDate,
): Promise<ScopeId> {
  const scope = ensure(await session.startReferral(definition.id, answers));
  const about = definition.subjects[0]?.key ?? "person";
  ensure(await session.recordConsent(scope, { ...awareness(), subject: about }));
  ensure(await session.recordConsent(scope, { ...verbalConsent(subject, today), subject: about }));
  return scope;
}

/** With its approvals too, and sent. */
export async function submitTo(
  session: OpenSession,
  definition: PanelDefinition,
  answers: Answers,
  subject: string,
  today: CalendarDate,
): Promise<ScopeId> {
  const scope = await draftFor(session, definition, answers, subject, today);
  await inventApprovals(session, scope, { definition, answers, today });
  ensure(
    await session.submit(scope, {
      declaredBy: "Invented worker",
      declaration: "Everything here is invented.",
    }),
  );
  return scope;
}

const common = () => ({
  subject: "person",
  recordedBy: { name: "Invented worker" },
  deviceTime: new Date().toISOString(),
  offline: false,
});

const awareness = (): ConsentEvent => ({
  kind: "awareness",
  ...common(),
  aware: "yes",
  detail: "Told at a made-up visit.",
});

const verbalConsent = (subject: string, today: CalendarDate): ConsentEvent => ({
  kind: "given",
  ...common(),
  giver: { name: subject, capacity: "self", decides: true },
  extent: "full",
  recipients: ["The agencies of the panel"],
  wording: {
    key: "demo",
    version: "1",
    language: "en-GB",
    format: "standard",
    text: "Invented wording, for a demonstration.",
    readAloud: true,
  },
  toldHowToWithdraw: true,
  signing: { way: "verbal", obtainedBy: { name: "Invented worker" } },
  obtainedOn: today,
});
