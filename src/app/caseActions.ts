/** What people do to a case. Each writes records and, where others must read them, grants; all of it works offline. */
import { CROCKFORD } from "../crypto/crockford.ts";
import { mayFollow, standingOf } from "../domain/case/status.ts";
import type { SentRecord } from "../domain/case/caseFile.ts";
import type { ConsentEvent } from "../domain/consent.ts";
import { type EntryId, idBytes, makeId, type ScopeId, type UserId } from "../domain/ids.ts";
import type { Access } from "../domain/membership/events.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { type Answers, type AnswerValue, type FieldPath } from "../forms/answers.ts";
import type { Outcome, Session } from "./api.ts";
import { refuse, takeStep } from "./caseStep.ts";
import { definitionOf } from "./caseReading.ts";
import { snapshotNow } from "./caseSnapshot.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import { changeOf } from "./editor.ts";
import { hasAccess, holdersAfterSending, MIN_HOLDERS, shareWithLeaders } from "./holders.ts";
import { answerRecords, submissionRecords } from "./sizing.ts";
import { takenFields } from "./taken.ts";
import { fitsRecord } from "./tooLong.ts";
import { makeTriageActions } from "./triageActions.ts";
import type { TriageActions } from "./triageTypes.ts";

type CaseActions = TriageActions &
  Pick<
    Session,
    | "startReferral"
    | "recordConsent"
    | "settleConflict"
    | "submit"
    | "withdraw"
    | "markOpened"
    | "share"
    | "recordExport"
  >;

type JsonValue = Extract<CaseRecord, { type: "submitted" }>["snapshot"];

const done = { ok: true, value: undefined } as const;

const LETTERS = 5;

/**
 * "ASH-7K3M9": from the case's own id, so that it needs no server; five Crockford characters. The first is a figure:
 * without one it could be somebody's name, and would be left out of the names of files.
 */
export function referenceFor(shortName: string, scope: ScopeId): string {
  const bytes = [...idBytes(scope)].slice(0, LETTERS);
  const letters = bytes.map((byte, at) => CROCKFORD[byte % (at === 0 ? 10 : 32)]).join("");
  return `${shortName.slice(0, 3).toUpperCase()}-${letters}`;
}

/** Tells one long snapshot's parts from another's. */
const referenceKey = ({ random }: Context): string => makeId<EntryId>(random);

export function makeCaseActions(
  context: Context,
  settleEditors: (scope: ScopeId) => Promise<Outcome>,
): CaseActions {
  const { scribe, vault, library } = context;
  const write = (scope: ScopeId, ...records: readonly CaseRecord[]) => scribe.write(scope, records);

  return {
    ...makeTriageActions(context),

    async startReferral(definitionId: string, answers: Answers) {
      const definition = inForce(context, definitionId);
      if (!definition) return { ok: false, problem: { kind: "not-allowed" } };
      const changes = [...answers].map(([path, value]) => ({ path, value: value as JsonValue }));
      if (!changes.every(fitsRecord)) return refuse("too-long");
      const opened = await scribe.member(() => vault.openScope("case"));
      if (!opened.ok) return opened;
      const { scope } = opened.value;
      const reference = referenceFor(definition.shortName, scope);
      const started: CaseRecord = {
        type: "case-started",
        definition: definition.id,
        definitionVersion: definition.version,
        reference,
      };
      const written = await write(scope, started, ...answerRecords(changes));
      return written.ok ? { ok: true, value: scope } : written;
    },

    recordConsent: (scope: ScopeId, event: ConsentEvent) => write(scope, { type: "consent", event }),

    async settleConflict(scope: ScopeId, path: FieldPath, value: AnswerValue) {
      return write(scope, { type: "answers", changes: [changeOf(context, scope, path, value)] });
    },

    async submit(scope, { declaredBy, declaration, note }) {
      const settled = await settleEditors(scope);
      if (!settled.ok) return settled;
      // The panel would read what stood there before, or nothing.
      if ((context.tooLong.get(scope)?.changes.size ?? 0) > 0) return refuse("too-long");
      const file = library.shelves.get(scope)?.file;
      const definition = file && definitionOf(context, file);
      if (!file || !definition) return refuse("not-allowed");
      const holders = holdersAfterSending(context, scope);
      if (holders.size < MIN_HOLDERS) {
        return { ok: false, problem: { kind: "too-few-holders", found: holders.size } };
      }
      const sent = { snapshot: snapshotNow(context, file, definition) as JsonValue, declaredBy, declaration };
      const { status } = standingOf(file);
      const record: SentRecord = mayFollow(status, "corrected")
        ? { type: "corrected", ...sent, note: note ?? "" }
        : { type: "submitted", ...sent, ...(note === undefined ? {} : { note }) };
      const sized = submissionRecords(record, referenceKey(context));
      if (sized.parts.length > 0) {
        const kept = await write(scope, ...sized.parts);
        if (!kept.ok) return kept;
      }
      const stepped = await takeStep(context, scope, sized.sent);
      return stepped.ok ? shareWithLeaders(context, scope) : stepped;
    },

    withdraw: (scope, reason) => takeStep(context, scope, { type: "withdrawn", reason }),

    async markOpened(scope) {
      const file = library.shelves.get(scope)?.file;
      const { user } = context.identity;
      const access = context.membership.scopes.get(scope)?.members.find((each) => each.user === user)?.access;
      const known =
        !file?.started || file.started.author === user || file.opened.some((each) => each.user === user);
      if (!known && access !== undefined && access !== "read") await write(scope, { type: "opened" });
    },

    async share(scope: ScopeId, user: UserId, access: Access) {
      // Access never falls by a grant: one that gives less would be no part of the chain.
      if (hasAccess(context, scope, user, access)) return done;
      const granted = await scribe.member(() => vault.grant(scope, user, access));
      return granted.ok ? done : granted;
    },

    recordExport: (scope, how, document = "referral", protectedBy) =>
      write(scope, { type: "exported", document, ...takenFields({ how, protectedBy }) }),
  };
}
