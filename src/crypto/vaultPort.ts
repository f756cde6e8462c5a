/** The vault as seen from outside its worker: every call answers later. */
import type { Vault } from "./vault.ts";

type Call = (...args: never[]) => unknown;
type CallNames = { [K in keyof Vault]: Vault[K] extends Call ? K : never }[keyof Vault];

export type VaultPort = {
  readonly [K in CallNames]: Vault[K] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Result>
    : never;
};

/** A vault in this thread behind the same port: for Node, where there is no page to keep responsive. */
export function inThread(vault: Vault): VaultPort {
  return new Proxy({} as VaultPort, {
    get: (_, name) => {
      // A thenable would be taken for a promise by `await`.
      if (name === "then") return undefined;
      const call = Reflect.get(vault, name) as Call;
      return (...args: never[]) => new Promise((resolve) => resolve(call.apply(vault, args)));
    },
  });
}

/** True for the error every call throws once the vault is locked, however far it has travelled. */
export const isLockedError = (error: unknown): boolean =>
  error instanceof Error && error.name === "VaultLockedError";
