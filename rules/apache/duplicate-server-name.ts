import { apache } from "../../parsers/apache/index.ts";
import type { VirtualHost } from "../../parsers/apache/model.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import { modelRule } from "../rule.ts";

export const duplicateServerName = modelRule({
  id: "apache/duplicate-server-name",
  format: apache,
  severity: "error",
  summary: "Virtual hosts on one address and port must have different names",
  daemon: "silent",
  check({ virtualHosts }, report) {
    const sure = virtualHosts.filter(({ conditional }) => !conditional);
    sure.forEach((host, i) => {
      for (const earlier of sure.slice(0, i)) {
        if (!sameEndpoints(earlier, host)) continue;
        const taken = new Map(namesOf(earlier).map((name) => [nameOf(name), name]));
        const name = host.serverName && taken.get(nameOf(host.serverName));
        if (!name || !host.serverName) continue;
        report(
          host.serverName.word.at,
          `${host.serverName.value} belongs to the virtual host above: this one gets none of its requests`,
          { related: [{ at: name.word.at, message: "the first one" }] },
        );
        return;
      }
    });
  },
});

const nameOf = ({ value }: Setting<string>): string =>
  value
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/:\d+$/, "");

const namesOf = ({ serverName, aliases }: VirtualHost): Setting<string>[] => [
  ...(serverName ? [serverName] : []),
  ...aliases.filter(({ value }) => !/[*?]/.test(value)),
];

/** The same addresses, all with a port. */
function sameEndpoints(a: VirtualHost, b: VirtualHost): boolean {
  const key = ({ endpoints }: VirtualHost): string =>
    endpoints
      .map(({ host = "*", port = 0 }) => `${host} ${port}`)
      .sort()
      .join();
  const counted = ({ endpoints, statement }: VirtualHost): boolean =>
    endpoints.length > 0 && endpoints.length === statement.args.length;
  return counted(a) && counted(b) && key(a) === key(b);
}
