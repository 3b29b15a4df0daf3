import { distance } from "fastest-levenshtein";
import { apache } from "../../parsers/apache/index.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { modelRule } from "../rule.ts";
import { rename } from "../schema/unknown-keyword.ts";

/** Directives that most configurations have. */
const known = [
  "Alias",
  "AllowOverride",
  "CustomLog",
  "Directory",
  "DirectoryIndex",
  "DirectoryMatch",
  "DocumentRoot",
  "ErrorDocument",
  "ErrorLog",
  "FilesMatch",
  "HostnameLookups",
  "IfModule",
  "Include",
  "IncludeOptional",
  "KeepAlive",
  "KeepAliveTimeout",
  "Listen",
  "LoadModule",
  "Location",
  "LocationMatch",
  "LogFormat",
  "LogLevel",
  "MaxKeepAliveRequests",
  "Options",
  "PidFile",
  "ProxyPass",
  "ProxyPassReverse",
  "ProxyPreserveHost",
  "ProxyRequests",
  "Redirect",
  "Require",
  "RewriteCond",
  "RewriteEngine",
  "RewriteRule",
  "ScriptAlias",
  "ServerAdmin",
  "ServerAlias",
  "ServerName",
  "ServerRoot",
  "SSLCertificateFile",
  "SSLCertificateKeyFile",
  "SSLEngine",
  "Timeout",
  "VirtualHost",
];

/** Directives that there are, near to one of those (names in the programs of Debian 12's apache2 2.4.71 and its modules). */
const others = [
  "H2ProxyRequests",
  "SSLCACertificateFile",
  "UnDefine",
  "AliasMatch",
  "RedirectMatch",
  "Files",
];
const exact = new Set([...known, ...others].map((name) => name.toLowerCase()));

export const typo = modelRule({
  id: "apache/typo",
  format: apache,
  severity: "error",
  summary: "A directive must be spelt as Apache spells it",
  daemon: "rejects",
  check(_, report, { document }) {
    const visit = (statements: readonly Statement[], conditional: boolean): void => {
      for (const { keyword, block } of statements) {
        const guess = keyword.hole ? undefined : meant(keyword.value);
        if (guess)
          report(keyword.at, `there is no directive ${keyword.value}, did you mean ${guess}?`, {
            ...(conditional ? { daemon: "silent" as const } : {}),
            ...(block ? {} : { fix: rename(keyword, guess) }),
          });
        if (block) visit(block.statements, conditional || /^If/i.test(keyword.value));
      }
    };
    visit(document.tree.statements, false);
  },
});

/** One letter off, or two in a long name; another module's directive is never as near. */
function meant(written: string): string | undefined {
  const lower = written.toLowerCase();
  if (exact.has(lower) || written.length < 5) return undefined;
  return known.find((name) => distance(lower, name.toLowerCase()) <= (name.length < 8 ? 1 : 2));
}
