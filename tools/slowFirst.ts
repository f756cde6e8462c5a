/** The order of test files where several run at once: a long one begun last would be waited for alone. */
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** `slow`: names of files without `.test.ts`, longest first. The others follow in Vitest's own order. */
export function slowFirst(slow: readonly string[]): typeof BaseSequencer {
  const place = ({ moduleId }: TestSpecification): number => {
    const found = slow.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return found < 0 ? slow.length : found;
  };
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
    }
  };
}
