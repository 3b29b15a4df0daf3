import type { CommandRow, OptionRow } from "./options.ts";

/** An option as a shell or a reader meets it: "-c, --config <file>". */
export interface Flags {
  /** "-c" */
  readonly short?: string;
  /** "--config" */
  readonly long: string;
  /** "file"; absent: the option takes no value. */
  readonly value?: string;
}

/** What the flags of a row say. */
export function flagsOf({ flags }: OptionRow): Flags {
  const [, short, long = flags, value] = /^(?:(-\w), )?(--[\w-]+)(?: <(.*)>)?$/.exec(flags) ?? [];
  return { long, ...(short === undefined ? {} : { short }), ...(value === undefined ? {} : { value }) };
}

/** As it is typed: "-c", "--config". */
export const namesOf = ({ short, long }: Flags): readonly string[] => (short ? [short, long] : [long]);

const help: OptionRow = { flags: "-h, --help", summary: "tells how halint is called" };
const version: OptionRow = { flags: "-v, --version", summary: "tells which halint this is" };

/** The options of a command, with those that the parser of the command line adds by itself. */
export const optionsOf = ({ name, options }: CommandRow): readonly OptionRow[] => [
  ...options,
  ...(name === "halint" ? [version] : []),
  help,
];
