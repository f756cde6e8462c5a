/** Builds the gallery of components as the app is built, without the service worker. */
import { defineConfig } from "vite";
import { pages } from "../../../vite.config.ts";

export default defineConfig({ ...pages, root: import.meta.dirname, base: "/" });
