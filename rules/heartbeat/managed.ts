import type { HaCf } from "../../parsers/heartbeat/haCf.ts";

/** Heartbeat moves the resources of haresources itself: no Pacemaker does it. */
export const ownResources = ({ pacemaker, statements }: HaCf): boolean =>
  pacemaker
    ? pacemaker.value === "off"
    : !statements.some(({ keyword }) => /^(pacemaker|crm)$/.test(keyword.value));

/** Milliseconds as a person writes them. */
export const seconds = (ms: number): string =>
  ms % 1000 === 0 || ms > 10_000 ? `${ms / 1000} s` : `${ms} ms`;
