import type { Address } from "../../parsers/haproxy/address.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Bind } from "../../parsers/haproxy/modelProxy.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { balancerOf } from "../cluster/balancers.ts";
import { isUnclear } from "../cluster/facts-haproxy.ts";
import { modelsOf, type Node } from "../cluster/model.ts";
import { isLoopback, plainIp } from "../cluster/net.ts";
import { globalLine } from "../haproxy/effective.ts";
import { running } from "../haproxy/proxies.ts";
import { nodeRule } from "../rule.ts";

export const haproxyCheckTarget = nodeRule({
  id: "cross/haproxy-check-target",
  severity: "warning",
  summary: "A vrrp_script that checks haproxy must ask where haproxy listens",
  daemon: "silent",
  check(node, report) {
    const balancer = balancerOf(node);
    if (!balancer) return;
    const { model } = balancer.document;
    const binds = bindsIn(model);
    if (binds.some(isUnclear)) return;
    const addresses = binds.flatMap((one) => one.addresses);
    for (const { vrrpScripts } of modelsOf(node, keepalived))
      for (const { name, script } of vrrpScripts) {
        if (!script || script.word.hole || !/haproxy/i.test(`${name?.value} ${script.text}`)) continue;
        const subject = `vrrp_script ${name?.value ?? ""}`;
        for (const { host, port } of portsIn(script.text)) {
          if (!isHere(host, node) || isElsewhere(port, node)) continue;
          const near = addresses.filter((one) => hasPort(one, port));
          if (near.some((one) => answers(one, host))) continue;
          const where = near[0]
            ? `haproxy has port ${port} at ${near[0].host} only`
            : "haproxy does not listen there";
          report(script.word.at, `${subject} asks ${host}:${port}, and ${where}: the check always fails`, {
            related: near[0] ? [{ at: near[0].at, message: "the listener" }] : [],
          });
        }
        if (globalLine(model, "unix-bind")) continue;
        for (const path of socketsIn(script.text)) {
          if (addresses.some((one) => one.kind === "path" && one.host === path)) continue;
          const [socket] = addresses.filter(({ kind }) => kind === "path");
          report(
            script.word.at,
            `${subject} asks ${path}, which is no socket of haproxy: the check always fails`,
            {
              related: socket ? [{ at: socket.at, message: "a socket of haproxy" }] : [],
            },
          );
        }
      }
  },
});

/** Everything that this haproxy listens on. */
const bindsIn = (model: Haproxy): readonly Bind[] => [
  ...model.global.sockets,
  ...running(model).flatMap(({ binds }) => binds),
  ...model.peers.flatMap(({ binds }) => binds),
  ...model.logForwards.flatMap(({ binds }) => binds),
];

/** Hosts and ports that a command names: a URL, `nc HOST PORT`, `/dev/tcp/HOST/PORT`. */
function portsIn(text: string): { host: string; port: number }[] {
  const urls = [...text.matchAll(/\b(https?):\/\/(?:[^/@\s"']*@)?(\[[^\]]+\]|[^/:\s"'$]+)(?::(\d+))?/g)].map(
    ([, scheme, host = "", port]) => ({ host, port: Number(port ?? (scheme === "https" ? 443 : 80)) }),
  );
  const connections = [
    ...text.matchAll(/\b(?:nc|ncat|netcat)\b(?:\s+-\S+(?:\s+\d+)?)*\s+([\w.:]+)\s+(\d+)\b/g),
    ...text.matchAll(/\/dev\/tcp\/([\w.:]+)\/(\d+)/g),
  ].map(([, host = "", port]) => ({ host, port: Number(port) }));
  return [...urls, ...connections].map(({ host, port }) => ({ host: host.replace(/^\[|\]$/g, ""), port }));
}

const socketsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w./])(\/[\w./-]+\.sock(?:et)?)(?![\w.])/g)].map(([, path = ""]) => path);

/** It is this machine that is asked. */
const isHere = (host: string, { facts }: Node): boolean =>
  host === "localhost" ||
  isLoopback(host) ||
  [...facts.addresses, ...facts.vips].some(({ ip }) => plainIp(ip) === plainIp(host));

/** Another daemon of this machine has the port. */
const isElsewhere = (port: number, { facts }: Node): boolean =>
  facts.ports.some((one) => one.port === port && one.service !== "HAProxy");

const hasPort = ({ kind, port }: Address, asked: number): boolean =>
  kind !== "path" && port !== undefined && port.low <= asked && asked <= port.high;

const answers = ({ kind, host }: Address, asked: string): boolean =>
  kind === "any" ||
  host === "0.0.0.0" ||
  host === "::" ||
  plainIp(host) === plainIp(asked) ||
  (asked === "localhost" && isLoopback(host));
