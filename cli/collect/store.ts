import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { collectedMark as mark } from "../../workspace/reports.ts";

/** Bytes by path inside the machine's tree, "etc/hosts". */
export type Tree = ReadonlyMap<string, Uint8Array>;

/** Why a machine's folder may not be written; undefined: it may. */
export const refusal = (folder: string, force: boolean): string | undefined =>
  existsSync(folder) && !existsSync(join(folder, mark)) && !force
    ? `${folder} is there and was not made by halint collect: --force replaces it`
    : undefined;

/** Writes a machine's files all at once, for the user alone: they hold secrets. */
export function store(folder: string, tree: Tree): void {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const fresh = mkdtempSync(join(parent, ".halint-"));
  try {
    const made = join(fresh, "new");
    mkdirSync(made, { mode: 0o700 });
    writeFileSync(join(made, mark), "made by halint collect, which replaces it\n", {
      flag: "wx",
      mode: 0o600,
    });
    for (const [path, bytes] of tree) {
      mkdirSync(dirname(join(made, path)), { recursive: true, mode: 0o700 });
      writeFileSync(join(made, path), bytes, { flag: "wx", mode: 0o600 });
    }
    if (existsSync(folder)) renameSync(folder, join(fresh, "old"));
    try {
      renameSync(made, folder);
    } catch (error) {
      if (existsSync(join(fresh, "old"))) renameSync(join(fresh, "old"), folder);
      throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
