import { spawn } from "node:child_process";
import type { Output } from "./daemon.ts";

/** Milliseconds, and characters of each stream, after which a program is ended. */
const patience = 10_000;
const most = 1_000_000;

/** nobody and nogroup. */
const nobody = 65534;

/** Whom the checkers run as where halint is root: a check may run code (Lua), and needs no right of root. */
export const servant = (): { readonly uid: number; readonly gid: number } | undefined =>
  process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : undefined;

export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly patience?: number;
}

/**
 * Runs a program to its end, without a shell, with an environment of our own, nothing on its standard input, and all that it
 * started ended with it when it takes too long or prints too much. undefined: it could not be started.
 */
export const run = ({ program, args, cwd, env = {}, ...limits }: Call): Promise<Output | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd,
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", TZ: "UTC", HOME: cwd, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      shell: false,
      ...servant(),
    });
    const said = { stdout: "", stderr: "" };
    const end = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        child.kill("SIGKILL");
      }
    };
    const timer = setTimeout(end, limits.patience ?? patience);
    for (const name of ["stdout", "stderr"] as const)
      child[name].setEncoding("utf8").on("data", (text: string) => {
        if (said[name].length + text.length > most) end();
        else said[name] += text;
      });
    child.on("error", () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ ...(code === null ? {} : { code }), ...said });
    });
  });
