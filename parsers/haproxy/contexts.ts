import { entry, tables } from "./tables.ts";

const bit = (name: string): number => 1 << tables.contexts.indexOf(name);

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
  let bits = known.get(ruleset);
  if (!bits) {
    const { front, back } = entry(places, ruleset) ?? {};
    bits = { front: front ? bit(front) : 0, back: back ? bit(back) : 0 };
    known.set(ruleset, bits);
  }
  return kind === "frontend" ? bits.front : kind === "backend" ? bits.back : bits.front | bits.back;
}

const known = new Map<string, { readonly front: number; readonly back: number }>();

/** The context names of these bits, as haproxy prints them. */
export const contextNames = (bits: number): string[] => tables.contexts.filter((_, i) => bits & (1 << i));

/** Whether a fetch with this row of the validity matrix has something to read in one of these contexts. */
export function readableIn(row: string, bits: number): boolean {
  if (bits === 0) return true;
  for (let i = 0; i < row.length; i++) if (row[i] === "Y" && bits & (1 << i)) return true;
  return false;
}
