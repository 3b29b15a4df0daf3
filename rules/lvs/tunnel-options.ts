import { cover } from "../../parsers/core/source.ts";
import { type Statement, walk } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

const methodKeywords: ReadonlySet<string> = new Set(["lb_kind", "lvs_method", "sorry_server_lvs_method"]);

export const tunnelOptions = modelRule({
  id: "lvs/tunnel-options",
  severity: "error",
  summary: "The options of a tunnel must fit its type",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const statement of walk(virtualServers.map((service) => service.statement))) {
      const [, first, ...more] = statement.args;
      if (!methodKeywords.has(statement.keyword.value) || !first) continue;
      const why = clash(statement);
      if (why)
        report(cover(first.at, more.at(-1)?.at ?? first.at), `${why}: keepalived ignores the tunnel options`);
    }
  },
});

function clash({ args }: Statement): string | undefined {
  if (args.some(({ hole }) => hole)) return undefined;
  const words = args.map(({ value }) => value);
  const type = words.includes("type") ? words[words.lastIndexOf("type") + 1] : "ipip";
  if (type === "gue" && !words.includes("port")) return "a gue tunnel needs a port";
  if (type !== "gue" && words.includes("port")) return `a tunnel of type ${type} has no port`;
  const checksum = words.findLast((word) => /^(no|rem)?csum$/.test(word));
  if (type === "ipip" && checksum && checksum !== "nocsum") return `an ipip tunnel takes no ${checksum}`;
  if (type === "gre" && checksum === "remcsum") return "a gre tunnel takes no remcsum";
  return undefined;
}
