import { compareVersions } from "../../parsers/core/schema.ts";
import { memberRule } from "./member.ts";

export const providerPath = memberRule({
  id: "galera/provider-path",
  severity: "error",
  summary: "wsrep_provider must be the path of the Galera library",
  daemon: "silent",
  check({ wsrep: { provider, clusterAddress, on } }, report, targets) {
    if (!provider || !(clusterAddress || on?.value)) return;
    const { value, word } = provider;
    const name = value.slice(value.lastIndexOf("/") + 1);
    if (value.toLowerCase() === "none")
      report(word.at, "wsrep_provider=none: the server runs alone, without Galera and without a word");
    else if (!/galera|wsrep|garb/i.test(name))
      report(
        word.at,
        `${name} is not the name of a Galera library, which is libgalera_smm.so: where there is no such file the server does not start`,
        {
          severity: "warning",
        },
      );
    else if (/galera-?3\//.test(value) && targets.mariadb && compareVersions(targets.mariadb, "10.4") >= 0)
      report(word.at, `${value} is a library of Galera 3: MariaDB needs Galera 4 since 10.4`);
    else if (!value.startsWith("/"))
      report(
        word.at,
        `${value} is no absolute path: the server does not find the library and does not start`,
        { severity: "warning" },
      );
  },
});
