import { once } from "../../parsers/core/remembered.ts";
import { textOf } from "../../parsers/core/source.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { galeraSchema } from "../../parsers/mycnf/schema.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const known = once(() => Object.keys(galeraSchema.places.file?.keywords ?? {}));

export const unknownGroup = modelRule({
  id: "galera/unknown-group",
  format: galera,
  severity: "error",
  summary: "A group must have the name that its program reads",
  daemon: "silent",
  check({ groups }, report) {
    for (const { name, word, options } of groups) {
      if (known().includes(name) || word.hole || options.length === 0) continue;
      const bare = name.trim();
      const guess = known().includes(bare) ? bare : /\d$/.test(name) ? undefined : nearest(name, known());
      if (!guess) continue;
      const lost = options.length === 1 ? "its setting is lost" : `its ${options.length} settings are lost`;
      report(word.at, `no program reads a group ${textOf(word.at)}: ${lost}, did you mean ${guess}?`, {
        fix: { title: `rename to ${guess}`, safe: false, edits: [{ at: word.at, text: guess }] },
      });
    }
  },
});
