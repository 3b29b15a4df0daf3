import { main } from "../../cli/main.ts";
import { folderOf } from "../workspace/toy.ts";

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly cwd?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
}

/** Runs halint in this process, in a folder with these files. */
export async function run(args: readonly string[], given: Surroundings = {}): Promise<Run> {
  const { files = {}, cwd = folderOf(files), env = {}, isTerminal = false } = given;
  let out = "";
  let err = "";
  const code = await main(args, {
    cwd,
    env,
    isTerminal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** keepalived.conf of one machine: right, with a warning only, with an error. */
export const right = `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.1/24
    }
}
`;
export const wrong = right.replace("virtual_router_id", "virtual_router_idd");
