import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Peer } from "../../parsers/haproxy/model.ts";
import { modelRule } from "../rule.ts";
import { unlessBranch } from "./servers.ts";

export const duplicatePeer = modelRule({
  id: "haproxy/duplicate-peer",
  scope: "section",
  severity: "error",
  summary: "Two peers of a section cannot have the same name",
  daemon: [{ since: "3.0", verdict: "rejects" }, { verdict: "silent" }],
  format: haproxy,
  check({ peers, global }, report) {
    for (const section of peers) {
      const seen = new Map<string, Peer>();
      for (const peer of section.peers) {
        const { value, word } = peer.name;
        const first = seen.get(value);
        if (!first) seen.set(value, peer);
        if (!first || exclusive(first.statement, peer.statement)) continue;
        const own = global.localPeer?.value === value ? { daemon: "rejects" as const } : {};
        report(word.at, `there is another peer ${value}: the two are one machine to the others`, {
          related: [{ at: first.name.word.at, message: "the first one" }],
          ...own,
          ...unlessBranch(first.statement, peer.statement),
        });
      }
    }
  },
});
