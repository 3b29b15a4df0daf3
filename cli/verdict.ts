import type { DaemonVerdict } from "../rules/rule.ts";

/** "rejects since 2.3.3, silent before" */
export function verdictText(daemon: DaemonVerdict): string {
  if (typeof daemon === "string") return daemon;
  return daemon
    .map(({ since, verdict }, i) =>
      since ? `${verdict} since ${since}` : i > 0 ? `${verdict} before` : verdict,
    )
    .join(", ");
}
