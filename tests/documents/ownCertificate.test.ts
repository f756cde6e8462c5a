/** Minutes signed with an organisation's own certificate, made by openssl and asked of pdfsig, openssl and our own page. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CertificateUnusableError, signPdf } from "../../src/app/signPdf.ts";
import { inThread } from "../../src/crypto/vaultPort.ts";
import type { Vault } from "../../src/crypto/vault.ts";
import { makeMinutesDocument } from "../../src/documents/minutes.ts";
import { readSignedBytes } from "../../src/documents/signedBytes.ts";
import { type DeviceStore, openDeviceStore } from "../../src/store/deviceStore.ts";
import { makeDisk } from "../store/disks.ts";
import { issue, type Issued, ISSUER, ORGANISATION, VALID_DAYS } from "../support/organisation.ts";
import { makePartnership, testSettings } from "../support/vaults.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, PASSWORD } from "./fixtures.ts";
import { provenMinutes } from "./printedMinutes.ts";
import { leaks, run, withFile } from "./tools.ts";

const DAY_MS = 86_400_000;
const ROOM_BYTES = 7_000;

const folders: string[] = [];
const issued = (kind: Parameters<typeof issue>[1]): Issued => {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  folders.push(folder);
  return issue(folder, kind);
};

describe("a certificate of an organisation", () => {
  let aheadMs = 0;
  let vault: Vault;
  let store: DeviceStore;
  let organisation: Issued;
  let open: Uint8Array;

  beforeAll(async () => {
    const { people } = await makePartnership([], { ...testSettings, now: () => Date.now() + aheadMs });
    vault = people[0]?.vault as Vault;
    store = await openDeviceStore("certificate", makeDisk());
    organisation = issued("ec:P-256");
    const { printed } = await provenMinutes(vault);
    open = (await fileOf(makeMinutesDocument(printed, CREATED_AT_MS), PASSWORD)).bytes;
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const faultOf = async (pem: string, roomBytes = ROOM_BYTES) => {
    const taken = await vault.takeOwnCertificate(pem, roomBytes);
    return taken.ok ? "taken" : taken.fault;
  };
  const signed = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const made = { kind: "made", bytes: open.slice(), pages: 1, missing: [], unshown: [] } as const;
    const outcome = await signPdf({ vault: inThread(vault), store }, { ...made, missing: [], unshown: [] });
    if (outcome.kind !== "made") throw new Error(outcome.kind);
    return new Uint8Array(outcome.bytes);
  };
  const keep = async ({ pem }: Issued): Promise<string> => {
    const taken = await vault.takeOwnCertificate(pem, ROOM_BYTES);
    if (!taken.ok) throw new Error(taken.fault);
    await store.local.facts.put({ key: "own-certificate", value: taken.sealed });
    return taken.sealed;
  };

  it.each(["ec:P-256", "rsa:2048"] as const)(
    "with a key of %s signs minutes, for pdfsig, openssl and the page that checks",
    async (kind) => {
      const own = issued(kind);
      await keep(own);
      const bytes = await signed();
      const said = withFile(bytes, (path) => run("pdfsig", ["-upw", PASSWORD, path]).out);
      for (const words of ["Signature is Valid.", "Total document signed", "ETSI.CAdES.detached"])
        expect(said).toContain(words);
      expect(said).toContain(`Signer Certificate Common Name: ${ORGANISATION}`);

      const read = readSignedBytes(bytes);
      if (read.kind !== "signed") throw new Error(read.kind);
      withFile(read.covered, (content, folder) => {
        const at = (name: string) => join(folder, name);
        const size = 4 + (read.signature[2] ?? 0) * 256 + (read.signature[3] ?? 0);
        writeFileSync(at("signature.der"), read.signature.slice(0, size));
        writeFileSync(at("root.pem"), own.root);
        const verify = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"];
        const files = ["-in", at("signature.der"), "-content", content, "-out", at("out")];
        const trusted = run("openssl", [...verify, "-CAfile", at("root.pem"), ...files]);
        expect(trusted.error).toContain("CAdES Verification successful");
        writeFileSync(at("other.pem"), issued("ec:P-256").root);
        expect(run("openssl", [...verify, "-CAfile", at("other.pem"), ...files]).code).not.toBe(0);
      });

      expect(await vault.checkFile(read.covered, read.signature)).toMatchObject({
        kind: "right",
        certificate: { name: ORGANISATION, issuer: ISSUER },
      });
      const other = read.covered.slice();
      other[2_000] = (other[2_000] as number) ^ 1;
      expect(await vault.checkFile(other, read.signature)).toEqual({ kind: "changed" });
    },
  );

  it("is kept so that neither key nor name can be read, and opens on this device alone", async () => {
    const sealed = await keep(organisation);
    expect(leaks(new TextEncoder().encode(sealed), ["Larkshire", "PRIVATE", "certificates"])).toEqual([]);
    expect(await vault.readOwnCertificate(sealed)).toMatchObject({ name: ORGANISATION, issuer: ISSUER });
    const { people } = await makePartnership([]);
    expect(await people[0]?.vault.readOwnCertificate(sealed)).toBeUndefined();
  });

  it("says what is wrong with what was chosen", async () => {
    const other = issued("ec:P-256");
    const { key, certificate, pem, root } = organisation;
    expect(await faultOf("")).toBe("no-key");
    expect(await faultOf(certificate)).toBe("no-key");
    expect(await faultOf(key)).toBe("no-certificate");
    expect(await faultOf(other.key + certificate)).toBe("wrong-key");
    expect(await faultOf(key + root)).toBe("wrong-key");
    expect(await faultOf(root + certificate + key)).toBe("taken");
    expect(await faultOf(pem.replace("MI", "!!"))).toBe("unreadable");
    expect(await faultOf(issued("ec:P-384").pem)).toBe("key-kind");
    expect(await faultOf(pem, 300)).toBe("too-large");
    await withFile(new TextEncoder().encode(key), (path) => {
      const locked = run("openssl", ["pkcs8", "-topk8", "-in", path, "-passout", "pass:one"]).out;
      const older = run("openssl", ["ec", "-in", path]).out;
      return Promise.all([
        expect(faultOf(locked + certificate)).resolves.toBe("key-locked"),
        expect(faultOf(older + certificate)).resolves.toBe("key-form"),
      ]);
    });
  });

  it("is refused before and after its time, and never passed over in silence", async () => {
    await keep(organisation);
    try {
      aheadMs = -2 * DAY_MS;
      expect(await faultOf(organisation.pem)).toBe("not-yet");
      aheadMs = (VALID_DAYS + 1) * DAY_MS;
      expect(await faultOf(organisation.pem)).toBe("expired");
      await expect(signed()).rejects.toThrow(CertificateUnusableError);
    } finally {
      aheadMs = 0;
    }
  });

  it("gives way to the key of the device once it is removed", async () => {
    await store.local.facts.delete("own-certificate");
    const bytes = await signed();
    const said = withFile(bytes, (path) => run("pdfsig", ["-upw", PASSWORD, path]).out);
    expect(said).toContain("Signature is Valid.");
    expect(said).toMatch(/Signer Certificate Common Name: Confer file key/);
  });
});
