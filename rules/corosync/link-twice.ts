import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const linkTwice = settledRule({
  id: "corosync/link-twice",
  severity: "warning",
  summary: "Each link should have one interface section",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    if (!isKnetAge(targets.corosync)) return;
    const first = new Map<number, (typeof model.interfaces)[number]>();
    for (const part of model.interfaces) {
      const { link } = part;
      if (link === undefined || has(part, "ringnumber")) continue;
      const earlier = first.get(link);
      if (!earlier) first.set(link, part);
      else
        report(
          nameOf(part)!.at,
          `a second interface section for link ${link}${has(part, "linknumber") ? "" : ", which it is without linknumber"}: the last of two equal keys counts`,
          {
            related: [{ at: nameOf(earlier)!.at, message: "the first one" }],
          },
        );
    }
  },
});
