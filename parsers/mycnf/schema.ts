import schema from "../../schemas/galera.json" with { type: "json" };
import { schemaOf } from "../core/schema.ts";

export const galeraSchema = schemaOf(schema);
