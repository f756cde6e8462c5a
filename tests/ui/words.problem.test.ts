import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/app/api.ts";
import { PROBLEM_KINDS, problemWords, weakPassphrase } from "../../src/ui/words/problem.ts";

/** One of each kind; the type refuses a table that forgets one. */
const EXAMPLES = {
  offline: { kind: "offline" },
  server: { kind: "server", status: 503 },
  "address-taken": { kind: "address-taken" },
  "not-our-server": { kind: "not-our-server" },
  "old-app": { kind: "old-app" },
  "wrong-passphrase": { kind: "wrong-passphrase", attemptsLeft: 7 },
  "wrong-recovery-code": { kind: "wrong-recovery-code" },
  "not-a-recovery-code": { kind: "not-a-recovery-code" },
  "weak-passphrase": { kind: "weak-passphrase", reason: "short" },
  "damaged-identity": { kind: "damaged-identity" },
  "bad-link": { kind: "bad-link" },
  "link-used": { kind: "link-used" },
  "link-expired": { kind: "link-expired" },
  "storage-full": { kind: "storage-full" },
  "storage-failed": { kind: "storage-failed" },
  "too-long": { kind: "too-long" },
  "too-few-holders": { kind: "too-few-holders", found: 1 },
  "not-allowed": { kind: "not-allowed" },
  "last-coordinator": { kind: "last-coordinator" },
  "changed-meanwhile": { kind: "changed-meanwhile" },
  "password-required": { kind: "password-required" },
  "password-refused": { kind: "password-refused" },
  certificate: { kind: "certificate", reason: "expired" },
  notices: { kind: "notices", reason: "wrong-code" },
  backup: { kind: "backup", reason: "damaged" },
  "bad-definition": { kind: "bad-definition", sentences: ["Section 2 has no title."] },
  "paper-empty": { kind: "paper-empty" },
  "paper-too-large": { kind: "paper-too-large" },
  "paper-unsupported": { kind: "paper-unsupported" },
  "paper-not-what-it-says": { kind: "paper-not-what-it-says" },
  "paper-unreadable": { kind: "paper-unreadable" },
  "case-full": { kind: "case-full" },
  "paper-elsewhere": { kind: "paper-elsewhere" },
  "paper-damaged": { kind: "paper-damaged" },
  "pdf-damaged": { kind: "pdf-damaged" },
  "pdf-protected": { kind: "pdf-protected" },
  "pdf-without-pages": { kind: "pdf-without-pages" },
  "pdf-too-complex": { kind: "pdf-too-complex" },
  "photo-unreadable": { kind: "photo-unreadable" },
  "photo-too-many-pixels": { kind: "photo-too-many-pixels" },
  "paper-took-too-long": { kind: "paper-took-too-long" },
  cancelled: { kind: "cancelled" },
  locked: { kind: "locked" },
  unexpected: { kind: "unexpected" },
} satisfies { [K in Problem["kind"]]: Extract<Problem, { kind: K }> };

const sentences = (problem: Problem): string[] => Object.values(problemWords(problem));

describe("what went wrong, in words", () => {
  it("covers every kind of problem in the contract", () => {
    expect([...PROBLEM_KINDS].toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  it.each(Object.values(EXAMPLES))("says what happened, what is safe and what to do: $kind", (problem) => {
    const { title, safe, next } = problemWords(problem);
    expect(title).toMatch(/^[A-Z][^.!]{5,90}$/);
    expect(safe).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  });

  it.each(Object.values(EXAMPLES))("uses no codes or words of the trade: $kind", (problem) => {
    for (const sentence of sentences(problem)) {
      expect(sentence).not.toMatch(/error|invalid|failed to|oops|please|sorry|undefined|null|\bkey\b/i);
      expect(sentence).not.toContain(problem.kind.includes("-") ? problem.kind : "\u0000");
    }
  });

  it("says how many tries are left, and what follows when none is", () => {
    const after = (attemptsLeft: number) => sentences({ kind: "wrong-passphrase", attemptsLeft }).join(" ");
    expect(after(7)).toContain("7 tries left");
    expect(after(1)).toContain("1 try left");
    expect(after(3)).toContain("recovery code");
    expect(after(0)).toContain("no longer opens");
    expect(after(0)).not.toContain("left.");
  });

  it("names the number of the server’s answer only when there is one", () => {
    expect(problemWords({ kind: "server", status: 503 }).next).toContain("503");
    expect(problemWords({ kind: "server", status: undefined }).next).not.toContain("number");
  });

  it("says why a passphrase is weak", () => {
    const reasons = ["short", "common", "repeated"] as const;
    expect(new Set(reasons.map(weakPassphrase)).size).toBe(3);
  });
});
