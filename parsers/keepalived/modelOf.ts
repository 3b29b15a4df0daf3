import { decimal, present, setting, settingOf, text } from "../core/settings.ts";
import { span } from "../core/source.ts";
import type { Block, Statement, Tree } from "../core/tree.ts";
import { virtualServer, virtualServerGroup } from "./lvs.ts";
import type { GlobalDefs, Keepalived, SyncDaemon } from "./model.ts";
import { account, address, bool, commands, entries, flag, int, nameOf, option, uint } from "./read.ts";
import {
  addressOf,
  bfdInstance,
  members,
  syncGroup,
  trackFile,
  trackProcess,
  vrrpInstance,
  vrrpScript,
} from "./vrrp.ts";

/** What the statements of a tree mean. */
export function modelOf({ statements, source }: Tree): Keepalived {
  const all = (...keywords: string[]) => statements.filter(({ keyword }) => keywords.includes(keyword.value));
  const listed = (keyword: string) => all(keyword).flatMap(({ block }) => block?.statements ?? []);
  const at = span(source, 0, 0);
  const globals = all("global_defs").flatMap(({ block }) => block?.statements ?? []);
  return {
    globals: globalDefs(all("global_defs"), { kind: "block", open: at, at, statements: globals }),
    vrrpInstances: all("vrrp_instance").map(vrrpInstance),
    syncGroups: all("vrrp_sync_group").map(syncGroup),
    vrrpScripts: all("vrrp_script").map(vrrpScript),
    trackFiles: all("track_file", "vrrp_track_file").map(trackFile),
    trackProcesses: all("vrrp_track_process").map(trackProcess),
    bfdInstances: all("bfd_instance").map(bfdInstance),
    trackGroups: all("track_group").map((statement) =>
      present({ statement, name: nameOf(statement), members: members(statement.block) }),
    ),
    virtualServers: all("virtual_server").map(virtualServer),
    virtualServerGroups: all("virtual_server_group").map(virtualServerGroup),
    staticAddresses: listed("static_ipaddress").map(addressOf),
    staticRoutes: listed("static_routes"),
    staticRules: listed("static_rules"),
    statements,
  };
}

/** `block` holds the statements of all global_defs in a row. */
function globalDefs(blocks: readonly Statement[], block: Block): GlobalDefs {
  return present({
    blocks,
    routerId: setting(block, "router_id", text),
    enableScriptSecurity: flag(block, "enable_script_security"),
    scriptUser: account(block.statements.findLast(({ keyword }) => keyword.value === "script_user")),
    notificationEmail: entries(block, "notification_email").flatMap(({ keyword, args }) => [
      keyword,
      ...args,
    ]),
    notificationEmailFrom: setting(block, "notification_email_from", text),
    smtpServer: setting(block, "smtp_server", text),
    smtpAlert: bool(block, "smtp_alert"),
    smtpAlertVrrp: bool(block, "smtp_alert_vrrp"),
    smtpAlertChecker: bool(block, "smtp_alert_checker"),
    vrrpStrict: bool(block, "vrrp_strict"),
    vrrpVersion: setting(block, "vrrp_version", uint),
    vrrpMcastGroup4: setting(block, "vrrp_mcast_group4", address),
    vrrpMcastGroup6: setting(block, "vrrp_mcast_group6", address),
    vrrpGarpInterval: setting(block, "vrrp_garp_interval", decimal),
    vrrpGnaInterval: setting(block, "vrrp_gna_interval", decimal),
    vrrpPriority: setting(block, "vrrp_priority", int),
    vrrpDownTimerAdverts: setting(block, "vrrp_down_timer_adverts", uint),
    vrrpCheckUnicastSrc: flag(block, "vrrp_check_unicast_src"),
    vrrpSkipCheckAdvAddr: flag(block, "vrrp_skip_check_adv_addr"),
    dynamicInterfaces: flag(block, "dynamic_interfaces"),
    defaultInterface: setting(block, "default_interface", text),
    lvsSyncDaemons: block.statements
      .filter(({ keyword }) => keyword.value === "lvs_sync_daemon")
      .map(syncDaemon),
    scripts: commands(block, /_script$/),
  });
}

/** `lvs_sync_daemon eth0 VI_1 id 5` or `lvs_sync_daemon eth0 inst VI_1 id 5`. */
function syncDaemon(statement: Statement): SyncDaemon {
  const second = statement.args[1]?.value ?? "";
  const options = new Set(["inst", "id", "maxlen", "port", "ttl", "group"]);
  return present({
    statement,
    interface: settingOf(statement, 0, text),
    instance:
      option(statement, "inst", text) ?? (options.has(second) ? undefined : settingOf(statement, 1, text)),
    id: option(statement, "id", uint),
    port: option(statement, "port", uint),
    group: option(statement, "group", address),
  });
}
