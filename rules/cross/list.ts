import { bootclusterMismatch } from "./bootcluster-mismatch.ts";
import { corosyncAddressForeign } from "./corosync-address-foreign.ts";
import { corosyncAddressLoopback } from "./corosync-address-loopback.ts";
import { corosyncAddressOfOther } from "./corosync-address-of-other.ts";
import { corosyncAddressUnknown } from "./corosync-address-unknown.ts";
import { corosyncLocalNodeMissing } from "./corosync-local-node-missing.ts";
import { drbdOcfs2Networks } from "./drbd-ocfs2-networks.ts";
import { dualPrimaryFilesystem } from "./dual-primary-filesystem.ts";
import { haproxyBehindVirtualServer } from "./haproxy-behind-virtual-server.ts";
import { haproxyCheckTarget } from "./haproxy-check-target.ts";
import { haproxyDatabasePort } from "./haproxy-database-port.ts";
import { haproxyForeignAddress } from "./haproxy-foreign-address.ts";
import { haproxyLocalPeer } from "./haproxy-local-peer.ts";
import { haproxyMissingFile } from "./haproxy-missing-file.ts";
import { haproxyNonlocalBind } from "./haproxy-nonlocal-bind.ts";
import { haproxyNotTracked } from "./haproxy-not-tracked.ts";
import { haproxyServerIsItself } from "./haproxy-server-is-itself.ts";
import { haproxyServerIsVirtual } from "./haproxy-server-is-virtual.ts";
import { haproxyUnservedAddress } from "./haproxy-unserved-address.ts";
import { ipvsadmAuto } from "./ipvsadm-auto.ts";
import { ipvsadmDaemon } from "./ipvsadm-daemon.ts";
import { missingScript } from "./missing-script.ts";
import { mountAfterService } from "./mount-after-service.ts";
import { mountedBackingDisk } from "./mounted-backing-disk.ts";
import { namelessStorageAddress } from "./nameless-storage-address.ts";
import { natIpForward } from "./nat-ip-forward.ts";
import { nodeCount } from "./node-count.ts";
import { o2cbDrbdTimeouts } from "./o2cb-drbd-timeouts.ts";
import { ownNameOnLoopback } from "./own-name-on-loopback.ts";
import { portCollision } from "./port-collision.ts";
import { replicationOnClientNetwork } from "./replication-on-client-network.ts";
import { twoNodeHeartbeat } from "./two-node-heartbeat.ts";
import { unicastPeerSelf } from "./unicast-peer-self.ts";
import { unicastSourceNotLocal } from "./unicast-source-not-local.ts";
import { unknownDrbdDevice } from "./unknown-drbd-device.ts";
import { unknownInterface } from "./unknown-interface.ts";
import { unmanagedVirtualServer } from "./unmanaged-virtual-server.ts";
import { unreadResource } from "./unread-resource.ts";
import { untrackedBackendInterface } from "./untracked-backend-interface.ts";
import { vipOutsideSubnet } from "./vip-outside-subnet.ts";
import { vipPrefix } from "./vip-prefix.ts";
import { vipStatic } from "./vip-static.ts";

/** Rules that compare the files of one machine. */
export const crossRules = [
  corosyncAddressOfOther,
  corosyncLocalNodeMissing,
  corosyncAddressUnknown,
  corosyncAddressLoopback,
  corosyncAddressForeign,
  bootclusterMismatch,
  drbdOcfs2Networks,
  dualPrimaryFilesystem,
  haproxyBehindVirtualServer,
  haproxyForeignAddress,
  haproxyLocalPeer,
  haproxyMissingFile,
  haproxyNonlocalBind,
  haproxyNotTracked,
  haproxyServerIsItself,
  haproxyServerIsVirtual,
  ipvsadmAuto,
  ipvsadmDaemon,
  missingScript,
  mountAfterService,
  mountedBackingDisk,
  namelessStorageAddress,
  natIpForward,
  nodeCount,
  o2cbDrbdTimeouts,
  ownNameOnLoopback,
  portCollision,
  replicationOnClientNetwork,
  twoNodeHeartbeat,
  unicastPeerSelf,
  unicastSourceNotLocal,
  unknownDrbdDevice,
  unknownInterface,
  unmanagedVirtualServer,
  unreadResource,
  untrackedBackendInterface,
  vipOutsideSubnet,
  vipPrefix,
  vipStatic,
  haproxyUnservedAddress,
  haproxyCheckTarget,
  haproxyDatabasePort,
];
