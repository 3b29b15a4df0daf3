import { join } from "node:path";
import { maxBytes, type Refusal, tooLarge } from "../disk.ts";
import type { FileProblem } from "../problems.ts";
import { type ArchiveDisk, archiveDisk } from "./archiveDisk.ts";
import { ArchiveEnd, type Limits, type Member, safeParts } from "./member.ts";
import { sizeText } from "./unpack.ts";

/** What one archive gave, and what was wrong with it as such. */
export interface ReadArchive {
  readonly disk: ArchiveDisk;
  readonly problems: readonly Refusal[];
}

/** Bytes of a file that no format claims but that another may include. */
const mostOthers = 2 ** 20;

const leftOut: Refusal = {
  rule: "file/unreadable",
  message: "this file of the archive was not read: halint knows nothing of this name",
};

/** Takes in all members: names of all, bytes of those that `wanted` says. Never throws: what was read before a failure is kept. */
export async function readArchive(
  root: string,
  members: AsyncIterable<Member>,
  wanted: (path: string) => boolean,
  limits: Limits,
): Promise<ReadArchive> {
  const disk = archiveDisk(root);
  const taken = { members: 0, bytes: 0, stray: [] as string[], encrypted: [] as string[] };
  const problems: Refusal[] = [];
  const hardLinks: (readonly [parts: readonly string[], target: readonly string[]])[] = [];

  const contentOf = async (member: Member, path: string): Promise<Uint8Array | Refusal> => {
    const most = wanted(path) ? maxBytes : path.includes("/etc/") ? mostOthers : -1;
    if (member.size > most) return most === maxBytes ? tooLarge(member.size, most) : leftOut;
    if (member.isEncrypted) {
      taken.encrypted.push(member.name);
      return { rule: "file/archive-encrypted", message: "this file of the archive is encrypted: not read" };
    }
    if (taken.bytes + member.size > limits.kept)
      throw new ArchiveEnd(
        "file/archive-limit",
        `this archive holds more than ${sizeText(limits.kept)} of configuration: the rest is not read`,
      );
    taken.bytes += member.size;
    return member.read();
  };

  const take = async (member: Member): Promise<void> => {
    if (++taken.members > limits.members)
      throw new ArchiveEnd(
        "file/archive-limit",
        `this archive holds more than ${limits.members} files: the rest is not read`,
      );
    const parts = safeParts(member.name);
    if (!parts) return void taken.stray.push(member.name);
    if (parts.length === 0 || parts.at(-1)!.startsWith("halint.config.")) return;
    const { kind, target } = member;
    const isPlaced =
      kind === "folder"
        ? disk.putFolder(parts)
        : kind === "symlink"
          ? disk.putLink(parts, target.slice(0, 4096))
          : kind === "file"
            ? disk.put(parts, await contentOf(member, join(root, ...parts)))
            : true;
    if (!isPlaced) taken.stray.push(member.name);
    if (kind !== "hardlink") return;
    const other = safeParts(target);
    if (other && disk.statOf(join(root, ...other))) hardLinks.push([parts, other]);
    else taken.stray.push(member.name);
  };

  try {
    for await (const member of members) await take(member);
  } catch (error) {
    problems.push(endOf(error, taken.members));
  }
  for (const [parts, target] of hardLinks) disk.put(parts, disk.contentOf(target));
  const { stray, encrypted } = taken;
  if (stray.length > 0)
    problems.push({
      rule: "file/outside-root",
      message: `${countOf(stray, "name")} of this archive, such as ${JSON.stringify(stray[0]!.slice(0, 80))}, lead out of it: not read`,
    });
  if (encrypted.length > 0)
    problems.push({
      rule: "file/archive-encrypted",
      message: `${countOf(encrypted, "file")} of this archive are encrypted, such as ${encrypted[0]}: not read`,
    });
  return { disk, problems };
}

const countOf = (names: readonly string[], what: string): string => `${names.length} ${what}(s)`;

function endOf(error: unknown, members: number): Refusal {
  if (error instanceof ArchiveEnd) return { rule: error.rule, message: error.message };
  const rule: FileProblem = "file/archive-damaged";
  const told = reasonOf(error as Error & { code?: string });
  return members === 0
    ? { rule, message: `this is no archive that halint can read: ${told}` }
    : { rule, message: `this archive is damaged after ${members} files, ${told}: the rest is not read` };
}

/** What the libraries say, in one clause. */
function reasonOf({ code, message, name }: Error & { code?: string }): string {
  if (code === "EACCES") return "this user may not read it";
  if (/truncated|unexpected end|ended prematurely|unexpected EOF|reading '0'|error code 8$/i.test(message))
    return "it ends too early";
  if (/error code 6$/.test(message)) return "its xz has a checksum or filter that is not known here";
  if (/error code \d$/.test(message) || name === "TypeError" || name === "RangeError")
    return "its packed data makes no sense";
  return message.split("\n")[0]!.replace(/\.$/, "").toLowerCase();
}
