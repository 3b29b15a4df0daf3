import { distance } from "fastest-levenshtein";
import { fstab } from "../../parsers/fstab/index.ts";
import { modelRule } from "../rule.ts";

/** Types that people write for another: no file system is called so. */
const mistaken: Readonly<Record<string, string>> = {
  gluster: "glusterfs",
  glusterd: "glusterfs",
  nfsv3: "nfs",
  nfsv4: "nfs4",
};

/** Types of clusters that a slip of two letters is looked for from; shorter names are too near to others. */
const meant = ["ocfs2", "glusterfs"];

/** File systems that there are, within two letters of those. */
const others = [
  "ocfs",
  "gfs2",
  "jffs2",
  "f2fs",
  "gpfs",
  "pvfs2",
  "cifs",
  "nfs2",
  "vxfs",
  "efs",
  "ocfs2",
  "glusterfs",
];

export const typeTypo = modelRule({
  id: "fstab/type-typo",
  format: fstab,
  severity: "error",
  summary: "The type must be the name of a file system",
  daemon: "warns",
  check({ entries }, report) {
    for (const { type } of entries) {
      if (others.includes(type.value)) continue;
      const near = meant.find(
        (name) => type.value.length > 3 && distance(type.value.toLowerCase(), name) <= 2,
      );
      const guess = Object.hasOwn(mistaken, type.value) ? mistaken[type.value] : near;
      if (!guess) continue;
      report(type.at, `there is no file system ${type.value}, did you mean ${guess}?`, {
        fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: type.at, text: guess }] },
      });
    }
  },
});
