import type { Statement } from "../../parsers/core/tree.ts";
import type { Line, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { chainOf } from "./proxies.ts";

/** Lines that turn the statistics page on (src/cfgparse-listen.c: any of them makes it). */
const on = /^(enable|uri|realm|auth|admin|refresh|scope|show-.*|hide-version)$/;

/** The `stats` lines that count in this proxy. */
export const statsOf = (proxy: Proxy): readonly Line[] =>
  chainOf(proxy)
    .map(({ stats }) => stats)
    .find((lines) => lines.length > 0) ?? [];

/** The line that turns the page on for this proxy. */
export const statsLine = (proxy: Proxy): Statement | undefined =>
  statsOf(proxy).find(({ action }) => on.test(action))?.statement;

/** Whoever opens the page is asked for a password, or kept out by a rule. */
export const isGuarded = (proxy: Proxy): boolean =>
  statsOf(proxy).some(({ action }) => action === "auth" || action === "http-request") ||
  chainOf(proxy).some(({ rules }) =>
    rules.some(({ action }) => /^(deny|auth|reject|tarpit|allow|silent-drop)$/.test(action)),
  );
