/**
 * May this content entry stand? Everything about it that needs no key: author, signature, membership at the
 * place it names, epoch. Server and client both ask; the client then opens it. Source: docs/protocol.md 2.
 */
import { type Entry, signedBytes } from "../entry.ts";
import { deviceKey } from "./apply.ts";
import type { DirectoryState, ScopeState, Verifier } from "./state.ts";

export type ContentFault =
  | "wrong-partnership"
  | "directory-unknown"
  | "unknown-device"
  | "bad-signature"
  | "unknown-head"
  | "not-allowed"
  | "unknown-epoch";

/** The first fault found, or undefined. Checks run from cheap to dear. */
export function checkContent(
  entry: Entry,
  scope: ScopeState,
  directory: DirectoryState,
  verifier: Verifier,
): ContentFault | undefined {
  const { header } = entry;
  if (header.partnership !== scope.partnership || header.scope !== scope.scope) return "wrong-partnership";
  const place = header.head && scope.places.get(header.head);
  if (place === undefined) return "unknown-head";
  const known = scope.kind === "panel" || (header.directory && directory.panel.places.has(header.directory));
  if (!known) return "directory-unknown";
  const member = scope.members.get(header.author);
  if (!member || member.access === "read" || member.since > place) return "not-allowed";
  if (header.epoch > scope.epoch) return "unknown-epoch";
  const signKey = deviceKey(directory, entry);
  if (!signKey) return "unknown-device";
  return verifier.verify(entry.signature, signedBytes(entry), signKey) ? undefined : "bad-signature";
}
