import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { modelRule } from "../rule.ts";

export const repeatedAddress = modelRule({
  id: "heartbeat/repeated-address",
  format: haresources,
  severity: "error",
  summary: "A service address must belong to one group",
  daemon: "silent",
  check({ groups }, report) {
    const all = groups.flatMap((group) =>
      group.resources.flatMap(({ address }, i) =>
        address ? [{ ip: address.ip, isKey: i === 0, group }] : [],
      ),
    );
    all.forEach(({ ip, isKey }, i) => {
      const other = all.slice(0, i).find((earlier) => earlier.ip.value === ip.value);
      if (!other || (isKey && other.isKey && other.group.resources[0]!.word.value === ip.word.value)) return;
      report(
        ip.word.at,
        `${ip.value} stands twice: two groups bring the address up, on two nodes when they part`,
        {
          related: [{ at: other.ip.word.at, message: "the first one" }],
        },
      );
    });
  },
});
