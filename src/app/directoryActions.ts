/**
 * What people do to the directory: invite, confirm, change roles, adopt a definition. The directory's chain has
 * many writers, so each change is made on its newest entry and decided by the server at once.
 */
import type { Written } from "../crypto/writer.ts";
import type { Profile } from "../domain/panelBook.ts";
import type { PanelRecord } from "../domain/records/record.ts";
import type { Role } from "../domain/roles.ts";
import { parseDefinition } from "../forms/parseDefinition.ts";
import { pushNow } from "../sync/direct.ts";
import type { ServerSession } from "../sync/session.ts";
import type { Transport } from "../sync/transport.ts";
import type { Outcome, Problem, Session } from "./api.ts";
import type { Context } from "./context.ts";
import { problemOfFault } from "./faults.ts";

const INVITE_LIFE_MS = 72 * 3_600_000;
const ATTEMPTS = 4;

type DirectoryActions = Pick<
  Session,
  | "invite"
  | "cancelInvite"
  | "confirm"
  | "changeRoles"
  | "adoptDefinition"
  | "setMeetingDate"
  | "savePanelSettings"
  | "nameDay"
  | "fileForPanel"
>;

type Server = {
  readonly transport: Transport;
  readonly session: ServerSession;
  /** Pulls what is new, and reads it. */
  readonly refresh: () => Promise<Outcome>;
  readonly origin: string;
};

const done = { ok: true, value: undefined } as const;

export function makeDirectoryActions(context: Context, server: Server): DirectoryActions {
  const { vault, store, scribe, identity } = context;

  /** Makes the change on the newest directory; when somebody was quicker, makes it again on theirs. */
  const change = async <W extends Written>(make: () => Promise<W>): Promise<Outcome<W>> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const written = await make();
      if (!written.ok) return { ok: false, problem: { kind: "not-allowed" } };
      const pushed = await pushNow(server.transport, server.session, [written.entry.bytes]);
      if (!pushed.ok) return { ok: false, problem: problemOfFault(pushed.fault) };
      const [result] = pushed.value;
      if (result?.outcome === "stored") {
        await store.exclusively(() => store.add([written.entry]));
        await store.acknowledge([written.entry.id]);
        const refreshed = await server.refresh();
        return refreshed.ok ? { ok: true, value: written } : refreshed;
      }
      if (result?.reason !== "head-moved") return { ok: false, problem: problemOfRefusal(result?.reason) };
      const refreshed = await server.refresh();
      if (!refreshed.ok) return refreshed;
    }
    return { ok: false, problem: { kind: "changed-meanwhile" } };
  };

  const write = (record: PanelRecord) => scribe.write(identity.panel, [record]);

  return {
    async invite(profile: Profile, roles: readonly Role[]) {
      const expiresMs = context.now() + INVITE_LIFE_MS;
      const made = await change(() => vault.invite(roles, expiresMs));
      if (!made.ok) return made;
      const { link, invite } = made.value;
      if (link === undefined || invite === undefined) return { ok: false, problem: { kind: "unexpected" } };
      const noted = await write({ type: "profile", invite, ...profile });
      if (!noted.ok) return noted;
      return { ok: true, value: { link: `${server.origin}/#join=${link}`, expiresMs } };
    },

    async cancelInvite(invite) {
      const made = await change(() => vault.cancelInvite(invite));
      return made.ok ? done : made;
    },

    async confirm(user) {
      const confirmed = await change(() => vault.confirm(user));
      if (!confirmed.ok && confirmed.problem.kind !== "changed-meanwhile") return confirmed;
      const granted = await change(() => vault.grant(identity.panel, user, "contribute"));
      return granted.ok ? done : granted;
    },

    async changeRoles(user, roles) {
      const made = await change(() => vault.changeRoles(user, roles));
      return made.ok ? done : made;
    },

    async adoptDefinition(json) {
      const parsed = parseDefinition(json);
      if (!parsed.ok) {
        const sentences = parsed.problems.map((problem) => problem.sentence);
        return { ok: false, problem: { kind: "bad-definition", sentences } };
      }
      const { id, version } = parsed.definition;
      const before = context.library.book.versions[`${id}@${version}`]?.value;
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(json)) {
        const sentences = [
          `Version ${version} of this panel has been in force with other words. Raise its version, so that referrals can say which words they answered.`,
        ];
        return { ok: false, problem: { kind: "bad-definition", sentences } };
      }
      const written = await write({
        type: "definition",
        definition: json as Extract<PanelRecord, { type: "definition" }>["definition"],
      });
      if (written.ok || written.problem.kind !== "too-long") return written;
      const sentences = ["It is larger than a panel can be: 200 KB without its spaces and line ends."];
      return { ok: false, problem: { kind: "bad-definition", sentences } };
    },

    setMeetingDate: (meeting) => write({ type: "meeting-date", ...meeting }),
    savePanelSettings: (definition, values) =>
      write({
        type: "panel-settings",
        definition,
        values: Object.entries(values).map(([key, value]) => ({ key, value })),
      }),
    fileForPanel: (definition, line) => write({ type: "panel-filed", definition, ...line }),
    nameDay: (date, { name, worked } = { name: "", worked: false }) =>
      write({ type: "named-day", date, name, worked }),
  };
}

function problemOfRefusal(reason: string | undefined): Problem {
  switch (reason) {
    case "invite-closed":
      return { kind: "link-used" };
    case "invite-expired":
      return { kind: "link-expired" };
    case "last-coordinator":
      return { kind: "last-coordinator" };
    case "already":
      return { kind: "changed-meanwhile" };
    default:
      return { kind: "not-allowed" };
  }
}
