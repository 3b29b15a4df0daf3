import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, methods, type Stanza } from "../../parsers/interfaces/model.ts";
import { modelRule, type Report } from "../rule.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { meant } from "./words.ts";

export const ifaceLine = modelRule<Interfaces>({
  id: "interfaces/iface-line",
  severity: "error",
  summary: "An iface line needs a name, an address family and a method that ifupdown knows",
  daemon: "rejects",
  format: interfaces,
  check({ stanzas, nameless }, report, { document }) {
    for (const { keyword } of nameless) report(keyword.at, "iface without a name: ifupdown refuses the file");
    withoutFamily(
      stanzas.filter(({ family, inherits }) => !family && !inherits),
      report,
    );
    for (const stanza of stanzas) {
      checkFamily(stanza, report);
      checkParent(stanza, document.whole, report);
      checkExtra(stanza, report);
    }
  },
});

/** Told once a file: it is the dialect of ifupdown2, in which every stanza is like that. */
function withoutFamily([first, ...more]: readonly Stanza[], report: Report): void {
  if (!first) return;
  const others = more.length > 0 ? ` (and ${more.length} more below)` : "";
  report(
    first.name.at,
    `iface ${first.name.value} has no address family${others}: ifupdown refuses the file, only ifupdown2 takes it`,
  );
}

function checkFamily({ name, familyWord, methodWord, parent, inherits }: Stanza, report: Report): void {
  if (!familyWord || familyWord.hole) return;
  const known = Object.hasOwn(methods, familyWord.value)
    ? Object.keys(methods[familyWord.value]!)
    : undefined;
  if (!known) {
    const guess = meant(familyWord.value, Object.keys(methods));
    report(
      familyWord.at,
      `unknown address family ${familyWord.value}${hint(guess)}: ifupdown refuses the file`,
      {
        ...(guess ? { fix: rename(familyWord, guess) } : {}),
      },
    );
  } else if (!methodWord) {
    if (!parent && !inherits)
      report(
        familyWord.at,
        `iface ${name.value} ${familyWord.value} has no method: ifupdown refuses the file`,
      );
  } else if (!methodWord.hole && !known.includes(methodWord.value)) {
    const guess = meant(methodWord.value, known);
    const message = `${familyWord.value} has no method ${methodWord.value}${hint(guess)}: ifupdown refuses the file`;
    report(methodWord.at, message, guess ? { fix: rename(methodWord, guess) } : {});
  }
}

function checkParent({ inherits, parent, familyWord }: Stanza, whole: boolean, report: Report): void {
  if (!inherits) return;
  const { keyword, name } = inherits;
  if (!name) report(keyword.at, "inherits names no stanza: ifupdown refuses the file");
  else if (!parent && !name.hole && whole) {
    const family = familyWord ? ` ${familyWord.value}` : "";
    report(name.at, `no iface ${name.value}${family} stands above: ifupdown refuses the file`);
  }
}

function checkExtra({ extra }: Stanza, report: Report): void {
  if (!extra || extra.hole || extra.value.startsWith("#")) return;
  report(extra.at, `ifupdown does not understand ${extra.value} here and ignores it`, {
    severity: "warning",
    daemon: "warns",
  });
}

const hint = (guess: string | undefined): string => (guess ? ` (did you mean ${guess}?)` : "");
