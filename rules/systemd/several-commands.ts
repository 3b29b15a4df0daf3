import { type Tree, walk } from "../../parsers/core/tree.ts";
import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";

export const severalCommands = modelRule({
  id: "systemd/several-commands",
  format: systemd,
  severity: "error",
  summary: "Only a service of type oneshot may have several ExecStart",
  daemon: "rejects",
  check({ dropIn, type, execStart }, report, { document }) {
    const second = execStart[1];
    if (dropIn || !second || type?.value === "oneshot" || hasOpenType(document.tree)) return;
    report(
      second.word.at,
      "a second ExecStart, which only Type=oneshot may have: systemd does not load the unit",
      { ...(type ? { related: [{ at: type.word.at, message: "the type" }] } : {}) },
    );
  },
});

/** A template fills the type in. */
const hasOpenType = (tree: Tree): boolean =>
  [...walk(tree.statements)].some(({ keyword, args }) => keyword.value === "Type" && args[0]?.hole);
