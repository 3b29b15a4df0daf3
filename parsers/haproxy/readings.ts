/**
 * How the words of a line are read, a letter a word: `w` any word; `x` a sample expression with the converters that
 * follow as words of their own; `X` one that ends with its word; `f` a log format; `n` an integer or else an
 * expression; `t` a time or else an expression; `s` a size or else an expression.
 */
export interface Reading {
  readonly words: string;
  /** Named words that may follow in any order, and how what they take is read. */
  readonly options?: Readonly<Record<string, string>>;
}

const reading = (words: string, options?: Readonly<Record<string, string>>): Reading =>
  options ? { words, options } : { words };

const redirect = reading("", {
  location: "f",
  prefix: "f",
  scheme: "f",
  code: "w",
  "set-cookie": "w",
  "clear-cookie": "w",
});

const reply = reading("", {
  status: "w",
  deny_status: "w",
  "content-type": "w",
  errorfile: "w",
  errorfiles: "w",
  file: "w",
  string: "w",
  "lf-file": "w",
  "lf-string": "f",
  hdr: "wf",
});

const table = { table: "w" };

/** Actions of the rulesets, by their name without parentheses (configuration.txt 4.3; src/http_act.c, src/tcp_act.c). */
export const actions: Readonly<Record<string, Reading>> = {
  "add-header": reading("wf"),
  "add-acl": reading("f"),
  "add-headers-bin": reading("x"),
  capture: reading("x", { len: "w", id: "w" }),
  "del-acl": reading("f"),
  "del-headers-bin": reading("x"),
  "del-map": reading("f"),
  deny: reply,
  "do-resolve": reading("x"),
  "early-hint": reading("wf"),
  redirect: redirect,
  "replace-header": reading("wwf"),
  "replace-path": reading("wf"),
  "replace-pathq": reading("wf"),
  "replace-uri": reading("wf"),
  "replace-value": reading("wwf"),
  return: reply,
  "sc-add-gpc": reading("n"),
  "sc-set-gpt": reading("n"),
  "sc-set-gpt0": reading("n"),
  "set-bandwidth-limit": reading("w", { limit: "s", period: "t" }),
  "set-bc-mark": reading("n"),
  "set-bc-tos": reading("n"),
  "set-dst": reading("x"),
  "set-dst-port": reading("x"),
  "set-fc-mark": reading("n"),
  "set-fc-tos": reading("n"),
  "set-header": reading("wf"),
  "set-headers-bin": reading("x"),
  "set-map": reading("ff"),
  "set-method": reading("f"),
  "set-path": reading("f"),
  "set-pathq": reading("f"),
  "set-priority-class": reading("x"),
  "set-priority-offset": reading("x"),
  "set-query": reading("f"),
  "set-retries": reading("n"),
  "set-src": reading("x"),
  "set-src-port": reading("x"),
  "set-timeout": reading("wt"),
  "set-uri": reading("f"),
  "set-var": reading("x"),
  "set-var-fmt": reading("f"),
  tarpit: reply,
  pause: reading("t"),
};

for (let i = 0; i < 10; i++) Object.assign(actions, { [`track-sc${i}`]: reading("x", table) });
Object.assign(actions, { "track-sc": reading("x", table) });

const bandwidth = {
  limit: "w",
  key: "x",
  table: "w",
  "default-limit": "w",
  "default-period": "w",
  "min-size": "w",
};

/** Lines that hold expressions without being rules, by their first words. */
export const lines: Readonly<Record<string, Reading>> = {
  use_backend: reading("f"),
  "use-server": reading("f"),
  "stick on": reading("x", table),
  "stick match": reading("x", table),
  "stick store-request": reading("x", table),
  "stick store-response": reading("x", table),
  "log-format": reading("f"),
  "log-format-sd": reading("f"),
  "error-log-format": reading("f"),
  "unique-id-format": reading("f"),
  "balance hash": reading("X"),
  "filter bwlim-in": reading("w", bandwidth),
  "filter bwlim-out": reading("w", bandwidth),
  on: reading("w", { format: "f", sd: "f" }),
  "http-check set-var": reading("x"),
  "http-check set-var-fmt": reading("f"),
  "tcp-check set-var": reading("x"),
  "tcp-check set-var-fmt": reading("f"),
  "http-check send": reading("", {
    meth: "w",
    uri: "w",
    "uri-lf": "f",
    ver: "w",
    hdr: "wf",
    body: "w",
    "body-lf": "f",
    comment: "w",
  }),
  "http-check connect": reading("", { port: "n" }),
  "tcp-check connect": reading("", { port: "n" }),
  "tcp-check send-lf": reading("f", { comment: "w" }),
  "tcp-check send-binary-lf": reading("f", { comment: "w" }),
  "http-check expect": expect(),
  "tcp-check expect": expect(),
  "http-error": reply,
};

function expect(): Reading {
  const words = ["min-recv", "comment", "ok-status", "error-status", "tout-status"];
  const texts = ["string", "rstring", "binary", "rbinary", "status", "rstatus"];
  const formats = ["string-lf", "binary-lf"];
  const all = (names: readonly string[], letter: string) => names.map((name) => [name, letter] as const);
  const patterns = [...all(texts, "w"), ...all(formats, "f")];
  return reading("", {
    ...Object.fromEntries(all(words, "w")),
    "on-success": "f",
    "on-error": "f",
    "status-code": "x",
    ...Object.fromEntries(patterns),
    ...Object.fromEntries(patterns.map(([name, letter]) => [`!${name}`, letter])),
  });
}
