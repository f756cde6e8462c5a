/** Certificates of an invented organisation, made by openssl: a root that vouches, and the organisation's own beneath it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../documents/tools.ts";

export const ORGANISATION = "Larkshire Council (invented)";
export const ISSUER = "Larkshire Signing Authority (invented)";
/** As openssl names them in `-newkey`. */
export type KeyName = "ec:P-256" | "ec:P-384" | "rsa:2048";

export type Issued = {
  /** The root alone, for whoever trusts it. */
  readonly root: string;
  readonly key: string;
  readonly certificate: string;
  /** Key and certificates together, as `openssl pkcs12 -nodes` writes them: with words between. */
  readonly pem: string;
};

export const VALID_DAYS = 30;

/** `days`: from now. Of less than none it has run out already. */
export function issue(folder: string, kind: KeyName, days = VALID_DAYS): Issued {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]): string => {
    const ran = run("openssl", args);
    if (ran.code !== 0) throw new Error(`openssl ${args[0]}: ${ran.error}`);
    return ran.out;
  };
  const newKey = kind.startsWith("rsa")
    ? ["-newkey", kind]
    : ["-newkey", "ec", "-pkeyopt", `ec_paramgen_curve:${kind.slice(3)}`];
  const root = ["-keyout", at("root.key"), "-out", at("root.crt"), "-days", "60", "-nodes"];
  openssl("req", "-x509", ...newKey, ...root, "-subj", `/C=GB/CN=${ISSUER}`);
  const own = ["-keyout", at("own.key"), "-out", at("own.csr"), "-nodes"];
  openssl("req", "-new", ...newKey, ...own, "-subj", `/C=GB/O=Larkshire/CN=${ORGANISATION}`);
  writeFileSync(at("own.ext"), "keyUsage=critical,digitalSignature,nonRepudiation\n");
  const dates = ["-days", String(days)];
  const by = ["-CA", at("root.crt"), "-CAkey", at("root.key"), "-CAcreateserial", "-extfile", at("own.ext")];
  openssl("x509", "-req", "-in", at("own.csr"), ...by, ...dates, "-out", at("own.crt"));
  const packed = ["-inkey", at("own.key"), "-in", at("own.crt"), "-certfile", at("root.crt")];
  openssl("pkcs12", "-export", ...packed, "-passout", "pass:one", "-out", at("own.p12"));
  openssl("pkcs12", "-in", at("own.p12"), "-passin", "pass:one", "-nodes", "-out", at("own.pem"));
  const read = (name: string) => readFileSync(at(name), "utf8");
  return { root: read("root.crt"), key: read("own.key"), certificate: read("own.crt"), pem: read("own.pem") };
}
