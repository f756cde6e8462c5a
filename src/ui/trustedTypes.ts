/**
 * The only ways by which a string becomes a script URL. The content security policy (`src/server/csp.ts`)
 * names these policies and no others:
 *   solid-template       Solid's templates; made inside Solid's own module by `vite.config.ts`
 *   own-worker           web workers, made here
 *   own-service-worker   the service worker, made here
 * Each accepts an exact list of URLs and throws for anything else. A browser without Trusted Types gets the
 * same check, so the list is enforced everywhere.
 */

interface ScriptUrlPolicy {
  createScriptURL: (url: string) => string;
}
interface PolicyFactory {
  createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
}

/**
 * At runtime a `TrustedScriptURL` object where the browser has them, else a plain string. Typed as a string
 * because the DOM's own types for `Worker` and `register` know only strings.
 */
export type TrustedScriptUrl = string & { readonly trustedScriptUrl: true };

function scriptUrlPolicy(name: string, allowed: readonly string[]): (url: string) => TrustedScriptUrl {
  const exact = new Set(allowed.map((url) => new URL(url, location.href).href));
  const rules: ScriptUrlPolicy = {
    createScriptURL(url) {
      const { href } = new URL(url, location.href);
      if (!exact.has(href)) throw new TypeError(`Not one of our scripts: ${href}`);
      return href;
    },
  };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  const policy = factory?.createPolicy(name, rules) ?? rules;
  return (url) => policy.createScriptURL(url) as TrustedScriptUrl;
}

/**
 * Call once, with every worker URL of the app (`import url from "./x.ts?worker&url"`); start a worker with
 * `new Worker(trusted(url), { type: "module" })`. A second call throws under the policy: names are single use.
 */
export function trustWorkers(urls: readonly string[]): (url: string) => TrustedScriptUrl {
  return scriptUrlPolicy("own-worker", urls);
}

/** The service worker's URL, for registration. Call once. */
export function trustedServiceWorker(): TrustedScriptUrl {
  return scriptUrlPolicy("own-service-worker", ["/sw.js"])("/sw.js");
}
