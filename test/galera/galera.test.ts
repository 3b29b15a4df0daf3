import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import type { Tree } from "../../parsers/core/tree.ts";
import { seconds } from "../../parsers/mycnf/duration.ts";
import { endpointsOf } from "../../parsers/mycnf/endpoints.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { optionName } from "../../parsers/mycnf/names.ts";
import { clusterOf, lintFiles, lintText } from "../support/cluster.ts";

const parse = (text: string): Tree => galera.parse(sourceOf("my.cnf", text));
const model = (text: string) => galera.model(parse(text));
const rules = (text: string, targets = {}) => lintText(galera, text, targets).map(({ rule }) => rule);
/** The settings of the server's groups as mariadbd prints them. */
const server = (text: string) =>
  Object.fromEntries([...model(text).effective].map(([name, { value }]) => [name, value?.value]));

/** Each line was asked of mariadbd 10.11.19. */
describe("lines", () => {
  test.each<[string, string, Record<string, string | undefined>]>([
    ["a group in any case", "[MYSQLD]\nwsrep_node_name=a\n", { wsrep_node_name: "a" }],
    ["words behind the bracket", "[mysqld ] junk\nwsrep_node_name=b\n", { wsrep_node_name: "b" }],
    ["a blank behind [ belongs to the name", "[ mysqld]\nwsrep_node_name=c\n", {}],
    ["names in any case, with - or _", "[mysqld]\nWSREP-node_NAME=x\n", { wsrep_node_name: "x" }],
    ["# in quotes", '[mysqld]\nwsrep_node_name="a # b" # c\n', { wsrep_node_name: "a # b" }],
    ["; inside a line", "[mysqld]\nwsrep_node_name=a ; b\n", { wsrep_node_name: "a ; b" }],
    ["; at its beginning", "[mysqld]\n ; wsrep_node_name=a\n", {}],
    ["escapes", "[mysqld]\nwsrep_node_name=a\\sb\\q\n", { wsrep_node_name: "a b\\q" }],
    ["no value", "[mysqld]\nwsrep_on\n", { wsrep_on: undefined }],
    ["an empty value", "[mysqld]\nport=\n", { port: "" }],
    ["blanks around the sign", '[mysqld]\nwsrep_on =  "ON"\n', { wsrep_on: "ON" }],
    ["a unique beginning", "[mysqld]\nwsrep_node_n=x\n", { wsrep_node_name: "x" }],
    ["the last one wins", "[mysqld]\nport=1\n[server]\nport=2\n", { port: "2" }],
    ["a version's group", "[mariadb-10.11]\nport=2\n", { port: "2" }],
    ["another program's group", "[client]\nport=2\n", {}],
    ["CRLF", "[mysqld]\r\nport=2\r\n", { port: "2" }],
  ])("%s", (_, text, expected) => {
    expect(server(text)).toEqual(expected);
  });

  test("an unclosed quote takes the comment in", () => {
    expect(server('[mysqld]\nwsrep_node_name="a # b\n')).toEqual({ wsrep_node_name: '"a # b' });
  });

  test.each([
    ["skip_log_bin", "log_bin", ["skip"]],
    ["loose-skip-innodb_doublewrite", "innodb_doublewrite", ["loose", "skip"]],
    ["disable-wsrep-on", "wsrep_on", ["disable"]],
    ["skip_external_locking", "skip_external_locking", []],
    ["loose_nothing_here", "nothing_here", ["loose"]],
  ])("%s sets %s", (written, name, prefixes) => {
    expect(optionName(written)).toMatchObject({ name, prefixes });
  });

  test("a beginning that fits several names is none", () => {
    expect(optionName("wsrep_node").candidates).toEqual(
      expect.arrayContaining(["wsrep_node_name", "wsrep_node_address", "wsrep_node_incoming_address"]),
    );
  });

  test.each<[string, boolean | undefined]>([
    ["wsrep_on", true],
    ["wsrep_on=1", true],
    ["wsrep_on=true", true],
    ["wsrep_on=yes", false],
    ["skip_wsrep_on", false],
    ["skip_wsrep_on=0", true],
    ["enable_wsrep_on", true],
    ["wsrep_on={{ on }}", undefined],
  ])("%s is %s", (line, expected) => {
    expect(model(`[mysqld]\n${line}\n`).wsrep.on?.value).toBe(expected);
  });
});

describe("includes", () => {
  const files = {
    "/etc/mysql/my.cnf": "[mysqld]\nport=1\n!includedir /etc/mysql/conf.d/\nsocket=/s\n",
    "/etc/mysql/conf.d/a.cnf": "[client]\nuser=x\n[mysqld]\nport=2\n",
    "/etc/mysql/conf.d/b.txt": "[mysqld]\nport=3\n",
  };

  test("stand where they are named, and the group goes on behind them", () => {
    const [node] = clusterOf(files).nodes;
    const [document] = node!.documents;
    const { groups, effective } = galera.model(document!.tree);
    expect(groups.map(({ name }) => name)).toEqual(["mysqld", "client", "mysqld", "mysqld"]);
    expect(effective.get("port")?.value?.value).toBe("2");
    expect(effective.get("socket")?.value?.value).toBe("/s");
  });

  test("a file that includes itself is read once", () => {
    const found = lintFiles({ "/etc/my.cnf": "[mysqld]\n!include /etc/my.cnf\nport=1\n" });
    expect(found).toEqual([]);
  });

  test("an option of an included file must have a group of its own", () => {
    const found = lintFiles({ ...files, "/etc/mysql/conf.d/a.cnf": "port=2\n" });
    expect(found.map(({ rule }) => rule)).toEqual(["galera/option-without-group"]);
  });
});

describe("the cluster's address", () => {
  const address = (value: string) => model(`[mysqld]\nwsrep_cluster_address=${value}\n`).wsrep.clusterAddress;

  test("is a list of hosts and ports with their places", () => {
    const setting = address('"gcomm://10.0.0.1:4567, [fd00::2],[fd00::3]:4567,node4?pc.wait_prim=no"')!;
    expect(setting.value.scheme).toBe("gcomm");
    expect(setting.value.nodes.map(({ host, port }) => [host, port])).toEqual([
      ["10.0.0.1", 4567],
      ["fd00::2", undefined],
      ["fd00::3", 4567],
      ["node4", undefined],
    ]);
    for (const { hostWord, host } of setting.value.nodes) expect(textOf(hostWord.at)).toBe(host);
    expect(setting.value.blanks.map(({ value }) => value)).toEqual([" [fd00::2]"]);
    expect(setting.value.query).toBe("?pc.wait_prim=no");
  });

  test.each([
    ["gcomm://", "gcomm", 0],
    ["10.0.0.1,10.0.0.2", undefined, 2],
  ])("%s", (value, scheme, nodes) => {
    expect(address(value)?.value.scheme).toBe(scheme);
    expect(address(value)?.value.nodes).toHaveLength(nodes);
  });
});

describe("the provider's options", () => {
  const options = (value: string) =>
    model(`[mysqld]\nwsrep_provider_options=${value}\n`).wsrep.providerOptions!.value;

  test("are pairs with their places", () => {
    const found = options('" gcache.size = 1G ;; pc.weight=2;"');
    expect(found.map(({ key, value }) => [key.value, value?.value])).toEqual([
      ["gcache.size", "1G"],
      ["pc.weight", "2"],
    ]);
    for (const { key, value } of found) {
      expect(textOf(key.at)).toBe(key.value);
      expect(textOf(value!.at)).toBe(value!.value);
    }
  });

  test.each([
    ["pc.weight", 1, undefined, 0],
    ["=3", 1, "3", 0],
    ["a=1=2", 1, "1", 1],
    ["a\\;b=1", 1, "1", 0],
    ["", 0, undefined, 0],
  ])("%s", (value, count, first, more) => {
    const found = options(`"${value}"`);
    expect(found).toHaveLength(count);
    expect(found[0]?.value?.value).toBe(first);
    expect(found[0]?.more ?? []).toHaveLength(more);
  });

  test.each<[string, number | undefined]>([
    ["PT5S", 5],
    ["PT1M30S", 90],
    ["P1D", 86400],
    ["PT0.5S", 0.5],
    ["5", 5],
    ["PT5", undefined],
    ["5S", undefined],
    ["pt5s", undefined],
  ])("%s is %s seconds", (text, expected) => {
    expect(seconds(text)).toBe(expected);
  });

  /** Each was asked of Galera 26.4.23. */
  test.each([
    ["pc.weight=255", true],
    ["pc.weight=254", false],
    ["pc.weight=0x10", true],
    ["gcache.size=128m", false],
    ["gcache.size=1Q", true],
    ["PC.WEIGHT=1", true],
    ["pc.ignore_sb=maybe", true],
    ["socket.ssl=sure", false],
    ["evs.user_send_window=0", true],
    ["gcs.fc_factor=1.5", true],
    ["evs.suspect_timeout=P1D", false],
  ])("%s is refused: %s", (option, refused) => {
    const text = `[mysqld]\nwsrep_provider=/x/libgalera_smm.so\nwsrep_on=OF\nwsrep_provider_options="${option}"\n`;
    expect(rules(text).includes("galera/provider-option")).toBe(refused);
  });
});

describe("what is served where", () => {
  test("addresses are a list with places", () => {
    const { listening } = model("[mysqld]\nbind-address=10.0.0.1, ::1\nport=3307\ndatadir=/var/lib/mysql\n");
    expect(listening.addresses.map(({ value, word }) => [value, textOf(word.at)])).toEqual([
      ["10.0.0.1", "10.0.0.1"],
      ["::1", "::1"],
    ]);
    expect(listening.port?.value).toBe(3307);
    expect(listening.dataFolder?.value).toBe("/var/lib/mysql");
  });
});

describe("endpoints", () => {
  const endpoints = (text: string) =>
    endpointsOf(model(`[mysqld]\n${text}`)).map(({ ip, port, service }) => `${ip ?? "*"}:${port} ${service}`);

  test.each<[string, string[]]>([
    ["socket=/s\n", []],
    ["port=3307\n", ["*:3307 MySQL clients"]],
    ["bind_address=localhost,10.0.0.1\n", ["127.0.0.1:3306 MySQL clients", "10.0.0.1:3306 MySQL clients"]],
    ["port=3307\nskip_networking\n", []],
    [
      "wsrep_cluster_address=gcomm://a,b\n",
      ["*:4567 Galera group", "*:4568 Galera incremental state transfer", "*:4444 Galera state transfer"],
    ],
    [
      'wsrep_cluster_address=gcomm://a,b\nwsrep_provider_options="gmcast.listen_addr=tcp://10.0.0.1:5567"\n',
      [
        "10.0.0.1:5567 Galera group",
        "*:5568 Galera incremental state transfer",
        "*:4444 Galera state transfer",
      ],
    ],
    ["wsrep_on=OFF\nwsrep_cluster_address=gcomm://a,b\n", []],
  ])("%s", (text, expected) => {
    expect(endpoints(text)).toEqual(expected);
  });
});

describe("rules", () => {
  test("settings of all files of a machine count together", () => {
    const node = {
      "/etc/mysql/conf.d/a.cnf": "[mysqld]\nwsrep_provider=/x/libgalera_smm.so\ninnodb_autoinc_lock_mode=2\n",
      "/etc/mysql/conf.d/b.cnf":
        "[mysqld]\nwsrep_on=ON\nbinlog_format=ROW\nwsrep_cluster_address=gcomm://10.0.0.1,10.0.0.2\n",
    };
    expect(lintFiles(node)).toEqual([]);
    const { "/etc/mysql/conf.d/a.cnf": alone } = node;
    expect(lintFiles({ "/etc/mysql/conf.d/a.cnf": alone }).map(({ rule }) => rule)).toEqual([
      "galera/wsrep-on-missing",
    ]);
  });

  test("what a template may add is not missing", () => {
    expect(rules("{% if x %}\n{% endif %}\n[mysqld]\nwsrep_provider=/x/libgalera_smm.so\n")).toEqual([]);
    expect(
      rules("[mysqld]\nwsrep_on={{ on }}\nport={{ port }}\nwsrep_provider_options={{ x }};a=b=c\n"),
    ).toEqual([]);
  });

  test("an account's password is in no message", () => {
    const text = "[mysqld]\nwsrep_sst_auth=sst:hunter22 ; x\nwsrep_sst_auth=sst:hunter23\n";
    const messages = lintText(galera, text).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.join("\n")).not.toContain("hunter");
  });

  test("a variable of MySQL's is wrong for MariaDB alone", () => {
    const text = "[mysqld]\nwsrep_applier_threads=4\n";
    expect(rules(text)).toEqual([]);
    expect(rules(text, { mariadb: "10.11" })).toEqual(["galera/foreign-variable"]);
  });

  test("Percona's cluster has wsrep_on and rows for its defaults", () => {
    const percona =
      "[mysqld]\npxc_strict_mode=ENFORCING\nwsrep_provider=/usr/lib/galera4/libgalera_smm.so\nwsrep_cluster_address=gcomm://a,b\n";
    expect(rules(percona)).toEqual([]);
  });

  test("wsrep_on=OFF ends the judgement", () => {
    expect(rules("[mysqld]\nwsrep_on=OFF\nwsrep_provider=none\nwsrep_cluster_address=gcomm://\n")).toEqual(
      [],
    );
  });
});

/** Each was asked of mariadbd 10.11.19. */
describe("values", () => {
  const told = (line: string, targets = { mariadb: "10.11.6" }): string[] =>
    lintText(galera, `[mysqld]\n${line}\n`, targets)
      .filter(({ daemon }) => daemon !== "silent")
      .map(({ rule, daemon }) => `${rule} ${daemon}`);

  test.each([
    ["wsrep_slave_threads=-2", ["galera/value-adjusted rejects"]],
    ["innodb_autoinc_lock_mode=-5", ["galera/value-adjusted warns"]],
    ["innodb_autoinc_lock_mode=3", ["galera/value-adjusted warns"]],
    ["innodb_autoinc_lock_mode=2", []],
    ["max_connections=", ["galera/value-adjusted warns"]],
    ["innodb_buffer_pool_size=4 G", ["schema/wrong-value stops"]],
    ["innodb_buffer_pool_size=70%", ["schema/wrong-value stops"]],
    ["innodb_buffer_pool_size=4GB", []],
    ["innodb_flush_method=O_DIREKT", ["schema/wrong-value stops"]],
    ["innodb_flush_method=o_direct", []],
    ["innodb_flush_method=4", []],
    ["innodb_flush_method=O_DIR", ["schema/wrong-value stops"]],
    ["sql_mode=STRICT", ["schema/wrong-value rejects"]],
    ["sql_mode=STRICT_ALL_TABLES,,ANSI", ["schema/wrong-value rejects"]],
    ['sql_mode="STRICT_ALL_TABLES, ANSI"', ["schema/wrong-value rejects"]],
    ["sql_mode=traditional,ansi", []],
    ["sql_mode=NO_AUTO_CREATE", []],
    ["sql_mode=", []],
    ["sql_mode=7", []],
    ["sql_mode=ALL", []],
    ["wsrep_mode=FOO", ["schema/wrong-value rejects"]],
    ["wsrep_mode=strict_replication,replicate_aria", []],
    ["log_slow_queries=/x", ["schema/removed-keyword rejects"]],
    ["innodb_support_xa=1", ["schema/removed-keyword rejects"]],
    ["mysqlx=0", ["galera/foreign-variable rejects"]],
  ])("%s", (line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  test("what only an older or another server takes is not told without a target", () => {
    for (const line of ["log_slow_queries=/x", "innodb_support_xa=1", "mysqlx=0"])
      expect(told(line, {} as { mariadb: string }).filter((one) => one.endsWith("rejects"))).toEqual([]);
  });
});
