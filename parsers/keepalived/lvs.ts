import { all, decimal, last, present, type Setting, setting, settingOf, text } from "../core/settings.ts";
import type { Statement, Word } from "../core/tree.ts";
import type {
  Checker,
  GroupEntry,
  HttpUrl,
  RealServer,
  Service,
  SorryServer,
  VirtualServer,
  VirtualServerGroup,
} from "./model.ts";
import { account, address, bool, command, commands, either, first, flag, nameOf, uint } from "./read.ts";

export function virtualServer(statement: Statement): VirtualServer {
  const { block } = statement;
  return present({
    statement,
    service: serviceOf(statement),
    kind: either(block, ["lb_kind", "lvs_method"], text),
    scheduler: either(block, ["lb_algo", "lvs_sched"], text),
    protocol: setting(block, "protocol", text),
    delayLoop: setting(block, "delay_loop", decimal),
    connectTimeout: setting(block, "connect_timeout", decimal),
    delayBeforeRetry: setting(block, "delay_before_retry", decimal),
    retry: setting(block, "retry", uint),
    weight: setting(block, "weight", uint),
    persistenceTimeout: persistence(last(block, "persistence_timeout")),
    persistenceGranularity: setting(block, "persistence_granularity", text),
    quorum: setting(block, "quorum", uint),
    hysteresis: setting(block, "hysteresis", uint),
    virtualhost: setting(block, "virtualhost", text),
    ops: flag(block, "ops"),
    haSuspend: flag(block, "ha_suspend"),
    alpha: flag(block, "alpha"),
    omega: flag(block, "omega"),
    smtpAlert: bool(block, "smtp_alert"),
    sorryServer: sorryServer(last(block, "sorry_server")),
    sorryServerInhibit: flag(block, "sorry_server_inhibit"),
    realServers: all(block, "real_server").map(realServer),
    notifies: commands(block, /^quorum_(?:up|down)$/),
  });
}

/** Seconds that a bare persistence_timeout means. */
const barePersistence = 360;

const persistence = (statement: Statement | undefined): Setting<number> | undefined =>
  statement && statement.args.length === 0
    ? { value: barePersistence, word: statement.keyword, statement }
    : settingOf(statement, 0, uint);

function serviceOf(statement: Statement): Service | undefined {
  const word: Word | undefined = statement.args[0];
  if (word?.value === "fwmark")
    return present({ kind: "fwmark" as const, mark: settingOf(statement, 1, uint) });
  if (word?.value === "group")
    return present({ kind: "group" as const, group: settingOf(statement, 1, text) });
  const ip = settingOf(statement, 0, address);
  return ip && present({ kind: "address" as const, ip, port: settingOf(statement, 1, uint) });
}

const sorryServer = (statement: Statement | undefined): SorryServer | undefined =>
  statement &&
  present({ statement, ip: settingOf(statement, 0, address), port: settingOf(statement, 1, uint) });

function realServer(statement: Statement): RealServer {
  const { block } = statement;
  return present({
    statement,
    ip: settingOf(statement, 0, address),
    port: settingOf(statement, 1, uint),
    weight: setting(block, "weight", uint),
    lvsMethod: setting(block, "lvs_method", text),
    lthreshold: setting(block, "lthreshold", uint),
    uthreshold: setting(block, "uthreshold", uint),
    delayLoop: setting(block, "delay_loop", decimal),
    connectTimeout: setting(block, "connect_timeout", decimal),
    retry: setting(block, "retry", uint),
    inhibitOnFailure: bool(block, "inhibit_on_failure"),
    smtpAlert: bool(block, "smtp_alert"),
    checkers: (block?.statements ?? []).filter(({ keyword }) => checkers.has(keyword.value)).map(checker),
    notifies: commands(block, /^notify_(?:up|down)$/),
  });
}

const checkers: ReadonlySet<string> = new Set([
  "TCP_CHECK",
  "HTTP_GET",
  "SSL_GET",
  "SMTP_CHECK",
  "DNS_CHECK",
  "MISC_CHECK",
  "BFD_CHECK",
  "UDP_CHECK",
  "PING_CHECK",
  "FILE_CHECK",
]);

function checker(statement: Statement): Checker {
  const { block, keyword } = statement;
  return present({
    statement,
    kind: keyword.value,
    connectIp: setting(block, "connect_ip", address),
    connectPort: setting(block, "connect_port", uint),
    bindTo: setting(block, "bindto", address),
    connectTimeout: setting(block, "connect_timeout", decimal),
    delayLoop: setting(block, "delay_loop", decimal),
    delayBeforeRetry: setting(block, "delay_before_retry", decimal),
    retry: either(block, ["retry", "nb_get_retry"], uint),
    urls: all(block, "url").map(url),
    misc: command(last(block, "misc_path")),
    miscTimeout: setting(block, "misc_timeout", uint),
    miscDynamic: flag(block, "misc_dynamic"),
    user: account(last(block, "user")),
    name: setting(block, "name", text),
    trackFile: setting(block, "track_file", text),
  });
}

const url = (statement: Statement): HttpUrl =>
  present({
    statement,
    path: setting(statement.block, "path", text),
    digest: setting(statement.block, "digest", text),
    statusCode: setting(statement.block, "status_code", text),
    virtualhost: setting(statement.block, "virtualhost", text),
  });

export const virtualServerGroup = (statement: Statement): VirtualServerGroup =>
  present({
    statement,
    name: nameOf(statement),
    entries: (statement.block?.statements ?? []).map(groupEntry),
  });

/** `10.0.0.4 80`, `10.0.0.4-8 80`, `fwmark 1`. */
function groupEntry(entry: Statement): GroupEntry {
  if (entry.keyword.value === "fwmark")
    return present({ statement: entry, fwmark: settingOf(entry, 0, uint) });
  const [start = "", rangeEnd] = entry.keyword.value.split("-");
  const ip = first(entry, (word) => address({ ...word, value: start }));
  return present({ statement: entry, ip, rangeEnd, port: settingOf(entry, 0, uint) });
}
