/** Builds the page on which paperWork.test.ts works, as the app is built. */
import { defineConfig } from "vite";
import { pages } from "../../../vite.config.ts";

export default defineConfig({ ...pages, root: import.meta.dirname, base: "/" });
