import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addressWords, rawOf, referencesOf } from "./environment.ts";
import { linesHolding, linesNamed, wordsOf } from "./lines.ts";

/** Variables that haproxy or systemd set. */
const given = /^(HAPROXY_\w+|HOSTNAME|HOME|USER|PATH|PWD|EXTRAOPTS|CONFIG|PIDFILE|CFGDIR)$/;

export const unsetVariable = modelRule({
  id: "haproxy/unset-variable",
  severity: "warning",
  summary: "A variable that makes the host of an address needs a default or a check",
  daemon: "silent",
  format: haproxy,
  check({ statements, global }, report) {
    const set = new Set(
      global.statements.flatMap(({ keyword, args }) =>
        /^(setenv|presetenv)$/.test(keyword.value) ? (args[0]?.value ?? []) : [],
      ),
    );
    const isKnown = (name: string): boolean => set.has(name) || given.test(name);
    for (const { args } of linesNamed({ statements }, ".if", ".elif"))
      for (const [, name = ""] of args
        .map(({ value }) => value)
        .join(" ")
        .matchAll(/defined\((\w+)\)/g))
        set.add(name);
    for (const statement of linesHolding({ statements }, /\$/g)) {
      const addresses = addressWords(statement);
      for (const word of addresses) {
        const raw = rawOf(word);
        const [first] = referencesOf(raw);
        if (!first || first.hasDefault || first.quote === "'" || isKnown(first.name)) continue;
        const rest = raw.slice(first.end).replace(/^"/, "");
        const whole = /^"?(ipv[46]@)?$/.test(raw.slice(0, first.start)) && /^:\d+(-\d+)?"?$/.test(rest);
        if (!whole) continue;
        const listens = /bind$/.test(statement.keyword.value);
        const at = word.at.with({ start: word.at.start + first.start, end: word.at.start + first.end });
        report(
          at,
          `where ${first.name} is not set, the address is ${rest.replace('"', "")}: ${listens ? "haproxy listens on all addresses" : "no host at all"}, and says nothing`,
        );
      }
      const words = wordsOf(statement);
      for (const [i, word] of words.slice(1, -1).entries()) {
        const raw = rawOf(word);
        const [only] = referencesOf(raw);
        const whole = only && raw === `"${raw.slice(only.start, only.end)}"` && !raw.includes("[*]");
        if (
          !whole ||
          only.hasDefault ||
          isKnown(only.name) ||
          addresses.includes(word) ||
          /^\./.test(statement.keyword.value)
        )
          continue;
        report(
          word.at,
          `where ${only.name} is not set, this word is empty, and ${words[i + 2]!.value} and what follows are not read`,
          { severity: "info" },
        );
      }
    }
  },
});
