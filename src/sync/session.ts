/** A session with the server: proves the device by a signature, and again whenever the server forgets it. */
import { type Bytes, parseB64, toB64 } from "../domain/bytes.ts";
import type { DeviceId, PartnershipId, UserId } from "../domain/ids.ts";
import { ChallengeReply, PROTOCOL_VERSION, SessionReply } from "./protocol.ts";
import type { Answer, Transport } from "./transport.ts";

export type Signer = {
  readonly partnership: PartnershipId;
  readonly user: UserId;
  readonly device: DeviceId;
  /** Signs the server's nonce for this origin. Undefined while locked. */
  sign(nonce: Bytes): Promise<Bytes | undefined>;
};

export type ServerSession = {
  /** Makes the call, signing in first where the server asks for it. */
  call<T>(request: () => Promise<Answer<T>>): Promise<Answer<T>>;
  signOut(): Promise<void>;
  /** The server's clock at the last sign-in, in ms: a witness for a device whose own may be wrong. */
  readonly serverNowMs: number | undefined;
};

/** `onTime` hears the server's clock at once, at every sign-in. */
export function makeServerSession(
  transport: Transport,
  signer: Signer,
  onTime: (serverMs: number) => void = () => undefined,
): ServerSession {
  let signingIn: Promise<Answer<SessionReply>> | undefined;
  let serverNowMs: number | undefined;
  let tried = false;

  const signIn = async (): Promise<Answer<SessionReply>> => {
    const { partnership, user, device } = signer;
    const version = PROTOCOL_VERSION;
    const challenge = await transport.post("/session/challenge", { version, device }, ChallengeReply);
    if (!challenge.ok) return challenge;
    const nonce = parseB64(challenge.value.nonce);
    const signature = nonce && (await signer.sign(nonce));
    if (!nonce || !signature)
      return { ok: false, fault: { kind: "refused", status: 401, code: "no-session" } };
    const proof = { version, partnership, user, device, nonce: toB64(nonce), signature: toB64(signature) };
    const answer = await transport.post("/session", proof, SessionReply);
    if (answer.ok) {
      serverNowMs = answer.value.nowMs;
      onTime(serverNowMs);
    }
    return answer;
  };

  /** Several calls may find the session gone at once: they share one signing in. */
  const signInOnce = (): Promise<Answer<SessionReply>> => {
    signingIn ??= signIn().finally(() => (signingIn = undefined));
    return signingIn;
  };

  return {
    get serverNowMs() {
      return serverNowMs;
    },
    async call(request) {
      if (!tried) {
        tried = true;
        await signInOnce();
      }
      const first = await request();
      const forgotten = !first.ok && first.fault.kind === "refused" && first.fault.code === "no-session";
      if (!forgotten) return first;
      const signedIn = await signInOnce();
      return signedIn.ok ? await request() : signedIn;
    },
    async signOut() {
      await transport.delete("/session");
    },
  };
}
