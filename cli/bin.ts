import { writeSync } from "node:fs";
import { main } from "./main.ts";

/** A reader that has seen enough (`halint | head`) is no error; any other failure means that not all was told. */
function failed({ code, message }: NodeJS.ErrnoException): never {
  if (code === "EPIPE") process.exit();
  try {
    writeSync(2, `halint: not all could be written: ${message}\n`);
  } finally {
    process.exit(2);
  }
}

for (const stream of [process.stdout, process.stderr]) stream.on("error", failed);

async function chunks(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for await (const chunk of stream) found.push(chunk);
  return found;
}

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  isErrTerminal: process.stderr.isTTY === true,
  ...(process.stdout.columns ? { columns: process.stdout.columns } : {}),
  input: async () => Buffer.concat(await chunks(process.stdin)),
  interrupted: (then) => void process.once("SIGINT", then).once("SIGTERM", then),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
  // When all is written: V8 may still be compiling what nobody will run.
  process.stdout.write("", (error) =>
    error ? failed(error) : process.stderr.write("", () => process.exit()),
  );
});
