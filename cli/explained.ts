import { isUsageError } from "../workspace/problems.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";

/** What ended a run or a rule, in one line; the stack where HALINT_DEBUG is set. */
export function explained(error: Error, { env }: Io): string {
  if (isUsageError(error)) return plain(error.message);
  if (env.HALINT_DEBUG) return error.stack ?? error.message;
  return `internal fault, please report it: ${plain(error.message)} (HALINT_DEBUG=1 shows where)`;
}
