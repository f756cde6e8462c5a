/** Becoming somebody on this device: the first person of a partnership, or one who was invited. */
import type { Enrolled } from "../crypto/enrol.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { parseB64 } from "../domain/bytes.ts";
import { join, look, setUp } from "../sync/direct.ts";
import type { Transport } from "../sync/transport.ts";
import type { Outcome, Problem } from "./api.ts";
import { problemOfFault } from "./faults.ts";
import { judgePassphrase } from "./passphrase.ts";
import type { Confer } from "./stages.ts";

const fail = (problem: Problem) => ({ ok: false, problem }) as const;

/** Makes the keys and the partnership. Nothing is kept on this device yet. */
export async function foundHere(
  vault: VaultPort,
  transport: Transport,
  details: Parameters<Confer["setUp"]>[0],
): Promise<Outcome<Enrolled>> {
  const weak = judgePassphrase(details.passphrase);
  if (weak) return fail({ kind: "weak-passphrase", reason: weak });
  const secret = parseB64(details.secret, "base64url");
  if (!secret) return fail({ kind: "bad-link" });
  const enrolled = await vault.found(["chair", "coordinator"], details.passphrase);
  const answer = await setUp(transport, secret, enrolled.entry.bytes);
  return answer.ok ? { ok: true, value: enrolled } : fail(problemOfFault(answer.fault));
}

/** Makes the keys and accepts the invite. Nothing is kept on this device yet. */
export async function joinHere(
  vault: VaultPort,
  transport: Transport,
  details: Parameters<Confer["join"]>[0],
): Promise<Outcome<Enrolled>> {
  const weak = judgePassphrase(details.passphrase);
  if (weak) return fail({ kind: "weak-passphrase", reason: weak });
  const text = details.link.split("#join=").at(-1)?.trim() ?? "";
  const looked = await vault.look(text);
  if (!looked) return fail({ kind: "bad-link" });
  const chain = await look(transport, looked.link, looked.signature);
  if (!chain.ok) return fail(problemOfFault(chain.fault));
  const made = await vault.join(text, chain.value, details.passphrase);
  if (!made.ok) return fail(problemOfJoin(made.fault));
  const answer = await join(transport, made.enrolled.entry.bytes);
  if (!answer.ok) return fail(problemOfFault(answer.fault));
  if (answer.value.outcome === "refused") {
    return fail({ kind: answer.value.reason === "invite-expired" ? "link-expired" : "link-used" });
  }
  return { ok: true, value: made.enrolled };
}

function problemOfJoin(fault: "bad-chain" | "invite-closed" | "invite-expired"): Problem {
  switch (fault) {
    case "bad-chain":
      return { kind: "bad-link" };
    case "invite-closed":
      return { kind: "link-used" };
    case "invite-expired":
      return { kind: "link-expired" };
  }
}
