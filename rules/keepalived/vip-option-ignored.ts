import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { allAddresses, prefixOf } from "./addresses.ts";

export const vipOptionIgnored = modelRule({
  id: "keepalived/vip-option-ignored",
  severity: "error",
  summary: "An address must not have options that its family does not take",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const address of allAddresses(model)) {
      const { ip, label, scope, brd, peer } = address;
      if (!ip) continue;
      for (const option of ["dev", "peer"]) {
        const again = address.statement.args.filter(({ value }) => value === option)[1];
        if (again)
          report(
            again.at,
            option === "dev"
              ? `${ip.value} has two interfaces: it is left out altogether`
              : "a second peer is ignored",
          );
      }
      const six = familyOf(ip.value) === 6;
      if (six && label)
        report(label.word.at, `label ${label.value} is ignored: IPv6 addresses have no label`);
      if (six && scope && scope.value !== "global" && scope.value !== "0")
        report(
          scope.word.at,
          `scope ${scope.value} is ignored: the scope of an IPv6 address follows from the address`,
        );
      if (six && brd) report(brd.word.at, `IPv6 has no broadcast: ${ip.value} is left out altogether`);
      if (!peer) continue;
      if (/^[\da-f.:]+$/i.test(peer.value) && peer.value.includes(":") !== six)
        report(peer.word.at, `peer ${peer.value} is not of the family of ${ip.value}`);
      else if (prefixOf(address) !== (six ? 128 : 32))
        report(
          ip.word.at,
          `the prefix of ${ip.word.value} is ignored: with a peer it belongs to the peer ${peer.value}`,
        );
    }
  },
});
