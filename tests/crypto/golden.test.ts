/** Version 1's bytes, frozen: made again to the byte, and opened again. See: tests/vectors/README.md. */
import { describe, expect, it } from "vitest";
import { openEnvelope } from "../../src/crypto/envelope.ts";
import { parseInviteLink } from "../../src/crypto/enrol.ts";
import { openIdentity, SealedIdentity } from "../../src/crypto/identity.ts";
import { openContent } from "../../src/crypto/seal.ts";
import { unwrapKey } from "../../src/crypto/wrap.ts";
import { type Bytes, parseB64, toB64 } from "../../src/domain/bytes.ts";
import { encodeHeader, type Entry, parseEntry, signedBytes } from "../../src/domain/entry.ts";
import { parseMembership } from "../../src/domain/membership/events.ts";
import frozen from "../vectors/v1.json" with { type: "json" };
import {
  contentHeader,
  keys,
  LOCAL,
  makeEvents,
  makeGolden,
  master,
  PASSPHRASE,
  publicKeys,
  RECORD,
  scopeKey,
  sodium,
  verifier,
  wrapContext,
} from "./golden.ts";

const made = makeGolden();
const bytesOf = (text: string) => parseB64(text) as Bytes;

function ensureEntry(text: string): Entry {
  const parsed = parseEntry(bytesOf(text));
  if (!parsed.ok) throw new Error(`the frozen entry no longer parses: ${parsed.fault}`);
  return parsed.entry;
}

describe("the frozen bytes of version 1 are made again", () => {
  it("with nothing more and nothing less in the file", () => {
    expect(Object.keys(frozen.bytes).toSorted()).toEqual(Object.keys(made).toSorted());
    expect(Object.keys(frozen.bytes.membership)).toHaveLength(9);
  });

  it.each(Object.keys(made))("%s", (name) => {
    const key = name as keyof typeof made;
    expect(made[key]).toEqual(frozen.bytes[key]);
  });
});

describe("the frozen bytes of version 1 open", () => {
  it("the header, to the very fields", () => {
    const { header } = ensureEntry(frozen.bytes.content);
    expect(header).toEqual(contentHeader);
    expect(toB64(encodeHeader(header))).toBe(frozen.bytes.header);
  });

  it("the content entry, to the very text", () => {
    const entry = ensureEntry(frozen.bytes.content);
    expect(verifier.verify(entry.signature, signedBytes(entry), publicKeys.deviceSign)).toBe(true);
    const opened = openContent(sodium, entry, scopeKey);
    expect(opened.ok && new TextDecoder().decode(opened.plain)).toBe(RECORD);
  });

  it("every membership entry, to the very event", () => {
    for (const event of makeEvents()) {
      const entry = ensureEntry(frozen.bytes.membership[event.type]);
      expect(parseMembership(entry.body)).toEqual({ ok: true, event });
      expect(verifier.verify(entry.signature, signedBytes(entry), publicKeys.deviceSign)).toBe(true);
    }
  });

  it("the wrap, to the scope key", () => {
    const { box, boxPublic } = keys.userKeys;
    expect(unwrapKey(sodium, bytesOf(frozen.bytes.wrap), box, boxPublic, wrapContext)).toEqual(scopeKey);
  });

  it("the local envelope, to the very text", () => {
    const plain = openEnvelope(sodium, master, LOCAL.label, LOCAL.name, bytesOf(frozen.bytes.local));
    expect(plain && new TextDecoder().decode(plain)).toBe(LOCAL.text);
  });

  it("the identity, by passphrase and by recovery code, to the same keys", () => {
    const sealed = SealedIdentity.parse(frozen.bytes.identity);
    for (const secret of [{ passphrase: PASSPHRASE }, { recoveryCode: frozen.bytes.recoveryCode }]) {
      const opened = openIdentity(sodium, sealed, secret);
      expect(opened.ok && opened.identity.userKeys).toEqual(keys.userKeys);
      expect(opened.ok && opened.identity.deviceKeys).toEqual(keys.deviceKeys);
    }
  });

  it("the invite link, to the same ids", () => {
    const link = parseInviteLink(frozen.bytes.inviteLink);
    expect(link?.partnership).toBe(contentHeader.partnership);
    expect(link?.seed).toHaveLength(32);
  });
});

it("a single changed bit in the file would be seen", () => {
  const bytes = bytesOf(frozen.bytes.content);
  bytes[300] = (bytes[300] ?? 0) ^ 1;
  expect(toB64(bytes)).not.toBe(made.content);
  const parsed = parseEntry(bytes);
  expect(parsed.ok && openContent(sodium, parsed.entry, scopeKey)).toEqual({ ok: false, fault: "sealed" });
});
