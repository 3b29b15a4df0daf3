import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isWhole } from "./effective.ts";
import { proxiesWith, rulesIn } from "./lookup.ts";
import { hasForeignCode, isDisabled, isDynamic } from "./proxies.ts";
import { tableUses } from "./tables.ts";
import { switchesOf } from "./undefined-backend.ts";
import { argumentsOf, logTargets, serverOptions } from "./uses.ts";

export const unusedBackend = modelRule({
  id: "haproxy/unused-backend",
  severity: "warning",
  summary: "A backend that nothing switches to serves no one",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (
      !isWhole(model, document) ||
      model.frontends.length + model.listens.length === 0 ||
      hasForeignCode(model)
    )
      return;
    const computed =
      rulesIn(model, "use_backend").some(({ rule }) => isDynamic(rule) || rule.args[0]?.hole) ||
      proxiesWith(model, "default_backend").some(({ defaultBackend }) => defaultBackend?.word.hole);
    if (computed) return;
    const beforeSlash = ({ name }: { readonly name: string }): string => name.split("/")[0]!;
    const used = new Set([
      ...switchesOf(model).map(({ name }) => name),
      ...[...argumentsOf(model, "server"), ...serverOptions(model, "track")].map(beforeSlash),
      ...[...argumentsOf(model, "backend"), ...logTargets(model, "backend"), ...tableUses(model)]
        .filter(({ proxy, name }) => proxy?.name?.value !== name)
        .map(({ name }) => name),
    ]);
    for (const backend of model.backends) {
      const { name, servers, templates, stickTable } = backend;
      if (!name || used.has(name.value) || isDisabled(backend)) continue;
      if (stickTable && servers.length + templates.length === 0) continue;
      report(name.word.at, `no use_backend or default_backend names backend ${name.value}`);
    }
  },
});
