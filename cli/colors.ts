import picocolors from "picocolors";
import type { Colors } from "picocolors/types.js";
import type { Io } from "./io.ts";

export interface ColorOptions {
  readonly color?: boolean;
}

/** --color and --no-color, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export function colorsFor({ color }: ColorOptions, { env, isTerminal }: Io): Colors {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0";
  const wanted = env.NO_COLOR ? false : forced || (isTerminal && env.TERM !== "dumb");
  return picocolors.createColors(color ?? wanted);
}
