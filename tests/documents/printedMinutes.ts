/** Minutes of the shipped panels as they are printed; and one meeting's, signed twice over as in the app. */
import { prepareToSign } from "../../src/documents/signedBytes.ts";
import { makeMinutesDocument } from "../../src/documents/minutes.ts";
import type { ProofFiles } from "../../src/crypto/signingDoor.ts";
import type { Vault } from "../../src/crypto/vault.ts";
import { PanelDefinition } from "../../src/forms/definition.ts";
import { composeCase } from "../../src/forms/minutes/caseMinutes.ts";
import { composeMeeting } from "../../src/forms/minutes/meetingMinutes.ts";
import type { MinutesStanding, PrintedMinutes } from "../../src/forms/minutes/printed.ts";
import { recordComment, recordText } from "../../src/forms/minutes/recordFile.ts";
import { minutesText } from "../../src/forms/minutes/shape.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { heldMeeting } from "../forms/minutes/heldMeeting.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, PASSWORD } from "./fixtures.ts";

export const ORIGIN = "https://confer.example.org";
const drawn = { width: 300, height: 120, strokes: [[10, 100, 60, 20, 110, 100, 160, 30, 280, 90]] };

export const SIGNED = {
  kind: "final",
  signed: true,
  name: "Charlie Chair",
  position: "Service manager",
  on: "27 November 2026",
  drawn,
  meaning: "I confirm that these minutes are a true record.",
  hash: "mXq3sC0mZkS0x1u2v3w4y5z6A7B8C9D0E1F2G3H4I5J",
  reason: "",
  supersededOn: undefined,
  proof: undefined,
} as const satisfies MinutesStanding;

export async function printedFor(id: string, standing: MinutesStanding = SIGNED): Promise<PrintedMinutes> {
  const json = await SHIPPED_PANELS.find((panel) => panel.id === id)?.load();
  const source = heldMeeting(PanelDefinition.parse(json) as PanelDefinition);
  const cases = source.agenda.flatMap((item) => composeCase(source, item) ?? []);
  return { meeting: composeMeeting(source), cases, standing };
}

export type SignedTwice = {
  readonly printed: PrintedMinutes;
  readonly record: string;
  readonly proof: ProofFiles;
};

/** The record signed by this vault's person, as `minutesActions.ts` does it. */
export async function provenMinutes(vault: Vault, id = "ashfield"): Promise<SignedTwice> {
  const { meeting, cases } = await printedFor(id);
  const texts = cases.map(minutesText);
  const named = [];
  for (const [at, text] of texts.entries()) {
    named.push({
      item: `item-${at}`,
      hash: vault.hashMinutes(text) ?? "",
      sha256: await vault.sha256(text),
    });
  }
  const minutes = minutesText(meeting);
  const hash =
    vault.hashMinutes(
      minutes,
      named.map((each) => each.hash),
    ) ?? "";
  const { name, position, meaning } = SIGNED;
  const kept = {
    name,
    position,
    meaning,
    on: "2026-11-27",
    how: "drawn",
    signature: drawn,
    hash,
    cases: named,
    minutes,
  } as const;
  const record = recordText(kept);
  const proof = vault.proofFiles(record, recordComment(kept), vault.proveRecord(record, recordComment(kept)));
  if (!proof) throw new Error("Nothing was proven");
  const standing: MinutesStanding = {
    ...SIGNED,
    hash,
    proof: {
      words: proof.words,
      code: proof.code,
      keyWords: proof.keyWords,
      address: `${new URL(ORIGIN).host}/check`,
      link: `${ORIGIN}/check#${proof.payload}`,
      files: {
        record,
        signature: proof.signatureFile,
        publicKey: proof.publicKeyFile,
        cases: texts.map((text, at) => ({ name: `case-${at + 1}.json`, text })),
      },
    },
  };
  return { printed: { meeting, cases, standing }, record, proof };
}

/** The encrypted file, then signed; by the key that `sealed` keeps, or a new one. */
export async function signedFile(
  vault: Vault,
  printed: PrintedMinutes,
  { password = PASSWORD, sealed }: { password?: string | null; sealed?: string } = {},
): Promise<{ bytes: Uint8Array<ArrayBuffer>; sealed: string }> {
  const made = await fileOf(makeMinutesDocument(printed, CREATED_AT_MS), password);
  const { covered, fill } = prepareToSign(made.bytes);
  const signed = await vault.signFile(covered, sealed);
  return { bytes: fill(signed.signature), sealed: signed.sealed };
}
