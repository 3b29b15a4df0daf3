import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { ownLines } from "./effective.ts";
import { unlessBranch } from "./servers.ts";

export const peersMixed = modelRule({
  id: "haproxy/peers-mixed",
  scope: "section",
  severity: "error",
  summary: "A peers section with a bind line names its peers by server lines",
  daemon: "rejects",
  format: haproxy,
  check({ peers }, report) {
    for (const section of peers) {
      const [bind] = section.binds;
      const peer = ownLines(section, "peer").find(
        ({ args, at }) => args.length > 0 || (bind && bind.statement.at.end < at.start),
      );
      if (!bind || !peer || exclusive(bind.statement, peer)) continue;
      const [first, second] = [bind.statement, peer].sort((a, b) => a.at.start - b.at.start);
      report(
        second!.keyword.at,
        "bind and peer lines do not go together: beside bind, peers are server lines",
        {
          related: [{ at: first!.keyword.at, message: "the other kind" }],
          ...unlessBranch(bind.statement, peer),
        },
      );
    }
  },
});
