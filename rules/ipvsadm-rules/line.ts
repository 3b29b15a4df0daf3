import { once } from "../../parsers/core/remembered.ts";
import { type ArgDef, type KeywordDef, keywordsOf } from "../../parsers/core/schema.ts";
import { textOf } from "../../parsers/core/source.ts";
import { commonTypes } from "../../parsers/core/types.ts";
import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import { type Endpoint, type IpvsadmRules, isNumeric, type Rule } from "../../parsers/ipvsadm/model.ts";
import type { LineOption, OptionValue } from "../../parsers/ipvsadm/options.ts";
import { modelRule, type Report } from "../rule.ts";

const commands = once(() => keywordsOf(ipvsadmRules.schema, ipvsadmRules.schema.root));
const needsService = new Set(["-A", "-E", "-D", "-a", "-e", "-d"]);
const needsServer = new Set(["-a", "-e", "-d"]);
/** Those that only print something. */
const prints = /^-[SLl]|^--(?:save|list)$/;
/** Those that print something and end the program. */
const ends = /^-[hv]|^--(?:help|version)$/;

export const line = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/line",
  severity: "error",
  summary: "A line must be a command with the options that it needs",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    for (const [i, rule] of rules.entries()) {
      const { keyword } = rule.statement;
      const def = Object.hasOwn(commands(), rule.command) ? commands()[rule.command] : undefined;
      if (!def) {
        if (ends.test(keyword.value)) {
          if (i + 1 < rules.length)
            report(keyword.at, `${keyword.value} ends ipvsadm: nothing after this line is loaded`, {
              daemon: "silent",
            });
        } else if (!prints.test(keyword.value))
          report(
            keyword.at,
            `${keyword.value} is no command of ipvsadm: nothing from this line on is loaded`,
          );
      } else if (def.options) {
        checkValues(rule, def.args ?? [], report);
        for (const option of rule.options) checkOption(option, rule, def, report);
        checkNeeds(rule, report);
      }
    }
  },
});

/** What stands behind the command itself. */
function checkValues({ written, values, statement }: Rule, args: readonly ArgDef[], report: Report): void {
  const { at } = statement.keyword;
  if (values.length === 0 && args.length > 0)
    report(at, `${written} has no value: nothing from this line on is loaded`);
  else if (values.length < args.length)
    report(
      at,
      `${written} has ${values.length} of its ${args.length} values: nothing from this line on is loaded`,
    );
  else for (const [i, value] of values.entries()) checkValue(written, value, args[i]!, report);
}

function checkValue(name: string, { text, at, hole }: OptionValue, arg: ArgDef, report: Report): void {
  if (hole) return;
  const word = { kind: "word", value: text, at } as const;
  const values = arg.oneOf ?? arg.known;
  const stranger =
    values && text.split(arg.known ? "," : /$/).find((one) => one !== "" && !values.includes(one));
  const why =
    stranger !== undefined
      ? `is none of ${values!.join(", ")}`
      : arg.type && commonTypes[arg.type]?.(text, arg, word);
  if (why) report(at, `${name} ${stranger ?? text} ${why}: nothing from this line on is loaded`);
}

function checkOption(
  { name, written, at, value }: LineOption,
  { written: command }: Rule,
  def: KeywordDef,
  report: Report,
): void {
  const option = Object.hasOwn(def.options ?? {}, name) ? def.options![name]! : undefined;
  const arg = option?.args?.[0];
  if (!option) report(at, `${command} takes no ${written}: nothing from this line on is loaded`);
  else if (arg && !value && !arg.optional)
    report(at, `${written} has no value: nothing from this line on is loaded`);
  else if (arg && value) checkValue(written, value, arg, report);
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
  for (const endpoint of [service?.endpoint, server]) {
    const isKnown = !options.some(({ value }) => value?.hole && value.at === endpoint?.at);
    const why = endpoint && isKnown && faultOf(endpoint);
    if (why) report(endpoint.at, `${why}: nothing from this line on is loaded`);
  }
  const port = service?.endpoint?.port;
  if (command === "-A" && !persistent && service?.endpoint && (port === "" || port === "0"))
    report(service.at, "a service without a port needs -p: nothing from this line on is loaded");
}

/** Why ipvsadm takes this for no address with a port. A name of a host or a port is looked up, and may be known. */
function faultOf(endpoint: Endpoint): string | undefined {
  const { host, port, at } = endpoint;
  const text = textOf(at);
  if (
    /[\s/"',;]/.test(host) ||
    host === "" ||
    (host.includes(":") && !isNumeric(endpoint)) ||
    isBadAddress(endpoint)
  )
    return `${host} is no address`;
  if (/^\d+$/.test(port) && Number(port) > 65535) return `port ${port} is above 65535`;
  if (/[\s"',;]|^-|^\d+[a-z]$|^0x/i.test(port)) return `${port} is no port`;
  if (text.endsWith(":") && !isNumeric({ ...endpoint, host: text }))
    return `${text} ends where a port is to follow`;
  return text.endsWith("]") ? `${text} has brackets and no port` : undefined;
}

/** Four numbers or more with dots, and yet no address: no host name looks like that. */
function isBadAddress({ host }: Endpoint): boolean {
  const parts = host.split(".");
  return parts.length >= 4 && /^[\d.]+$/.test(host) && !(parts.length === 4 && parts.every(isByte));
}

const isByte = (part: string): boolean => part !== "" && Number(part) <= 255;
