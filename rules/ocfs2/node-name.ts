import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

/** O2NM_MAX_NAME_LEN of the kernel. */
const longestNode = 64;

export const nodeName = modelRule({
  id: "ocfs2/node-name",
  format: ocfs2,
  severity: "error",
  summary: "A node's name must be a host name, without blanks, quotes and other signs",
  daemon: "silent",
  check({ nodes }, report) {
    for (const { name } of nodes) {
      if (!name) continue;
      const stray = /[^0-9A-Za-z._-]/u.exec(name.value)?.[0];
      const why = stray
        ? `holds ${/\s/.test(stray) ? "white space" : `the sign ${stray}`}`
        : name.value.length > longestNode
          ? `is longer than ${longestNode} characters`
          : undefined;
      if (why) report(name.word.at, `name ${name.value.replace("\n", " ")} ${why}: no machine is called so`);
    }
  },
});
