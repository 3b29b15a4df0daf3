import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const trackOwnInterface = modelRule({
  id: "keepalived/track-own-interface",
  severity: "info",
  summary: "An instance should not list its own interface in track_interface",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { interface: own, track } of vrrpInstances)
      for (const { name, statement, weight } of track.interfaces)
        if (own && name.value === own.value)
          report(
            name.word.at,
            `${name.value} is the instance's own interface: this line is ignored${weight ? ", its weight too" : ", it is tracked anyway"}`,
            {
              related: [{ at: own.word.at, message: "its interface" }],
              fix: { title: "delete the line", safe: true, edits: [{ at: statement.at, text: "" }] },
            },
          );
  },
});
