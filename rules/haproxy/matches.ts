import { remembered } from "../../parsers/core/remembered.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { matchingOf } from "../../parsers/haproxy/aclChecks.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Acl } from "../../parsers/haproxy/modelProxy.ts";
import { fetchName } from "./calls.ts";
import { aclsOf } from "./placed.ts";

/** What an ACL compares, and how. */
export interface Match {
  readonly acl: Acl;
  /** The fetch, of `path_beg` "path". */
  readonly fetch: string;
  /** The word as written. */
  readonly written: string;
  readonly what: "host" | "path" | "url" | "method" | "other";
  /** "str", "beg", "reg" …; undefined where it is not known. */
  readonly method: string | undefined;
  readonly converters: readonly string[];
  readonly caseless: boolean;
  /** Values without those of a variable. */
  readonly patterns: readonly Word[];
}

/** Every ACL of the configuration, named or not. */
export const matchesOf = remembered((model: Haproxy): readonly Match[] =>
  aclsOf(model).flatMap((acl) => matchOf(acl) ?? []),
);

export function matchOf(acl: Acl): Match | undefined {
  const call = acl.criterion?.fetch;
  if (!call || acl.statement.args.some(({ hole }) => hole)) return undefined;
  const fetch = fetchName(call.name);
  return {
    acl,
    fetch,
    written: call.name,
    what: kindOf(fetch, call.args?.[0]?.value),
    method: matchingOf(acl).method,
    converters: acl.criterion!.converters.map(({ name }) => name),
    caseless: acl.flags.some(({ value }) => value === "-i"),
    patterns: acl.patterns,
  };
}

function kindOf(fetch: string, argument: string | undefined): Match["what"] {
  if (fetch === "path" || fetch === "url" || fetch === "method") return fetch;
  if (/^(req\.ssl_sni|req_ssl_sni|ssl_fc_sni)$/.test(fetch)) return "host";
  if (/^(req\.)?f?hdr$/.test(fetch) && argument?.toLowerCase() === "host") return "host";
  return "other";
}

/** Methods that compare text as it stands. */
export const isText = ({ method }: Match): boolean => method !== undefined && ofText.has(method);
export const isRegex = ({ method }: Match): boolean => method === "reg" || method === "regm";

const ofText = new Set(["str", "beg", "end", "sub", "dir", "dom"]);

/** Nothing but the case, or the encoding, was changed before the comparison. */
export const isWhole = ({ converters }: Match): boolean =>
  converters.every((name) => /^(lower|upper|url_dec|host_only)$/.test(name));
