import type { Setting } from "../core/settings.ts";
import type { Statement } from "../core/tree.ts";
import { keywordIn } from "./schema.ts";

/** One option of a section: a bare `use-rle` reads as yes, `no-use-rle` as no, an old name as the new one. */
export interface Option extends Setting<string> {
  readonly name: string;
}

/** The sections of a resource or of common; `syncer` and a bare `protocol` are sorted into them as drbdadm does. */
export interface Options {
  readonly net: readonly Option[];
  readonly disk: readonly Option[];
  readonly options: readonly Option[];
  readonly startup: readonly Option[];
  readonly handlers: readonly Option[];
}
export type Section = keyof Options;

/** drbdadm_parser.c check_deprecated_alias */
const renamed: Readonly<Record<string, string>> = {
  "outdate-peer": "fence-peer",
  rate: "resync-rate",
  after: "resync-after",
};

const knows = (place: string, name: string): boolean => keywordIn(place, name) !== undefined;

/** An option whose value holds a template's tag is left out: its value is not known. */
function optionOf(statement: Statement): Option | undefined {
  const { keyword, args } = statement;
  if (keyword.hole || args.some(({ hole }) => hole)) return undefined;
  const negated = keyword.value.startsWith("no-");
  const plain = negated ? keyword.value.slice(3) : keyword.value;
  const word = args[0] ?? keyword;
  const value = args[0]?.value ?? (negated ? "no" : "yes");
  return { name: renamed[plain] ?? plain, value, word, statement };
}

export const optionsIn = (statement: Statement | undefined): Option[] =>
  (statement?.block?.statements ?? []).flatMap((one) => optionOf(one) ?? []);

const inSections = (statements: readonly Statement[], keyword: string): Option[] =>
  statements.filter((one) => one.keyword.value === keyword).flatMap(optionsIn);

/** The options of the statements inside a resource or common. */
export function sectionsOf(statements: readonly Statement[]): Options {
  const syncer = inSections(statements, "syncer");
  const isNet = ({ name }: Option): boolean => knows("net", name);
  const isDisk = ({ name }: Option): boolean => !knows("net", name) && knows("disk", name);
  const net = statements.flatMap((one) =>
    one.keyword.value === "net"
      ? optionsIn(one)
      : one.keyword.value === "protocol"
        ? (optionOf(one) ?? [])
        : [],
  );
  return {
    net: [...net, ...syncer.filter(isNet)],
    disk: [...inSections(statements, "disk"), ...syncer.filter(isDisk)],
    options: [...inSections(statements, "options"), ...syncer.filter((one) => !isNet(one) && !isDisk(one))],
    startup: inSections(statements, "startup"),
    handlers: inSections(statements, "handlers"),
  };
}
