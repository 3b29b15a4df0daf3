import { dotted, isSolidMask, looseIp4Number } from "../../parsers/core/types.ts";
import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import { familyOfService, type IpvsadmRules, type Rule } from "../../parsers/ipvsadm/model.ts";
import { modelRule } from "../rule.ts";

export const netmask = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/netmask",
  severity: "error",
  summary: "The mask of persistence must be one of the service's family",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    for (const rule of rules) {
      const mask = rule.options.find(({ name }) => name === "-M")?.value;
      const family = familyOfService(rule);
      if (!mask || mask.hole || !family || rule.options.some(({ value }) => value?.hole)) continue;
      const { text, at } = mask;
      const asPrefix = family === 6 && isTold(rule);
      if (asPrefix) {
        const length = Number.parseInt(text, 10);
        if (!(length >= 1 && length <= 128))
          report(at, `${text} is no prefix length of 1 to 128: nothing from this line on is loaded`);
        continue;
      }
      const number = looseIp4Number(text);
      if (number === undefined) report(at, `${text} is no mask: nothing from this line on is loaded`);
      else if (family === 6)
        report(at, `${text} is read as a mask of IPv4: -M must follow the service's address and -6`, {
          daemon: "silent",
        });
      else if (!isSolidMask(number)) {
        const length = /^\d+$/.test(text) && number >= 1 && number <= 32 ? number : undefined;
        const meant = length && dotted(2 ** 32 - 2 ** (32 - length));
        report(at, `${text} is the mask ${dotted(number)}, which groups clients that are no neighbours`, {
          daemon: "silent",
          ...(meant
            ? { fix: { title: `replace with ${meant}`, safe: false, edits: [{ at, text: meant }] } }
            : {}),
        });
      }
    }
  },
});

/** Whether what makes the service one of IPv6 stands before -M. */
function isTold({ options }: Rule): boolean {
  const place = (...names: string[]): number => options.findIndex(({ name }) => names.includes(name));
  const six = place("-6");
  const told = six >= 0 ? six : place("-t", "-u", "--sctp-service");
  return told < place("-M");
}
