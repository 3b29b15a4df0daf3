import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import { familyOfService, type IpvsadmRules, isNumeric, type Rule } from "../../parsers/ipvsadm/model.ts";
import type { LineOption } from "../../parsers/ipvsadm/options.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule, type Report } from "../rule.ts";

/** Options of which a line takes one. */
const alternatives = [
  ["-t", "-u", "--sctp-service", "-f"],
  ["-g", "-i", "-m"],
  ["--tun-nocsum", "--tun-csum", "--tun-remcsum"],
];

/** What stands beside each --tun-type: ipip is meant where none is written. */
const tunnels: Readonly<Record<string, readonly string[]>> = {
  ipip: [],
  gue: ["--tun-port", "--tun-nocsum", "--tun-csum", "--tun-remcsum"],
  gre: ["--tun-nocsum", "--tun-csum"],
};

export const optionClash = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/option-clash",
  severity: "error",
  summary: "The options of a line must go together",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    for (const rule of rules) {
      checkRepeated(rule, report);
      checkService(rule, report);
      checkTunnel(rule, report);
      checkFamilies(rule, report);
    }
  },
});

const end = "nothing from this line on is loaded";
const named = ({ options }: Rule, name: string): LineOption | undefined =>
  options.find((option) => option.name === name);

function checkRepeated({ options }: Rule, report: Report): void {
  const first = new Map<string, LineOption>();
  for (const option of options.filter(({ name }) => name.startsWith("-") && name !== "-6")) {
    const { name, written, at } = option;
    const slot = alternatives.find((names) => names.includes(name))?.[0] ?? name;
    const earlier = first.get(slot);
    if (!earlier) first.set(slot, option);
    else if (earlier.name === name) report(at, `a second ${written}: ${end}`);
    else report(at, `${written} and ${earlier.written}, of which a line takes one: ${end}`);
  }
}

function checkService(rule: Rule, report: Report): void {
  const { command, options, service, scheduler } = rule;
  const six = options.findIndex(({ name }) => name === "-6");
  const mark = options.findIndex(({ name }) => name === "-f");
  if (six >= 0 && six < mark) report(options[six]!.at, `-6 stands before -f: ${end}`);
  else if (six >= 0 && mark < 0) report(options[six]!.at, `-6 without -f, for whose packets it is: ${end}`);
  if (command !== "-A" && command !== "-E") return;
  const ops = named(rule, "-o");
  if (ops && service?.endpoint && service.protocol !== "udp")
    report(ops.at, `${ops.written} is for UDP and firewall marks: ${end}`);
  const flags = named(rule, "-b")?.value;
  const name = scheduler?.value ?? { text: "wlc", hole: false };
  for (const flag of flags && !flags.hole && !name.hole ? flags.text.split(",") : []) {
    const [of] = /^(?:sh|mh)(?=-)/.exec(flag) ?? [];
    if (of && of !== name.text)
      report(flags!.at, `flag ${flag} is not for the scheduler ${name.text}: ${end}`);
  }
}

function checkTunnel(rule: Rule, report: Report): void {
  const { command, options, forwarding } = rule;
  const beside = options.filter(({ name }) => name.startsWith("--tun-"));
  const [first] = beside;
  if (!first || (command !== "-a" && command !== "-e")) return;
  if (forwarding !== "tunnel") {
    report(first.at, `${first.written} is for -i: ${end}`);
    return;
  }
  const type = named(rule, "--tun-type");
  const name = type ? type.value?.text : "ipip";
  if (type?.value?.hole || name === undefined || !Object.hasOwn(tunnels, name)) return;
  for (const { name: option, at } of beside)
    if (option !== "--tun-type" && !tunnels[name]!.includes(option))
      report(at, `--tun-type ${name} takes no ${option}: ${end}`);
  if (name === "gue" && type && !named(rule, "--tun-port"))
    report(type.at, `--tun-type gue needs --tun-port: ${end}`);
}

/** Only a tunnel leads from one family to the other. */
function checkFamilies(rule: Rule, report: Report): void {
  const { command, server, service, forwarding } = rule;
  const family = familyOfService(rule);
  if ((command !== "-a" && command !== "-e") || forwarding === "tunnel") return;
  if (!server || !service || !family || !isNumeric(server) || familyOf(server.host) === family) return;
  report(
    server.at,
    `${server.host} is an IPv${familyOf(server.host)} address and the service is IPv${family}, which only a tunnel (-i) brings together: ${end}`,
    { related: [{ at: service.at, message: "the service" }] },
  );
}
