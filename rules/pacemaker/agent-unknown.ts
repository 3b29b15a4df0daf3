import { distance } from "fastest-levenshtein";
import { once } from "../../parsers/core/remembered.ts";
import { agents } from "../../parsers/pacemaker/agents.ts";
import type { Primitive } from "../../parsers/pacemaker/model.ts";
import type { Report } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { agentId } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

const known = once(() => Object.keys(agents()).map((id) => id.split(":")));
const providers = once(() => [
  ...new Set(
    known()
      .filter(([kind]) => kind === "ocf")
      .map(([, provider = ""]) => provider),
  ),
]);
const typesOf = (start: readonly string[]): string[] =>
  known()
    .filter((parts) => start.every((part, i) => parts[i] === part))
    .map((parts) => parts.at(-1)!);

/** Providers that other packages bring; their agents may bear the names of resource-agents' own. */
const foreign =
  /^(ocfs2|lvm2|suse|redhat|percona|rabbitmq|openstack|glusterfs|zfs|sap|ibm|oracle|mysql|clusterlabs)$/;

/** Agents that other packages put beside resource-agents' own: PAF, SAPHanaSR, and what was in the agents' own packages before 2011. */
const others =
  /^(pgsqlms|SAPHana(Topology|Controller|Filesystem)?|SAPStartSrv|ASCSRunningOn|drbd|diskd|pingd|IPaddr2_vlan)$/;

/** Providers whose agents are all in the table, as the packages of Debian 11 to sid bring them. */
const complete = ["heartbeat", "pacemaker"];

export const agentUnknown = pacemakerRule({
  id: "pacemaker/agent-unknown",
  severity: "error",
  summary: "A resource must name an agent that exists",
  daemon: "silent",
  check(model, report) {
    for (const primitive of [...model.primitives, ...model.templates]) {
      const id = agentId(model, primitive);
      if (id === undefined || !primitive.type || Object.hasOwn(agents(), id)) continue;
      const kind = primitive.class?.value;
      const daemon = model.syntax === "crm" ? ("warns" as const) : ("silent" as const);
      if (kind === "ocf") judge(primitive, report, daemon);
      else if (kind === "stonith" && primitive.type.value.startsWith("fence_"))
        suggest(primitive, typesOf(["stonith"]), report, daemon);
    }
  },
});

type Daemon = "warns" | "silent";

function judge(primitive: Primitive, report: Report, daemon: Daemon): void {
  const provider = primitive.provider?.value ?? "";
  if (providers().includes(provider)) {
    if (others.test(primitive.type!.value)) return;
    const guess = suggest(primitive, typesOf(["ocf", provider]), report, daemon);
    if (guess || !complete.includes(provider)) return;
    const type = primitive.type!;
    report(
      type.at,
      `no release of the packages resource-agents and pacemaker that is known here has an agent ocf:${provider}:${type.value}`,
      { severity: "warning", daemon },
    );
    return;
  }
  const guess = nearest(provider, providers());
  const isOwn = Object.hasOwn(agents, `ocf:heartbeat:${primitive.type!.value}`) && !foreign.test(provider);
  const right = guess ?? (isOwn ? "heartbeat" : undefined);
  if (!right || !primitive.provider) return;
  const at = primitive.provider.at;
  const meant = `ocf:${right}:${primitive.type!.value}`;
  report(
    at,
    guess
      ? `provider ${provider} is not known, so that the resource cannot start: did you mean ${meant}?`
      : `provider ${provider} is none of the known packages', which have an agent of this name as ${meant}`,
    {
      daemon,
      severity: guess ? "error" : "info",
      fix: { title: `replace with ${right}`, safe: false, edits: [{ at, text: right }] },
    },
  );
}

/** Reports a name that is near to one that exists. */
function suggest({ type }: Primitive, names: readonly string[], report: Report, daemon: Daemon): boolean {
  const guess = nearest(type!.value, names);
  if (!guess || !isSlip(type!.value, guess)) return false;
  report(
    type!.at,
    `agent ${type!.value} is not known, so that the resource cannot start: did you mean ${guess}?`,
    {
      daemon,
      fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: type!.at, text: guess }] },
    },
  );
  return true;
}

/** Case, or one letter: a longer way off it may be an agent of one's own, named after the other. */
const isSlip = (written: string, meant: string): boolean =>
  !/\d$/.test(written.slice(meant.length)) && distance(written.toLowerCase(), meant.toLowerCase()) <= 1;
