/** Why the server refused an entry, and why one that arrived was set aside, without the codes. */

export type FaultWords = {
  /** A sentence. */
  readonly what: string;
  readonly next: string;
};

const KEEP_AND_ASK = "Save the encrypted copy and send it to whoever looks after Confer for you.";
const UPDATE = "Update Confer if it offers. Otherwise save the encrypted copy and ask for help.";

/** By the reasons of `sync/protocol.ts` (REFUSALS). */
const REFUSED: Readonly<Record<string, FaultWords>> = {
  malformed: { what: "The server could not read how it is put together.", next: UPDATE },
  "too-large": {
    what: "It is larger than the server takes.",
    next: "Shorten the text, or put part of it in another answer. This copy stays on the device until you do.",
  },
  "wrong-partnership": { what: "It belongs to another partnership.", next: KEEP_AND_ASK },
  "wrong-author": { what: "It was written by another person than the one who sent it.", next: KEEP_AND_ASK },
  "unknown-device": {
    what: "The server does not know this device.",
    next: "Ask your co-ordinator for a new invite link.",
  },
  "bad-signature": { what: "Its signature does not fit: it was damaged on this device.", next: KEEP_AND_ASK },
  "unknown-scope": { what: "The server does not know the case it belongs to.", next: KEEP_AND_ASK },
  "unknown-head": { what: "It builds on something that the server does not have.", next: KEEP_AND_ASK },
  "unknown-epoch": { what: "It was sealed with a key that the server does not know of.", next: KEEP_AND_ASK },
  "directory-unknown": {
    what: "It builds on a list of people that the server does not have.",
    next: KEEP_AND_ASK,
  },
  "not-allowed": {
    what: "You may not add to this case, or not any more.",
    next: "Ask your co-ordinator whether your access has changed.",
  },
  "id-taken": { what: "The server already has something else under its number.", next: KEEP_AND_ASK },
  "sequence-taken": {
    what: "This device has written twice under one number. It may have been restored from a backup.",
    next: KEEP_AND_ASK,
  },
  "head-moved": {
    what: "Somebody else changed the list of people at the same moment.",
    next: "Look at how it stands now, and do it again if it is still needed.",
  },
  "unknown-user": { what: "It is about a person whom the server does not know.", next: KEEP_AND_ASK },
  already: { what: "It had already been done.", next: "There is nothing to do." },
  "invite-closed": {
    what: "The invite had been used or cancelled.",
    next: "Make a new invite if it is still needed.",
  },
  "invite-expired": { what: "The invite was too old.", next: "Make a new invite." },
  "stale-epoch": {
    what: "The key of the case had just been changed.",
    next: "Look at how the case stands now, and do it again if it is still needed.",
  },
  "last-coordinator": {
    what: "It would have left nobody to run the partnership.",
    next: "Make somebody else a co-ordinator first.",
  },
  reserved: { what: "This version of the server does not take it yet.", next: KEEP_AND_ASK },
};

const UNKNOWN_REFUSAL: FaultWords = {
  what: "The server gave a reason that this version does not know.",
  next: UPDATE,
};

export const refusalWords = (reason: string): FaultWords =>
  Object.hasOwn(REFUSED, reason) ? (REFUSED[reason] ?? UNKNOWN_REFUSAL) : UNKNOWN_REFUSAL;

/** Faults that say "made by a newer version, or not by Confer", as against "was changed on the way". */
const UNREADABLE = ["size", "magic", "suite", "kind", "shape", "text", "reserved", "malformed", "padding"];
const ALTERED = ["bad-signature", "commitment", "sealed", "id", "fork", "sequence-taken"];

/** By the faults of `crypto/reader.ts`. It was not shown and changed nothing, whatever the fault. */
export function quarantineWords(fault: string): FaultWords {
  if (UNREADABLE.includes(fault)) {
    return {
      what: "It is not in a form that this version can read. A newer version may have written it.",
      next: "Update Confer if it offers.",
    };
  }
  if (ALTERED.includes(fault)) {
    return {
      what: "It is not as its author signed it: it was damaged, or somebody changed it.",
      next: "Tell your co-ordinator. The author may need to write it again.",
    };
  }
  return {
    what: "It comes from a person or a device that was not allowed to write it.",
    next: "Tell your co-ordinator.",
  };
}
