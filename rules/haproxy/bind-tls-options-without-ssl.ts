import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf, isTls } from "./binds.ts";
import { listed, tlsOptions } from "./tls.ts";

export const bindTlsOptionsWithoutSsl = modelRule({
  id: "haproxy/bind-tls-options-without-ssl",
  scope: "section",
  severity: "error",
  summary: "TLS settings of a bind need the word ssl",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { bind } of bindsOf(model)) {
      const options = bind.options.filter(({ name }) => tlsOptions.test(name));
      const [first] = options;
      if (
        !first ||
        isTls(bind) ||
        bind.options.some(({ word, args }) => word.hole || args.some(({ hole }) => hole))
      )
        continue;
      if (bind.addresses.some(({ family }) => family?.startsWith("quic"))) continue;
      const { at } = first.word;
      const verb = options.length > 1 ? "do" : "does";
      report(at, `${listed(options)} without ssl ${verb} nothing: this bind speaks clear text`, {
        fix: { title: "add ssl", safe: false, edits: [{ at: at.with({ end: at.start }), text: "ssl " }] },
      });
    }
  },
});
