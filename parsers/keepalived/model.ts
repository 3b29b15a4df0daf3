import type { Setting } from "../core/settings.ts";
import type { Statement, Word } from "../core/tree.ts";
import type { BfdInstance, TrackFile, TrackGroup, TrackProcess, VrrpScript } from "./trackers.ts";

/** Something with a block or a list entry of its own; `statement` is all of it. */
export interface Entity {
  readonly statement: Statement;
}

/** An entity with a name; `name` is absent where the word is missing. */
export interface Named extends Entity {
  readonly name?: Setting<string>;
}

/** A flag or a boolean whose word is the keyword itself where it stands alone. */
export type Flag = Setting<boolean>;

/** A command with the account it runs under. keepalived starts no shell: the first word is looked up in PATH. */
export interface Command extends Entity {
  /** The whole command line, quotes and escapes replaced. */
  readonly text: string;
  readonly word: Word;
  /** `text` cut at blanks, `'…'` and `"…"` kept together. */
  readonly argv: readonly string[];
  readonly user?: Word;
  readonly group?: Word;
}

export interface Account {
  readonly user: Word;
  readonly group?: Word;
  readonly statement: Statement;
}

/** An entry of virtual_ipaddress, virtual_ipaddress_excluded or static_ipaddress. */
export interface Address extends Entity {
  /** The address alone, without the prefix; undefined where it is none. */
  readonly ip?: Setting<string>;
  /** Bits; undefined: 32 or 128 is taken. */
  readonly prefix?: Setting<number>;
  readonly dev?: Setting<string>;
  readonly label?: Setting<string>;
  /** An address, `+` or `-`. */
  readonly brd?: Setting<string>;
  readonly scope?: Setting<string>;
  readonly peer?: Setting<string>;
  readonly noTrack: boolean;
  readonly useVmac: boolean;
}

/** An entry of a track_* block. */
export interface Track extends Entity {
  /** The name of the script, file, process, BFD session or interface. */
  readonly name: Setting<string>;
  readonly weight?: Setting<number>;
  readonly reverse?: Setting<boolean>;
}

export interface Tracking {
  readonly interfaces: readonly Track[];
  readonly scripts: readonly Track[];
  readonly files: readonly Track[];
  readonly processes: readonly Track[];
  readonly bfds: readonly Track[];
}

export interface UnicastPeer extends Entity {
  /** The address without a swallowed prefix; undefined where it is none. */
  readonly ip?: Setting<string>;
}

/** notify_master, notify … : keyword → command, in the order of the file, repetitions included. */
export type Notifies = readonly Command[];

export interface Authentication extends Entity {
  readonly type?: Setting<string>;
  /** As written; the daemon uses the first 8 bytes. */
  readonly pass?: Setting<string>;
}

export interface VrrpInstance extends Named {
  readonly state?: Setting<string>;
  readonly interface?: Setting<string>;
  readonly virtualRouterId?: Setting<number>;
  readonly priority?: Setting<number>;
  /** Seconds. */
  readonly advertInt?: Setting<number>;
  readonly version?: Setting<number>;
  readonly authentication?: Authentication;
  readonly hmac?: Entity;
  readonly virtualIps: readonly Address[];
  readonly excludedIps: readonly Address[];
  readonly virtualRoutes: readonly Statement[];
  readonly virtualRules: readonly Statement[];
  readonly unicastSrcIp?: Setting<string>;
  readonly unicastPeers: readonly UnicastPeer[];
  /** The unicast_peer blocks, empty ones too. */
  readonly unicastBlocks: readonly Statement[];
  readonly unicastTtl?: Setting<number>;
  readonly unicastFaultNoPeer?: Flag;
  readonly checkUnicastSrc?: Flag;
  readonly mcastSrcIp?: Setting<string>;
  readonly mcastDstIp?: Setting<string>;
  readonly track: Tracking;
  readonly trackSrcIp?: Flag;
  readonly dontTrackPrimary?: Flag;
  readonly nopreempt?: Flag;
  readonly preempt?: Flag;
  /** Seconds. */
  readonly preemptDelay?: Setting<number>;
  readonly accept?: Flag;
  readonly noAccept?: Flag;
  readonly strictMode?: Flag;
  readonly useVmac?: Flag;
  readonly useIpvlan?: Flag;
  readonly vmacXmitBase?: Flag;
  readonly nativeIpv6?: Flag;
  readonly noVirtualIpaddress?: Flag;
  readonly smtpAlert?: Flag;
  readonly downTimerAdverts?: Setting<number>;
  readonly garpExtraIf?: Setting<number>;
  readonly lvsSyncDaemonInterface?: Setting<string>;
  readonly notifies: Notifies;
}

export interface SyncGroup extends Named {
  /** Names of vrrp_instances. */
  readonly members: readonly Setting<string>[];
  readonly track: Tracking;
  readonly globalTracking?: Flag;
  readonly trackingWeight?: Flag;
  readonly smtpAlert?: Flag;
  readonly notifies: Notifies;
}

/** What a virtual_server stands for. */
export type Service =
  | { readonly kind: "address"; readonly ip: Setting<string>; readonly port?: Setting<number> }
  | { readonly kind: "fwmark"; readonly mark?: Setting<number> }
  | { readonly kind: "group"; readonly group?: Setting<string> };

export interface SorryServer extends Entity {
  readonly ip?: Setting<string>;
  readonly port?: Setting<number>;
}

export interface HttpUrl extends Entity {
  readonly path?: Setting<string>;
  readonly digest?: Setting<string>;
  readonly statusCode?: Setting<string>;
  readonly virtualhost?: Setting<string>;
}

/** TCP_CHECK, HTTP_GET … ; `kind` is the keyword. */
export interface Checker extends Entity {
  readonly kind: string;
  readonly connectIp?: Setting<string>;
  readonly connectPort?: Setting<number>;
  readonly bindTo?: Setting<string>;
  /** Seconds. */
  readonly connectTimeout?: Setting<number>;
  readonly delayLoop?: Setting<number>;
  readonly delayBeforeRetry?: Setting<number>;
  readonly retry?: Setting<number>;
  readonly urls: readonly HttpUrl[];
  /** MISC_CHECK. */
  readonly misc?: Command;
  readonly miscTimeout?: Setting<number>;
  readonly miscDynamic?: Flag;
  readonly user?: Account;
  /** BFD_CHECK: a bfd_instance; DNS_CHECK: the name asked for. */
  readonly name?: Setting<string>;
  /** FILE_CHECK. */
  readonly trackFile?: Setting<string>;
}

export interface RealServer extends Entity {
  readonly ip?: Setting<string>;
  readonly port?: Setting<number>;
  readonly weight?: Setting<number>;
  readonly lvsMethod?: Setting<string>;
  readonly lthreshold?: Setting<number>;
  readonly uthreshold?: Setting<number>;
  readonly delayLoop?: Setting<number>;
  readonly connectTimeout?: Setting<number>;
  readonly retry?: Setting<number>;
  readonly inhibitOnFailure?: Flag;
  readonly smtpAlert?: Flag;
  readonly checkers: readonly Checker[];
  readonly notifies: Notifies;
}

export interface VirtualServer extends Entity {
  readonly service?: Service;
  /** lb_kind or lvs_method: NAT, DR or TUN. */
  readonly kind?: Setting<string>;
  /** lb_algo or lvs_sched. */
  readonly scheduler?: Setting<string>;
  /** As written; any case is taken. */
  readonly protocol?: Setting<string>;
  /** Seconds. */
  readonly delayLoop?: Setting<number>;
  readonly connectTimeout?: Setting<number>;
  readonly delayBeforeRetry?: Setting<number>;
  readonly retry?: Setting<number>;
  readonly weight?: Setting<number>;
  /** The keyword's word where it stands alone, which means 360 s. */
  readonly persistenceTimeout?: Setting<number>;
  readonly persistenceGranularity?: Setting<string>;
  readonly quorum?: Setting<number>;
  readonly hysteresis?: Setting<number>;
  readonly virtualhost?: Setting<string>;
  readonly ops?: Flag;
  readonly haSuspend?: Flag;
  readonly alpha?: Flag;
  readonly omega?: Flag;
  readonly smtpAlert?: Flag;
  readonly sorryServer?: SorryServer;
  readonly sorryServerInhibit?: Flag;
  readonly realServers: readonly RealServer[];
  readonly notifies: Notifies;
}

export interface GroupEntry extends Entity {
  /** First address of a range; undefined for a fwmark. */
  readonly ip?: Setting<string>;
  /** `10.0.0.4-8`: the word after the hyphen. */
  readonly rangeEnd?: string;
  readonly port?: Setting<number>;
  readonly fwmark?: Setting<number>;
}

export interface VirtualServerGroup extends Named {
  readonly entries: readonly GroupEntry[];
}

/** `lvs_sync_daemon eth0 VI_1 id 5`. */
export interface SyncDaemon extends Entity {
  readonly interface?: Setting<string>;
  readonly instance?: Setting<string>;
  readonly id?: Setting<number>;
  readonly port?: Setting<number>;
  readonly group?: Setting<string>;
}

/** All global_defs blocks together; the later setting wins. */
export interface GlobalDefs {
  readonly blocks: readonly Statement[];
  readonly routerId?: Setting<string>;
  readonly enableScriptSecurity?: Flag;
  readonly scriptUser?: Account;
  /** Addresses of all notification_email blocks. */
  readonly notificationEmail: readonly Word[];
  readonly notificationEmailFrom?: Setting<string>;
  readonly smtpServer?: Setting<string>;
  readonly smtpAlert?: Flag;
  readonly smtpAlertVrrp?: Flag;
  readonly smtpAlertChecker?: Flag;
  readonly vrrpStrict?: Flag;
  readonly vrrpVersion?: Setting<number>;
  readonly vrrpMcastGroup4?: Setting<string>;
  readonly vrrpMcastGroup6?: Setting<string>;
  readonly vrrpGarpInterval?: Setting<number>;
  readonly vrrpGnaInterval?: Setting<number>;
  /** The nice value of the process, often mistaken for the election's priority. */
  readonly vrrpPriority?: Setting<number>;
  readonly vrrpDownTimerAdverts?: Setting<number>;
  readonly vrrpCheckUnicastSrc?: Flag;
  readonly vrrpSkipCheckAdvAddr?: Flag;
  readonly dynamicInterfaces?: Flag;
  readonly defaultInterface?: Setting<string>;
  readonly lvsSyncDaemons: readonly SyncDaemon[];
  /** startup_script, shutdown_script, *_fifo_script. */
  readonly scripts: readonly Command[];
}

/** What one keepalived reads, in the order of the files. */
export interface Keepalived {
  readonly globals: GlobalDefs;
  readonly vrrpInstances: readonly VrrpInstance[];
  readonly syncGroups: readonly SyncGroup[];
  readonly vrrpScripts: readonly VrrpScript[];
  readonly trackFiles: readonly TrackFile[];
  readonly trackProcesses: readonly TrackProcess[];
  readonly bfdInstances: readonly BfdInstance[];
  readonly trackGroups: readonly TrackGroup[];
  readonly virtualServers: readonly VirtualServer[];
  readonly virtualServerGroups: readonly VirtualServerGroup[];
  readonly staticAddresses: readonly Address[];
  readonly staticRoutes: readonly Statement[];
  readonly staticRules: readonly Statement[];
  /** All statements, for what has no field of its own. */
  readonly statements: readonly Statement[];
}
