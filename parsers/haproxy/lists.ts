import type { TypeCheck } from "../core/format.ts";
import { isIp } from "../core/types.ts";

/** A list of codes and ranges; empty ones are passed over (src/tcpcheck.c). */
const statusCodes: TypeCheck = (value) => {
  const wrong = value.split(",").find((part) => {
    const [, low, high = low] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    return part !== "" && (low === undefined || Number(high) < Number(low));
  });
  return wrong === undefined ? undefined : `is no list of status codes such as 200,300-399: ${wrong} is none`;
};

/** `1,3-5:6`: ranges that do not overlap, up to the size (src/log.c). */
const sampling: TypeCheck = (value) => {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*:\d+$/.test(value))
    return "is not a list of ranges and a size, such as 1:10";
  const [list = "", size] = value.split(":");
  const taken = new Set<number>();
  for (const part of list.split(",")) {
    const [low = 0, high = low] = part.split("-").map(Number);
    if (low < 1 || high < low) return `has the range ${part}, which is none`;
    if (high > Number(size)) return `has a size below ${high}`;
    for (let i = low; i <= Math.min(high, low + 10_000); i++) {
      if (taken.has(i)) return `names message ${i} twice`;
      taken.add(i);
    }
  }
  return undefined;
};

/** The words of a comma list that are none of the known ones. */
const strangers = (value: string, known: readonly string[]): string[] =>
  value.split(",").filter((one) => !known.includes(one));

const notOf = (word: string, known: readonly string[]): string =>
  `${word === "" ? "has an empty entry, which" : `holds ${word}, which`} is not ${known.join(", ")}`;

const list: TypeCheck = (value, { known = [] }) => {
  const [first] = strangers(value, known);
  return first === undefined ? undefined : notOf(first, known);
};

/** One whose last comma may have nothing behind it. */
const openList: TypeCheck = (value, arg, word) => list(value.replace(/,$/, ""), arg, word);

/** How to find the address of a server at start: an address is one too. */
const initAddr: TypeCheck = (value, { known = [] }) => {
  const wrong = strangers(value, known).find((one) => one !== "" && !isIp(one.replace(/^\[(.*)\]$/, "$1")));
  return wrong === undefined ? undefined : `${notOf(wrong, known)} or an address`;
};

const set = String.raw`(?:all|odd|even|\d+(?:-\d*)?)`;
const threads = new RegExp(`^(?:\\d+/)?${set}(?:,(?:\\d+/)?${set})*$`);
const threadMap = new RegExp(`^(?:auto:\\d+(?:-\\d*)?(?:/${set})?|${set}(?:/${set})?)$`);

/** `400-499`, `+404,410`, `-404` (src/http.c). */
const codeChanges: TypeCheck = (value) => {
  const wrong = value
    .replace(/^[+-]/, "")
    .split(",")
    .find((part) => {
      const [, low, high = low] = /^(\d{3})(?:-(\d{3}))?$/.exec(part) ?? [];
      return low === undefined || Number(low) < 100 || Number(high) > 599 || Number(high) < Number(low);
    });
  return wrong === undefined ? undefined : "is not a list of status codes of 100 to 599, such as 400-499";
};

const shards: TypeCheck = (value, { known = [] }) =>
  known.includes(value) || Number.parseInt(value, 10) > 0
    ? undefined
    : `is neither a number nor ${known.join(" or ")}`;

/** `3`, `1-3`: how many servers a template makes. */
const serverCount: TypeCheck = (value) => {
  const [, low, high = low] = /^(\d+)(?:-(\d+))?/.exec(value) ?? [];
  if (low === undefined) return "is neither a number nor a range";
  if (!value.includes("-")) return Number(low) < 1 ? "makes no server" : undefined;
  return Number(high) < Number(low) ? "is a range that ends before it begins" : undefined;
};

const shaped =
  (pattern: RegExp, what: string): TypeCheck =>
  (value) =>
    pattern.test(value) ? undefined : `is not ${what}`;

/** The types of haproxy's words that hold lists and ranges. */
export const listTypes: Readonly<Record<string, TypeCheck>> = {
  status_codes: statusCodes,
  /** Which of how many messages a log target gets. */
  sampling,
  list,
  open_list: openList,
  init_addr: initAddr,
  threads: shaped(threads, "a set of threads, such as 1-4 or 1/all"),
  thread_map: shaped(threadMap, "a set of threads, such as 1-4, 1/all or auto:1-4"),
  cpus: shaped(/^\d+(-\d*)?(,\d+(-\d*)?)*$/, "a list of CPUs, such as 0-3"),
  code_changes: codeChanges,
  shards,
  server_count: serverCount,
};
