/**
 * Writes schemas/agents.json from the agents' own metadata: `npx tsx scripts/agents.ts ROOT…`, each ROOT a folder into which one release's
 * packages resource-agents, pacemaker-resource-agents, fence-agents, cluster-glue, drbd-utils and booth-pacemaker are unpacked, the oldest first.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Param {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly deprecated: boolean;
  readonly replaces?: string;
  readonly default?: string;
  readonly oneOf: readonly string[];
}

interface Action {
  readonly name: string;
  readonly [attribute: string]: string;
}

interface Metadata {
  readonly params: readonly Param[];
  readonly actions: readonly Action[];
}

const roots = process.argv.slice(2);

/** Fence agents in common use; of the others only the name is kept, lest the table double. Pacemaker's tests have another fence_dummy. */
const fencing = new RegExp(
  `^stonith:(fence_(${[
    "ipmilan|ilo[345]?(_ssh|_mp)?|ilo_moonshot|imm|idrac|drac5?|redfish|rsa|rsb|bladecenter|hpblade|cisco_ucs|ipdu|apc|apc_snmp",
    "eaton_snmp|eps|wti|raritan|pve|virsh|virt|xvm|vmware(_rest|_soap|_vcloud)?|rhevm|ovh|aws|gce|azure_arm|openstack|compute|kubevirt",
    "scsi|mpath|sbd|watchdog|kdump|heuristics_ping|ssh|brocade|ibmz|zvmip|lpar|hds_cb|nutanix_ahv|vbox|aliyun|legacy",
  ].join("|")})|external/.*)$`,
);

/** Runs an agent for its metadata; an agent that cannot run here has none. */
function output(root: string, command: string, args: readonly string[]): string {
  const env = {
    ...process.env,
    OCF_ROOT: join(root, "usr/lib/ocf"),
    PYTHONPATH: join(root, "usr/share/fence"),
    PATH: `${join(root, "usr/share/cluster-glue")}:/usr/sbin:/usr/bin:/sbin:/bin`,
    HA_NOARCHBIN: join(root, "usr/share/cluster-glue"),
    OCF_FUNCTIONS_DIR: join(root, "usr/lib/ocf/lib/heartbeat"),
    OCF_RESOURCE_INSTANCE: "metadata",
  };
  try {
    return execFileSync(command, [...args], {
      env,
      timeout: 20_000,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout ?? "");
  }
}

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [name, value]));

const isYes = (value: string | undefined): boolean => value === "1" || value === "true";

function metadataOf(xml: string): Metadata | undefined {
  if (!xml.includes("<parameters") && !xml.includes("<actions")) return undefined;
  const params = [...xml.matchAll(/<parameter\b([^>]*)>([\s\S]*?)<\/parameter>/g)].map(
    ([, head = "", body = ""]) => {
      const { name = "", required, unique, deprecated, obsoletes } = attributesOf(head);
      const { type = "string", default: value } = attributesOf(/<content\b[^>]*>/.exec(body)?.[0] ?? "");
      return {
        name,
        type,
        required: isYes(required),
        unique: isYes(unique),
        deprecated: isYes(deprecated) || /<deprecated\b/.test(body),
        ...(value ? { default: value } : {}),
        ...(obsoletes ? { replaces: obsoletes } : {}),
        oneOf: [...body.matchAll(/<option\s+value="([^"]*)"/g)].map(([, option = ""]) => option),
      };
    },
  );
  const actions = [...xml.matchAll(/<action\b([^>]*)>/g)].map(([, head = ""]) => {
    const { name = "", timeout, interval, role } = attributesOf(head);
    const seconds = [timeout && { timeout }, interval && { interval }, role && { role }];
    return Object.assign({ name }, ...seconds) as Action;
  });
  return { params, actions };
}

/** `ocf:heartbeat:IPaddr2`, `stonith:fence_ipmilan`, `stonith:external/sbd` of one release. */
function agentsOf(root: string): Map<string, Metadata | undefined> {
  const agents = new Map<string, Metadata | undefined>();
  const list = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
  const providers = join(root, "usr/lib/ocf/resource.d");
  for (const provider of list(providers))
    for (const type of list(join(providers, provider)))
      if (!/\.|^ocf-/.test(type))
        agents.set(
          `ocf:${provider}:${type}`,
          metadataOf(output(root, join(providers, provider, type), ["meta-data"])),
        );
  for (const type of list(join(root, "usr/sbin")).filter((name) => name.startsWith("fence_")))
    agents.set(`stonith:${type}`, metadataOf(output(root, join(root, "usr/sbin", type), ["-o", "metadata"])));
  const plugins = join(root, "usr/lib/stonith/plugins/external");
  for (const type of list(plugins))
    agents.set(`stonith:external/${type}`, metadataOf(output(root, join(plugins, type), ["getinfo-xml"])));
  return agents;
}

const seconds = (time: string): number => Number.parseFloat(time) * (/m(in)?$/.test(time) ? 60 : 1);
const shorter = (a: string, b: string): string => (seconds(b) < seconds(a) ? b : a);

/** One agent over all releases: a parameter is required where all releases require it, a timeout is the shortest advised. */
function merged(all: readonly Metadata[]): { params: Record<string, object>; actions: object[] } {
  const names = [...new Set(all.flatMap(({ params }) => params.map(({ name }) => name)))].sort();
  const newest = all.at(-1)!;
  const params = names.map((name) => {
    const known = all.flatMap((one) => one.params.filter((param) => param.name === name));
    const last = known.at(-1)!;
    const options = [...new Set(known.flatMap(({ oneOf }) => oneOf))];
    return [
      name,
      {
        ...(last.type === "string" || last.type === "select" ? {} : { type: last.type }),
        ...(known.length === all.length && known.every(({ required }) => required) ? { required: true } : {}),
        ...(known.every(({ unique }) => unique) ? { unique: true } : {}),
        ...(last.default === undefined || last.default.length > 40 ? {} : { default: last.default }),
        ...(last.type === "select" && options.length > 0 ? { oneOf: options } : {}),
        ...(last.replaces ? { replaces: last.replaces } : {}),
        ...(last.deprecated ? { deprecated: true } : {}),
      },
    ] as const;
  });
  const actions = newest.actions
    .filter(({ name }) => !/^(meta-data|metadata|validate-all|usage|help|methods)$/.test(name))
    .map((action) => {
      const older = all.flatMap((one) =>
        one.actions.filter(({ name, role }) => name === action.name && role === action.role),
      );
      const timeouts = older.flatMap(({ timeout }) => (timeout ? [timeout] : []));
      return { ...action, ...(timeouts.length > 0 ? { timeout: timeouts.reduce(shorter) } : {}) };
    });
  return { params: Object.fromEntries(params), actions };
}

const releases = roots.map(agentsOf);
const ids = [...new Set(releases.flatMap((agents) => [...agents.keys()]))].sort();
const lines = ids.map((id) => {
  const all = releases.flatMap((agents) => agents.get(id) ?? []);
  if (all.length === 0 || (id.startsWith("stonith:") && !fencing.test(id)))
    return `    ${JSON.stringify(id)}: {}`;
  const { params, actions } = merged(all);
  const rows = Object.entries(params).map(([name, def]) => `      ${JSON.stringify(name)}: ${spaced(def)}`);
  return [
    `    ${JSON.stringify(id)}: { "complete": true,`,
    `      "actions": [${actions.map(spaced).join(", ")}],`,
    rows.length === 0 ? '      "params": {} }' : `      "params": {\n  ${rows.join(",\n  ")}\n      } }`,
  ].join("\n");
});

function spaced(value: object): string {
  const entries = Object.entries(value).map(([key, one]) => {
    const text = Array.isArray(one)
      ? `[${one.map((item) => JSON.stringify(item)).join(", ")}]`
      : JSON.stringify(one);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const comment =
  "Made by scripts/agents.ts from the agents' metadata: which parameters and actions each has. complete: the list holds the parameters of all releases asked.";
writeFileSync(
  new URL("../schemas/agents.json", import.meta.url),
  `{\n  "$comment": ${JSON.stringify(comment)},\n  "agents": {\n${lines.join(",\n")}\n  }\n}\n`,
);
