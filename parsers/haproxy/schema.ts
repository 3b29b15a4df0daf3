import table from "../../schemas/haproxy.json" with { type: "json" };
import type { FormatSchema, KeywordDef, PlaceDef } from "../core/schema.ts";

type Options = Readonly<Record<string, KeywordDef>>;

/** In the table a keyword may name a set of options that several share. */
interface Written extends Omit<KeywordDef, "options"> {
  readonly options?: string | Options;
}

interface Table extends Omit<FormatSchema, "places"> {
  readonly optionSets: Readonly<Record<string, Options>>;
  readonly places: Readonly<
    Record<string, Omit<PlaceDef, "keywords"> & { readonly keywords?: Readonly<Record<string, Written>> }>
  >;
}

let expanded: FormatSchema | undefined;

/** schemas/haproxy.json with the shared sets of options in place; made at first use, for most runs meet no haproxy.cfg. */
export function haproxySchema(): FormatSchema {
  expanded ??= expand(table as unknown as Table);
  return expanded;
}

function expand({ optionSets, ...written }: Table): FormatSchema {
  const expandedDef = (def: Written): KeywordDef => {
    const { options } = def;
    return (typeof options === "string" ? { ...def, options: optionSets[options]! } : def) as KeywordDef;
  };
  const places: Record<string, PlaceDef> = {};
  for (const [name, { keywords, ...place }] of Object.entries(written.places)) {
    const defs: Record<string, KeywordDef> = {};
    for (const key in keywords) defs[key] = expandedDef(keywords[key]!);
    places[name] = keywords ? { ...place, keywords: defs } : place;
  }
  return { ...written, places };
}
