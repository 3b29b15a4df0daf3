import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { handlerOf, settled } from "./levels.ts";

export const unfenceMissing = modelRule({
  id: "drbd/unfence-missing",
  severity: "warning",
  summary: "What crm-fence-peer forbids must be allowed again by crm-unfence-peer",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const fence = handlerOf(resource, "fence-peer");
      const script = fence && /crm-fence-peer(\.9)?\.sh/.exec(fence.value)?.[0];
      if (!script || !settled(resource, document)) continue;
      const undone = ["unfence-peer", "after-resync-target"].some((name) =>
        handlerOf(resource, name)?.value.includes("crm-unfence-peer"),
      );
      if (undone) continue;
      report(
        fence.word.at,
        `${script} forbids the peer to be promoted and nothing takes that back: unfence-peer must call ${script.replace("crm-", "crm-un")}`,
      );
    }
  },
});
