import type { Setting } from "../../parsers/core/settings.ts";
import type { Fix, Related, Report } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { instanceName, type Router, settingAt } from "./vrrp.ts";

/** Something that all routers of one virtual router must be told alike. */
export interface Agreement {
  readonly keyword: string;
  readonly setting: (router: Router) => Setting<unknown> | undefined;
  /** Compared; undefined: not known, left out. */
  readonly value: (router: Router) => string | undefined;
  /** Shown; default: the value. */
  readonly show?: (router: Router) => string;
  /** What happens: the end of the message. */
  readonly consequence: string;
}

export const bothMaster = "each router drops the other's adverts and both become master";

/** Reports each router that was told something else than the others. */
export function reportDisagreement(report: Report, routers: readonly Router[], agreement: Agreement): void {
  const { keyword, setting, value, consequence } = agreement;
  const show = agreement.show ?? ((router: Router) => value(router) ?? "");
  for (const { one, others } of differences(routers, value)) {
    const told = valuesBy(others, show, nodeName);
    const fix = agreed(one, others, setting, routers.length);
    report(settingAt(one, setting(one)), `${keyword} ${show(one)} here, ${told}: ${consequence}`, {
      related: others.map((other) => relatedRouter(other, setting(other))),
      ...(fix ? { fix } : {}),
    });
  }
}

/** What a message calls the other machine. */
export const nodeName = ({ node }: Router): string => node.name || "the other node";

export const relatedRouter = (router: Router, setting: Setting<unknown> | undefined): Related => ({
  at: settingAt(router, setting),
  message: `the other router of ${virtualRouterName(router)}`,
});

export const virtualRouterName = (router: Router): string =>
  router.instance.virtualRouterId
    ? `virtual_router_id ${router.instance.virtualRouterId.value}`
    : instanceName(router);

/** The same value everywhere, where every word is written: two take that of the first, more that of the majority. */
function agreed(
  one: Router,
  others: readonly Router[],
  setting: Agreement["setting"],
  count: number,
): Fix | undefined {
  const [from, to] =
    count === 2 ? [setting(one), others.map(setting)] : [setting(others[0]!), [setting(one)]];
  if (!from || to.some((target) => !target || target.word.quote || from.word.quote)) return undefined;
  return {
    title: `set ${count === 2 ? "both " : ""}to ${from.word.value}`,
    safe: false,
    edits: to.flatMap((target) => (target ? [{ at: target.word.at, text: from.word.value }] : [])),
  };
}
