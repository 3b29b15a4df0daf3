import { pacemakerRule } from "./rule.ts";

/** The names under which Pacemaker reaches what runs in a container. */
const ways = ["ip-range-start", "control-port"];

export const bundleNoNetwork = pacemakerRule({
  id: "pacemaker/bundle-no-network",
  severity: "error",
  summary: "A bundle with a resource inside must have an address or a port to control it by",
  byAbsence: true,
  daemon: "rejects",
  crm: "warns",
  check({ bundles }, report) {
    for (const { id, child, network } of bundles) {
      if (!child || network.some(({ name }) => name.hole || ways.includes(name.value))) continue;
      report(
        id.at,
        `bundle ${id.value} has no ip-range-start and no control-port to control ${child.value} by: Pacemaker ignores all of it`,
      );
    }
  },
});
