import { all, decimal, last, present, setting, settingOf, text } from "../core/settings.ts";
import type { Block, Statement } from "../core/tree.ts";
import type {
  Address,
  Authentication,
  SyncGroup,
  Track,
  Tracking,
  UnicastPeer,
  VrrpInstance,
} from "./model.ts";
import {
  account,
  address,
  anyText,
  bool,
  command,
  commands,
  either,
  entries,
  first,
  flag,
  has,
  int,
  nameOf,
  option,
  uint,
} from "./read.ts";
import type { BfdInstance, TrackFile, TrackProcess, VrrpScript } from "./trackers.ts";
import { bareAddress, isVip } from "./types.ts";

export function vrrpInstance(statement: Statement): VrrpInstance {
  const { block } = statement;
  return present({
    statement,
    name: nameOf(statement),
    state: setting(block, "state", text),
    interface: setting(block, "interface", text),
    virtualRouterId: setting(block, "virtual_router_id", uint),
    priority: setting(block, "priority", uint),
    advertInt: setting(block, "advert_int", decimal),
    version: setting(block, "version", uint),
    authentication: authentication(last(block, "authentication")),
    hmac: entity(last(block, "auth_hmac")),
    virtualIps: entries(block, "virtual_ipaddress").map(addressOf),
    excludedIps: entries(block, "virtual_ipaddress_excluded").map(addressOf),
    virtualRoutes: entries(block, "virtual_routes"),
    virtualRules: entries(block, "virtual_rules"),
    unicastSrcIp: setting(block, "unicast_src_ip", address),
    unicastPeers: entries(block, "unicast_peer").map(peer),
    unicastBlocks: all(block, "unicast_peer"),
    unicastTtl: setting(block, "unicast_ttl", uint),
    unicastFaultNoPeer: flag(block, "unicast_fault_no_peer"),
    checkUnicastSrc: flag(block, "check_unicast_src"),
    mcastSrcIp: setting(block, "mcast_src_ip", address),
    mcastDstIp: setting(block, "mcast_dst_ip", address),
    track: tracking(block),
    trackSrcIp: flag(block, "track_src_ip"),
    dontTrackPrimary: flag(block, "dont_track_primary"),
    nopreempt: flag(block, "nopreempt"),
    preempt: flag(block, "preempt"),
    preemptDelay: setting(block, "preempt_delay", decimal),
    accept: flag(block, "accept"),
    noAccept: flag(block, "no_accept"),
    strictMode: bool(block, "strict_mode"),
    useVmac: flag(block, "use_vmac"),
    useIpvlan: flag(block, "use_ipvlan"),
    vmacXmitBase: flag(block, "vmac_xmit_base"),
    nativeIpv6: flag(block, "native_ipv6"),
    noVirtualIpaddress: flag(block, "no_virtual_ipaddress"),
    smtpAlert: bool(block, "smtp_alert"),
    downTimerAdverts: setting(block, "down_timer_adverts", uint),
    garpExtraIf: either(block, ["garp_extra_if", "vmac_garp_intvl"], uint),
    lvsSyncDaemonInterface: setting(block, "lvs_sync_daemon_interface", text),
    notifies: commands(block, /^notify(?!_priority)/),
  });
}

const entity = (statement: Statement | undefined) => statement && { statement };

const authentication = (statement: Statement | undefined): Authentication | undefined =>
  statement &&
  present({
    statement,
    type: setting(statement.block, "auth_type", text),
    pass: setting(statement.block, "auth_pass", text),
  });

/** An entry of an address list: `10.0.0.4/24 brd + dev eth0 label eth0:1`. */
export function addressOf(entry: Statement): Address {
  const written = first(entry, text);
  const [, bits] = written?.value.split("/") ?? [];
  return present({
    statement: entry,
    ip: written && isVip(written.value) ? { ...written, value: bareAddress(written.value) } : undefined,
    prefix:
      written && bits !== undefined && isVip(written.value) ? { ...written, value: Number(bits) } : undefined,
    dev: option(entry, "dev", text),
    label: option(entry, "label", text),
    brd: option(entry, ["brd", "broadcast"], text),
    scope: option(entry, "scope", text),
    peer: option(entry, "peer", text),
    noTrack: has(entry, "no_track"),
    useVmac: has(entry, "use_vmac"),
  });
}

const peer = (entry: Statement): UnicastPeer => present({ statement: entry, ip: first(entry, address) });

const tracking = (block: Block | undefined): Tracking => ({
  interfaces: entries(block, "track_interface").map(track),
  scripts: entries(block, "track_script").map(track),
  files: entries(block, "track_file").map(track),
  processes: entries(block, "track_process").map(track),
  bfds: entries(block, "track_bfd").map(track),
});

function track(entry: Statement): Track {
  const word = entry.args.find(({ value }) => value === "reverse" || value === "noreverse");
  return present({
    statement: entry,
    name: first(entry, anyText)!,
    weight: option(entry, "weight", int),
    reverse: word && { value: word.value === "reverse", word, statement: entry },
  });
}

export const syncGroup = (statement: Statement): SyncGroup =>
  present({
    statement,
    name: nameOf(statement),
    members: members(statement.block),
    track: tracking(statement.block),
    globalTracking: flag(statement.block, "global_tracking"),
    trackingWeight: flag(statement.block, "sync_group_tracking_weight"),
    smtpAlert: bool(statement.block, "smtp_alert"),
    notifies: commands(statement.block, /^notify(?!_priority)/),
  });

/** The names in all `group` blocks: several may stand on a line. */
export const members = (block: Block | undefined) =>
  entries(block, "group").flatMap((statement) =>
    [statement.keyword, ...statement.args].map((word) => ({ value: word.value, word, statement })),
  );

export function vrrpScript(statement: Statement): VrrpScript {
  const { block } = statement;
  const weight = last(block, "weight");
  const reverse = weight?.args[1];
  return present({
    statement,
    name: nameOf(statement),
    script: command(last(block, "script")),
    interval: setting(block, "interval", decimal),
    timeout: setting(block, "timeout", decimal),
    weight: settingOf(weight, 0, int),
    reverse:
      weight && reverse?.value === "reverse" ? { value: true, word: reverse, statement: weight } : undefined,
    fall: setting(block, "fall", uint),
    rise: setting(block, "rise", uint),
    user: account(last(block, "user")),
    initFail: flag(block, "init_fail"),
  });
}

export const trackFile = (statement: Statement): TrackFile =>
  present({
    statement,
    name: nameOf(statement),
    file: setting(statement.block, "file", text),
    weight: setting(statement.block, "weight", int),
  });

export const trackProcess = (statement: Statement): TrackProcess =>
  present({
    statement,
    name: nameOf(statement),
    process: setting(statement.block, "process", text),
    weight: setting(statement.block, "weight", int),
    quorum: setting(statement.block, "quorum", uint),
  });

export const bfdInstance = (statement: Statement): BfdInstance =>
  present({
    statement,
    name: nameOf(statement),
    neighbor: either(statement.block, ["neighbor_ip", "neighbour_ip"], address),
    sourceIp: setting(statement.block, "source_ip", address),
    weight: setting(statement.block, "weight", int),
  });
