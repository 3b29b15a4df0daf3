import { addressOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { deviceOf, type Interfaces, type Stanza } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const duplicateAddress = modelRule<Interfaces>({
  id: "interfaces/duplicate-address",
  severity: "error",
  summary: "An address must be given to one interface of a machine, once",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    const first = new Map<string, Stanza>();
    for (const stanza of stanzas) {
      const own = stanza.options.some(({ name }) => name === "address");
      const address = own ? addressOf(stanza) : undefined;
      if (!address) continue;
      const earlier = first.get(address.ip);
      if (!earlier) {
        first.set(address.ip, stanza);
        continue;
      }
      if (isHeir(stanza, earlier) || isHeir(earlier, stanza)) continue;
      const [device, other] = [deviceOf(stanza.name.value), deviceOf(earlier.name.value)];
      if (device !== other && (device === "lo" || other === "lo")) continue;
      const result =
        device === other ? "ifup fails at the second" : "which of the two answers for it is left to chance";
      report(address.at, `${address.ip} is given to ${earlier.name.value} too: ${result}`, {
        related: [{ at: addressOf(earlier)!.at, message: `${earlier.name.value} has it` }],
      });
    }
  },
});

/** What is inherited is the template's: it need not be an interface itself. */
const isHeir = ({ parent }: Stanza, of: Stanza): boolean =>
  parent !== undefined && (parent === of || isHeir(parent, of));
