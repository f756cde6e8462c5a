/** A server with its mail server, its push service and its clock in the test's hands, and people who chose notices. */
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ReminderId } from "../../src/domain/ids.ts";
import { londonDateOf, londonMs, londonTimeOf } from "../../src/domain/londonTime.ts";
import { type Choices, NoticeState, type Reminder, RemindersReply } from "../../src/sync/noticesProtocol.ts";
import { newId, type TestPartnership } from "./entries.ts";
import { startPushService, type TestPushService } from "./pushService.ts";
import {
  enrol,
  removeDataDir,
  type ServerOptions,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "./server.ts";
import { startSmtp, type TestSmtp } from "./smtp.ts";

export type Member = Awaited<ReturnType<typeof enrol>>;

type Ticking = TestServer & { readonly tick: () => Promise<void> };

export class NoticeWorld {
  readonly smtp: TestSmtp;
  readonly push: TestPushService;
  readonly of: TestPartnership;
  readonly lead: Member;
  server: Ticking;
  #nowMs: () => number;
  readonly #set: (ms: number) => void;
  readonly #run: (more?: ServerOptions) => Promise<Ticking>;

  private constructor(made: {
    smtp: TestSmtp;
    push: TestPushService;
    of: TestPartnership;
    lead: Member;
    server: Ticking;
    now: () => number;
    set: (ms: number) => void;
    run: (more?: ServerOptions) => Promise<Ticking>;
  }) {
    this.smtp = made.smtp;
    this.push = made.push;
    this.of = made.of;
    this.lead = made.lead;
    this.server = made.server;
    this.#nowMs = made.now;
    this.#set = made.set;
    this.#run = made.run;
  }

  /** It begins on that day at noon in London. */
  static async start(date: string, options: ServerOptions = {}): Promise<NoticeWorld> {
    let nowMs = londonMs(date as CalendarDate, "12:00");
    const now = () => nowMs;
    const smtp = await startSmtp();
    const push = await startPushService();
    const settings = { smtp: smtp.url, pushHosts: ["localhost"], ...options };
    const run = async (more: ServerOptions = {}): Promise<Ticking> => {
      let work: () => Promise<void> = () => Promise.resolve();
      const everyMinute = (each: () => Promise<void>) => {
        work = each;
        return () => undefined;
      };
      const started = await startTestServer({ ...settings, ...more }, { now, everyMinute });
      return { ...started, tick: () => work() };
    };
    const server = await run();
    const { of, founder, client } = await setUpPartnership(server, now);
    return new NoticeWorld({
      smtp,
      push,
      of,
      lead: { person: founder, client },
      server,
      now,
      set: (ms) => void (nowMs = ms),
      run,
    });
  }

  /** "2026-12-24 08:00", in London. */
  get time(): string {
    return `${londonDateOf(this.#nowMs())} ${londonTimeOf(this.#nowMs())}`;
  }

  at(date: string, time: string): void {
    this.#set(londonMs(date as CalendarDate, time));
  }

  wait(minutes: number): void {
    this.#set(this.#nowMs() + minutes * 60_000);
  }

  /** Ticks so often until then; answers when mails and pushes came, by what. */
  async tickUntil(date: string, time: string, everyMinutes = 15): Promise<string[]> {
    const came: string[] = [];
    const end = londonMs(date as CalendarDate, time);
    for (; this.#nowMs() <= end; this.wait(everyMinutes)) {
      const before = [this.smtp.letters.length, this.push.pushed.length] as const;
      await this.tick();
      came.push(...this.smtp.letters.slice(before[0]).map(({ to }) => `${this.time} mail ${to}`));
      came.push(...this.push.pushed.slice(before[1]).map(({ path }) => `${this.time} push ${path}`));
    }
    return came;
  }

  async member(options: Parameters<typeof enrol>[2] = {}): Promise<Member> {
    await this.#logIn(this.lead);
    return enrol(this.of, this.lead, options);
  }

  /** A session ends when the clock is put forward: asks under a new one. */
  async ask(member: Member, method: string, path: string, body?: object) {
    await this.#logIn(member);
    return member.client.send(method, path, body && { version: 1, ...body });
  }

  async #logIn(member: Member): Promise<void> {
    member.client = new TestClient(this.server.url);
    await member.client.logIn(this.of, member.person);
  }

  async state(member: Member): Promise<NoticeState> {
    return NoticeState.parse((await this.ask(member, "GET", "/notices")).body);
  }

  async choose(member: Member, choices: Partial<Choices>): Promise<void> {
    const before = (await this.state(member)).choices;
    await this.ask(member, "PUT", "/notices/choices", { choices: { ...before, ...choices } });
  }

  /** The code that was mailed last. */
  async code(): Promise<string> {
    await this.tick();
    return /Your code is (\d{8})/.exec(this.smtp.letters.at(-1)?.body ?? "")?.[1] ?? "";
  }

  /** Their address, confirmed. The code's mail is forgotten. */
  async confirmed(member: Member, address: string): Promise<Member> {
    await this.ask(member, "PUT", "/notices/address", { address });
    const reply = await this.ask(member, "POST", "/notices/address/confirm", { code: await this.code() });
    if (!NoticeState.parse(reply.body).address?.confirmed) throw new Error("confirmed: it is not");
    this.smtp.letters.length = 0;
    return member;
  }

  async subscribed(member: Member, name: string): Promise<Member> {
    const reply = await this.ask(member, "PUT", "/notices/push", this.push.subscribe(name));
    if (reply.status !== 200) throw new Error(`subscribed: ${reply.status}`);
    return member;
  }

  /** Registers, and waits the two minutes. Answers how many were refused. */
  async remind(from: Member, ...set: Reminder[]): Promise<number> {
    const reply = await this.ask(from, "POST", "/notices/reminders", { set, drop: [] });
    this.wait(2);
    return RemindersReply.parse(reply.body).refused;
  }

  /** Another server on the same database. Closed by the test. */
  twin(): Promise<Ticking> {
    return this.#run();
  }

  /** What the server does each minute. */
  tick(): Promise<void> {
    return this.server.tick();
  }

  async stop(): Promise<void> {
    await this.server.close();
  }

  async startAgain(more: ServerOptions = {}): Promise<void> {
    this.server = await this.#run({ dataDir: this.server.dataDir, ...more });
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.smtp.close();
    await this.push.close();
    removeDataDir(this.server.dataDir);
  }
}

export const reminderFor = (
  { person }: Member,
  due: string,
  days: string[],
  more: Partial<Reminder> = {},
): Reminder => ({
  id: newId<ReminderId>(),
  for: person.user,
  sort: "own",
  due: due as CalendarDate,
  days: days as CalendarDate[],
  ...more,
});
