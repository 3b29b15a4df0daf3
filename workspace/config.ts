import { dirname, join } from "node:path";
import type { Level } from "../rules/engine.ts";
import type { Severity, Targets } from "../rules/rule.ts";
import type { Disk } from "./disk.ts";

export type FailLevel = Severity | "never";

/** A rule's id, `room/*` or `*`, and how grave it is; with what the rule may be told besides. */
export type RuleSettings = Readonly<Record<string, Level | readonly [Level, object]>>;

/** Levels for some of the files. */
export interface Override {
  /** Globs relative to the folder of the file. */
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, Level>>;
}

/** For which hosts templates are rendered, and with what. */
export interface RenderConfig {
  /** Absolute paths. */
  readonly inventories: readonly string[];
  /** As the file holds them: of all hosts, and by host. */
  readonly vars: object;
  readonly hosts: Readonly<Record<string, object>>;
}

/** What halint.config says, checked, with paths made absolute. */
export interface Config {
  readonly path: string;
  /** What the shown paths of files are relative to. */
  readonly cwd: string;
  /** Host name to the folder that stands for the machine's `/`. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Cluster name to host names. */
  readonly clusters: ReadonlyMap<string, readonly string[]>;
  readonly targets?: Targets;
  readonly failLevel?: FailLevel;
  /** Globs relative to the folder of the file. */
  readonly ignore: readonly string[];
  /** Names of built-in profiles, the later over the earlier. */
  readonly profiles: readonly string[];
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  /** Whether a comment that suppresses a rule must say why. */
  readonly requireReason: boolean;
  /** Renders templates for hosts. */
  readonly render?: RenderConfig;
  /** Absolute path of the file of known findings. */
  readonly baseline?: string;
  /** "halint.config.json:7:5" of a value, for messages. */
  readonly placeOf: (keys: readonly (string | number)[]) => string;
}

export const fileNames = ["halint.config.json", "halint.config.yaml", "halint.config.yml"];

/** The nearest halint.config in `folder` or above it, up to the root of its repository. */
export function findConfig(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = fileNames.map((name) => join(at, name)).find((path) => disk.statOf(path));
    if (found || disk.statOf(join(at, ".git")) || at === dirname(at)) return found;
  }
}
