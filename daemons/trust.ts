import { dirname } from "node:path";
import { isWithin } from "../workspace/disk.ts";
import { nodeDisk, statsOf } from "../workspace/nodeDisk.ts";

/**
 * Why a daemon is not to be given this file; undefined: it may. A checker may run what a file names, so that the file must be one that
 * only root or this user could have written, below a path that the user named.
 */
export function distrust(
  path: string,
  given: readonly string[],
  uid = process.getuid?.(),
): string | undefined {
  const real = nodeDisk.realPath(path);
  const root = given.map(nodeDisk.realPath).find((folder) => isWithin(real, folder));
  if (root === undefined) return "it lies outside the given paths";
  for (let at = real; ; at = dirname(at)) {
    const stat = statsOf(at);
    if (!stat) return "it is not there";
    if (uid !== undefined && stat.uid !== 0 && stat.uid !== uid)
      return at === real ? "it belongs to another user" : `${at} belongs to another user`;
    const open = (stat.mode & 0o002) !== 0 && (stat.isFile() || (stat.mode & 0o1000) === 0);
    if (open) return at === real ? "every user may write it" : `every user may write in ${at}`;
    if (at === root || at === dirname(at)) return undefined;
  }
}
