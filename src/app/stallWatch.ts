/**
 * Notices a replication that has stopped without a word: one reading of this device's database that fails ends
 * RxDB's queues for good, and whatever is asked of them afterwards is never answered.
 */

/** Beats in a row, half a minute apart. Nothing that works is silent for so long: every request ends within less. */
export const SILENT_BEATS = 5;

export class StallWatch {
  #heard = false;
  #silent = 0;

  /** The server answered, or failed to: either way something is alive. */
  hear(): void {
    this.#heard = true;
  }

  /** To be called at every beat, before the server is asked again: whether it is time to begin anew. */
  beat(): boolean {
    this.#silent = this.#heard ? 0 : this.#silent + 1;
    this.#heard = false;
    if (this.#silent < SILENT_BEATS) return false;
    this.#silent = 0;
    return true;
  }
}
