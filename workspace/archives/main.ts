import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { relative } from "node:path";
import type { Finding } from "../../rules/rule.ts";
import type { Disk } from "../disk.ts";
import { problemOf } from "../problems.ts";
import { type Limits, limits as usual } from "./member.ts";
import { overlay } from "./overlay.ts";
import { readArchive } from "./read.ts";
import { tarMembers } from "./tar.ts";
import { packingOf, unpacked } from "./unpack.ts";
import { zipMembers } from "./zip.ts";

/** A disk on which these archives are folders, and what was wrong with them. */
export interface Mounted {
  readonly disk: Disk;
  readonly problems: readonly Finding[];
}

/** Reads archives without unpacking them. `paths`: absolute, of regular files; `wanted` tells by a file's path whether it is worth reading. */
export async function mountArchives(
  paths: readonly string[],
  cwd: string,
  below: Disk,
  wanted: (path: string) => boolean,
  limits: Limits = usual,
): Promise<Mounted> {
  const mounts = new Map<string, Disk>();
  const problems: Finding[] = [];
  for (const path of new Set(paths)) {
    const { disk, problems: found } = await readArchive(path, membersOf(path, limits), wanted, limits);
    mounts.set(path, disk);
    const near = relative(cwd, path);
    for (const { rule, message } of found)
      problems.push(problemOf(rule, near.startsWith("..") ? path : near, message));
  }
  return { disk: overlay(below, mounts), problems };
}

async function* membersOf(path: string, limits: Limits) {
  const packing = packingOf(await headOf(path));
  yield* packing === "zip" ? zipMembers(path) : tarMembers(unpacked(createReadStream(path), packing, limits));
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
