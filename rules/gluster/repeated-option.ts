import { gluster } from "../../parsers/gluster/index.ts";
import type { GlusterOption } from "../../parsers/gluster/model.ts";
import { modelRule } from "../rule.ts";

export const repeatedOption = modelRule({
  id: "gluster/repeated-option",
  format: gluster,
  severity: "warning",
  summary: "An option must stand once in its volume",
  daemon: "silent",
  check({ volumes }, report) {
    for (const { options } of volumes) {
      const first = new Map<string, GlusterOption>();
      for (const option of options) {
        const other = first.get(option.name.value);
        if (!other) first.set(option.name.value, option);
        else if (other.value?.value !== option.value?.value)
          report(option.name.word.at, `option ${option.name.value} stands twice with different values`, {
            related: [{ at: other.name.word.at, message: "the first one" }],
          });
      }
    }
  },
});
