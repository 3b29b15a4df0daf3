import type { Keepalived, SyncGroup, Track, Tracking, VrrpInstance } from "../../parsers/keepalived/model.ts";

/** What a track_* block tracks. */
export type Kind = "interface" | "script" | "file" | "process" | "bfd";

/** An entry of a track_* block with what its definition adds to it. */
export interface Tracker {
  readonly kind: Kind;
  readonly track: Track;
  /** Its own weight, else its definition's; undefined where it is not known, or the definition is missing. */
  readonly weight: number | undefined;
}

const lists: Readonly<Record<Kind, keyof Tracking>> = {
  interface: "interfaces",
  script: "scripts",
  file: "files",
  process: "processes",
  bfd: "bfds",
};

/** The definitions that a tracker of this kind may name. */
export const definitionsOf = (model: Keepalived, kind: Kind) =>
  kind === "script"
    ? model.vrrpScripts
    : kind === "file"
      ? model.trackFiles
      : kind === "process"
        ? model.trackProcesses
        : kind === "bfd"
          ? model.bfdInstances
          : [];

/** What an instance or group tracks. The daemon drops an instance's own interface, weight and all: it follows that anyway. */
export const trackersOf = (model: Keepalived, user: VrrpInstance | SyncGroup): readonly Tracker[] =>
  (Object.keys(lists) as Kind[]).flatMap((kind) =>
    user.track[lists[kind]].map((track) => {
      const own = kind === "interface" && "interface" in user && user.interface?.value === track.name.value;
      return { kind, track, weight: own ? 0 : weightOf(model, kind, track) };
    }),
  );

function weightOf(model: Keepalived, kind: Kind, { name, weight, statement }: Track): number | undefined {
  if (weight) return weight.value;
  if (statement.args.some(({ value, hole }) => value === "weight" || hole)) return undefined;
  if (kind === "interface") return 0;
  const definition = definitionsOf(model, kind).find((one) => one.name?.value === name.value);
  if (!definition) return undefined;
  if (definition.weight) return definition.weight.value;
  const written = definition.statement.block?.statements.some(
    ({ keyword }) => keyword.hole || keyword.value === "weight",
  );
  return written ? undefined : kind === "file" ? 1 : 0;
}

export const kindTitle: Readonly<Record<Kind, string>> = {
  interface: "interface",
  script: "script",
  file: "file",
  process: "process",
  bfd: "BFD session",
};
