import { dirname, relative, resolve } from "node:path";
import picomatch from "picomatch";
import type { Level, LevelOf } from "../rules/engine.ts";
import { missingReason } from "../rules/halint/missing-reason.ts";
import { rules } from "../rules/index.ts";
import type { RuleOptions, Severity } from "../rules/rule.ts";
import table from "../schemas/profiles.json" with { type: "json" };
import type { Config, RuleSettings } from "./config.ts";
import { fileProblems } from "./problems.ts";
import type { Known } from "./readConfig.ts";

/** A built-in profile: what `extends` of a halint.config names. */
interface Profile {
  readonly summary: string;
  /** Where its values come from. */
  readonly source?: string;
  /** What rules of a severity become that nothing else speaks of. */
  readonly severities?: Readonly<Partial<Record<Severity, Severity>>>;
  readonly rules?: RuleSettings;
}

const profiles = table as unknown as Readonly<Record<string, Profile>>;

/** What a halint.config may name. */
export const known = (): Known => ({
  profiles: Object.keys(profiles),
  rules: new Map([
    ...rules.map(({ id, options }) => [id, options] as const),
    ...Object.keys(fileProblems).map((id) => [id, undefined] as const),
  ]),
});

/** Settings of one source, and the files that they are for. */
interface Layer {
  readonly holds: (path: string) => boolean;
  readonly severities?: Profile["severities"];
  readonly rules: RuleSettings;
}

/** How grave each finding is by a config: profiles, then its own rules, then its overrides, the later over the earlier. */
export function levelsOf({ profiles: names, rules: own, overrides, path: config, cwd }: Config): LevelOf {
  const folder = dirname(config);
  const layers: Layer[] = [
    ...names.map((name) => layerOf(profiles[name] ?? { summary: "" })),
    { holds: always, rules: own },
    ...overrides.map(({ files, rules }) => ({ holds: picomatch([...files], { dot: true }), rules })),
  ];
  const asked = layers.filter(({ severities, rules }) => severities || Object.keys(rules).length > 0);
  return (rule, severity, path) => {
    const inside = relative(folder, resolve(cwd, path));
    return asked.reduce<Level>((level, layer) => {
      if (!layer.holds(inside)) return level;
      const raised = level === "off" ? level : (layer.severities?.[severity] ?? level);
      return settingOf(layer.rules, rule) ?? raised;
    }, severity);
  };
}

const always = (): boolean => true;

const layerOf = ({ severities, rules = {} }: Profile): Layer => ({
  holds: always,
  ...(severities ? { severities } : {}),
  rules,
});

/** The id goes before `room/*`, and that before `*`. */
function settingOf(settings: RuleSettings, rule: string): Level | undefined {
  const found = settings[rule] ?? settings[`${rule.slice(0, rule.indexOf("/"))}/*`] ?? settings["*"];
  return typeof found === "object" ? found[0] : found;
}

/** What rules are told besides, the later over the earlier. */
export function optionsOf({ profiles: names, rules: own, requireReason }: Config): RuleOptions {
  const reasons: RuleSettings = requireReason ? { [missingReason.id]: ["warning", { required: true }] } : {};
  const all = [...names.map((name) => profiles[name]?.rules ?? {}), reasons, own];
  return Object.fromEntries(
    all.flatMap((settings) =>
      Object.entries(settings).flatMap(([rule, setting]) =>
        typeof setting === "object" ? [[rule, setting[1]]] : [],
      ),
    ),
  );
}
