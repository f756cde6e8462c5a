/** The vault's calls about minutes and signed files: signing for whoever is unlocked, checking for anybody. */
import { type Bytes, parseB64, toB64Url } from "../domain/bytes.ts";
import { BackupDoor } from "./backupDoor.ts";
import { checkDetached, type DetachedCheck, signDetached } from "./cms.ts";
import { openEnvelope, sealEnvelope } from "./envelope.ts";
import type { CertificateFacts } from "./certificate.ts";
import { makeFileKey, openFileKey } from "./fileKey.ts";
import type { FileSigner } from "./fileSigner.ts";
import type { OpenIdentity } from "./identity.ts";
import {
  digestOf,
  isSignedBy,
  parsePublicKeyFile,
  parseSignatureFile,
  publicKeyFile,
  signatureFile,
} from "./minisign.ts";
import { hashMinutes } from "./minutesHash.ts";
import type { Argon2Cost } from "./passphrase.ts";
import {
  codePayload,
  isProven,
  keyWords,
  namesOf,
  proofBytes,
  proveRecord,
  type ReadCode,
  readCode,
  type RecordNames,
  type RecordProof,
} from "./recordProof.ts";
import { openOwnCertificate, type OwnCertificateFault, takeOwnCertificate } from "./ownCertificate.ts";
import { sha256 } from "./sha256.ts";
import type { Craft } from "./writer.ts";

/** All that goes on paper and beside the record. */
export type ProofFiles = RecordNames & {
  readonly payload: string;
  readonly keyWords: readonly string[];
  readonly signatureFile: string;
  readonly publicKeyFile: string;
};

export type RecordCheck = RecordNames & {
  /** "none": no signature came with it. */
  readonly signature: "right" | "wrong" | "unreadable" | "none";
  readonly comment: string | undefined;
  /** Of the key that it was checked with. */
  readonly keyWords: readonly string[] | undefined;
};

const FILE_KEY = "file-key";
const OWN = "own-certificate";

export abstract class SigningDoor extends BackupDoor {
  readonly #craft: Craft;
  readonly #now: () => number;

  constructor(craft: Craft, cost: Argon2Cost, now: () => number) {
    super(craft, cost);
    this.#craft = craft;
    this.#now = now;
  }

  /** @throws VaultLockedError */
  protected abstract ensureIdentity(): OpenIdentity;

  hashMinutes(text: string, cases?: readonly string[]): string | undefined {
    return hashMinutes(this.#craft.verifier, text, cases);
  }

  /** SHA-256 of a text in hexadecimal, as `sha256sum` writes it: what any computer can make without Confer. */
  async sha256(text: string): Promise<string> {
    return toHex(await sha256(new TextEncoder().encode(text)));
  }

  /** By the person's key for minutes. `comment` is signed with it, and shown by minisign. */
  proveRecord(text: string, comment: string): RecordProof {
    return proveRecord(this.#craft.sodium, this.ensureIdentity().minutesKeys, text, comment);
  }

  /** Undefined where the proof is not one of this text. */
  proofFiles(text: string, comment: string, proof: RecordProof): ProofFiles | undefined {
    const { sodium } = this.#craft;
    const parts = proofBytes(proof);
    const payload = codePayload(sodium, text, proof);
    if (!parts || payload === undefined || !isProven(sodium, text, comment, proof)) return undefined;
    return {
      ...namesOf(digestOf(sodium, new TextEncoder().encode(text))),
      payload,
      keyWords: keyWords(sodium, parts.key),
      signatureFile: signatureFile(sodium, parts.key, comment, parts),
      publicKeyFile: publicKeyFile(sodium, parts.key),
    };
  }

  readCode(payload: string): ReadCode | undefined {
    return readCode(this.#craft.sodium, payload);
  }

  /** A record as a file, with the signature and key that came with it. */
  checkRecord(bytes: Bytes, signature: string | undefined, publicKey: string | undefined): RecordCheck {
    const { sodium } = this.#craft;
    const digest = digestOf(sodium, bytes);
    const names = namesOf(digest);
    const key = publicKey === undefined ? undefined : parsePublicKeyFile(publicKey);
    const words = key && keyWords(sodium, key);
    if (signature === undefined || publicKey === undefined)
      return { ...names, signature: "none", comment: undefined, keyWords: words };
    const signed = parseSignatureFile(signature);
    if (!signed || !key)
      return { ...names, signature: "unreadable", comment: undefined, keyWords: undefined };
    const right = isSignedBy(sodium, key, digest, signed.comment, signed);
    return { ...names, signature: right ? "right" : "wrong", comment: signed.comment, keyWords: words };
  }

  /**
   * The signature of a file, over the SHA-256 of what it covers. `sealed`: the device's key as it was kept; one that
   * will not do is replaced, and the answer says by what.
   */
  async signFile(covered: Bytes, sealed: string | undefined): Promise<{ signature: Bytes; sealed: string }> {
    const { sodium, random } = this.#craft;
    const { master, device } = this.ensureIdentity();
    const nowMs = this.#now();
    const box = sealed === undefined ? undefined : parseB64(sealed, "base64url");
    const kept = box && openEnvelope(sodium, master, FILE_KEY, device, box);
    const known = kept && (await openFileKey(new TextDecoder().decode(kept), nowMs));
    if (known && sealed !== undefined)
      return { signature: await signDetached(known, await sha256(covered)), sealed };
    const made = await makeFileKey(random, nowMs);
    const signer = await openFileKey(made.kept, nowMs);
    if (!signer) throw new Error("a new key for files does not open");
    const plain = new TextEncoder().encode(made.kept);
    return {
      signature: await signDetached(signer, await sha256(covered)),
      sealed: toB64Url(sealEnvelope(sodium, random, master, FILE_KEY, device, plain)),
    };
  }

  /**
   * An organisation's key and certificate, as PEM: looked at, and handed back sealed to this device. `roomBytes`: for the
   * certificates in a signature.
   */
  async takeOwnCertificate(
    pem: string,
    roomBytes: number,
  ): Promise<
    { ok: true; sealed: string; facts: CertificateFacts } | { ok: false; fault: OwnCertificateFault }
  > {
    const { sodium, random } = this.#craft;
    const { master, device } = this.ensureIdentity();
    const taken = await takeOwnCertificate(pem, this.#now(), roomBytes);
    if (!taken.ok) return taken;
    const plain = new TextEncoder().encode(taken.kept);
    const box = sealEnvelope(sodium, random, master, OWN, device, plain);
    return { ok: true, sealed: toB64Url(box), facts: taken.facts };
  }

  /** Undefined where what was kept cannot be read. */
  async readOwnCertificate(sealed: string): Promise<CertificateFacts | undefined> {
    return (await this.#openOwn(sealed))?.facts;
  }

  /** With the organisation's certificate; undefined where that cannot be read or has had its time. */
  async signFileAsOwn(covered: Bytes, sealed: string): Promise<Bytes | undefined> {
    const own = await this.#openOwn(sealed);
    if (!own || this.#now() > own.signer.untilMs) return undefined;
    return signDetached(own.signer, await sha256(covered));
  }

  async #openOwn(sealed: string): Promise<{ signer: FileSigner; facts: CertificateFacts } | undefined> {
    const { master, device } = this.ensureIdentity();
    const box = parseB64(sealed, "base64url");
    const plain = box && openEnvelope(this.#craft.sodium, master, OWN, device, box);
    return plain && openOwnCertificate(new TextDecoder().decode(plain));
  }

  async checkFile(covered: Bytes, signature: Bytes): Promise<DetachedCheck> {
    return checkDetached(signature, await sha256(covered));
  }
}

/** Tablets in use are too old for `toHex` of their own. */
const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
