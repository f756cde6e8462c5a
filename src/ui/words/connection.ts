/** The connection in full, for the health page. */
import type { Safety } from "../../app/api.ts";
import { momentOf } from "../caseFile/when.ts";

export function connectionWords(safety: Safety): string {
  const since = safety.sinceMs === undefined ? "" : ` since ${momentOf(safety.sinceMs)}`;
  switch (safety.connection) {
    case "online":
      return "The server answers";
    case "offline":
      return `No connection${since}`;
    case "unreachable":
      return `There is a connection, but the server has not answered${since}`;
    case "not-our-server":
      return `Something else answers in place of the server${since}: sign in to the network, or use another`;
  }
}
