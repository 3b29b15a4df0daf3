import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { optionNamed } from "./binds.ts";
import { type Listener, listenersOf, meets } from "./listeners.ts";
import { titleOf } from "./proxies.ts";

const isWide = ({ host }: Listener): boolean => host === "*" || host === "::";
const rest = ({ key, host }: Listener): string => key.replace(` ${host} `, " ");

/** Whether the wide one takes what the other, of another address, is there for. */
function covers(wide: Listener, other: Listener): boolean {
  if (wide.host === other.host || rest(wide) !== rest(other) || !meets(wide, other)) return false;
  const dual = wide.host === "::" && !optionNamed(wide.bind, "v6only");
  if (other.host === "*") return dual;
  if (wide.proxy === other.proxy) return false;
  return other.address.kind === "ip4" ? wide.host === "*" || dual : wide.host === "::";
}

export const overlappingBind = modelRule({
  id: "haproxy/overlapping-bind",
  severity: "warning",
  summary: "A bind to all addresses overlaps one to a single address on the same port",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const listeners = listenersOf(model);
    const wide = listeners.filter(isWide);
    for (const one of listeners) {
      const over = wide.find(
        (other) =>
          covers(other, one) &&
          !exclusive(other.bind.statement, one.bind.statement) &&
          !exclusive(other.proxy.statement, one.proxy.statement),
      );
      if (!over) continue;
      const same = over.proxy === one.proxy;
      const message = same
        ? `${over.bind.word!.value} takes IPv4 clients too: v6only would leave them to this address`
        : `${titleOf(over.proxy)} binds ${over.bind.word!.value}, this address included: its clients do not come there, but would if this bind went`;
      report(one.address.at, message, {
        ...(same ? { severity: "info" as const } : {}),
        related: [{ at: over.address.at, message: "takes every address" }],
      });
    }
  },
});
