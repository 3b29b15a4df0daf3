// tsx e2e/terminalEditor.ts neovim|emacs: runs an editor without a screen on a copy of examples/lvs-dr, with the configuration that its
// page in docs/editors tells people to write. Where the editor is not installed, it says so and ends well: CI asks for the line "skipped".
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const seconds = 120;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The fenced blocks of a page, in one language. */
const blocks = (page: string, language: string): readonly string[] =>
  [...readFileSync(join(root, "docs/editors", page), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(
    ([, name, text]) => (name === language && text !== undefined ? [text] : []),
  );

interface Editor {
  readonly command: string;
  /** Writes the configuration of the page; `version` is what the editor says of itself. */
  readonly configure: (home: string, version: string) => void;
  readonly args: (home: string, file: string) => readonly string[];
}

const editors: Readonly<Record<string, Editor>> = {
  neovim: {
    command: "nvim",
    configure(home, version) {
      const [types, modern, older] = blocks("neovim.md", "lua");
      const [, major = 0, minor = 0] = (/v(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
      writeFileSync(join(home, "init.lua"), `${types}\n${major > 0 || minor >= 11 ? modern : older}`);
    },
    args: (home, file) => [
      "--headless",
      "-u",
      join(home, "init.lua"),
      file,
      "-c",
      `luafile ${join(root, "e2e/neovim.lua")}`,
    ],
  },
  emacs: {
    command: "emacs",
    configure(home) {
      writeFileSync(join(home, "init.el"), blocks("emacs.md", "elisp").join("\n"));
    },
    args: (home) => [
      "--batch",
      "-f",
      "package-initialize",
      "-l",
      join(home, "init.el"),
      "-l",
      join(root, "e2e/emacs.el"),
    ],
  },
};

const name = process.argv[2] ?? "";
const editor = editors[name];
if (!editor) {
  say(`e2e: no editor ${name}, there are ${Object.keys(editors).join(" and ")}`);
  process.exit(2);
}
const found = spawnSync(editor.command, ["--version"], { encoding: "utf8" });
if (found.error || found.status !== 0) {
  say(`e2e: ${name} is not installed: skipped`);
  process.exit(0);
}

const home = mkdtempSync(join(tmpdir(), `halint-${name}-`));
const cluster = join(home, "cluster");
cpSync(join(root, "examples/lvs-dr"), cluster, { recursive: true });
mkdirSync(join(cluster, ".git"));
const halint = join(home, "bin/halint");
mkdirSync(join(home, "bin"));
writeFileSync(halint, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist/halint.js")}" "$@"\n`);
chmodSync(halint, 0o755);
const file = join(cluster, "zerg/etc/keepalived/keepalived.conf");
editor.configure(home, found.stdout);

const child = spawn(editor.command, editor.args(home, file), {
  cwd: cluster,
  detached: true,
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    PATH: `${join(home, "bin")}:${process.env.PATH}`,
    HOME: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_STATE_HOME: join(home, "state"),
    XDG_CACHE_HOME: join(home, "cache"),
    LANG: "C.UTF-8",
    HALINT_FILE: file,
  },
});
const timer = setTimeout(() => {
  say(`e2e: ${name} did not end in ${seconds} s`);
  if (child.pid) process.kill(-child.pid, "SIGKILL");
}, seconds * 1000);
child.on("exit", (code) => {
  clearTimeout(timer);
  rmSync(home, { recursive: true, force: true });
  process.exitCode = code === 0 ? 0 : 1;
});
