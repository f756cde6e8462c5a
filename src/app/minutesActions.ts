/** Signing and reading back the minutes of a meeting. What is signed is text, named by its hash: see minutesHash.ts. */
import type { RecordProof } from "../crypto/recordProof.ts";
import { ofType } from "../domain/happened.ts";
import type { ScopeId } from "../domain/ids.ts";
import { signedMinutes, type SignedMinutes } from "../domain/meeting/minutes.ts";
import type { MeetingRecord } from "../domain/records/record.ts";
import { mayLead } from "../domain/roles.ts";
import { recordComment, recordText } from "../forms/minutes/recordFile.ts";
import { minutesText, readCaseMinutes, readMeetingMinutes } from "../forms/minutes/shape.ts";
import { todayIn } from "./caseReading.ts";
import { type Context, rolesOf } from "./context.ts";
import { scopesOf, viewMeeting } from "./meetingViews.ts";
import type { CheckedCase, MinutesActions, MinutesProof, Signing } from "./minutesTypes.ts";
import type { Outcome } from "./outcome.ts";
import { serverNow } from "./serverClock.ts";

const refuse = (kind: "not-allowed" | "unexpected"): Outcome => ({ ok: false, problem: { kind } });

export function makeMinutesActions(context: Context): Pick<MinutesActions, "signMinutes" | "readMinutes"> {
  const { vault, scribe, identity } = context;

  /** Each case's text in that case; what the meeting then signs names them. */
  const keepCases = async (meeting: string, { cases }: Signing) => {
    const named = [];
    for (const { item, case: scope, minutes } of cases) {
      const text = minutesText(minutes);
      const hash = (await vault.hashMinutes(text)) ?? "";
      const kept = await scribe.write(scope, [{ type: "case-minutes", meeting, minutes: text, hash }]);
      if (!kept.ok) return kept;
      named.push({ item, case: scope, hash, sha256: await vault.sha256(text) });
    }
    return { ok: true, value: named } as const;
  };

  /** Of several that claim the name, the one that has it. */
  const checkCase = async (
    meeting: string,
    { item, case: scope, hash }: SignedMinutes["record"]["cases"][number],
  ): Promise<CheckedCase> => {
    const texts = ofType(context.library.shelves.get(scope)?.file.discussion ?? [], "case-minutes")
      .filter(({ record }) => record.meeting === meeting && record.hash === hash)
      .map(({ record }) => record.minutes);
    for (const text of texts) {
      const right = (await vault.hashMinutes(text)) === hash;
      if (right) return { item, case: scope, state: "right", text, minutes: readCaseMinutes(text) };
    }
    const [first] = texts;
    return first === undefined
      ? { item, case: scope, state: "away", text: undefined, minutes: undefined }
      : { item, case: scope, state: "changed", text: undefined, minutes: readCaseMinutes(first) };
  };

  const proofOf = async (
    record: SignedMinutes["record"],
    proof: RecordProof,
  ): Promise<MinutesProof | undefined> => {
    const text = recordText(record);
    const files = await vault.proofFiles(text, recordComment(record), proof);
    return files && { ...files, record: text };
  };

  return {
    async signMinutes(meeting, signing) {
      const scope: ScopeId | undefined = scopesOf(context, meeting)[0];
      const view = viewMeeting(context, meeting);
      if (!scope || !view || !maySign(context, signing, view.definition.minutes.signedByChair)) {
        return refuse("not-allowed");
      }
      const cases = await keepCases(meeting, signing);
      if (!cases.ok) return cases;
      const minutes = minutesText(signing.minutes);
      const hash = await vault.hashMinutes(
        minutes,
        cases.value.map((each) => each.hash),
      );
      if (hash === undefined) return refuse("unexpected");
      const { name, position, how, signature, meaning, amends, reason } = signing;
      const record = {
        type: "minutes-signed",
        minutes,
        hash,
        cases: cases.value,
        name,
        position,
        how: how === "drawn" ? "drawn" : "typed",
        ...(how === "none" ? { unsigned: true } : {}),
        ...(how === "drawn" && signature ? { signature } : {}),
        on: todayIn(serverNow(context)),
        meaning,
        ...(amends ? { amends, reason } : {}),
      } satisfies MeetingRecord;
      const proof = await vault.proveRecord(recordText(record), recordComment(record));
      return scribe.write(scope, [{ ...record, proof }]);
    },

    async readMinutes(meeting, entry) {
      const file = viewMeeting(context, meeting)?.file;
      const signed = file && signedMinutes(file).find((each) => each.entry === entry);
      if (!signed) return undefined;
      const { minutes, hash, cases, proof } = signed.record;
      const proven = proof && (await proofOf(signed.record, proof));
      const names = cases.map((each) => each.hash);
      return {
        right: (await vault.hashMinutes(minutes, names)) === hash && (!proof || proven !== undefined),
        proof: proven,
        meeting: readMeetingMinutes(minutes),
        cases: await Promise.all(cases.map((each) => checkCase(meeting, each))),
      };
    },
  };

  function maySign(held: Context, { how }: Signing, signedByChair: boolean): boolean {
    const roles = rolesOf(held, identity.user);
    return how === "none" ? !signedByChair && mayLead(roles) : roles.includes("chair");
  }
}
