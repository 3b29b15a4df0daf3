import { spawn } from "node:child_process";

/** What one machine answered. */
export interface Answer {
  readonly bytes: Buffer;
  /** Why there is nothing, or not all; undefined: it went well. */
  readonly failure?: string;
}

export interface SshLimits {
  readonly seconds: number;
  /** Bytes of an answer. */
  readonly bytes: number;
}

/** Nothing is asked on the terminal, nothing is forwarded, nothing is started here by the user's ssh configuration. */
const options = [
  "BatchMode=yes",
  "ConnectTimeout=15",
  "ServerAliveInterval=10",
  "ClearAllForwardings=yes",
  "ForwardAgent=no",
  "ForwardX11=no",
  "PermitLocalCommand=no",
  "RequestTTY=no",
].flatMap((option) => ["-o", option]);

/** Runs a command on a machine and gives what it prints. Never throws. */
export function ssh(host: string, command: string, limits: SshLimits): Promise<Answer> {
  return new Promise((done) => {
    const child = spawn("ssh", [...options, "--", host, command], { stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    let length = 0;
    let err = "";
    let failure: string | undefined;
    const stop = (why: string): void => {
      failure ??= why;
      child.kill("SIGKILL");
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const timer = setTimeout(() => stop(`no answer within ${limits.seconds} seconds`), limits.seconds * 1000);
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bytes) stop(`it sends more than ${limits.bytes / 2 ** 20} MiB`);
      else chunks.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err = (err + chunk.toString()).slice(-2048);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      failure ??= error.code === "ENOENT" ? "there is no ssh on this machine" : error.message;
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const told = err.trim().split("\n").at(-1) || `ssh ends with ${code}`;
      if (code !== 0) failure ??= told;
      done({ bytes: Buffer.concat(chunks), ...(failure === undefined ? {} : { failure }) });
    });
  });
}
