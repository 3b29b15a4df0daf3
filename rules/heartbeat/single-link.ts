import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

export const singleLink = modelRule({
  id: "heartbeat/single-link",
  format: haCf,
  severity: "info",
  summary: "Heartbeats should go out on two interfaces",
  daemon: "silent",
  check({ media, nodes }, report) {
    const devices = new Set(media.map(({ device }) => device?.value));
    const [only] = media;
    if (nodes.length < 2 || devices.size !== 1 || devices.has(undefined)) return;
    report(
      only!.device!.word.at,
      `${only!.device!.value} is the only link: when it fails each node takes the other for dead and starts its resources`,
    );
  },
});
