/** Builds the benchmark's pages as the app is built, without the service worker. */
import { defineConfig } from "vite";
import { pages } from "../../vite.config.ts";

export default defineConfig({
  ...pages,
  root: `${import.meta.dirname}/pages`,
  base: "/",
  // PouchDB's packages expect Node's name for the global object.
  define: { global: "globalThis" },
});
