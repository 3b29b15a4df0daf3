import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, selected } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { interfaceMeant } from "./words.ts";

export const unknownInterface = modelRule<Interfaces>({
  id: "interfaces/unknown-interface",
  severity: "error",
  summary: "An interface that is to come up at boot needs an iface stanza",
  byAbsence: true,
  daemon: "warns",
  format: interfaces,
  check(model, report, { document }) {
    const { stanzas, mappings, misplaced } = model;
    if (!document.root || !document.whole || mappings.length > 0 || misplaced.length > 0) return;
    const names = new Set(["lo", ...stanzas.map(({ name }) => name.value)]);
    if (stanzas.some(({ name }) => name.hole)) return;
    for (const one of selected(model)) {
      const { word, name } = one;
      if (one.class !== "auto" || word.hole || names.has(name) || isPattern(word.value)) continue;
      if (isBehindHash(word.at.start, model)) continue;
      const guess = interfaceMeant(name, [...names]);
      report(
        word.at,
        `no iface ${name}${guess ? ` (did you mean ${guess}?)` : ""}: ifup reports an unknown interface and the boot goes on without it`,
        {
          ...(guess && word.value === name ? { fix: rename(word, guess) } : {}),
        },
      );
    }
  },
});

const isPattern = (word: string): boolean => word.includes("/") && !word.includes("=");

/** Words of what was meant as a comment are another rule's finding (interfaces/inline-comment). */
const isBehindHash = (start: number, { selections }: Interfaces): boolean =>
  selections.some(({ names, statement }) => {
    const hash = names.find(({ value }) => value.startsWith("#"));
    return hash && hash.at.start <= start && start < statement.at.end;
  });
