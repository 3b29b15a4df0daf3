import { nodeRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { glusterMounts } from "./mounts.ts";

/** Options that mount.glusterfs 10.3 takes (xlators/mount/fuse/utils/mount.glusterfs.in), those of later and earlier versions with them. */
const known = new Set(
  "log-level log-file transport direct-io-mode volume-name volume-id subdir-mount volfile-check server-port attribute-timeout entry-timeout negative-timeout gid-timeout lru-limit invalidate-limit background-qlen backup-volfile-servers backupvolfile-server fetch-attempts volfile-max-fetch-attempts congestion-threshold oom-score-adj xlator-option fuse-mountopts use-readdirp event-history reader-thread-count auto-invalidation no-root-squash root-squash kernel-writeback-cache attr-times-granularity dump-fuse fuse-flush-handle-interrupt fuse-setlk-handle-interrupt fuse-dev-eperm-ratelimit-ns context fscontext defcontext rootcontext halo-max-latency halo-max-replicas halo-min-replicas process-name fopen-keep-cache io-engine ro acl selinux worm enable-ino32 mem-accounting aux-gfid-mount thin-client resolve-gids rw global-threading localtime-logging async sync dirsync mand nomand silent loud iversion noiversion nofail atime noatime diratime nodiratime relatime norelatime strictatime nostrictatime lazyatime nolazyatime dev nodev exec noexec suid nosuid auto_unmount auto noauto _netdev".split(
    " ",
  ),
);

/** Options that mount keeps to itself (asked of util-linux 2.38 with a helper that prints what it is given). */
const kept =
  /^(defaults|nouser|noowner|nogroup|owner|group|comment|symfollow|r?(private|shared|slave|unbindable)|nolazytime|[xX]-.*)$/;

export const mountOption = nodeRule({
  id: "gluster/mount-option",
  severity: "error",
  summary: "A mount option must be one that mount.glusterfs knows, because any other ends the mount",
  daemon: "rejects",
  check(node, report) {
    for (const { options } of glusterMounts(node))
      for (const { name, at } of options) {
        if (known.has(name) || kept.test(name) || name === "") continue;
        const guess = nearest(name, known);
        report(
          at,
          `mount.glusterfs does not know the option ${name}${guess ? `, did you mean ${guess}?` : ""}: it stops and nothing is mounted`,
          guess ? {} : { severity: "warning", daemon: "silent" },
        );
      }
  },
});
