/** Saving a backup of unsent work, and taking one in on a device of the same person. */
import type { LiveSource } from "../live.ts";
import type { Outcome, Problem, Session } from "../api.ts";
import type { BackupState, Imported } from "./api.ts";
import { todayIn } from "../caseReading.ts";
import type { UnlockFault, UnlockSecret } from "../../crypto/identity.ts";
import type { VaultPort } from "../../crypto/vaultPort.ts";
import type { Context } from "../context.ts";
import { recoverBuffers } from "../editor.ts";
import { loadIdentity } from "../identityStore.ts";
import { collectUnsent, type Typed } from "./collect.ts";
import { type BackupFile, isWhole, itemsOf, lookAtFile, writeBackup } from "./file.ts";
import { takeItems, typingKey } from "./take.ts";

const SAVED = "backup-saved";
export const NO_BACKUP: BackupState = { oldestMs: undefined, newestMs: undefined, savedMs: undefined };

type BackupActions = Pick<Session, "backup" | "saveBackup" | "noteBackupSaved" | "importBackup"> & {
  /** The vault has opened the file, and it is whole. */
  takeBackup(backup: BackupFile): Promise<Imported>;
};

type Around = {
  /** Puts all typing on the disk; resolves to what could not be put there. */
  readonly settle: () => Promise<Typed>;
  /** Reads what was added, and asks the server where it can be reached. */
  readonly refresh: () => Promise<unknown>;
};

/** `backup`: what waits, kept by the caller; when a file was last saved is kept here. */
export function makeBackupActions(
  context: Context,
  backup: LiveSource<BackupState>,
  { settle, refresh }: Around,
): BackupActions {
  const { vault, store, identity } = context;
  const { facts } = store.local;
  void facts.get(SAVED).then(
    (row) => backup.set({ ...backup.value, savedMs: row?.value as number | undefined }),
    () => undefined,
  );

  const takeBackup = async (opened: BackupFile): Promise<Imported> => {
    const { fileId } = opened.head;
    const taken = await takeItems(context, fileId, itemsOf(vault, opened));
    await refresh();
    // Of this file only: other rows belong to whoever is typing in another window.
    await recoverBuffers(context, ({ key, scope }) => key.startsWith(typingKey(scope, fileId)));
    return taken;
  };

  return {
    backup,
    takeBackup,
    async saveBackup() {
      const typed = await settle();
      const madeMs = context.now();
      const sealed = (!store.lost && (await loadIdentity(store.local))) || identity;
      const file = await writeBackup(vault, sealed, collectUnsent(context, typed));
      return { ok: true, value: { file, fileName: backupName(madeMs), madeMs } };
    },
    async noteBackupSaved(madeMs) {
      await facts.put({ key: SAVED, value: madeMs });
      backup.set({ ...backup.value, savedMs: madeMs });
    },
    async importBackup(file, secret): Promise<Outcome<Imported>> {
      const looked = await lookAtFile(file);
      if (!looked.ok) return failed(looked.fault);
      const { head } = looked.backup;
      const theirs =
        head.identity.user === identity.user && head.identity.partnership === identity.partnership;
      if (!theirs) return failed("other-person");
      const problem = await openWhole(vault, looked.backup, secret);
      if (problem) return { ok: false, problem };
      try {
        return { ok: true, value: await takeBackup(looked.backup) };
      } finally {
        await vault.closeBackup();
      }
    },
  };
}

const failed = (reason: Extract<Problem, { kind: "backup" }>["reason"]) =>
  ({ ok: false, problem: { kind: "backup", reason } }) as const;

/** Opens the file in the vault and reads all of it once. The caller closes it after. */
export async function openWhole(
  vault: VaultPort,
  backup: BackupFile,
  secret: UnlockSecret,
): Promise<Problem | undefined> {
  const opened = await vault.openBackup(backup.headBytes, secret);
  if (!opened.ok) return problemOfOpening(opened.fault, secret);
  if (await isWhole(vault, backup)) return undefined;
  await vault.closeBackup();
  return { kind: "backup", reason: "damaged" };
}

function problemOfOpening(fault: UnlockFault, secret: UnlockSecret): Problem {
  switch (fault) {
    case "not-a-code":
      return { kind: "not-a-recovery-code" };
    case "damaged":
      return { kind: "backup", reason: "damaged" };
    case "wrong":
      return { kind: "backup", reason: "passphrase" in secret ? "wrong-passphrase" : "wrong-code" };
  }
}

/** "confer-backup-2026-11-25.confer": a day, and nothing about anybody. */
const backupName = (madeMs: number): string => `confer-backup-${todayIn(madeMs)}.confer`;
