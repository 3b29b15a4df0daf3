import type { Rule } from "../../parsers/haproxy/modelProxy.ts";

/** Actions after which the ruleset is not read on. */
const final: Readonly<Record<string, readonly string[]>> = {
  "http-request": [
    "allow",
    "deny",
    "tarpit",
    "auth",
    "redirect",
    "return",
    "reject",
    "silent-drop",
    "use-service",
  ],
  "http-response": ["allow", "deny", "redirect", "return"],
  "http-after-response": ["allow"],
  "tcp-request connection": ["accept", "reject", "silent-drop"],
  "tcp-request session": ["accept", "reject", "silent-drop"],
  "tcp-request content": ["accept", "reject", "silent-drop", "use-service"],
  "tcp-response content": ["accept", "reject"],
  "quic-initial": ["accept", "reject", "dgram-drop", "send-retry"],
  "stats http-request": ["allow", "deny", "auth"],
};

/** Whether nothing after this rule is read in its ruleset, where its condition holds; `ignore-empty` leaves the way open. */
export const isFinal = ({ ruleset, action, args }: Rule): boolean =>
  (ruleset === "use_backend" || ruleset === "redirect" || (final[ruleset]?.includes(action) ?? false)) &&
  !args.some(({ value }) => value === "ignore-empty");

/** Actions of which haproxy itself says that what follows is never read. */
export const isAnnounced = ({ ruleset, action }: Rule): boolean =>
  (/^http-/.test(ruleset) && /^(allow|deny|tarpit|auth|redirect|return)$/.test(action)) ||
  ruleset === "stats http-request";

/** Rules that change what later conditions read: headers, addresses, variables, counters. */
export const changes = (rule: Rule): boolean =>
  !/^(use_backend|use-server|redirect)$/.test(rule.ruleset) &&
  !isFinal(rule) &&
  rule.action !== "set-log-level";
