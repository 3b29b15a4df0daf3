import type { Verdict } from "../../parsers/core/schema.ts";
import { exclusive, type Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { linesByWord } from "../../parsers/haproxy/lineWords.ts";
import type { ProxyOption } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule, type Report } from "../rule.ts";
import { wordsOf } from "./lines.ts";
import { certain } from "./proxies.ts";

/** Lines of proxies of which the last one counts. */
const lastCounts =
  /^(balance|mode|default_backend|log-format|log-format-sd|error-log-format|cookie|retries|maxconn|hash-type|http-reuse|fullconn|description|log-tag|monitor-uri|unique-id-format|unique-id-header|backlog|source|dispatch|retry-on|hash-balance-factor|load-server-state-from-file|rate-limit sessions|stats (uri|realm|refresh)|email-alert (from|to|level|mailers|myhostname)|timeout [a-z-]+|option (httpchk|forwardfor|originalto))$/;
const globalLast =
  /^(nbthread|node|description|log-tag|hard-stop-after|localpeer|mworker-max-reloads|stats (timeout|maxconn)|ssl-default-(bind|server)-(ciphers|ciphersuites|curves)|tune\.[a-z0-9.-]+)$/;
/** Of these the first one counts, and haproxy says so. */
const globalFirst =
  /^(maxconn|user|uid|group|gid|chroot|pidfile|ulimit-n|log-send-hostname|spread-checks|server-state-base|server-state-file|maxconnrate|maxpipes|maxsslrate|maxsessrate)$/;
/** What the settings of two words begin with. */
const ofTwoWords = /^(rate-limit|stats|email-alert|timeout|option)$/;
const globalOnce = /^(ca-base|crt-base)$/;

/** What the line sets: its first word, or its first two. */
function settingOf(statement: Statement, known: (name: string) => boolean): string | undefined {
  if (statement.prefix) return undefined;
  const [first, second] = wordsOf(statement);
  const both = `${first!.value} ${second?.value ?? ""}`;
  return [first!.value, both].find(known);
}

/** The pairs of lines that set the same, each with the one before it. */
function* pairs(
  statements: readonly Statement[],
  known: (name: string) => boolean,
): Generator<[string, Statement, Statement]> {
  for (const [word, lines] of linesByWord(statements)) {
    if (lines.length < 2 || !(known(word) || ofTwoWords.test(word))) continue;
    const last = new Map<string, Statement>();
    for (const statement of lines) {
      const name = settingOf(statement, known);
      if (!name) continue;
      const before = last.get(name);
      if (before && !exclusive(before, statement)) yield [name, before, statement];
      last.set(name, statement);
    }
  }
}

/** Options that a section turns on and off. */
function* toggled(options: readonly ProxyOption[]): Generator<[string, Statement, Statement]> {
  if (options.length < 2) return;
  const last = new Map<string, ProxyOption>();
  for (const option of options) {
    const before = last.get(option.name);
    if (before && before.on !== option.on && !exclusive(before.statement, option.statement))
      yield [option.name, before.statement, option.statement];
    last.set(option.name, option);
  }
}

function sayLast(report: Report, name: string, before: Statement, statement: Statement): void {
  const announced = name.startsWith("timeout ") && !before.branch;
  const daemon: Verdict = announced ? certain(statement, "warns") : "silent";
  report(before.at, `${name} is set again below, and the last one counts`, {
    related: [{ at: statement.at, message: "this one counts" }],
    daemon,
  });
}

export const repeatedSetting = modelRule({
  id: "haproxy/repeated-setting",
  scope: "section",
  severity: "warning",
  summary: "A setting that holds one value should be set once in its section",
  daemon: "silent",
  format: haproxy,
  check({ proxies, global }, report) {
    for (const { statements, options } of proxies) {
      for (const pair of pairs(statements, (name) => lastCounts.test(name))) sayLast(report, ...pair);
      for (const [name, before, after] of toggled(options))
        report(before.at, `option ${name} is taken back by the line below`, {
          related: [{ at: after.at, message: "this one counts" }],
        });
    }
    for (const pair of pairs(global.statements, (name) => globalLast.test(name))) sayLast(report, ...pair);
    for (const [name, before, statement] of pairs(global.statements, (one) => globalFirst.test(one)))
      report(statement.at, `${name} is set already, and the first one counts`, {
        related: [{ at: before.at, message: "this one counts" }],
        daemon: before.branch ? "silent" : certain(statement, "warns"),
      });
    for (const [name, before, statement] of pairs(global.statements, (one) => globalOnce.test(one)))
      report(statement.at, `${name} is set already`, {
        related: [{ at: before.at, message: "the first" }],
        severity: "error",
        daemon: before.branch ? "silent" : certain(statement, "rejects"),
      });
  },
});
