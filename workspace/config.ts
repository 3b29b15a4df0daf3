import { dirname, join } from "node:path";
import type { Severity, Targets } from "../rules/rule.ts";
import type { Disk } from "./disk.ts";

export type FailLevel = Severity | "never";

/** What halint.config says, checked, with paths made absolute. */
export interface Config {
  readonly path: string;
  /** Host name to the folder that stands for the machine's `/`. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Cluster name to host names. */
  readonly clusters: ReadonlyMap<string, readonly string[]>;
  readonly targets?: Targets;
  readonly failLevel?: FailLevel;
  /** Globs relative to the folder of the file. */
  readonly ignore: readonly string[];
  /** "halint.config.json:7:5" of a value, for messages. */
  readonly placeOf: (keys: readonly (string | number)[]) => string;
}

const fileNames = ["halint.config.json", "halint.config.yaml", "halint.config.yml"];

/** The nearest halint.config in `folder` or above it, up to the root of its repository. */
export function findConfig(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = fileNames.map((name) => join(at, name)).find((path) => disk.statOf(path));
    if (found || disk.statOf(join(at, ".git")) || at === dirname(at)) return found;
  }
}
