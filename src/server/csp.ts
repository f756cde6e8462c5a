/**
 * The content security policy of every page: pure constants, so that tests can send the same header.
 * 'wasm-unsafe-eval' is for libsodium, which has no fallback without WebAssembly. blob: images are a
 * paper's thumbnails, opened on the device. The three Trusted Types policies are described in
 * `src/ui/trustedTypes.ts`; a fourth name, or the same name twice, is refused by the browser.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types solid-template own-worker own-service-worker",
] as const;

/** The value of the `Content-Security-Policy` header. */
export const contentSecurityPolicy: string = directives.join("; ");
