import type { Setting } from "../core/settings.ts";
import type { Account, Command, Flag, Named } from "./model.ts";

export interface VrrpScript extends Named {
  readonly script?: Command;
  /** Seconds. */
  readonly interval?: Setting<number>;
  readonly timeout?: Setting<number>;
  readonly weight?: Setting<number>;
  readonly reverse?: Setting<boolean>;
  readonly fall?: Setting<number>;
  readonly rise?: Setting<number>;
  readonly user?: Account;
  readonly initFail?: Flag;
}

export interface TrackFile extends Named {
  readonly file?: Setting<string>;
  readonly weight?: Setting<number>;
}

export interface TrackProcess extends Named {
  readonly process?: Setting<string>;
  readonly weight?: Setting<number>;
  readonly quorum?: Setting<number>;
}

export interface BfdInstance extends Named {
  readonly neighbor?: Setting<string>;
  readonly sourceIp?: Setting<string>;
  readonly weight?: Setting<number>;
}

/** vrrp_instances that track static addresses and routes. */
export interface TrackGroup extends Named {
  readonly members: readonly Setting<string>[];
}
