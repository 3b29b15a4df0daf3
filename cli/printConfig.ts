import type { Format } from "../parsers/core/format.ts";
import { formats } from "../parsers/index.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { levelsOf, optionsOf } from "../workspace/levels.ts";
import type { Io } from "./io.ts";
import { nothing, type OpenOptions, opened } from "./opened.ts";
import { stringify } from "./stringify.ts";

/** Prints what holds for one file, as JSON: whose it is, the versions, how grave each rule is that can speak of it. Gives the exit code. */
export async function printConfig(file: string, options: OpenOptions, io: Io): Promise<number> {
  const { config, layout, targets } = await opened([file], options, io);
  const [cluster] = layout;
  const [node] = cluster?.nodes ?? [];
  const member = node?.files[0];
  if (!cluster || !node || !member) {
    nothing([file], io);
    return 2;
  }
  const { source, format, why } = member;
  const levelOf = config ? levelsOf(config) : undefined;
  const told = config ? optionsOf(config) : {};
  io.out(
    stringify({
      file: source.path,
      format: format.id,
      why,
      node: node.name,
      cluster: cluster.name,
      config: config?.path ?? null,
      extends: config?.profiles ?? [],
      targets,
      "fail-level": config?.failLevel ?? "error",
      suppressions: { "require-reason": config?.requireReason ?? false },
      baseline: config?.baseline ?? null,
      rules: Object.fromEntries(
        rules
          .filter((rule) => speaksOf(rule, format))
          .map(({ id, severity }) => {
            const level = levelOf?.(id, severity, source.path) ?? severity;
            return [id, Object.hasOwn(told, id) ? [level, told[id]] : level];
          }),
      ),
    }),
  );
  return 0;
}

function speaksOf(rule: Rule, { id }: Format): boolean {
  if (rule.kind === "model") return rule.format.id === id;
  const room = rule.id.slice(0, rule.id.indexOf("/"));
  return rule.kind !== "mistake" || room === id || formats.every((format) => format.id !== room);
}
