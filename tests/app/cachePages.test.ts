import { describe, expect, it } from "vitest";
import { CachePages } from "../../src/app/cachePages.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { PAGE_CHARS } from "../../src/store/packs.ts";

const scope = (n: number) => `scope-${n}` as ScopeId;
const scopes = (count: number) => Array.from({ length: count }, (_, i) => scope(i));
const half = () => PAGE_CHARS / 2;

describe("the pages of the cache", () => {
  it("part what is written for the first time, all at once", () => {
    const pages = new CachePages();
    const written = pages.arrange(scopes(10), half);
    expect(pages.pages).toHaveLength(5);
    expect([...written].toSorted()).toEqual(pages.pages.toSorted());
  });

  it("write only the page of what changed", () => {
    const pages = new CachePages();
    pages.arrange(scopes(10), half);
    expect([...pages.arrange([scope(4)], half)]).toEqual(["page-2"]);
  });

  it("let a scope that is longer than a page have one to itself", () => {
    const pages = new CachePages();
    const long = () => PAGE_CHARS * 5;
    pages.arrange(scopes(3), long);
    expect(pages.pages).toHaveLength(3);
    expect([...pages.arrange([scope(1)], long)]).toEqual(["page-1"]);
  });

  it("part a page whose cases have grown, and write both halves", () => {
    const pages = new CachePages();
    pages.arrange(scopes(4), () => PAGE_CHARS / 4);
    expect(pages.pages).toEqual(["page-0"]);
    const written = pages.arrange([scope(3)], (each) =>
      each === scope(3) ? PAGE_CHARS * 3 : PAGE_CHARS / 4,
    );
    expect([...written]).toEqual(["page-0", "page-1"]);
    expect(pages.scopesOn("page-0")).toEqual(scopes(3));
    expect(pages.scopesOn("page-1")).toEqual([scope(3)]);
  });

  it("go on from the pages found on the disk, and never give a name twice", () => {
    const pages = new CachePages();
    pages.found(scope(0), "page-7");
    const written = pages.arrange([scope(1)], () => PAGE_CHARS);
    expect([...written]).toEqual(["page-8"]);
    expect(pages.scopesOn("page-7")).toEqual([scope(0)]);
  });

  it("fill up the newest page found on the disk", () => {
    const pages = new CachePages();
    pages.found(scope(0), "page-0");
    pages.arrange([scope(1)], () => PAGE_CHARS / 8);
    expect(pages.scopesOn("page-0")).toEqual([scope(0), scope(1)]);
  });
});
