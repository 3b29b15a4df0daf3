import type { Span } from "../../parsers/core/source.ts";
import type { Report } from "../rule.ts";
import { differences, listed, valuesBy } from "./compare.ts";
import type { FlatSetting } from "./flat.ts";
import type { Node } from "./model.ts";

/** One machine's copy of something that must be the same everywhere. */
export interface Copy {
  readonly node: Node;
  /** Its name: "resource www". */
  readonly at: Span;
  readonly settings: ReadonlyMap<string, FlatSetting>;
}

const absent = "\0absent";

/** Reports each setting in which the copies differ; of a block that is missing only the block. */
export function reportDrift(
  report: Report,
  copies: readonly Copy[],
  consequence: string,
  isSecret: (keyword: string) => boolean = () => false,
): void {
  const paths = new Set(copies.flatMap(({ settings }) => [...settings.keys()]));
  for (const path of paths) {
    const of = ({ settings }: Copy): FlatSetting | undefined => settings.get(path);
    const parent = copies.flatMap((copy) => of(copy)?.parent ?? [])[0] ?? "";
    const asked = copies.filter(({ settings }) => parent === "" || settings.has(parent));
    const valueIn = (copy: Copy): string | undefined => {
      const setting = of(copy);
      return setting ? setting.value : absent;
    };
    for (const { one, others } of differences(asked, valueIn)) {
      const setting = of(one) ?? others.map(of).find((other) => other !== undefined)!;
      const missing = others.filter((other) => !of(other));
      const names = listed(others.map(({ node }) => node.name));
      const show = (copy: Copy): string => of(copy)?.value || (of(copy) ? "set" : "not set");
      const told = !of(one)
        ? `${setting.keyword} of ${names} is missing here`
        : missing.length === others.length
          ? `${setting.keyword} here, but not on ${names}`
          : isSecret(setting.keyword)
            ? `${setting.keyword} is not that of ${names}`
            : `${setting.keyword} ${show(one)} here, ${valuesBy(others, show, ({ node }) => node.name)}`;
      const place = (copy: Copy): Span => of(copy)?.at ?? copy.settings.get(parent)?.at ?? copy.at;
      report(place(one), `${told}: ${consequence}`, {
        related: others.map((other) => ({ at: place(other), message: `what ${other.node.name} has` })),
      });
    }
  }
}
