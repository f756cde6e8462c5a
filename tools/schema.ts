/** Writes the JSON Schema of panel definitions, for editors: `npm run schema`, after the language has changed. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { definitionJsonSchema } from "../src/forms/jsonSchema.ts";

const FILE = "src/forms/panels/panel-definition.schema.json";
writeFileSync(FILE, JSON.stringify(definitionJsonSchema()));
execFileSync("oxfmt", [FILE], { stdio: "inherit" });
