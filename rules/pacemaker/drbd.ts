import type { Clone, Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { cloneOf, primitivesOf } from "./resources.ts";

/** A DRBD resource that Pacemaker promotes, with the clone it runs in. */
export interface Drbd {
  readonly primitive: Primitive;
  readonly clone?: Clone;
}

export const drbdsOf = (model: Pacemaker): Drbd[] =>
  primitivesOf(model, "ocf:linbit:drbd").map((primitive) => {
    const clone = cloneOf(model, primitive);
    return clone ? { primitive, clone } : { primitive };
  });
