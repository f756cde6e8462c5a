/** A fault of the transport as what the person is told. */
import type { TransportFault } from "../sync/transport.ts";
import type { Problem } from "./api.ts";

export function problemOfFault(fault: TransportFault): Problem {
  switch (fault.kind) {
    case "offline":
      return { kind: "offline" };
    case "not-our-server":
      return { kind: "not-our-server" };
    case "server":
      return { kind: "server", status: fault.status };
    case "refused":
      return problemOfCode(fault);
  }
}

function problemOfCode({ code, status }: Extract<TransportFault, { kind: "refused" }>): Problem {
  switch (code) {
    case "old-client":
      return { kind: "old-app" };
    case "secret-spent":
    case "invite-closed":
      return { kind: "link-used" };
    case "not-allowed":
    case "no-session":
    case "not-found":
    case "wrong-code":
    case "code-spent":
      return { kind: "not-allowed" };
    case "too-large":
      return { kind: "too-long" };
    case "address-taken":
      return { kind: "address-taken" };
    case "scope-full":
      return { kind: "case-full" };
    case "bad-request":
    case "too-many":
    case "unavailable":
      return { kind: "server", status };
  }
}
