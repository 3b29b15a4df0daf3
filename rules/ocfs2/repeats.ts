import type { Setting } from "../../parsers/core/settings.ts";
import type { Ocfs2 } from "../../parsers/ocfs2/model.ts";
import type { Report } from "../rule.ts";
import { type Members, membersOf } from "./members.ts";

type Value = Setting<string> | Setting<number>;

/** Reports each value of a cluster's stanzas that an earlier one has; unset ones are passed over. */
export const reportRepeats =
  (of: (members: Members) => readonly (Value | undefined)[], message: (value: string) => string) =>
  (model: Ocfs2, report: Report): void => {
    for (const members of membersOf(model)) {
      const seen = new Map<string | number, Value>();
      for (const setting of of(members)) {
        if (!setting) continue;
        const first = seen.get(setting.value);
        if (!first) seen.set(setting.value, setting);
        else
          report(setting.word.at, message(`${setting.value}`), {
            related: [{ at: first.word.at, message: "the first one" }],
          });
      }
    }
  };
