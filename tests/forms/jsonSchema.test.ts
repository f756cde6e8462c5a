import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { definitionJsonSchema } from "../../src/forms/jsonSchema.ts";

it("the committed JSON Schema is the one the code makes", () => {
  const committed: unknown = JSON.parse(
    readFileSync("src/forms/panels/panel-definition.schema.json", "utf8"),
  );
  expect(committed).toEqual(JSON.parse(JSON.stringify(definitionJsonSchema())));
});
