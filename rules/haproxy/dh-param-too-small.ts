import { integer, settingOf } from "../../parsers/core/settings.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf, isTls } from "./binds.ts";
import { globalLine } from "./effective.ts";

export const dhParamTooSmall = modelRule({
  id: "haproxy/dh-param-too-small",
  severity: "warning",
  summary: "Diffie-Hellman parameters need 2048 bits",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    const size = settingOf(globalLine(model, "tune.ssl.default-dh-param"), 0, integer);
    if (!size || size.value >= 2048) return;
    const user = bindsOf(model).find(({ bind }) => isTls(bind))?.bind;
    report(size.word.at, `${size.value} bits are too few for Diffie-Hellman: OpenSSL does not take them`, {
      daemon: user ? "warns" : "silent",
      related: user ? [{ at: user.word?.at ?? user.statement.at, message: "a listener that uses them" }] : [],
      fix: { title: "write 2048", safe: false, edits: [{ at: size.word.at, text: "2048" }] },
    });
  },
});
