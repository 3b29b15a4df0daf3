import schema from "../../schemas/keepalived.json" with { type: "json" };
import type { FormatSchema } from "../core/schema.ts";

/** What keepalived 2.0.0 to 2.4.3 understands. */
export const keepalivedSchema = schema as unknown as FormatSchema;
