/** Whether a host name is this machine's own. */
export const isLocal = (host: string): boolean =>
  ["localhost", "127.0.0.1", "::1", "[::1]"].includes(host) || host.endsWith(".localhost");
