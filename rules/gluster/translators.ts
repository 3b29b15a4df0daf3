/** Translators of glusterfs 10.3, and names that other versions have. */
export const translators: ReadonlySet<string> = new Set(
  "cluster/afr cluster/dht cluster/disperse cluster/distribute cluster/ec cluster/ha cluster/jbr cluster/map cluster/nufa cluster/replicate cluster/stripe cluster/switch cluster/tier cluster/unify debug/delay-gen debug/error-gen debug/io-stats debug/sink debug/stub debug/trace encryption/crypt encryption/rot-13 experimental/fdl features/access-control features/arbiter features/barrier features/bd features/bit-rot features/bitrot-stub features/cdc features/changelog features/changetimerecorder features/cloudsync features/compress features/filter features/ganesha features/gfid-access features/glupy features/index features/leases features/locks features/mac-compat features/marker features/metadisp features/namespace features/path-convertor features/posix-locks features/prot_client features/prot_server features/protect features/qemu-block features/quiesce features/quota features/quotad features/read-only features/sdfs features/selinux features/shard features/simple-quota features/snapview-client features/snapview-server features/thin-arbiter features/trash features/upcall features/uss features/utime features/worm legacy/auth meta mgmt/glusterd mount/api mount/fuse nfs/server performance/booster performance/decompounder performance/io-cache performance/io-threads performance/md-cache performance/nl-cache performance/open-behind performance/quick-read performance/read-ahead performance/readdir-ahead performance/stat-prefetch performance/symlink-cache performance/write-behind playground/template protocol/auth protocol/client protocol/server storage/bd storage/bdb storage/btrfs storage/posix system/posix-acl testing/performance/symlink-cache".split(
    " ",
  ),
);

/** Options by translator, from the tables of glusterfs 10.3 (xlators/…, volume_options); `*` stands for any letters. */
const options: Readonly<Record<string, string>> = {
  "cluster/replicate":
    "afr-dirty-xattr afr-pending-xattr arbiter-count background-self-heal-count choose-local consistent-io consistent-metadata data-change-log data-self-heal data-self-heal-algorithm data-self-heal-window-size eager-lock ensure-durability entry-change-log entry-self-heal entrylk-trace favorite-child-policy full-lock granular-entry-heal halo-enabled halo-max-latency halo-max-replicas halo-min-replicas halo-nfsd-max-latency halo-shd-max-latency heal-timeout heal-wait-queue-length iam-nfs-daemon iam-self-heal-daemon inodelk-trace locking-scheme metadata-change-log metadata-self-heal metadata-splitbrain-forced-heal node-uuid optimistic-change-log post-op-delay-secs pre-op-compat quorum-count quorum-reads quorum-type read-hash-mode read-subvolume read-subvolume-index self-heal-daemon self-heal-readdir-size shd-max-threads shd-wait-qlength thin-arbiter use-anonymous-inode use-compound-fops",
  "cluster/distribute":
    "assert-no-child-down commit-hash decommissioned-bricks directory-layout-spread ensure-durability extra-hash-regex force-migration local-volume-name lock-migration lookup-optimize lookup-unhashed min-free-disk min-free-inodes node-uuid pattern.switch.case randomize-hash-range-by-gfid readdir-optimize rebal-throttle rebalance-cmd rebalance-filter rebalance-stats rsync-hash-regex unhashed-sticky-bit use-readdirp weighted-rebalance xattr-name",
  "cluster/disperse":
    "background-heals cpu-extensions eager-lock eager-lock-timeout ec-read-mask heal-timeout heal-wait-qlength iam-self-heal-daemon optimistic-change-log other-eager-lock other-eager-lock-timeout parallel-writes quorum-count read-policy redundancy self-heal-daemon self-heal-window-size shd-max-threads shd-wait-qlength stripe-cache",
  "debug/io-stats":
    "brick-log-buf-size brick-log-flush-timeout brick-log-format brick-log-level brick-logger brick-threads client-log-buf-size client-log-flush-timeout client-log-format client-log-level client-logger client-threads count-fop-hits dump-fd-stats global-threading ios-dnscache-ttl-sec ios-dump-format ios-dump-interval ios-sample-buf-size ios-sample-interval latency-measurement log-buf-size log-flush-timeout log-format log-level logger sys-log-level threads unique-id volume-id",
  "features/locks":
    "enforce-mandatory-lock mandatory-locking monkey-unlocking notify-contention notify-contention-delay revocation-clear-all revocation-max-blocked revocation-secs trace",
  "features/marker": "gsync-force-xtime inode-quota quota quota-version timestamp-file volume-uuid xtime",
  "features/quota":
    "alert-time deem-statfs default-soft-limit enable hard-timeout server-quota soft-timeout transport-type transport.* volume-uuid",
  "features/changelog":
    "capture-del-path changelog changelog-barrier-timeout changelog-brick changelog-dir changelog-notification encoding fsync-interval op-mode rollover-time",
  "features/shard": "shard shard-block-size shard-deletion-rate shard-lru-limit",
  "mgmt/glusterd":
    "-log-group .* base-port bind-insecure downgrade event-threads glusterd-sockfile max-port mgmt-v3-lock-timeout mountbroker- mountbroker-root mountbroker.* ping-timeout rpc-auth-allow-insecure rpc-auth.* run-with-valgrind server-quorum-ratio server-quorum-type snap-brick-path transport-type transport.* upgrade working-directory",
  "mount/fuse":
    "acl attr-times-granularity auto-invalidation background-qlen capability client-pid congestion-threshold direct-io-mode enable-ino32 event-history flush-handle-interrupt fopen-keep-cache fuse-dev-eperm-ratelimit-ns fuse-dumpfile fuse-mountopts gid-timeout invalidate-limit kernel-writeback-cache lru-limit mount-point no-root-squash read-only reader-thread-count resolve-gids selinux sync-to-mount thin-client uid-map-root use-readdirp",
  "performance/io-cache":
    "cache-size cache-timeout force-revalidate-timeout io-cache max-file-size min-file-size pass-through priority",
  "performance/io-threads":
    "cleanup-disconnected-reqs enable-least-priority high-prio-threads idle-time least-prio-threads low-prio-threads normal-prio-threads pass-through thread-count watchdog-secs",
  "performance/md-cache":
    "cache-capability-xattrs cache-glusterfs-acl cache-ima-xattrs cache-invalidation cache-posix-acl cache-samba-metadata cache-selinux cache-swift-metadata force-readdirp global-cache-invalidation md-cache md-cache-statfs md-cache-timeout pass-through xattr-cache-list",
  "performance/open-behind": "lazy-open open-behind pass-through read-after-open use-anonymous-fd",
  "performance/quick-read":
    "cache-size cache-timeout ctime-invalidation max-file-size priority quick-read quick-read-cache-invalidation",
  "performance/read-ahead": "force-atime-update page-count page-size pass-through read-ahead",
  "performance/readdir-ahead":
    "parallel-readdir pass-through rda-cache-limit rda-high-wmark rda-low-wmark rda-request-size readdir-ahead",
  "performance/write-behind":
    "aggregate-size cache-size flush-behind pass-through resync-failed-syncs-after-fsync strict-O_DIRECT strict-write-ordering trickling-writes window-size write-behind",
  "protocol/client":
    "client-bind-insecure event-threads filter-O_DIRECT frame-timeout password ping-timeout remote-host remote-port remote-subvolume rpc-timeout send-gids strict-locks tcp-window-size testing.old-protocol transport-type username",
  "protocol/server":
    "all-squash allow-insecure anongid anonuid auth-path auth.addr.*.allow auth.addr.*.reject auth.allow auth.reject conf-dir config-directory dynamic-auth event-threads gid-timeout inode-lru-limit manage-gids root-squash rpc-auth-allow-insecure rpc.outstanding-rpc-limit ssl-allow statedump-path strict-auth-accept tcp-window-size trace transport-type transport.* transport.listen-backlog transport.tcp-user-timeout volume-filename.*",
  "storage/posix":
    "background-unlink batch-fsync-delay-usec batch-fsync-mode brick-gid brick-uid create-directory-mask create-mask ctime directory disable-landfill-purge export-statfs-size fips-mode-rchecksum force-create-mode force-directory-mode gfid2path gfid2path-separator glusterd-uuid health-check-interval health-check-timeout hostname janitor-sleep-duration linux-aio linux-io_uring mandate-attribute max-hardlinks node-uuid-pathinfo o-direct reserve shared-brick-count update-link-count-parent volume-id xattr-user-namespace-mode",
};

const synonyms: Readonly<Record<string, string>> = {
  "cluster/afr": "cluster/replicate",
  "cluster/dht": "cluster/distribute",
  "cluster/ec": "cluster/disperse",
  "features/posix-locks": "features/locks",
};

export const optionsOf = (type: string): readonly string[] | undefined =>
  options[synonyms[type] ?? type]?.split(" ");

/** Options that every translator or its transport takes. */
export const common = /^(log-level|strict-locks|pass-through|transport\b.*|auth\b.*|rpc.*|ssl.*|.*\*.*)$/;
