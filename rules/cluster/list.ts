import { addressContradiction } from "./address-contradiction.ts";
import { addressOwnerTwice } from "./address-owner-twice.ts";
import { advertIntMismatch } from "./advert-int-mismatch.ts";
import { allMaster } from "./all-master.ts";
import { authMismatch } from "./auth-mismatch.ts";
import { broadcastDrift } from "./broadcast-drift.ts";
import { cloneMaxBelowHosts } from "./clone-max-below-hosts.ts";
import { copiedFile } from "./copied-file.ts";
import { corosyncConfigVersionMismatch } from "./corosync-config-version-mismatch.ts";
import { corosyncFileDrift } from "./corosync-file-drift.ts";
import { corosyncNameMismatch } from "./corosync-name-mismatch.ts";
import { corosyncPacemakerNodes } from "./corosync-pacemaker-nodes.ts";
import { downTimerMismatch } from "./down-timer-mismatch.ts";
import { drArpAnnounce } from "./dr-arp-announce.ts";
import { drArpIgnore } from "./dr-arp-ignore.ts";
import { drCheckPath } from "./dr-check-path.ts";
import { drGatewayIsDirector } from "./dr-gateway-is-director.ts";
import { drOffLink } from "./dr-off-link.ts";
import { drRpFilter } from "./dr-rp-filter.ts";
import { drStaleVip } from "./dr-stale-vip.ts";
import { drVipMask } from "./dr-vip-mask.ts";
import { drVipMissing } from "./dr-vip-missing.ts";
import { drVipOnEthernet } from "./dr-vip-on-ethernet.ts";
import { drbdAddressNotLocal } from "./drbd-address-not-local.ts";
import { drbdFileDrift } from "./drbd-file-drift.ts";
import { drbdNodeNotListed } from "./drbd-node-not-listed.ts";
import { drbdResourceMissing } from "./drbd-resource-missing.ts";
import { drbdTwoManagers } from "./drbd-two-managers.ts";
import { drbdWaitsForFencing } from "./drbd-waits-for-fencing.ts";
import { dualPrimaryWithoutStonith } from "./dual-primary-without-stonith.ts";
import { duplicateAddress } from "./duplicate-address.ts";
import { equalPriority } from "./equal-priority.ts";
import { fenceHandlerWithoutPacemaker } from "./fence-handler-without-pacemaker.ts";
import { filesystemTypeMismatch } from "./filesystem-type-mismatch.ts";
import { foreignVirtualRouterId } from "./foreign-virtual-router-id.ts";
import { galeraAddressIncomplete } from "./galera-address-incomplete.ts";
import { galeraAgentAddresses } from "./galera-agent-addresses.ts";
import { galeraClusterNameMismatch } from "./galera-cluster-name-mismatch.ts";
import { galeraDataShared } from "./galera-data-shared.ts";
import { galeraEvenNodes } from "./galera-even-nodes.ts";
import { galeraNodeAddressForeign } from "./galera-node-address-foreign.ts";
import { galeraNodeAddressShared } from "./galera-node-address-shared.ts";
import { galeraNodeNameShared } from "./galera-node-name-shared.ts";
import { galeraNodeOff } from "./galera-node-off.ts";
import { galeraPlainReplication } from "./galera-plain-replication.ts";
import { galeraSmallCache } from "./galera-small-cache.ts";
import { galeraSstMethodMismatch } from "./galera-sst-method-mismatch.ts";
import { haproxyDrift } from "./haproxy-drift.ts";
import { haproxyPeersDrift } from "./haproxy-peers-drift.ts";
import { haproxyRuleDrift } from "./haproxy-rule-drift.ts";
import { haproxyTableNotShared } from "./haproxy-table-not-shared.ts";
import { haproxyTicketsNotShared } from "./haproxy-tickets-not-shared.ts";
import { hostNameTwice } from "./host-name-twice.ts";
import { hostsDrift } from "./hosts-drift.ts";
import { instanceNameDrift } from "./instance-name-drift.ts";
import { invertedPriority } from "./inverted-priority.ts";
import { ipvsadmDaemonRole } from "./ipvsadm-daemon-role.ts";
import { managedDrbdUnknown } from "./managed-drbd-unknown.ts";
import { managedMountInFstab } from "./managed-mount-in-fstab.ts";
import { memberUnknown } from "./member-unknown.ts";
import { missingInstance } from "./missing-instance.ts";
import { multicastGroupMismatch } from "./multicast-group-mismatch.ts";
import { nameOfWrongNode } from "./name-of-wrong-node.ts";
import { natGateway } from "./nat-gateway.ts";
import { nopreemptOnBackupOnly } from "./nopreempt-on-backup-only.ts";
import { o2cbNotEnabled } from "./o2cb-not-enabled.ts";
import { o2cbTimeoutMismatch } from "./o2cb-timeout-mismatch.ts";
import { ocfs2AddressNotLocal } from "./ocfs2-address-not-local.ts";
import { ocfs2FileDrift } from "./ocfs2-file-drift.ts";
import { ocfs2NodeNotListed } from "./ocfs2-node-not-listed.ts";
import { ocfs2StackMismatch } from "./ocfs2-stack-mismatch.ts";
import { promotedMaxMismatch } from "./promoted-max-mismatch.ts";
import { realServerIsDirector } from "./real-server-is-director.ts";
import { routerIdDuplicate } from "./router-id-duplicate.ts";
import { serviceStartedTwice } from "./service-started-twice.ts";
import { sharedDatabase } from "./shared-database.ts";
import { singlePrimaryClusterFilesystem } from "./single-primary-cluster-filesystem.ts";
import { sorryServerIsRealServer } from "./sorry-server-is-real-server.ts";
import { strictMismatch } from "./strict-mismatch.ts";
import { syncDaemonDrift } from "./sync-daemon-drift.ts";
import { syncGroupDrift } from "./sync-group-drift.ts";
import { sysctlDrift } from "./sysctl-drift.ts";
import { trackingDrift } from "./tracking-drift.ts";
import { trackingWeightTooSmall } from "./tracking-weight-too-small.ts";
import { twoNodeWithoutFencing } from "./two-node-without-fencing.ts";
import { unicastMulticastMix } from "./unicast-multicast-mix.ts";
import { unicastPeerMismatch } from "./unicast-peer-mismatch.ts";
import { unknownRealServer } from "./unknown-real-server.ts";
import { vipExcludedMismatch } from "./vip-excluded-mismatch.ts";
import { vipIsNodeAddress } from "./vip-is-node-address.ts";
import { vipPrefixMismatch } from "./vip-prefix-mismatch.ts";
import { vipSetMismatch } from "./vip-set-mismatch.ts";
import { vipTwoManagers } from "./vip-two-managers.ts";
import { virtualRouterIdMismatch } from "./virtual-router-id-mismatch.ts";
import { virtualServerDrift } from "./virtual-server-drift.ts";
import { vrrpVersionMismatch } from "./vrrp-version-mismatch.ts";
import { watchdogShared } from "./watchdog-shared.ts";
import { watchdogTimeoutMismatch } from "./watchdog-timeout-mismatch.ts";

/** Rules that compare the machines of a cluster. */
export const clusterRules = [
  galeraNodeOff,
  galeraSmallCache,
  galeraPlainReplication,
  fenceHandlerWithoutPacemaker,
  galeraDataShared,
  serviceStartedTwice,
  watchdogTimeoutMismatch,
  watchdogShared,
  galeraAgentAddresses,
  twoNodeWithoutFencing,
  ocfs2StackMismatch,
  drbdResourceMissing,
  drbdTwoManagers,
  cloneMaxBelowHosts,
  promotedMaxMismatch,
  dualPrimaryWithoutStonith,
  drbdWaitsForFencing,
  managedDrbdUnknown,
  managedMountInFstab,
  vipTwoManagers,
  memberUnknown,
  corosyncPacemakerNodes,
  corosyncNameMismatch,
  corosyncFileDrift,
  corosyncConfigVersionMismatch,
  galeraSstMethodMismatch,
  galeraNodeNameShared,
  galeraNodeAddressShared,
  galeraNodeAddressForeign,
  galeraEvenNodes,
  galeraClusterNameMismatch,
  galeraAddressIncomplete,
  addressOwnerTwice,
  advertIntMismatch,
  allMaster,
  authMismatch,
  broadcastDrift,
  copiedFile,
  downTimerMismatch,
  drArpAnnounce,
  drArpIgnore,
  drCheckPath,
  drGatewayIsDirector,
  drOffLink,
  drRpFilter,
  drStaleVip,
  drVipMask,
  drVipMissing,
  drVipOnEthernet,
  drbdAddressNotLocal,
  drbdFileDrift,
  drbdNodeNotListed,
  duplicateAddress,
  equalPriority,
  foreignVirtualRouterId,
  haproxyDrift,
  haproxyPeersDrift,
  addressContradiction,
  hostNameTwice,
  hostsDrift,
  sysctlDrift,
  instanceNameDrift,
  invertedPriority,
  ipvsadmDaemonRole,
  missingInstance,
  multicastGroupMismatch,
  nameOfWrongNode,
  natGateway,
  nopreemptOnBackupOnly,
  o2cbNotEnabled,
  o2cbTimeoutMismatch,
  ocfs2AddressNotLocal,
  ocfs2FileDrift,
  ocfs2NodeNotListed,
  realServerIsDirector,
  routerIdDuplicate,
  sharedDatabase,
  filesystemTypeMismatch,
  singlePrimaryClusterFilesystem,
  sorryServerIsRealServer,
  strictMismatch,
  syncDaemonDrift,
  syncGroupDrift,
  trackingDrift,
  trackingWeightTooSmall,
  unicastMulticastMix,
  unicastPeerMismatch,
  unknownRealServer,
  vipExcludedMismatch,
  vipIsNodeAddress,
  vipPrefixMismatch,
  vipSetMismatch,
  virtualRouterIdMismatch,
  virtualServerDrift,
  vrrpVersionMismatch,
  haproxyTableNotShared,
  haproxyTicketsNotShared,
  haproxyRuleDrift,
];
