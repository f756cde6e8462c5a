/** The simulated server's disk: SQLite files in memory where the machine has a file system for that. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export const REMOVE = { recursive: true, force: true } as const;
const IN_MEMORY = "/dev/shm";

/** A consistent copy of a database that is in use, as bytes. */
export function copyDatabase(file: string): Uint8Array {
  const copy = `${file}.copy`;
  const reader = new DatabaseSync(file);
  reader.exec(`VACUUM INTO '${copy}'`);
  reader.close();
  const bytes = readFileSync(copy);
  rmSync(copy);
  return bytes;
}

export class ServerDisk {
  readonly #folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), "confer-sim-"));
  #files = 0;

  /** A new file with these bytes in it. */
  put(bytes: Uint8Array): string {
    const file = join(this.#folder, `${this.#files++}.db`);
    writeFileSync(file, bytes);
    return file;
  }

  remove(): void {
    rmSync(this.#folder, REMOVE);
  }
}
