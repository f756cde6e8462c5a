/** A real mail server for tests: takes mail, or answers as told. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Received = {
  readonly to: string;
  readonly raw: string;
  /** A header's value, unfolded. */
  header(name: string): string;
  /** Everything after the headers, as it is read: quoted-printable undone. */
  readonly body: string;
};

export type TestSmtp = {
  /** What CONFER_SMTP is to be. */
  readonly url: string;
  readonly port: number;
  /** All that was taken, in order. */
  readonly letters: Received[];
  /** How often somebody began to hand in a letter. */
  attempts: number;
  /** The answer to each recipient from now on: 250 takes it; others refuse. */
  answer: number;
  /** Called with a whole letter before it is acknowledged. */
  beforeTaking: () => Promise<void>;
  close(): Promise<void>;
};

function receive(to: string, raw: string): Received {
  const split = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, split).replaceAll(/\r\n[ \t]+/g, " ");
  const soft = raw.slice(split + 4).replaceAll("=\r\n", "");
  return {
    to,
    raw,
    header: (name) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "",
    body: soft.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  };
}

/** `port`: 0 takes any. */
export async function startSmtp(port = 0): Promise<TestSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo(_address, _session, done) {
      smtp.attempts++;
      if (smtp.answer === 250) done();
      else done(Object.assign(new Error("not now"), { responseCode: smtp.answer }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(" ");
        smtp.letters.push(receive(to, Buffer.concat(chunks).toString()));
        void smtp.beforeTaking().then(() => done());
      });
    },
  });
  // A sender that dies in mid-letter is part of the tests.
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", () => ready()));
  const address = server.server.address() as AddressInfo;
  const smtp: TestSmtp = {
    url: `smtp://localhost:${address.port}`,
    port: address.port,
    letters: [],
    attempts: 0,
    answer: 250,
    beforeTaking: () => Promise.resolve(),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return smtp;
}
