import table from "../../schemas/corosync.json" with { type: "json" };
import { schemaOf } from "../core/schema.ts";

/** What corosync 1.4 to 3.1 and corosync-qdevice understand. */
export const corosyncSchema = schemaOf(table);
