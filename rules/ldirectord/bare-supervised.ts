import { textOf } from "../../parsers/core/source.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";

export const bareSupervised = modelRule({
  id: "ldirectord/bare-supervised",
  format: ldirectord,
  severity: "warning",
  summary: "supervised must be followed by yes or no",
  daemon: "warns",
  check(_, report, { document }) {
    for (const { keyword, args, at } of document.tree.statements) {
      if (keyword.value !== "supervised" || args.length > 0) continue;
      if (textOf(at).includes("="))
        report(at, "supervised has neither yes nor no behind its =: ldirectord refuses the file", {
          severity: "error",
          daemon: "rejects",
        });
      else
        report(at, "a bare supervised means yes, and ldirectord asks for that to be written", {
          fix: { title: "write supervised=yes", safe: true, edits: [{ at, text: "supervised=yes" }] },
        });
    }
  },
});
