/**
 * The one logger. It writes lines of JSON with the fields below and no others: never an id in clear, a body,
 * an address, a header or an error's message, any of which could tell who is discussed or by whom.
 */
export type LogFields = {
  readonly event:
    | "start"
    | "stop"
    | "request"
    | "fault"
    | "store"
    | "purge"
    | "mailed"
    | "mail-failed"
    | "pushed"
    | "push-failed";
  readonly method?: string;
  /** The route's pattern, never the path that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly count?: number;
  /** A device, shortened and hashed with a salt of this run: joins its lines, and leads back to nobody. */
  readonly who?: string;
  /** The class and code of an error and the line of ours it came from. */
  readonly fault?: string;
};

export type Log = (fields: LogFields) => void;

const FIELDS = ["event", "method", "route", "status", "ms", "count", "who", "fault"] as const;

/** Picks the allowed fields by name, so that a wider object passed by mistake is cut down. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (fields) => {
    const line: Record<string, unknown> = { at: new Date(now()).toISOString() };
    for (const name of FIELDS) if (fields[name] !== undefined) line[name] = fields[name];
    write(`${JSON.stringify(line)}\n`);
  };
}

/** What may be said of an error: its class, its code, and where in our code. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const code = "code" in error && typeof error.code === "string" && /^\w{1,40}$/.test(error.code);
  const place = /src\/server\/[\w./-]+:\d+/.exec(error.stack ?? "")?.[0] ?? "";
  return [error.name, code ? (error as { code: string }).code : "", place].filter(Boolean).join(" ");
}
