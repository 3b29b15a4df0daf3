import { isIp4 } from "../../parsers/core/types.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { numberOf } from "../../parsers/ldirectord/lines.ts";
import type { RealServer } from "../../parsers/ldirectord/model.ts";
import { modelRule } from "../rule.ts";

export const duplicateRealServer = modelRule({
  id: "ldirectord/duplicate-real-server",
  format: ldirectord,
  severity: "warning",
  summary: "A real server must stand once in its virtual service",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const { reals } of virtuals)
      reals.forEach((real, i) => {
        const other = reals.slice(0, i).find((earlier) => overlap(earlier, real));
        if (!other || real.fault || real.skipped) return;
        const { word } = real.host!;
        report(
          word.at,
          `${word.value}${real.port ? `:${real.port.value}` : ""} is a real server already: the two are one in the kernel's table`,
          {
            related: [{ at: other.host!.word.at, message: "the first one" }],
          },
        );
      });
  },
});

function overlap(a: RealServer, b: RealServer): boolean {
  if (!a.host || !b.host || (a.port?.value ?? "0") !== (b.port?.value ?? "0")) return false;
  const [left, right] = [rangeOf(a), rangeOf(b)];
  if (!left || !right) return !a.last && !b.last && a.host.value.toLowerCase() === b.host.value.toLowerCase();
  return left[0] <= right[1] && right[0] <= left[1];
}

function rangeOf({ host, last }: RealServer): readonly [number, number] | undefined {
  const end = last ?? host;
  return host && end && isIp4(host.value) && isIp4(end.value)
    ? [numberOf(host.value), numberOf(end.value)]
    : undefined;
}
