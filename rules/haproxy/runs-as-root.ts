import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine } from "./effective.ts";
import { fronts } from "./proxies.ts";

export const runsAsRoot = modelRule({
  id: "haproxy/runs-as-root",
  severity: "warning",
  summary: "haproxy should give up root after it has bound its ports",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    const [section] = model.global.sections;
    if (!document.root || !document.whole || !section || fronts(model).length === 0) return;
    if (model.global.statements.some(({ keyword }) => keyword.hole)) return;
    if (["user", "uid", "chroot"].some((word) => globalLine(model, word))) return;
    report(
      section.keyword.at,
      "neither user nor chroot is set: haproxy stays what it was started as, which is root for ports below 1024",
    );
  },
});
