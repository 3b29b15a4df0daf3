import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { serversWith } from "./lookup.ts";
import { isOn, isOpen, serverName, unlessBranch } from "./servers.ts";

export const checkAndTrack = modelRule({
  id: "haproxy/check-and-track",
  scope: "section",
  severity: "error",
  summary: "A server is checked or follows another one, not both",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { server } of serversWith(model, "track")) {
      const track = server.options.findLast(({ name }) => name === "track");
      if (!track || !isOn(server, "check") || isOpen(server)) continue;
      const message = `server ${serverName(server).value} has check and track: its state comes from one of the two only`;
      report(track.word.at, message, unlessBranch(server.statement));
    }
  },
});
