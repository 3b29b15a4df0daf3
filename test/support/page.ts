import { lineText, positionAt, type Source, type Span } from "../../parsers/core/source.ts";
import type { DaemonVerdict, Finding, RuleOptions, Targets } from "../../rules/rule.ts";
import { type Files, lintFiles } from "./cluster.ts";

/** A fenced example of a rule page. */
export interface Example {
  readonly path: string;
  /** As on the page, caret lines included. */
  readonly drawn: string;
  /** Without the caret lines: what is linted. A page writes NUL as ␀, and ␃ where the last line has no end. */
  readonly text: string;
}

export interface Page {
  readonly title: string;
  readonly summary: string;
  readonly daemon: string | undefined;
  /** `**Target:** keepalived 2.2.7`: the version that the page's examples are judged for. */
  readonly targets: Targets;
  /** `**Options:** {…}` of the rule, as a halint.config would set them for the page's examples. */
  readonly options: unknown;
  readonly wrong: readonly (readonly Example[])[];
  readonly right: readonly (readonly Example[])[];
  readonly fixed: readonly (readonly Example[])[];
}

const caretLine = /^\s*\^+ (error|warning|info|note)(\([a-z0-9/-]+\))?: /;

/** Where a block without a path line lies, by the info string of its fence. */
export const typicalPath: Readonly<Record<string, string>> = {
  keepalived: "/etc/keepalived/keepalived.conf",
  drbd: "/etc/drbd.conf",
  ocfs2: "/etc/ocfs2/cluster.conf",
  corosync: "/etc/corosync/corosync.conf",
  o2cb: "/etc/default/o2cb",
  sbd: "/etc/default/sbd",
  varnish: "/etc/default/varnish",
  galera: "/etc/mysql/conf.d/galera.cnf",
  postgresql: "/etc/postgresql/15/main/postgresql.conf",
  crmsh: "/etc/pacemaker/cluster.crm",
  cib: "/var/lib/pacemaker/cib/cib.xml",
  "ipvsadm-default": "/etc/default/ipvsadm",
  haproxy: "/etc/haproxy/haproxy.cfg",
  "haproxy-default": "/etc/default/haproxy",
  interfaces: "/etc/network/interfaces",
  ifcfg: "/etc/sysconfig/network-scripts/ifcfg-eth0",
  hosts: "/etc/hosts",
  hostname: "/etc/hostname",
  fstab: "/etc/fstab",
  sysctl: "/etc/sysctl.conf",
  "ipvsadm-rules": "/etc/ipvsadm.rules",
  "rc-local": "/etc/rc.local",
  ldirectord: "/etc/ha.d/ldirectord.cf",
  "ha-cf": "/etc/ha.d/ha.cf",
  haresources: "/etc/ha.d/haresources",
  authkeys: "/etc/ha.d/authkeys",
  apache: "/etc/apache2/apache2.conf",
  gluster: "/etc/glusterfs/glusterd.vol",
  systemd: "/etc/systemd/system/example.service",
};

/**
 * Reads a rule page. Examples under one heading are files of one cluster; a paragraph that begins with "Or" between two
 * fences begins another case. ␍ stands for a carriage return.
 */
export function readPage(markdown: string): Page {
  const section = (name: string): string => {
    const start = markdown.search(new RegExp(`^## ${name}$`, "m"));
    if (start < 0) return "";
    const rest = markdown.slice(start + name.length + 3);
    const end = rest.search(/^## /m);
    return end < 0 ? rest : rest.slice(0, end);
  };
  const [, title = "", summary = ""] = /^# (.*)\n\n(.*)\n/.exec(markdown) ?? [];
  const options = /^\*\*Options:\*\* `(.*)`$/m.exec(markdown);
  const target = /^\*\*Target:\*\* (\S+) (\S+)$/m.exec(markdown);
  return {
    title,
    summary,
    daemon: /^\*\*Daemon:\*\* (.*)$/m.exec(markdown)?.[1],
    targets: target ? { [target[1]!]: target[2]! } : {},
    options: options ? JSON.parse(options[1]!) : undefined,
    wrong: cases(section("Wrong")),
    right: cases(section("Right")),
    fixed: cases(section("Fixed")),
  };
}

function cases(text: string): Example[][] {
  const found: Example[][] = [];
  let current: Example[] = [];
  let path: string | undefined;
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (/^Or\b/.test(line) && current.length > 0) {
      found.push(current);
      current = [];
    }
    path = /^`([^`]+)`$/.exec(line)?.[1] ?? path;
    const info = /^```(\S+)$/.exec(line)?.[1];
    if (!info) continue;
    const end = lines.indexOf("```", i + 1);
    const drawn = lines.slice(i + 1, end).map((one) => one.replaceAll("␍", "\r"));
    const plain = drawn.filter((one) => !caretLine.test(one));
    current.push({
      path: path ?? typicalPath[info] ?? `/etc/${info}`,
      drawn: `${drawn.join("\n")}\n`,
      text: `${plain.join("\n")}\n`.replace(/␃\n$/, "").replaceAll("␀", "\0"),
    });
    path = undefined;
    i = end;
  }
  if (current.length > 0) found.push(current);
  return found;
}

export const filesOf = (examples: readonly Example[]): Files =>
  Object.fromEntries(examples.map(({ path, text }) => [path, text]));

/** What is drawn under a line: the findings and their related places, carets under the range. */
interface Mark {
  readonly at: Span;
  readonly text: string;
}

/** The examples with the findings drawn back under their lines, to be compared with the page. */
export function draw(
  examples: readonly Example[],
  rule: string,
  targets: Targets = {},
  options: RuleOptions = {},
): { path: string; drawn: string }[] {
  const findings = lintFiles(filesOf(examples), targets, options);
  const marks = findings.flatMap((finding) => marksOf(finding, rule));
  return examples.map(({ path, text }) => ({ path, drawn: drawn(path, text, marks) }));
}

function marksOf({ at, severity, message, related, rule }: Finding, page: string): Mark[] {
  const name = rule === page ? severity : `${severity}(${rule})`;
  return [
    { at, text: `${name}: ${message}` },
    ...related.map((one) => ({ at: one.at, text: `note: ${one.message}` })),
  ];
}

function drawn(path: string, text: string, marks: readonly Mark[]): string {
  const whole = text.endsWith("\n") ? text : `${text}␃\n`;
  const lines = whole.replaceAll("\0", "␀").split("\n").slice(0, -1);
  const source = marks.find(({ at }) => at.source.path === path)?.at.source;
  return lines
    .flatMap((line, number) => [line, ...(source ? caretsOf(source, number, path, marks) : [])])
    .map((line) => `${line}\n`)
    .join("");
}

function caretsOf(source: Source, line: number, path: string, marks: readonly Mark[]): string[] {
  const here = marks
    .filter(({ at }) => at.source.path === path && positionAt(source, at.start).line === line)
    .map(({ at, text }) => {
      const { column } = positionAt(source, at.start);
      const width = Math.max(1, Math.min(at.end - at.start, lineText(source, line).length - column));
      return `${" ".repeat(column)}${"^".repeat(width)} ${text}`;
    });
  return [...new Set(here)];
}

/** How the page words what the daemon does. */
export function daemonText(daemon: DaemonVerdict): string {
  if (typeof daemon === "string") return daemon;
  return daemon
    .map(({ since, verdict }, i) =>
      since ? `${verdict} since ${since}` : i > 0 ? `${verdict} before` : verdict,
    )
    .join(", ");
}
