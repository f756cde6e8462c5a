/** Somebody in a browser who owes an action, and a server whose clock and mail the test holds. */
import { ensure } from "../../../demo/ensure.ts";
import type { OpenSession } from "../../../src/app/session.ts";
import type { ActionId } from "../../../src/domain/ids.ts";
import { londonDateOf, londonMs } from "../../../src/domain/londonTime.ts";
import { countWorkingDays } from "../../../src/domain/workingDays.ts";
import ashfield from "../../../src/forms/panels/ashfield.json" with { type: "json" };
import type { Device } from "../../support/device.ts";
import { type ServerOptions, startTestServer, type TestServer } from "../../support/server.ts";
import { foundPanel, joinByLink, startedCase } from "./meetingWorld.ts";
import { DIST, Person, pictureOf } from "./world.ts";

export const SUBJECT = "Robin Canary";
export const MO = "Mo Member";
/** Whatever no message may hold. */
export const NAMES = /Robin|Canary|Mo Member|Visit|Housing|Ashfield|Testshire panel/i;

export type Reminded = {
  readonly server: TestServer;
  readonly lead: OpenSession;
  readonly mo: Person;
  /** What the server does each minute. */
  tick(): Promise<void>;
  /** Moves the server on by working days, to just after the usual hour or to another time. The panel's rule reminds on the first and on the fourth. */
  toWorkingDay(count: 1 | 4, time?: string): void;
  /** What Mo sees, in test-results: for whoever has to mend a failed test. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

/** Mo holds a telephone, reads one case and owes the one action of it, due in four working days. */
export async function makeReminded(options: Pick<ServerOptions, "smtp" | "pushHosts">): Promise<Reminded> {
  let aheadMs = 0;
  let tick = (): Promise<void> => Promise.resolve();
  const today = londonDateOf(Date.now());
  const server = await startTestServer(
    { ...options, distDir: DIST },
    {
      now: () => Date.now() + aheadMs,
      everyMinute: (work) => {
        tick = work;
        return () => undefined;
      },
    },
  );
  const { device, lead }: { device: Device; lead: OpenSession } = await foundPanel(
    { server, setupLink: server.setupLink ?? "" },
    ashfield,
  );
  const mo = new Person(MO, server.url, { viewport: { width: 390, height: 844 }, touch: true });
  await mo.open();
  const user = await joinByLink(lead, mo, "Housing", ["member"]);
  const { case: scope } = await startedCase(lead, ashfield.id, SUBJECT, "TST-1");
  ensure(await lead.share(scope, user, "contribute"));
  ensure(
    await lead.noteCase(scope, [
      {
        type: "action-set",
        action: lead.newId<ActionId>(),
        meeting: "ashfield-2026-11-01",
        what: `Visit ${SUBJECT}`,
        agency: "Housing",
        owner: MO,
        user,
        // Three working days before it is tomorrow, or the next day that somebody works.
        due: countWorkingDays(today, 4, 1, []).date,
      },
    ]),
  );
  ensure(await lead.syncNow());
  await mo.page.getByText("Your actions").waitFor({ timeout: 60_000 });
  return {
    server,
    lead,
    mo,
    tick: () => tick(),
    toWorkingDay(count, time = "08:05") {
      aheadMs = londonMs(countWorkingDays(today, count, 1, []).date, time) - Date.now();
    },
    async picture(name) {
      if (mo.isOpen) await pictureOf(mo.page, `${name}-${MO}`);
    },
    async close() {
      await mo.close();
      mo.discard();
      await device.close();
      await server.close();
    },
  };
}
