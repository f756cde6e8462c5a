/**
 * When a question is asked, a warning shown, a rule met. A closed language: there is no text to evaluate, so
 * a definition from a file can do nothing but compare answers.
 */
import { z } from "zod";
import { QuestionRef } from "./basics.ts";

export type Condition =
  /** The question has an answer. */
  | { readonly op: "answered"; readonly question: string }
  /** A text, choice or yes/no is exactly this. */
  | { readonly op: "is"; readonly question: string; readonly value: string }
  | { readonly op: "isOneOf"; readonly question: string; readonly values: readonly string[] }
  /** Among the ticked is this one. In a grid: "row" for any column, "row/column" for one cell. */
  | { readonly op: "includes"; readonly question: string; readonly value: string }
  /** So many are ticked, or so many rows filled in. */
  | { readonly op: "countAtLeast"; readonly question: string; readonly count: number }
  /** Whole months from the date answered to today. False where there is no readable date. */
  | {
      readonly op: "monthsSince";
      readonly question: string;
      readonly atLeast?: number | undefined;
      readonly below?: number | undefined;
    }
  | { readonly op: "not"; readonly of: Condition }
  | { readonly op: "all"; readonly of: readonly Condition[] }
  | { readonly op: "any"; readonly of: readonly Condition[] };

const Value = z.string().min(1).max(200);
const Months = z.int().min(0).max(2_400);

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion("op", [
      z.object({ op: z.literal("answered"), question: QuestionRef }),
      z.object({ op: z.literal("is"), question: QuestionRef, value: Value }),
      z.object({ op: z.literal("isOneOf"), question: QuestionRef, values: z.array(Value).min(1).max(60) }),
      z.object({ op: z.literal("includes"), question: QuestionRef, value: Value }),
      z.object({ op: z.literal("countAtLeast"), question: QuestionRef, count: z.int().min(1).max(100) }),
      z.object({
        op: z.literal("monthsSince"),
        question: QuestionRef,
        atLeast: Months.optional(),
        below: Months.optional(),
      }),
      z.object({ op: z.literal("not"), of: Condition }),
      z.object({ op: z.literal("all"), of: z.array(Condition).min(1).max(30) }),
      z.object({ op: z.literal("any"), of: z.array(Condition).min(1).max(30) }),
    ]),
  )
  .meta({ id: "Condition" });

/** Every question that a condition reads, with the values it compares it with. */
export function readsOf(
  condition: Condition,
): { question: string; op: Condition["op"]; values: readonly string[] }[] {
  switch (condition.op) {
    case "not":
      return readsOf(condition.of);
    case "all":
    case "any":
      return condition.of.flatMap(readsOf);
    case "is":
    case "includes":
      return [{ question: condition.question, op: condition.op, values: [condition.value] }];
    case "isOneOf":
      return [{ question: condition.question, op: condition.op, values: condition.values }];
    case "answered":
    case "countAtLeast":
    case "monthsSince":
      return [{ question: condition.question, op: condition.op, values: [] }];
  }
}
