import ipaddr from "ipaddr.js";
import { pacemakerRule } from "./rule.ts";
import { type Vip, vipsOf } from "./vips.ts";

/** One spelling for each address. */
const canonical = ({ address: { value } }: Vip): string => {
  const bare = value.split("/")[0]!;
  return ipaddr.isValid(bare) ? ipaddr.parse(bare).toNormalizedString() : bare;
};

export const vipDuplicate = pacemakerRule({
  id: "pacemaker/vip-duplicate",
  severity: "error",
  summary: "No two resources may put the same address on an interface",
  daemon: "silent",
  check(model, report) {
    const first = new Map<string, Vip>();
    for (const vip of vipsOf(model)) {
      const key = canonical(vip);
      const other = first.get(key);
      if (!other) first.set(key, vip);
      else if (other.primitive.id.value !== vip.primitive.id.value)
        report(
          vip.address.at,
          `${vip.address.value} is the address of ${other.primitive.id.value} too: on two nodes at once, each answers for it`,
          {
            daemon: model.syntax === "crm" ? "warns" : "silent",
            related: [{ at: other.address.at, message: `the address of ${other.primitive.id.value}` }],
          },
        );
    }
  },
});
