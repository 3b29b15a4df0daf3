import { haproxy } from "../../parsers/haproxy/index.ts";
import { milliseconds } from "../../parsers/haproxy/modelParts.ts";
import { modelRule } from "../rule.ts";
import { serverLineOptions } from "./lookup.ts";

/** Below this, checks cost more than they tell. */
const shortest = 500;

export const flappingCheck = modelRule({
  id: "haproxy/flapping-check",
  scope: "section",
  severity: "info",
  summary: "A check that one lost answer decides makes servers flap",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const {
      name,
      args: [word],
      word: at,
    } of serverLineOptions(model, /^(fall|inter)$/)) {
      if (!word) continue;
      if (name === "fall" && word.value === "1") report(at.at, "fall 1 takes a server out at one lost check");
      const pause = name === "inter" ? milliseconds(word) : undefined;
      if (pause && pause < shortest && /[a-z]/.test(word.value))
        report(at.at, `inter ${word.value} asks the server ${Math.round(1000 / pause)} times a second`);
    }
  },
});
