import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { endpointsOf } from "../../parsers/postgresql/endpoints.ts";
import { postgresql } from "../../parsers/postgresql/index.ts";
import { clusterOf, lintText } from "../support/cluster.ts";

const model = (text: string) => postgresql.model(postgresql.parse(sourceOf("postgresql.conf", text)));
const value = (text: string, name: string) => model(text).settings.get(name)?.value;
const rejected = (text: string) => lintText(postgresql, text).some(({ daemon }) => daemon === "rejects");

/** Each line was asked of postgres 15 (-C NAME). */
describe("lines", () => {
  test.each([
    ["port = 5433", "port", "5433"],
    ["port 5433 # x", "port", "5433"],
    ["PORT='5433'", "port", "5433"],
    ["listen_addresses = localhost", "listen_addresses", "localhost"],
    ["data_directory = var/x-y", "data_directory", "var/x-y"],
    ["log_filename = 'it''s \\'x'", "log_filename", "it's 'x"],
    ["port = 1\nport = 2", "port", "2"],
    ["shared_buffers = 128MB", "shared_buffers", "128MB"],
  ])("%s", (text, name, expected) => {
    expect(value(`${text}\n`, name)).toBe(expected);
    expect(rejected(`${text}\n`)).toBe(false);
  });

  test.each([
    "port =",
    "port",
    "listen_addresses = *",
    "listen_addresses = 10.0.0.1",
    "listen_addresses = localhost, b",
    "listen_addresses = 'a' 'b'",
    "listen_addresses = 'a",
    'listen_addresses = "a"',
    "prot = 5",
    "fsync = maybe",
    "fsync = o",
    "shared_buffers = 128 MB",
    "shared_buffers = 128mb",
    "shared_buffers = 1.5GB",
    "port = 99999",
    "port = 5433;",
    "data_directory = /var/lib/x",
    "[x]",
    "port == 5",
    "port 5433 5434",
    "a-b = 5",
    "max_connections = abc",
    "\ufeffport = 5433",
  ])("%s is refused", (text) => {
    expect(rejected(`${text}\n`)).toBe(true);
  });

  test.each([
    "my.thing = 5",
    "fsync = of",
    "port = 0x1538",
    "wal_level = 'LOGICAL'",
    "archive_command = test",
  ])("%s is taken", (text) => {
    expect(rejected(`${text}\n`)).toBe(false);
  });
});

test("addresses, port and folder have their places", () => {
  const { addresses, port, dataFolder } = model(
    "listen_addresses = '10.0.0.1, 10.0.0.2'\nport = 5433\ndata_directory = '/srv/pg'\n",
  );
  expect(addresses?.map(({ value: one, word }) => [one, textOf(word.at)])).toEqual([
    ["10.0.0.1", "10.0.0.1"],
    ["10.0.0.2", "10.0.0.2"],
  ]);
  expect(port?.value).toBe(5433);
  expect(dataFolder?.value).toBe("/srv/pg");
});

test("included files stand where they are named", () => {
  const [node] = clusterOf({
    "/etc/postgresql/15/main/postgresql.conf": "port = 1\ninclude_dir 'conf.d'\nmax_connections = 5\n",
    "/etc/postgresql/15/main/conf.d/a.conf": "port = 2\nmax_connections = 6\n",
  }).nodes;
  const { settings } = postgresql.model(node!.documents[0]!.tree);
  expect(settings.get("port")?.value).toBe("2");
  expect(settings.get("max_connections")?.value).toBe("5");
});

test.each<[string, string[]]>([
  ["max_connections = 5\n", []],
  ["port = 5433\n", ["127.0.0.1:5433"]],
  ["listen_addresses = '*'\n", ["*:5432"]],
  ["listen_addresses = 'localhost, 10.0.0.1'\nport = 5433\n", ["127.0.0.1:5433", "10.0.0.1:5433"]],
  ["listen_addresses = ''\nport = 5433\n", []],
])("%s listens", (text, expected) => {
  expect(endpointsOf(model(text)).map(({ ip, port }) => `${ip ?? "*"}:${port}`)).toEqual(expected);
});

/** Each was asked of postgres 15. */
describe("values", () => {
  const told = (text: string, targets = {}): string[] =>
    lintText(postgresql, `${text}\n`, targets)
      .filter(({ severity }) => severity === "error")
      .map(({ rule, daemon }) => `${rule} ${daemon}`);

  test.each([
    ...[
      "wal_level = full",
      "synchronous_commit = remote",
      "password_encryption = scram",
      "archive_mode = maybe",
    ],
    ...["max_connections = 0", "max_connections = -1", "checkpoint_timeout = 5s", "checkpoint_timeout = 2d"],
    ...["checkpoint_completion_target = 1.5", "primary_slot_name = 'S-1'"],
    ...["synchronous_standby_names = 's1 s2'", "synchronous_standby_names = 'FIRST (s1)'"],
  ])("%s is refused", (line) => {
    expect(told(line)).toEqual(["schema/wrong-value rejects"]);
  });

  test.each([
    ...[
      "wal_level = HOT_STANDBY",
      "synchronous_commit = yes",
      "password_encryption = md5",
      "archive_mode = ALWAYS",
    ],
    ...[
      "max_connections = 100.5",
      "checkpoint_timeout = 30000ms",
      "checkpoint_timeout = 60",
      "max_wal_size = 1GB",
    ],
    ...["checkpoint_completion_target = 0.9", "primary_slot_name = 's1'", "primary_slot_name = ''"],
    ...["synchronous_standby_names = '*'", "synchronous_standby_names = 'FIRST 1 (s1, s2)'"],
    ...["synchronous_standby_names = 'any 2 (*)'", "synchronous_standby_names = '2 (\"a b\", c)'"],
    ...["synchronous_standby_names = 's1, s2'", "synchronous_standby_names = ''"],
  ])("%s is taken", (line) => {
    expect(told(line)).toEqual([]);
  });

  test.each([
    ...["wal_keep_segments = 64", "standby_mode = on", "trigger_file = '/t'", "checkpoint_segments = 32"],
    ...["stats_temp_directory = '/x'", "password_encryption = on"],
  ])("%s is gone", (line) => {
    expect(told(line)).toEqual([]);
    expect(told(line, { postgresql: "15.5" })).toEqual(["schema/removed-keyword rejects"]);
  });

  test("a name that is near none is one of a later release at best", () => {
    expect(told("bogus = 1")).toEqual([]);
    expect(told("bogus = 1", { postgresql: "15.5" })).toEqual(["postgresql/unknown-parameter rejects"]);
  });

  test.each([
    ["wal_level = minimal\nmax_wal_senders = 10", 1],
    ["wal_level = minimal\nmax_wal_senders = 0", 0],
    ["wal_level = replica\nmax_wal_senders = 10\narchive_mode = on", 0],
    ["wal_level = minimal\nmax_wal_senders = 0\narchive_mode = on", 1],
    ["max_connections = 100\nsuperuser_reserved_connections = 100", 1],
    ["max_connections = 100\nsuperuser_reserved_connections = 99", 0],
  ])("%j together", (text, count) => {
    expect(told(text)).toEqual(Array(count).fill("postgresql/settings-together stops"));
  });
});
