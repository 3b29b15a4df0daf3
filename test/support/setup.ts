import { validate } from "../../parsers/core/tokens.ts";

// Grammars and vocabularies are checked by Chevrotain here, so that a user does not pay for it at every start.
validate(true);
