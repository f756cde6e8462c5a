/**
 * Which scope lies on which page of the cache. A page is sealed, written and opened whole: too long, and every
 * change rewrites much and the vault works on one piece while the screen waits; too short, and there are many.
 */
import type { ScopeId } from "../domain/ids.ts";
import { PAGE_CHARS } from "../store/packs.ts";

/** Cases grow where they lie. A page is parted once it is this much longer than a new one may be. */
const OVERFULL = 2;

const numberOf = (page: string): number => Number(page.slice("page-".length));

export class CachePages {
  readonly #pageOf = new Map<ScopeId, string>();
  readonly #sizeOf = new Map<ScopeId, number>();
  /** The number of the next new page: a number is never given twice. */
  #next = 0;

  /** Takes note of where a scope was found. */
  found(scope: ScopeId, page: string): void {
    this.#pageOf.set(scope, page);
    this.#next = Math.max(this.#next, numberOf(page) + 1);
  }

  get scopes(): IterableIterator<ScopeId> {
    return this.#pageOf.keys();
  }

  /** The pages that hold something. */
  get pages(): string[] {
    return [...new Set(this.#pageOf.values())];
  }

  scopesOn(page: string): ScopeId[] {
    return [...this.#pageOf].filter(([, each]) => each === page).map(([scope]) => scope);
  }

  /** Finds a place for what changed, and answers which pages to write. `measure`: a scope's length, packed. */
  arrange(changed: Iterable<ScopeId>, measure: (scope: ScopeId) => number): Set<string> {
    const dirty = new Set(changed);
    for (const scope of dirty) this.#sizeOf.delete(scope);
    const lengths = new Map<string, number>();
    const lengthOf = (page: string) => {
      const length = lengths.get(page) ?? this.#length(page, measure);
      lengths.set(page, length);
      return length;
    };
    const written = new Set<string>();
    for (const scope of dirty) {
      const before = this.#pageOf.get(scope);
      const size = this.#size(scope, measure);
      if (before !== undefined) {
        written.add(before);
        const alone = lengthOf(before) <= size;
        if (alone || lengthOf(before) <= OVERFULL * PAGE_CHARS) continue;
        lengths.set(before, lengthOf(before) - size);
      }
      const page = this.#withRoom(size, lengthOf);
      lengths.set(page, lengthOf(page) + size);
      this.#pageOf.set(scope, page);
      written.add(page);
    }
    return written;
  }

  /** The newest page if the scope still fits on it, or a new one. */
  #withRoom(size: number, lengthOf: (page: string) => number): string {
    const newest = `page-${this.#next - 1}`;
    if (this.#next > 0 && lengthOf(newest) + size <= PAGE_CHARS) return newest;
    return `page-${this.#next++}`;
  }

  #length(page: string, measure: (scope: ScopeId) => number): number {
    return this.scopesOn(page).reduce((sum, scope) => sum + this.#size(scope, measure), 0);
  }

  #size(scope: ScopeId, measure: (scope: ScopeId) => number): number {
    const size = this.#sizeOf.get(scope) ?? measure(scope);
    this.#sizeOf.set(scope, size);
    return size;
  }
}
