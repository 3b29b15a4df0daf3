import { memberRule } from "./member.ts";

export const bindAny = memberRule({
  id: "galera/bind-any",
  severity: "info",
  summary: "A Galera node should serve clients on the addresses meant for them only",
  daemon: "silent",
  check({ listening }, report) {
    if (listening.off?.value) return;
    for (const { value, word } of listening.addresses)
      if (/^(?:0\.0\.0\.0|::|\*)$/.test(value))
        report(
          word.at,
          `bind_address=${value}: the database answers on every network of this machine, also those without clients`,
        );
  },
});
