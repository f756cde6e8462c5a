/** The folder that holds the database: its owner's alone. */
import { chmodSync, mkdirSync, statSync } from "node:fs";

const OTHERS = 0o077;

/** Makes it if need be. Throws, saying what to do, where others can read it and that cannot be changed. */
export function ensureDataDir(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // Windows keeps access lists, which these bits do not describe.
  if (process.platform === "win32" || (statSync(path).mode & OTHERS) === 0) return;
  try {
    chmodSync(path, 0o700);
  } catch {
    throw new Error(`Other people on this machine can read the data folder. Run: chmod 700 ${path}`);
  }
}
