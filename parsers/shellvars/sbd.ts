import { integer, type Setting } from "../core/settings.ts";
import type { Tree, Word } from "../core/tree.ts";
import { modelOf, type ShellVars } from "./model.ts";

/** What sbd is told: storage-based fencing. */
export interface Sbd {
  readonly variables: ShellVars;
  /** Shared disks; none: only the watchdog fences. */
  readonly devices: readonly Setting<string>[];
  /** SBD_DEVICE is known as a whole. */
  readonly devicesKnown: boolean;
  readonly watchdog?: Setting<string>;
  /** Seconds. */
  readonly watchdogTimeout?: Setting<number>;
  readonly delayStart?: Setting<string>;
  readonly startMode?: Setting<string>;
  readonly pacemaker?: Setting<string>;
}

export function sbdOf(tree: Tree): Sbd {
  const variables = modelOf(tree);
  const device = variables.get("SBD_DEVICE");
  const written = tree.statements.findLast(({ keyword }) => keyword.value === "SBD_DEVICE");
  const watchdog = variables.get("SBD_WATCHDOG_DEV");
  const timeout = variables.get("SBD_WATCHDOG_TIMEOUT");
  const seconds = timeout && integer(timeout.word);
  const delayStart = variables.get("SBD_DELAY_START");
  const startMode = variables.get("SBD_STARTMODE");
  const pacemaker = variables.get("SBD_PACEMAKER");
  return {
    variables,
    devices: device ? devicesOf(device) : [],
    devicesKnown: !written?.args.some(({ hole }) => hole),
    ...(watchdog ? { watchdog } : {}),
    ...(timeout && seconds !== undefined ? { watchdogTimeout: { ...timeout, value: seconds } } : {}),
    ...(delayStart ? { delayStart } : {}),
    ...(startMode ? { startMode } : {}),
    ...(pacemaker ? { pacemaker } : {}),
  };
}

/** `/dev/a;/dev/b`: the parts with their places. */
function devicesOf({ value, word, statement }: Setting<string>): Setting<string>[] {
  const start = word.at.start + (word.quote ? 1 : 0);
  let from = 0;
  return value.split(";").flatMap((entry): Setting<string>[] => {
    const device = entry.trim();
    const offset = start + from + entry.indexOf(device);
    from += entry.length + 1;
    const part: Word = {
      kind: "word",
      value: device,
      at: word.at.with({ start: offset, end: offset + device.length }),
    };
    return device === "" ? [] : [{ value: device, word: part, statement }];
  });
}
