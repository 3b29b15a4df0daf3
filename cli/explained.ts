import type { Io } from "./io.ts";
import { plain } from "./plain.ts";

/** What ended a run or a rule, in one line; the stack where HALINT_DEBUG is set. */
export function explained(error: Error, { env }: Io): string {
  // By name: what reads the config is bundled apart and has a class of its own.
  if (error.name === "UsageError") return plain(error.message);
  if (env.HALINT_DEBUG) return error.stack ?? error.message;
  return `internal fault, please report it: ${plain(error.message)} (HALINT_DEBUG=1 shows where)`;
}
