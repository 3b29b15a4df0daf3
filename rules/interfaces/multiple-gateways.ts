import type { Word } from "../../parsers/core/tree.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, optionNamed } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

interface Gateway {
  readonly word: Word;
  readonly interface: string;
}

export const multipleGateways = modelRule<Interfaces>({
  id: "interfaces/multiple-gateways",
  severity: "warning",
  summary: "One default gateway of a family and metric is enough",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    const first = new Map<string, Gateway>();
    for (const stanza of stanzas) {
      const { name, family = "", options } = stanza;
      const word = options.find((option) => option.name === "gateway")?.value;
      if (!word || word.hole) continue;
      const key = `${family} ${optionNamed(stanza, "metric")?.value?.value ?? 0}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, { word, interface: name.value });
      else if (earlier.interface !== name.value || earlier.word.value !== word.value)
        report(word.at, `${earlier.interface} has a default gateway already: ${result(family, name.value)}`, {
          related: [{ at: earlier.word.at, message: `the one of ${earlier.interface}` }],
        });
    }
  },
});

const result = (family: string, name: string): string =>
  family === "inet6" ? "this one replaces it" : `the kernel refuses a second one and ifup ${name} fails`;
