import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const relativePath = modelRule({
  id: "lvs/relative-path",
  severity: "error",
  summary: "The path of a url must begin with a slash",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    const checkers = virtualServers.flatMap(({ realServers }) =>
      realServers.flatMap((server) => server.checkers),
    );
    for (const { kind, urls } of checkers)
      for (const { path } of urls) {
        if (!path || /^\/|^\*$|:\/\//.test(path.value)) continue;
        const { at, quote } = path.word;
        const start = at.start + (quote ? 1 : 0);
        report(at, `path ${path.value} has no slash in front: ${kind} sends a request that servers refuse`, {
          fix: {
            title: `write /${path.value}`,
            safe: true,
            edits: [{ at: at.with({ start, end: start }), text: "/" }],
          },
        });
      }
  },
});
