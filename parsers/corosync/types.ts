import type { TypeCheck } from "../core/format.ts";
import { commonTypes, isIp, range } from "../core/types.ts";
import { literal } from "./literal.ts";

/** What stands in a value as a letter though it was not meant as one is told by rules of its own. */
const unlessLiteral =
  (check: TypeCheck): TypeCheck =>
  (value, arg, word) =>
    literal(value) ? undefined : check(value, arg, word);

/** strtoll: decimal, a sign and leading zeros allowed, nothing after it. */
const within = (min: number, max: number): TypeCheck =>
  unlessLiteral((value) => {
    if (!/^[+-]?\d+$/.test(value)) return "is not a whole number";
    return Number(value) < min || Number(value) > max ? `is outside ${range(min, max)}` : undefined;
  });

const shaped = (pattern: RegExp, what: string): TypeCheck =>
  unlessLiteral((value) => (pattern.test(value) ? undefined : `is not ${what}`));

/** None of `oneOf`. */
const choice = unlessLiteral((_, { oneOf = [] }) => {
  const last = oneOf.length === 1 ? oneOf[0]! : `${oneOf.slice(0, -1).join(", ")} or ${oneOf.at(-1)}`;
  return `is not ${last}`;
});

const subsystems = new Set(
  "MAIN TOTEM QUORUM VOTEQ KNET CFG CPG CMAP SERV WD MON QB QDEVICE QNETD VOTEQUORUM APIDEF PLOAD IPC TIMER CONFDB EVS AMF CLM CKPT EVT LCK MSG TMR YKD VSF1 SYNC LOG pacemaker".split(
    " ",
  ),
);

/** Types that only corosync has. */
export const corosyncTypes: Readonly<Record<string, TypeCheck>> = {
  u8: within(0, 255),
  u16: within(0, 65535),
  u32: within(0, 4294967295),
  i32: within(-2147483648, 2147483647),
  u64: unlessLiteral((value) => {
    if (!/^[+-]?\d+$/.test(value)) return "is not a whole number";
    return BigInt(value.replace(/^[+-]/, "")) >= 2n ** 64n ? "is larger than 64 bits hold" : undefined;
  }),
  /** A number of which the reader, such as corosync-qdevice, takes a range alone. */
  span: unlessLiteral((value, arg, word) => commonTypes.integer!(value, arg, word)),
  ip: unlessLiteral((value, arg, word) => commonTypes.ip!(value, arg, word)),
  path: unlessLiteral((value, arg, word) => commonTypes.path!(value, arg, word)),
  choice,
  algorithm: (value, arg, word) =>
    value === "test" ? "needs -S net_test_algorithm_enabled=on" : choice(value, arg, word),
  tieBreaker: unlessLiteral((value) =>
    /^(?:lowest|highest)$/.test(value) ||
    (/^\+?\d+$/.test(value) && Number(value) > 0 && Number(value) < 2 ** 32)
      ? undefined
      : "is not lowest, highest or a nodeid",
  ),
  /** What can neither be an address nor be resolved to one. */
  address: unlessLiteral((value) =>
    isIp(value) || (/^[A-Za-z0-9_][\w.-]*$/.test(value) && !/^[\d.]+$/.test(value))
      ? undefined
      : "is neither an IP address nor a name",
  ),
  noLink: () => "is the address of no link: knet has links 0 to 7",
  clusterName: unlessLiteral((value) =>
    value.length > 32
      ? "is longer than 32 characters: GFS2 and DLM take no such name"
      : /\s/.test(value)
        ? "has a blank in it, which no tool takes in a name"
        : undefined,
  ),
  subsystem: unlessLiteral((value) =>
    subsystems.has(value) ? undefined : "is no part of corosync: the section has no effect",
  ),
  mac: shaped(/^[\da-f]{2}(?::[\da-f]{2}){5}$/i, "six bytes such as 54:54:01:00:00:00"),
  priority: unlessLiteral((value) =>
    /^(?:max|min)$/.test(value) || (/^[+-]?\d+$/.test(value) && Math.abs(Number(value)) < 2 ** 31)
      ? undefined
      : "is not max, min or a nice value",
  ),
};
