import table from "../../schemas/agents.json" with { type: "json" };

/** One parameter of an agent, as its metadata tells it. */
export interface AgentParam {
  /** `integer`, `boolean` …; absent: any text. */
  readonly type?: string;
  readonly required?: boolean;
  /** No two resources may have the same value. */
  readonly unique?: boolean;
  readonly default?: string;
  readonly oneOf?: readonly string[];
  /** The older name of the same parameter, which the agent still takes. */
  readonly replaces?: string;
  readonly deprecated?: boolean;
}

/** An operation that the agent knows, with the timeout and interval that it advises ("20s", "20"). */
export interface AgentAction {
  readonly name: string;
  readonly timeout?: string;
  readonly interval?: string;
  readonly role?: string;
}

export interface Agent {
  /** The parameters of all releases asked are listed. */
  readonly complete?: boolean;
  readonly params?: Readonly<Record<string, AgentParam>>;
  readonly actions?: readonly AgentAction[];
}

/** By `ocf:heartbeat:IPaddr2`, `stonith:fence_ipmilan`. */
export const agents = (): Readonly<Record<string, Agent>> => table.agents as never;

/** The provider that crmsh takes where none is written: heartbeat if it has the agent, then pacemaker, then any that has. */
export function providerOf(type: string): string {
  const known = (provider: string): boolean => Object.hasOwn(agents(), `ocf:${provider}:${type}`);
  if (known("heartbeat")) return "heartbeat";
  if (known("pacemaker")) return "pacemaker";
  const id = Object.keys(agents()).find((name) => name.startsWith("ocf:") && name.endsWith(`:${type}`));
  return id?.split(":")[1] ?? "heartbeat";
}
