/** Where a paper stands, in words. */
import type { PaperView } from "../../app/paperTypes.ts";
import { MAX_CASE_BYTES } from "../../domain/papers.ts";
import { paperSize } from "../../forms/paperText.ts";
import type { Tone } from "../kit/Tag.tsx";

type Standing = Pick<PaperView, "place" | "sentBytes" | "sizeBytes" | "whoName">;

/** `device`: "tablet". */
export function paperPlace(paper: Standing, device: string): { readonly text: string; readonly tone: Tone } {
  switch (paper.place) {
    case "here":
      return { text: `On this ${device}, not yet sent`, tone: "info" };
    case "sending":
      return { text: sendingText(paper), tone: "info" };
    case "on-server":
      return { text: "On the server", tone: "good" };
    case "elsewhere":
      return { text: `Still on the device of ${paper.whoName}`, tone: "warn" };
    case "refused":
      return { text: `Refused by the server, still on this ${device}`, tone: "bad" };
  }
}

function sendingText({ sentBytes, sizeBytes }: Standing): string {
  const percent = Math.floor((sentBytes / Math.max(1, sizeBytes)) * 100);
  return percent === 0 ? "Waiting to be sent" : `Sending, ${percent} %`;
}

/** "3 papers, 4.2 MB of 500 MB". Removed ones take room too, since they can be put back. */
export function roomWords(papers: readonly Pick<PaperView, "sizeBytes" | "removed">[]): string {
  if (papers.length === 0)
    return `No papers yet. There is room for ${Math.round(MAX_CASE_BYTES / 1024 / 1024)} MB`;
  const count = papers.filter(({ removed }) => !removed).length;
  const bytes = papers.reduce((sum, paper) => sum + paper.sizeBytes, 0);
  return `${count === 1 ? "1 paper" : `${count} papers`}, ${paperSize(bytes)} of ${Math.round(MAX_CASE_BYTES / 1024 / 1024)} MB`;
}

/** For a person who reads a list: "PDF, photo or Word file". */
export const WHAT_CAN_BE_ADDED =
  "A photo, a PDF, a Word or OpenDocument file, or plain text, up to 100 MB each.";

/** As the `accept` attribute; what a file is, its bytes decide. */
export const ACCEPT = "image/*,application/pdf,.pdf,.doc,.docx,.odt,.rtf,.txt";
