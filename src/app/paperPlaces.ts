/** Where papers' bytes stand: what is to be sent from here, and whether others' have reached the server. */
import { papersOf } from "../domain/case/papers.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { BlobRow } from "../store/localStore.ts";
import type { BlobLine } from "../sync/blobs.ts";
import type { Upload, UploadQueue } from "../sync/uploads.ts";
import type { Context } from "./context.ts";
import { rowOf } from "./paperViews.ts";

/** Whether a paper that is being made has its entry, and so was made whole. */
export function hasEntry({ library }: Context, { scope, paper, blob }: BlobRow): boolean {
  const file = library.shelves.get(scope)?.file;
  return file !== undefined && papersOf(file).some((each) => each.paper === paper && each.blob === blob);
}

/** A paper goes after the entries of its case: until those have gone, the server may not know the case at all. */
export const makeUploadQueue = ({ papers, store }: Pick<Context, "papers" | "store">): UploadQueue => ({
  async waiting() {
    const ready: Upload[] = [];
    for (const { paper, scope, blob, manifest } of await papers.waiting()) {
      const entriesGone = (await store.unsentIn(scope)).length === 0;
      if (blob && entriesGone) ready.push({ paper, scope, blob, manifest });
    }
    return ready;
  },
  chunk: ({ paper }, index) => papers.chunk(paper, index),
  progress: ({ paper }, sentBytes) => papers.progress(paper, sentBytes),
  done: ({ paper }) => papers.acknowledge(paper),
  refuse: ({ paper }, reason) => papers.refuse(paper, reason),
});

/** No more often than this, however many pokes come. */
const ASK_MS = 2_000;

/**
 * Asks the server about papers that were added elsewhere, for the cases somebody looks at: the entry of a paper
 * comes before its bytes do.
 */
export class PaperQuestions {
  readonly #context: Context;
  readonly #line: BlobLine;
  readonly #watched: () => Iterable<ScopeId>;
  #asking = false;
  #askedMs = Number.NEGATIVE_INFINITY;

  constructor(context: Context, line: BlobLine, watched: () => Iterable<ScopeId>) {
    this.#context = context;
    this.#line = line;
    this.#watched = watched;
  }

  async ask(): Promise<void> {
    const now = this.#context.now();
    if (this.#asking || Math.abs(now - this.#askedMs) < ASK_MS) return;
    this.#asking = true;
    this.#askedMs = now;
    try {
      for (const scope of this.#watched()) await this.#askIn(scope);
    } finally {
      this.#asking = false;
    }
  }

  async #askIn(scope: ScopeId): Promise<void> {
    const { library, vault, papers } = this.#context;
    const file = library.shelves.get(scope)?.file;
    for (const each of file ? papersOf(file) : []) {
      if (rowOf(this.#context, each)) continue;
      const { paper, blob } = each;
      const found = await this.#line.find({ scope, blob });
      if (!found.ok && found.fault.kind !== "refused") return;
      const whole = found.ok && found.value.held.length === found.value.manifest.length;
      if (!whole) continue;
      const { manifest } = found.value;
      if ((await vault.nameBlob(manifest)) === blob)
        await papers.noteOnServer({ paper, scope, blob, manifest });
    }
  }
}
