/** First of all, as in the app: the policy that the server sends forbids eval. */
import { forbidEval } from "../../../src/app/forbidEval.ts";

forbidEval();
