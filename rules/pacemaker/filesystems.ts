import type { Word } from "../../parsers/core/tree.ts";
import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { primitivesOf, valueOf } from "./resources.ts";

/** A resource that mounts something. */
export interface Mount {
  readonly primitive: Primitive;
  readonly type?: Word;
  readonly device?: Word;
}

export const mountsOf = (model: Pacemaker): Mount[] =>
  primitivesOf(model, "ocf:heartbeat:Filesystem").map((primitive) => {
    const type = valueOf(model, primitive, "fstype");
    const device = valueOf(model, primitive, "device");
    return { primitive, ...(type ? { type } : {}), ...(device ? { device } : {}) };
  });
