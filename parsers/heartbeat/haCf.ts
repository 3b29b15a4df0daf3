import schema from "../../schemas/ha-cf.json" with { type: "json" };
import type { Format, TypeCheck } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { present, type Reader, type Setting, settingOf, text } from "../core/settings.ts";
import { span } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { isIp4, isIp6 } from "../core/types.ts";
import { heartbeatLines } from "./tokens.ts";

/** A path on which heartbeats go out: bcast, ucast, mcast, serial … one for each interface or port. */
export interface Medium {
  readonly kind: string;
  /** The interface, or the serial port. */
  readonly device?: Setting<string>;
  /** Peer of ucast, group of mcast. */
  readonly address?: Setting<string>;
  /** Of mcast; bcast and ucast use udpport. */
  readonly port?: Setting<number>;
  readonly statement: Statement;
}

export interface HaCf {
  readonly nodes: readonly Setting<string>[];
  readonly media: readonly Medium[];
  /** Hosts outside the cluster that are pinged. */
  readonly pings: readonly Setting<string>[];
  /** Milliseconds. */
  readonly keepalive?: Setting<number>;
  readonly warntime?: Setting<number>;
  readonly deadtime?: Setting<number>;
  readonly initdead?: Setting<number>;
  readonly deadping?: Setting<number>;
  readonly udpport?: Setting<number>;
  readonly autojoin?: Setting<string>;
  readonly autoFailback?: Setting<string>;
  /** `pacemaker` or its old name `crm`, in lower case; "off" where it is any word for no. */
  readonly pacemaker?: Setting<string>;
  readonly useLogd?: Setting<boolean>;
  /** Programs that heartbeat starts and starts again: user and command. */
  readonly respawns: readonly { readonly user: Setting<string>; readonly command?: Setting<string> }[];
  /** By directive, in order. */
  readonly statements: readonly Statement[];
}

const truths = ["true", "on", "yes", "y", "1"];
const lies = ["false", "off", "no", "n", "0"];
const truth: Reader<boolean> = ({ hole, value }) => {
  const lower = value.toLowerCase();
  return hole ? undefined : truths.includes(lower) ? true : lies.includes(lower) ? false : undefined;
};

/** cl_get_msec() of cluster-glue: seconds, or with ms or us behind the number that; no other unit. */
export function milliseconds(value: string): number | undefined {
  const match = /^([0-9.]+)[ \t]*(?:(ms|us).*)?$/i.exec(value);
  const number = match && Number.parseFloat(match[1]!);
  if (!match || number === null || Number.isNaN(number)) return undefined;
  const factor = { ms: 1, us: 0.001 }[match[2]?.toLowerCase() ?? ""] ?? 1000;
  return Math.floor((number as number) * factor);
}
const time: Reader<number> = ({ hole, value }) => (hole ? undefined : milliseconds(value));
const port: Reader<number> = ({ hole, value }) => (!hole && /^\d+$/.test(value) ? Number(value) : undefined);
const cluster: Reader<string> = (word) =>
  word.hole ? undefined : truth(word) === false ? "off" : word.value.toLowerCase();

function modelOf({ statements }: Tree): HaCf {
  const named = (...names: readonly string[]): Statement[] =>
    statements.filter(({ keyword }) => names.includes(keyword.value));
  /** Every value of a directive is set in turn, and the last one stays. */
  const last = <T>(read: Reader<T>, ...names: string[]): Setting<T> | undefined => {
    const statement = named(...names).findLast(({ args }) => args.length > 0);
    return settingOf(statement, (statement?.args.length ?? 0) - 1, read);
  };
  return present({
    nodes: named("node").flatMap(listed),
    media: statements.flatMap(mediaOf),
    pings: [
      ...named("ping", "ping6").flatMap(listed),
      ...named("ping_group").flatMap((one) => listed(one).slice(1)),
    ],
    keepalive: last(time, "keepalive"),
    warntime: last(time, "warntime"),
    deadtime: last(time, "deadtime"),
    initdead: last(time, "initdead"),
    deadping: last(time, "deadping"),
    udpport: last(port, "udpport"),
    autojoin: last((word) => (word.hole ? undefined : word.value.toLowerCase()), "autojoin"),
    autoFailback: last((word) => (word.hole ? undefined : word.value.toLowerCase()), "auto_failback"),
    pacemaker: last(cluster, "pacemaker", "crm"),
    useLogd: last(truth, "use_logd"),
    respawns: named("respawn", "failfast").flatMap((statement) => {
      const user = settingOf(statement, 0, text);
      const command = settingOf(statement, 1, text);
      return user ? [{ user, ...(command ? { command } : {}) }] : [];
    }),
    statements,
  });
}

/** The words of a directive that takes several, which commas may separate as well. */
export const listed = (statement: Statement): Setting<string>[] =>
  statement.args.flatMap((word) =>
    word.hole
      ? []
      : [...word.value.matchAll(/[^,]+/g)].map(({ 0: value, index }) => {
          const start = word.at.start + index;
          const at = span(word.at.source, start, start + value.length);
          return { value, word: { kind: "word", value, at } satisfies Word, statement };
        }),
  );

function mediaOf(statement: Statement): Medium[] {
  const kind = statement.keyword.value === "udp" ? "bcast" : statement.keyword.value;
  if (kind === "bcast" || kind === "serial")
    return listed(statement).map((device) => ({ kind, device, statement }));
  if (!/^[um]cast6?$/.test(kind)) return [];
  const device = settingOf(statement, 0, text);
  const address = settingOf(statement, 1, text);
  const number = kind.startsWith("m") ? settingOf(statement, 2, port) : undefined;
  return [
    {
      kind,
      statement,
      ...(device ? { device } : {}),
      ...(address ? { address } : {}),
      ...(number ? { port: number } : {}),
    },
  ];
}

/** One value of a list is judged; a word with a comma holds several. */
const each =
  (check: TypeCheck): TypeCheck =>
  (value, arg, word) =>
    value
      .split(",")
      .filter((one) => one !== "")
      .map((one) => check(one, arg, word))
      .find((why) => why !== undefined);

const isMulticast = (value: string): boolean => {
  const first = Number(value.split(".")[0]);
  return isIp4(value) && first >= 224 && first <= 239;
};

const types: Readonly<Record<string, TypeCheck>> = {
  time: each((value, { min }) => {
    const ms = milliseconds(value);
    if (ms !== undefined) return min !== undefined && ms < min ? "must be above 0" : undefined;
    return /^[0-9.]+[a-z]+$/i.test(value) || /^[a-z]+$/i.test(value)
      ? "is not a time: seconds have no unit here, and ms and us are the only ones"
      : "is not a time";
  }),
  boolean: each((value) =>
    [...truths, ...lies].includes(value.toLowerCase()) ? undefined : "is neither on nor off",
  ),
  failback: each((value) =>
    [...truths, ...lies, "legacy"].includes(value.toLowerCase()) ? undefined : "is not on, off or legacy",
  ),
  pacemaker: each((value) =>
    [...truths, ...lies, "minimal", "manual", "respawn", "ccm-only", "valgrind"].includes(value.toLowerCase())
      ? undefined
      : "is not respawn, on, off, minimal, manual, ccm-only or valgrind",
  ),
  count: each((value, { min = 0, max }) => {
    const number = Number.parseInt(value, 10) || 0;
    return number < min || (max !== undefined && number > max)
      ? max === undefined
        ? `is not at least ${min}`
        : `is outside ${min} to ${max}`
      : undefined;
  }),
  path: (value) => (value.startsWith("/") ? undefined : "is not a full path"),
  owners: (value) => (/^[ug]id=./.test(value) ? undefined : "is neither uid=… nor gid=…"),
  group: (value) => (isMulticast(value) ? undefined : "is not a multicast address of IPv4"),
  group6: (value) => (isIp6(value) && /^ff/i.test(value) ? undefined : "is not a multicast address of IPv6"),
  environment: each((value) => (/^[^=]+=/.test(value) ? undefined : "is not NAME=value")),
};

/** /etc/ha.d/ha.cf, the members, timing and links of a Heartbeat cluster, as heartbeat 3.0.6 reads it. */
export const haCf: Format<HaCf> = templated({
  id: "ha-cf",
  title: "ha.cf",
  files: ["/etc/ha.d/ha.cf", "/etc/heartbeat/ha.cf"],
  names: ["ha.cf"],
  schema: schemaOf(schema),
  types,
  parse: (source) => heartbeatLines(source, "ha.cf"),
  model: modelOf,
});
