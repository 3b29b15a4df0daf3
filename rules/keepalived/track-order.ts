import type { Setting } from "../../parsers/core/settings.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Keepalived } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { definitionsOf, type Kind, kindTitle, trackersOf } from "./trackers.ts";

export const trackOrder = modelRule({
  id: "keepalived/track-order",
  severity: "error",
  summary: "What is tracked must be defined above the block that tracks it",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { user, kind, name, so } of usesOf(model)) {
      const here = model.statements.indexOf(user);
      const named = definitionsOf(model, kind).filter((one) => one.name?.value === name.value);
      const first = named[0];
      if (!first || name.word.hole || named.some((one) => model.statements.indexOf(one.statement) < here))
        continue;
      report(name.word.at, `${kindTitle[kind]} ${name.value} is defined only below: ${so}`, {
        related: [{ at: first.name?.word.at ?? first.statement.at, message: "defined here" }],
      });
    }
  },
});

/** A name of something tracked, in a block of the top level, and what comes of it if there is none. */
interface Use {
  readonly user: Statement;
  readonly kind: Kind;
  readonly name: Setting<string>;
  readonly so: string;
}

const usesOf = (model: Keepalived): readonly Use[] => [
  ...[...model.vrrpInstances, ...model.syncGroups].flatMap((user) =>
    trackersOf(model, user).map(({ kind, track: { name } }) => ({
      user: user.statement,
      kind,
      name,
      so: "it is not tracked",
    })),
  ),
  ...model.virtualServers.flatMap(({ statement: user, realServers }) =>
    realServers
      .flatMap(({ checkers }) => checkers)
      .flatMap(({ kind: check, name, trackFile }): Use[] => {
        const so = "the check is left out";
        if (check === "BFD_CHECK") return name ? [{ user, kind: "bfd", name, so }] : [];
        return check === "FILE_CHECK" && trackFile ? [{ user, kind: "file", name: trackFile, so }] : [];
      }),
  ),
];
