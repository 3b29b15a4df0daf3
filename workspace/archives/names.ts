import { isWithin } from "../disk.ts";

const suffix = /\.(?:tar|tar\.(?:gz|xz|bz2|zst)|tgz|txz|tbz2?|tzst|zip)$/i;

/** Whether a path is called as an archive is; what it holds tells its kind. */
export const isArchiveName = (path: string): boolean => suffix.test(path);

/** What the user named: where that is an archive of one machine, the machine's tree (`roots`) in it. */
export function treesNamed(given: readonly string[], roots: readonly string[]): readonly string[] {
  return given.map((path) => {
    const inside = isArchiveName(path) ? roots.filter((root) => isWithin(root, path)) : [];
    return inside.length === 1 ? inside[0]! : path;
  });
}
