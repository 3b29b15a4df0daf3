import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { treeOf } from "../../cli/collect/main.ts";
import { wantedOf } from "../../cli/collect/wanted.ts";
import { formats } from "../../parsers/index.ts";
import { limits } from "../../workspace/archives/member.ts";
import { right, run } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { hasTool, lines, tarOf, tool } from "./tools.ts";

const conf = "etc/keepalived/keepalived.conf";
const machine = {
  [conf]: right.replace("eth0", "eth0\n    nonsense on"),
  "etc/keepalived/more/part.conf": "",
  "etc/keepalived/notify.sh": "#!/bin/sh\n",
  "etc/haproxy/haproxy.cfg": "global\n",
  "etc/hostname": "web1\n",
  "etc/shadow": "root:x\n",
  "etc/cluster.crm": "primitive d ocf:heartbeat:Dummy\n",
};
const files = formats.flatMap((format) => format.files);
const wanted = wantedOf(files);
const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});

/** An ssh on PATH that runs the command in the folder of its host (`/` is taken for it), or does as `body` says. */
function fakeSsh(hosts: string, body = 'cd "$hosts/$host" && exec sh -c "$command"'): string {
  const folder = folderOf({
    ssh: `#!/bin/sh
hosts='${hosts}'
printf '%s\\n' "$@" | grep -v '^sh -c' | tr '\\n' ' ' >> "$hosts/asked"
while [ "$1" != -- ]; do shift; done
host="\${2#*@}"
command=$(printf %s "$3" | sed "s#cd / #cd $hosts/$host #")
${body}
`,
  });
  chmodSync(join(folder, "ssh"), 0o755);
  process.env.PATH = `${folder}:${PATH}`;
  return folder;
}

const hostsOf = (...names: readonly string[]): string =>
  folderOf(
    Object.fromEntries(
      names.flatMap((name) => Object.entries(machine).map(([path, text]) => [`${name}/${path}`, text])),
    ),
  );
const collect = (cwd: string, ...args: readonly string[]) => run(["collect", ...args], { cwd });
const all = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const collected = [
  ".halint-collected",
  "etc/cluster.crm",
  "etc/haproxy/haproxy.cfg",
  "etc/hostname",
  conf,
  "etc/keepalived/more/part.conf",
];

describe("halint collect", () => {
  test("says that it needs a machine", async () => {
    expect(await collect(folderOf({}), "--to", "x")).toEqual({
      code: 2,
      out: "",
      err: "halint: collect needs a machine: --ssh HOST\n",
    });
  });

  test("brings the known files of several machines, for the user alone, and halint finds in them what is there", async () => {
    const hosts = hostsOf("web1", "web2");
    fakeSsh(hosts);
    const cwd = folderOf({});
    const done = await collect(cwd, "--ssh", "web1", "root@web2", "--to", "c");
    expect(done).toEqual({
      code: 0,
      out: expect.stringMatching(/^web1: 5 files in c\/web1$/m),
      err: expect.stringContaining("secrets"),
    });
    expect(all(join(cwd, "c/web1"))).toEqual(collected);
    expect(readdirSync(join(cwd, "c")).sort()).toEqual(["web1", "web2"]);
    expect(statSync(join(cwd, "c/web2", conf)).mode & 0o777).toBe(0o600);
    expect(statSync(join(cwd, "c/web2/etc")).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(cwd, "c/web1", conf), "utf8")).toBe(machine[conf]);
    expect((await lines(cwd, "c")).join("\n")).toContain(
      `c/web1/${conf}:3:5: error: unknown keyword nonsense`,
    );
    expect(readFileSync(join(hosts, "asked"), "utf8")).toContain("BatchMode=yes");
    expect(all(join(hosts, "web1"))).toEqual(Object.keys(machine).sort());
  });

  test("replaces what it made, and nothing else without --force", async () => {
    fakeSsh(hostsOf("web1"));
    const cwd = folderOf({});
    expect((await collect(cwd, "--ssh", "web1")).code).toBe(0);
    writeFileSync(join(cwd, "web1/etc/old"), "");
    expect((await collect(cwd, "--ssh", "web1")).code).toBe(0);
    expect(all(join(cwd, "web1"))).toEqual(collected);
    const mine = folderOf({ "web1/mine": "x" });
    expect(await collect(mine, "--ssh", "web1")).toMatchObject({
      code: 2,
      err: expect.stringContaining("was not made by halint collect: --force replaces it"),
    });
    expect(all(mine)).toEqual(["web1/mine"]);
    expect((await collect(mine, "--ssh", "web1", "--force")).code).toBe(0);
    expect(all(join(mine, "web1"))).toEqual(collected);
  });

  test("one machine that fails leaves the others, and nothing half done", async () => {
    const hosts = hostsOf("web1");
    const cwd = folderOf({});
    fakeSsh(
      hosts,
      '[ "$host" = web1 ] || { echo "no route to $host" >&2; exit 255; }; exec sh -c "$command"',
    );
    expect(await collect(cwd, "--ssh", "web1", "web2")).toMatchObject({
      code: 2,
      err: expect.stringContaining("halint: web2: no route to web2\n"),
    });
    fakeSsh(hosts, 'sh -c "$command" | head -c 300');
    expect(await collect(cwd, "--ssh", "web3", "web1", "--to", "d")).toMatchObject({ code: 2, out: "" });
    expect(readdirSync(cwd)).toEqual(["web1"]);
  });

  test("has an end in time", async () => {
    fakeSsh(hostsOf("web1"), "exec sleep 60");
    const { collect } = await import("../../cli/collect/main.ts");
    let err = "";
    const io = {
      cwd: folderOf({}),
      env: {},
      isTerminal: false,
      out: () => {},
      err: (text: string) => {
        err += text;
      },
    };
    expect(await collect({ ssh: ["web1"], timeout: 0.3 }, files, io)).toBe(2);
    expect(err).toBe("halint: web1: no answer within 0.3 seconds\n");
  });

  test("takes no name that is an option or a path, and no two machines of one folder", async () => {
    fakeSsh(hostsOf("web1"), "touch $hosts/started");
    for (const host of ["-oProxyCommand=x", "a/b", "..", "a b", "root@-x", ""])
      expect((await collect(folderOf({}), `--ssh=${host}`)).code).toBe(2);
    expect((await collect(folderOf({}), "--ssh", "root@a", "admin@a")).err).toContain("share the folder a");
  });

  test("with --sudo asks for it there", async () => {
    const hosts = hostsOf("web1");
    fakeSsh(hosts, 'printf %s "$3" > "$hosts/command"; exit 1');
    await collect(folderOf({}), "--ssh", "web1", "--sudo");
    expect(readFileSync(join(hosts, "command"), "utf8")).toMatch(/^sudo -n sh -c '/);
  });

  test("takes of what a machine sends only what it was asked for", async () => {
    const sent = gzipSync(
      await tarOf([
        ["../../.ssh/authorized_keys", "x"],
        ["/etc/hosts", "y"],
        ["etc/shadow", "x"],
        ["etc/fstab", { link: "/etc/passwd" }],
        ["etc/keepalived", { link: "/tmp" }],
        [conf, right],
      ]),
    );
    const { tree, failure } = await treeOf(sent, wanted, limits);
    expect([...tree.keys()]).toEqual(["etc/hosts", conf]);
    expect(failure).toBe("4 files that were not asked for were left out");
    const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20));
    expect((await treeOf(bomb, wanted, limits)).failure).toContain("cannot be read");
  });

  test("its command only reads", () => {
    expect(wanted.script.replace(/2>\/dev\/null/g, "")).not.toMatch(
      />|\b(?:rm|mv|cp|tee|touch|exec|delete)\b/,
    );
    const folder = folderOf(machine);
    tool(folder, "sh", "-c", `${wanted.script.replace("cd / ", `cd ${folder} `)} > /dev/null`);
  });
});

/** A port of this machine that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

test.skipIf(!existsSync("/usr/sbin/sshd") || !hasTool("ssh-keygen") || process.getuid?.() !== 0)(
  "against the real sshd, with the real ssh",
  async () => {
    const folder = folderOf({});
    for (const key of ["host", "user"])
      tool(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
    const port = await freePort();
    const authorized = join(folder, "authorized");
    writeFileSync(authorized, readFileSync(join(folder, "user.pub")));
    const config = `Port ${port}
ListenAddress 127.0.0.1
HostKey ${folder}/host
AuthorizedKeysFile ${authorized}
PidFile none
StrictModes no
UsePAM no
PermitRootLogin yes
`;
    writeFileSync(join(folder, "sshd_config"), config);
    mkdirSync("/run/sshd", { recursive: true });
    const sshd = spawn("/usr/sbin/sshd", ["-D", "-e", "-f", join(folder, "sshd_config")], {
      stdio: "ignore",
    });
    onTestFinished(() => void sshd.kill());
    const known = `[127.0.0.1]:${port} ${readFileSync(join(folder, "host.pub"), "utf8")}`;
    writeFileSync(join(folder, "known"), known);
    const ssh = spawnSync("sh", ["-c", "command -v ssh"], { encoding: "utf8" }).stdout.trim();
    const client = folderOf({
      ssh: `#!/bin/sh
exec ${ssh} -F none -p ${port} -i ${folder}/user -o UserKnownHostsFile=${folder}/known "$@"
`,
    });
    chmodSync(join(client, "ssh"), 0o755);
    process.env.PATH = `${client}:${PATH}`;
    for (let tries = 0; tries < 50; tries++) {
      if (spawnSync(join(client, "ssh"), ["-o", "BatchMode=yes", "127.0.0.1", "true"]).status === 0) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    const cwd = folderOf({});
    expect(await collect(cwd, "--ssh", "127.0.0.1")).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, "127.0.0.1/etc/hosts"))).toEqual(readFileSync("/etc/hosts"));
    writeFileSync(authorized, "");
    expect(await collect(folderOf({}), "--ssh", "127.0.0.1")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Permission denied"),
    });
  },
  30_000,
);
