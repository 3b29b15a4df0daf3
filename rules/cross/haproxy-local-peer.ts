import { haproxy } from "../../parsers/haproxy/index.ts";
import { haproxyDefault } from "../../parsers/shellvars/index.ts";
import { listed } from "../cluster/compare.ts";
import { shortName } from "../cluster/machines.ts";
import { documentsOf, modelsOf } from "../cluster/model.ts";
import { ownLines } from "../haproxy/effective.ts";
import { nodeRule } from "../rule.ts";

export const haproxyLocalPeer = nodeRule({
  id: "cross/haproxy-local-peer",
  severity: "error",
  summary: "A peers section must list this node under its host name or its localpeer name",
  daemon: "warns",
  check(node, report, context) {
    const options = modelsOf(node, haproxyDefault).map((model) =>
      [...model.values()].map(({ value }) => value).join(" "),
    );
    if (node.name === "" || options.some((text) => /(^|\s)-L(\s|$)/.test(text))) return;
    if ([...(node.paths ?? [])].some((path) => path.includes("/haproxy.service"))) return;
    for (const { model, root, whole } of documentsOf(node, haproxy)) {
      const { localPeer } = model.global;
      if (!root || !whole || localPeer?.word.hole) continue;
      const own = localPeer?.value ?? node.name;
      const same = (name: string): boolean =>
        name === own || (!localPeer && !node.nameAt && shortName(name) === shortName(own));
      for (const section of model.peers) {
        const { peers, binds, name, statement } = section;
        if (binds.length > 0 || peers.length === 0 || statement.branch) continue;
        if (ownLines(section, "disabled").length > 0 || peers.some((one) => one.name.word.hole)) continue;
        if (peers.some((one) => same(one.name.value) || one.statement.branch)) continue;
        const others = context.cluster.nodes
          .filter((other) => other !== node)
          .map((other) => shortName(other.name));
        const told = peers.some((one) => others.includes(shortName(one.name.value)));
        if (!localPeer && !node.nameAt && !told) continue;
        const names = listed(peers.map((one) => one.name.value));
        const self = localPeer ? `localpeer ${own}` : `this node is ${own}`;
        const at = localPeer?.word.at ?? node.nameAt;
        report(
          name?.word.at ?? statement.keyword.at,
          `${self}, and the peers are ${names}: haproxy drops the section and its tables are not copied`,
          { related: at ? [{ at, message: localPeer ? "the localpeer" : "the host name" }] : [] },
        );
      }
    }
  },
});
