import { memberRule } from "./member.ts";
import { providerOption, yes } from "./provider.ts";

export const splitBrainIgnored = memberRule({
  id: "galera/split-brain-ignored",
  severity: "error",
  summary: "Galera must not be told to go on without a majority",
  daemon: "silent",
  check(machine, report) {
    for (const key of ["pc.ignore_sb", "pc.ignore_quorum"]) {
      const option = providerOption(machine, key);
      if (option?.value && yes(option.value.value))
        report(
          option.at,
          `${key}=${option.value.value}: when the network parts, both sides go on writing, and nothing brings the two databases together again`,
        );
    }
  },
});
