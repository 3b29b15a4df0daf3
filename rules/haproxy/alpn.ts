import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf, optionNamed } from "./binds.ts";

const known = ["h3", "h2", "http/1.1", "http/1.0", "acme-tls/1"];

/** What is wrong with the protocols that an HTTP proxy offers. */
function problemOf(protocols: readonly string[]): string | undefined {
  const odd = protocols.find((one) => !known.includes(one));
  if (odd !== undefined) return `${odd || '""'} is no protocol that a client asks for`;
  const [h2, h1] = [protocols.indexOf("h2"), protocols.indexOf("http/1.1")];
  if (h2 >= 0 && h1 >= 0 && h1 < h2) return "http/1.1 before h2: no client ever gets HTTP/2";
  if (h2 >= 0 && h1 < 0 && !protocols.includes("http/1.0"))
    return "h2 alone: clients of HTTP/1.1 are sent away";
  return undefined;
}

export const alpn = modelRule({
  id: "haproxy/alpn",
  scope: "section",
  severity: "warning",
  summary: "The protocols of alpn should be known ones, the best first",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { bind, proxy } of bindsOf(model)) {
      const word = optionNamed(bind, "alpn")?.args[0];
      if (!word || word.hole || proxy.mode !== "http") continue;
      const quic = bind.addresses.some(({ family }) => family?.startsWith("quic"));
      const problem = quic ? undefined : problemOf(word.value.split(","));
      if (problem) report(word.at, `alpn ${word.value}: ${problem}`);
    }
  },
});
