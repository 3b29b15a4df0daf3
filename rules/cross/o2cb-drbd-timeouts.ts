import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelsOf } from "../cluster/model.ts";
import { netOf } from "../drbd/levels.ts";
import { nodeRule } from "../rule.ts";
import { underOcfs2 } from "./replication.ts";

export const o2cbDrbdTimeouts = nodeRule({
  id: "cross/o2cb-drbd-timeouts",
  severity: "warning",
  summary: "OCFS2 should wait longer for a silent node than the DRBD device under it",
  daemon: "silent",
  check(node, report) {
    for (const variables of modelsOf(node, o2cb)) {
      const idle = variables.get("O2CB_IDLE_TIMEOUT_MS");
      if (!idle || !/^\d+$/.test(idle.value)) continue;
      for (const resource of underOcfs2(node)) {
        const [interval, timeout] = [netOf(resource, "ping-int")[0], netOf(resource, "ping-timeout")[0]];
        const drbd = Number(interval?.value ?? 10) * 1000 + Number(timeout?.value ?? 5) * 100;
        if (!(Number(idle.value) <= drbd)) continue;
        report(
          idle.word.at,
          `o2cb gives a silent node up after ${idle.value} ms, DRBD under it after up to ${drbd} ms: OCFS2 fences nodes while DRBD still waits`,
          {
            related: [
              interval
                ? { at: interval.word.at, message: "ping-int, in seconds" }
                : {
                    at: resource.name.word.at,
                    message: "ping-int 10 s and ping-timeout 0.5 s, where nothing is set",
                  },
            ],
          },
        );
      }
    }
  },
});
