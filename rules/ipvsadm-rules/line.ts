import { once } from "../../parsers/core/remembered.ts";
import { type KeywordDef, keywordsOf } from "../../parsers/core/schema.ts";
import { commonTypes } from "../../parsers/core/types.ts";
import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import { type IpvsadmRules, isNumeric, type LineOption, type Rule } from "../../parsers/ipvsadm/model.ts";
import { modelRule, type Report } from "../rule.ts";

const commands = once(() => keywordsOf(ipvsadmRules.schema, ipvsadmRules.schema.root));
const needsService = new Set(["-A", "-E", "-D", "-a", "-e", "-d"]);
const needsServer = new Set(["-a", "-e", "-d"]);

export const line = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/line",
  severity: "error",
  summary: "A line must be a command with the options that it needs",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    for (const rule of rules) {
      const { keyword } = rule.statement;
      const def = Object.hasOwn(commands(), keyword.value) ? commands()[keyword.value] : undefined;
      if (!def) {
        if (!/^-[SLlRh]|^--(?:save|list|restore|help)$/.test(keyword.value))
          report(
            keyword.at,
            `${keyword.value} is no command of ipvsadm: nothing from this line on is loaded`,
          );
      } else if (def.options) {
        for (const option of rule.options) checkOption(option, rule, def, report);
        checkNeeds(rule, report);
      }
    }
  },
});

function checkOption(
  { name, at, value }: LineOption,
  { command }: Rule,
  def: KeywordDef,
  report: Report,
): void {
  const option = Object.hasOwn(def.options ?? {}, name) ? def.options![name]! : undefined;
  const arg = option?.args?.[0];
  if (!option) report(at, `${command} takes no ${name}: nothing from this line on is loaded`);
  else if (arg && !value && !arg.optional)
    report(at, `${name} has no value: nothing from this line on is loaded`);
  else if (arg?.type && value) {
    const word = { kind: "word", value: value.text, at: value.at } as const;
    const why = commonTypes[arg.type]?.(value.text, arg, word);
    if (why) report(value.at, `${name} ${value.text} ${why}: nothing from this line on is loaded`);
  }
}

function checkNeeds(
  { command, statement, service, server, persistent, options }: Rule,
  report: Report,
): void {
  const { keyword } = statement;
  const names = options.map(({ name }) => name);
  if (
    needsService.has(command) &&
    !service &&
    !names.some((name) => /^(?:-[tuf]|--sctp-service)$/.test(name))
  )
    report(
      keyword.at,
      `${keyword.value} names no service (-t, -u or -f): nothing from this line on is loaded`,
    );
  if (needsServer.has(command) && !server && !names.includes("-r"))
    report(keyword.at, `${keyword.value} names no real server (-r): nothing from this line on is loaded`);
  for (const endpoint of [service?.endpoint, server])
    if (endpoint && (/[/\s]/.test(endpoint.host) || endpoint.host === "" || isBadAddress(endpoint)))
      report(endpoint.at, `${endpoint.host} is no address: nothing from this line on is loaded`);
    else if (endpoint && /^\d+$/.test(endpoint.port) && Number(endpoint.port) > 65535)
      report(endpoint.at, `port ${endpoint.port} is above 65535: nothing from this line on is loaded`);
  const port = service?.endpoint?.port;
  if (command === "-A" && !persistent && service?.endpoint && (port === "" || port === "0"))
    report(service.at, "a service without a port needs -p: nothing from this line on is loaded");
}

/** Numbers and dots, and yet no address: no host name looks like that. */
const isBadAddress = (endpoint: {
  readonly host: string;
  readonly port: string;
  readonly at: Rule["statement"]["at"];
}): boolean => /^[\d.]+$/.test(endpoint.host) && endpoint.host.includes(".") && !isNumeric(endpoint);
