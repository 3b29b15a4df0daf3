import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { grouped, remembered } from "../../parsers/core/remembered.ts";
import type { Source } from "../../parsers/core/source.ts";
import { keptInPlace } from "../../rules/kept.ts";
import type { Finding } from "../../rules/rule.ts";
import { type Client, locationOf, rangeOf } from "../client.ts";
import type { View } from "../view.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Rules that speak of what has no effect, which editors grey out; of what is old, which they strike out. */
const unnecessary = /\/(?:unused-|unreachable|shadowed|useless)|-(?:ignored|unused|useless)$/;
const deprecated = /^schema\/(?:deprecated|removed)-keyword$/;

/** The findings of a file, in the command line's words. */
export const diagnosticsOf = (view: View, client: Client, source: Source): Diagnostic[] =>
  (bySource(view).get(source) ?? []).map(diagnosticsFor(client));

const diagnosticsFor = remembered((client: Client) =>
  keptInPlace((finding) => diagnosticOf(client, finding)),
);

const bySource = remembered(({ findings }: View) => grouped(findings, ({ at }) => at.source));

export function diagnosticOf(client: Client, { at, rule, severity, message, related }: Finding): Diagnostic {
  const tags = [
    ...(unnecessary.test(rule) ? [DiagnosticTag.Unnecessary] : []),
    ...(deprecated.test(rule) ? [DiagnosticTag.Deprecated] : []),
  ];
  return {
    range: rangeOf(client, at),
    severity: severities[severity],
    source: "halint",
    code: rule,
    message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: locationOf(client, one.at),
            message: one.message,
          })),
        }
      : {}),
  };
}
