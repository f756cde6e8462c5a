/**
 * The server's settings: CONFER_* in the environment, or a JSON file named by CONFER_CONFIG with the same
 * names in camel case; the environment wins. A setting that would expose people is refused with a sentence
 * that says what to do.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { isLocal } from "./local.ts";

const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

/** The push services of Chrome, Edge and Opera; Firefox; Windows; Safari. */
const PUSH_HOSTS = [
  "fcm.googleapis.com",
  "*.push.services.mozilla.com",
  "*.notify.windows.com",
  "web.push.apple.com",
];
/** A name, or "*." and a name of two parts or more. */
const PUSH_HOST = /^(\*\.[a-z0-9-]+(\.[a-z0-9-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)*)$/;
const list = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(",").map((part) => part.trim())),
]);

const Settings = z.strictObject({
  /** 0 takes any free port. */
  port: z.coerce.number().int().min(0).max(65_535).default(8420),
  host: z.string().min(1).default("127.0.0.1"),
  /** What people type: "https://panel.example". Devices sign it, so it must be exact. */
  origin: z.url({ protocol: /^https?$/ }).optional(),
  dataDir: z.string().min(1).default("data"),
  /** "sqlite", or a PostgreSQL address: "postgres://user@host/name?sslmode=verify-full". */
  store: z.union([z.literal("sqlite"), z.url({ protocol: /^postgres(ql)?$/ })]).default("sqlite"),
  /** The proxy in front states the sender's address, and is the only way in. */
  trustProxy: flag.default(false),
  /** A proxy in front ends TLS. */
  tlsByProxy: flag.default(false),
  /** Everyone is invented: each person may have an address of their own, <name>.localhost. This machine only. */
  demonstration: flag.default(false),
  /** Where mail is handed in: "smtps://user:password@host:465", or "smtp://…" for STARTTLS. Without: no mail. */
  smtp: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address that mail comes from. */
  mailFrom: z.email().optional(),
  /** Push services that may be called, with commas between: a member names the address that is called. */
  pushHosts: list.pipe(z.array(z.string().regex(PUSH_HOST))).default(PUSH_HOSTS),
  /** The built app. */
  distDir: z.string().min(1).default("dist"),
});
export type ServerConfig = z.infer<typeof Settings>;

export type ConfigOutcome = { ok: true; config: ServerConfig } | { ok: false; problems: string[] };

const environmentName = (name: string) =>
  `CONFER_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

export function parseConfig(settings: unknown): ConfigOutcome {
  const read = Settings.safeParse(settings);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const name = issue.path.map(String).join(".");
      return `The setting "${name || "(file)"}" cannot be used: ${issue.message}. Correct it and start again.`;
    });
    return { ok: false, problems };
  }
  const problems = findDangers(read.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: read.data };
}

const FileSettings = z.record(z.string(), z.unknown());

/** The file's settings, or a sentence about why there are none. */
function readFile(path: string): Record<string, unknown> | string {
  try {
    return FileSettings.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return `The file named by CONFER_CONFIG cannot be read as JSON settings. Check that ${path} exists and is a JSON object.`;
  }
}

/** The environment and the file it may name, as one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const path = environment["CONFER_CONFIG"];
  const settings = path ? readFile(path) : {};
  if (typeof settings === "string") return { ok: false, problems: [settings] };
  for (const name of Object.keys(Settings.shape)) {
    const value = environment[environmentName(name)];
    if (value !== undefined && value !== "") settings[name] = value;
  }
  return parseConfig(settings);
}

function findDangers(config: ServerConfig): string[] {
  const problems: string[] = [];
  const origin = config.origin === undefined ? undefined : new URL(config.origin);
  if (!origin && !isLocal(config.host)) {
    problems.push(
      "The server would be reachable from other machines, but no origin is set. Set CONFER_ORIGIN to the address people will use, such as https://panel.example.",
    );
  }
  if (origin && origin.origin !== config.origin) {
    problems.push(
      `The origin must be only a scheme, a name and perhaps a port. Set CONFER_ORIGIN to ${origin.origin}.`,
    );
  }
  if (origin?.protocol === "http:" && !(isLocal(origin.hostname) && isLocal(config.host))) {
    problems.push(
      "Over plain http anyone on the way could change the app. Put a proxy with TLS in front, set CONFER_ORIGIN to its https address and CONFER_TLS_BY_PROXY to true.",
    );
  }
  if (origin?.protocol === "https:" && !config.tlsByProxy) {
    problems.push(
      "The origin is https, but this server speaks plain http. Put a proxy that ends TLS in front and set CONFER_TLS_BY_PROXY to true.",
    );
  }
  if (config.demonstration && !isLocal(config.host)) {
    problems.push(
      "A demonstration gives its sign-ins to whoever reads them, so it must not be reachable from other machines. Leave CONFER_HOST at 127.0.0.1.",
    );
  }
  if (config.store !== "sqlite" && !isPostgresSafe(new URL(config.store))) {
    problems.push(
      "The connection to PostgreSQL on another machine would not be encrypted or not checked. Add ?sslmode=verify-full to CONFER_STORE.",
    );
  }
  return [...problems, ...findNoticeDangers(config)];
}

function findNoticeDangers({ smtp, mailFrom, pushHosts, origin, host }: ServerConfig): string[] {
  const problems: string[] = [];
  const mail = smtp === undefined ? undefined : new URL(smtp);
  if (
    mail &&
    (!/^\/?$/.test(mail.pathname) || mail.search !== "" || mail.hash !== "" || mail.hostname === "")
  ) {
    problems.push(
      "CONFER_SMTP takes a scheme, a user with a password, a host and a port, and nothing after them: what is added there could turn off the check of certificates. Set it like smtps://user:password@mail.example:465.",
    );
  }
  if (mail && mailFrom === undefined) {
    problems.push(
      "Mail would be sent from nobody. Set CONFER_MAIL_FROM to the address it comes from, such as confer@panel.example.",
    );
  }
  const isOurs = isLocal(host) && (origin === undefined || isLocal(new URL(origin).hostname));
  if (pushHosts.some((each) => isLocal(each) || /^[\d.]+$/.test(each)) && !isOurs) {
    problems.push(
      "A push service on this machine, or known by its number, would let members have the server call machines inside your network. Take it out of CONFER_PUSH_HOSTS.",
    );
  }
  return problems;
}

/** An address without a host, or with a folder as `host`, is a socket on this machine. */
function isPostgresSafe(url: URL): boolean {
  const host = url.searchParams.get("host") ?? url.hostname;
  const local = host === "" || host.startsWith("/") || isLocal(host);
  return local || url.searchParams.get("sslmode") === "verify-full";
}
