import { integer } from "../../parsers/core/settings.ts";
import { range } from "../../parsers/core/types.ts";
import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, numberOf, textOf } from "../../parsers/corosync/model.ts";
import { isKnet } from "./links.ts";
import { settledRule } from "./settled.ts";

/** What knet 1.25 takes at most, of what corosync hands it. */
const most: Readonly<Record<string, number>> = {
  knet_mtu: 65535,
  knet_pmtud_interval: 86400,
  knet_pong_count: 255,
};

/** The levels of those compression libraries that refuse another; zlib takes 0 for its default. */
const levels: Readonly<Record<string, readonly [number, number]>> = {
  zlib: [-1, 9],
  lzma: [0, 9],
  bzip2: [1, 9],
};

export const knetRange = settledRule({
  id: "corosync/knet-range",
  severity: "warning",
  summary: "A setting must be in the range that knet takes",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const { totem, interfaces } = model;
    if (!isKnetAge(targets.corosync) || !isKnet(model, targets.corosync)) return;
    for (const part of [totem, ...interfaces])
      for (const [key, max] of Object.entries(most)) {
        const set = numberOf(part, key);
        if (set && set.value > max)
          report(set.word.at, `${key} ${set.value} is above ${max}: knet refuses it`);
      }
    const library = textOf(totem, "knet_compression_model");
    const within = library && levels[library.value];
    if (!within) return;
    const [min, max] = within;
    const level = numberOf(totem, "knet_compression_level", integer);
    if (level && (level.value < min || level.value > max))
      report(
        level.word.at,
        `knet_compression_level ${level.value} is outside ${range(min, max)}: knet refuses it, and nothing is compressed`,
        { related: [{ at: library.word.at, message: "the library" }] },
      );
    if (min > 0 && !has(totem, "knet_compression_level"))
      report(
        library.word.at,
        `${library.value} needs a knet_compression_level of ${range(min, max)}: knet refuses 0, the default, and nothing is compressed`,
      );
  },
});
