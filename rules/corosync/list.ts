import { addressMissing } from "./address-missing.ts";
import { addressName } from "./address-name.ts";
import { addressTwice } from "./address-twice.ts";
import { bindAddressIgnored } from "./bind-address-ignored.ts";
import { blindLogging } from "./blind-logging.ts";
import { cipherWithoutHash } from "./cipher-without-hash.ts";
import { closedSection } from "./closed-section.ts";
import { clusterNameMissing } from "./cluster-name-missing.ts";
import { configVersionMissing } from "./config-version-missing.ts";
import { consensusBelowJoin } from "./consensus-below-join.ts";
import { consensusLow } from "./consensus-low.ts";
import { cryptoTransport } from "./crypto-transport.ts";
import { deviceClusterName } from "./device-cluster-name.ts";
import { deviceConflict } from "./device-conflict.ts";
import { deviceHost } from "./device-host.ts";
import { deviceNet } from "./device-net.ts";
import { deviceSyncTimeout } from "./device-sync-timeout.ts";
import { deviceVotes } from "./device-votes.ts";
import { duplicateSection } from "./duplicate-section.ts";
import { emptyHeuristic } from "./empty-heuristic.ts";
import { expectedVotes } from "./expected-votes.ts";
import { inlineComment } from "./inline-comment.ts";
import { ipVersion } from "./ip-version.ts";
import { keyLength } from "./key-length.ts";
import { knetRange } from "./knet-range.ts";
import { knetSettings } from "./knet-settings.ts";
import { lastManStanding } from "./last-man-standing.ts";
import { leadingZero } from "./leading-zero.ts";
import { linkMismatch } from "./link-mismatch.ts";
import { linkNumber } from "./link-number.ts";
import { linkPriorityTransport } from "./link-priority-transport.ts";
import { linkSubnets } from "./link-subnets.ts";
import { linkTwice } from "./link-twice.ts";
import { logfileMissing } from "./logfile-missing.ts";
import { loopbackAddress } from "./loopback-address.ts";
import { corosyncMistakes } from "./mistakes.ts";
import { mixedFamily } from "./mixed-family.ts";
import { multicastAddress } from "./multicast-address.ts";
import { multicastWithoutUdp } from "./multicast-without-udp.ts";
import { noBreakSpace } from "./no-break-space.ts";
import { nodeHighBit } from "./node-high-bit.ts";
import { nodeNameMissing } from "./node-name-missing.ts";
import { nodeNameTwice } from "./node-name-twice.ts";
import { nodeidMissing } from "./nodeid-missing.ts";
import { nodeidRange } from "./nodeid-range.ts";
import { nodeidTwice } from "./nodeid-twice.ts";
import { nodelistMissing } from "./nodelist-missing.ts";
import { nozzlePrefix } from "./nozzle-prefix.ts";
import { pingPair } from "./ping-pair.ts";
import { plainTraffic } from "./plain-traffic.ts";
import { platformTiming } from "./platform-timing.ts";
import { providerMissing } from "./provider-missing.ts";
import { quorumFlag } from "./quorum-flag.ts";
import { quorumMissing } from "./quorum-missing.ts";
import { quotedValue } from "./quoted-value.ts";
import { removedCipher } from "./removed-cipher.ts";
import { ringCollision } from "./ring-collision.ts";
import { ringNumber } from "./ring-number.ts";
import { sctp } from "./sctp.ts";
import { sharedNetwork } from "./shared-network.ts";
import { singleLink } from "./single-link.ts";
import { tieBreakerNode } from "./tie-breaker-node.ts";
import { tieBreakerOdd } from "./tie-breaker-odd.ts";
import { timerFloor } from "./timer-floor.ts";
import { tokenHigh } from "./token-high.ts";
import { tokenLow } from "./token-low.ts";
import { transport } from "./transport.ts";
import { transportDeprecated } from "./transport-deprecated.ts";
import { transportImplicit } from "./transport-implicit.ts";
import { ttlWithoutMulticast } from "./ttl-without-multicast.ts";
import { twoNode } from "./two-node.ts";
import { twoNodeDevice } from "./two-node-device.ts";
import { twoNodeExpectedVotes } from "./two-node-expected-votes.ts";
import { twoNodeMissing } from "./two-node-missing.ts";
import { twoNodeTieBreaker } from "./two-node-tie-breaker.ts";
import { twoNodeWithoutWaiting } from "./two-node-without-waiting.ts";
import { unusedLink } from "./unused-link.ts";
import { version } from "./version.ts";
import { weakHash } from "./weak-hash.ts";
import { zeroVotes } from "./zero-votes.ts";

/** What is judged of corosync.conf. */
export const corosyncRules = [
  ...corosyncMistakes,
  inlineComment,
  quotedValue,
  noBreakSpace,
  leadingZero,
  closedSection,
  duplicateSection,
  version,
  nodelistMissing,
  nodeidMissing,
  nodeidRange,
  nodeidTwice,
  nodeNameMissing,
  nodeNameTwice,
  addressMissing,
  addressTwice,
  loopbackAddress,
  addressName,
  linkMismatch,
  linkNumber,
  mixedFamily,
  ipVersion,
  linkSubnets,
  sharedNetwork,
  singleLink,
  unusedLink,
  linkTwice,
  ringNumber,
  ringCollision,
  quorumMissing,
  providerMissing,
  expectedVotes,
  twoNode,
  twoNodeExpectedVotes,
  twoNodeMissing,
  twoNodeWithoutWaiting,
  twoNodeTieBreaker,
  twoNodeDevice,
  quorumFlag,
  tieBreakerOdd,
  tieBreakerNode,
  lastManStanding,
  zeroVotes,
  deviceNet,
  deviceHost,
  emptyHeuristic,
  deviceVotes,
  deviceSyncTimeout,
  deviceConflict,
  deviceClusterName,
  plainTraffic,
  cipherWithoutHash,
  cryptoTransport,
  keyLength,
  weakHash,
  removedCipher,
  tokenLow,
  tokenHigh,
  consensusLow,
  consensusBelowJoin,
  timerFloor,
  pingPair,
  transport,
  transportDeprecated,
  transportImplicit,
  sctp,
  ttlWithoutMulticast,
  linkPriorityTransport,
  multicastWithoutUdp,
  knetSettings,
  knetRange,
  multicastAddress,
  bindAddressIgnored,
  nozzlePrefix,
  nodeHighBit,
  blindLogging,
  logfileMissing,
  clusterNameMissing,
  configVersionMissing,
  platformTiming,
];
