import { corosync } from "./corosync.ts";
import type { Daemon } from "./daemon.ts";
import { drbd } from "./drbd.ts";
import { haproxy } from "./haproxy.ts";
import { keepalived } from "./keepalived.ts";
import { pacemaker } from "./pacemaker.ts";

/** The daemons that can be asked. o2cb is none: it names no line, is silent on most mistakes and crashes on some. */
export const daemons: readonly Daemon[] = [keepalived, haproxy, drbd, corosync, pacemaker];
