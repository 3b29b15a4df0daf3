import { seconds } from "../../parsers/mycnf/duration.ts";
import type { ProviderOption } from "../../parsers/mycnf/provider.ts";
import { memberRule } from "./member.ts";
import { providerOption } from "./provider.ts";

/** Defaults of Galera 4, in seconds. */
const defaults = { keepalive: 1, check: 0.5, suspect: 5, inactive: 15 };

export const providerTimeouts = memberRule({
  id: "galera/provider-timeouts",
  severity: "error",
  summary: "The periods of evs must follow each other: keepalive, suspect, inactive",
  daemon: "stops",
  check(machine, report) {
    const option = (name: string): ProviderOption | undefined => providerOption(machine, `evs.${name}`);
    const period = (found: ProviderOption | undefined, fallback: number): number | undefined =>
      found ? found.value && seconds(found.value.value) : fallback;
    const [keepalive, check, suspect, inactive] = [
      option("keepalive_period"),
      option("inactive_check_period"),
      option("suspect_timeout"),
      option("inactive_timeout"),
    ];
    const limit = period(suspect, defaults.suspect);
    if (limit === undefined) return;
    const tell = (wrong: ProviderOption | undefined, message: string): void => {
      const at = (wrong ?? suspect)?.at;
      if (!at) return;
      report(at, `${message}: Galera does not start`, {
        related:
          wrong && suspect ? [{ at: suspect.at, message: "the time after which a node is suspected" }] : [],
      });
    };
    const alive = period(keepalive, defaults.keepalive);
    if (alive !== undefined && alive >= limit / 3)
      tell(
        keepalive,
        `evs.keepalive_period is ${alive} s, which is not below a third of evs.suspect_timeout, ${limit} s`,
      );
    const pause = period(check, defaults.check);
    if (pause !== undefined && pause >= limit / 2)
      tell(
        check,
        `evs.inactive_check_period is ${pause} s, which is not below half of evs.suspect_timeout, ${limit} s`,
      );
    const end = period(inactive, defaults.inactive);
    if (end !== undefined && end < limit)
      tell(inactive, `evs.inactive_timeout is ${end} s, which is below evs.suspect_timeout, ${limit} s`);
  },
});
