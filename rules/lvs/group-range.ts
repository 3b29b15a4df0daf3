import ipaddr from "ipaddr.js";
import { isIp } from "../../parsers/core/types.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";

export const groupRange = modelRule({
  id: "lvs/group-range",
  severity: "error",
  summary: "A range in a virtual_server_group must begin at its lowest address",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServerGroups }, report) {
    for (const { statement } of virtualServerGroups.flatMap(({ entries }) => entries)) {
      const { keyword } = statement;
      const why = keyword.hole ? undefined : rangeFault(keyword.value);
      if (why) report(keyword.at, `${keyword.value} ${why}: keepalived leaves the entry out`);
    }
  },
});

/** Why keepalived does not take this entry; undefined where it does, or where its schema type is wrong already. */
function rangeFault(entry: string): string | undefined {
  const [start = "", ...rest] = entry.split(/[-/]/);
  const end = rest[0];
  if (end === undefined || rest.length > 1 || !isIp(start)) return undefined;
  if (entry.includes("/")) return prefixFault(start, end);
  const family = familyOf(start);
  if (isIp(end)) {
    if (familyOf(end) !== family) return "mixes IPv4 and IPv6";
    return compare(start, end) > 0 ? "ends before it begins" : undefined;
  }
  const last = Number.parseInt(end, family === 4 ? 10 : 16);
  const limit = family === 4 ? 255 : 0xffff;
  if (last > limit) return `ends beyond ${family === 4 ? limit : limit.toString(16)}`;
  const bytes = bytesOf(start);
  const first = family === 4 ? bytes[3]! : bytes[14]! * 256 + bytes[15]!;
  return first >= last ? "does not end after it begins" : undefined;
}

function prefixFault(start: string, prefix: string): string | undefined {
  const bits = Number(prefix);
  if (!/^\d+$/.test(prefix) || bits < 1 || bits > (familyOf(start) === 4 ? 32 : 128))
    return `has no prefix length of 1 to ${familyOf(start) === 4 ? 32 : 128}`;
  const text = bytesOf(start)
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  return text.slice(bits).includes("1") ? `is not the first address of its /${prefix} network` : undefined;
}

const bytesOf = (ip: string): number[] => ipaddr.parse(ip).toByteArray();

function compare(a: string, b: string): number {
  const [left, right] = [bytesOf(a), bytesOf(b)];
  const at = left.findIndex((byte, i) => byte !== right[i]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
