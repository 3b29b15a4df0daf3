import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

export const clusterName = modelRule({
  id: "ocfs2/cluster-name",
  format: ocfs2,
  severity: "error",
  summary: "A cluster's name must be 1 to 16 letters and digits",
  daemon: "silent",
  check({ clusters }, report) {
    for (const { name } of clusters) {
      if (!name || /^[0-9A-Za-z]{1,16}$/.test(name.value)) continue;
      const stray = /[^0-9A-Za-z]/u.exec(name.value)?.[0];
      const why = stray
        ? `holds ${/\s/.test(stray) ? "white space" : `the sign ${stray}`}`
        : `is ${name.value.length} characters long`;
      report(name.word.at, `cluster name ${name.value} ${why}: it must be 1 to 16 letters and digits`);
    }
  },
});
