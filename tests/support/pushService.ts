/**
 * A push service and a browser for tests: takes what a server sends, and reads it as the browser would.
 * RFC 8291 (the keys) over RFC 8188 (the encoding), with Node's own cryptography.
 */
import { createDecipheriv, createECDH, type ECDH, hkdfSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const HEADER_BYTES = 16 + 4 + 1;
const TAG_BYTES = 16;

export type BrowserKeys = { readonly pair: ECDH; readonly auth: Buffer };

export function makeBrowserKeys(
  privateKey?: Buffer,
  auth = crypto.getRandomValues(Buffer.alloc(16)),
): BrowserKeys {
  const pair = createECDH("prime256v1");
  if (privateKey) pair.setPrivateKey(privateKey);
  else pair.generateKeys();
  return { pair, auth };
}

const derive = (key: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, length));

/** The text of a message of one record. Throws if it was not made for these keys. */
export function decryptPush(body: Buffer, { pair, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(HEADER_BYTES, HEADER_BYTES + idLength);
  const sealed = body.subarray(HEADER_BYTES + idLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), sender]);
  const input = derive(pair.computeSecret(sender), auth, info, 32);
  const key = derive(input, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derive(input, salt, "Content-Encoding: nonce\0", 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  // The last record ends with the octet 2 and then zeros.
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error("decryptPush: bad padding");
  return padded.subarray(0, end).toString();
}

export type Pushed = {
  readonly path: string;
  readonly headers: Record<string, unknown>;
  readonly text: string;
};
export type TestPushService = {
  readonly pushed: Pushed[];
  /** The path of every request, answered well or not. */
  readonly asked: string[];
  /** The status of every answer from now on. */
  answer: number;
  /** Sent with the answer. */
  location: string | undefined;
  /** A browser's subscription here, as it gives it to the server. */
  subscribe(name: string): { endpoint: string; keys: { p256dh: string; auth: string } };
  close(): Promise<void>;
};

export async function startPushService(): Promise<TestPushService> {
  const browsers = new Map<string, BrowserKeys>();
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      service.asked.push(path);
      const keys = browsers.get(path);
      if (service.answer < 300 && keys) {
        const { headers } = request;
        service.pushed.push({ path, headers, text: decryptPush(Buffer.concat(chunks), keys) });
      }
      reply.writeHead(service.answer, service.location ? { location: service.location } : {}).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const service: TestPushService = {
    pushed: [],
    asked: [],
    answer: 201,
    location: undefined,
    subscribe(name) {
      const keys = makeBrowserKeys();
      browsers.set(`/${name}`, keys);
      return {
        endpoint: `http://localhost:${port}/${name}`,
        keys: { p256dh: keys.pair.getPublicKey("base64url"), auth: keys.auth.toString("base64url") },
      };
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return service;
}
