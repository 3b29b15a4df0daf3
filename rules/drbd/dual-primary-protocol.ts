import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { links } from "./levels.ts";

export const dualPrimaryProtocol = modelRule({
  id: "drbd/dual-primary-protocol",
  severity: "error",
  summary: "Two primaries need protocol C",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources)
      for (const link of links(resource)) {
        const dual = effective(resource, "net", "allow-two-primaries", link);
        const protocol = effective(resource, "net", "protocol", link);
        if (dual?.value !== "yes" || !protocol || !["A", "B"].includes(protocol.value)) continue;
        report(
          protocol.word.at,
          `protocol ${protocol.value} with two primaries: the kernel refuses to connect, it needs C`,
          {
            related: [{ at: dual.word.at, message: "two primaries are allowed here" }],
            fix: { title: "use protocol C", safe: false, edits: [{ at: protocol.word.at, text: "C" }] },
          },
        );
      }
  },
});
