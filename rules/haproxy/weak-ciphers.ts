import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { tlsSettings } from "./tls-settings.ts";

/** Parts of cipher names that no client of today needs. */
const weak = [
  "RC4",
  "3DES",
  "DES-CBC",
  "DES-CBC3",
  "MD5",
  "NULL",
  "EXP",
  "EXPORT",
  "aNULL",
  "eNULL",
  "ADH",
  "AECDH",
  "LOW",
  "SEED",
  "IDEA",
  "RC2",
];

const partsOf = (cipher: string): string[] => cipher.split(/[-+]/);
const isWeak = (cipher: string): boolean =>
  /DES-CBC(3)?-/.test(cipher) || partsOf(cipher).some((part) => weak.includes(part));

export const weakCiphers = modelRule({
  id: "haproxy/weak-ciphers",
  scope: "section",
  severity: "warning",
  summary: "Broken ciphers should not be offered",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, value } of tlsSettings(model)) {
      if (name !== "ciphers" || !value || value.hole) continue;
      const ciphers = value.value.split(/[:, ]+/);
      const without = ciphers.filter((one) => one.startsWith("!")).map((one) => one.slice(1));
      const offered = ciphers.filter((one) => /^[A-Za-z0-9]/.test(one) && isWeak(one));
      const left = offered.filter(
        (one) => !without.some((part) => one === part || partsOf(one).includes(part)),
      );
      if (left.length > 0)
        report(
          value.at,
          `${left.join(", ")} ${left.length > 1 ? "are" : "is"} broken: an attacker who can choose takes the weakest`,
        );
      else if (ciphers[0] === "ALL" && without.length === 0)
        report(value.at, "ALL offers broken ciphers too: an attacker who can choose takes the weakest");
    }
  },
});
