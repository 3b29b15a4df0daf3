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
