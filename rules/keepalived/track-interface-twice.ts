import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./groups.ts";
import { title } from "./statements.ts";

export const trackInterfaceTwice = modelRule({
  id: "keepalived/track-interface-twice",
  severity: "error",
  summary: "An interface must not be tracked by a sync group and by its member",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const [group, members] of membersOf(model))
      for (const { name } of group.track.interfaces)
        for (const { instance, takenBy } of members) {
          if (takenBy) continue;
          const { interface: own, track, dontTrackPrimary } = instance;
          const primary = own?.value === name.value;
          const twice = primary
            ? dontTrackPrimary
              ? undefined
              : own
            : track.interfaces.find((one) => one.name.value === name.value)?.name;
          if (!twice) continue;
          report(
            name.word.at,
            `${name.value} is tracked by ${title(instance)}${primary ? ", whose interface it is," : ""} already: only one of the two counts`,
            {
              related: [{ at: twice.word.at, message: `in ${title(instance)}` }],
            },
          );
        }
  },
});
