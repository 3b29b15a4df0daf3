import { isIp } from "../../parsers/core/types.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import type { HostsEntry } from "../../parsers/hosts/model.ts";
import { type Fix, modelRule } from "../rule.ts";

export const invalidAddress = modelRule({
  id: "hosts/invalid-address",
  format: hosts,
  severity: "error",
  summary: "A line must begin with an IP address, or the C library passes it over",
  daemon: "silent",
  check({ entries }, report) {
    for (const entry of entries) {
      const { address } = entry;
      if (isIp(address.value)) continue;
      report(
        address.at,
        `${address.value} ${whyNot(address.value)}: this line is passed over without a word`,
        swapOf(entry),
      );
    }
  },
});

const bare = (value: string): string => value.replace(/[%/,].*$/, "");

const whyNot = (value: string): string => {
  if (value !== bare(value) && isIp(bare(value)))
    return `has ${value.slice(bare(value).length)} after the address`;
  if (/^\d+(\.\d+){3}$/.test(value) && /(^|\.)0\d/.test(value)) return "has a number with a leading 0";
  return "is not an IP address";
};

/** Name and address in the wrong order. */
function swapOf({ address, names }: HostsEntry): { fix?: Fix } {
  const [second, ...more] = names;
  if (!second || more.length > 0 || !isIp(second.value)) return {};
  const edits = [
    { at: address.at, text: second.value },
    { at: second.at, text: address.value },
  ];
  return { fix: { title: "put the address first", safe: true, edits } };
}
