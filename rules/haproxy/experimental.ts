import { gathered } from "../schema/visits.ts";

/** The lines of `global` that let haproxy take what it calls experimental. */
export const exposing = gathered((visits) =>
  visits.filter(({ statement: { keyword } }) => keyword.value === "expose-experimental-directives"),
);
