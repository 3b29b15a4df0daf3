import { textOf } from "../../parsers/core/source.ts";
import { addressOf, addressWords, isAddress } from "../../parsers/drbd/address.ts";
import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const badAddress = documentRule({
  id: "drbd/bad-address",
  severity: "error",
  summary: "An address must be ADDRESS:PORT, with ipv6 and brackets for IPv6",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement, def } of visitsOf(document)) {
      const words = def && addressWords(statement);
      if (!words || words.length === 0) continue;
      const address = addressOf(words, statement);
      if (address && !isAddress(address))
        report(address.at, `${statement.keyword.value} ${textOf(address.at)} ${address.why}`);
    }
  },
});
