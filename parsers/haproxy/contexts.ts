import { tables } from "./tables.ts";

const bit = (...names: readonly string[]): number =>
  names.reduce((bits, name) => bits | (1 << tables.contexts.indexOf(name)), 0);

/** Where each ruleset runs, in a frontend and in a backend; a `listen` has both (the `where` of warnif_cond_conflicts() in haproxy). */
const places: Readonly<Record<string, { readonly front?: string; readonly back?: string }>> = {
  "tcp-request connection": { front: "frontend tcp-request connection" },
  "tcp-request session": { front: "frontend tcp-request session" },
  "tcp-request content": { front: "frontend tcp-request content", back: "backend tcp-request content" },
  "http-request": { front: "frontend http-request header", back: "backend http-request header" },
  redirect: { front: "frontend http-request header", back: "backend http-request header" },
  "stats admin": { front: "frontend http-request header", back: "backend http-request header" },
  "stats http-request": { front: "frontend http-request header", back: "backend http-request header" },
  "unique-id-format": { front: "frontend http-request header", back: "backend http-request header" },
  "force-persist": { front: "frontend tcp-request content", back: "backend tcp-request content" },
  "ignore-persist": { front: "frontend tcp-request content", back: "backend tcp-request content" },
  use_backend: { front: "frontend use_backend" },
  "use-server": { back: "backend use-server" },
  "balance hash": { back: "backend use-server" },
  "stick on": { back: "backend use-server" },
  "stick match": { back: "backend use-server" },
  "stick store-request": { back: "backend use-server" },
  "stick store-response": { back: "backend stick store" },
  server: { back: "server source" },
  "tcp-response content": { front: "frontend tcp-response content", back: "backend tcp-response content" },
  "http-response": { front: "frontend http-response header", back: "backend http-response header" },
  "http-after-response": { front: "frontend http-response header", back: "backend http-response header" },
  "log-format": { front: "log", back: "log" },
  "log-format-sd": { front: "log", back: "log" },
  "error-log-format": { front: "log", back: "log" },
  "http-check": { back: "backend tcp-check" },
  "tcp-check": { back: "backend tcp-check" },
  "set-var": { front: "configuration" },
  "set-var-fmt": { front: "configuration" },
};

/** The bits of the contexts in which this ruleset or line evaluates its expressions; 0 where haproxy does not judge. */
export function contextsOf(ruleset: string, kind: "defaults" | "frontend" | "backend" | "listen"): number {
  const place = Object.hasOwn(places, ruleset) ? places[ruleset]! : {};
  return bit(
    ...(place.front && kind !== "backend" ? [place.front] : []),
    ...(place.back && kind !== "frontend" ? [place.back] : []),
  );
}

/** The context names of these bits, as haproxy prints them. */
export const contextNames = (bits: number): string[] => tables.contexts.filter((_, i) => bits & (1 << i));

/** Whether a fetch with this row of the validity matrix has something to read in one of these contexts. */
export const readableIn = (row: string, bits: number): boolean =>
  bits === 0 || [...row].some((mark, i) => mark === "Y" && bits & (1 << i));
