import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { effectiveLines, optionOf } from "./effective.ts";
import { chainOf } from "./proxies.ts";

const finals = /^(deny|tarpit|redirect|return|reject|silent-drop|use-service)$/;

/** Whether it answers some requests itself, or sends them where no server line says. */
export const answersItself = (proxy: Proxy): boolean =>
  chainOf(proxy).some(({ rules }) =>
    rules.some(
      ({ ruleset, action }) => ruleset === "redirect" || finals.test(action) || action === "set-dst",
    ),
  ) ||
  chainOf(proxy).some(({ stats }) =>
    stats.some(({ action }) => /^(enable|uri|auth|admin|scope|realm|refresh)$/.test(action)),
  ) ||
  effectiveLines(proxy, "dispatch").length > 0 ||
  effectiveLines(proxy, "monitor-uri").length > 0 ||
  effectiveLines(proxy, "use-fcgi-app").length > 0 ||
  optionOf(proxy, "transparent") !== undefined ||
  optionOf(proxy, "http_proxy") !== undefined ||
  effectiveLines(proxy, "transparent").length > 0;

/** A line of which a variable or a template hides the keyword: anything may stand there. */
export const hidesLines = (proxy: Proxy): boolean => proxy.statements.some(({ keyword }) => keyword.hole);

/** It sends requests to another proxy. */
export const switches = (proxy: Proxy): boolean =>
  chainOf(proxy).some(
    ({ defaultBackend, rules }) =>
      defaultBackend !== undefined || rules.some(({ ruleset }) => ruleset === "use_backend"),
  );
