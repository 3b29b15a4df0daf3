import schema from "../../schemas/apache.json" with { type: "json" };
import type { Format, TypeCheck } from "../core/format.ts";
import { once } from "../core/remembered.ts";
import { keywordsOf, schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Apache, endpointOf, modelOf } from "./model.ts";
import { parseApache } from "./parse.ts";
import { readApache } from "./read.ts";

const apacheSchema = schemaOf(schema);
const keywords = once(() => keywordsOf(apacheSchema, apacheSchema.root));

const port = (value: number | undefined): boolean => value === undefined || (value >= 1 && value <= 65535);

const types: Readonly<Record<string, TypeCheck>> = {
  listen: (_, __, word) => {
    const endpoint = endpointOf(word);
    if (!endpoint) return undefined;
    if (endpoint.port === undefined) return "has no port";
    return port(endpoint.port) ? undefined : "has a port outside 1 to 65535";
  },
  endpoint: (value, _, word) => {
    if (/^\d+$/.test(value)) return "has no address: write *:PORT";
    return port(endpointOf(word)?.port) ? undefined : "has a port outside 1 to 65535";
  },
};

/** Apache's main file and the files that it includes: what a cluster asks of them; most directives are left alone. */
export const apache: Format<Apache> = templated({
  id: "apache",
  title: "apache2.conf",
  files: [
    "/etc/apache2/apache2.conf",
    "/etc/apache2/httpd.conf",
    "/etc/apache2/ports.conf",
    "/etc/apache2/{sites,conf,mods}-{enabled,available}/*",
    "/etc/apache2/conf.d/*",
    "/etc/httpd/conf/httpd.conf",
    "/etc/httpd/conf.d/*.conf",
    "/etc/httpd/conf.modules.d/*.conf",
  ],
  names: ["apache2.conf", "httpd.conf"],
  roots: ["/etc/apache2/apache2.conf", "/etc/apache2/httpd.conf", "/etc/httpd/conf/httpd.conf"],
  looksLike: (head) =>
    /^[ \t]*<(VirtualHost|Directory|IfModule|Location|FilesMatch)\b/im.test(head) ||
    /^[ \t]*(LoadModule|DocumentRoot|ServerRoot|Listen|IncludeOptional|ErrorLog)[ \t]/m.test(head),
  schema: apacheSchema,
  types,
  parse: (source) => parseApache(source, keywords()),
  read: (source, context) => readApache(source, context, keywords()),
  model: modelOf,
});
