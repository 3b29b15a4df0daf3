import { memberRule } from "./member.ts";

export const clusterAddressScheme = memberRule({
  id: "galera/cluster-address-scheme",
  severity: "error",
  summary: "wsrep_cluster_address must begin with gcomm://",
  daemon: "stops",
  check({ wsrep: { clusterAddress, provider } }, report) {
    if (!clusterAddress || provider?.value.toLowerCase() === "none") return;
    const { word, value } = clusterAddress;
    if (word.value === "" || value.scheme === "gcomm") return;
    const start = word.at.start + (word.quote ? 1 : 0);
    if (value.scheme === "dummy") {
      report(word.at, `${word.value} is Galera's backend for tests: this node stands alone`, {
        daemon: "silent",
      });
      return;
    }
    const end = value.scheme === undefined ? start : start + value.scheme.length + 3;
    const wrong =
      value.scheme === undefined
        ? "does not begin with gcomm://"
        : `begins with ${value.scheme}://, not with gcomm://`;
    report(
      word.at,
      `${word.value} ${wrong}: Galera finds no way to the other nodes, and the server does not start`,
      {
        fix: {
          title: value.scheme === undefined ? "put gcomm:// before it" : "write gcomm://",
          safe: true,
          edits: [{ at: word.at.with({ start, end }), text: "gcomm://" }],
        },
      },
    );
  },
});
