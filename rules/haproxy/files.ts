import type { Span } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Acl, Bind, Expression, Option, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { callsIn } from "./calls.ts";
import { globalLine, ownLines } from "./effective.ts";
import { inExpressions, inProxies } from "./inProxies.ts";
import { isRunning } from "./proxies.ts";
import { isOn, serversOf } from "./servers.ts";

/** A file without which haproxy refuses its configuration. */
export interface FileUse {
  /** Absolute; a folder's ends in a slash or not, as written. */
  readonly path: string;
  readonly at: Span;
  /** What names it: "crt", "errorfile", "acl -f". */
  readonly by: string;
  /** It holds a private key, which is often kept out of copies of a machine's files. */
  readonly secret: boolean;
  readonly statement: Statement;
}

/** A word that names a file, before bases are put in front of it. */
interface Naming {
  readonly value: string;
  readonly at: Span;
  readonly by: string;
  readonly statement: Statement;
}

const named = (word: Word | undefined, by: string, statement: Statement): Naming[] =>
  word && !word.hole && word.value !== "" ? [{ value: word.value, at: word.at, by, statement }] : [];

/** Lines of `global` that name a file as their first word. */
const globalFiles = ["ssl-dh-param-file", "h1-case-adjust-file", "lua-load", "lua-load-per-thread"];

const tlsFile = /^(ca-file|ca-verify-file|crl-file)$/;
const bindFile = /^(crt|crt-list|tls-ticket-keys)$/;

/** What of these names a file: `crt` of a server only where it speaks TLS. */
const inOptions = (options: readonly Option[], opened: (name: string) => boolean): Naming[] =>
  options.flatMap(({ name, args, statement }) => (opened(name) ? named(args[0], name, statement) : []));

const bindFiles = ({ options }: Bind): Naming[] =>
  inOptions(options, (name) => tlsFile.test(name) || bindFile.test(name));

const proxyFiles = inProxies((proxy: Proxy): readonly Naming[] =>
  proxy.kind === "defaults" || isRunning(proxy) ? filesIn(proxy) : [],
);

const filesIn = (proxy: Proxy): readonly Naming[] => [
  ...proxy.binds.flatMap(bindFiles),
  ...serversOf(proxy).flatMap((server) =>
    inOptions(server.options, (name) => tlsFile.test(name) || (name === "crt" && isOn(server, "ssl"))),
  ),
  ...proxy.defaultServers.flatMap(({ options }) => inOptions(options, (name) => tlsFile.test(name))),
  ...ownLines(proxy, "errorfile").flatMap((line) => named(line.args[1], "errorfile", line)),
  ...proxy.filters.flatMap(({ action, args, statement }) =>
    action === "spoe" ? named(wordAfter(args, /^config$/), "filter spoe", statement) : [],
  ),
  ...[...proxy.rules, ...ownLines(proxy, "http-error").map((statement) => ({ statement }))].flatMap(
    ({ statement }) => answerFiles(statement),
  ),
];

/** The file that `http-request return`, `deny` or `tarpit` answers with. */
function answerFiles(statement: Statement): Naming[] {
  const words = lineWords(statement);
  const [first, action] = words;
  const answers = first!.value === "http-error" || /^(return|deny|tarpit)$/.test(action?.value ?? "");
  if (!answers || !first!.value.startsWith("http-")) return [];
  const kind = words.find(({ value }) => /^(errorfile|file|lf-file|if|unless)$/.test(value));
  return kind?.value.endsWith("file") ? named(words[words.indexOf(kind) + 1], kind.value, statement) : [];
}

const wordAfter = (words: readonly Word[], before: RegExp): Word | undefined =>
  words[words.findIndex(({ value }) => before.test(value)) + 1];

const aclOf = (place: Expression): readonly Acl[] => (place.kind === "acl" ? [place.acl] : []);

/** Files of patterns and of keys with values. */
const patternFiles = (place: Expression): readonly Naming[] => [
  ...aclOf(place).flatMap(({ files, statement }) => files.flatMap((word) => named(word, "-f", statement))),
  ...callsIn(place).flatMap(({ call, converter }): Naming[] => {
    const [file] = call.args ?? [];
    return converter && /^map(_|$)/.test(call.name) && file
      ? [{ value: file.value, at: file.at, by: call.name, statement: place.statement }]
      : [];
  }),
];

const allPatterns = inExpressions(patternFiles);

/**
 * The files that haproxy opens while it reads its configuration, each once, without those of `.if` arms and relative
 * ones whose folder depends on where it is started. `opt@` and `virt@` files need not be there.
 */
export function filesOf(model: Haproxy): readonly FileUse[] {
  const base = (line: string): string | undefined => globalLine(model, line)?.args[0]?.value;
  const [certificates, authorities] = [base("crt-base"), base("ca-base")];
  const all = [
    ...globalFiles.flatMap((keyword) =>
      ownLines(model.global, keyword).flatMap((line) => named(line.args[0], keyword, line)),
    ),
    ...model.httpErrors.flatMap(({ errorFiles }) =>
      errorFiles.flatMap(({ path, statement }) => named(path, "errorfile", statement)),
    ),
    ...proxyFiles(model),
    ...allPatterns(model),
  ];
  const found = new Map<string, FileUse>();
  for (const { value, at, by, statement } of all) {
    const plain = value.replace(/^file@/, "");
    const folder = by === "crt" ? certificates : tlsFile.test(by) ? authorities : undefined;
    const path = plain.startsWith("/") ? plain : folder?.startsWith("/") ? `${folder}/${plain}` : "";
    if (!path || /[@$%]/.test(plain) || path.startsWith("/dev/") || statement.branch) continue;
    const secret = by === "crt" || by === "tls-ticket-keys";
    found.set(`${at.source.path} ${at.start}`, { path, at, by, secret, statement });
  }
  return [...found.values()];
}
