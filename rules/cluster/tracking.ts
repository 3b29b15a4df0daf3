import type { Span } from "../../parsers/core/source.ts";
import type { Router } from "./vrrp.ts";

/** Something an instance tracks, with the weight that counts: its own, else that of the definition. */
export interface Tracked {
  readonly kind: "script" | "process" | "file" | "bfd" | "interface";
  readonly name: string;
  /** 0: a failure puts the instance into FAULT. undefined: not known. */
  readonly weight?: number;
  readonly at: Span;
  /** The word of the weight, or the entry. */
  readonly weightAt: Span;
}

export function trackedBy({ instance, document }: Router): Tracked[] {
  const { vrrpScripts, trackProcesses, trackFiles, bfdInstances } = document.model;
  const { track } = instance;
  const sources = [
    { kind: "script", entries: track.scripts, definitions: vrrpScripts },
    { kind: "process", entries: track.processes, definitions: trackProcesses },
    { kind: "file", entries: track.files, definitions: trackFiles },
    { kind: "bfd", entries: track.bfds, definitions: bfdInstances },
    { kind: "interface", entries: track.interfaces, definitions: [] },
  ] as const;
  return sources.flatMap(({ kind, entries, definitions }) =>
    entries.map((entry): Tracked => {
      const name = entry.name.value;
      const definition = definitions.find((one) => one.name?.value === name);
      const weight = entry.weight ?? definition?.weight;
      const reversed =
        entry.reverse ?? (definition && "reverse" in definition ? definition.reverse : undefined);
      const value = weight?.value ?? 0;
      return {
        kind,
        name,
        at: entry.name.word.at,
        weightAt: weight?.word.at ?? entry.name.word.at,
        ...(reversed || kind === "file" ? {} : { weight: value }),
      };
    }),
  );
}
