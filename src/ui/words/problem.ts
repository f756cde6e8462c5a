/** Every expected failure in words, in the order that a worried person asks: what happened, is my work safe, what do I do. */
import type { Problem } from "../../app/api.ts";
import { BACKUP_PROBLEMS } from "./backupProblems.ts";
import { CERTIFICATE_PROBLEMS } from "./certificateProblems.ts";
import type { ProblemWords } from "./problemWords.ts";
import { NOTICE_PROBLEMS } from "./noticeProblems.ts";

type Kind = Problem["kind"];
type Tell<K extends Kind> = (problem: Extract<Problem, { kind: K }>) => ProblemWords;

const KEPT = "What you typed is still on this page.";
const NOTHING_CHANGED = "Nothing was changed.";

const WORDS = {
  offline: () => ({
    title: "There is no connection",
    safe: "Your work is safe on this device, and you can carry on.",
    next: "This one thing needs the server. Try again when you are online.",
  }),
  server: ({ status }) => ({
    title: "The server did not answer as it should",
    safe: `Your work is safe on this device. ${KEPT}`,
    next: `Wait a few minutes and try again. If it goes on, tell the people who look after the server${status === undefined ? "" : ` and give them this number: ${status}`}.`,
  }),
  "not-our-server": () => ({
    title: "Something on this network answered in place of the server",
    safe: "Nothing was sent to it. Your work is safe on this device.",
    next: "A guest network may be asking you to sign in. Sign in with your browser, or use another network, then try again.",
  }),
  "old-app": () => ({
    title: "This version of Confer is too old for the server",
    safe: "Your work is safe on this device.",
    next: "Close Confer, open it again with a connection, and choose Update when it offers.",
  }),
  "wrong-passphrase": ({ attemptsLeft }) => wrongPassphrase(attemptsLeft),
  "wrong-recovery-code": () => ({
    title: "That recovery code does not open this device",
    safe: "Nothing was lost.",
    next: "Check that the code is the one printed when you joined on this device, and type it again.",
  }),
  "not-a-recovery-code": () => ({
    title: "That is not a whole recovery code",
    safe: "Nothing was lost, and this does not count as a try.",
    next: "A code has 26 letters and numbers. Check that none is missing. Spaces and dashes do not matter.",
  }),
  "weak-passphrase": ({ reason }) => ({
    title: weakPassphrase(reason),
    safe: KEPT,
    next: "Choose a longer passphrase: four or five words that do not belong together are easy to remember.",
  }),
  "damaged-identity": () => ({
    title: "What this device keeps about you cannot be read",
    safe: "Everything that was sent is safe on the server.",
    next: "Ask your co-ordinator for a new invite link. Do not clear this browser’s data: it may still hold work that was not sent.",
  }),
  "bad-link": () => ({
    title: "That link is not complete",
    safe: NOTHING_CHANGED,
    next: "Copy the whole link again, to its last letter. If it still fails, ask your co-ordinator for a new one.",
  }),
  "link-used": () => ({
    title: "That link has already been used",
    safe: NOTHING_CHANGED,
    next: "Each link works once. If it was not you who used it, telephone your co-ordinator now. Otherwise ask for a new link.",
  }),
  "link-expired": () => ({
    title: "That link is too old to be used",
    safe: NOTHING_CHANGED,
    next: "Ask your co-ordinator for a new one.",
  }),
  "storage-full": () => ({
    title: "This device has no room left",
    safe: "What was saved before is safe. The last change was not saved.",
    next: "Keep this page open, remove photos or apps that you do not need, then try again.",
  }),
  "storage-failed": () => ({
    title: "This device could not save",
    safe: `What was saved before is safe. ${KEPT}`,
    next: "Try again. If it fails again, copy what you typed to a safe place, close Confer and open it again.",
  }),
  "too-long": () => ({
    title: "There is more text than can be kept in one piece",
    safe: KEPT,
    next: "Shorten it, or put part of it in another answer, then try again.",
  }),
  "too-few-holders": ({ found }) => ({
    title: "Too few people could open this after you",
    safe: "It is safe on this device, and nothing was sent.",
    next: `Two people of the panel, co-ordinators or chairs, must be able to open it, and there ${found === 0 ? "is none yet" : found === 1 ? "is one" : `are ${found}`}. Ask your co-ordinator to confirm another person, then send it again.`,
  }),
  "not-allowed": () => ({
    title: "Your role does not allow this",
    safe: NOTHING_CHANGED,
    next: "Ask your co-ordinator to do it, or to change your role.",
  }),
  "last-coordinator": () => ({
    title: "A partnership needs at least one co-ordinator",
    safe: NOTHING_CHANGED,
    next: "Make somebody else a co-ordinator first, then change this role.",
  }),
  "changed-meanwhile": () => ({
    title: "Somebody changed this while you were looking at it",
    safe: `Nothing of theirs was changed. ${KEPT}`,
    next: "Read how it stands now, then do it again if it is still right.",
  }),
  "password-required": () => ({
    title: "This panel lets nothing of this kind leave without a password",
    safe: "No file was made.",
    next: "A file of this kind cannot carry one. Read it here, or make a protected PDF where this page offers it. If the panel needs the file, ask whoever keeps the panel’s rules for this app.",
  }),
  "password-refused": () => ({
    title: "The panel’s password is too weak to protect a document",
    safe: "No PDF was made.",
    next: "Choose a new password for one recipient instead, or ask your co-ordinator to make a new one under Passwords.",
  }),
  backup: ({ reason }) => BACKUP_PROBLEMS[reason],
  certificate: ({ reason }) => CERTIFICATE_PROBLEMS[reason],
  notices: ({ reason }) => NOTICE_PROBLEMS[reason],
  "bad-definition": () => ({
    title: "That file is not a panel that Confer can use",
    safe: "The panels in force have not changed.",
    next: "Show the list to whoever wrote the file, and choose the corrected file.",
  }),
  "address-taken": () => ({
    title: "Another panel’s dates are at that address",
    safe: "Nothing was published.",
    next: "Choose another address.",
  }),
  "paper-empty": () => ({
    title: "That file is empty",
    safe: NOTHING_CHANGED,
    next: "Open it to see whether anything is in it, then choose it again, or choose another.",
  }),
  "paper-too-large": () => ({
    title: "That file is larger than 100 MB",
    safe: "It was not added. The file itself was not changed.",
    next: "Split it into smaller files, or save it again with smaller pictures, and add those.",
  }),
  "paper-unsupported": () => ({
    title: "That kind of file cannot be added",
    safe: NOTHING_CHANGED,
    next: "Add a PDF, a picture, a Word or OpenDocument text without macros, or plain text. Many programs can save or print as PDF.",
  }),
  "paper-not-what-it-says": () => ({
    title: "That file is not what its name says",
    safe: "It was not added, because it may be damaged or unsafe.",
    next: "Open it in the program that it came from, save it again, and add the new file. If it was sent to you, ask the sender about it.",
  }),
  "paper-unreadable": () => ({
    title: "This device could not read that file",
    safe: NOTHING_CHANGED,
    next: "It may have been moved, or changed by another app. Choose it again.",
  }),
  "case-full": () => ({
    title: "This case already holds 500 MB of papers",
    safe: "The papers that are there are safe. This one was not added.",
    next: "Removed papers count too, since they can be put back. Tell your co-ordinator, and add only what the panel needs.",
  }),
  "paper-elsewhere": () => ({
    title: "This paper has not reached the server yet",
    safe: "It is safe on the device where it was added.",
    next: "Ask whoever added it to open Confer with a connection, then try again.",
  }),
  "paper-damaged": () => ({
    title: "What came is not the paper that was added",
    safe: "Nothing of it was opened or shown.",
    next: "Try again on another network. If it happens again, tell the people who look after the server, and ask whoever added the paper to add it again.",
  }),
  "pdf-damaged": () => ({
    title: "That PDF is damaged",
    safe: "It was not added, because whoever opened it might see blank pages and not know.",
    next: "Open it and look whether every page is there. Print or save it as PDF again, or download it again from where it came, and add the new file.",
  }),
  "pdf-protected": () => ({
    title: "That PDF asks for a password",
    safe: "It was not added, because the panel could not open it.",
    next: "Attach a copy without a password: open it with the password, and print or save it as a new PDF. The copy is encrypted here, like the rest of the referral.",
  }),
  "pdf-without-pages": () => ({
    title: "That PDF has no pages",
    safe: NOTHING_CHANGED,
    next: "Open it to see whether anything is in it, then save it again, or choose another.",
  }),
  "pdf-too-complex": () => ({
    title: "That PDF is made of more parts than this device can check",
    safe: "It was not added, because it might harm the device of whoever opens it.",
    next: "Print it as a new PDF, which is often simpler, and add that; or split it.",
  }),
  "photo-unreadable": () => ({
    title: "This browser cannot open that photo",
    safe: "It was not added. The photo itself was not changed.",
    next: "It may be of a kind that only Apple devices open (HEIC). On the iPad, choose ‘Most Compatible’ under Settings, Camera, Formats, and take it again; or save the photo as JPEG, and add that.",
  }),
  "photo-too-many-pixels": () => ({
    title: "That picture is larger than this device can open",
    safe: "It was not added. The picture itself was not changed.",
    next: "Take a photo of it, or save it with fewer pixels (at most 100 million), and add that.",
  }),
  "paper-took-too-long": () => ({
    title: "Checking that file took more than a minute, and was stopped",
    safe: "It was not added, and nothing else was changed.",
    next: "Try again with fewer other programs open. If it happens again, print it as a new PDF, or split it, and add that.",
  }),
  cancelled: () => ({
    title: "This was stopped before it was finished",
    safe: "Nothing half done was kept.",
    next: "Start it again when you are ready.",
  }),
  locked: () => ({
    title: "Confer was locked before this was done",
    safe: "What was saved before is safe.",
    next: "Unlock it and do this again.",
  }),
  unexpected: () => ({
    title: "Something went wrong that we did not foresee",
    safe: `What was saved before is safe. ${KEPT}`,
    next: "Try again. If it happens again, close Confer, open it again, and tell your co-ordinator what you were doing.",
  }),
} satisfies { [K in Kind]: Tell<K> };

export function problemWords(problem: Problem): ProblemWords {
  // Each function takes its own kind, which the table's type has checked.
  const tell = WORDS[problem.kind] as (problem: Problem) => ProblemWords;
  return tell(problem);
}

export const PROBLEM_KINDS = Object.keys(WORDS) as readonly Kind[];

const FEW_TRIES = 3;

function wrongPassphrase(attemptsLeft: number): ProblemWords {
  if (attemptsLeft <= 0) {
    return {
      title: "The passphrase no longer opens this device",
      safe: "There were too many wrong tries. Your work is still here, locked, with everything not yet sent.",
      next: "Use your recovery code. If you do not have it, ask your co-ordinator for a new invite link.",
    };
  }
  const left = attemptsLeft === 1 ? "1 try" : `${attemptsLeft} tries`;
  return {
    title: "That is not the passphrase",
    safe: `Nothing was lost. You have ${left} left.`,
    next:
      attemptsLeft <= FEW_TRIES
        ? "Stop and think before you try again, or use your recovery code. When no try is left, only the recovery code opens this device."
        : "Check capital letters and spaces, or press Show to see what you type.",
  };
}

export function weakPassphrase(reason: "short" | "common" | "repeated"): string {
  switch (reason) {
    case "short":
      return "This passphrase is too short: use at least 15 characters";
    case "common":
      return "This passphrase is too easy to guess: many people use it";
    case "repeated":
      return "This passphrase repeats itself: use different words";
  }
}
