import type { Statement } from "../../parsers/core/tree.ts";
import { systemd } from "../../parsers/systemd/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { type Document, nodeRule, type Report } from "../rule.ts";

export const noCommand = nodeRule({
  id: "systemd/no-command",
  severity: "error",
  summary: "A service must have a command to start",
  byAbsence: true,
  daemon: "rejects",
  check(node, report) {
    const units = documentsOf(node, systemd);
    for (const unit of units) {
      const name = unit.path.split("/").at(-1);
      if (!units.some(({ path }) => path.includes(`/${name}.d/`))) judge(unit, report);
    }
  },
});

function judge(unit: Document<ReturnType<typeof systemd.model>>, report: Report): void {
  const { model, tree, whole } = unit;
  const { dropIn, kind, execStart, execStop } = model;
  const service = tree.statements.find(({ keyword }) => keyword.value === "Service");
  if (dropIn || kind !== "service" || !service?.block || !whole || execStart.length > 0) return;
  const settings = tree.statements.flatMap(({ block }) => block?.statements ?? []);
  if (settings.some(({ keyword, args }) => keyword.hole || args.some(({ hole }) => hole))) return;
  if (isSet(settings, "SuccessAction", /^(?!none$)./)) return;
  const remains = isSet(settings, "RemainAfterExit", /^(1|yes|y|true|t|on)$/i);
  if (remains && execStop.length > 0) return;
  report(
    service.keyword.at,
    execStop.length > 0
      ? "the service has no ExecStart, and ExecStop alone needs RemainAfterExit=yes: systemd does not load the unit"
      : "the service has no ExecStart: systemd does not load the unit",
  );
}

const isSet = (settings: readonly Statement[], name: string, pattern: RegExp): boolean =>
  pattern.test(settings.findLast(({ keyword }) => keyword.value === name)?.args[0]?.value ?? "");
