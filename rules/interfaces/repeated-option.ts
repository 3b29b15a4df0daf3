import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, type Option, optionNamed } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

/** What happens to the second value: ifupdown keeps all of them in one text, with a line end between. */
const results: Readonly<Record<string, string>> = {
  address: "this one is ignored",
  hwaddress: "the two lines break the command that sets it",
  netmask: "the two lines break the command that sets the address",
  broadcast: "the two lines break the command that sets the address",
  pointopoint: "the two lines break the command that sets the address",
  scope: "the two lines break the command that sets the address",
  gateway: "the two lines break the command that sets the route",
  metric: "the two lines break the command that sets the route",
  mtu: "the two lines break the command that sets it",
};

export const repeatedOption = modelRule<Interfaces>({
  id: "interfaces/repeated-option",
  severity: "error",
  summary: "An option that has one value must stand once in its stanza",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    for (const { method, options, parent } of stanzas) {
      if (method !== "static") continue;
      for (const option of options) {
        const result = Object.hasOwn(results, option.name) ? results[option.name] : undefined;
        const inherited = parent && optionNamed(parent, option.name);
        const earlier = inherited ?? options.find(({ name }) => name === option.name);
        if (!result || !earlier || earlier === option || option.keyword.hole) continue;
        report(
          option.statement.at,
          `${option.name} ${inherited ? "is inherited" : "stands twice"}: ${result}`,
          {
            related: [{ at: earlier.statement.at, message: "the first one" }],
            ...(isSame(option, earlier) ? { severity: "warning" as const } : {}),
          },
        );
      }
    }
  },
});

const isSame = (a: Option, b: Option): boolean => a.value?.value === b.value?.value;
