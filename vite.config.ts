/**
 * How the app is built. Everything here serves one rule: the built pages run under the strict content
 * security policy of `src/server/csp.ts` — no inline script or style, no eval, Trusted Types enforced.
 */
import { defineConfig } from "vite";
import type { Plugin, UserConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import { SHARE_PATH, SHARED_FIELD } from "./src/sw/shared.ts";

/**
 * Solid clones its templates from strings it assigns to innerHTML, which Trusted Types forbids. This wraps
 * that one assignment in a policy of its own, `solid-template`. The policy object lives inside Solid's module,
 * so no other code can reach it, and every other use of innerHTML in the app stays forbidden.
 * Throws when Solid's source has changed shape: an upgrade must fail here, not on a tablet.
 */
export function solidUnderTrustedTypes(): Plugin {
  const sink = "t.innerHTML = html";
  return {
    name: "solid-under-trusted-types",
    enforce: "pre",
    apply: "build",
    transform: {
      filter: { id: /solid-js\/web\/dist\/(web|dev)\.js$/ },
      handler(code) {
        if (code.split(sink).length !== 2) throw new Error(`solid-js/web no longer has one "${sink}"`);
        const policy =
          "const templatePolicy = globalThis.trustedTypes" +
          '?.createPolicy("solid-template", { createHTML: (html) => html }) ?? { createHTML: (html) => html };\n';
        return {
          code: policy + code.replace(sink, "t.innerHTML = templatePolicy.createHTML(html)"),
          map: null,
        };
      },
    },
  };
}

/** Shared by the app and by the gallery of components that the tests open. */
export const pages = {
  plugins: [solidUnderTrustedTypes(), solid()],
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
  build: {
    modulePreload: { polyfill: false },
    // A data: URL would need a wider policy; every asset stays a file of our own origin.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  worker: { format: "es" },
} satisfies UserConfig;

const installable = VitePWA({
  strategies: "injectManifest",
  srcDir: "src/sw",
  filename: "sw.ts",
  // The page registers the worker itself, through a Trusted Types policy, and asks before it updates.
  injectRegister: false,
  registerType: "prompt",
  injectManifest: {
    globPatterns: ["**/*.{js,css,html,svg,png,wasm,json,ttf,woff,webmanifest}"],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  },
  manifest: {
    id: "/",
    name: "Confer",
    short_name: "Confer",
    description: "Runs a multi-agency complex case panel.",
    lang: "en-GB",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#0b5d63",
    // Pressed long on a home screen, the icon leads straight there.
    shortcuts: [
      { name: "Actions", url: "/actions" },
      { name: "Start a referral", url: "/referral/new" },
    ],
    // A photo from the gallery, as evidence: src/sw/sharing.ts.
    share_target: {
      action: SHARE_PATH,
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        files: [{ name: SHARED_FIELD, accept: ["image/*", "application/pdf", "text/plain"] }],
      },
    },
    icons: [
      { src: "/icons/confer.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/confer-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/confer-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/confer-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  },
});

export default defineConfig({ ...pages, plugins: [...pages.plugins, installable] });
