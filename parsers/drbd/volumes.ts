import type { Setting } from "../core/settings.ts";
import type { Statement, Word } from "../core/tree.ts";
import { type Option, optionsIn } from "./options.ts";

/** A device of a resource or host; statements outside of any `volume` make the implicit volume 0. */
export interface Volume {
  readonly number: number;
  readonly implicit: boolean;
  /** As drbdadm names it: "/dev/drbd1" for `drbd1`. */
  readonly device?: Setting<string>;
  readonly minor?: Setting<number>;
  /** "none" for a diskless host. */
  readonly disk?: Setting<string>;
  /** "internal", "/dev/sdb1[0]" or "/dev/sdb1[flexible]". */
  readonly metaDisk?: Setting<string>;
  readonly options: readonly Option[];
  /** The `volume`; of an implicit one the first statement that makes it. */
  readonly statement: Statement;
}

const parts = new Set(["device", "disk", "meta-disk", "flexible-meta-disk"]);
/** A `disk` with a block alone is a section of options. */
const isPart = ({ keyword, args, block }: Statement): boolean =>
  parts.has(keyword.value) && (!block || args.length > 0);

/** The volumes of the statements inside a resource or host. */
export function volumesOf(statements: readonly Statement[]): Volume[] {
  const own = statements.filter(isPart);
  const [first] = own;
  const implicit = first ? [volumeOf(0, true, own, first)] : [];
  const explicit = statements.flatMap((one) => {
    const number = one.args[0]?.value ?? "";
    if (one.keyword.value !== "volume" || !/^\d+$/.test(number)) return [];
    return [volumeOf(Number(number), false, one.block?.statements ?? [], one)];
  });
  return [...implicit, ...explicit];
}

function volumeOf(
  number: number,
  implicit: boolean,
  statements: readonly Statement[],
  statement: Statement,
): Volume {
  const last = (...keywords: string[]): Statement | undefined =>
    statements.findLast((one) => keywords.includes(one.keyword.value) && isPart(one));
  const device = last("device");
  const path = device && deviceOf(device);
  const minor = device && minorOf(device);
  const disk = last("disk");
  const meta = last("meta-disk", "flexible-meta-disk");
  const metaDisk = meta && metaDiskOf(meta);
  return {
    number,
    implicit,
    ...(path ? { device: path } : {}),
    ...(minor ? { minor } : {}),
    ...(disk?.args[0] ? settingOf("disk", disk.args[0], disk.args[0].value, disk) : {}),
    ...(metaDisk ? { metaDisk } : {}),
    options: statements.filter(({ keyword, block }) => keyword.value === "disk" && block).flatMap(optionsIn),
    statement,
  };
}

const settingOf = <K extends string, T>(key: K, word: Word, value: T, statement: Statement) =>
  (word.hole ? {} : { [key]: { value, word, statement } }) as { [key in K]?: Setting<T> };

function deviceOf(statement: Statement): Setting<string> | undefined {
  const word = statement.args[0];
  if (!word || word.hole || (word.value === "minor" && !word.quote)) return undefined;
  const value = word.value.startsWith("drbd") ? `/dev/${word.value}` : word.value;
  return { value, word, statement };
}

/** The explicit minor, else the digits of /dev/drbdN. */
function minorOf(statement: Statement): Setting<number> | undefined {
  const { args } = statement;
  const at = args.findIndex(({ value, quote }) => value === "minor" && !quote);
  const word = at >= 0 ? args[at + 1] : args[0];
  const digits = at >= 0 ? word?.value : /^(?:\/dev\/)?drbd(\d+)$/.exec(word?.value ?? "")?.[1];
  return word && digits !== undefined && /^\d+$/.test(digits) && !word.hole
    ? { value: Number(digits), word, statement }
    : undefined;
}

function metaDiskOf(statement: Statement): Setting<string> | undefined {
  const { args, keyword } = statement;
  const [word] = args;
  if (!word || args.some(({ hole }) => hole)) return undefined;
  const text = args.map(({ value }) => value).join("");
  const external = text !== "internal" && (keyword.value === "flexible-meta-disk" || !text.endsWith("]"));
  return { value: external ? `${text}[flexible]` : text, word, statement };
}

/** The volumes of one host with what the resource says of all hosts, the host's own first. */
export function volumesOn(own: readonly Volume[], shared: readonly Volume[]): Volume[] {
  const merged = own.map((volume) => {
    const base = shared.find(({ number }) => number === volume.number);
    return base ? { ...base, ...volume, options: [...base.options, ...volume.options] } : volume;
  });
  return [...merged, ...shared.filter((one) => !own.some(({ number }) => number === one.number))];
}
