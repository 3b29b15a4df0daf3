import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { packTar, type TarEntry } from "modern-tar";
import { type Run, run } from "../cli/run.ts";

export const examples = fileURLToPath(new URL("../../examples", import.meta.url));

const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Runs a program, which must end well. */
export function tool(cwd: string, name: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(name, args, { cwd, encoding: "utf8", env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}: ${stderr}`);
  return stdout;
}

export const hasTool = (name: string): boolean => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;

type Entry = string | { readonly link: string } | { readonly hard: string };

/** A tar with these members, which no tool would make. */
export const tarOf = (members: readonly (readonly [name: string, entry: Entry])[]): Promise<Uint8Array> =>
  packTar(
    members.map(([name, entry]): TarEntry => {
      if (typeof entry === "string") return { header: { name, size: Buffer.byteLength(entry) }, body: entry };
      const [type, linkname] =
        "link" in entry ? (["symlink", entry.link] as const) : (["link", entry.hard] as const);
      return { header: { name, size: 0, type, linkname } };
    }),
  );

/** What `halint -f compact` finds. */
export const lines = async (cwd: string, ...args: readonly string[]): Promise<readonly string[]> =>
  (await found(cwd, ...args)).out.split("\n").filter(Boolean);

export const found = (cwd: string, ...args: readonly string[]): Promise<Run> =>
  run(["-f", "compact", ...args], { cwd });
