/**
 * A new device of the person whose backup file this is. Needs a connection once: the directory must know the device
 * before anything can be sent from it. Source: docs/protocol.md section 5, "a second device".
 */
import type { Restored } from "../crypto/openBackup.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { Bytes } from "../domain/bytes.ts";
import { directoryChain, pushNow } from "../sync/direct.ts";
import { makeServerSession, type ServerSession } from "../sync/session.ts";
import type { Transport, TransportFault } from "../sync/transport.ts";
import type { Outcome, Problem } from "./api.ts";
import { type BackupFile, lookAtFile } from "./backup/file.ts";
import { openWhole } from "./backup/actions.ts";
import { judgePassphrase } from "./passphrase.ts";
import type { BackupLook, Confer } from "./stages.ts";
import { problemOfFault } from "./faults.ts";

/** Somebody else may change the directory at the same moment. */
const ATTEMPTS = 4;

/** What a file says of itself before it is opened. */
export async function lookAtBackup(file: Blob): Promise<Outcome<BackupLook>> {
  const looked = await lookAtFile(file);
  if (!looked.ok) return refuse(looked.fault);
  const { madeMs, identity } = looked.backup.head;
  return { ok: true, value: { madeMs, byPassphrase: identity.byPassphrase !== "" } };
}

export type RestoreParts = {
  readonly vault: VaultPort;
  readonly transport: Transport;
  readonly origin: string;
};

const fail = (problem: Problem) => ({ ok: false, problem }) as const;
const refuse = (reason: Extract<Problem, { kind: "backup" }>["reason"]) => fail({ kind: "backup", reason });

type Ready = Restored & { readonly passphrase: string; readonly backup: BackupFile };

/** From a chosen file to a device that the server knows. The caller closes the backup. */
export async function restoreHere(
  parts: RestoreParts,
  { file, secret, passphrase }: Parameters<Confer["restore"]>[0],
): Promise<Outcome<Ready>> {
  const byPassphrase = "passphrase" in secret;
  const weak = byPassphrase ? undefined : judgePassphrase(passphrase);
  if (weak) return fail({ kind: "weak-passphrase", reason: weak });
  const chosen = byPassphrase ? secret.passphrase : passphrase;
  const looked = await lookAtFile(file);
  if (!looked.ok) return refuse(looked.fault);
  const { backup } = looked;
  const problem = await openWhole(parts.vault, backup, secret);
  if (problem) return fail(problem);
  const restored = await restoreDevice(parts, backup, chosen);
  return restored.ok ? { ok: true, value: { ...restored.value, passphrase: chosen, backup } } : restored;
}

/** Makes the keys and tells the server. The vault has opened the file; nothing is kept on this device yet. */
async function restoreDevice(
  { vault, transport, origin }: RestoreParts,
  { head }: BackupFile,
  passphrase: string,
): Promise<Outcome<Restored>> {
  const sign = (nonce: Bytes) => vault.signBackupLogin(origin, nonce);
  const server = makeServerSession(transport, { ...head.identity, sign });
  const restored = await vault.makeDevice(passphrase);
  const told = await announce({ vault, transport, server });
  if (!told.ok) return told;
  await server.signOut();
  return { ok: true, value: restored };
}

async function announce({
  vault,
  transport,
  server,
}: {
  vault: VaultPort;
  transport: Transport;
  server: ServerSession;
}): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const chain = await directoryChain(transport, server);
    if (!chain.ok) return fail(problemOfChain(chain.fault));
    const announced = await vault.announceDevice(chain.value);
    if (!announced.ok) return refuse(announced.fault === "bad-chain" ? "unknown-here" : announced.fault);
    if (!announced.entry) return { ok: true, value: undefined };
    const pushed = await pushNow(transport, server, [announced.entry.bytes]);
    if (!pushed.ok) return fail(problemOfFault(pushed.fault));
    const [result] = pushed.value;
    if (result?.outcome === "stored") return { ok: true, value: undefined };
    if (result?.reason !== "head-moved") return fail({ kind: "not-allowed" });
  }
  return fail({ kind: "changed-meanwhile" });
}

/** No session for the device of the file: another server, or one that has never heard of it. */
function problemOfChain(fault: TransportFault): Problem {
  const unknown = fault.kind === "refused" && fault.code === "no-session";
  return unknown ? { kind: "backup", reason: "unknown-here" } : problemOfFault(fault);
}
